// What a sheet is: its columns, and how its things are taken out of the plan and put back.
import type { Field, Words } from '../field.ts'
import type { Table } from '../table.ts'
import type { Things } from '../things.ts'

/** A sheet: one thing a row; or, of the hall, one field a row. */
export interface Kind<Name extends string = string> extends Things {
  readonly name: Name
  readonly sheet: Words
  /** What it holds, for the sheet that explains. */
  readonly about: Words
  readonly isRecord?: true
  /** The columns by which a row without an id is recognised. */
  readonly key: readonly string[]
  readonly fields: (languages: readonly string[]) => readonly Field[]
  /** Fields that another sheet holds. */
  readonly elsewhere?: readonly string[]
  /** Things that the sheet does not name stay as they are. */
  readonly isPart?: true
  /** The rows belong to services, one each: none is added here. */
  readonly isOfServices?: true
  /** A row is known by its key alone, not by an id. */
  readonly isByKey?: true
  /** A new thing, before its cells are read. */
  readonly start: (id: string) => Table
  /** The most rows that are read. */
  readonly most: number
}
