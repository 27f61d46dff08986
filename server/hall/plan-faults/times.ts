// Impossible times: time zones that do not exist, spans that run backwards or overlap, dates that do not exist.
import { MOST_PERIODS, type Period, type Week } from '../times.ts'
import type { Fault, Span } from './fault.ts'
import type { Part, Parts } from './parts.ts'

/** Minutes: tickets are counted by quarters of an hour. */
const QUARTER = 15

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function unknownTimeZone({ timeZone }: Parts): Fault[] {
  return timeZone
    .filter(({ item }) => !isTimeZone(item))
    .map(({ at, item }) => ({ at, code: 'unknown-time-zone', detail: { timeZone: item } }))
}

/** Spans of opening time that end before they begin, or begin before the one before them has ended. */
export function wrongSpans(parts: Parts): Fault[] {
  const weeks: Part<Week>[] = [
    ...parts.hours,
    ...parts.periods.map(({ at, item }) => ({ at: `${at}.hours`, item: item.hours })),
    ...[...parts.agencies, ...parts.services, ...parts.counters].flatMap(({ at, item }) =>
      item.hours ? [{ at: `${at}.hours`, item: item.hours }] : [],
    ),
  ]
  return [
    ...weeks.flatMap(({ at, item }) =>
      weekdays.flatMap((weekday) => spansOfDay(`${at}.${weekday}`, item[weekday])),
    ),
    ...[...parts.holidays, ...parts.days].flatMap(({ at, item }) =>
      spansOfDay(`${at}.spans`, item.spans ?? []),
    ),
  ]
}

function spansOfDay(at: string, spans: readonly Span[]): Fault[] {
  return spans.flatMap((span, index) => {
    const faults: Fault[] = []
    const before = spans[index - 1]
    if (span.to <= span.from) faults.push({ at: `${at}[${index}]`, code: 'span-backwards', detail: span })
    if (before && span.from < before.to) {
      faults.push({ at: `${at}[${index}]`, code: 'spans-overlap', detail: { span, before } })
    }
    return faults
  })
}

/**
 * Dates that do not exist, like 30 February: of holidays, periods, single days, expected openings, decrees, reviews.
 */
export function unrealDays({ holidays, periods, days: single, services }: Parts): Fault[] {
  const days: Part<string>[] = [
    ...[...holidays, ...single].map(({ at, item }) => ({ at: `${at}.day`, item: item.day })),
    ...periods.flatMap(({ at, item }) => [
      { at: `${at}.from`, item: item.from },
      { at: `${at}.to`, item: item.to },
    ]),
    ...services.flatMap(({ at, item: { phase, standard: { decree, reviewed } = {} } }) => [
      ...(phase.status === 'soon' && phase.expected
        ? [{ at: `${at}.phase.expected`, item: phase.expected }]
        : []),
      ...(decree ? [{ at: `${at}.standard.decree.day`, item: decree.day }] : []),
      ...(reviewed ? [{ at: `${at}.standard.reviewed`, item: reviewed }] : []),
    ]),
  ]
  return days
    .filter(({ item }) => !isDay(item))
    .map(({ at, item }) => ({ at, code: 'day-unreal', detail: { day: item } }))
}

/** Periods that end before they begin, or have days in common: nobody could say which hours hold then. */
export function wrongPeriods({ periods }: Parts): Fault[] {
  // Too many is a fault of its own; comparing thousands with each other would hold the hall up.
  if (periods.length > MOST_PERIODS) return []
  return periods.flatMap(({ at, item }, index): Fault[] => {
    const { from, to } = item
    if (to < from) return [{ at: `${at}.to`, code: 'days-backwards', detail: { from, to } }]
    const other = periods
      .slice(0, index)
      .find((one) => one.item.from <= to && from <= one.item.to && isForSame(one.item, item))
    if (!other) return []
    const common = {
      from: from > other.item.from ? from : other.item.from,
      to: to < other.item.to ? to : other.item.to,
    }
    return [{ at: `${at}.from`, code: 'periods-overlap', detail: { ...common, first: other.at } }]
  })
}

/** The hall's hours and an agency's don't contradict each other: the agency's are within them. */
function isForSame({ agencies: one }: Period, { agencies: other }: Period): boolean {
  if (!one || !other) return one === other
  return one.some((id) => other.includes(id))
}

/** A quota that is divided although it is not one of half a day, or where a day has no second half. */
export function wrongSplits({ quotas }: Parts): Fault[] {
  const isRight = (minute: number) => 0 < minute && minute < 1440 && minute % QUARTER === 0
  return quotas
    .filter(
      ({ item: { per, splitAt } }) => splitAt !== undefined && !(per === 'half-day' && isRight(splitAt)),
    )
    .map(({ at }) => ({ at: `${at}.splitAt`, code: 'split-of-no-half', detail: {} }))
}

/** An IANA name that this system knows; an offset like `+08:00`, which newer systems accept, is not a name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Whether this date exists. */
export function isDay(label: string): boolean {
  const date = new Date(`${label}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(label)
}
