// All that a request could have changed: how far the journal is, and every row of every table.
import type { HallApp } from '../hall-app.ts'

/** Written down, to be compared. What a door writes about those it turned away (`…_log`) is no change. */
export function stateOf({ db, hall }: HallApp): string {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_log'`)
    .pluck()
    .all()
  return JSON.stringify([hall.seq, tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()])])
}
