// When the hall and its services are open: now, and the next time. Hours are enforced in regular operation only, and shown
// always; every screen that names the next opening asks here.
import type { Layout } from './layout.ts'
import type { Span, Week } from './plan.ts'

/** Days looked ahead for the next opening: a long holiday, and some. */
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

/** The spans in which the hall is open on a day, none on a holiday. */
export function hallSpans({ plan }: Layout, day: string): readonly Span[] {
  return plan.holidays.some((holiday) => holiday.day === day) ? [] : plan.hours[weekdayOf(day)]
}

/** The spans in which a service is open on a day: within the hall's. `null`: the hall itself. */
function spansOf(layout: Layout, service: string | null, day: string): readonly Span[] {
  const own = service === null ? null : (layout.services.get(service)?.hours ?? null)
  const hall = hallSpans(layout, day)
  return own ? both(hall, own[weekdayOf(day)]) : hall
}

/** Whether the hall (`null`) or a service was open earlier on this day, or is. */
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
