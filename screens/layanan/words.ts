// The plan's data in words: the hours of a week, the status of a service; and addresses that keep the language.
import type { HallService } from '../../server/live/hall.ts'
import type { Week } from '../../server/hall/times.ts'
import { formatDay, formatMinute, formatTime, locale } from '../format.ts'
import { language, pick } from '../i18n.ts'
import { serviceStatusText } from '../texts/services.ts'
import { publicText } from './texts.ts'

/** An address with the language that is shown, so that a link keeps it. */
export const linkTo = (path: string): string => `${path}?lang=${language.value}`

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** A Monday, for naming the days of the week. */
const MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

export interface HoursRow {
  readonly days: string
  readonly hours: string
}

/** `Senin–Kamis` with `08.00–12.00 dan 13.00–15.30`; consecutive days with the same hours share a line. */
export function hoursRows(week: Week): HoursRow[] {
  const name = new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' })
  const dayName = (weekday: number) => name.format(MONDAY + (weekday - 1) * DAY_MS)
  const groups: { first: number; last: number; hours: string }[] = []
  for (const weekday of weekdays) {
    const hours = spansText(week, weekday)
    const last = groups.at(-1)
    if (last && last.hours === hours) last.last = weekday
    else groups.push({ first: weekday, last: weekday, hours })
  }
  return groups.map(({ first, last, hours }) => ({
    days: first === last ? dayName(first) : publicText('days', { from: dayName(first), to: dayName(last) }),
    hours,
  }))
}

function spansText(week: Week, weekday: (typeof weekdays)[number]): string {
  const spans = week[weekday].map(({ from, to }) =>
    publicText('to', { from: formatMinute(from), to: formatMinute(to) }),
  )
  return spans.length === 0 ? publicText('closed') : spans.join(publicText('and'))
}

/** `24 November 2026` for a day label; the label itself if it is not a day. */
export function longDay(label: string): string {
  const date = new Date(`${label}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return label
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale(), style).format(date)
}

/** Why a service takes no numbers now, in words, each part a line; empty if it is open. */
export function statusLines(service: HallService): string[] {
  const { status, expected, until, reason, where } = service
  if (status === 'open') return []
  const first =
    status === 'soon' && expected
      ? publicText('expected', { day: longDay(expected) })
      : status === 'paused' && until
        ? publicText('until', { until: untilText(until) })
        : serviceStatusText(status)
  return [
    first,
    ...(reason ? [pick(reason)] : []),
    ...(where ? [publicText('where', { where: pick(where) })] : []),
  ]
}

/** A day, an instant or words. */
function untilText(until: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(until)) return longDay(until)
  if (!/^\d{4}-\d{2}-\d{2}T/.test(until)) return until
  return `${formatDay(until)}, ${formatTime(until)}`
}
