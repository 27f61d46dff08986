// The data folder and the names of the files in it.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { asDataDirError, DataDirError } from './errors.ts'

/** The database file of a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'antre.db')
}

/** The copy that is kept before data of version `version` is migrated. */
export function backupFile(dataDir: string, version: number): string {
  return join(dataDir, `antre.db.v${version}.bak`)
}

/**
 * Makes the folder if it is not there, for its owner alone, and sees that `file` in it can be written. SQLite would
 * open a file without that permission all the same and take no lock on it. Nothing is opened: see lock.ts.
 * @throws DataDirError
 */
export function makeDataDir(dataDir: string, file: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
    if (existsSync(file)) accessSync(file, constants.W_OK)
  } catch (error) {
    const known = asDataDirError(error, dataDir)
    // A parent that can't be made is, to who reads it, a folder that can't be written to.
    throw known instanceof DataDirError && known.code === 'missing'
      ? new DataDirError('not-writable', dataDir, error)
      : known
  }
}
