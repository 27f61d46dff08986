// The end of the hall's hours, and what ends with it: nobody waits through an empty evening, and no counter stays open
// where everybody has gone home.
import { weekdayOf } from './hours.ts'
import type { Hall } from './hall.ts'
import type { Week } from './plan.ts'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

type Hours = Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt'>

/** When the hours of today are over, milliseconds since 1970; the day's start where it has none. */
export function hoursEnd({ layout, ...hall }: Hours, week: Week = layout.plan.hours): number {
  const spans = layout.plan.holidays.some(({ day }) => day === hall.day) ? [] : week[weekdayOf(hall.day)]
  if (spans.length === 0) return hall.startsAt
  // Counted from the day's end: where clocks change, they do so in the small hours.
  return hall.endsAt - (DAY_MINUTES - Math.max(...spans.map(({ to }) => to))) * MINUTE
}

/**
 * When waiting for a service ends for who was not called that day, milliseconds since 1970: with its hours, or with the
 * last thing that was done at one of its counters, whichever is later.
 */
export function waitsEnd(hall: Hours & Pick<Hall, 'counters'>, service: string): number {
  const { layout, counters } = hall
  const own = layout.services.get(service)?.hours
  const ends = Math.min(hoursEnd(hall), own ? hoursEnd(hall, own) : Infinity)
  const done = (layout.countersOf.get(service) ?? []).map(({ id }) => counters.get(id)?.movedAt ?? 0)
  return Math.max(ends, ...done)
}
