// The cache of sounds: bounded, complete or absent, and no more than a convenience.
import { mkdir, mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createCache } from '../../server/voice/sounds.ts'
import { createTestLog, tone } from './doubles.ts'

const name = (n: number) => `${String(n).repeat(32)}.wav`
const size = tone(500).length

let base: string
let dir: string
let test: ReturnType<typeof createTestLog>

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'antre-cache-'))
  dir = join(base, 'not', 'there', 'yet')
  test = createTestLog()
})

afterEach(async () => {
  await rm(base, { recursive: true, force: true })
})

const open = (options: Partial<Parameters<typeof createCache>[0]> = {}) =>
  createCache({ dir, maxBytes: 10 * size, keepMs: 60_000, log: test.log, ...options })

it('gives back what was put, at once, and after a restart', async () => {
  const cache = open()
  cache.put(name(1), tone(500))
  expect(await cache.get(name(1))).toEqual(Buffer.from(tone(500)))
  await cache.close()
  expect(await open().get(name(1))).toEqual(Buffer.from(tone(500)))
  expect(await open().get(name(2))).toBeNull()
  expect(test.lines).toEqual([])
})

it('stays below its bound: the least recently used goes, also across a restart', async () => {
  const cache = open({ maxBytes: 3 * size })
  for (const n of [1, 2, 3]) cache.put(name(n), tone(500))
  await cache.close()
  await cache.get(name(1))
  cache.put(name(4), tone(500))
  await cache.close()
  expect((await readdir(dir)).sort()).toEqual([name(1), name(3), name(4)])

  for (const [n, minute] of [
    [3, 3],
    [1, 2],
    [4, 1],
  ] as const) {
    await utimes(join(dir, name(n)), minute * 60, minute * 60)
  }
  const next = open({ maxBytes: 2 * size })
  next.put(name(5), tone(500))
  await next.close()
  expect((await readdir(dir)).sort()).toEqual([name(3), name(5)])
  expect(await next.get(name(4))).toBeNull()
})

it('marks a file as used when it is read', async () => {
  const cache = open()
  cache.put(name(1), tone(500))
  await cache.close()
  await utimes(join(dir, name(1)), 60, 60)
  await cache.get(name(1))
  expect((await stat(join(dir, name(1)))).mtimeMs).toBeGreaterThan(60_000)
})

it.each<[string, (path: string) => Promise<void>]>([
  ['cut short', (path) => truncate(path, 700)],
  ['emptied', (path) => truncate(path, 0)],
  ['overwritten with zeros', (path) => writeFile(path, new Uint8Array(size))],
  ['something else', (path) => writeFile(path, 'not a sound')],
])('throws a file away that was %s', async (_, damage) => {
  const cache = open()
  cache.put(name(1), tone(500))
  await cache.close()
  await damage(join(dir, name(1)))
  expect(await cache.get(name(1))).toBeNull()
  expect(await readdir(dir)).toEqual([])
  expect(test.lines).toHaveLength(1)
})

it('removes what a crash left half written, and touches no file that is not its own', async () => {
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, `${name(1)}.temp`), 'RIFF')
  await writeFile(join(dir, 'notes.txt'), 'mine')
  const cache = open({ maxBytes: size })
  cache.put(name(2), tone(500))
  await cache.close()
  expect((await readdir(dir)).sort()).toEqual([name(2), 'notes.txt'])
})

it('keeps sounds in memory when the disk refuses, says so once, and uses the disk as soon as it can', async () => {
  await writeFile(join(base, 'not'), 'a file where a folder should be')
  const cache = open()
  cache.put(name(1), tone(500))
  cache.put(name(2), tone(500))
  await cache.close()
  expect(await cache.get(name(1))).toEqual(Buffer.from(tone(500)))
  expect(await cache.get(name(3))).toBeNull()
  expect(test.lines).toHaveLength(1)

  await rm(join(base, 'not'))
  cache.put(name(4), tone(500))
  await cache.close()
  expect(await readdir(dir)).toEqual([name(4)])
})

it('leaves nothing behind when a write fails, and writes the next', async () => {
  const cache = open()
  await cache.get(name(1))
  await mkdir(join(dir, `${name(1)}.temp`))
  cache.put(name(1), tone(500))
  cache.put(name(2), tone(500))
  await cache.close()
  expect(await readdir(dir)).toEqual([name(2)])
  expect(await cache.get(name(1))).not.toBeNull()
  expect(test.lines).toHaveLength(1)
})

it('keeps them there only for a while, and only a few', async () => {
  await writeFile(join(base, 'not'), 'a file where a folder should be')
  const cache = open({ keepMs: 40 })
  cache.put(name(1), tone(500))
  expect(await cache.get(name(1))).not.toBeNull()
  await expect.poll(() => cache.get(name(1))).toBeNull()

  const patient = open()
  const many = Array.from({ length: 17 }, (_, n) => `${n.toString(16).padStart(32, '0')}.wav`)
  for (const one of many) patient.put(one, tone(500))
  expect(await patient.get(many[0] ?? '')).toBeNull()
  expect(await patient.get(many[16] ?? '')).not.toBeNull()
  await patient.close()
})
