// Which sheet of a file is which sheet of the plan: by its name, else by its headings; and in which languages its texts
// may be.
import { folded, type Grid } from './cell.ts'
import type { Kind } from './kinds/kind.ts'
import { languagesOf } from './kinds.ts'
import { fits, languagesIn, type Remark, type Rows, rowsOf } from './rows.ts'
import type { Table } from './table.ts'
import type { Said } from './words.ts'

/** Every sheet has columns for these languages; for others only if somebody uses them. */
export function isBase(doc: Table, code: string): boolean {
  return code === 'id' || code === 'en' || (Array.isArray(doc.languages) && doc.languages.includes(code))
}

/** The languages that have columns in a kind's sheet. */
export function languagesFor(kind: Kind, doc: Table): string[] {
  const all = languagesOf(doc)
  return kind.isRecord ? all : all.filter((code) => isBase(doc, code))
}

/** Which grid is which sheet, by its name, or by its headings if somebody renamed it. */
export function sheetsOf(
  grids: readonly Grid[],
  kinds: readonly Kind[],
  base: readonly string[],
  language: 'id' | 'en',
) {
  const remarks: Remark[] = []
  const sheets = new Map<Kind, Rows>()
  const say = (sheet: string | null, blocks: boolean, ...said: Said) =>
    void remarks.push({ sheet, row: null, column: null, cell: null, said, blocks })
  const byName = (grid: Grid) =>
    kinds.find(({ sheet }) => [sheet.id, sheet.en].some((name) => folded(name) === folded(grid.name)))
  const rest: Grid[] = []
  const take = (grid: Grid, kind: Kind) => {
    if (sheets.has(kind)) return say(grid.name, true, 'sheet-twice', { sheet: kind.sheet[language] })
    sheets.set(kind, rowsOf(grid, kind, [...new Set([...base, ...languagesIn(grid)])]))
    if (grid.formulas > 0) say(grid.name, false, 'formulas', { count: String(grid.formulas) })
  }
  for (const grid of grids) {
    const kind = byName(grid)
    if (kind) take(grid, kind)
    else rest.push(grid)
  }
  for (const grid of rest) {
    const kind = bestKind(
      grid,
      kinds.filter((one) => !sheets.has(one)),
      base,
    )
    if (kind) take(grid, kind)
    else if (!isOwnSheet(grid.name) && grid.rows.length > 0)
      say(grid.name, false, 'sheet-ignored', { sheet: grid.name })
  }
  if (sheets.size === 0) say(null, true, 'nothing-known', {})
  const missing = kinds.filter((one) => !sheets.has(one)).map(({ sheet }) => sheet[language])
  if (sheets.size > 0 && missing.length > 0)
    say(null, false, 'sheets-untouched', { sheets: missing.join(', ') })
  return { sheets, remarks }
}

const isOwnSheet = (name: string) => ['petunjuk', 'how to', 'daftar', 'lists'].includes(folded(name))

/** The kind whose headings a grid has; null if none fits well. */
export function bestKind(grid: Grid, kinds: readonly Kind[], languages: readonly string[]): Kind | null {
  const own = [...new Set([...languages, ...languagesIn(grid)])]
  const scored = kinds
    .map((kind) => ({ kind, score: fits(grid, kind, own) }))
    .toSorted((a, b) => b.score - a.score)
  return scored[0] && scored[0].score > 0.51 ? scored[0].kind : null
}
