// Beginning anew on purpose: what is there of the journal is put aside, nothing is deleted.
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { lockDataDir } from './lock.ts'
import { DataDirError } from './errors.ts'

/** The database with its side files and copies, the seal, and first passwords that are worth nothing in a new one. */
const ofJournal = /^(?:antre\.(?:db|seal).*|first-run\.json.*|staff-accounts\.csv.*)$/

/**
 * Moves everything of the journal into a folder of its own beside it; the name tells when. Voices, clips, slips and media stay.
 * @throws DataDirError `locked` while a server has the folder; `missing` where there is none
 */
export function beginAnew(dataDir: string, at: Date): { files: string[]; folder: string } {
  if (!existsSync(dataDir)) throw new DataDirError('missing', dataDir)
  const unlock = lockDataDir(dataDir)
  try {
    const files = readdirSync(dataDir).filter((name) => ofJournal.test(name))
    const folder = join(dataDir, `aside-${at.toISOString().slice(0, 19).replaceAll(':', '-')}`)
    if (files.length > 0) mkdirSync(folder, { mode: 0o700 })
    // The database is the first by its name: half-way, what is left tells that this is no first start.
    for (const name of files.sort()) renameSync(join(dataDir, name), join(folder, name))
    return { files, folder }
  } finally {
    unlock()
  }
}
