// Months and shares of the published report, as people write them.
import { locale } from '../format.ts'
import { skmText } from './texts.ts'

/** `November 2026` of `2026-11`; the text itself where it is no month. */
export function longMonth(month: string): string {
  return written(month, { month: 'long', year: 'numeric' })
}

/** `Nov 26`. */
export function shortMonth(month: string): string {
  return written(month, { month: 'short', year: '2-digit' })
}

/** `Juli–September 2026`, `November 2026`, `November 2026–Januari 2027`. */
export function periodName({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === to) return longMonth(from)
  const first = from.slice(0, 4) === to.slice(0, 4) ? written(from, { month: 'long' }) : longMonth(from)
  return skmText('fromTo', { from: first, to: longMonth(to) })
}

/** The period as a word of an address: `2026-07..2026-09`, `2026-11`. */
export const periodWord = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? from : `${from}..${to}`

/** `84%`. */
export const percent = (share: number): string =>
  share.toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 0 })

function written(month: string, style: Intl.DateTimeFormatOptions): string {
  const at = Date.parse(`${month}-01T00:00:00Z`)
  if (Number.isNaN(at)) return month
  return new Intl.DateTimeFormat(locale(), { ...style, timeZone: 'UTC' }).format(at)
}
