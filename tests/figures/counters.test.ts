// What counters did on random days, computed a second time: minute sums by the spans of the fold, and by walking through the
// events with the model of the random days, second by second where somebody could have been called.
import { expect, it } from 'vitest'
import type { Recorded } from '../../server/hall/event.ts'
import { foldFacts } from '../../server/reports/facts/fold.ts'
import { plans } from '../property/plans.ts'
import { recordsOf } from '../property/play.ts'
import { naiveCounters } from './naive-counters.ts'

const { SEED } = process.env
const seeds = [...(SEED ? [Number(SEED)] : []), 24, 27]

const ENDS: ReadonlySet<string> = new Set(['day-closed', 'day-reopened', 'clock-confirmed'])

/** The longest stretch of a play that begins with a day, with nobody left of the one before, and in which no clock was set. */
function aDay(records: readonly Recorded[]): Recorded[] {
  const stretches = records.flatMap(({ event }, from) => {
    if (event.type !== 'day-opened' || event.carried.length > 0) return []
    const length = records.slice(from).findIndex(({ event: { type } }) => ENDS.has(type))
    return [records.slice(from, length < 0 ? records.length : from + length)]
  })
  return stretches.sort((a, b) => b.length - a.length)[0] ?? []
}

it.each(seeds)('[FG23] a counter is occupied while somebody is served there: seed %i', (seed) => {
  const records = aDay(recordsOf(seed, plans, 700))
  const now = records.at(-1)?.at ?? 0
  const fold = foldFacts()
  for (const recorded of records) fold.follow(recorded)
  const sums = new Map<string, { open: number; paused: number; serving: number; idle: number }>()
  for (const span of fold.spans(now)) {
    const sum = sums.get(span.counter) ?? { open: 0, paused: 0, serving: 0, idle: 0 }
    sum[span.state] += (span.to - span.from) / 1000
    sum.serving += span.servingSeconds
    sum.idle += span.idleSeconds
    sums.set(span.counter, sum)
  }
  const naive = naiveCounters(records)
  expect(records.length).toBeGreaterThan(100)
  for (const [counter, expected] of naive) {
    const found = sums.get(counter) ?? { open: 0, paused: 0, serving: 0, idle: 0 }
    for (const key of ['open', 'paused', 'serving', 'idle'] as const)
      expect([counter, key, found[key]]).toEqual([counter, key, expect.closeTo(expected[key], 3)])
  }
})
