// Everything that a request could have changed: the length of the journal, and every row of every table.
import type { HallApp } from '../hall-app.ts'

/** The last answer for each hall, with the number of rows that its database had written until then. */
const known = new WeakMap<
  HallApp['db'],
  { readonly written: number; readonly seq: number; readonly text: string }
>()

/**
 * As text, for comparison. What a door writes about those it turned away (`…_log`) does not count, nor that the server
 * was alive, which it notes each half minute whatever anybody asks. The tables are read again only if a row was written
 * since: nobody else writes into this database.
 */
export function stateOf({ db, hall: { seq } }: HallApp): string {
  const written = db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? -1
  const before = known.get(db)
  if (before?.written === written && before.seq === seq) return before.text
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_log' AND name <> 'alive'`,
    )
    .pluck()
    .all()
  const text = JSON.stringify([
    seq,
    tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  ])
  known.set(db, { written, seq, text })
  return text
}
