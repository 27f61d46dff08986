// The keeping of packs: one at a time, whole or not there. Stand-ins collect and draw.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Material } from '../../server/evaluation/material.ts'
import { MOST_PACKS, openPacks, type PackJob } from '../../server/evaluation/packs.ts'
import { writePack } from '../../server/evaluation/make.ts'

const order = { from: '2026-10-01', to: '2026-10-31', title: 'Oktober' }

interface Given {
  folder?: string
  diskLeft?: number
  /** What the process does with its job. */
  work?: (job: PackJob, say: (message: object) => void, end: (why: string) => void) => void
  collect?: (signal: AbortSignal) => Promise<Material>
}

function setUp(given: Given = {}) {
  const dir = given.folder ?? join(mkdtempSync(join(tmpdir(), 'antre-packs-')), 'evaluation')
  if (!given.folder) onTestFinished(() => rmSync(join(dir, '..'), { recursive: true, force: true }))
  let [count, stopped, now] = [0, 0, 1_000]
  const { work = finish } = given
  const packs = openPacks({
    folder: dir,
    fonts: [],
    workerUrl: new URL('file:///nowhere'),
    collect: (whole, signal) =>
      given.collect?.(signal) ?? Promise.resolve({ ...whole } as unknown as Material),
    newId: () => `pack-${(count += 1)}-${process.pid}`,
    now: () => (now += 1),
    warn: () => {},
    diskLeft: () => Promise.resolve(given.diskLeft ?? Infinity),
    spawn: () => {
      let listener: (message: unknown) => void = () => {}
      let ended: (why: string) => void = () => {}
      return {
        post: (job) =>
          work(
            job as PackJob,
            (message) => listener({ id: 1, ...message }),
            (why) => ended(why),
          ),
        onMessage: (heard) => (listener = heard),
        onEnd: (heard) => (ended = heard),
        stop: () => (stopped += 1),
      }
    },
  })
  const files = () => (existsSync(dir) ? readdirSync(dir).sort() : [])
  const over = async (id: string) => {
    await expect.poll(() => packs.find(id)?.state).not.toBe('running')
    return packs.find(id)
  }
  return { packs, dir, files, over, stopped: () => stopped }
}

const bytes = new Uint8Array([1, 2, 3])
function finish({ file }: PackJob, say: (message: object) => void): void {
  void writePack(file, bytes).then(() => say({ bytes: bytes.length }))
}

it('[EV7] one pack at a time: the same order is the same pack, another one has to wait', async () => {
  const { packs, over } = setUp()
  const ten = Array.from({ length: 10 }, () => packs.begin(order, 'a'))
  expect(new Set(ten.map((pack) => pack?.id)).size).toBe(1)
  expect(packs.begin({ ...order, title: 'Lain' }, 'a')).toBeNull()
  const id = ten[0]?.id ?? ''
  expect(packs.fileOf(id)).toBeNull()
  expect(await over(id)).toMatchObject({ state: 'done', share: 1, bytes: 3 })
  const other = packs.begin({ ...order, title: 'Lain' }, 'a')
  expect(await over(other?.id ?? '')).toMatchObject({ state: 'done' })
})

it('[EV7] one pack at a time: those of last time are there after a restart, and the oldest make room', async () => {
  const { packs, over, dir, files } = setUp()
  for (let nth = 0; nth < MOST_PACKS + 2; nth += 1) {
    const pack = packs.begin({ ...order, title: `Ke-${nth}` }, 'a')
    await over(pack?.id ?? '')
  }
  await expect.poll(() => files().length).toBe(2 * MOST_PACKS)
  const again = setUp({ folder: dir })
  await again.packs.open()
  expect(again.packs.list()).toHaveLength(MOST_PACKS)
  expect(again.packs.list()[0]).toMatchObject({ title: `Ke-${MOST_PACKS + 1}`, state: 'done', by: 'a' })
  const [newest] = again.packs.list()
  expect(await again.packs.drop(newest?.id ?? '')).toBe(true)
  expect(again.packs.list()).toHaveLength(MOST_PACKS - 1)
  expect(files()).toHaveLength(2 * MOST_PACKS - 2)
  expect(await again.packs.drop('../../etc/passwd')).toBe(false)
})

it('[EV8] a pack is whole or not there: cancelled while it is collected, and while it is drawn', async () => {
  const collecting = setUp({
    collect: (signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('left')))
      }),
  })
  const first = collecting.packs.begin(order, 'a')
  expect(await collecting.packs.drop(first?.id ?? '')).toBe(true)
  expect(collecting.packs.find(first?.id ?? '')).toMatchObject({ state: 'cancelled' })

  const drawing = setUp({
    work: (_job, say) => say({ share: 0.5 }),
  })
  const second = drawing.packs.begin(order, 'a')
  await expect.poll(() => drawing.packs.find(second?.id ?? '')?.share).toBeGreaterThan(0.4)
  await drawing.packs.drop(second?.id ?? '')
  expect(drawing.stopped()).toBe(1)
  // The next one may begin at once.
  expect(drawing.packs.begin({ ...order, title: 'Lain' }, 'a')).not.toBeNull()
  drawing.packs.close()
})

it.each([
  ['the disk is full before it begins', { diskLeft: 1_000 }, 'no-room'],
  [
    'the disk fills while it is written',
    {
      work: (_job: PackJob, say: (message: object) => void) =>
        say({ failed: 'ENOSPC: no space left on device, write' }),
    },
    'no-room',
  ],
  [
    'its process is killed',
    { work: (_job: PackJob, _say: unknown, end: (why: string) => void) => end('SIGKILL') },
    'failed',
  ],
  [
    'it answers nonsense',
    { work: (_job: PackJob, say: (message: object) => void) => say({ hello: 1 }) },
    'failed',
  ],
  ['the reports are gone', { collect: () => Promise.reject(new Error('the reports is busy')) }, 'failed'],
] as const)('[EV8] a pack is whole or not there: %s', async (_, given, why) => {
  const { packs, over, files } = setUp(given as Given)
  const pack = packs.begin(order, 'a')
  expect(await over(pack?.id ?? '')).toMatchObject({ state: 'failed', why, bytes: null })
  expect(packs.fileOf(pack?.id ?? '')).toBeNull()
  expect(files()).toEqual([])
})

it('[EV8] a pack is whole or not there: what a killed server left half is gone at the next start', async () => {
  const { packs, over, dir, files } = setUp()
  const whole = packs.begin(order, 'a')
  await over(whole?.id ?? '')
  for (const name of ['x.zip', 'y.zip.part', 'z.json', 'w.json.part']) writeFileSync(join(dir, name), '{}')
  writeFileSync(join(dir, 'pack-cut.zip'), '12')
  writeFileSync(
    join(dir, 'pack-cut.json'),
    JSON.stringify({ ...order, id: 'pack-cut', by: 'a', at: 1, bytes: 3 }),
  )
  const again = setUp({ folder: dir })
  await again.packs.open()
  expect(again.packs.list().map(({ id }) => id)).toEqual([whole?.id])
  expect(files()).toEqual([`${whole?.id}.json`, `${whole?.id}.zip`])
})
