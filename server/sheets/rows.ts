// A sheet as rows: where its headings are, which column is which, what is unknown, and what every row has in which
// column.
import { type Cell, cellName, folded, type Grid, isBlank, textOf } from './cell.ts'
import type { Column, Field } from './field.ts'
import { type Kind, idHead, recordHeads } from './kinds/kind.ts'
import type { Said } from './words.ts'

/** A fault or a note with its place in the file. `blocks`: nothing can be taken over as long as it is there. */
export interface Remark {
  readonly sheet: string | null
  /** Rows count from 1, as spreadsheets do. */
  readonly row: number | null
  /** The heading of the column. */
  readonly column: string | null
  /** `C12` */
  readonly cell: string | null
  readonly said: Said
  readonly blocks: boolean
  /** For a question which thing a row is: how to answer it, and what the row may be. */
  readonly ask?: {
    readonly row: string
    readonly choices: readonly { readonly id: string; readonly name: string }[]
  }
}

export interface Row {
  /** Counted from 1. */
  readonly row: number
  readonly id: string
  readonly cells: ReadonlyMap<string, Cell>
}

export interface Rows {
  readonly kind: Kind
  readonly sheet: string
  readonly fields: readonly Field[]
  /** By the key of the column: its heading, and where it is, from 0. Without missing columns. */
  readonly places: ReadonlyMap<string, { readonly column: Column; readonly at: number }>
  readonly rows: readonly Row[]
  readonly remarks: readonly Remark[]
  /** None of it could be read, or it is empty: what the plan has stays. */
  readonly isUnread: boolean
}

/** How many rows are searched for the headings. */
const HEADING_ROWS = 10

/** How many of a kind's headings a row has. */
function known(row: readonly Cell[], columns: readonly Column[]): number {
  const heads = new Set(row.map((cell) => folded(textOf(cell))))
  return columns.filter((column) => headsOf(column).some((head) => heads.has(head))).length
}

const headsOf = ({ head }: Pick<Column, 'head'>) => [folded(head.id), folded(head.en)]

/** How well a grid fits a kind, by its headings, 0 to 1; 0 without the columns that tell its things apart. */
export function fits(grid: Grid, kind: Kind, languages: readonly string[]): number {
  const columns = kind.fields(languages).flatMap((field) => field.columns)
  if (kind.isRecord) {
    const heads = new Set(grid.rows.flatMap((row) => row.slice(0, 3).map((cell) => folded(textOf(cell)))))
    return columns.filter((column) => headsOf(column).some((head) => heads.has(head))).length / columns.length
  }
  const most = Math.max(
    0,
    ...grid.rows.slice(0, HEADING_ROWS).map((row) => {
      const hasKey = kind.key.every(
        (key) =>
          known(
            row,
            columns.filter((one) => one.key === key),
          ) > 0,
      )
      const filled = row.filter((cell) => !isBlank(cell)).length
      // Additional columns count against it; missing ones decide between two.
      const found = known(row, columns)
      return hasKey ? found / Math.max(filled, 1) + found / columns.length / 1000 : 0
    }),
  )
  return most
}

/** The languages named by headings like `Nama (ban)`. */
export function languagesIn(grid: Grid): string[] {
  const heads = grid.rows.flatMap((row, nth) => (nth < HEADING_ROWS ? row : row.slice(0, 2)))
  return heads.flatMap((cell) => /\(([a-z]{2,3})\)$/.exec(textOf(cell))?.[1] ?? [])
}

/** The rows of a grid. */
export function rowsOf(grid: Grid, kind: Kind, languages: readonly string[]): Rows {
  return kind.isRecord ? recordRows(grid, kind, languages) : tableRows(grid, kind, languages)
}

function tableRows(grid: Grid, kind: Kind, languages: readonly string[]): Rows {
  const fields = kind.fields(languages)
  const columns = fields.flatMap((field) => field.columns)
  const sheet = grid.name
  const remarks: Remark[] = []
  const say = (row: number | null, at: number | null, head: string | null, blocks: boolean, ...said: Said) =>
    void remarks.push({
      sheet,
      row: row === null ? null : row + 1,
      column: head,
      cell: row !== null && at !== null ? cellName(at, row) : null,
      said,
      blocks,
    })
  const counts = grid.rows.slice(0, HEADING_ROWS).map((row) => known(row, columns))
  const headRow = counts.indexOf(Math.max(0, ...counts))
  const heads = (grid.rows[headRow] ?? []).map(textOf)
  if (headRow < 0 || counts[headRow] === 0) {
    say(null, null, null, true, 'no-headings', {})
    return { kind, sheet, fields, places: new Map(), rows: [], remarks, isUnread: true }
  }
  const byHead = new Map(columns.flatMap((column) => headsOf(column).map((head) => [head, column] as const)))
  const ids = heads.findIndex((head) => [idHead.id, idHead.en].some((one) => folded(one) === folded(head)))
  const places = new Map<string, { column: Column; at: number }>()
  const strange: number[] = []
  heads.forEach((head, at) => {
    if (at === ids || head === '') return
    const column = byHead.get(folded(head))
    if (column === undefined) strange.push(at)
    else if (places.has(column.key)) say(headRow, at, head, true, 'column-twice', { column: head })
    else places.set(column.key, { column, at })
  })
  const missing = columns.filter(({ key }) => !places.has(key))
  sayColumns(
    kind,
    { headRow, heads, missing, strange: strange.filter((at) => hasCells(grid, headRow, at)) },
    say,
  )
  const rows = grid.rows.flatMap((cells, nth): Row[] => {
    if (nth <= headRow) return []
    const own = new Map([...places].map(([key, { at }]) => [key, cells[at] ?? null] as const))
    const isEmpty = [...own.values()].every(isBlank)
    return isEmpty
      ? []
      : [{ row: nth + 1, id: ids < 0 || kind.isByKey ? '' : textOf(cells[ids]), cells: own }]
  })
  const titles = new Map([...places.values()].map(({ at }) => [at, heads[at] ?? '']))
  for (const { row, column, why } of grid.broken) {
    const head = titles.get(column)
    if (head !== undefined && row > headRow) say(row, column, head, true, why, {})
  }
  if (rows.length > kind.most) {
    say(null, null, null, true, 'too-many-rows', { count: String(rows.length), most: String(kind.most) })
    return { kind, sheet, fields, places, rows: [], remarks, isUnread: true }
  }
  return { kind, sheet, fields, places, rows, remarks, isUnread: false }
}

interface Heads {
  readonly headRow: number
  readonly heads: readonly string[]
  readonly missing: readonly Column[]
  /** Where the columns with unknown headings are. */
  readonly strange: readonly number[]
}

type Say = (
  row: number | null,
  at: number | null,
  head: string | null,
  blocks: boolean,
  ...said: Said
) => void

/** What to say about missing columns, and about unknown ones. */
function sayColumns(kind: Kind, { headRow, heads, missing, strange }: Heads, say: Say): void {
  const [first] = missing
  for (const at of strange) {
    const column = heads[at] ?? ''
    // This may be a missing one under another name, whose content would be lost.
    if (first && (missing.length <= FEW || isLike(column, missing)))
      say(headRow, at, column, true, 'column-renamed', { column, missing: likeliest(column, missing) })
    else say(headRow, at, column, false, 'column-ignored', { column })
  }
  for (const { key, head } of missing) {
    if (kind.key.includes(key)) say(headRow, null, head.id, true, 'column-missing', { column: head.id })
  }
  const rest = missing.filter(({ key }) => !kind.key.includes(key)).map(({ head }) => head.id)
  if (rest.length > 0) say(headRow, null, null, false, 'columns-untouched', { columns: rest.join(', ') })
}

/** Which of the missing columns it may be; several if none is similar. */
function likeliest(head: string, missing: readonly Column[]): string {
  const scored = missing
    .map((column) => ({ name: column.head.id, like: likeness(head, column) }))
    .toSorted((a, b) => b.like - a.like)
  const count = (scored[0]?.like ?? 0) >= LIKE ? 1 : 3
  return scored
    .slice(0, count)
    .map(({ name }) => name)
    .join('" / "')
}

const isLike = (head: string, missing: readonly Column[]) =>
  missing.some((column) => likeness(head, column) >= LIKE)
const likeness = (head: string, column: Column) =>
  Math.max(...headsOf(column).map((one) => alike(folded(head), one)))
/** From this similarity on, one heading may be another one misspelt. */
const LIKE = 0.4
/** At most this many columns are missing from a sheet that the program wrote. */
const FEW = 2

/** How many pairs of letters two words have in common, 0 to 1 (Dice). */
function alike(one: string, other: string): number {
  const pairs = (word: string) =>
    new Set([...word].slice(1).map((letter, nth) => `${word.charAt(nth)}${letter}`))
  const [mine, theirs] = [pairs(one), pairs(other)]
  const common = [...mine].filter((pair) => theirs.has(pair)).length
  return (2 * common) / Math.max(1, mine.size + theirs.size)
}

function hasCells(grid: Grid, headRow: number, at: number): boolean {
  return grid.rows.some((row, nth) => nth > headRow && !isBlank(row[at]))
}

/** A sheet with one field per row, as one row: each field is found by its key or its heading. */
function recordRows(grid: Grid, kind: Kind, languages: readonly string[]): Rows {
  const fields = kind.fields(languages)
  const columns = fields.flatMap((field) => field.columns)
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const byHead = new Map(columns.flatMap((column) => headsOf(column).map((head) => [head, column] as const)))
  const places = new Map<string, { column: Column; at: number }>()
  const cells = new Map<string, Cell>()
  const remarks: Remark[] = []
  const titles = new Set([recordHeads.field.id, recordHeads.field.en, idHead.id, idHead.en].map(folded))
  // Without the column of keys everything is one further to the left.
  const shift = grid.rows.some((row) => byKey.has(textOf(row[0]))) ? 0 : -1
  grid.rows.forEach((row, nth) => {
    const head = textOf(row[1 + shift])
    const value = row[2 + shift] ?? null
    const column = (shift === 0 ? byKey.get(textOf(row[0])) : undefined) ?? byHead.get(folded(head))
    const place = { sheet: grid.name, row: nth + 1, column: head, cell: cellName(2 + shift, nth) }
    if (column === undefined) {
      if (head !== '' && !titles.has(folded(head)) && !isBlank(value))
        remarks.push({
          ...place,
          said: [
            'column-renamed',
            {
              column: head,
              missing: likeliest(
                head,
                columns.filter(({ key }) => !places.has(key)),
              ),
            },
          ],
          blocks: true,
        })
      return
    }
    if (places.has(column.key)) {
      remarks.push({ ...place, said: ['column-twice', { column: head }], blocks: true })
      return
    }
    places.set(column.key, { column, at: nth })
    cells.set(column.key, value)
    const broken = grid.broken.find((one) => one.row === nth && one.column === 2 + shift)
    if (broken) remarks.push({ ...place, said: [broken.why, {}], blocks: true })
  })
  const isEmpty = [...cells.values()].every(isBlank)
  const rows = isEmpty ? [] : [{ row: 1, id: '', cells }]
  return { kind, sheet: grid.name, fields, places, rows, remarks, isUnread: isEmpty }
}
