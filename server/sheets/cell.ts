// What a cell of a spreadsheet contains and what it means, the same for a workbook and a CSV file; and tables of cells,
// with headings in Indonesian or English.

/** A calendar day in a cell, with the minutes after its midnight if it has a time of day. */
export interface Day {
  readonly day: string
  readonly minute: number
}

export type Cell = string | number | boolean | Day | null

/** A sheet as it was read; row 0 is the first. */
export interface Grid {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Cells that cannot be read, and why. */
  readonly broken: readonly { readonly row: number; readonly column: number; readonly why: BrokenCell }[]
  /** How many cells hold a formula; their last result is read. */
  readonly formulas: number
}

/** A word or a sentence in both languages. */
export interface Words {
  readonly id: string
  readonly en: string
}

export const w = (id: string, en: string): Words => ({ id, en })

/** From Monday on. */
export const weekdays = [
  w('Senin', 'Monday'),
  w('Selasa', 'Tuesday'),
  w('Rabu', 'Wednesday'),
  w('Kamis', 'Thursday'),
  w('Jumat', 'Friday'),
  w('Sabtu', 'Saturday'),
  w('Minggu', 'Sunday'),
] as const

export interface TableColumn {
  readonly head: string
  readonly type: 'text' | 'number' | 'decimal' | 'minutes' | 'share' | 'day'
}

/** A table that becomes a sheet. */
export interface TableSheet {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A column, and its cell for a row. */
export type Filled<Row> = readonly [head: Words, type: TableColumn['type'], cell: (row: Row) => Cell]

/** Rows as a table. */
export function tableSheet<Row>(
  name: Words,
  language: keyof Words,
  columns: readonly Filled<Row>[],
  rows: readonly Row[],
): TableSheet {
  return {
    name: name[language],
    columns: columns.map(([head, type]) => ({ head: head[language], type })),
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
  }
}

/** Seconds as a cell of minutes. */
export const minutes = (seconds: number | null | undefined): Cell =>
  seconds === null || seconds === undefined ? null : seconds / 60

/**
 * `error`: it shows `#REF!` or the like. `no-result`: a formula that was never computed. `merged`: part of a merged
 * cell.
 */
export type BrokenCell = 'error' | 'no-result' | 'merged'

export function isDay(cell: unknown): cell is Day {
  return typeof cell === 'object' && cell !== null && 'day' in cell
}

/** The text of a cell as a person sees it, without blanks around it; empty for an empty cell. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell.replaceAll('\r\n', '\n').normalize('NFC').trim()
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(cell)
  return cell.minute === 0 ? cell.day : `${cell.day} ${clock(cell.minute)}`
}

export function isBlank(cell: Cell | undefined): boolean {
  return textOf(cell) === ''
}

/** A text for comparing names: case, accents of typing and blanks do not count. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[‐-―]/g, '-').replaceAll(/\s+/g, ' ').trim()
}

/** `08.30`, of minutes after midnight. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`
}

/** Several texts in one cell, `A; B`. One that contains a semicolon or a quotation mark is put in quotation marks. */
export function joined(items: readonly string[], between: '; ' | '\n' = '; '): string {
  return items.map((item) => (needsQuotes(item) ? `"${item.replaceAll('"', '""')}"` : item)).join(between)
}

const needsQuotes = (item: string) => item === '' || item !== item.trim() || /[;\n\r"]/.test(item)

/** The texts of one cell, separated by semicolons or line breaks; what is in quotation marks stays together. */
export function split(text: string): string[] {
  const items: string[] = []
  for (const [, quoted, plain = ''] of text.matchAll(
    /\s*(?:"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]*))(?:[;\n]|$)/g,
  )) {
    if (quoted !== undefined) items.push(quoted.replaceAll('""', '"'))
    else if (plain.trim() !== '') items.push(plain.trim())
  }
  return items
}

/** `C12`, from a column and a row counted from 0. */
export function cellName(column: number, row: number): string {
  let letters = ''
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters
  }
  return `${letters}${row + 1}`
}
