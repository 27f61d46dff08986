// One server per data folder. The lock is SQLite's own on a file of its own, kept by a transaction that never ends:
// the operating system drops it with the process, however that dies, so nothing stale is left to clean up.
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { asDataDirError, DataDirError, storageFault } from './errors.ts'
import { makeDataDir } from './folder.ts'

/** Keeps locks from the garbage collector, which would close them, for callers that drop what they got. */
const held = new Set<Database.Database>()

/**
 * Takes the data folder (made if need be) for this process. Returns what gives it back.
 * @throws DataDirError `locked` while another server holds it, `not-writable`, `full`…
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'antre.lock')
  const isNew = !existsSync(file)
  makeDataDir(dataDir, file)
  let db: Database.Database | undefined
  try {
    db = new Database(file, { timeout: 0 })
    // Without this the transaction would keep a journal file beside the lock.
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
    // Not by opening the file: closing it again would drop the lock (POSIX locks belong to the process).
    if (isNew) chmodSync(file, 0o600)
    held.add(db)
    return release(db)
  } catch (error) {
    db?.close()
    // Nobody holds it: who does is met before its content is.
    if (storageFault(error) === 'corrupt') throw new DataDirError('lock-damaged', file, error)
    throw asDataDirError(error, dataDir)
  }
}

function release(db: Database.Database): () => void {
  return () => {
    held.delete(db)
    db.close()
  }
}
