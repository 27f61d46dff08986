// A plain table as a file: a workbook with a sheet for each table, or one of them as CSV. For reading, not for
// editing.
import { writeXlsx } from 'hucre/xlsx'
import type { CellStyle } from 'hucre/xlsx'
import { type Cell, cellName, type TableColumn, type TableSheet } from './cell.ts'
import { csvLine, mark } from './csv.ts'
import { valueOf } from './excel.ts'

const font = { name: 'Calibri', size: 11 }
const head: CellStyle = {
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
  alignment: { vertical: 'top', wrapText: true },
}
const formats: Readonly<Record<TableColumn['type'], { readonly numFmt: string; readonly width: number }>> = {
  text: { numFmt: '@', width: 10 },
  number: { numFmt: '#,##0', width: 12 },
  decimal: { numFmt: '#,##0.00', width: 12 },
  minutes: { numFmt: '#,##0.0', width: 14 },
  share: { numFmt: '0.0%', width: 12 },
  day: { numFmt: 'dd/mm/yyyy', width: 12 },
}

/** In letters: a longer text takes several lines. */
const WIDEST = 60

/**
 * In letters. Texts are shown whole: one cut off by the next column can't be read on paper, or by somebody who may not
 * edit.
 */
function widthOf({ head: name, type }: TableColumn, cells: readonly Cell[]): number {
  const least = formats[type].width
  if (type !== 'text') return least
  let longest = Math.min(name.length, 30)
  for (const cell of cells)
    if (typeof cell === 'string')
      for (const line of cell.split('\n')) longest = Math.max(longest, line.length)
  return Math.min(WIDEST, Math.max(least, longest + 2))
}

/** The bytes of a workbook. */
export async function writeTables(title: string, sheets: readonly TableSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: columns.map((column, at) => ({
        width: widthOf(
          column,
          rows.map((row) => row[at] ?? null),
        ),
        style: {
          numFmt: formats[column.type].numFmt,
          alignment: { vertical: 'top' as const, wrapText: column.type === 'text' },
        },
      })),
      rows: [columns.map((column) => column.head), ...rows.map((row) => row.map(valueOf))],
      cells: new Map(columns.map((_, column) => [`0,${column}`, { style: head }])),
      rowDefs: new Map([[0, { height: 48 }]]),
      freezePane: { rows: 1, columns: 1 },
      autoFilter: { range: `A1:${cellName(Math.max(0, columns.length - 1), rows.length)}` },
    })),
    properties: { title, creator: 'Antre' },
    defaultFont: font,
  })
}

/** The text of a CSV file (RFC 4180) with the mark by which Excel recognises UTF-8. */
export function tableAsCsv({ columns, rows }: TableSheet): string {
  return mark + [columns.map((column) => column.head), ...rows].map(csvLine).join('')
}
