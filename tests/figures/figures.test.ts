// What figures are made of: nearest ranks, too few values, the service level's exact rule, the way through agencies.
import { describe, expect, it } from 'vitest'
import {
  counterFigures,
  metLevel,
  percentile,
  spreadOf,
  staffedOf,
  stepFigures,
  visitFigures,
} from '../../server/reports/figures.ts'
import type { Fact } from '../../server/reports/facts/fact.ts'
import { aFact, aSpan, leftAfter } from './a-fact.ts'

it('[FG20] a percentile is the nearest rank', () => {
  const values = [15, 20, 35, 40, 50]
  expect([5, 20, 30, 40, 50, 90, 100].map((percent) => percentile(values, percent))).toEqual([
    15, 15, 20, 20, 35, 50, 50,
  ])
})

it('[FG21] fewer than five values are too few', () => {
  expect(spreadOf([1, 2, 3, 4])).toBeNull()
  expect(spreadOf([9, 1, 3, 2, 10])).toEqual({ mean: 5, p50: 3, p90: 10, max: 10 })
})

describe('the service level', () => {
  const cases: [string, Fact, boolean | null][] = [
    ['called within T', aFact({ waitedSeconds: 900 }), true],
    ['called later', aFact({ waitedSeconds: 900.001 }), false],
    ['called within T and never came', aFact({ outcome: null, status: 'expired', end: 'day' }), true],
    ['left by the day’s end, however early it came', leftAfter(60, { end: 'day', status: 'expired' }), false],
    ['cancelled before T', leftAfter(899), null],
    ['cancelled at T or later', leftAfter(900), false],
    ['cancelled at the reception before T', leftAfter(10, { end: 'asked' }), null],
    ['seated', aFact({ cameBy: 'seated', waitedSeconds: null }), null],
    ['on paper', aFact({ cameBy: 'paper', waitedSeconds: null }), null],
    ['dropped, though it was called', aFact({ outcome: null, status: 'cancelled', end: 'closed' }), null],
    ['blocked to the end', leftAfter(2000, { blocked: true }), null],
    ['still waiting', leftAfter(2000, { status: 'waiting', end: null, endedAt: null }), null],
  ]
  it.each(cases)(
    '[FG22] the service level is the share of steps whose waiting was no longer than T: %s',
    (_, fact, met) => expect(metLevel(fact)).toBe(met),
  )

  it('[FG22] the service level is the share of steps whose waiting was no longer than T: with T where that is one', () => {
    const four = [10, 20, 1000, 30].map((waitedSeconds) => aFact({ waitedSeconds }))
    expect(stepFigures(four).level).toBeNull()
    const five = [...four, leftAfter(5, { end: 'day', status: 'expired' }), leftAfter(5)]
    expect(stepFigures(five).level).toEqual({ seconds: 900, share: 3 / 5 })
    expect(stepFigures([...five, aFact({ levelSeconds: 60 })]).level).toEqual({ seconds: null, share: 3 / 6 })
  })
})

it('[FG2] what was taken is the sum of what became of it', () => {
  const { taken, served, incomplete, referred, noShow, left, dropped, open } = stepFigures([
    aFact(),
    aFact({ outcome: 'incomplete' }),
    aFact({ outcome: 'referred' }),
    aFact({ outcome: null, status: 'expired', end: 'day' }),
    leftAfter(10),
    leftAfter(10, { end: 'closed' }),
    aFact({ outcome: null, status: 'serving', endedAt: null }),
  ])
  expect([served, incomplete, referred, noShow, left, dropped, open]).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(taken).toBe(7)
})

it('[FG9] under one roof is a visit that several agencies served', () => {
  const step = (visit: string, agency: string, startedAt: number, more: Partial<Fact> = {}) =>
    aFact({
      visit,
      step: `${visit}.${startedAt}`,
      agency,
      startedAt,
      takenAt: 0,
      endedAt: startedAt + 500,
      ...more,
    })
  const figures = visitFigures([
    step('a', 'polres', 3000),
    step('a', 'bank', 1000),
    step('a', 'bank', 2000),
    step('b', 'bank', 1000),
    step('b', 'polres', 2000),
    step('b', 'bank', 3000),
    step('b', 'polres', 4000),
    step('c', 'bank', 1000),
    step('c', 'polres', 2000, { outcome: 'incomplete' }),
    step('d', 'bank', 1000),
    leftAfter(9, { visit: 'd', agency: 'polres' }),
    step('e', 'bank', 1000),
    step('e', 'polres', 2000),
    leftAfter(9, { visit: 'e' }),
  ])
  expect(figures).toMatchObject({ visits: 5, several: 3, oneRoof: 2 })
  expect(figures.pairs).toEqual([
    { from: 'bank', to: 'polres', visits: 3 },
    { from: 'polres', to: 'bank', visits: 1 },
  ])
  expect(figures.stay).toEqual({ mean: (3.5 + 4.5 + 2.5 + 1.5 + 2.5) / 5, p50: 2.5, p90: 4.5, max: 4.5 })
})

it('[FG23] a counter is occupied while somebody is served there', () => {
  const { from } = aSpan()
  const pause = aSpan({ state: 'paused', to: from + 600_000, servingSeconds: 300, idleSeconds: 0 })
  expect(counterFigures([aSpan(), pause])).toEqual({
    openSeconds: 3600,
    pausedSeconds: 600,
    servingSeconds: 1800,
    idleSeconds: 60,
    occupancy: 0.5,
  })
  expect(counterFigures([pause]).occupancy).toBeNull()
})

it('[FG24] an agency is staffed in its hours while a counter of it is open', () => {
  const hour = 3_600_000
  const hours = [
    { from: 8 * hour, to: 12 * hour },
    { from: 13 * hour, to: 15 * hour },
  ]
  const open = (from: number, to: number) => aSpan({ from: from * hour, to: to * hour })
  expect(
    staffedOf(hours, [open(8.25, 9), open(8.5, 12.5), aSpan({ state: 'paused', from: 8 * hour })]),
  ).toEqual({
    hoursSeconds: 6 * 3600,
    staffedSeconds: 3.75 * 3600,
    lateSeconds: 900,
  })
  expect(staffedOf(hours, [open(13.5, 14)])).toMatchObject({ lateSeconds: 4.5 * 3600 })
  expect(staffedOf(hours, [])).toMatchObject({ staffedSeconds: 0, lateSeconds: 6 * 3600 })
  expect(staffedOf([], [open(8, 9)]).lateSeconds).toBeNull()
})
