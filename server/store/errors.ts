// What can go wrong with the disk, as types: no other code reads SQLite's codes. The messages are for logs; people
// get a sentence from the language files, chosen by `code`.
import Database from 'better-sqlite3'
import { lookUp } from '../hall/look-up.ts'

export type DataDirFault =
  | 'not-writable'
  /** Another server, or another program, holds it. */
  | 'locked'
  /** Written by a newer Antre. */
  | 'too-new'
  /** Written by an older Antre; the server brings it up to date when it starts. */
  | 'too-old'
  | 'corrupt'
  | 'full'
  /** There is nothing, although a seal or a back-up knows of events. */
  | 'emptied'
  /** The lock file is something else. */
  | 'lock-damaged'
  /** There is nothing yet, and the folder was only to be read. */
  | 'missing'
  /** The disk itself fails. */
  | 'failing'

/** The data folder can't be used. `path` is the folder or the file in question. */
export class DataDirError extends Error {
  override readonly name: string = 'DataDirError'
  readonly code: DataDirFault
  readonly path: string

  constructor(code: DataDirFault, path: string, cause?: unknown) {
    super(`${code}: ${path}${cause instanceof Error ? ` (${cause.message})` : ''}`, { cause })
    this.code = code
    this.path = path
  }
}

/** The data was written by a newer Antre: version `found`, while this one knows up to `known`. */
export class DataTooNew extends DataDirError {
  override readonly name = 'DataTooNew'
  readonly found: number
  readonly known: number

  constructor(path: string, found: number, known: number) {
    super('too-new', path)
    this.found = found
    this.known = known
  }
}

/** `gone`: the open file is no longer the one at its path. */
export type StorageFault = 'full' | 'failing' | 'corrupt' | 'readonly' | 'busy' | 'gone'

/**
 * Reading or writing failed, and none of it was kept. `sqlite` is SQLite's own code, null if reading worked but the
 * content makes no sense.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly code: StorageFault
  readonly sqlite: string | null

  constructor(code: StorageFault, sqlite: string | null, cause: unknown) {
    super(
      `${code}${sqlite === null ? '' : ` ${sqlite}`}: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
      },
    )
    this.code = code
    this.sqlite = sqlite
  }
}

/** SQLite's primary codes (https://sqlite.org/rescode.html) that mean the disk rather than a mistake in our SQL. */
const faults: ReadonlyMap<string, StorageFault> = new Map([
  ['FULL', 'full'],
  ['IOERR', 'failing'],
  ['NOMEM', 'failing'],
  ['PROTOCOL', 'failing'],
  ['CORRUPT', 'corrupt'],
  ['NOTADB', 'corrupt'],
  ['READONLY', 'readonly'],
  ['CANTOPEN', 'readonly'],
  ['PERM', 'readonly'],
  ['AUTH', 'readonly'],
  ['BUSY', 'busy'],
  ['LOCKED', 'busy'],
])

/**
 * What an error of SQLite's means, or undefined if it is not one or is a mistake of ours. Extended codes count as
 * their primary one.
 */
export function storageFault(error: unknown): StorageFault | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined
  return faults.get(error.code.split('_')[1] ?? '')
}

/** The error as a `StorageError` if it is about the disk; a mistake of ours is returned unchanged. */
export function asStorageError(error: unknown): unknown {
  const fault = storageFault(error)
  return fault && error instanceof Database.SqliteError ? new StorageError(fault, error.code, error) : error
}

/** The result of `work`. @throws StorageError in place of whatever it throws */
export function safely<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStorageError(error)
  }
}

const ofNode: Readonly<Record<string, DataDirFault>> = {
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
  EEXIST: 'not-writable',
  EISDIR: 'not-writable',
  ENOENT: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EIO: 'failing',
}
const ofStorage: Readonly<Record<StorageFault, DataDirFault>> = {
  full: 'full',
  failing: 'failing',
  corrupt: 'corrupt',
  readonly: 'not-writable',
  busy: 'locked',
  gone: 'missing',
}

/** The error as a `DataDirError` if it is about the folder or its file; anything else is returned unchanged. */
export function asDataDirError(error: unknown, path: string): unknown {
  if (error instanceof DataDirError) return error
  const fault = error instanceof StorageError ? error.code : storageFault(error)
  if (fault) return new DataDirError(ofStorage[fault], path, error)
  const code = error instanceof Error && 'code' in error ? lookUp(ofNode, String(error.code)) : undefined
  return code ? new DataDirError(code, path, error) : error
}

/** Whether it is the disk's fault and not a mistake of ours. */
export function isOfDisk(error: unknown): boolean {
  return error instanceof StorageError || error instanceof DataDirError
}
