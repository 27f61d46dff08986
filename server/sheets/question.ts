// Questions to the process that writes and reads spreadsheets, and its answers.
import type { SheetChange } from './changes.ts'
import type { PlanKind } from './kind-names.ts'
import type { Remark } from './rows.ts'
import { type Said, sentence } from './words.ts'

export interface WriteQuestion {
  /** `plan`: the draft or plan. `staff`: the accounts, with the agencies they may belong to. */
  readonly of: 'plan' | 'staff'
  readonly doc: unknown
  readonly language: 'id' | 'en'
  /** One kind as CSV; null: a workbook. */
  readonly kind: PlanKind | 'staff' | null
}

export interface ReadQuestion {
  readonly of: 'plan' | 'staff'
  readonly bytes: Uint8Array
  /** The same as it is now. */
  readonly doc: unknown
  readonly language: 'id' | 'en'
  /** Answers to questions: `service:12` → the id of a thing or `new`. */
  readonly chosen: ReadonlyMap<string, string>
}

/** A fault, a question or a note for people. */
export interface SaidOfFile {
  readonly sheet: string | null
  readonly row: number | null
  readonly column: string | null
  readonly cell: string | null
  readonly code: string
  readonly detail: string
  /** Nothing can be taken over as long as it is there. */
  readonly blocks: boolean
  readonly ask?: Remark['ask']
}

/** Something about the whole file, not about a place in it. */
export function saidOfFile(said: Said, language: 'id' | 'en'): SaidOfFile {
  const [code] = said
  const detail = sentence(said, language)
  return { sheet: null, row: null, column: null, cell: null, code, detail, blocks: code !== 'macros' }
}

export interface ReadFile {
  /** The result of the file; null: none of it could be read. */
  readonly plan: unknown
  readonly changes: readonly SheetChange[]
  readonly faults: readonly SaidOfFile[]
  /** Worth knowing, though nothing is wrong. */
  readonly notes: readonly SaidOfFile[]
  /** For a list of staff: where each account is, and each of its columns. */
  readonly rows: readonly ReadRow[]
}

export interface ReadRow {
  /** The user name. */
  readonly id: string
  readonly sheet: string
  readonly row: number
  readonly columns: readonly { readonly key: string; readonly column: string; readonly cell: string | null }[]
}
