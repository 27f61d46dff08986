// The media folder as it may be found: links, pipes, odd names, thousands of files, a file that changes.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Looked, openMedium } from '../../server/media/file.ts'
import { readFolder } from '../../server/media/media.ts'
import { isFileName } from '../../server/media/receive.ts'

const sample = (name: string) => new URL(`files/${name}`, import.meta.url)
let folder = ''
let known: Map<string, Looked>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antre-media-'))
  known = new Map()
  const made = folder
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
})
const put = (name: string, from = 'small.png') => copyFileSync(sample(from), join(folder, name))
const read = () => readFolder(folder, known)
const first = async () => {
  const [medium] = (await read()).files
  if (!medium) throw new Error('nothing is shown')
  return medium
}

describe('the media folder', () => {
  it('need not be there', async () => {
    expect(await readFolder(join(folder, 'none'), known)).toEqual({
      files: [],
      skipped: [],
      more: 0,
      fault: null,
    })
    writeFileSync(join(folder, 'file'), '')
    expect(await readFolder(join(folder, 'file'), known)).toMatchObject({ files: [], fault: 'ENOTDIR' })
  })

  it('says what each file is by its content, in the order of people', async () => {
    put('10.jpg', 'small.jpg')
    put('2.png', 'moves.webm')
    put('lying.mp4', 'small.png')
    writeFileSync(join(folder, 'page.png'), '<html><script>alert(1)</script>')
    const { files, skipped } = await read()
    expect(files.map(({ name, type }) => [name, type])).toEqual([
      ['2.png', 'video/webm'],
      ['10.jpg', 'image/jpeg'],
      ['lying.mp4', 'image/png'],
    ])
    expect(skipped).toEqual([{ name: 'page.png', size: 31, why: 'unsupported' }])
  })

  it('is never left: links, folders and pipes are named, not followed or waited for', async () => {
    put('real.png')
    symlinkSync('/etc/passwd', join(folder, 'passwd.png'))
    symlinkSync(join(folder, 'real.png'), join(folder, 'same.png'))
    mkdirSync(join(folder, 'more'))
    execFileSync('mkfifo', [join(folder, 'pipe.png')])
    const { files, skipped } = await read()
    expect(files.map(({ name }) => name)).toEqual(['real.png'])
    expect(skipped.map(({ name, why }) => [name, why])).toEqual([
      ['more', 'not-a-file'],
      ['passwd.png', 'link'],
      ['pipe.png', 'not-a-file'],
      ['same.png', 'link'],
    ])
  })

  it('takes names as they are', async () => {
    const names = ['a b.png', '100%2e%2f.png', '😀.png', 'שלום.png', '<b>x.png', "';--.png", 'x'.repeat(200)]
    for (const name of names) put(name)
    put('.hidden.png')
    expect(new Set((await read()).files.map(({ name }) => name))).toEqual(new Set(names))
  })

  it('of ten thousand files looks at two hundred, and counts the rest', async () => {
    for (let nth = 0; nth < 10_000; nth += 1) writeFileSync(join(folder, `${nth}.png`), '')
    const { files, skipped, more } = await read()
    expect([files.length, skipped.length, more]).toEqual([0, 200, 9_800])
    expect(known.size).toBe(200)
  })

  it('gives what changed another id, and nothing under the old one', async () => {
    put('a.png')
    const before = await first()
    expect((await first()).id).toBe(before.id)
    const file = await openMedium(folder, before)
    expect(file).not.toBeNull()
    await file?.close()
    utimesSync(join(folder, 'a.png'), 1, 1)
    expect(await openMedium(folder, before)).toBeNull()
    expect((await first()).id).not.toBe(before.id)
  })

  it('opens no link that replaced a file', async () => {
    put('a.png')
    const before = await first()
    rmSync(join(folder, 'a.png'))
    expect(await openMedium(folder, before)).toBeNull()
    put('b.png')
    symlinkSync(join(folder, 'b.png'), join(folder, 'a.png'))
    expect(await openMedium(folder, before)).toBeNull()
  })
})

it.each([
  ['Jam layanan 😀 100%.png', true],
  ['צילום.jpg', true],
  ['../kunci', false],
  ['..', false],
  ['.png', false],
  ['a/b.png', false],
  ['a\\b.png', false],
  ['a\0.png', false],
  ['a\nb.png', false],
  ['\u202egnp.exe', false],
  ['\ud800.png', false],
  ['  ', false],
  ['é'.repeat(101), false],
])('%j as the name of an upload: %s', (name, is) => {
  expect(isFileName(name)).toBe(is)
})
