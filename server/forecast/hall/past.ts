// What earlier days teach the forecast: how long calls of each service took, and how right the forecasts were.
import type { CounterSpan, Fact } from '../../reports/facts/fact.ts'
import { resultOf } from '../../reports/facts/fact.ts'
import type { ToldWait } from '../../reports/watch/told.ts'
import { type Correction, learn, type Pair } from '../correct.ts'
import type { Hall } from '../../hall/hall.ts'
import { spansOn } from '../../hall/hours.ts'
import { type Breaks, breaksOf, unknownBreaks } from './breaks.ts'
import { type Quiet, WaitsByHour } from './quiet.ts'
import { promised } from './tells.ts'
import type { Seen } from '../pace.ts'
import { type Lines, linesOfDay } from './lines.ts'
import { earlierPaces, USUAL } from '../signals.ts'
import { type Judged, type Mark, marksOf, WEEK } from './week.ts'

/** Days to look back: a month of a hall that is open on weekdays. */
const DAYS = 22
const HABIT_DAYS = 10
/** Learning from more takes longer at each start than it is worth. */
const MOST_PAIRS = 10_000

export interface PastSource {
  /** The last days before this one that the hall was open on, the oldest first, `most` of them. */
  days(before: string, most: number): string[]
  factsOf(day: string): readonly Fact[]
  toldOf(day: string): readonly ToldWait[]
  spansOf(day: string): readonly CounterSpan[]
}

export interface PastDays {
  readonly seen: ReadonlyMap<string, readonly Seen[]>
  readonly correction: Correction
  readonly breaks: Breaks
  /**
   * How the lines moved on each day, the latest last; and the minutes of one counter per call that follow from that.
   */
  readonly lines: readonly Lines[]
  readonly usual: (service: string) => number
  readonly quiet: ReadonlyMap<string, Quiet>
  /** How right the forecast was over the last days. */
  readonly marks: readonly Mark[]
}

/** What a hall knows on its first day. */
export const nothingPast: PastDays = {
  seen: new Map(),
  correction: null,
  breaks: unknownBreaks,
  lines: [],
  usual: () => USUAL,
  quiet: new Map(),
  marks: [],
}

/** What is known on the morning of the hall’s day. */
export function pastOf(source: PastSource, hall: Pick<Hall, 'day' | 'startsAt' | 'layout'>): PastDays {
  const { day, startsAt } = hall
  const seen = new Map<string, Seen[]>()
  const pairs: Pair[] = []
  const judged: Judged[] = []
  const spans: (readonly CounterSpan[])[] = []
  const waits = new WaitsByHour()
  const lines: Lines[] = []
  for (const [nth, label] of source.days(day, DAYS).toReversed().entries()) {
    const facts = source.factsOf(label)
    for (const fact of facts) {
      waits.add(fact)
      const call = seenOf(fact, nth + 1)
      if (!call) continue
      const list = seen.get(fact.service) ?? []
      seen.set(fact.service, list)
      list.push(call)
    }
    const [open, told] = [source.spansOf(label), source.toldOf(label)]
    if (nth < HABIT_DAYS) spans.push(open)
    const midnight = startsAt - (Date.parse(day) - Date.parse(label))
    lines.unshift(linesOfDay(hall, midnight, facts, open, told))
    const ends = midnight + lastMinute(hall, label) * 60_000
    pairs.push(...pairsOf(told, facts, ends))
    // The oldest first, because the last width is the one that counts.
    if (nth < WEEK) judged.unshift(...judgedOf(told, facts, ends))
  }
  return {
    seen,
    // The latest days come first.
    correction: learn(pairs.slice(0, MOST_PAIRS)),
    breaks: breaksOf(spans, startsAt),
    lines,
    usual: earlierPaces(lines, USUAL),
    quiet: waits.result(),
    marks: marksOf(judged),
  }
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

/** When the hours of a day end, minutes after its midnight; the day's own end if it has no hours. */
function lastMinute({ layout }: Pick<Hall, 'layout'>, day: string): number {
  return Math.max(...spansOn(layout, null, day).map(({ to }) => to), 0) || 24 * 60
}

/**
 * What was told on a day, with what came of it. Anyone never called waited past the end, however the step ended. The
 * end is that of the hours, `ends` (milliseconds since 1970), as nobody knows how long it would have been afterwards.
 */
export function pairsOf(told: readonly ToldWait[], facts: readonly Fact[], ends = Infinity): Pair[] {
  return withTruth(timed(told), facts, ends).flatMap(({ wait: { day, basis }, fact, minutes, isLonger }) =>
    basis ? [{ day, service: fact.service, basis, minutes, isLonger }] : [],
  )
}

function judgedOf(told: readonly ToldWait[], facts: readonly Fact[], ends: number): Judged[] {
  return withTruth(timed(told), facts, ends).map(({ wait, fact, minutes, isLonger }) => {
    const { day, low, high, median, width } = wait
    const { service, agency } = fact
    return {
      day,
      service,
      agency,
      low,
      high,
      median: median ?? (low + high) / 2,
      width: width ?? 1,
      minutes,
      isLonger,
    }
  })
}

/** Anyone told that today is unlikely was told no time. */
function timed(told: readonly ToldWait[]): ToldWait[] {
  return told.filter(({ today }) => promised(today ?? 1) !== 'unlikely')
}

function withTruth(told: readonly ToldWait[], facts: readonly Fact[], ends: number) {
  const byStep = new Map(facts.map((fact) => [fact.step, fact]))
  return told.flatMap((wait) => {
    const fact = byStep.get(wait.step)
    const left = fact?.endedAt ?? null
    const until = fact?.calledAt ?? (left === null ? null : Math.min(left, ends))
    // It was told when the ticket was taken, which the facts give by a clock that has been set since.
    if (!fact || until === null || until < fact.takenAt) return []
    return [{ wait, fact, minutes: (until - fact.takenAt) / 60_000, isLonger: fact.calledAt === null }]
  })
}
