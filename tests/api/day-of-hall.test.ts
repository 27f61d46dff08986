// Rules Y in the views: what boards, panel, reception and supervisors say about the day before, and at the day's
// ends.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { AgencyView } from '../../server/live/agency.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { Timed } from '../../server/live/context.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { viewOf } from '../../server/live/view-of.ts'
import { regularPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'

/** What a topic shows now. */
const shown = <V>(hall: HallApp, topic: string): V => (viewOf(hall.context, topic) as Timed<V>).view

/** Somebody is being served at loket-1 overnight; it is nine the next morning. */
async function servedOverNight() {
  const hall = await hallApp()
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'start', 'loket-1')
  hall.later({ hours: 24 })
  // Any command turns the day.
  await hall.act('budi', 'open', 'loket-2')
  return { hall, visit }
}

it('[Y2] no board shows a visit of an earlier day: neither at its counter nor among the calls that are over', async () => {
  const { hall } = await servedOverNight()
  const board = () => shown<BoardView>(hall, 'board:all')
  expect(board().calls).toEqual([])
  await hall.act('ayu', 'finish', 'loket-1')
  expect(board().recent).toEqual([])
  await hall.act('ayu', 'undo', 'loket-1')
  await hall.act('spv', 'close', 'loket-1')
  expect([board().calls, board().recent]).toEqual([[], []])
})

it('[Y2] no board shows a visit of an earlier day: staff see it with its day', async () => {
  const { hall, visit } = await servedOverNight()
  const panel = shown<CounterView>(hall, 'counter:loket-1')
  expect([panel.hall.day, panel.current?.day]).toEqual(['2026-11-25', '2026-11-24'])
  const { counters } = shown<AgencyView>(hall, 'agency:dukcapil')
  expect(counters.find(({ id }) => id === 'loket-1')?.current).toMatchObject({ day: '2026-11-24' })
  const found = await hall.does<{ visit: { number: string; day: string } }>(
    `GET /api/reception/visits?number=${visit.number}`,
    { as: 'ayu' },
  )
  expect(found.visit).toMatchObject({ number: visit.number, day: '2026-11-24' })
})

/** In regular operation, half past three, when the hours end; loket-1 is open. */
async function halfPastThree() {
  const hall = await hallApp({ plan: regularPlan })
  await hall.act('ayu', 'open', 'loket-1')
  await hall.take(['kk'])
  hall.later({ hours: 6, minutes: 30 })
  return hall
}
/** The clock of the hall looks at what is due. */
const clockLooks = (hall: HallApp) => hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
const stateOf = (hall: HallApp) => {
  const { counters, paused } = shown<BoardView>(hall, 'board:all')
  return [counters.find(({ id }) => id === 'loket-1')?.state, paused.length]
}

it('[Y5] after hours a counter closes by itself when nobody is there: boards say so, and the record says who did', async () => {
  const hall = await halfPastThree()
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'miss', 'loket-1')
  await hall.does('DELETE /api/session', { as: 'ayu' })
  await clockLooks(hall)
  expect(stateOf(hall)).toEqual(['paused', 1])
  hall.later({ minutes: 30 })
  await clockLooks(hall)
  expect(stateOf(hall)).toEqual(['closed', 0])
  const last = hall.db.prepare("SELECT by FROM events WHERE type = 'counter-closed'").pluck().all()
  expect(last).toEqual(['system:clock'])
})

it('[Y6] boards show no media where everybody has gone', async () => {
  const files = [{ file: 'malam.png', hours: { from: '15:00', to: '23:00' } }]
  const hall = await hallApp({ plan: { ...regularPlan, media: { files } } })
  const picture = readFileSync(new URL('../media/files/small.png', import.meta.url))
  for (const name of ['siang.png', 'malam.png'])
    await hall.does(`POST /api/media?name=${name}`, {
      as: 'manager',
      body: picture,
      headers: { 'content-type': 'application/octet-stream' },
    })
  await hall.act('ayu', 'open', 'loket-1')
  const media = () => shown<BoardView>(hall, 'board:all').media.length
  expect(media()).toBe(1)
  // The break, after hours with somebody there, and with nobody.
  hall.later({ hours: 3, minutes: 30 })
  expect(media()).toBe(1)
  hall.later({ hours: 3, minutes: 15 })
  expect(media()).toBe(2)
  await hall.act('ayu', 'close', 'loket-1')
  expect(media()).toBe(1)
  const trial = { ...regularPlan, operation: 'trial' as const }
  await hall.revise(trial)
  expect(media()).toBe(2)
})

it('[Y7] visitors who are left at a counter are not forgotten', async () => {
  const hall = await halfPastThree()
  hall.clock.now -= 60_000
  const said = () => [
    shown<CounterView>(hall, 'counter:loket-1').afterHours,
    shown<AgencyView>(hall, 'agency:dukcapil').afterHours,
  ]
  expect(said()).toEqual([false, false])
  expect((viewOf(hall.context, 'counter:loket-1') as Timed<CounterView>).until).toBeLessThanOrEqual(
    hall.clock.now + 60_000,
  )
  hall.later({ minutes: 1 })
  expect(said()).toEqual([true, true])
})

it('[Y8] a pause is not announced for longer than it was meant to last', async () => {
  const hall = await hallApp({ plan: regularPlan })
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'pause', 'loket-1', { minutes: 20 })
  hall.later({ minutes: 19 })
  expect(stateOf(hall)).toEqual(['paused', 1])
  hall.later({ minutes: 1 })
  expect(stateOf(hall)).toEqual(['paused', 0])
  await hall.act('ayu', 'pause', 'loket-1')
  hall.later({ hours: 1 })
  expect(stateOf(hall)).toEqual(['paused', 1])
})

it('[B7] a number appears once on a board', async () => {
  const hall = await hallApp()
  for (const [who, counter] of [
    ['ayu', 'loket-1'],
    ['budi', 'loket-2'],
    ['dewi', 'loket-3'],
  ] as const)
    await hall.act(who, 'open', counter)
  await hall.take(['kk', 'skck'])
  const lines = () => {
    const { calls, missed, recent } = shown<BoardView>(hall, 'board:all')
    return [calls, missed, recent].map((list) => list.map(({ number, counter }) => `${number} ${counter}`))
  }
  const finished = async (who: 'ayu' | 'budi' | 'dewi', counter: string) => {
    await hall.act(who, 'call-next', counter)
    await hall.act(who, 'start', counter)
    await hall.act(who, 'finish', counter)
  }
  await finished('ayu', 'loket-1')
  expect(lines()).toEqual([[], [], ['A001 loket-1']])
  hall.later({ minutes: 2 })
  await hall.act('dewi', 'call-next', 'loket-3')
  expect(lines()).toEqual([['A001 loket-3'], [], []])
  await hall.act('dewi', 'miss', 'loket-3')
  expect(lines()).toEqual([[], ['A001 loket-3'], []])
  hall.later({ minutes: 31 })
  expect(lines()).toEqual([[], [], ['A001 loket-3']])
})

it('[W8] where the plan has a second call, an unanswered first one is not the last: the phone is told', async () => {
  const hall = await hallApp({ plan: { ...regularPlan, secondCallSeconds: 120 } })
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call-next', 'loket-1')
  const step = () => shown<VisitView>(hall, `visit:${visit.token}`).visit.steps[0]
  expect(step()).toMatchObject({ status: 'called', secondCall: false })
  await hall.act('ayu', 'miss', 'loket-1')
  expect(step()).toMatchObject({ status: 'waiting', secondCall: true, calls: 1 })
  hall.later({ minutes: 3 })
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'miss', 'loket-1')
  expect(step()).toMatchObject({ status: 'missed', secondCall: false, calls: 2 })
})
