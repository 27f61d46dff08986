// Values of figures as cells and sentences: durations in minutes, rates of their own totals, and *too few* where a
// share would rest on fewer than five.
import type { ComponentChildren } from 'preact'
import { formatNumber } from '../../screens/format.ts'
import type { Dimension, Spread, StepsRow } from './answers.ts'
import { formatMinutes, formatShare, formatValue, type Unit } from './chart/unit.ts'
import type { Column } from './parts/DataTable.tsx'
import type { Period } from './period.ts'
import type { Figure } from './texts/figures.ts'
import { reportsText } from './texts/index.ts'
import { type Filters, queryOf } from './way.ts'

/** Shares of fewer are not shown. */
const FEWEST = 5

/** The share of `part` in `whole`; null: too few. */
export const rateOf = (part: number, whole: number): number | null => (whole < FEWEST ? null : part / whole)

/** The rates of the definitions, each of its own total. */
export const rates = {
  incomplete: ({ incomplete, served }: StepsRow) => rateOf(incomplete, served + incomplete),
  noShow: ({ noShow, called }: StepsRow) => rateOf(noShow, called),
  left: ({ left, taken }: StepsRow) => rateOf(left, taken),
} as const

/** The address of an answer about these days and filters. */
export function reportPath(name: string, { from, to }: Period, filters: Filters, more = ''): string {
  const query = queryOf(filters)
  return `/api/reports/${name}?from=${from}&to=${to}${more && `&${more}`}${query && `&${query}`}`
}

/** The address of the report of steps by one dimension, or by two. */
export const stepsPath = (period: Period, filters: Filters, by: Dimension, split?: Dimension) =>
  reportPath('steps', period, filters, `by=${by}${split ? `&split=${split}` : ''}`)

/** The same table as files: `*` stands for the extension. */
export const filesOf = (path: string) => path.replace(/^(\/api\/reports\/[^?]+)/, '$1*')

/** A value, or a note that there are too few for one. */
export function valueCell(value: number | null | undefined, unit: Unit): ComponentChildren {
  if (value === null || value === undefined) return <Few />
  if (unit === 'duration') return formatMinutes(value)
  return unit === 'share' ? formatShare(value) : formatNumber(value)
}

/** A column of counts. */
export function countColumn<Row>(figure: Figure, of: (row: Row) => number): Column<Row> {
  return { key: figure, figure, value: of, cell: (row) => formatNumber(of(row)) }
}

/** A count, with its rate below it. */
export function ratedColumn<Row>(
  figure: Figure,
  count: (row: Row) => number,
  rate: (row: Row) => number | null,
): Column<Row> {
  return {
    key: figure,
    figure,
    value: count,
    cell: (row) => {
      const share = rate(row)
      return (
        <>
          {formatNumber(count(row))}
          {share !== null && <span class="cell-more">{formatShare(share)}</span>}
        </>
      )
    },
  }
}

/** A share; null: too few. */
export function shareColumn<Row>(figure: Figure, of: (row: Row) => number | null): Column<Row> {
  return { key: figure, figure, value: of, cell: (row) => valueCell(of(row), 'share') }
}

/** A duration in seconds, shown in minutes; null: too few. */
export function durationColumn<Row>(
  figure: Figure,
  of: (row: Row) => number | null,
  words?: string,
): Column<Row> {
  return {
    key: `${figure} ${words ?? ''}`,
    figure,
    ...(words === undefined ? {} : { words }),
    value: of,
    cell: (row) => valueCell(of(row), 'duration'),
  }
}

/** Mean, median, 90th percentile and longest of a duration, in minutes. */
export function spreadColumns<Row>(figure: Figure, of: (row: Row) => Spread | null): Column<Row>[] {
  return (['mean', 'p50', 'p90', 'max'] as const).map((part) =>
    durationColumn<Row>(figure, (row) => of(row)?.[part] ?? null, reportsText(`part.${part}`)),
  )
}

/** `+12%`, `−3 menit`: how far a value is from the one it is compared with; null if either is missing. */
export function changeWords(now: number | null, before: number | null, unit: Unit): string | null {
  if (now === null || before === null) return null
  const same = unit === 'share' ? Math.round(now * 100) === Math.round(before * 100) : now === before
  if (same) return reportsText('same')
  const sign = now > before ? '+' : '−'
  if (unit === 'count') return before === 0 ? null : `${sign}${formatShare(Math.abs(now - before) / before)}`
  if (unit === 'share')
    return reportsText('points', {
      points: `${sign}${formatNumber(Math.abs(Math.round(now * 100) - Math.round(before * 100)))}`,
    })
  return `${sign}${formatValue(Math.abs(now - before), unit)}`
}

/** A value, or a note that there are too few for one. */
export function Few() {
  return <span class="few">{reportsText('tooFew')}</span>
}
