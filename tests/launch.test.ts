// The launcher's own decisions: which Node is suitable, what must be installed or rebuilt, why an installation
// failed, what a page weighs. None of these tests installs or builds.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isCurrent, stampOf } from '../server/launch/fingerprint.mjs'
import { agree, installationOf, callsAbortingHook, compiling, whyFailed } from '../server/launch/install.mjs'
import { nodeFits, readable } from '../server/launch/node-version.mjs'
import { texts } from '../server/launch/texts.mjs'
import { isTooHeavy, weigh, weightTable } from '../server/launch/weight.mjs'

const range = '^20.19.0 || ^22.12.0 || >=24.0.0'

describe('which Node fits', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.3.1', '24.1.0-nightly20250101'])(
    '%s does',
    (version) => expect(nodeFits(version, range)).toBe(true),
  )

  test.each(['12.22.12', '18.20.8', '20.18.3', '21.7.3', '22.11.0', '23.11.1'])('%s does not', (version) =>
    expect(nodeFits(version, range)).toBe(false),
  )

  test('a range of another form is not guessed at', () => {
    expect(() => nodeFits('24.0.0', '20 - 24')).toThrow('20 - 24')
  })

  test.each(['start', 'build', 'dev', 'command', 'node-version', 'texts'])(
    '%s.mjs can be read by the old Node that it turns away',
    (name) => {
      const source = readFileSync(new URL(`../server/launch/${name}.mjs`, import.meta.url), 'utf8')
      expect(source).not.toMatch(/\?\.\D|\?\?|\|\|=|&&=|^(\w.*= )?await /m)
      expect(source).not.toMatch(/^import (?!.*'(node:fs|\.\/(texts|node-version)\.mjs)'$)/m)
    },
  )

  test('a person reads the range without signs', () => {
    expect(readable(range)).toBe('20.19+ / 22.12+ / 24+')
  })
})

describe('what must be rebuilt', () => {
  let root: string
  let stampFile: string
  const write = (file: string, text: string) => writeFileSync(join(root, file), text)
  const current = () => isCurrent(root, ['server', 'package.json'], stampFile)

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'antre-launch-'))
    stampFile = join(root, 'stamp')
    mkdirSync(join(root, 'server/hall'), { recursive: true })
    write('server/hall/plan.ts', 'one')
    write('package.json', '{}')
    writeFileSync(stampFile, JSON.stringify(stampOf(root, ['server', 'package.json'])))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('nothing, when nothing changed', () => expect(current()).toBe(true))

  test('nothing, when only the times changed, as in a copy', () => {
    utimesSync(join(root, 'server/hall/plan.ts'), new Date(0), new Date(0))
    expect(current()).toBe(true)
    expect(current()).toBe(true)
  })

  test('a changed file', () => {
    write('server/hall/plan.ts', 'two')
    expect(current()).toBe(false)
  })

  test('a new file', () => {
    write('server/hall/visit.ts', '')
    expect(current()).toBe(false)
  })

  test('a removed file', () => {
    rmSync(join(root, 'server/hall/plan.ts'))
    expect(current()).toBe(false)
  })

  test('a renamed file of the same content', () => {
    write('server/hall/visit.ts', 'one')
    rmSync(join(root, 'server/hall/plan.ts'))
    expect(current()).toBe(false)
  })

  test('nothing outside the sources', () => {
    write('notes.txt', 'hello')
    write('server/.hidden', 'hello')
    expect(current()).toBe(true)
  })

  test('everything, when the stamp is missing or damaged', () => {
    write('stamp', '{"looks":')
    expect(current()).toBe(false)
    rmSync(stampFile)
    expect(current()).toBe(false)
  })
})

describe('what must be reinstalled', () => {
  const node = { abi: '115', arch: 'x64', platform: 'linux' }

  test('another lock file, another Node, another machine', () => {
    const all = [
      installationOf('lock', node),
      installationOf('lock 2', node),
      installationOf('lock', { ...node, abi: '137' }),
      installationOf('lock', { ...node, arch: 'arm64' }),
    ]
    expect(new Set(all).size).toBe(4)
    expect(installationOf('lock', { ...node })).toBe(all[0])
  })

  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/fastify': { version: '5.1.0' },
      'node_modules/fsevents': { version: '2.0.0', optional: true },
    },
  }
  const found = (packages: Record<string, { version: string }>) => ({ packages })

  test('nothing, when an npm install by hand brought what the lock file says', () => {
    expect(agree(lock, found({ 'node_modules/fastify': { version: '5.1.0' } }))).toBe(true)
  })

  test.each([
    ['another version', { 'node_modules/fastify': { version: '5.0.0' } }],
    ['a missing library', {}],
    [
      'one too many',
      { 'node_modules/fastify': { version: '5.1.0' }, 'node_modules/left': { version: '1.0.0' } },
    ],
  ])('%s', (_what, packages) => expect(agree(lock, found(packages))).toBe(false))
})

test('the database library is recompiled only if it would abort Node 24', () => {
  const binary = (...names: string[]) => Buffer.from(`\x7fELF ${names.join('\0')} \xff`, 'latin1')
  const aborting = binary(
    '_ZN4node25AddEnvironmentCleanupHook',
    '_ZN4node28RemoveEnvironmentCleanupHookEPN2v8',
  )
  expect(callsAbortingHook('24.21.0', aborting)).toBe(true)
  expect(callsAbortingHook('26.10.0', aborting)).toBe(false)
  expect(callsAbortingHook('24.21.0', binary('_ZN4node25AddEnvironmentCleanupHook'))).toBe(false)
})

test('the database library is compiled on every core and not for long, for Node 24 without what would abort it', () => {
  expect(compiling('20.19.0', {})).toEqual({ JOBS: 'max', CFLAGS: '-O1', CXXFLAGS: '-O1' })
  const header = '-include ../../../server/launch/object-wrap.h'
  expect(compiling('24.21.0', {})).toEqual({ JOBS: 'max', CFLAGS: '-O1', CXXFLAGS: `-O1 ${header}` })
})

test('who compiles the database library with flags of their own has them', () => {
  const own = { PATH: '/bin', JOBS: '1', CFLAGS: '-O3 -g', CXXFLAGS: '-O3' }
  expect(compiling('20.19.0', own)).toEqual({ ...own, CFLAGS: '-O1 -O3 -g', CXXFLAGS: '-O1 -O3' })
})

describe('why an installation failed', () => {
  const prebuilt = 'npm error prebuild-install warn install getaddrinfo ENOTFOUND github.com\n'

  test.each([
    ['no Python', `${prebuilt}npm error gyp ERR! find Python checking Python explicitly set`],
    ['no make', `${prebuilt}npm error gyp ERR! stack Error: not found: make`],
    [
      'no g++',
      `${prebuilt}npm error make: g++: No such file or directory\nnpm error make: *** [Release/obj/x.o] Error 127`,
    ],
    ['no Visual Studio', 'npm error gyp ERR! find VS could not find a version of Visual Studio'],
  ])('%s: the compiler, though a download failed before it', (_what, output) => {
    expect(whyFailed(1, output)).toEqual(texts.compilerMissing())
  })

  test('no network, with Python found', () => {
    const output = 'npm error gyp info find Python using Python version 3.11\nnpm error code EAI_AGAIN'
    expect(whyFailed(1, output)).toEqual(texts.noNetwork())
  })

  test.each([
    [1, 'npm error code ENOSPC', texts.diskFull()],
    [243, 'npm error code EACCES\nnpm error syscall mkdir', texts.folderForbidden()],
    [127, 'spawn npm ENOENT', texts.npmMissing()],
    [1, 'npm error code EINTEGRITY', null],
  ])('%s %s', (code, output, why) => expect(whyFailed(code, output)).toEqual(why))
})

describe('what a page weighs', () => {
  const part = (imports: string[], dynamicImports: string[], styles: string[] = []) => ({
    code: 'x',
    imports,
    dynamicImports,
    styles,
  })
  const one = 21 // the bytes into which gzip turns one byte

  test('all that it can load, each once, and nothing of other pages', () => {
    const chunks = new Map([
      ['kiosk.js', part(['shared.js'], ['en.js'], ['kiosk.css'])],
      ['shared.js', part([], [], ['shared.css'])],
      ['en.js', part(['shared.js', 'kiosk.js'], [], ['shared.css'])],
      ['counter.js', part(['shared.js'], [], ['counter.css'])],
    ])
    const styles = new Map([
      ['kiosk.css', 'a'],
      ['shared.css', 'b'],
      ['counter.css', 'c'],
    ])
    expect(weigh('kiosk.js', chunks, styles)).toEqual({ js: 3 * one, css: 2 * one })
  })

  test('the limit itself is allowed, a byte more is not', () => {
    expect(isTooHeavy({ page: 'kiosk', js: 30, css: 10, limit: 40 })).toBe(false)
    expect(isTooHeavy({ page: 'kiosk', js: 31, css: 10, limit: 40 })).toBe(true)
    expect(isTooHeavy({ page: 'manage', js: 1e9, css: 10, limit: null })).toBe(false)
  })

  test('the table has a row for each page, in kB', () => {
    const table = weightTable([{ page: 'kiosk', js: 8_250, css: 400, limit: 40_000 }])
    expect(table.split('\n')[1]).toMatch(/^kiosk +8\.3 +0\.4 +8\.7 +40\.0$/)
  })
})
