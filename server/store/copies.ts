// Copies of the database in the data folder, made while the hall goes on: whole and consistent, whatever is written
// meanwhile. They are on the same disk, so somebody has to take them away.
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { asStorageError } from './errors.ts'
import { copiesFolder } from './folder.ts'

/** Older ones go. */
const MOST = 3

/** Copies being made: two at the same time would write the same file. */
const underWay = new WeakMap<Database, Promise<string>>()

/**
 * Makes one, named after the instant; returns its name in the data folder. While one is being made, that one is
 * returned: it too will hold all that is written until it is done. @throws StorageError; nothing stays then
 */
export function copyData(db: Database, dataDir: string, at: Date): Promise<string> {
  const already = underWay.get(db)
  if (already) return already
  const copy = makeCopy(db, dataDir, at).finally(() => underWay.delete(db))
  underWay.set(db, copy)
  return copy
}

async function makeCopy(db: Database, dataDir: string, at: Date): Promise<string> {
  const folder = copiesFolder(dataDir)
  const name = `antre-${at.toISOString().slice(0, 19).replaceAll(':', '-')}.db`
  const part = join(folder, `${name}.part`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await db.backup(part)
    chmodSync(part, 0o600)
    const handle = openSync(part, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(part, join(folder, name))
    const all = readdirSync(folder)
      .filter((one) => /^antre-.*\.db$/.test(one))
      .sort()
    // Somebody who looked into one may have left files beside it.
    for (const old of all.slice(0, -MOST))
      for (const beside of ['', '-wal', '-shm']) rmSync(join(folder, `${old}${beside}`), { force: true })
    return `copies/${name}`
  } catch (error) {
    rmSync(part, { force: true })
    throw asStorageError(error)
  }
}
