// The reports over HTTP: what they answer, whom, and what they say to a question that cannot be answered.
import { expect, it } from 'vitest'
import type { StepsAnswer } from '../../server/reports/question.ts'
import { hallApp } from './hall-app.ts'

const day = '2026-11-24'
const of = (report: string, more = '') => `GET /api/reports/${report}?from=${day}&to=${day}${more}`

it('the same before and after the close of the day', async () => {
  const hall = await hallApp()
  await hall.act('ayu', 'open', 'loket-1')
  for (let nth = 0; nth < 6; nth += 1) await hall.take(['kk'])
  for (let nth = 0; nth < 5; nth += 1) {
    hall.clock.now += 60_000
    await hall.act('ayu', 'call-next', 'loket-1')
    hall.clock.now += 30_000
    await hall.act('ayu', 'start', 'loket-1')
    hall.clock.now += 300_000
    await hall.act('ayu', 'finish', 'loket-1', nth === 4 ? { outcome: 'incomplete' } : {})
  }
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
