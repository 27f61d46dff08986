// The record in parts, one for each opening of a day: its range in the journal and in the access log.
import type { DayOpening } from '../store/journal/read.ts'
import { spanOf } from '../time-zone.ts'
import type { Question } from './question.ts'

/** Events with `from` ≤ seq < `to`; lines of the access log that follow an event from `logFrom` to below `logTo`. */
export interface Part {
  readonly day: string
  readonly from: number
  readonly to: number
  readonly logFrom: number
  readonly logTo: number
}

/** The time that the days of a question span, milliseconds since 1970: `since` ≤ at < `until`. */
export interface Span {
  readonly since: number
  readonly until: number
}

export function spanOfDays({ from, to }: Pick<Question, 'from' | 'to'>, timeZone: string): Span {
  return {
    since: from === null ? Number.MIN_SAFE_INTEGER : spanOf(timeZone, from).startsAt,
    until: to === null ? Number.MAX_SAFE_INTEGER : spanOf(timeZone, to).endsAt,
  }
}

/**
 * The parts of these days, the oldest first. What was done between days (the hall was shut, and somebody reset a
 * password) belongs to the part before; what was done before the first, to the first. There is one even if no such
 * day was opened.
 */
export function partsOf(
  openings: readonly DayOpening[],
  lastSeq: number,
  { from, to }: Pick<Question, 'from' | 'to'>,
): Part[] {
  const ends = openings.map((_, index) => openings[index + 1]?.seq ?? lastSeq + 1)
  const days = openings
    .map(({ seq, day }, index) => ({ day, from: seq, to: ends[index] ?? lastSeq + 1 }))
    .filter(({ day }) => (from === null || day >= from) && (to === null || day <= to))
  const all = { logFrom: 0, logTo: Number.MAX_SAFE_INTEGER }
  if (days.length === 0) return [{ day: to ?? from ?? '', from: 0, to: 0, ...all }]
  return days.map((part, index) => ({
    ...part,
    logFrom: index === 0 ? all.logFrom : part.from,
    logTo: days[index + 1]?.from ?? all.logTo,
  }))
}
