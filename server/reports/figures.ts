// The figures of docs/figures.md, made from facts: pure functions, so that reports, monitor and simulator say the same.
import { type CounterSpan, type Fact, type Result, resultOf } from './facts/fact.ts'
import { type Piece, seconds, within, without } from './facts/spans.ts'

/** Means, percentiles and shares of fewer values say more about individuals than about the hall. */
export const ENOUGH = 5

/** In seconds. */
export interface Spread {
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly max: number
}

/** The value at a percentile by nearest rank, without interpolation; `sorted` is ascending and not empty. */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length))
  return sorted[rank - 1] as number
}

/** Summary of the values; null: too few. */
export function spreadOf(values: Iterable<number>): Spread | null {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length < ENOUGH) return null
  let sum = 0
  for (const value of sorted) sum += value
  const at = (percent: number) => percentile(sorted, percent)
  return { mean: sum / sorted.length, p50: at(50), p90: at(90), max: at(100) }
}

/** A share from 0 to 1; null: too few. */
export function shareOf(part: number, whole: number): number | null {
  return whole < ENOUGH ? null : part / whole
}

/** Whether a step met its service level as it was then; null: it does not count, or not yet. */
export function metLevel(fact: Fact): boolean | null {
  if (fact.cameBy === 'seated' || fact.cameBy === 'paper') return null
  const result = resultOf(fact)
  if (result === 'dropped') return null
  if (fact.waitedSeconds !== null) return fact.waitedSeconds <= fact.levelSeconds
  if (result !== 'left') return null
  if (fact.end === 'day') return false
  return (fact.uncalledSeconds ?? 0) < fact.levelSeconds ? null : false
}

export interface Level {
  /** T; null if it differs. */
  readonly seconds: number | null
  readonly share: number
}

export interface StepFigures {
  readonly taken: number
  readonly called: number
  readonly served: number
  readonly incomplete: number
  readonly referred: number
  readonly noShow: number
  readonly left: number
  readonly dropped: number
  readonly open: number
  /** Ended with an outcome although nobody had pressed start. */
  readonly withoutStart: number
  readonly notHeard: number
  readonly slipsFailed: number
  /** Documents handed over, as far as noted. */
  readonly documents: number
  readonly waiting: Spread | null
  readonly waitingOpen: Spread | null
  readonly walking: Spread | null
  readonly serving: Spread | null
  readonly level: Level | null
  /** Shares: of those called; of those taken; of served and incomplete together. */
  readonly noShowShare: number | null
  readonly leftShare: number | null
  readonly incompleteShare: number | null
}

/** Gathers steps one by one, so that a year of them need never be in memory as facts. */
export interface StepTally {
  add(fact: Fact): void
  figures(): StepFigures
}

/** An empty tally. */
export function tallySteps(): StepTally {
  const counts: Record<Result, number> = {
    served: 0,
    incomplete: 0,
    referred: 0,
    'no-show': 0,
    left: 0,
    dropped: 0,
    open: 0,
  }
  const [waiting, waitingOpen, walking, serving]: [number[], number[], number[], number[]] = [[], [], [], []]
  const sums = { taken: 0, called: 0, withoutStart: 0, notHeard: 0, slipsFailed: 0, documents: 0 }
  const levels = { within: 0, judged: 0, seconds: new Set<number>() }
  return {
    add(fact) {
      const result = resultOf(fact)
      counts[result] += 1
      sums.taken += 1
      if (fact.calledAt !== null) sums.called += 1
      if (fact.outcome !== null && fact.startedAt === null && fact.cameBy !== 'paper') sums.withoutStart += 1
      sums.notHeard += fact.notHeard
      sums.slipsFailed += fact.slipsFailed
      sums.documents += fact.documents ?? 0
      if (fact.waitedSeconds !== null) waiting.push(fact.waitedSeconds)
      if (fact.waitedOpenSeconds !== null) waitingOpen.push(fact.waitedOpenSeconds)
      if (fact.walkSeconds !== null) walking.push(fact.walkSeconds)
      if (fact.servedSeconds !== null && result !== 'open') serving.push(fact.servedSeconds)
      const met = metLevel(fact)
      if (met === null) return
      levels.judged += 1
      levels.within += Number(met)
      levels.seconds.add(fact.levelSeconds)
    },
    figures() {
      const { served, incomplete, referred, 'no-show': noShow, left, dropped, open } = counts
      const share = shareOf(levels.within, levels.judged)
      const [only, ...others] = levels.seconds
      return {
        ...sums,
        served,
        incomplete,
        referred,
        noShow,
        left,
        dropped,
        open,
        waiting: spreadOf(waiting),
        waitingOpen: spreadOf(waitingOpen),
        walking: spreadOf(walking),
        serving: spreadOf(serving),
        level: share === null ? null : { seconds: others.length > 0 ? null : (only ?? null), share },
        noShowShare: shareOf(noShow, sums.called),
        leftShare: shareOf(left, sums.taken),
        incompleteShare: shareOf(incomplete, served + incomplete),
      }
    },
  }
}

/** The figures of these steps. */
export function stepFigures(facts: Iterable<Fact>): StepFigures {
  const tally = tallySteps()
  for (const fact of facts) tally.add(fact)
  return tally.figures()
}

export interface VisitFigures {
  readonly visits: number
  /** Visits served by two or more agencies. */
  readonly several: number
  /** Those of them in which every step was served, or sent on and served there. */
  readonly oneRoof: number
  readonly stay: Spread | null
  /** From which agency to which next one, each counted once per visit, the most frequent first. */
  readonly pairs: readonly { readonly from: string; readonly to: string; readonly visits: number }[]
  /** From which service to which other staff sent visitors, the most frequent first. */
  readonly referrals: readonly Referral[]
}

export interface Referral {
  readonly from: string
  readonly to: string
  readonly referred: number
  /** How many of these were to come back. */
  readonly comeBack: number
}

/** The figures of visits, given all their steps in any order. */
export function visitFigures(facts: Iterable<Fact>): VisitFigures {
  const visits = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = `${fact.day} ${fact.visit}`
    const steps = visits.get(key)
    if (steps) steps.push(fact)
    else visits.set(key, [fact])
  }
  const ways = [...visits.values()].map((steps) => ({ steps, way: wayOf(steps) }))
  const isSeveral = ({ way }: { way: readonly string[] }) => new Set(way).size > 1
  const several = ways.filter(isSeveral)
  return {
    visits: visits.size,
    several: several.length,
    oneRoof: several.filter(({ steps }) => steps.every(isSettled)).length,
    stay: spreadOf(ways.flatMap(({ steps }) => stayOf(steps) ?? [])),
    pairs: pairsOf(several.map(({ way }) => way)),
    referrals: referralsOf([...visits.values()]),
  }
}

function referralsOf(visits: readonly (readonly Fact[])[]): Referral[] {
  const counts = new Map<string, Referral>()
  for (const steps of visits) {
    for (const { cameBy, from: sender, service: to } of steps) {
      const from = steps.find(({ step }) => step === sender)?.service
      if (cameBy !== 'referred' || from === undefined) continue
      const isToComeBack = steps.some((one) => one.cameBy === 'come-back' && one.from === sender)
      const known = counts.get(JSON.stringify([from, to])) ?? { from, to, referred: 0, comeBack: 0 }
      const { referred, comeBack } = known
      counts.set(JSON.stringify([from, to]), {
        ...known,
        referred: referred + 1,
        comeBack: comeBack + Number(isToComeBack),
      })
    }
  }
  return [...counts.values()].sort(mostReferred)
}

/** The most frequent first, equal ones by service. */
export const mostReferred = (a: Referral, b: Referral): number =>
  b.referred - a.referred || (a.from + a.to < b.from + b.to ? -1 : 1)

const isSettled = ({ outcome }: Fact) => outcome === 'served' || outcome === 'referred'

/** Seconds from the ticket to the end of the last step that was served or incomplete; null: there is none. */
export function stayOf(steps: readonly Fact[]): number | null {
  const ends = steps.flatMap(({ outcome, endedAt }) =>
    (outcome === 'served' || outcome === 'incomplete') && endedAt !== null ? [endedAt] : [],
  )
  const [first] = steps
  return first && ends.length > 0 ? (Math.max(...ends) - first.takenAt) / 1000 : null
}

/** The agencies that served a visit, in order; the same one twice in a row counts once. */
export function wayOf(steps: readonly Fact[]): string[] {
  const began = ({ startedAt, endedAt }: Fact) => startedAt ?? endedAt ?? 0
  return steps
    .filter(({ outcome }) => outcome === 'served')
    .toSorted((a, b) => began(a) - began(b) || (a.step < b.step ? -1 : 1))
    .map(({ agency }) => agency)
    .filter((agency, place, all) => agency !== all[place - 1])
}

function pairsOf(ways: readonly (readonly string[])[]): VisitFigures['pairs'] {
  const counts = new Map<string, { from: string; to: string; visits: number }>()
  for (const way of ways) {
    const own = new Map(
      way.slice(1).map((to, place) => [`${way[place]} ${to}`, { from: way[place] ?? '', to }]),
    )
    for (const [key, pair] of own) {
      const known = counts.get(key) ?? { ...pair, visits: 0 }
      counts.set(key, { ...known, visits: known.visits + 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.visits - a.visits || (a.from + a.to < b.from + b.to ? -1 : 1))
}

export interface CounterFigures {
  readonly openSeconds: number
  readonly pausedSeconds: number
  readonly servingSeconds: number
  readonly idleSeconds: number
  /** Serving / open time, 0 to 1; null if it was never open. */
  readonly occupancy: number | null
}

/** What the spans of a counter, or of several, add up to. */
export function counterFigures(spans: Iterable<CounterSpan>): CounterFigures {
  const sums = { openSeconds: 0, pausedSeconds: 0, servingSeconds: 0, idleSeconds: 0 }
  for (const { state, from, to, servingSeconds, idleSeconds } of spans) {
    const length = (to - from) / 1000
    if (state === 'paused') sums.pausedSeconds += length
    else {
      sums.openSeconds += length
      sums.servingSeconds += servingSeconds
    }
    sums.idleSeconds += idleSeconds
  }
  return { ...sums, occupancy: sums.openSeconds === 0 ? null : sums.servingSeconds / sums.openSeconds }
}

export interface Staffed {
  /** Seconds of the agency's hours of the day, and of these with one of its counters open. */
  readonly hoursSeconds: number
  readonly staffedSeconds: number
  /** From the beginning of the hours to the first open counter; all of the hours if none was; null without hours. */
  readonly lateSeconds: number | null
}

/** How an agency kept its hours on a day: `hours` in order, `spans` of its counters. */
export function staffedOf(hours: readonly Piece[], spans: Iterable<CounterSpan>): Staffed {
  const open = [...spans].filter(({ state }) => state === 'open')
  const [first] = hours
  const all = hours.flatMap(({ from, to }) => within(open, from, to))
  const until = all[0]?.from ?? Infinity
  const missed = hours.flatMap((piece) => within([piece], piece.from, Math.min(piece.to, until)))
  return {
    hoursSeconds: seconds(hours),
    staffedSeconds: seconds(hours) - seconds(hours.flatMap((piece) => without([piece], all))),
    lateSeconds: first ? seconds(missed) : null,
  }
}
