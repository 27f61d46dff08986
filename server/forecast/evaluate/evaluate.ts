// What would have been told in a recorded queue, and how right it would have been: the same function that the hall
// uses, asked at each arrival with what was known by then.
import { type Correction, corrected, learn, type Pair, PATIENT } from '../correct.ts'
import { type Said, said } from '../rounded.ts'
import { type CounterRow, type HallDay, type VisitRow, daysOf } from './read.ts'
import { type Asked, hourOf, type Lines, linesOf, replay } from './replay.ts'

export interface Recorded {
  readonly visits: readonly VisitRow[]
  readonly counters: readonly CounterRow[]
}

/** One visit with what it would have been told, rounded as for people; null: nothing, as no counter was open. */
export interface ToldVisit {
  readonly visit: VisitRow
  readonly told: Said | null
}

/** In minutes and shares; null if nobody who was told something was called. */
export interface Score {
  readonly told: number
  readonly silent: number
  readonly mae: number | null
  readonly medianAE: number | null
  /** Above 0: the told wait was too long. */
  readonly bias: number | null
  readonly coverage: number | null
  readonly width: number | null
  readonly longerThanTold: number | null
  /** `width` plus ten times how far a wait lies outside the range (Winkler 1972; Gneiting & Raftery 2007). */
  readonly interval: number | null
}

/**
 * Waits shorter than this are not learnt from: records are often made of samples, and then such a wait is a guess between
 * two of them.
 */
const SHORTEST = 2

/**
 * Goes through the record in order of days. `train`: other days, wholly known. Of the record's own earlier days only
 * what came before the hour of the question is used, so that it does not matter at which hour the record ends.
 */
export function evaluate(record: Recorded, train: Recorded | null): { told: ToldVisit[]; score: Score } {
  const past = train === null ? [] : daysOf(train.visits, train.counters)
  const learnt = learn(pairsOf(past), PATIENT)
  const told: ToldVisit[] = []
  const done: { readonly day: HallDay; readonly asked: readonly Asked[] }[] = []
  const days = daysOf(record.visits, record.counters)
  let corrections = new Map<number, Correction>()
  for (const [nth, day] of days.entries()) {
    if (day.day !== days[nth - 1]?.day) corrections = new Map()
    const before = done.filter((other) => other.day.day < day.day)
    const half = earlierOf(
      before.map((other) => other.day),
      day,
    )
    const asked = replay(day, earlierOf(past, day), half)
    for (const one of asked) {
      const hour = hourOf(one.visit.arrived)
      const correction = corrections.get(hour) ?? (past.length > 0 ? learnt : learntBefore(before, hour))
      corrections.set(hour, correction)
      told.push({ visit: one.visit, told: one.told && said(corrected(one.told, correction)) })
    }
    done.push({ day, asked })
  }
  return { told, score: scoreOf(told) }
}

/** What days of the record teach up to an hour: those not called by then waited longer than that. */
function learntBefore(done: readonly { day: HallDay; asked: readonly Asked[] }[], hour: number): Correction {
  const pairs = done.flatMap(({ day, asked }) =>
    asked.flatMap(({ service, visit, told }) => {
      if (visit.arrived > hour) return []
      const isOpen = visit.called === null || visit.called > hour
      const seen = { ...visit, called: isOpen ? null : visit.called }
      return pairOf(day, { service, visit: seen, told }, hour - visit.arrived)
    }),
  )
  return learn(pairs, 0)
}

const looked = new WeakMap<HallDay, Lines>()

/** The hall's other days. */
function earlierOf(days: readonly HallDay[], day: HallDay): Lines[] {
  return days.flatMap((other) => {
    if (other.hall !== day.hall || other.day === day.day) return []
    const lines = looked.get(other) ?? linesOf(other)
    looked.set(other, lines)
    return [lines]
  })
}

/** Each day with all others as its past, so that each is what a future day will be: one that nobody has seen. */
function pairsOf(days: readonly HallDay[]): Pair[] {
  return days.flatMap((day) => replay(day, earlierOf(days, day)).flatMap((asked) => pairOf(day, asked, 0)))
}

/** `without`: minutes after which somebody who was never called had still not been called. */
function pairOf({ hall, day }: HallDay, { service, visit, told }: Asked, without: number): Pair[] {
  if (told === null) return []
  const minutes = visit.called === null ? without : visit.called - visit.arrived
  if (visit.called !== null && minutes < SHORTEST) return []
  const of = JSON.stringify([hall, service])
  return [{ day, service: of, basis: told.basis, minutes, isLonger: visit.called === null }]
}

/** How right it was, for those who were called. Anyone never called counts nowhere here: nobody knows their wait. */
function scoreOf(all: readonly ToldVisit[]): Score {
  const rows = all.flatMap(({ visit: { arrived, called }, told }) =>
    told === null || called === null ? [] : [{ ...told, wait: called - arrived }],
  )
  const mean = (of: (row: (typeof rows)[number]) => number) =>
    rows.length === 0
      ? null
      : Math.round((rows.reduce((sum, row) => sum + of(row), 0) / rows.length) * 1000) / 1000
  const errors = rows.map(({ minutes, wait }) => Math.abs(minutes - wait)).sort((a, b) => a - b)
  const outside = ({ low, high, wait }: (typeof rows)[number]) => Math.max(0, low - wait, wait - high)
  const middle = errors[errors.length >> 1]
  return {
    told: all.filter(({ told }) => told !== null).length,
    silent: all.filter(({ told }) => told === null).length,
    mae: mean(({ minutes, wait }) => Math.abs(minutes - wait)),
    medianAE: middle === undefined ? null : Math.round(middle * 1000) / 1000,
    bias: mean(({ minutes, wait }) => minutes - wait),
    coverage: mean((row) => (outside(row) === 0 ? 1 : 0)),
    width: mean(({ low, high }) => high - low),
    longerThanTold: mean(({ high, wait }) => (wait > high ? 1 : 0)),
    interval: mean((row) => row.high - row.low + 10 * outside(row)),
  }
}
