// What earlier days teach the forecast: how long calls of each service took, and how right was what was told.
import type { Fact } from '../../reports/facts/fact.ts'
import { resultOf } from '../../reports/facts/fact.ts'
import type { ToldWait } from '../../reports/watch/told.ts'
import { type Correction, learn, type Pair } from '../correct.ts'
import type { Seen } from '../pace.ts'

/** Days to look back: a month of a hall that is open on weekdays. */
const DAYS = 22

export interface PastSource {
  /** The last days before this one that the hall was open on, the oldest first, `most` of them. */
  days(before: string, most: number): string[]
  factsOf(day: string): readonly Fact[]
  toldOf(day: string): readonly ToldWait[]
}

export interface PastDays {
  readonly seen: ReadonlyMap<string, readonly Seen[]>
  readonly correction: Correction
}

/** What a hall knows on its first day. */
export const nothingPast: PastDays = { seen: new Map(), correction: null }

/** What is known on the morning of `day`. */
export function pastOf(source: PastSource, day: string): PastDays {
  const seen = new Map<string, Seen[]>()
  const pairs: Pair[] = []
  for (const [nth, label] of source.days(day, DAYS).toReversed().entries()) {
    const facts = source.factsOf(label)
    for (const fact of facts) {
      const call = seenOf(fact, nth + 1)
      if (!call) continue
      const list = seen.get(fact.service) ?? []
      seen.set(fact.service, list)
      list.push(call)
    }
    pairs.push(...pairsOf(source.toldOf(label), facts))
  }
  return { seen, correction: learn(pairs) }
}

/** How long the call of a step kept its counter; null: it was never called, or nobody can tell. */
function seenOf(fact: Fact, daysAgo: number): Seen | null {
  const { walkSeconds, servedSeconds, calledAt, cameBy } = fact
  if (calledAt === null || cameBy === 'paper') return null
  if (resultOf(fact) === 'no-show') return { daysAgo, minutes: NO_SHOW_MINUTES, came: false }
  if (servedSeconds === null) return null
  return { daysAgo, minutes: ((walkSeconds ?? 0) + servedSeconds) / 60, came: true }
}

/** Facts do not keep how long a call waited for somebody who never came. */
const NO_SHOW_MINUTES = 2

/** What was told on a day with what came of it. Who was never called waited longer than until the end, however it ended. */
export function pairsOf(told: readonly ToldWait[], facts: readonly Fact[]): Pair[] {
  const byStep = new Map(facts.map((fact) => [fact.step, fact]))
  return told.flatMap(({ day, step, at, low, high, basis }): Pair[] => {
    const fact = byStep.get(step)
    const until = fact?.calledAt ?? fact?.endedAt ?? null
    if (!fact || !basis || until === null || until < at) return []
    const minutes = (until - at) / 60_000
    return [{ day, service: fact.service, basis, low, high, minutes, isLonger: fact.calledAt === null }]
  })
}
