// Simulations over HTTP: begun by a manager, followed, cancelled; and everything that can't be tried.
import { expect, it, vi } from 'vitest'
import type { SimulationAnswer } from '../../server/http/commands/simulations.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { type HallApp, hallApp } from './hall-app.ts'

/** Tuesday 24 November 2026, 9.00 in Makassar. */
const NINE = Date.parse('2026-11-24T01:00:00Z')
const YESTERDAY = '2026-11-24'
const change = { open: [{ counter: 'loket-2', from: '09:00', to: '10:00' }] }

/** A hall that had a Tuesday with ten visitors and one counter, a Wednesday with nobody, and has opened on Thursday. */
async function pastHall(visitors = 10): Promise<HallApp> {
  const hall = await hallApp({ plan: rulesPlan, at: NINE })
  for (let nth = 0; nth < visitors; nth++) {
    await hall.take(['kk'])
    hall.later({ seconds: 20 })
  }
  await hall.act('ayu', 'open', 'loket-1')
  for (let nth = 0; nth < visitors; nth++) {
    hall.later({ seconds: 15 })
    await hall.act('ayu', 'call-next', 'loket-1')
    hall.later({ seconds: 30 })
    await hall.act('ayu', 'start', 'loket-1')
    hall.later({ minutes: 5 })
    await hall.act('ayu', 'finish', 'loket-1')
  }
  await hall.act('ayu', 'close', 'loket-1')
  for (const hours of [24, 24]) {
    hall.later({ hours })
    await hall.does('POST /api/counters/loket-1/open', { as: 'ayu' })
    await hall.act('ayu', 'close', 'loket-1')
  }
  return hall
}

const begin = (hall: HallApp, body: object = {}) =>
  hall.ask<{ id: string }>('POST /api/simulations', {
    as: 'manager',
    body: { from: YESTERDAY, to: YESTERDAY, change, ...body },
  })
const look = (hall: HallApp, id: string) =>
  hall.does<SimulationAnswer>(`GET /api/simulations/${id}`, { as: 'manager' })
const done = (hall: HallApp, id: string) =>
  vi.waitFor(
    async () => {
      const answer = await look(hall, id)
      expect(answer.state).toBe('done')
      return answer
    },
    { timeout: 20_000 },
  )

it('a manager tries another counter on a past day, and sees both sides', async () => {
  const hall = await pastHall()
  const { status, body } = await begin(hall)
  expect(status).toBe(202)
  const answer = await done(hall, body.id)
  const { as, again, would, fidelity } = answer
  expect([answer.share, answer.days, answer.limitMinutes]).toEqual([1, 1, rulesPlan.waitLimitMinutes])
  expect(as?.visits).toBe(10)
  expect(fidelity).toEqual({ steps: 10, differ: 0, meanSeconds: 0, withinMinute: 1 })
  expect(again?.waiting).toEqual(as?.waiting)
  expect(would?.waiting.all?.mean).toBeLessThan((as?.waiting.all?.mean ?? 0) * 0.7)
  expect(would?.waiting.services).toMatchObject([{ service: 'kk' }])
  expect((would?.open ?? 0) - (as?.open ?? 0)).toBe(3600)
  // The hall knows nothing about it.
  expect(hall.hall.counters.get('loket-2')?.state).toBe('closed')
  const { simulations } = await hall.does<{ simulations: SimulationAnswer[] }>('GET /api/simulations', {
    as: 'manager',
  })
  expect(simulations).toEqual([answer])
  await hall.close()
})

it('[SI7] what can’t be tried is refused', async () => {
  const hall = await pastHall(1)
  const refused = async (body: object) => {
    const { status, code, body: problem } = await begin(hall, body)
    const { about, property } = problem as { about?: string; property?: string }
    return `${status} ${code} ${about ?? property ?? ''}`.trim()
  }
  expect(await refused({ from: '2026-11-25', to: YESTERDAY })).toBe('422 period-reversed')
  expect(await refused({ to: '2026-11-26' })).toBe('422 day-not-over')
  expect(await refused({ from: '2027-01-01', to: '2027-01-02' })).toBe('422 day-not-over')
  expect(await refused({ from: '2025-11-24', to: YESTERDAY })).toBe('422 period-too-long')
  expect(await refused({ from: '2026-11-31', to: '2026-11-31' })).toMatch(/^400 bad-request/)
  // Before the first day, and a day on which nobody came.
  expect(await refused({ from: '2026-11-01', to: '2026-11-02' })).toBe('422 nothing-to-simulate')
  expect(await refused({ from: '2026-11-25', to: '2026-11-25' })).toBe('422 nothing-to-simulate')
  const opens = (...open: object[]) => refused({ change: { open } })
  const from = 480
  expect(await opens({ counter: 'loket-99', from, to: 600 })).toBe('404 unknown-counter loket-99')
  expect(await opens({ counter: '__proto__', from, to: 600 })).toBe('404 unknown-counter __proto__')
  expect(await opens({ counter: 'loket-2', from, to: 480 })).toBe('422 reversed-times loket-2')
  expect(await opens({ counter: 'loket-2', from: '10:00', to: '08:00' })).toBe('422 reversed-times loket-2')
  expect(
    await opens({ counter: 'loket-2', from, to: 600 }, { counter: 'loket-2', from: '09:59', to: 700 }),
  ).toBe('422 overlapping-times loket-2')
  expect(
    await refused({
      change: {
        hours: [
          { from, to: 600 },
          { from: 500, to: 700 },
        ],
      },
    }),
  ).toBe('422 overlapping-times hours')
  const shares = (...shared: object[]) => refused({ change: { shared } })
  expect(await shares({ counter: 'loket-1', services: ['nobody'] })).toBe('404 unknown-service nobody')
  expect(await shares({ counter: 'loket-1', services: ['skck'] })).toBe('422 other-agency skck')
  expect(
    await shares({ counter: 'loket-1', services: ['kk'] }, { counter: 'loket-1', services: ['akta'] }),
  ).toBe('422 named-twice loket-1')
  for (const wrong of [
    { rates: {} },
    { rates: { priority: 0 } },
    { walkSeconds: -1 },
    { walkSeconds: '60' },
    { open: [{ counter: 'loket-2', from: '25:00', to: 600 }] },
    { quotas: [{ service: 'kk', quota: 0 }] },
    { anything: 1 },
  ])
    expect(await refused({ change: wrong })).toMatch(/^400 /)
  expect(
    (await hall.does<{ simulations: [] }>('GET /api/simulations', { as: 'manager' })).simulations,
  ).toEqual([])
  await hall.close()
})

it('[SI9] one runs, the others wait: each comes to its end, and is forgotten when somebody says so', async () => {
  const hall = await pastHall(2)
  const ids: string[] = []
  for (const seed of [1, 2, 3]) ids.push((await begin(hall, { seed })).body.id)
  for (const id of ids) expect((await done(hall, id)).seed).toBe(ids.indexOf(id) + 1)
  const [first = ''] = ids
  const drop = (id: string) => hall.outcome(`DELETE /api/simulations/${id}`, { as: 'manager' })
  expect([await drop(first), await drop(first), await drop('constructor')]).toEqual([
    200,
    '404 unknown-simulation',
    '404 unknown-simulation',
  ])
  expect(await hall.outcome(`GET /api/simulations/${first}`, { as: 'manager' })).toBe(
    '404 unknown-simulation',
  )
  const { simulations } = await hall.does<{ simulations: { id: string }[] }>('GET /api/simulations', {
    as: 'manager',
  })
  expect(simulations.map(({ id }) => id)).toEqual(ids.slice(1).reverse())
  await hall.close()
})
