// How many numbers are left for a service (rules X10 to X13): by its own daily quota, and by those that it may share
// with others, for a day, half a day or a week.
import type { Changes } from '../changes.ts'
import type { Time } from '../command.ts'
import type { Hall } from '../hall.ts'
import {
  instantOf,
  isOpenAt,
  type NextOpening,
  nextOpening,
  weekdayOf,
  dayAfter,
  spansOn,
  type Whose,
} from '../hours.ts'
import type { Layout } from '../layout.ts'
import type { AtZero, Quota } from '../times.ts'
import { minutesUntilServed } from './standing.ts'

/** Tickets are counted by quarters of an hour, so that half a day may begin at any of them. */
const QUARTER = 15 * 60_000
export const QUARTERS = 96
const DAY_MINUTES = 1440
const NOON = 720

type Counted = Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt' | 'taken' | 'takenIn' | 'takenThisWeek'>

/** The quota of a service that has the fewest numbers left. */
export interface QuotaLeft {
  /** Never below 0. */
  readonly left: number
  readonly per: Quota['per']
  readonly atZero: AtZero | null
  /** The minute from which the second half of a day counts; null: not today. */
  readonly anew: number | null
}

/**
 * What is left at `now` (milliseconds since 1970) for a service, besides this one number, after a visit that needs
 * `wanted` (itself included); null if no quota applies.
 */
export function quotaLeft(
  hall: Counted,
  service: string,
  now: number,
  wanted: readonly string[] = [service],
): QuotaLeft | null {
  const quotas = quotasOf(hall, service).map((quota): QuotaLeft => {
    const { per, atZero = null, most, services } = quota
    const others = wanted.filter((id) => id !== service && services.includes(id)).length
    return {
      left: Math.max(0, most - countedFor(hall, quota, now) - others),
      per,
      atZero,
      anew: anewAt(hall, quota, now),
    }
  })
  return quotas.reduce<QuotaLeft | null>(
    (least, one) => (least && !isTighter(one, least) ? least : one),
    null,
  )
}

/** If two are used up, the one that the reception may not exceed. */
function isTighter(one: QuotaLeft, other: QuotaLeft): boolean {
  return one.left < other.left || (one.left === other.left && one.atZero?.answer !== 'reception')
}

/** All quotas that count a service; its own daily quota is one that counts a single service. */
function quotasOf(
  { layout }: Pick<Hall, 'layout'>,
  id: string,
): readonly Pick<Quota, 'services' | 'per' | 'most' | 'splitAt' | 'atZero'>[] {
  const shared = layout.quotas.get(id) ?? []
  const service = layout.services.get(id)
  if (!service || service.quota === null) return shared
  const { quota: most, atZero } = service
  return [{ services: [id], per: 'day', most, ...(atZero && { atZero }) }, ...shared]
}

function countedFor(
  { takenThisWeek, taken, ...hall }: Counted,
  { services, per, splitAt = NOON }: Pick<Quota, 'services' | 'per' | 'splitAt'>,
  now: number,
): number {
  const sum = (of: (id: string) => number) => services.reduce((all, id) => all + of(id), 0)
  const today = sum((id) => taken.get(id) ?? 0)
  if (per === 'day') return today
  if (per === 'week') return today + sum((id) => takenThisWeek.get(id) ?? 0)
  const split = instantOf(hall, splitAt)
  const first = Math.floor(quarterOf(hall, split))
  const later = sum((id) => countFrom(hall.takenIn, id, first))
  return now < split ? today - later : later
}

function countFrom(takenIn: ReadonlyMap<string, number>, service: string, first: number): number {
  let count = 0
  for (let quarter = first; quarter < QUARTERS; quarter += 1)
    count += takenIn.get(`${service} ${quarter}`) ?? 0
  return count
}

function anewAt(
  hall: Counted,
  { per, splitAt = NOON }: Pick<Quota, 'per' | 'splitAt'>,
  now: number,
): number | null {
  return per === 'half-day' && now < instantOf(hall, splitAt) ? splitAt : null
}

/** The quarter of an hour of today, 0 to 95, counted from the day's end as hours are; past midnight the last one. */
export function quarterOf({ endsAt }: Pick<Hall, 'endsAt'>, at: number): number {
  return Math.max(0, Math.min(QUARTERS - 1, QUARTERS - Math.ceil((endsAt - at) / QUARTER)))
}

/** Counts a ticket's steps. Referrals are no tickets. */
export function countTicket(
  hall: Hall,
  changes: Changes,
  steps: readonly { readonly service: string }[],
  at: number,
): void {
  const quarter = quarterOf(hall, at)
  for (const { service } of steps) {
    changes.set(hall.taken, service, (hall.taken.get(service) ?? 0) + 1)
    const key = `${service} ${quarter}`
    changes.set(hall.takenIn, key, (hall.takenIn.get(key) ?? 0) + 1)
  }
}

/** When numbers are given again after a quota is used up; null if the service does not open within a month. */
export function givenAgain(
  { layout, day }: Pick<Hall, 'layout' | 'day'>,
  service: string,
  { per, anew }: QuotaLeft,
): NextOpening | null {
  const whose = { of: 'service', id: service } as const
  if (anew !== null && isOpenAt(layout, whose, day, anew)) return { day, minute: anew }
  const from = per === 'week' ? dayAfter(day, 7 - weekdayOf(day)) : day
  return nextOpening(layout, whose, from, anew ?? DAY_MINUTES)
}

/** Tickets of earlier days in the week of `day`, by service, as the day's opening says. */
export function takenBefore(
  hall: Pick<Hall, 'day' | 'taken' | 'takenThisWeek'>,
  day: string,
): Record<string, number> {
  const monday = dayAfter(day, 1 - weekdayOf(day))
  if (hall.day < monday || hall.day > day) return {}
  const services = new Set([...hall.takenThisWeek.keys(), ...hall.taken.keys()])
  return Object.fromEntries(
    [...services].map((id) => [id, (hall.takenThisWeek.get(id) ?? 0) + (hall.taken.get(id) ?? 0)]),
  )
}

// When numbers stop before the hours of a day end, so that whoever takes one is served within them (rules X7 and X8):
// a number of minutes before, or once the people waiting fill the time that is left. The forecast decides the latter,
// as people are told it; only while there is none does a rough sum decide.

/** The last minute of `day` (minutes after midnight) in which numbers are given; null if only the hours end them. */
export function lastMinute(layout: Layout, whose: Whose, day: string): number | null {
  const minutes = ruleOf(layout, whose)?.minutes
  const end = endOf(layout, whose, day)
  return minutes === undefined || end === null ? null : end - minutes
}

/** Why the service gives no more numbers today although it is open; null when it does. In regular operation. */
export function whyNoMore(
  hall: Hall,
  service: string,
  { now, minute, isFull }: Pick<Time, 'now' | 'minute' | 'isFull'>,
): 'closing-soon' | 'day-full' | null {
  const { layout, day } = hall
  const whose = { of: 'service', id: service } as const
  const last = lastMinute(layout, whose, day)
  if (last !== null && minute >= last) return 'closing-soon'
  if (ruleOf(layout, whose)?.capacity !== true) return null
  const foreseen = isFull?.(service) ?? null
  if (foreseen !== null) return foreseen ? 'day-full' : null
  const left = spansOn(layout, whose, day).reduce(
    (sum, { from, to }) => sum + Math.max(0, to - Math.max(from, minute)),
    0,
  )
  return minutesUntilServed(hall, service, now) > left ? 'day-full' : null
}

function ruleOf({ plan, services }: Layout, whose: Whose) {
  return (whose?.of === 'service' ? services.get(whose.id)?.lastTicket : undefined) ?? plan.lastTicket
}

function endOf(layout: Layout, whose: Whose, day: string): number | null {
  const spans = spansOn(layout, whose, day)
  return spans.length === 0 ? null : Math.max(...spans.map(({ to }) => to))
}
