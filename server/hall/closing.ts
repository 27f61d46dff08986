// The end of the hall's hours, and what ends with it: nobody waits through an empty evening, and no counter stays open
// where everybody has gone home.
import { weekdayOf } from './hours.ts'
import type { Hall } from './hall.ts'
import type { Week } from './plan.ts'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
/** How long nothing happens at a counter after hours before it closes: where nobody waits for it, and where somebody does. */
const NOBODY_WAITS = 30 * MINUTE
const SOMEBODY_WAITS = 2 * 60 * MINUTE

type Hours = Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt'>

/** When the hours of today are over, milliseconds since 1970; the day's start where it has none. */
export function hoursEnd(hall: Hours, week: Week = hall.layout.plan.hours): number {
  const spans = spansToday(hall, week)
  return spans.length === 0 ? hall.startsAt : instantOf(hall, Math.max(...spans.map(({ to }) => to)))
}

/** Whether `now` (milliseconds since 1970) is outside the hours of today; a break is not. */
export function isOffHours(hall: Hours, now: number): boolean {
  const begins = spansToday(hall, hall.layout.plan.hours).map(({ from }) => instantOf(hall, from))
  return now < Math.min(...begins) || now >= hoursEnd(hall)
}

/** Whether the hours of today are over at `now` (milliseconds since 1970), where the hall keeps to them. */
export function isAfterHours(hall: Hours, now: number): boolean {
  return hall.layout.plan.operation === 'regular' && now >= hoursEnd(hall)
}

function spansToday({ layout: { plan }, day }: Hours, week: Week): Week[keyof Week] {
  return plan.holidays.some((holiday) => holiday.day === day) ? [] : week[weekdayOf(day)]
}

/** Counted from the day's end: where clocks change, they do so in the small hours. */
function instantOf({ endsAt }: Hours, minute: number): number {
  return endsAt - (DAY_MINUTES - minute) * MINUTE
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

/** A counter that closes by itself, and when, milliseconds since 1970. */
export interface Closing {
  readonly counter: string
  readonly at: number
}

/**
 * The counters that close by themselves if nothing more happens there: in regular operation, after the hours of today,
 * where nobody stands. Who comes back opens again, and then the time begins anew.
 */
export function closings(hall: Hall): Closing[] {
  if (hall.layout.plan.operation !== 'regular' || hall.closed) return []
  const left = [...hall.counters.values()].filter((one) => one.state !== 'closed' && one.current === null)
  if (left.length === 0) return []
  const end = hoursEnd(hall)
  return left.map(({ id, movedAt, pausedUntil }) => ({
    counter: id,
    at: Math.max(end, movedAt, pausedUntil ?? 0) + (isWaitedFor(hall, id) ? SOMEBODY_WAITS : NOBODY_WAITS),
  }))
}

/** Whether anybody may still come to this counter without having been missed. */
function isWaitedFor({ layout, queues }: Hall, counter: string): boolean {
  return (layout.counters.get(counter)?.services ?? []).some((service) => {
    const queue = queues.get(service)
    if (!queue) return false
    return [queue.regular, queue.priority, queue.blocked, queue.held].some(({ places }) => places.length > 0)
  })
}
