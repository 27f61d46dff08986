// Runs what the builder wrote. By then a query is text: it is prepared once for each open database and runs
// synchronously on that one handle, so that no transaction is ever open while something else is awaited.
import type { Database, RunResult } from 'better-sqlite3'

/** What a table can hold. */
export type Stored = string | number | Buffer | null

/** A query as text. `parameters`, in the order of the text: a constant, or the name of a value given later. */
export interface Query<Given, Row> {
  readonly sql: string
  readonly parameters: readonly (Stored | { readonly given: string })[]
  /** Only for the types; it never holds anything. */
  readonly of?: (given: Given) => Row
}

/** One of the rows that a query returns. */
export type RowOf<Q> = Q extends Query<never, infer Row> ? Row : never

/** A query that is ready to run. Each call throws SQLite's own error. */
export interface Statement<Given, Row> {
  get(given: Given): Row | undefined
  all(given: Given): Row[]
  run(given: Given): RunResult
}

/** Prepares a query. */
export function prepare<Given extends object, Row>(
  db: Database,
  { sql, parameters }: Query<Given, Row>,
): Statement<Given, Row> {
  const statement = db.prepare<unknown[], Row>(sql)
  const bound = (given: Given) => {
    const byName = given as Readonly<Record<string, unknown>>
    return parameters.map((one) => (isGiven(one) ? byName[one.given] : one))
  }
  return {
    get: (given) => statement.get(...bound(given)),
    all: (given) => statement.all(...bound(given)),
    run: (given) => statement.run(...bound(given)),
  }
}

function isGiven(one: Stored | { readonly given: string }): one is { readonly given: string } {
  return typeof one === 'object' && one !== null && 'given' in one
}
