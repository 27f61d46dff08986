// Whether the database's tables, indexes and guards are what our steps make: one wrong byte in their names or texts turns
// every question to them into an error that says nothing of damage.
import Database from 'better-sqlite3'
import { migrate } from './migrations.ts'

interface Part {
  readonly type: string
  readonly name: string
  readonly sql: string
}

/** What of ours is gone or is not what it was made as. What else stands there is not looked at. */
export function wrongParts(db: Database.Database): Part[] {
  const found = new Map(partsOf(db).map(({ name, sql }) => [name, sql]))
  return partsMade().filter(({ name, sql }) => found.get(name) !== sql)
}

/** Puts a guard back as it was made. */
export function putBack(db: Database.Database, { name, sql }: Part): void {
  db.exec(`DROP TRIGGER IF EXISTS ${name}; ${sql}`)
}

function partsOf(db: Database.Database): Part[] {
  return db
    .prepare<[], Part>('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .all()
}

function partsMade(): Part[] {
  const db = new Database(':memory:')
  try {
    migrate(db)
    return partsOf(db)
  } finally {
    db.close()
  }
}
