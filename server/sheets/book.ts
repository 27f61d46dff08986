// A plan as sheets of cells, before they become a file: what is in each, and what can be chosen there.
import type { Cell } from './cell.ts'
import type { Column, Field, Words } from './field.ts'
import type { Kind } from './kinds/kind.ts'
import type { Names } from './names.ts'
import { fieldAt, type Table } from './table.ts'

/** The heading of the hidden column with the ids. */
export const idHead: Words = { id: 'ID – jangan diubah', en: 'ID – do not change' }
/** The headings of a sheet with one field per row. */
export const recordHeads = {
  field: { id: 'Isian', en: 'Field' },
  value: { id: 'Nilai', en: 'Value' },
  hint: { id: 'Keterangan', en: 'Note' },
} as const

export interface Sheet {
  readonly kind: Kind
  readonly columns: readonly Column[]
  /** For each thing its id, and one cell for each column. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[]
}

/** The sheet of a kind, with all its things. */
export function sheetOf(kind: Kind, doc: Table, languages: readonly string[], names: Names): Sheet {
  const fields = kind.fields(languages)
  return {
    kind,
    columns: fields.flatMap(({ columns }) => columns),
    rows: kind.take(doc).map(({ id, value }) => ({ id, cells: cellsOf(fields, value, names) })),
  }
}

export function cellsOf(fields: readonly Field[], value: Table, names: Names): Cell[] {
  return fields.flatMap((field) => field.write(fieldAt(value, field.at), names))
}
