// The data folder: the files in it, who may read them, the lock that keeps a second server away, and how all of it can
// be put aside on purpose.
import Database from 'better-sqlite3'
import { DataDirError, asDataDirError, storageFault } from './errors.ts'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'

/** The database file of a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'antre.db')
}

/** The copy that is kept before data of version `version` is migrated. */
export function backupFile(dataDir: string, version: number): string {
  return join(dataDir, `antre.db.v${version}.bak`)
}

/**
 * Makes the folder if it does not exist, for its owner only, and checks that `file` in it can be written. SQLite would
 * open a file even without that permission and take no lock on it. Nothing is opened: see `lockDataDir`. @throws
 * DataDirError
 */
export function makeDataDir(dataDir: string, file: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch (error) {
    const known = asDataDirError(error, dataDir)
    // For whoever reads the message, a parent that can't be made is a folder that can't be written to.
    throw known instanceof DataDirError && known.code === 'missing'
      ? new DataDirError('not-writable', dataDir, error)
      : known
  }
}

/** What the server and its commands write there, and the fonts and clips that a hall may add. */
const ours =
  /^(?:antre\.(?:db|lock|seal).*|figures\.db.*|aside-.*|next.*|training.*|survey|copies|evaluation|voice|clips|slips|fonts|findings|(?:incidents|running)\.json.*|first-run\.json.*|staff-accounts\.csv.*)$/
/**
 * Ours too, but if somebody else could write it they may have done so: closing it afterwards would make it trusted
 * (`voice/command/allowed.ts`).
 */
const leftAsItIs = 'voice-commands.json'

/**
 * Takes everybody else's permissions away from our files in `dataDir`, and from the folder itself if nothing else is
 * in it. Call it once the folder is locked, and before the database is opened: its side files inherit its mode.
 * @returns what stays open to others, because it is not ours to close
 */
export function keepPrivate(dataDir: string): string[] {
  // Windows has other permissions, which Node does not know.
  if (process.platform === 'win32') return []
  const names = readdirSync(dataDir)
  const own = names.filter((name) => ours.test(name)).map((name) => join(dataDir, name))
  const shared = names.some((name) => !ours.test(name) && name !== leftAsItIs && !name.startsWith('.'))
  const open = own.flatMap(closeAll)
  if (!shared) return [...open, ...close(dataDir)]
  return isOpen(dataDir) ? [...open, dataDir] : open
}

/** A folder with everything in it, or a file. Links are left alone: what they lead to may be anybody's. */
function closeAll(path: string): string[] {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return []
  const inside = found.isDirectory() ? readdirSync(path).flatMap((name) => closeAll(join(path, name))) : []
  return [...inside, ...close(path)]
}

function close(path: string): string[] {
  if (!isOpen(path)) return []
  try {
    chmodSync(path, lstatSync(path).mode & 0o700)
    return isOpen(path) ? [path] : []
  } catch {
    // It is somebody else's; the owner decides.
    return [path]
  }
}

function isOpen(path: string): boolean {
  return (lstatSync(path).mode & 0o077) !== 0
}

/** Keeps locks from the garbage collector, which would close them, for callers that drop what they got. */
const held = new Set<Database.Database>()

/**
 * Takes the data folder (creating it if necessary) for this process. Returns a function that gives it back. @throws
 * DataDirError `locked` while another server holds it, `not-writable`, `full`…
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
    // Nobody holds it: a holder would be noticed before the content is.
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

/** The database with its side files and copies, the seal, and first passwords, which are useless in a new hall. */
const ofJournal = /^(?:antre\.(?:db|seal).*|first-run\.json.*|staff-accounts\.csv.*)$/

/** An unused folder name for what is put aside; it says when that was. */
export function asideFolder(dataDir: string, at: Date): string {
  const name = `aside-${at.toISOString().slice(0, 19).replaceAll(':', '-')}`
  return existsSync(join(dataDir, name)) ? asideFolder(dataDir, new Date(at.getTime() + 1_000)) : name
}

/**
 * Moves everything that belongs to the journal into a folder of its own beside it, whose name says when. Voices,
 * clips, slips and media stay; what is in the survey's box is erased. @throws DataDirError `locked` while a server has
 * the folder; `missing` if there is none
 */
export function beginAnew(dataDir: string, at: Date): { files: string[]; folder: string } {
  if (!existsSync(dataDir)) throw new DataDirError('missing', dataDir)
  const unlock = lockDataDir(dataDir)
  try {
    const files = readdirSync(dataDir).filter((name) => ofJournal.test(name))
    const folder = join(dataDir, asideFolder(dataDir, at))
    if (files.length > 0) mkdirSync(folder, { mode: 0o700 })
    // The database comes first by name: if interrupted, what is left shows that this is no first start.
    for (const name of files.sort()) renameSync(join(dataDir, name), join(folder, name))
    // No copy has it.
    rmSync(surveyFolder(dataDir), { recursive: true, force: true })
    return { files, folder }
  } finally {
    unlock()
  }
}

/** Free bytes on this folder's disk; null if the system does not say. */
export function diskLeft(dataDir: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dataDir)
    return bavail * bsize
  } catch {
    return null
  }
}

/** A copy of the database inside the data folder: what was put aside, or what was there before an update. */
const aCopy = /^(?:aside-.*|antre\.db\.v\d+\.bak)$/

/** Where the survey keeps its box and the keys of its days, which no copy has. */
export function surveyFolder(dataDir: string): string {
  return join(dataDir, 'survey')
}

/** Where copies made while the hall went on are kept. */
export function copiesFolder(dataDir: string): string {
  return join(dataDir, 'copies')
}

/** When the newest copy in the data folder was made, milliseconds since 1970; null: there is none. */
export function copiedAt(dataDir: string): number | null {
  const own = readdirSync(dataDir)
    .filter((name) => aCopy.test(name))
    .map((name) => join(dataDir, name))
    .filter((path) => path.endsWith('.bak') || existsSync(join(path, 'antre.db')))
  const folder = copiesFolder(dataDir)
  const made = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : []
  const times = [...own, ...made.map((name) => join(folder, name))].map(
    (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
  return times.length === 0 ? null : Math.max(...times)
}
