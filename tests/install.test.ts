// How the libraries are installed, with an npm that only notes what it is asked: all without their scripts first, then the
// compiled one for itself, and never twice what is there already, wherever the last try was cut off.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { compileLibrary, fetchLibraries, install } from '../server/launch/install.mjs'

const lock = { packages: { '': {}, 'node_modules/better-sqlite3': { version: '1.0.0' } } }
/** Does what npm does with one library, whose `built` is what its script compiles. It fails where `broken` says so. */
const npm = `
  const { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs')
  const [what, ...args] = process.argv.slice(2)
  appendFileSync('asked', [what, ...args.filter((one) => one === 'better-sqlite3' || one === '--ignore-scripts')].join(' ') + '\\n')
  if (existsSync('broken')) { console.error('gyp ERR! find Python'); process.exit(1) }
  const library = 'node_modules/better-sqlite3'
  if (what === 'ci') {
    rmSync('node_modules', { recursive: true, force: true })
    mkdirSync(library, { recursive: true })
    writeFileSync(library + '/index.js', "require('./built.js'); module.exports = class { close() {} }")
    writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { [library]: { version: '1.0.0' } } }))
  } else writeFileSync(library + '/built.js', '')
`
const CI = 'ci --ignore-scripts'
const COMPILE = 'rebuild better-sqlite3'

let root: string
const at = (file: string) => join(root, file)
/** What npm was asked since the last look. */
function asked(): string[] {
  const lines = readFileSync(at('asked'), 'utf8').split('\n').slice(0, -1)
  writeFileSync(at('asked'), '')
  return lines
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'antre-install-'))
  mkdirSync(at('npm'))
  writeFileSync(at('npm/npm-cli.js'), npm)
  writeFileSync(at('package-lock.json'), JSON.stringify(lock))
  writeFileSync(at('asked'), '')
  vi.stubEnv('npm_execpath', at('npm/npm-cli.js'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  return () => vi.unstubAllEnvs()
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true })
})

test('the libraries are there before the compiled one opens, and the next start asks for nothing', async () => {
  expect(await fetchLibraries(root)).toBe(true)
  expect(asked()).toEqual([CI])
  expect(await compileLibrary(root)).toBe(true)
  expect(asked()).toEqual([COMPILE])
  expect(await install(root)).toBe(true)
  expect(asked()).toEqual([])
})

test('cut off while it compiled, or without a compiler: the next start compiles, and fetches nothing again', async () => {
  await fetchLibraries(root)
  asked()
  writeFileSync(at('broken'), '')
  expect(await install(root)).toBe(false)
  expect(asked()).toEqual([COMPILE])
  rmSync(at('broken'))
  expect(await install(root)).toBe(true)
  expect(asked()).toEqual([COMPILE])
})

test('cut off while it fetched: the next start fetches', async () => {
  await fetchLibraries(root)
  rmSync(at('node_modules/.package-lock.json'))
  asked()
  expect(await install(root)).toBe(true)
  expect(asked()).toEqual([CI, COMPILE])
})

test('for another Node or another machine all is fetched again, but not what somebody installed by hand', async () => {
  await install(root)
  asked()
  writeFileSync(at('node_modules/.antre-installed'), 'of another Node')
  expect(await install(root)).toBe(true)
  expect(asked()).toEqual([])
  writeFileSync(at('node_modules/.antre-installed'), 'of another Node')
  rmSync(at('node_modules/better-sqlite3/built.js'))
  expect(await install(root)).toBe(true)
  expect(asked()).toEqual([CI, COMPILE])
})
