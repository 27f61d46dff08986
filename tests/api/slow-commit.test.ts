// A slow store (rule J6): while a batch is on its way to the disk nobody sees what may yet fail, neither those
// already looking nor newcomers, in whatever way they ask.
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { expect, it, onTestFinished, vi } from 'vitest'
import { StorageError } from '../../server/store/errors.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { hallApp, type HallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

/** Longer than any pace of the views, and than the clock's own retry of what could not be done. */
const LONG = 2_000

/** A hall whose store can be held: `commits` releases what is held. */
async function held() {
  const disk = { isSlow: false, end: null as ((well: boolean) => void) | null }
  const hall = await hallApp({
    store: (store) => ({
      ...store,
      append: (batch) =>
        disk.isSlow
          ? new Promise((resolve, reject) => {
              disk.end = (well) => {
                disk.end = null
                if (well) resolve(store.append(batch))
                else reject(new StorageError('failing', null, new Error('no answer')))
              }
            })
          : store.append(batch),
    }),
  })
  onTestFinished(() => disk.end?.(false))
  await listens(hall)
  await hall.enrol('kiosk')
  await hall.enrol('display')
  await hall.act('ayu', 'open', 'loket-1')
  const { visit } = await hall.take(['kk'])
  return { hall, disk, visit }
}

const topics = (token: string) =>
  [
    ['board:all', 'nobody'],
    ['board:depan', 'display'],
    ['kiosk', 'kiosk'],
    ['counter:loket-1', 'ayu'],
    ['agency:dukcapil', 'spv'],
    ['reception', 'manager'],
    [`visit:${token}`, 'nobody'],
  ] as const

/** Everything that can be asked of the hall, in one text. */
async function asked(hall: HallApp, token: string): Promise<string> {
  const lines = ['health', 'hall', `visits/${token}`]
  const answers = await Promise.all(lines.map((line) => hall.ask(`GET /api/${line}`, { as: 'manager' })))
  return JSON.stringify(answers.map(({ status, body }) => [status, body]))
}

it.each([
  ['fails', false],
  ['succeeds late', true],
])(
  '[J6] nobody sees what is not on disk yet: a commit that %s after two seconds was seen by nobody before',
  async (_, well) => {
    const { hall, disk, visit } = await held()
    const { token } = visit
    const early = topics(token).map(([topic, as]) => look(hall, topic, { as }))
    const first = await Promise.all(early.map(({ view }) => view()))
    const before = await asked(hall, token)
    const { seq } = hall.hall
    const lines: number = hall.hall.announcements.size

    disk.isSlow = true
    const take = () =>
      hall.ask<{ visit?: { number: string } }>('POST /api/visits', {
        as: 'manager',
        key: 'one-tap',
        body: { services: ['kk'] },
      })
    const call = hall.ask('POST /api/counters/loket-1/call-next', { as: 'ayu', body: {} })
    const ticket = take()
    await vi.waitFor(() => expect(disk.end).not.toBeNull(), 20_000)
    // Requests that come now wait for the next turn: another tap with the same key, what the clock finds due.
    const again = take()
    const due = hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
    const answered: string[] = []
    void Promise.race([call, ticket, again, due]).finally(() => answered.push('somebody'))

    await pause(LONG / 2)
    hall.push.refresh()
    const late = topics(token).map(([topic, as]) => look(hall, topic, { as }))
    expect(await Promise.all(late.map(({ view }) => view()))).toEqual(first)
    await pause(LONG / 2)
    expect(await asked(hall, token)).toBe(before)
    expect([...early, ...late].map(({ views }) => views())).toEqual(
      [...first, ...first].map((view) => [view]),
    )
    expect([hall.hall.seq, hall.hall.announcements.size, answered]).toEqual([seq, lines, []])

    disk.isSlow = false
    disk.end?.(well)
    const answers = await Promise.all([call, ticket, again])
    await due
    // A failed batch got nothing, and the next one starts from what was before: no number is lost.
    const lost = '503 storage-unavailable'
    expect(answers.map(({ status, code }) => (code ? `${status} ${String(code)}` : status))).toEqual(
      well ? [200, 201, 201] : [lost, lost, 201],
    )
    expect(answers[2]?.body).toMatchObject({ visit: { number: 'A002' } })
    expect(isDeepStrictEqual(answers[2]?.body, answers[1]?.body)).toBe(well)
    expect((await hall.take(['kk'])).visit.number).toBe('A003')
    const calls = ({ calls: all }: BoardView) => all.map(({ number }) => number)
    const shown = well ? ['A001'] : []
    expect(calls(await look<BoardView>(hall, 'board:all').view())).toEqual(shown)
    // Those who watched all the while see the result as soon as it is true.
    for (const kiosk of [early[2], late[2]])
      await kiosk?.view((view) =>
        (view as KioskView).services.some(({ id, waiting }) => id === 'kk' && waiting === (well ? 2 : 3)),
      )
    expect(hall.hall.announcements.size).toBe(lines + shown.length)
  },
)

it('[J6] nobody sees what is not on disk yet: commands that come while a batch is on its way are one batch of their own', async () => {
  const { hall, disk } = await held()
  disk.isSlow = true
  const first = hall.take(['kk'])
  await vi.waitFor(() => expect(disk.end).not.toBeNull(), 20_000)
  const gathered = [hall.take(['kk']), hall.take(['skck']), hall.take(['kk'])]
  await pause(50)
  disk.end?.(true)
  await first
  await vi.waitFor(() => expect(disk.end).not.toBeNull(), 20_000)
  disk.end?.(true)
  expect((await Promise.all(gathered)).map(({ visit }) => visit.number)).toEqual(['A003', 'S001', 'A004'])
})

it('[J6] nobody sees what is not on disk yet: a stop waits for the batch that is on its way', async () => {
  const { hall, disk } = await held()
  disk.isSlow = true
  const ticket = hall.take(['kk'])
  await vi.waitFor(() => expect(disk.end).not.toBeNull(), 20_000)
  let isIdle = false
  const idle = hall.dispatch.idle().then(() => (isIdle = true))
  await pause(50)
  expect(isIdle).toBe(false)
  disk.end?.(true)
  await Promise.all([ticket, idle])
})
