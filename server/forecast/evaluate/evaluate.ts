// What would have been told in a recorded queue, and how right it would have been: the very function of the hall, asked at each
// arrival with what had come up by then.
import { type Correction, corrected, learn, type Pair, PATIENT } from '../correct.ts'
import type { Told } from '../scene.ts'
import type { CounterRow, HallDay, VisitRow } from './record.ts'
import { daysOf } from './record.ts'
import { type Asked, type Lines, linesOf, replay } from './replay.ts'

export interface Recorded {
  readonly visits: readonly VisitRow[]
  readonly counters: readonly CounterRow[]
}

/** One visit with what it would have been told; null: nothing, as no counter was open. */
export interface ToldVisit {
  readonly visit: VisitRow
  readonly told: Pick<Told, 'low' | 'median' | 'high'> | null
}

/** In minutes and shares; null where nobody who was told something was called. */
export interface Score {
  readonly told: number
  readonly silent: number
  readonly mae: number | null
  readonly medianAE: number | null
  /** Above 0: told longer than it was. */
  readonly bias: number | null
  readonly coverage: number | null
  readonly width: number | null
  readonly longerThanTold: number | null
  /** `width` and ten times what a wait lies outside the range (Winkler 1972; Gneiting & Raftery 2007). */
  readonly interval: number | null
}

/**
 * Waits shorter than this are not learnt from: records are often made of samples, and then such a wait is a guess between
 * two of them.
 */
const SHORTEST = 2

/** Goes through the record in order of days. `train`: days of before, whatever their dates, all known. */
export function evaluate(record: Recorded, train: Recorded | null): { told: ToldVisit[]; score: Score } {
  const past = train === null ? [] : daysOf(train.visits, train.counters)
  const correction = learn(pairsOf(past), PATIENT)
  const told = daysOf(record.visits, record.counters).flatMap((day) =>
    tell(replay(day, earlierOf(past, day)), correction),
  )
  return { told, score: scoreOf(told) }
}

const looked = new WeakMap<HallDay, Lines>()

/** The hall's other days among these. */
function earlierOf(days: readonly HallDay[], day: HallDay): Lines[] {
  return days.flatMap((other) => {
    if (other.hall !== day.hall || other.day === day.day) return []
    const lines = looked.get(other) ?? linesOf(other)
    looked.set(other, lines)
    return [lines]
  })
}

/** Each day with all others as its past: so each is as the days to come will be, one that nobody has seen. */
function pairsOf(days: readonly HallDay[]): Pair[] {
  return days.flatMap((day) => replay(day, earlierOf(days, day)).flatMap((asked) => pairOf(day, asked)))
}

function pairOf({ hall, day }: HallDay, { service, visit, told }: Asked): Pair[] {
  if (told === null) return []
  const minutes = visit.called === null ? 0 : visit.called - visit.arrived
  if (visit.called !== null && minutes < SHORTEST) return []
  const of = JSON.stringify([hall, service])
  return [{ day, service: of, basis: told.basis, minutes, isLonger: visit.called === null }]
}

function tell(asked: readonly Asked[], correction: Correction): ToldVisit[] {
  return asked.map(({ visit, told }) => ({ visit, told: told && toTheTenth(corrected(told, correction)) }))
}

function toTheTenth({ low, median, high }: Told) {
  const tenth = (minutes: number) => Math.round(minutes * 10) / 10
  return { low: tenth(low), median: tenth(median), high: tenth(high) }
}

/** How right it was, of those who were called. Who was never called counts nowhere here: nobody knows their wait. */
function scoreOf(all: readonly ToldVisit[]): Score {
  const rows = all.flatMap(({ visit: { arrived, called }, told }) =>
    told === null || called === null ? [] : [{ ...told, wait: called - arrived }],
  )
  const mean = (of: (row: (typeof rows)[number]) => number) =>
    rows.length === 0
      ? null
      : Math.round((rows.reduce((sum, row) => sum + of(row), 0) / rows.length) * 1000) / 1000
  const errors = rows.map(({ median, wait }) => Math.abs(median - wait)).sort((a, b) => a - b)
  const outside = ({ low, high, wait }: (typeof rows)[number]) => Math.max(0, low - wait, wait - high)
  const middle = errors[errors.length >> 1]
  return {
    told: all.filter(({ told }) => told !== null).length,
    silent: all.filter(({ told }) => told === null).length,
    mae: mean(({ median, wait }) => Math.abs(median - wait)),
    medianAE: middle === undefined ? null : Math.round(middle * 1000) / 1000,
    bias: mean(({ median, wait }) => median - wait),
    coverage: mean((row) => (outside(row) === 0 ? 1 : 0)),
    width: mean(({ low, high }) => high - low),
    longerThanTold: mean(({ high, wait }) => (wait > high ? 1 : 0)),
    interval: mean((row) => row.high - row.low + 10 * outside(row)),
  }
}
