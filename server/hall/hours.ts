// When the hall and all that is in it are open, now and next, and what ends with the hours: nobody waits through an
// empty evening, and no counter stays open when everybody has gone home. Hours are always shown, but enforced only in
// regular operation; `spansOn` gives the hours of a day.
import type { Text } from './equipment.ts'
import type { Hall } from './hall.ts'
import type { Layout } from './layout.ts'
import type { Plan } from './plan.ts'
import type { Holiday, Period, SingleDay, Span, Week } from './times.ts'

/** Days to look ahead for the next opening: more than a long holiday. */
const MOST_DAYS = 30
const DAY_MS = 86_400_000

/** When something opens; minutes count from midnight. */
export interface NextOpening {
  readonly day: string
  readonly minute: number
}

/** What decides the hours of a day. */
export interface HoursGround extends Pick<Layout, 'agencies' | 'services' | 'counters'> {
  readonly plan: Pick<Plan, 'hours' | 'holidays' | 'periods' | 'days'>
}

/** Whose hours; null: the hall's. */
export type Whose = { readonly of: 'agency' | 'service' | 'counter'; readonly id: string } | null

/** ISO weekday of a calendar day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): keyof Week {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (weekday === 0 ? 7 : weekday) as keyof Week
}

/** A calendar day some days later; earlier, if `days` is negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The hall's hours on a day, and what makes them other than the week's. */
interface HallDay {
  readonly spans: readonly Span[]
  /** The agencies that are open; null: all. */
  readonly open: readonly string[] | null
  /** Whether the week (the period's, if it is in one) has hours on this weekday at all. */
  readonly isUsual: boolean
  readonly single: SingleDay | null
  readonly holiday: Holiday | null
  readonly period: Period | null
}

/**
 * Which hours hold on a day: a single day takes precedence over a holiday, a holiday over a period, a period over the
 * week.
 */
export function hallDay(plan: HoursGround['plan'], day: string): HallDay {
  const single = plan.days?.find((one) => one.day === day) ?? null
  const holiday = plan.holidays.find((one) => one.day === day) ?? null
  const period = periodOf(plan, day, null)
  const usual = (period?.hours ?? plan.hours)[weekdayOf(day)]
  const because = { isUsual: usual.length > 0, single, holiday, period }
  if (single) return { spans: single.spans, open: single.open ?? null, ...because }
  if (!holiday) return { spans: usual, open: null, ...because }
  const { spans, open = null } = holiday
  return { spans: spans ?? (open ? usual : []), open, ...because }
}

/** The period of the hall, or of an agency, that a day is in. */
function periodOf({ periods = [] }: HoursGround['plan'], day: string, agency: string | null): Period | null {
  const isOf = ({ agencies }: Period) => (agency === null ? !agencies : agencies?.includes(agency) === true)
  return periods.find((one) => one.from <= day && day <= one.to && isOf(one)) ?? null
}

/**
 * The spans in which the hall, or what is in it, is open on a day: an agency within the hall's hours, services and
 * counters within their agency's. On a weekday on which the hall is usually closed nobody's own week counts: it says
 * nothing about a Saturday that is made a working day.
 */
export function spansOn(layout: HoursGround, whose: Whose, day: string): readonly Span[] {
  const hall = hallDay(layout.plan, day)
  if (whose === null || hall.spans.length === 0) return hall.spans
  const own = whose.of === 'agency' ? null : ownOf(layout, whose.of, whose.id)
  const agency = layout.agencies.get(own?.agency ?? whose.id)
  if (hall.open && !(agency && hall.open.includes(agency.id))) return []
  if (!hall.isUsual) return hall.spans
  const weekday = weekdayOf(day)
  const weeks = [agency && (periodOf(layout.plan, day, agency.id)?.hours ?? agency.hours), own?.hours]
  return weeks.reduce<readonly Span[]>(
    (spans, week) => (week ? both(spans, week[weekday]) : spans),
    hall.spans,
  )
}

function ownOf({ services, counters }: HoursGround, of: 'service' | 'counter', id: string) {
  return of === 'service' ? services.get(id) : counters.get(id)
}

/** Whether the hall, or what is in it, is open at `minute` (minutes after midnight) of a day. */
export function isOpenAt(layout: Layout, whose: Whose, day: string, minute: number): boolean {
  return spansOn(layout, whose, day).some(({ from, to }) => from <= minute && minute < to)
}

/** Whether it is open at `minute` of this day, or was before. */
export function wasOpen(layout: Layout, whose: Whose, day: string, minute: number): boolean {
  return spansOn(layout, whose, day).some(({ from }) => from <= minute)
}

/** When it opens after `minute` of `day`; null if it does not within a month. */
export function nextOpening(layout: Layout, whose: Whose, day: string, minute: number): NextOpening | null {
  for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
    const label = dayAfter(day, ahead)
    const begins = spansOn(layout, whose, label)
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

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
/** How long a counter must be idle after hours before it closes: where nobody waits for it, and where somebody does. */
const NOBODY_WAITS = 30 * MINUTE
const SOMEBODY_WAITS = 2 * 60 * MINUTE

type Hours = Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt'>

/** When the last hours of today end, milliseconds since 1970; the day's start if there are none. */
export function hoursEnd(hall: Hours, whose: Whose = null): number {
  const spans = spansOn(hall.layout, whose, hall.day)
  return spans.length === 0 ? hall.startsAt : instantOf(hall, Math.max(...spans.map(({ to }) => to)))
}

/** Whether `now` (milliseconds since 1970) is outside the hours of today; a break is not. */
export function isOffHours(hall: Hours, now: number): boolean {
  const begins = spansOn(hall.layout, null, hall.day).map(({ from }) => instantOf(hall, from))
  return now < Math.min(...begins) || now >= hoursEnd(hall)
}

/** Whether the hours of today are over at `now` (milliseconds since 1970); never, if the hall does not keep to them. */
export function isAfterHours(hall: Hours, now: number, whose: Whose = null): boolean {
  return hall.layout.plan.operation === 'regular' && now >= hoursEnd(hall, whose)
}

/** The instant of a minute of today. Counted from the day's end, because clocks change in the small hours. */
export function instantOf({ endsAt }: Hours, minute: number): number {
  return endsAt - (DAY_MINUTES - minute) * MINUTE
}

/**
 * When the wait of somebody who was never called ends, milliseconds since 1970: with the service's hours, or with the
 * last thing done at one of its counters, whichever is later.
 */
export function waitsEnd(hall: Hours & Pick<Hall, 'counters'>, service: string): number {
  const { layout, counters } = hall
  const ends = hoursEnd(hall, { of: 'service', id: service })
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
  return left.map(({ id, movedAt, pausedUntil }) => ({
    counter: id,
    at:
      Math.max(hoursEnd(hall, { of: 'counter', id }), movedAt, pausedUntil ?? 0) +
      (isWaitedFor(hall, id) ? SOMEBODY_WAITS : NOBODY_WAITS),
  }))
}

/** Whether anybody who was not missed may still come to this counter. */
function isWaitedFor({ layout, queues }: Hall, counter: string): boolean {
  return (layout.counters.get(counter)?.services ?? []).some((service) => {
    const queue = queues.get(service)
    if (!queue) return false
    return [queue.regular, queue.priority, queue.blocked, queue.held].some(({ places }) => places.length > 0)
  })
}

// The coming days as they will be: when the hall is open on each, why that differs from other weeks, and which
// agencies keep other hours.

export interface CalendarDay {
  readonly day: string
  readonly spans: Span[]
  /** What makes it other than the week; null: nothing does. */
  readonly because: { readonly kind: 'day' | 'holiday' | 'period'; readonly name: Text } | null
  /** Agencies that are open at other times than the hall; no spans: closed. */
  readonly agencies: { readonly agency: string; readonly spans: Span[] }[]
}

/** Every day from `from` to `to`, both included. */
export function calendarOf(ground: HoursGround, from: string, to: string): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(dayOf(ground, day))
  return days
}

function dayOf(ground: HoursGround, day: string): CalendarDay {
  const { spans, single, holiday, period } = hallDay(ground.plan, day)
  const because = single
    ? ({ kind: 'day', name: single.name } as const)
    : holiday
      ? ({ kind: 'holiday', name: holiday.name } as const)
      : period && ({ kind: 'period', name: period.name } as const)
  const agencies = [...ground.agencies.keys()].flatMap((agency) => {
    const own = spansOn(ground, { of: 'agency', id: agency }, day)
    return isSame(own, spans) ? [] : [{ agency, spans: [...own] }]
  })
  return { day, spans: [...spans], because, agencies }
}

function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to }, nth) => from === other[nth]?.from && to === other[nth].to)
  )
}
