// When the hall and its services are open, now and the next time, and what ends with the hours: nobody waits through an
// empty evening, and no counter stays open where everybody has gone home. Hours are enforced in regular operation only,
// and shown always; every screen that names the next opening asks here.
import type { Hall } from './hall.ts'
import type { Layout } from './layout.ts'
import type { Span, Week } from './plan.ts'

/** Days to look ahead for the next opening: more than a long holiday. */
const MOST_DAYS = 30
const DAY_MS = 86_400_000

/** When something opens; minutes are those after midnight. */
export interface NextOpening {
  readonly day: string
  readonly minute: number
}

/** ISO weekday of a calendar day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): keyof Week {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (weekday === 0 ? 7 : weekday) as keyof Week
}

/** Whether the hall is open: not a holiday, and `minute` (minutes after midnight) within its hours. */
export function hallIsOpen(layout: Layout, day: string, minute: number): boolean {
  return within(hallSpans(layout, day), minute)
}

/** Whether a service with hours of its own is open; one without follows the hall. */
export function serviceIsOpen(layout: Layout, service: string, day: string, minute: number): boolean {
  const hours = layout.services.get(service)?.hours
  return !hours || within(hours[weekdayOf(day)], minute)
}

/** The spans in which the hall, or what has a week of its own, is open on a day; none on a holiday. */
export function hallSpans({ plan }: Layout, day: string, week: Week = plan.hours): readonly Span[] {
  return plan.holidays.some((holiday) => holiday.day === day) ? [] : week[weekdayOf(day)]
}

/** The spans in which a service is open on a day: within the hall's. `null`: the hall itself. */
function spansOf(layout: Layout, service: string | null, day: string): readonly Span[] {
  const own = service === null ? null : (layout.services.get(service)?.hours ?? null)
  const hall = hallSpans(layout, day)
  return own ? both(hall, own[weekdayOf(day)]) : hall
}

/** Whether the hall (`null`) or a service is or was open on this day. */
export function wasOpen(layout: Layout, service: string | null, day: string, minute: number): boolean {
  return spansOf(layout, service, day).some(({ from }) => from <= minute)
}

/**
 * When the hall (`null`) or a service opens after `minute` of `day`: on no holiday, and on a day with hours. Null if it
 * does not within a month.
 */
export function nextOpening(
  layout: Layout,
  service: string | null,
  day: string,
  minute: number,
): NextOpening | null {
  for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
    const label = new Date(Date.parse(`${day}T00:00:00Z`) + ahead * DAY_MS).toISOString().slice(0, 10)
    const begins = spansOf(layout, service, label)
      .map(({ from }) => from)
      .filter((from) => ahead > 0 || from > minute)
    if (begins.length > 0) return { day: label, minute: Math.min(...begins) }
  }
  return null
}

/** The time that two lists of spans have in common. */
function both(one: readonly Span[], other: readonly Span[]): Span[] {
  return one
    .flatMap((a) => other.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })))
    .filter(({ from, to }) => from < to)
}

function within(spans: readonly Span[], minute: number): boolean {
  return spans.some(({ from, to }) => from <= minute && minute < to)
}

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
/** How long a counter must be idle after hours before it closes: where nobody waits for it, and where somebody does. */
const NOBODY_WAITS = 30 * MINUTE
const SOMEBODY_WAITS = 2 * 60 * MINUTE

type Hours = Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt'>

/** When the hours of today are over, milliseconds since 1970; the day's start where it has none. */
export function hoursEnd(hall: Hours, week: Week = hall.layout.plan.hours): number {
  const spans = hallSpans(hall.layout, hall.day, week)
  return spans.length === 0 ? hall.startsAt : instantOf(hall, Math.max(...spans.map(({ to }) => to)))
}

/** Whether `now` (milliseconds since 1970) is outside the hours of today; a break is not. */
export function isOffHours(hall: Hours, now: number): boolean {
  const begins = hallSpans(hall.layout, hall.day).map(({ from }) => instantOf(hall, from))
  return now < Math.min(...begins) || now >= hoursEnd(hall)
}

/** Whether the hours of today are over at `now` (milliseconds since 1970); never, if the hall does not keep to them. */
export function isAfterHours(hall: Hours, now: number): boolean {
  return hall.layout.plan.operation === 'regular' && now >= hoursEnd(hall)
}

/** Counted from the day's end, because clocks change in the small hours. */
function instantOf({ endsAt }: Hours, minute: number): number {
  return endsAt - (DAY_MINUTES - minute) * MINUTE
}

/**
 * When the wait of somebody who was never called ends, milliseconds since 1970: with the service's hours, or with the
 * last thing done at one of its counters, whichever is later.
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
 * with nobody at them. Somebody who comes back and opens starts the time again.
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

/** Whether this counter may still get somebody who has not been missed. */
function isWaitedFor({ layout, queues }: Hall, counter: string): boolean {
  return (layout.counters.get(counter)?.services ?? []).some((service) => {
    const queue = queues.get(service)
    if (!queue) return false
    return [queue.regular, queue.priority, queue.blocked, queue.held].some(({ places }) => places.length > 0)
  })
}
