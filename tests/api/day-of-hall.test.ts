// Rules Y in the views: what boards, panel, reception and supervisors say of the day before, and at the day's ends.
import { expect, it } from 'vitest'
import type { AgencyView } from '../../server/live/agency-views.ts'
import type { BoardView } from '../../server/live/board-view.ts'
import type { CounterView } from '../../server/live/counter-view.ts'
import type { Timed } from '../../server/live/context.ts'
import { viewOf } from '../../server/live/view-of.ts'
import { hallApp, type HallApp } from './hall-app.ts'

/** What a topic shows now. */
const shown = <V>(hall: HallApp, topic: string): V => (viewOf(hall.context, topic) as Timed<V>).view

/** Somebody is being served at loket-1 over the night; it is nine in the next morning. */
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
