// Numbers, times and days as people write them, in the hall's time zone and the language shown.
import { signal } from '@preact/signals'
import { language } from './i18n.ts'
import { sharedText } from './texts/shared.ts'

/** The hall's time zone, set when the hall is loaded; until then the device's own. */
export const timeZone = signal<string | undefined>(undefined)

/** Shown if an instant cannot be read. */
const UNKNOWN = '–'

const STYLES = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  shortDay: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short', year: '2-digit' },
} as const

// Making an Intl formatter takes far longer than using one, and a board formats at every beat.
const formatters = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/** The language shown, as a locale for `Intl`. */
export function locale(): string {
  // British English: 24 hours and the day before the month, as on everything else in the hall.
  if (language.value === 'en') return 'en-GB'
  return language.value === 'id' ? 'id-ID' : language.value
}

function formatInstant(
  instant: string | number,
  style: keyof typeof STYLES,
  zone: string | undefined,
  as = locale(),
): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return UNKNOWN
  const key = `${as} ${zone} ${style}`
  let formatter = formatters.get(key)
  try {
    if (!formatter) {
      formatter = new Intl.DateTimeFormat(as, { ...STYLES[style], timeZone: zone })
      formatters.set(key, formatter)
    }
    return formatter.format(date)
  } catch {
    // A zone that this browser, years older than the plan, does not know: no time rather than no page.
    return UNKNOWN
  }
}

/** `09.41` (id), `09:41` (en). Takes ISO 8601 or milliseconds. */
export function formatTime(instant: string | number): string {
  return formatInstant(instant, 'time', timeZone.value)
}

/** `08.00` (id), `08:00` (en) for minutes after midnight, as the plan's hours have them; the day's end is `24.00`. */
export function formatMinute(minute: number): string {
  const text = formatInstant(minute * 60_000, 'time', 'UTC')
  return minute === 24 * 60 ? text.replace('00', '24') : text
}

/** `Selasa, 24 November 2026`, the hall's day at that instant. */
export function formatDay(instant: string | number): string {
  return formatInstant(instant, 'day', timeZone.value)
}

/** `24 Nov` for a day label of the plan such as `2026-11-24`, which has no time zone. */
export function formatDayLabel(label: string): string {
  return formatInstant(`${label}T00:00:00Z`, 'shortDay', 'UTC')
}

/** `November 2026` of a month such as `2026-11`, in the language shown unless another locale is given. */
export function formatMonth(month: string, as = locale()): string {
  return formatInstant(`${month}-01T00:00:00Z`, 'month', 'UTC', as)
}

/** `Nov 26` of a month such as `2026-11`. */
export function formatShortMonth(month: string): string {
  return formatInstant(`${month}-01T00:00:00Z`, 'shortMonth', 'UTC')
}

/** `1.234` (id), `1,234` (en). */
export function formatNumber(value: number): string {
  let formatter = numbers.get(locale())
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale())
    numbers.set(locale(), formatter)
  }
  return formatter.format(value)
}

function pad(part: number): string {
  return part < 10 ? `0${part}` : String(part)
}

/** How long something has lasted, as `4:07` or `1:02:30`. */
export function formatStopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}

/** A waiting time in whole minutes, `12 menit`; under a minute `baru saja`. */
export function formatWaited(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes < 1 ? sharedText('justNow') : sharedText('minutes', { minutes: formatNumber(minutes) })
}

// The survey's measures as people write them: always with the same decimals, so that columns can be compared.

/** `88,31`: an IKM, from 25 to 100. */
export const formatIkm = (value: number): string => decimals(value, 2)

/** `3,532`: the mean of an element, from 1 to 4. */
export const formatNrr = (value: number): string => decimals(value, 3)

function decimals(value: number, count: number): string {
  return value.toLocaleString(locale(), { minimumFractionDigits: count, maximumFractionDigits: count })
}
