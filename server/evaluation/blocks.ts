// What a chapter consists of: words, tables with typed cells, charts as data. Document, workbook and pictures are all made
// from the same blocks, so they cannot disagree.
import { formatMinutes, formatShare } from '../../counter-ui/reports/chart/unit.ts'
import { id as figureTexts } from '../../counter-ui/reports/texts/figures.ts'
import { type Cell, isDay, type TableColumn } from '../sheets/cell.ts'
import type { Chart } from './chart/draw.ts'
import type { Name } from '../reports/question.ts'

export interface Column extends TableColumn {
  /** Width in letters, where the column's texts do not determine it. */
  readonly width?: number
}

export type Block =
  | { readonly block: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly block: 'words'; readonly text: string; readonly tone?: 'soft' | 'strong' }
  | { readonly block: 'list'; readonly items: readonly string[] }
  | TableBlock
  | {
      readonly block: 'chart'
      /** In the name of its file. */
      readonly slug: string
      readonly alt: string
      readonly chart: Chart
    }

export interface TableBlock {
  readonly block: 'table'
  /** The name of its sheet: at most 31 letters. */
  readonly sheet: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many rows are printed; the workbook has all of them. 0: only the workbook has the table. */
  readonly onPaper?: number
}

export const heading = (level: 1 | 2, text: string): Block => ({ block: 'heading', level, text })
export const words = (text: string): Block => ({ block: 'words', text })
export const soft = (text: string): Block => ({ block: 'words', text, tone: 'soft' })
export const strong = (text: string): Block => ({ block: 'words', text, tone: 'strong' })
export const list = (items: readonly string[]): Block => ({ block: 'list', items })
export const chart = (slug: string, alt: string, drawn: Chart): Block => ({
  block: 'chart',
  slug,
  alt,
  chart: drawn,
})

/** A column, and its cell for a row. */
export type Filled<Row> = readonly [
  head: string,
  type: TableColumn['type'],
  cell: (row: Row) => Cell,
  width?: number,
]

export function table<Row>(
  sheet: string,
  title: string,
  columns: readonly Filled<Row>[],
  rows: readonly Row[],
  more: { readonly onPaper?: number } = {},
): TableBlock {
  return {
    block: 'table',
    sheet,
    title,
    columns: columns.map(([head, type, , width]) => ({ head, type, ...(width !== undefined && { width }) })),
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
    ...more,
  }
}

/** What figures mean, in the words that the reports show. */
export const definitions = (...figures: readonly FigureName[]): Block =>
  soft(
    figures.map((figure) => `${figureTexts[`name.${figure}`]}: ${figureTexts[`mean.${figure}`]}`).join('\n'),
  )

type FigureName = keyof typeof figureTexts extends infer Key
  ? Key extends `name.${infer Figure}`
    ? Figure
    : never
  : never

export const minutes = (seconds: number | null | undefined): Cell =>
  seconds === null || seconds === undefined ? null : seconds / 60

/** Shares of fewer are not shown. */
const FEWEST = 5
export const rate = (part: number, whole: number): number | null => (whole < FEWEST ? null : part / whole)

export const dayCell = (day: string | null | undefined): Cell => (day ? { day, minute: 0 } : null)

export const nameOr = (name: Name | null | undefined, id: string | number | null): string =>
  name?.id ?? (id === null ? '(belum dipanggil)' : String(id))

const numbers = new Intl.NumberFormat('id-ID')
const decimals = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
export const number = (value: number): string => numbers.format(value)
export const decimal = (value: number): string => decimals.format(value)

const dates = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const shortDates = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const shortestDates = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const shortMonths = new Intl.DateTimeFormat('id-ID', { month: 'short', year: '2-digit', timeZone: 'UTC' })
const weekdays = new Intl.DateTimeFormat('id-ID', { weekday: 'long', timeZone: 'UTC' })

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
/** `24 November 2026`; anything that is not a day is returned unchanged. */
export const longDay = (day: string): string => (Number.isNaN(noon(day)) ? day : dates.format(noon(day)))
export const shortDay = (day: string): string => shortestDates.format(noon(day))
/** `2026-11` as `November 2026`. */
export const longMonth = (month: string): string => months.format(noon(`${month}-01`))
export const shortMonth = (month: string): string => shortMonths.format(noon(`${month}-01`))
/** 1 is Monday: the first of June 2026 was one. */
export const weekdayName = (weekday: number): string => weekdays.format(noon(`2026-06-0${weekday}`))
export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}.00`

/** A cell as printed; `–`: no value, or too few. */
export function cellText(cell: Cell, type: TableColumn['type']): string {
  if (cell === null) return '–'
  if (isDay(cell)) return shortDates.format(noon(cell.day))
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak'
  if (typeof cell === 'string') return cell
  if (type === 'minutes') return formatMinutes(cell * 60)
  if (type === 'share') return formatShare(cell)
  return type === 'decimal' ? decimal(cell) : number(cell)
}
