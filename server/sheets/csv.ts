// A sheet as a CSV file: RFC 4180 with the mark by which Excel recognises UTF-8; files that are read may come from any
// program.
import { parseCsv } from 'hucre/csv'
import { withoutUnseen } from '../hall/unseen.ts'
import { type Cell, type Grid, isDay } from './cell.ts'
import { idHead, type Sheet } from './kinds/kind.ts'

/** Byte order mark. */
export const mark = '\uFEFF'

/**
 * Before what a spreadsheet would take for a formula (OWASP, "CSV Injection"), where an apostrophe makes it text: at the
 * start of a cell, and after a semicolon or a line break in it. A program that separates cells by semicolons, as they do
 * in Indonesia, begins a cell there, whatever the quotation marks around it.
 */
const formula = /^(?=['=+\-@\t\r\n])|(?<=[;\r\n]"*)(?=['=+\-@])/g
/** Such an apostrophe. */
const apostrophe = /^'(?=['=+\-@\t\r\n])|(?<=[;\r\n]"*)'(?=['=+\-@])/g

export function writeCsv({ columns, rows, kind }: Sheet, language: 'id' | 'en'): string {
  const lines = kind.isRecord
    ? columns.map(({ key, head }, nth) => [
        key,
        head[language],
        ...rows.map(({ cells }) => cells[nth] ?? null),
      ])
    : rows.map(({ id, cells }) => [id, ...cells])
  const heads = kind.isRecord
    ? [idHead[language], ...recordHeadsIn(language)]
    : [idHead[language], ...columns.map(({ head }) => head[language])]
  return mark + [heads, ...lines].map(csvLine).join('')
}

/** A line of a table, with its line end; the mark belongs before the first one. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

const recordHeadsIn = (language: 'id' | 'en') => (language === 'id' ? ['Isian', 'Nilai'] : ['Field', 'Value'])

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = isDay(cell) ? cell.day : String(cell)
  const safe = text.replaceAll(formula, "'")
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The cells of a CSV file, whatever separates them. Throws if it is not one. */
export function readCsv(text: string, most: number): Grid {
  const rows = parseCsv(text, { maxRows: most, skipEmptyRows: false })
  return {
    name: '',
    rows: rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'string' ? withoutUnseen(cell.replaceAll(apostrophe, '')) : String(cell ?? ''),
      ),
    ),
    broken: [],
    formulas: 0,
  }
}

/** The text of a file in the encodings that spreadsheets save in; null: it is not text. */
export function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // What Excel saves as plain CSV in Indonesia.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
