// What makes a sheet: its columns, how its things are taken out of the plan and put back, and its cells.
import { type Cell, isDay, w, type Words } from '../cell.ts'
import { week } from '../field-times.ts'
import { type Field, choice, number, plain, refs, text, together, yesOrNo, type Column } from '../field.ts'
import type { Names } from '../names.ts'
import { type Table, isTable, fieldAt } from '../table.ts'
import type { Things } from '../things.ts'

/** A sheet: one thing per row or, for the hall, one field per row. */
export interface Kind<Name extends string = string> extends Things {
  readonly name: Name
  readonly sheet: Words
  /** What it contains, for the guide sheet. */
  readonly about: Words
  readonly isRecord?: true
  /** The columns by which a row without an id is recognised. */
  readonly key: readonly string[]
  readonly fields: (languages: readonly string[]) => readonly Field[]
  /** Fields that are in another sheet. */
  readonly elsewhere?: readonly string[]
  /** Whether things that the sheet does not name stay as they are. */
  readonly isPart?: true
  /** The rows belong to services, one each, so none is added here. */
  readonly isOfServices?: true
  /** A row is recognised only by its key, not by an id. */
  readonly isByKey?: true
  /** A new thing, before its cells are read. */
  readonly start: (id: string) => Table
  /** The most rows that are read. */
  readonly most: number
}

// Columns and words that several sheets have.

export const name = w('Nama', 'Name')
export const searched = w('Kata pencarian', 'Search words')

export const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

export const typedIn = (cell: Cell) =>
  cell === null ? undefined : String(isDay(cell) ? cell.day : cell).trim() || undefined

/** Where facts come from. */
export function source(isOptional: boolean): Field {
  const parts = [
    plain('source.url', w('Sumber', 'Source'), { width: 30 }),
    plain('source.confidence', w('Keyakinan', 'Confidence'), { width: 20 }),
    plain('source.note', w('Catatan sumber', 'Note on the source'), { width: 30 }),
  ]
  return {
    ...together(
      'source',
      parts,
      ([url = null, confidence = '', note]) =>
        isOptional && url === null && confidence === '' && note === undefined
          ? undefined
          : present({ url, confidence, note }),
      (value) =>
        ['url', 'confidence', 'note'].map((key) =>
          isTable(value) ? new Map(Object.entries(value)).get(key) : undefined,
        ),
    ),
    empty: isOptional ? undefined : { url: null, confidence: '' },
  }
}

export const lastTicket = [
  number(
    'lastTicket.minutes',
    w('Nomor terakhir (menit sebelum tutup)', 'Last number (minutes before the end)'),
    {
      whole: true,
    },
  ),
  yesOrNo(
    'lastTicket.capacity',
    w('Berhenti bila antrean memenuhi sisa waktu', 'Stop once the queue fills the time left'),
  ),
]

export const atZero = (languages: readonly string[]) => [
  choice('atZero.answer', w('Bila kuota habis', 'When the quota is used up'), [
    ['come-back', w('katakan kapan kembali', 'say when to come back')],
    ['reception', w('ke resepsionis', 'ask the reception')],
  ]),
  text('atZero.say', w('Pesan kuota habis', 'Words for a used-up quota'), languages),
]

export const ownHours = week('hours', w('Jam', 'Hours'), {
  hint: w(
    'Semua kosong: tanpa jam sendiri. Jam seperti 08.00–12.00; 13.00–15.30, atau "tutup".',
    'All empty: no hours of its own. Hours like 08.00–12.00; 13.00–15.30, or "closed".',
  ),
})
export const openAgencies = (at: string, head: Words) => refs(at, head, 'agency', { orNone: true })

// A sheet of cells, before it becomes part of a file.

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
