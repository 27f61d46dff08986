// The training mode: made-up visitors for staff who practise, in a journal of its own of which nothing stays.
import { readdirSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { layOut } from '../../server/hall/layout.ts'
import { madeUpVisitors } from '../../server/training/visitors.ts'
import { slipOfVisit } from '../../server/slip/document/visit-slip.ts'
import { checkJournal } from '../../server/store/journal/check.ts'
import { foldDays } from '../../server/hall/rules.ts'
import { readSeal } from '../../server/store/journal/seal.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

/** A Tuesday evening in Makassar, after the hours. */
const evening = Date.parse('2026-11-24T11:00:00Z')
const regular = { ...rulesPlan, operation: 'regular' as const }

interface Training {
  on: { until: string; pace: number; seed: number } | null
  latest: string | null
}
const ask = (hall: HallApp) => hall.does<Training>('GET /api/training', { as: 'manager' })
const begins = (hall: HallApp, body: object = {}) =>
  hall.ask<{ until: string }>('POST /api/training', {
    as: 'manager',
    body: { pace: 60, minutes: 30, ...body },
  })

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'antre-training-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** What a later start finds in the same folder; people who were signed in still are. */
async function restarted(hall: HallApp, at = hall.clock.now): Promise<HallApp> {
  await hall.close()
  const next = await hallApp({ dir: hall.dir, sealed: true, signIn: false, at })
  for (const [who, cookie] of hall.cookies) next.cookies.set(who, cookie)
  return next
}

/** The files of the hall itself, byte by byte, as far as they tell of its day. */
const filesOf = (dir: string) => readFileSync(join(dir, 'antre.seal'), 'utf8')

/** A training that is on in a folder of its own, and how the hall was before. */
async function training(body: object = {}, prepare: (hall: HallApp) => Promise<void> = async () => {}) {
  const hall = await hallApp({ dir: folder(), sealed: true, plan: regular, at: evening })
  await prepare(hall)
  const { seq } = hall.hall
  const layout = hall.hall.layout.base
  const { status, body: answer } = await begins(hall, body)
  expect([status, answer]).toEqual([200, { until: expect.any(String) as string }])
  const on = await restarted(hall)
  return { on, before: { seq, layout, seal: filesOf(hall.dir) }, until: Date.parse(answer.until) }
}

it('[O20] a training has a journal of its own, and leaves nothing behind', async () => {
  const { on, before } = await training({}, async (hall) => {
    const taken = await hall.take(['kk']).catch(() => null)
    expect(taken).toBe(null)
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'close', 'loket-1')
  })
  // Everything works as it does really, though the hours are over; the same people are signed in.
  expect((await on.take(['kk'])).visit.number).toBe('A001')
  await on.act('ayu', 'open', 'loket-1')
  const { current } = await on.act('ayu', 'call-next', 'loket-1')
  expect(current?.number).toBe('A001')
  await on.act('ayu', 'start', 'loket-1')
  await on.act('ayu', 'finish', 'loket-1')
  await on.does('PUT /api/services/skck/phase', {
    as: 'spv-polres',
    body: { status: 'paused' },
  })
  const id = await on.enrol('kiosk')
  expect(await on.outcome('DELETE /api/training', { as: 'manager' })).toBe(200)
  expect(on.asked.again).toBe(1)

  const after = await restarted(on)
  expect(after.hall.seq).toBe(before.seq)
  expect(after.hall.layout.base).toEqual(before.layout)
  expect(after.hall.visits.size).toBe(0)
  expect(after.hall.numbers.size).toBe(0)
  expect(after.hall.counters.get('loket-1')?.state).toBe('closed')
  expect(after.db.prepare('SELECT count(*) AS n FROM facts').get()).toEqual({ n: 0 })
  expect(readdirSync(after.dir).filter((name) => name.startsWith('training'))).toEqual([])
  expect(after.sealing?.damages()).toEqual([])
  const sealed = readSeal(after.dir)
  expect([
    ...checkJournal(after.db, { fold: (day) => void foldDays(day, [], before.layout), sealed }),
  ]).toEqual([])
  // A device enrolled in the meantime stays enrolled.
  expect(after.access.devices.list().map((device) => device.id)).toEqual([id])
  expect(await after.outcome('GET /api/session', { as: 'ayu' })).toBe(200)
})

it('[O21] everything in a training says that it is one: screens, slips, and until when', async () => {
  const { on, until } = await training()
  await listens(on)
  const board = await look<{ hall: { training?: string } }>(on, 'board:all').view()
  expect(board.hall.training).toBe(new Date(until).toISOString())
  const kiosk = await look<{ hall: { training?: string } }>(on, 'kiosk').view()
  expect(kiosk.hall.training).toBe(board.hall.training)
  expect(await on.does('GET /api/health')).toMatchObject({ rehearsal: true })
  await on.take(['kk'])
  const [visit] = [...on.hall.visits.values()]
  const slip = visit && slipOfVisit(on.context, visit)
  expect(JSON.stringify(slip)).toContain('LATIHAN')
  await on.does('DELETE /api/training', { as: 'manager' })
  const after = await restarted(on)
  await listens(after)
  expect((await look<{ hall: object }>(after, 'kiosk').view()).hall).not.toHaveProperty('training')
})

it('[O22] a training is refused in opening hours, and ends before the next ones', async () => {
  const open = await hallApp({ plan: regular })
  expect(await ask(open)).toEqual({ on: null, latest: null })
  expect((await begins(open)).code).toBe('training-hours')
  // In a break, too, people are on their way.
  const lunch = await hallApp({ plan: regular, at: Date.parse('2026-11-24T04:30:00Z') })
  expect((await begins(lunch)).code).toBe('training-hours')
  // Half past six in the morning: until a quarter of an hour before eight.
  const early = await hallApp({ plan: regular, at: Date.parse('2026-11-23T22:30:00Z') })
  expect((await ask(early)).latest).toBe('2026-11-23T23:45:00.000Z')
  expect((await begins(early, { minutes: 240 })).body.until).toBe('2026-11-23T23:45:00.000Z')
  const soon = await hallApp({ plan: regular, at: Date.parse('2026-11-23T23:41:00Z') })
  expect((await begins(soon)).code).toBe('training-hours')
  // In trial operation nobody is turned away by the hours, and nobody is surprised by a training.
  const trial = await hallApp()
  expect((await begins(trial, { minutes: 5 })).status).toBe(200)
})

it('[O23] a training begins in an empty hall only: whoever holds a number is named', async () => {
  const hall = await hallApp()
  const { visit } = await hall.take(['kk'])
  const { body, code } = await begins(hall)
  expect([code, (body as { numbers?: unknown }).numbers]).toEqual(['people-waiting', [visit.number]])
  await hall.does(`POST /api/reception/visits/${visit.id}/cancel`, { as: 'manager', body: {} })
  expect((await begins(hall)).status).toBe(200)
  expect(
    await hall.outcome('POST /api/visits', { as: 'manager', key: 'k', body: { services: ['kk'] } }),
  ).toBe('503 stopping')
})

it('[O24] what concerns the hall itself is refused in a training', async () => {
  const { on } = await training()
  const tries: [string, object][] = [
    [`PUT /api/plan?from=${on.hall.planSeq}`, rulesPlan],
    ['PUT /api/plan/draft?from=0', rulesPlan],
    ['POST /api/plan/draft/publish', {}],
    ['POST /api/operation', { operation: 'regular' }],
    ['POST /api/hall/begin', { from: 'empty', name: 'Lain', password: 'x' }],
    ['POST /api/training', { pace: 1, minutes: 5 }],
  ]
  for (const [line, body] of tries)
    expect([line, await on.outcome(line, { as: 'manager', body })]).toEqual([line, '409 training-on'])
  expect(await on.outcome('GET /api/plan/draft', { as: 'manager' })).toBe(200)
  // Outside of one there is none to end, and none whose pace could change.
  const hall = await hallApp()
  expect(await hall.outcome('DELETE /api/training', { as: 'manager' })).toBe('409 no-training')
  expect(await hall.outcome('PUT /api/training', { as: 'manager', body: { pace: 3 } })).toBe(
    '409 no-training',
  )
})

it('[O25] a start serves the training as long as it lasts, then the hall', async () => {
  const { on, before, until } = await training({ minutes: 30 })
  await on.take(['kk'])
  const again = await restarted(on, until - 1)
  expect((await ask(again)).on).toMatchObject({ pace: 60 })
  expect((await again.take(['kk'])).visit.number).toBe('A002')
  expect(filesOf(again.dir)).toBe(before.seal)
  const over = await restarted(again, until)
  expect((await ask(over)).on).toBe(null)
  expect(over.hall.seq).toBe(before.seq)
  expect(readdirSync(over.dir).filter((name) => name.startsWith('training'))).toEqual([])
  // A file that nobody can read is not a training either: the hall itself counts.
  await begins(over)
  writeFileSync(join(over.dir, 'training.json'), '{"until":')
  const sound = await restarted(over)
  expect((await ask(sound)).on).toBe(null)
  expect(sound.hall.seq).toBe(before.seq)
})

it('[O26] made-up visitors come at the pace that is set: the same ones for the same seed', async () => {
  const layout = layOut(rulesPlan)
  const days = [1, 1, 2].map((seed) => {
    const visitors = madeUpVisitors(seed)
    return Array.from({ length: 400 }, () => ({ gap: visitors.gap(60), who: visitors.next(layout) }))
  })
  const [one = [], same, other] = days
  expect(one).toEqual(same)
  expect(one).not.toEqual(other)
  const mean = one.reduce((sum, { gap }) => sum + gap, 0) / one.length
  expect(mean / 60_000).toBeGreaterThan(0.8)
  expect(mean / 60_000).toBeLessThan(1.2)
  const share = (is: (who: NonNullable<(typeof one)[number]['who']>) => boolean) =>
    one.filter(({ who }) => who && is(who)).length / one.length
  expect(share(({ priority }) => priority)).toBeGreaterThan(0.05)
  expect(share(({ services }) => services.length === 2)).toBeGreaterThan(0.1)
  expect(new Set(one.map(({ who }) => who?.services[0])).size).toBeGreaterThan(3)
  // Only what takes visitors.
  expect(one.every(({ who }) => !who?.services.includes('tabungan'))).toBe(true)
  expect(madeUpVisitors(1).next(layOut({ ...rulesPlan, services: [], counters: [], bundles: [] }))).toBe(null)

  // In the hall itself: nobody at pace 0, many at the highest.
  const { on } = await training({ pace: 0, seed: 7 })
  expect(on.hall.visits.size).toBe(0)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  await on.does('PUT /api/training', { as: 'manager', body: { pace: 240 } })
  for (let nth = 0; nth < 40 && on.hall.visits.size < 5; nth += 1) await vi.advanceTimersByTimeAsync(15_000)
  expect(on.hall.visits.size).toBeGreaterThanOrEqual(5)
  expect((await ask(on)).on).toMatchObject({ pace: 240, seed: 7 })
})

it('[O27] a training ends by itself', async () => {
  const { on, until } = await training({ pace: 0, minutes: 5 })
  const last = await restarted(on, until - 1)
  expect((await ask(last)).on).not.toBe(null)
  last.clock.now = until
  await vi.waitFor(() => expect(last.asked.again).toBe(1), 5_000)
  const after = await restarted(last, until)
  expect((await ask(after)).on).toBe(null)
})
