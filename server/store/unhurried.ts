// What is written beside the journal without any command waiting for it.
import type { Database } from 'better-sqlite3'
import { asStorageError, safely } from './errors.ts'

/**
 * Writes in one transaction that reaches the disk with the journal's next one: a power cut before that loses it. Gives
 * up at once if another process is writing. @throws StorageError
 */
export function lazily(db: Database, work: () => void): void {
  const synchronous = Number(db.pragma('synchronous', { simple: true }))
  try {
    db.pragma(`synchronous = ${Math.min(synchronous, NORMAL)}`)
    withoutWaiting(db, () => db.transaction(work).immediate())
  } catch (error) {
    throw asStorageError(error)
  } finally {
    db.pragma(`synchronous = ${synchronous}`)
  }
}

/** In WAL mode: a commit does not wait for the disk. */
const NORMAL = 1

function withoutWaiting<T>(db: Database, work: () => T): T {
  const timeout = Number(db.pragma('busy_timeout', { simple: true }))
  try {
    db.pragma('busy_timeout = 0')
    return work()
  } finally {
    db.pragma(`busy_timeout = ${timeout}`)
  }
}

/** Milliseconds until it is tried again. */
const AGAIN = 5_000

/** Databases whose WAL is to be emptied once nobody reads in it. */
const due = new WeakSet<Database>()

/**
 * Moves everything into the database's own file, so that nothing remains of what was erased: the WAL holds pages as
 * they were. While another process reads an older state that can't be done; then it is tried again, for as long as the
 * database is open. @throws StorageError
 */
export function emptyWal(db: Database): void {
  const [found] = withoutWaiting(db, () => db.pragma('wal_checkpoint(TRUNCATE)')) as [{ busy: number }]
  if (found.busy === 0) due.delete(db)
  else if (!due.has(db)) later(db)
}

/**
 * Moves what was written into the database's own file, as far as nobody still reads an older state, so that the hall
 * finds little left to move: for a process beside it. Keeps nobody from writing. @throws StorageError
 */
export function relieveWal(db: Database): void {
  safely(() => void db.pragma('wal_checkpoint(PASSIVE)'))
}

function later(db: Database): void {
  due.add(db)
  setTimeout(() => {
    if (!due.delete(db) || !db.open) return
    try {
      emptyWal(db)
    } catch {
      // The disk refuses: whoever writes next hears of it.
      later(db)
    }
  }, AGAIN).unref()
}
