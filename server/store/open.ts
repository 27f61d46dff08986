// Opens the database of a data folder: made if it is new, brought up to date if it is old, refused if it is newer,
// and refused if it is empty although a seal or a back-up knows of events.
import Database from 'better-sqlite3'
import { DataDirError, DataTooNew, StorageError, asDataDirError } from './errors.ts'
import { backupFile, databaseFile, makeDataDir } from './folder.ts'
import { readSeal } from './journal/seal.ts'
import { migrate as takeSteps, migrations as all, type Migration, wrongParts } from './schema.ts'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An open database, for code that only passes it on. */
export type Handle = Database.Database

export interface OpenOptions {
  /** Read only: nothing is made, written or migrated. */
  readonly readonly?: boolean
  /**
   * Only data that can be made again is written: no commit waits for the disk, as the loop would have to wait for the
   * commit.
   */
  readonly derived?: boolean
  /** False for commands beside a running server: the database must exist (`missing`) and be current (`too-old`). */
  readonly migrate?: boolean
  /** The migration steps to apply; a list other than the real one is for tests. */
  readonly migrations?: readonly Migration[]
  /** Called with the version from which the data were brought up to date; 0: they are new. */
  readonly migrated?: (from: number) => void
}

/**
 * Opens `dataDir`/antre.db with everything set that its promises need.
 * @throws DataDirError with the reason as `code`; `DataTooNew` when a newer Antre wrote it
 */
export function openDatabase(dataDir: string, options: OpenOptions = {}): Database.Database {
  const { readonly = false, derived = false, migrate = true, migrations = all, migrated = () => {} } = options
  const file = databaseFile(dataDir)
  const mayMake = migrate && !readonly
  const isNew = !existsSync(file)
  if (isNew && !mayMake) throw new DataDirError('missing', dataDir)
  if (!readonly) makeDataDir(dataDir, file)
  if (mayMake && isEmpty(file)) mustBeFirst(dataDir)
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly, timeout: 2_000 })
    // Before WAL makes its side files, which take the mode of this one. And never by opening it: see `lockDataDir`.
    if (isNew) chmodSync(file, 0o600)
    set(db, readonly, derived)
    const found = version(db)
    if (found > migrations.length) throw new DataTooNew(dataDir, found, migrations.length)
    if (found < migrations.length) {
      if (!mayMake) throw new DataDirError('too-old', dataDir)
      bringUpToDate(db, dataDir, migrations)
      migrated(found)
    }
    if (migrations === all) mustBeOurs(db)
    if (mayMake && !hasEvents(db)) mustBeFirst(dataDir)
    return db
  } catch (error) {
    db?.close()
    throw asDataDirError(error, dataDir)
  }
}

/**
 * Opens it read-only, wherever it is: SQLite reads a WAL only where it may write beside it, so on a disk that can't be
 * written a copy is read, which is removed when the result's `close` is called. @throws DataDirError as `openDatabase`
 */
export function openToRead(dataDir: string): { readonly db: Database.Database; close(): void } {
  try {
    const db = openDatabase(dataDir, { readonly: true, migrate: false })
    return { db, close: () => void db.close() }
  } catch (error) {
    if (!(error instanceof DataDirError) || error.code !== 'not-writable') throw error
    return openCopy(dataDir)
  }
}

function openCopy(dataDir: string): ReturnType<typeof openToRead> {
  const copy = mkdtempSync(join(tmpdir(), 'antre-read-'))
  const remove = () => rmSync(copy, { recursive: true, force: true })
  try {
    const [from, to] = [databaseFile(dataDir), databaseFile(copy)]
    for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end)
    const db = openDatabase(copy, { readonly: true, migrate: false })
    const close = () => {
      db.close()
      remove()
    }
    return { db, close }
  } catch (error) {
    remove()
    throw asDataDirError(error, dataDir)
  }
}

function set(db: Database.Database, readonly: boolean, derived: boolean): void {
  if (!readonly) {
    db.pragma('journal_mode = WAL')
    db.pragma('journal_size_limit = 16777216')
  }
  // WAL's usual NORMAL may lose the last commits in a power cut; an answer means "on disk".
  db.pragma(`synchronous = ${derived ? 'NORMAL' : 'FULL'}`)
  db.pragma('foreign_keys = ON')
  // So that REPLACE, too, meets the trigger that keeps events from being deleted.
  db.pragma('recursive_triggers = ON')
  // What is erased is overwritten, not merely unlinked.
  db.pragma('secure_delete = ON')
  // 2 MB: the server reads its tables at the start and hardly ever after.
  db.pragma('cache_size = -2000')
}

function version(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** All or nothing; the version is read again inside, as another process may have been quicker. */
function bringUpToDate(db: Database.Database, dataDir: string, migrations: readonly Migration[]): void {
  const before = version(db)
  if (before > 0) keepCopy(db, backupFile(dataDir, before))
  try {
    db.transaction(() => {
      takeSteps(db, version(db), migrations)
      db.pragma(`user_version = ${migrations.length}`)
    }).immediate()
  } catch (error) {
    // A step found a table missing or already there: the file does not contain what its version says.
    const isOfSchema = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR'
    throw isOfSchema ? new DataDirError('corrupt', dataDir, error) : error
  }
}

/** @throws DataDirError `corrupt` if a table or an index has been changed */
function mustBeOurs(db: Database.Database): void {
  const wrong = wrongParts(db).find(({ type }) => type !== 'trigger')
  if (wrong) throw new StorageError('corrupt', null, new Error(`${wrong.type} ${wrong.name}`))
}

/** Copies the whole database, including what is still in the WAL; an incomplete copy never gets the name. */
function keepCopy(db: Database.Database, file: string): void {
  const unfinished = `${file}.part`
  rmSync(unfinished, { force: true })
  db.prepare('VACUUM INTO ?').run(unfinished)
  chmodSync(unfinished, 0o600)
  const handle = openSync(unfinished, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(unfinished, file)
}

/** A copy kept from before data were brought up to date. */
const copy = /^antre\.db\.v\d+\.bak$/

/** Whether the file is empty or missing. Nothing is opened: see `lockDataDir`. */
export function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
}

/** Whether the database holds any event. */
export function hasEvents(db: Database.Database): boolean {
  return db.prepare('SELECT 1 FROM events LIMIT 1').get() !== undefined
}

/** @throws DataDirError `emptied`, with the evidence of events as its cause */
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

/** Events that never reached the database, if that is missing. */
function byWal(dataDir: string): string | null {
  const file = databaseFile(dataDir)
  return isEmpty(file) && !isEmpty(`${file}-wal`) ? 'antre.db-wal' : null
}

function byCopy(dataDir: string): string | null {
  return readdirSync(dataDir).find((name) => copy.test(name) && mayHoldEvents(join(dataDir, name))) ?? null
}

/** One that can't be read may contain anything. */
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

/**
 * Moves everything committed into the database's own file. The last one to close it does that too, but that may be a
 * process that still reads. A disk that refuses loses nothing: the next start reads both files.
 */
export function intoOneFile(db: Database.Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // Left as it was.
  }
}
