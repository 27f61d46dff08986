// What managers look up when they set the hall's times: the holidays of a year, and the calendar of the coming months.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CalendarDay } from '../../server/hall/hours.ts'
import type { HolidayYear } from '../../server/halls/holidays/holidays.ts'
import { regularPlan } from '../rules/rules-plan.ts'
import { type HallApp, openHall } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall({ plan: regularPlan })
})
afterAll(() => hall.close())

const calendar = async (query: string) =>
  (await hall.does<{ days: CalendarDay[] }>(`GET /api/plan/calendar?${query}`, { as: 'manager' })).days

it('[X14] holidays are offered, and a person ticks each: by year, to supervisors and managers', async () => {
  const of = (year: string) =>
    hall.does<HolidayYear>(`GET /api/catalogue/holidays?year=${year}`, { as: 'spv' })
  expect((await of('2026')).holidays).toContainEqual({
    day: '2026-12-24',
    name: { id: 'Cuti bersama Natal', en: 'Joint leave: Christmas' },
    kind: 'joint-leave',
    basis: 'decree',
    source: expect.stringMatching(/^SKB .* 1497 Tahun 2025/),
  })
  expect(await of('2027')).toMatchObject({ year: 2027, decree: null })
  // Nothing was ticked.
  expect(hall.hall.layout.plan.holidays).toEqual(regularPlan.holidays)
  expect(await hall.outcome('GET /api/catalogue/holidays?year=27', { as: 'spv' })).toBe('400 bad-request')
  expect(await hall.outcome('GET /api/catalogue/holidays?year=2026', { as: 'ayu' })).toBe('403 not-allowed')
})

it('[X15] the calendar shows the coming days as they will be', async () => {
  const days = await calendar('from=2026-12-24&to=2026-12-27')
  const open = [
    { from: 480, to: 720 },
    { from: 780, to: 930 },
  ]
  expect(days).toEqual([
    { day: '2026-12-24', spans: open, because: null, agencies: [] },
    {
      day: '2026-12-25',
      spans: [],
      because: { kind: 'holiday', name: { id: 'Natal', en: 'Natal' } },
      agencies: [],
    },
    { day: '2026-12-26', spans: [], because: null, agencies: [] },
    { day: '2026-12-27', spans: [], because: null, agencies: [] },
  ])
})

it('[X15] the calendar shows the coming days as they will be: by the draft too, however unfinished', async () => {
  const name = { id: 'Sabtu', en: 'Saturday' }
  const spans = [{ from: 480, to: 720 }]
  const days = [{ day: '2026-12-26', name, spans, open: ['polres'] }]
  const draft = { ...regularPlan, days, services: [{ id: 'baru' }], address: 3 }
  const saved = await hall.does<{ from: number }>('GET /api/plan/draft', { as: 'manager' })
  await hall.does(`PUT /api/plan/draft?from=${saved.from}`, { as: 'manager', body: draft })
  const query = 'from=2026-12-26&to=2026-12-26'
  expect(await calendar(`${query}&draft=true`)).toEqual([
    {
      day: '2026-12-26',
      spans,
      because: { kind: 'day', name },
      agencies: [
        { agency: 'dukcapil', spans: [] },
        { agency: 'bank', spans: [] },
      ],
    },
  ])
  expect(await calendar(query)).toMatchObject([{ spans: [] }])
})

it.each([
  ['from=2026-02-30&to=2026-03-01', 'from'],
  ['from=2026-03-01&to=2026-02-01', 'to'],
  ['from=2026-03-01&to=2028-03-01', 'to'],
])('answers bad-request to a calendar of %s', async (query, property) => {
  const answer = await hall.ask(`GET /api/plan/calendar?${query}`, { as: 'manager' })
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request', property } })
})
