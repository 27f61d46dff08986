// The days that a report is about: a day, a week, a month, a quarter, a year, or from one day to another. In the address
// it is one word: `2026-11-24`, `2026-W48`, `2026-11`, `2026-Q4`, `2026`, `2026-11-02..2026-11-20`.
import { formatMonth, locale } from '../../screens/format.ts'
import { reportsText } from './texts/index.ts'

export const kinds = ['day', 'week', 'month', 'quarter', 'year', 'free'] as const
export type Kind = (typeof kinds)[number]

/** Days as `2026-11-24`, both included. */
export interface Period {
  readonly kind: Kind
  readonly from: string
  readonly to: string
}

export type Compare = 'before' | 'year'

const DAY_MS = 86_400_000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const label = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const ofDate = (year: number, month: number, date: number) => label(Date.UTC(year, month - 1, date))
const yearOf = (day: string) => Number(day.slice(0, 4))
const monthOf = (day: string) => Number(day.slice(5, 7))

/** Whether `text` is a day that exists, between the years 1000 and 9999. */
export function isDay(text: string): boolean {
  return DAY.test(text) && text >= '1000' && !Number.isNaN(at(text)) && label(at(text)) === text
}

/** The day `count` days later. */
export const daysAfter = (day: string, count: number): string => label(at(day) + count * DAY_MS)

/** 1 (Monday) to 7. */
export const weekdayOf = (day: string): number => ((new Date(at(day)).getUTCDay() + 6) % 7) + 1

/** How many days the period has. */
export const lengthOf = ({ from, to }: Pick<Period, 'from' | 'to'>): number =>
  Math.round((at(to) - at(from)) / DAY_MS) + 1

/** The period of this kind that a day is in; for `free` that day alone. */
export function periodOf(kind: Kind, day: string): Period {
  const [year, month] = [yearOf(day), monthOf(day)]
  switch (kind) {
    case 'week': {
      const monday = daysAfter(day, 1 - weekdayOf(day))
      return { kind, from: monday, to: daysAfter(monday, 6) }
    }
    case 'month':
      return { kind, from: ofDate(year, month, 1), to: ofDate(year, month + 1, 0) }
    case 'quarter': {
      const first = month - ((month - 1) % 3)
      return { kind, from: ofDate(year, first, 1), to: ofDate(year, first + 3, 0) }
    }
    case 'year':
      return { kind, from: `${year}-01-01`, to: `${year}-12-31` }
    default:
      return { kind, from: day, to: day }
  }
}

/** The period as a word of the address. */
export function wordOf({ kind, from, to }: Period): string {
  switch (kind) {
    case 'day':
      return from
    case 'week':
      return weekWord(from)
    case 'month':
      return from.slice(0, 7)
    case 'quarter':
      return `${from.slice(0, 4)}-Q${Math.ceil(monthOf(from) / 3)}`
    case 'year':
      return from.slice(0, 4)
    case 'free':
      return `${from}..${to}`
  }
}

/** The ISO week: it belongs to the year of its Thursday. */
function weekWord(monday: string): string {
  const thursday = daysAfter(monday, 3)
  const week = Math.ceil(lengthOf({ from: `${yearOf(thursday)}-01-01`, to: thursday }) / 7)
  return `${yearOf(thursday)}-W${String(week).padStart(2, '0')}`
}

/** What a word in the address means; null: nothing. */
export function periodAt(word: string): Period | null {
  const [from = '', to, ...more] = word.split('..')
  if (to !== undefined)
    return isDay(from) && isDay(to) && more.length === 0 && from <= to ? { kind: 'free', from, to } : null
  if (isDay(word)) return periodOf('day', word)
  const [, year = '', kind, part] = /^([1-9]\d{3})(?:-([WQ]?)(\d{1,2}))?$/.exec(word) ?? []
  if (year === '') return null
  if (part === undefined) return periodOf('year', `${year}-01-01`)
  const number = Number(part)
  const found =
    kind === 'W'
      ? periodOf('week', daysAfter(`${year}-01-04`, (number - 1) * 7))
      : kind === 'Q'
        ? periodOf('quarter', ofDate(Number(year), number * 3, 1))
        : periodOf('month', ofDate(Number(year), number, 1))
  // A 13th month, a 54th week, `2026-1`.
  return wordOf(found) === word ? found : null
}

/** The next one of its kind (`by` 1), the one before (−1); a free period moves by its length. */
export function moved({ kind, from, to }: Period, by: 1 | -1): Period {
  if (kind !== 'free') return periodOf(kind, by === 1 ? daysAfter(to, 1) : daysAfter(from, -1))
  const days = lengthOf({ from, to }) * by
  return { kind, from: daysAfter(from, days), to: daysAfter(to, days) }
}

/**
 * What a period is compared with: the one before, or the same one a year before (for a day and a week 52 weeks, so
 * that weekdays match).
 */
export function comparedWith(period: Period, compare: Compare): Period {
  if (compare === 'before') return moved(period, -1)
  const { kind, from, to } = period
  if (kind === 'day' || kind === 'week') return { kind, from: daysAfter(from, -364), to: daysAfter(to, -364) }
  if (kind !== 'free') return periodOf(kind, sameDate(from))
  return { kind, from: sameDate(from), to: sameDate(to) }
}

/** The same date of the year before; for 29 February the 28th. */
function sameDate(day: string): string {
  const earlier = `${yearOf(day) - 1}${day.slice(4)}`
  return isDay(earlier) ? earlier : `${yearOf(day) - 1}-02-28`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function written(day: string, style: Intl.DateTimeFormatOptions): string {
  const key = `${locale()} ${JSON.stringify(style)}`
  let formatter = formatters.get(key)
  if (!formatter)
    formatters.set(key, (formatter = new Intl.DateTimeFormat(locale(), { ...style, timeZone: 'UTC' })))
  return formatter.format(at(day))
}

/** `24 November 2026`. */
export const longDay = (day: string): string =>
  written(day, { day: 'numeric', month: 'long', year: 'numeric' })

/** `Selasa, 24 November 2026`. */
export const fullDay = (day: string): string =>
  written(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** `24 Nov`. */
export const shortDay = (day: string): string => written(day, { day: 'numeric', month: 'short' })

/** `Senin`, or `Sen`, of a weekday from 1 to 7. */
export function weekdayName(weekday: number, style: 'long' | 'short' = 'long'): string {
  // The first of June 2026 was a Monday.
  return written(daysAfter('2026-06-01', weekday - 1), { weekday: style })
}

/** The period in words: `November 2026`, `Pekan 48: 23 November – 29 November 2026`. */
export function periodWords({ kind, from, to }: Period): string {
  switch (kind) {
    case 'day':
      return fullDay(from)
    case 'week':
      return reportsText('period.weekOf', {
        week: weekWord(from).slice(-2),
        from: longDay(from),
        to: longDay(to),
      })
    case 'month':
      return formatMonth(from.slice(0, 7))
    case 'quarter':
      return reportsText('period.quarterOf', {
        quarter: Math.ceil(monthOf(from) / 3),
        year: from.slice(0, 4),
      })
    case 'year':
      return from.slice(0, 4)
    case 'free':
      if (from === to) return fullDay(from)
      return from.endsWith('-01') && to === periodOf('month', to).to
        ? reportsText('period.fromTo', {
            from: formatMonth(from.slice(0, 7)),
            to: formatMonth(to.slice(0, 7)),
          })
        : reportsText('period.fromTo', { from: longDay(from), to: longDay(to) })
  }
}

/** The steps of the time axis: a day by hours, up to a quarter by days, more by months. */
export function stepsOf(period: Period): 'hour' | 'day' | 'month' {
  const days = lengthOf(period)
  if (days === 1) return 'hour'
  return days <= 100 ? 'day' : 'month'
}

/** Every day of a period, or every month. */
export function placesOf({ from, to }: Period, by: 'day' | 'month'): string[] {
  const all: string[] = []
  for (let day = from; day <= to; day = by === 'day' ? daysAfter(day, 1) : monthAfter(day))
    all.push(by === 'day' ? day : day.slice(0, 7))
  return all
}

const monthAfter = (day: string) => ofDate(yearOf(day), monthOf(day) + 1, 1)

/** How many days into a month its own figures say enough. */
const ENOUGH_DAYS = 4

/** What is shown by default: this month; in its first days the previous one, which has figures. */
export function usualPeriod(today: string): Period {
  const month = periodOf('month', today)
  return Number(today.slice(8)) < ENOUGH_DAYS ? moved(month, -1) : month
}

/**
 * The whole months that a period touches: for a day or a week its month, for free days from the first month to the
 * last.
 */
export function wholeMonths(period: Period): Period {
  if (period.kind === 'month' || period.kind === 'quarter' || period.kind === 'year') return period
  return monthsFrom(period.from.slice(0, 7), period.to.slice(0, 7))
}

/** From the first of one month to the last of another, both such as `2026-11`. */
export function monthsFrom(first: string, last: string): Period {
  const { from } = periodOf('month', `${first}-01`)
  const { to } = periodOf('month', `${last}-01`)
  return first === last ? { kind: 'month', from, to } : { kind: 'free', from, to }
}

/** What the survey shows by default: this year; in January, about which hardly anything is known, last year. */
export function usualMonths(today: string): Period {
  const year = periodOf('year', today)
  return monthOf(today) === 1 ? moved(year, -1) : year
}
