// Whether a start may be a first one. Where a seal or a back-up knows of events, an empty database is a loss, and a hall that
// began anew over it would hide that.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DataDirError } from './errors.ts'
import { databaseFile } from './folder.ts'
import { readSeal } from './journal/seal.ts'

/** A copy that was kept before data were brought up to date. */
const copy = /^antre\.db\.v\d+\.bak$/

/** Whether there is nothing in the file, or no file. Nothing is opened: see lock.ts. */
export function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
}

/** Whether the database holds any event. */
export function hasEvents(db: Database.Database): boolean {
  return db.prepare('SELECT 1 FROM events LIMIT 1').get() !== undefined
}

/** @throws DataDirError `emptied`, with what tells of events as its cause */
export function mustBeFirst(dataDir: string): void {
  const found = bySeal(dataDir) ?? byWal(dataDir) ?? byCopy(dataDir)
  if (found !== null) throw new DataDirError('emptied', dataDir, new Error(found))
}

function bySeal(dataDir: string): string | null {
  const sealed = readSeal(dataDir)
  if (sealed.is !== 'whole') return sealed.is === 'none' ? null : 'antre.seal'
  const { seq, at } = sealed.seal
  return seq === 0 ? null : `antre.seal: #${seq}, ${new Date(at).toISOString()}`
}

/** Events that never came into the database, where that is not there. */
function byWal(dataDir: string): string | null {
  const file = databaseFile(dataDir)
  return isEmpty(file) && !isEmpty(`${file}-wal`) ? 'antre.db-wal' : null
}

function byCopy(dataDir: string): string | null {
  return readdirSync(dataDir).find((name) => copy.test(name) && mayHoldEvents(join(dataDir, name))) ?? null
}

/** One that can't be read may hold whatever it held. */
function mayHoldEvents(file: string): boolean {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true })
    return hasEvents(db)
  } catch {
    return true
  } finally {
    db?.close()
  }
}
