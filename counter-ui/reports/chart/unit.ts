// The kinds of values in a chart, and how they are written: counts, durations (given in seconds, shown in minutes),
// shares (given from 0 to 1, shown in per cent), and from the survey the mean of an element (up to 4) and an IKM (up
// to 100).
import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { formatNumber, locale, formatIkm, formatNrr } from '../../../screens/format.ts'
import { chartText } from './texts.ts'

export type Unit = 'count' | 'duration' | 'share' | 'nrr' | 'ikm'

export interface ValueAxis {
  /** The value at its end, in the chart's unit; never 0. */
  readonly most: number
  /** Values with a line and a label, from 0 up. */
  readonly ticks: readonly number[]
}

const PER_MINUTE = 60
/** About as many lines as fit beside each other in a chart 200 px high. */
const TICKS = 4

/**
 * An axis from 0 on which all values fit, ending at a round number. Nothing, or nothing but zeros, still gets an axis;
 * counts are never cut into halves; a share ends at 100%, the survey's measures at the highest possible value.
 */
export function valueAxis(values: Iterable<number | null | undefined>, unit: Unit): ValueAxis {
  if (unit === 'share') return { most: 1, ticks: [0, 0.25, 0.5, 0.75, 1] }
  if (unit === 'nrr') return { most: 4, ticks: [0, 1, 2, 3, 4] }
  if (unit === 'ikm') return { most: 100, ticks: [0, 25, 50, 75, 100] }
  const per = unit === 'duration' ? PER_MINUTE : 1
  const most = Math.max(0, max(values, (value) => value ?? undefined) ?? 0) / per
  const scale = scaleLinear()
    .domain([0, most === 0 ? 1 : most])
    .nice(TICKS)
  const ticks = scale.ticks(TICKS).filter((tick) => Number.isInteger(tick) || unit !== 'count')
  const end = scale.domain()[1] ?? 1
  // Counts are never divided into fractions of a person.
  const whole = unit === 'count' ? Math.ceil(end) : end
  const last = ticks.at(-1) ?? 0
  return { most: whole * per, ticks: (last < whole ? [...ticks, whole] : ticks).map((tick) => tick * per) }
}

/** Whether there is something to draw: missing values and NaN are gaps. */
export function isValue(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** `1.234` · `12 menit`, under ten with a tenth · `83%` · `3,532` · `88,31`. */
export function formatValue(value: number | null | undefined, unit: Unit): string {
  if (!isValue(value)) return '–'
  if (unit === 'duration') return chartText('minutes', { count: formatMinutes(value) })
  if (unit === 'nrr') return formatNrr(value)
  if (unit === 'ikm') return formatIkm(value)
  return unit === 'share' ? formatShare(value) : formatNumber(value)
}

/** A duration in seconds as minutes without the word: `3,4`, `27`. */
export function formatMinutes(seconds: number): string {
  const minutes = seconds / PER_MINUTE
  const isSmall = Math.abs(minutes) < 9.95
  return format(isSmall ? Math.round(minutes * 10) / 10 : Math.round(minutes), {})
}

/** `83%`. Almost none and almost all are never shown as none and all: `0,4%`, `<0,1%`. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.001) return `<${format(0.001, TENTHS)}`
  if (share > 0.999 && share < 1) return `>${format(0.999, TENTHS)}`
  const isNear = (share > 0 && share < 0.01) || (share > 0.99 && share < 1)
  return format(share, isNear ? TENTHS : WHOLE)
}

const TENTHS = { style: 'percent', maximumFractionDigits: 1 } as const
const WHOLE = { style: 'percent', maximumFractionDigits: 0 } as const

/** A label of an axis or within a small cell: `5 jt`, `1,2 rb`, minutes without the word. */
export function formatShort(value: number, unit: Unit): string {
  if (unit === 'share') return format(value, WHOLE)
  const plain = unit === 'duration' ? value / PER_MINUTE : value
  if (plain < 10_000) return unit === 'duration' ? formatMinutes(value) : formatNumber(plain)
  // `12,5 rb`, but `743 rb`: three digits need no tenth.
  const lead = plain / 1000 ** Math.floor(Math.log10(plain) / 3)
  return format(plain, { notation: 'compact', maximumFractionDigits: lead < 100 ? 1 : 0 })
}

/** The unit in words for an axis; null: counts need none. */
export function axisWords(unit: Unit): string | null {
  if (unit === 'duration') return chartText('axisMinutes')
  return unit === 'share' ? chartText('axisShare') : null
}

const formatters = new Map<string, Intl.NumberFormat>()

function format(value: number, style: Intl.NumberFormatOptions): string {
  // British English would write five million as 5m, which may be minutes.
  const spoken = style.notation === 'compact' && locale() === 'en-GB' ? 'en' : locale()
  const key = `${spoken} ${style.style} ${style.notation} ${style.maximumFractionDigits}`
  let formatter = formatters.get(key)
  if (!formatter) formatters.set(key, (formatter = new Intl.NumberFormat(spoken, style)))
  return formatter.format(value)
}
