// The hall's own calendar: where its days begin and end, by its time zone. Temporal does the arithmetic.
import { Temporal } from 'temporal-polyfill'

export interface DaySpan {
  /** `2026-11-24`. */
  readonly day: string
  /** Milliseconds since 1970 of its first instant, and of the next day's. */
  readonly startsAt: number
  readonly endsAt: number
}

/** The day of the time zone (IANA name) that the instant `at` (ms since 1970) falls on. @throws RangeError for an unknown zone */
export function dayIn(timeZone: string, at: number): DaySpan {
  const date = Temporal.Instant.fromEpochMilliseconds(Math.floor(at))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return spanOf(timeZone, date.toString())
}

/** Whether there is such a day: `2026-02-30` does not exist. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** The day after this one (`2026-11-24`). */
export function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** The first instant of a day (`2026-11-24`) and of the next one. @throws RangeError for a day that does not exist */
export function spanOf(timeZone: string, day: string): DaySpan {
  const date = Temporal.PlainDate.from(day)
  const start = (one: Temporal.PlainDate) => one.toZonedDateTime(timeZone).epochMilliseconds
  return { day, startsAt: start(date), endsAt: start(date.add({ days: 1 })) }
}

/** Minutes after midnight on the wall clock of the time zone at the instant `at`, 0 to 1439. */
export function minuteIn(timeZone: string, at: number): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timeZone)
  return hour * 60 + minute
}
