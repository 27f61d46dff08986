// What makes a sheet: its columns, and how its things are taken out of the plan and put back.
import type { Field, Words } from '../field.ts'
import type { Table } from '../table.ts'
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
