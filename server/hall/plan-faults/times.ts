// Impossible times: time zones that do not exist, spans that run backwards or overlap, days that no calendar has.
import type { Week } from '../plan.ts'
import type { Fault, Span } from './fault.ts'
import type { Part, Parts } from './parts.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function unknownTimeZone({ timeZone }: Parts): Fault[] {
  return timeZone
    .filter(({ item }) => !isTimeZone(item))
    .map(({ at, item }) => ({ at, code: 'unknown-time-zone', detail: { timeZone: item } }))
}

/** Spans of opening time that end before they begin, or begin before the one before them has ended. */
export function wrongSpans({ hours, services }: Parts): Fault[] {
  const weeks: Part<Week>[] = [
    ...hours,
    ...services.flatMap(({ at, item }) => (item.hours ? [{ at: `${at}.hours`, item: item.hours }] : [])),
  ]
  return weeks.flatMap(({ at, item }) =>
    weekdays.flatMap((weekday) => spansOfDay(`${at}.${weekday}`, item[weekday])),
  )
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

/** Holidays, expected openings, and the days of decrees and reviews on days that no calendar has, like 30 February. */
export function unrealDays({ holidays, services }: Parts): Fault[] {
  const days: Part<string>[] = [
    ...holidays.map(({ at, item }) => ({ at: `${at}.day`, item: item.day })),
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

/** An IANA name that this system knows; an offset like `+08:00`, which newer systems take, is no name. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Whether a calendar has this day. */
export function isDay(label: string): boolean {
  const date = new Date(`${label}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(label)
}
