// Past days, replayed: without a change as they were, with one as the hall's rules make it.
import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { factsOf } from '../../server/reports/facts/fold.ts'
import type { Change } from '../../server/simulator/change.ts'
import { Seen } from '../../server/simulator/draw.ts'
import { readDay } from '../../server/simulator/read-day.ts'
import { type Replayed, replayDay } from '../../server/simulator/replay.ts'
import { Simulation, type SimulationResult } from '../../server/simulator/simulation.ts'
import { recordsOf } from '../property/play.ts'
import { createRandom } from '../property/prng.ts'
import { plans } from '../property/plans.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { pastDay } from './past-day.ts'

const plan: Plan = { ...rulesPlan, operation: 'regular' }
const DAY = '2026-11-24'
const counters = ['loket-1', 'loket-3', 'loket-4']
/** A busy day of the hall of the rules: two thirds of its counters are open. */
const busy = (seed: number, more: Partial<Plan> = {}, visits = 110) =>
  pastDay({ ...plan, ...more }, DAY, createRandom(seed), { visits, counters })

function simulated(change: Change, days: readonly (readonly Recorded[])[], seed = 1): SimulationResult {
  const simulation = new Simulation(change, seed)
  for (const day of days) simulation.add(day)
  return simulation.result()
}

function replayed(records: readonly Recorded[], change: Change = {}): Replayed {
  const seen = new Seen()
  const script = readDay(records, seen)
  if (typeof script === 'string') throw new Error(script)
  return replayDay(script, change, seen, 1)
}

const firstCalls = (records: readonly Recorded[]) =>
  new Map(factsOf(records).map(({ step, calledAt, outcome }) => [step, { calledAt, outcome }]))

describe('without a change', () => {
  it.each([1, 2, 3])('[SI1] a day without a change comes out as it was: seed %i', (seed) => {
    const records = busy(seed)
    const { fidelity, as, again, drawn } = simulated({}, [records])
    expect(fidelity.steps).toBeGreaterThan(60)
    expect(fidelity.differ).toBeLessThanOrEqual(2)
    expect(fidelity.withinMinute).toBeGreaterThan(0.9)
    expect(fidelity.meanSeconds).toBeLessThan(30)
    expect(Math.abs((as.waiting.all?.p90 ?? 0) - (again.waiting.all?.p90 ?? 0))).toBeLessThan(120)
    expect([again.visits, again.turnedAway]).toEqual([as.visits, 0])
    expect(drawn.again).toBeLessThanOrEqual(2)
  })

  it('[SI1] a day without a change comes out as it was: step by step, with all that became of each', () => {
    const records = busy(4, {}, 40)
    const [was, is] = [firstCalls(records), firstCalls(replayed(records).records)]
    expect(is.size).toBe(was.size)
    const apart = [...was].filter(([step, { calledAt, outcome }]) => {
      const other = is.get(step)
      return other?.outcome !== outcome || Math.abs((other.calledAt ?? 0) - (calledAt ?? 0)) > 1_000
    })
    expect(apart).toEqual([])
  })

  it('[SI1] a day without a change comes out as it was: with second calls too', () => {
    const { fidelity } = simulated({}, [busy(5, { secondCallSeconds: 60 })])
    expect(fidelity.steps).toBeGreaterThan(60)
    expect(fidelity.withinMinute).toBeGreaterThan(0.9)
  })

  it('any day that the rules allow can be replayed, whatever happened in it', () => {
    for (const seed of [11, 12, 13]) {
      const records = recordsOf(seed, plans, 400)
      const closes = records.findIndex(({ event }) => event.type === 'day-closed')
      const day = closes === -1 ? records : records.slice(0, closes + 1)
      const result = simulated({ open: [{ counter: 'loket-2', from: 480, to: 600 }] }, [day])
      expect(result.days + result.skipped.length).toBe(1)
    }
  })
})

it('[SI2] the same question has the same answer', () => {
  const days = [busy(1), busy(2)]
  const change: Change = { open: [{ counter: 'loket-2', from: 480, to: 600 }] }
  expect(simulated(change, days, 5)).toEqual(simulated(change, days, 5))
})

describe('[SI3] a change is a change of the plan of each day, and counters that are open besides', () => {
  const records = busy(6)
  const as = simulated({}, [records]).again

  it('another counter brings the waits down', () => {
    const { would } = simulated({ open: [{ counter: 'loket-2', from: '08:00', to: '12:00' }] }, [records])
    expect(would.waiting.all?.mean).toBeLessThan((as.waiting.all?.mean ?? 0) * 0.9)
    expect(would.open - as.open).toBeGreaterThan(3.5 * 3600)
    expect(would.open - as.open).toBeLessThan(4.5 * 3600)
  })

  it('a counter that is open already is open then, and before and after as it was', () => {
    const { records: made } = replayed(records, {
      open: [{ counter: 'loket-1', from: '12:00', to: '13:00' }],
    })
    const states = made.flatMap(({ event, at }) =>
      event.type.startsWith('counter-') && 'counter' in event && event.counter === 'loket-1'
        ? [`${event.type} ${new Date(at + 8 * 3_600_000).toISOString().slice(11, 13)}`]
        : [],
    )
    // It paused at twelve, and closed in the afternoon.
    expect(states.some((one) => one === 'counter-paused 12')).toBe(false)
    expect(states.at(-1)).toMatch(/^counter-closed/)
  })

  it('a shared counter serves the named services too', () => {
    const shared = (plan.counters.find(({ id }) => id === 'loket-2')?.services ?? []).filter(
      (id) => id !== 'kk',
    )
    const alone = pastDay(
      {
        ...plan,
        counters: plan.counters.map((one) => (one.id === 'loket-1' ? { ...one, services: ['kk'] } : one)),
      },
      DAY,
      createRandom(8),
      { visits: 80, counters: ['loket-1', 'loket-2'] },
    )
    const { records: made } = replayed(alone, { shared: [{ counter: 'loket-1', services: shared }] })
    const called = (list: readonly Recorded[]) =>
      new Set(
        factsOf(list)
          .filter(({ counter }) => counter === 'loket-1')
          .map(({ service }) => service),
      )
    expect([...called(alone)]).toEqual(['kk'])
    expect(called(made).size).toBeGreaterThan(1)
    expect([...called(made)].filter((id) => id !== 'kk' && !shared.includes(id))).toEqual([])
  })

  it('the rates decide who is next', () => {
    const { would } = simulated({ rates: { priority: 20 } }, [records])
    expect(would.waiting.priority?.mean).toBeLessThan(as.waiting.priority?.mean ?? 0)
    const { would: none } = simulated({ rates: { priority: 1 } }, [records])
    expect(none.waiting.priority?.mean).toBeGreaterThan(as.waiting.priority?.mean ?? 0)
  })

  it('walking time, late returns and a second call are those of the change', () => {
    const { records: made } = replayed(records, { walkSeconds: 600, lateSeconds: 0, secondCallSeconds: 120 })
    expect(made[0]?.event).toMatchObject({
      plan: { walkSeconds: 600, lateSeconds: 0, secondCallSeconds: 120 },
    })
    expect(made.some(({ event }) => event.type === 'unanswered')).toBe(true)
    const again = busy(5, { secondCallSeconds: 60 })
    const { records: without } = replayed(again, { secondCallSeconds: null })
    expect(again.some(({ event }) => event.type === 'unanswered')).toBe(true)
    expect(without.some(({ event }) => event.type === 'unanswered')).toBe(false)
    // Who came to the second call is back by then.
    const served = (list: readonly Recorded[]) =>
      factsOf(list).filter(({ outcome }) => outcome !== null).length
    expect(served(without)).toBeGreaterThan(served(again) * 0.95)
  })

  it('hours and quotas turn people away', () => {
    const { would } = simulated({ hours: [{ from: '08:00', to: '10:00' }] }, [records])
    expect(would.turnedAway).toBeGreaterThan(10)
    expect(would.visits + would.turnedAway).toBe(as.visits)
    const few = simulated({ quotas: [{ service: 'kk', quota: 3 }] }, [records]).would
    expect(few.turnedAway).toBeGreaterThan(3)
    const kk = factsOf(replayed(records, { quotas: [{ service: 'kk', quota: 3 }] }).records)
    expect(kk.filter(({ service, cameBy }) => service === 'kk' && cameBy === 'ticket')).toHaveLength(3)
  })
})

describe('[SI4] nobody knows what a visitor would have done who was never called', () => {
  // One counter for all: many wait until the day ends.
  const records = pastDay(plan, DAY, createRandom(9), { visits: 90, counters: ['loket-1'], to: 600 })
  const counter = 'loket-2'

  it('what is drawn is said', () => {
    const { as, would, drawn } = simulated({ open: [{ counter, from: 480, to: 930 }] }, [records])
    expect(as.unserved).toBeGreaterThan(10)
    expect(would.unserved).toBeLessThan(as.unserved)
    expect(drawn.would).toBeGreaterThan(5)
    expect(drawn.would).toBeGreaterThan(drawn.again)
  })

  it('from what was seen there, else from the plan', () => {
    const seen = new Seen()
    for (const ms of [1, 2, 3, 4]) seen.note('serving', 'kk', ms)
    expect(seen.one('serving', 'kk', 0)).toBe(undefined)
    seen.note('serving', 'kk', 5)
    expect([seen.one('serving', 'kk', 0), seen.one('serving', 'kk', 0.99)]).toEqual([1, 5])
    const served = factsOf(replayed(records, { open: [{ counter, from: 480, to: 930 }] }).records)
    for (const { servedSeconds } of served) expect(servedSeconds ?? 0).toBeLessThan(3 * 3600)
  })
})

it('[SI5] the figures are those of the reports', () => {
  const records = busy(3)
  const facts = factsOf(records)
  const { as } = simulated({}, [records])
  expect(as.taken).toBe(facts.length)
  const waits = facts.flatMap(({ waitedSeconds }) => waitedSeconds ?? []).sort((a, b) => a - b)
  expect(as.waiting.all?.max).toBe(Math.round(waits.at(-1) ?? 0))
  expect(as.waiting.all?.p50).toBe(Math.round(waits[Math.ceil(waits.length / 2) - 1] ?? 0))
  expect(as.overLimit).toBe(waits.filter((one) => one > plan.waitLimitMinutes * 60).length)
})

describe('[SI8] a day that can’t be replayed is left out and named', () => {
  const records = busy(1, {}, 30)
  it('one on which nobody came, or whose clock was set', () => {
    const empty = records.filter(({ event }) => event.type.startsWith('day-'))
    const set = [
      ...records.slice(0, -1),
      { ...(records.at(-1) as Recorded), event: { type: 'clock-confirmed' as const } },
    ]
    const { days, skipped } = simulated({}, [records, empty, set])
    expect([days, skipped.map(({ why }) => why)]).toEqual([1, ['empty', 'clock']])
  })

  it('what only some days have is tried on those', () => {
    const without = { ...plan, counters: plan.counters.filter(({ id }) => id !== 'loket-2') }
    const other = pastDay(without, DAY, createRandom(2), { visits: 30, counters })
    const { absent, days } = simulated({ open: [{ counter: 'loket-2', from: 480, to: 600 }] }, [
      records,
      other,
    ])
    expect([days, absent]).toEqual([2, [{ code: 'unknown-counter', about: 'loket-2', days: 1 }]])
  })
})
