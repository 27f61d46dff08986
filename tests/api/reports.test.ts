// The reports over HTTP: what they answer, whom, and what they say to a question that cannot be answered.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { MonthPart, StepsAnswer } from '../../server/reports/question.ts'
import { openDatabase } from '../../server/store/open.ts'
import { type HallApp, hallApp, openHall } from './hall-app.ts'

const day = '2026-11-24'
const of = (report: string, more = '') => `GET /api/reports/${report}?from=${day}&to=${day}${more}`

interface MonthAnswer {
  from: string
  to: string
  hall: MonthPart | null
  agencies: Record<string, MonthPart>
}

/** So many visitors for a family card, one after the other; the last of them as `last` says. */
async function serve(hall: HallApp, count: number, last: object = {}): Promise<void> {
  if (hall.hall.counters.get('loket-1')?.state !== 'open') await hall.act('ayu', 'open', 'loket-1')
  for (let nth = 0; nth < count; nth += 1) await hall.take(['kk'])
  for (let nth = 1; nth <= count; nth += 1) {
    hall.clock.now += 60_000
    await hall.act('ayu', 'call-next', 'loket-1')
    hall.clock.now += 30_000
    await hall.act('ayu', 'start', 'loket-1')
    hall.clock.now += 300_000
    await hall.act('ayu', 'finish', 'loket-1', nth === count ? last : {})
  }
}

it('[RP2] the same before and after the close of the day', async () => {
  const hall = await hallApp()
  await serve(hall, 5, { outcome: 'incomplete' })
  await hall.take(['kk'])
  const ask = () => hall.does<StepsAnswer>(of('steps', '&by=service'), { as: 'manager' })
  const before = await ask()
  expect(before.rows).toMatchObject([
    { key: 'kk', name: { id: 'kk', en: 'kk' }, taken: 6, called: 5, served: 4, incomplete: 1, open: 1 },
  ])
  expect(before.rows[0]?.serving).toEqual({ mean: 300, p50: 300, p90: 300, max: 300 })
  expect(before.rows[0]?.walking?.p90).toBe(30)
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  const after = await ask()
  expect(after.rows).toMatchObject([{ ...before.rows[0], open: 0, left: 1, level: expect.anything() }])
  const both = await hall.does<StepsAnswer>(`GET /api/reports/steps?from=${day}&to=2026-11-25&by=day`, {
    as: 'manager',
  })
  expect(both.rows).toMatchObject([
    { key: day, taken: 6 },
    { key: '2026-11-25', taken: 1, open: 1 },
  ])
})

it('the report of a month makes itself with the first opening after it, and stays as it was made', async () => {
  const hall = await hallApp()
  await serve(hall, 6)
  expect(await hall.does('GET /api/reports/months', { as: 'manager' })).toEqual({ months: [] })
  expect(await hall.outcome('GET /api/reports/months/2026-11', { as: 'manager' })).toBe('404 unknown-month')
  hall.later({ hours: 24 * 8 })
  await hall.take(['kk'])
  await expect
    .poll(() => hall.does('GET /api/reports/months', { as: 'manager' }))
    .toMatchObject({ months: [{ month: '2026-11' }] })
  const made = await hall.does<MonthAnswer>('GET /api/reports/months/2026-11', { as: 'manager' })
  expect(made).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
    hall: { steps: { hall: [{ taken: 6, served: 6 }], day: [{ key: day }] }, visits: { visits: 6 } },
    agencies: { dukcapil: { steps: { agency: [{ key: 'dukcapil', taken: 6 }] } } },
  })
  const own = await hall.does<MonthAnswer>('GET /api/reports/months/2026-11', { as: 'spv' })
  expect(own).toEqual({ ...made, hall: null })
  const other = await hall.does<MonthAnswer>('GET /api/reports/months/2026-11', { as: 'spv-polres' })
  expect(other).toEqual({ ...made, hall: null, agencies: {} })
  for (const name of ['__proto__', '2026-13', '%00', 'constructor'])
    expect(await hall.outcome(`GET /api/reports/months/${name}`, { as: 'manager' })).toBe('404 unknown-month')
})

it('months missed while the server was off are made at its next opening', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'antre-months-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const before = await openHall({ dir, at: Date.parse('2026-09-29T01:00:00Z') })
  await before.take(['kk'])
  before.later({ hours: 24 * 30 })
  await before.take(['kk'])
  await before.close()
  const db = openDatabase(dir)
  db.exec('DELETE FROM month_reports')
  db.close()
  const hall = await hallApp({ dir })
  // So long a leap is believed once somebody says that it is true.
  await hall.does('POST /api/clock/confirm', { as: 'manager', body: {} })
  await expect
    .poll(() => hall.does('GET /api/reports/months', { as: 'manager' }))
    .toMatchObject({ months: [{ month: '2026-09' }, { month: '2026-10' }] })
})

it('marks on the time axis are written by managers, seen by supervisors, and taken away', async () => {
  const hall = await hallApp()
  const mark = { day, kind: 'counter', text: 'Loket 5 dibuka' }
  const line = 'POST /api/reports/marks'
  expect(await hall.outcomes(line, { body: mark }, ['nobody', 'ayu', 'spv'])).toEqual({
    nobody: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
  })
  for (const wrong of [
    { ...mark, day: '2026-02-30' },
    { ...mark, kind: 'ranking' },
    { ...mark, text: '   ' },
    { ...mark, text: 'x'.repeat(201) },
  ])
    expect(await hall.outcome(line, { as: 'manager', body: wrong })).toBe('400 bad-request')
  const { mark: made } = await hall.does<{ mark: { id: string } }>(line, { as: 'manager', body: mark })
  expect(await hall.does('GET /api/reports/marks', { as: 'spv' })).toEqual({ marks: [made] })
  const remove = `DELETE /api/reports/marks/${made.id}`
  expect(await hall.outcome(remove, { as: 'spv' })).toBe('403 not-allowed')
  expect(await hall.outcome(remove, { as: 'manager' })).toBe(200)
  expect(await hall.outcome(remove, { as: 'manager' })).toBe('404 unknown-mark')
  expect(await hall.does('GET /api/reports/marks', { as: 'spv' })).toEqual({ marks: [] })
})
