// Months and shares of the published report, as people write them.
import { formatMonth, locale } from '../format.ts'
import { skmText } from './texts.ts'

/** `Juli–September 2026`, `November 2026`, `November 2026–Januari 2027`. */
export function periodName({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === to) return formatMonth(from)
  const first = from.slice(0, 4) === to.slice(0, 4) ? monthAlone(from) : formatMonth(from)
  return skmText('fromTo', { from: first, to: formatMonth(to) })
}

/** The period as a word of an address: `2026-07..2026-09`, `2026-11`. */
export const periodWord = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? from : `${from}..${to}`

/** `84%`. */
export const percent = (share: number): string =>
  share.toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 0 })

function monthAlone(month: string): string {
  const at = Date.parse(`${month}-01T00:00:00Z`)
  if (Number.isNaN(at)) return month
  return new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(at)
}
