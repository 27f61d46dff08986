// Workbooks of the plan, written and read back (tables that are only read: table-file.ts).
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Cell as LibraryCell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx'
import { withoutUnseen } from '../hall/unseen.ts'
import { type Cell, cellName, type Grid, isDay, type Words } from './cell.ts'
import { idHead, recordHeads, type Sheet } from './kinds/kind.ts'
import type { Column } from './field.ts'
import type { Named } from './names.ts'
import { guide, guideSheet, listSheet, lockWords } from './guide.ts'

type Language = 'id' | 'en'

/** The most characters that a cell of Excel can hold. */
const MOST_TEXT = 32_767
/** How many empty rows below the last are ready to be filled. */
const SPARE_ROWS = 300

const font = { name: 'Calibri', size: 11 }
const head: CellStyle = {
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
  alignment: { vertical: 'top', wrapText: true },
  protection: { locked: true },
}
const open = { locked: false }
const styles: Readonly<Record<Column['type'] | 'id', CellStyle>> = {
  text: { numFmt: '@', alignment: { vertical: 'top', wrapText: true }, protection: open },
  number: { numFmt: 'General', alignment: { vertical: 'top' }, protection: open },
  day: { numFmt: 'dd/mm/yyyy', alignment: { vertical: 'top', horizontal: 'left' }, protection: open },
  id: { numFmt: '@', font: { ...font, color: { rgb: '808080' } }, protection: { locked: true } },
}

/** What a drop-down list may refer to: the names of things, in their own sheet or in the hidden one. */
export interface Lists {
  /** Labels by the kind of thing. */
  readonly labels: ReadonlyMap<Named, readonly string[]>
}

/** The bytes of a workbook with these sheets, the guide before them, and a hidden one with what may be chosen. */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  lists: Lists,
  language: Language,
  about: Words,
): Promise<Uint8Array> {
  const places = listPlaces(lists, sheets, language)
  return writeXlsx({
    sheets: [
      explaining(sheets, language, about),
      ...sheets.map((sheet) =>
        sheet.kind.isRecord ? record(sheet, language, places) : table(sheet, language, places),
      ),
      {
        name: listSheet[language],
        hidden: true,
        rows: rowsOf([...lists.labels.values()]),
      },
    ],
    properties: { title: about[language], creator: 'Antre' },
    defaultFont: font,
  })
}

/** Columns as rows. */
function rowsOf(columns: readonly (readonly string[])[]): (string | null)[][] {
  const most = Math.max(1, ...columns.map((column) => column.length))
  return Array.from({ length: most }, (_, row) =>
    columns.map((column) => shortened(column[row] ?? null) as string | null),
  )
}

/**
 * The range of names for each kind. If its sheet is in the workbook, whatever is typed there can be chosen right away.
 */
function listPlaces(
  { labels }: Lists,
  sheets: readonly Sheet[],
  language: Language,
): ReadonlyMap<Named, string> {
  return new Map(
    [...labels].map(([of, list], nth) => {
      const own = sheets.find(({ kind }) => kind.name === of)
      const column = own && of !== 'service' ? own.columns.findIndex(({ key }) => key === 'name.id') : -1
      if (own && column >= 0) {
        const letters = cellName(column + 1, 0).slice(0, -1)
        return [
          of,
          `'${own.kind.sheet[language]}'!$${letters}$2:$${letters}$${own.rows.length + SPARE_ROWS}`,
        ] as const
      }
      const letters = cellName(nth, 0).slice(0, -1)
      return [of, `'${listSheet[language]}'!$${letters}$1:$${letters}$${Math.max(1, list.length)}`] as const
    }),
  )
}

function table(
  { kind, columns, rows }: Sheet,
  language: Language,
  places: ReadonlyMap<Named, string>,
): WriteSheet {
  const last = rows.length + 1 + SPARE_ROWS
  const width = columns.length
  const name = columns.findIndex(({ key }) => kind.key.includes(key) && key !== 'agency')
  return {
    name: kind.sheet[language],
    columns: [
      { width: 12, hidden: true, style: styles.id },
      ...columns.map((column) => ({ width: column.width, style: styles[column.type] })),
    ],
    rows: [
      [idHead[language], ...columns.map(({ head: words }) => words[language])],
      ...rows.map(({ id, cells }) => [id, ...cells.map(valueOf)]),
      // Already formatted, so that what is typed there is not taken for a date or a number.
      ...Array.from({ length: SPARE_ROWS }, () => Array.from({ length: width + 1 }, () => null)),
    ],
    cells: new Map(Array.from({ length: width + 1 }, (_, column) => [`0,${column}`, { style: head }])),
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1, columns: Math.max(1, name + 2) },
    autoFilter: { range: `A1:${cellName(width, rows.length)}` },
    dataValidations: [
      locked(`A2:A${last}`, language),
      ...columns.flatMap((column, nth) =>
        validation(column, `${cellName(nth + 1, 1)}:${cellName(nth + 1, last - 1)}`, language, places),
      ),
    ],
  }
}

/** One field per row: the key, its heading, the value, what it means. */
function record(
  { kind, columns, rows }: Sheet,
  language: Language,
  places: ReadonlyMap<Named, string>,
): WriteSheet {
  const cells = rows[0]?.cells ?? []
  return {
    name: kind.sheet[language],
    columns: [
      { width: 12, hidden: true, style: styles.id },
      { width: 34, style: { font: { ...font, bold: true }, alignment: { vertical: 'top', wrapText: true } } },
      { width: 50, style: { ...styles.text, numFmt: 'General' } },
      {
        width: 60,
        style: {
          alignment: { vertical: 'top', wrapText: true },
          font: { ...font, color: { rgb: '595959' } },
        },
      },
    ],
    rows: [
      [idHead[language], ...Object.values(recordHeads).map((words) => words[language])],
      ...columns.map(({ key, head: words, hint }, nth) => [
        key,
        words[language],
        valueOf(cells[nth] ?? null),
        hint?.[language] ?? null,
      ]),
    ],
    cells: new Map<string, Partial<LibraryCell>>([
      ...[0, 1, 2, 3].map((column) => [`0,${column}`, { style: head }] as const),
      ...columns.map(({ type }, nth) => [`${nth + 1},2`, { style: styles[type] }] as const),
    ]),
    freezePane: { rows: 1, columns: 2 },
    dataValidations: [
      locked(`A2:A${columns.length + 1}`, language),
      ...columns.flatMap((column, nth) => validation(column, `C${nth + 2}`, language, places)),
    ],
  }
}

/** Nothing can be typed there. A protected sheet would do that too, but then no row could be deleted. */
function locked(range: string, language: Language): DataValidation {
  return {
    type: 'custom',
    formula1: 'FALSE',
    range,
    showErrorMessage: true,
    errorTitle: idHead[language],
    errorMessage: lockWords[language],
  }
}

function validation(
  { choices, many, hint, type }: Column,
  range: string,
  language: Language,
  places: ReadonlyMap<Named, string>,
): DataValidation[] {
  const prompt = hint ? { showInputMessage: true, inputMessage: hint[language].slice(0, 250) } : {}
  if (choices !== undefined && !many) {
    const formula = typeof choices === 'string' ? places.get(choices) : undefined
    const words = typeof choices === 'string' ? [] : choices.map((word) => word[language])
    // A comma separates the words of such a list.
    const isList = formula !== undefined || (words.length > 0 && !words.some((word) => word.includes(',')))
    if (isList)
      return [
        {
          type: 'list',
          ...(formula === undefined ? { values: words } : { formula1: formula }),
          allowBlank: true,
          showErrorMessage: true,
          // A service that is new in this file is not in the list yet.
          errorStyle: typeof choices === 'string' ? 'warning' : 'stop',
          range,
          ...prompt,
        },
      ]
  }
  if (type === 'day')
    return [
      {
        type: 'date',
        operator: 'greaterThan',
        formula1: '36526',
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        range,
        ...prompt,
      },
    ]
  return hint
    ? [
        {
          type: 'textLength',
          operator: 'greaterThanOrEqual',
          formula1: '0',
          allowBlank: true,
          range,
          ...prompt,
        },
      ]
    : []
}

function explaining(sheets: readonly Sheet[], language: Language, about: Words): WriteSheet {
  const lines = guide(sheets, language, about)
  return {
    name: guideSheet[language],
    columns: [
      { width: 28, style: { alignment: { vertical: 'bottom', wrapText: true } } },
      { width: 100, style: { alignment: { vertical: 'bottom', wrapText: true } } },
    ],
    rows: lines.map(({ first, second }) => [first, second]),
    cells: new Map(
      lines.flatMap(({ isTitle }, row) =>
        isTitle
          ? [
              [
                `${row},0`,
                {
                  style: {
                    font: { ...font, bold: true, size: row === 0 ? 16 : 12 },
                    alignment: { vertical: 'bottom' },
                  },
                },
              ] as const,
            ]
          : [],
      ),
    ),
    // No program makes rows higher for wrapped text when it opens a file.
    rowDefs: new Map(
      lines.map(({ first, second, isTitle }, row) => {
        const most = Math.max(first.length / 26, (second ?? '').length / 95)
        return [row, { height: 16 * Math.max(1, Math.ceil(most)) + (isTitle ? 8 : 0) }] as const
      }),
    ),
    view: { showGridLines: false },
  }
}

/** A cell in the library's form. Days are written as midnight in Greenwich, which is how the library counts them. */
export function valueOf(cell: Cell): string | number | boolean | Date | null {
  if (isDay(cell)) return new Date(`${cell.day}T00:00:00Z`)
  return shortened(cell)
}

/** Cut to what a cell can hold, and without what no workbook can. Text that looks like a workbook's escape, `_x0041_`, is itself escaped. */
function shortened(cell: string | number | boolean | null): string | number | boolean | null {
  if (typeof cell !== 'string') return cell
  return withoutUnseen(cell)
    .slice(0, MOST_TEXT)
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** The sheets of a workbook, each up to `most` rows and one more. Throws if it is not a workbook. */
export async function readWorkbook(bytes: Uint8Array, most: number): Promise<Grid[]> {
  const { sheets } = await readXlsx(bytes, { range: `A1:CZ${most + 1}` })
  return sheets.map(({ name, rows, cells = new Map<string, LibraryCell>(), merges = [] }) => {
    const marked = [...cells].map(([place, cell]) => ({
      at: place.split(',').map(Number) as [number, number],
      cell,
    }))
    const errors = marked.flatMap(({ at: [row, column], cell }): Grid['broken'][number][] => {
      if (cell.type === 'error') return [{ row, column, why: 'error' }]
      const isEmpty = cell.type === 'formula' && (cell.value === null || cell.value === undefined)
      return isEmpty ? [{ row, column, why: 'no-result' }] : []
    })
    const merged = merges
      .filter(({ startRow, startCol }) => startRow < rows.length && startCol < 104)
      .slice(0, 1000)
      .map(({ startRow, startCol }) => ({ row: startRow, column: startCol, why: 'merged' as const }))
    return {
      name,
      rows: rows.map((row) => row.map(cellOf)),
      broken: [...errors, ...merged],
      formulas: marked.filter(({ cell }) => cell.type === 'formula').length,
    }
  })
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    const minute = value.getUTCHours() * 60 + value.getUTCMinutes()
    return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10), minute }
  }
  if (typeof value === 'string') return withoutUnseen(value)
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}
