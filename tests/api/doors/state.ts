// Everything that a request could have changed: the length of the journal, and every row of every table.
import type { HallApp } from '../hall-app.ts'

/** As text, for comparison. What a door writes about those it turned away (`…_log`) does not count. */
export function stateOf({ db, hall }: HallApp): string {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_log'`)
    .pluck()
    .all()
  return JSON.stringify([hall.seq, tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()])])
}
