// What people typed. It stands beside the journal, not in it, and is erased when its day is over.
import type { Database } from 'better-sqlite3'
import { asStorageError } from '../errors.ts'

/** A text that an event refers to by `id`. */
export interface Note {
  readonly id: string
  readonly day: string
  readonly text: string
}

export interface Notes {
  /** The texts that are still there, by id, with the day that they belong to. */
  noteTexts(): Map<string, Omit<Note, 'id'>>
  /** Erases the texts of all days before this one, from the file too. Returns how many. @throws StorageError */
  eraseNotes(beforeDay: string): number
}

/** Prepares reading and erasing; writing is a part of `append`. */
export function makeNotes(db: Database): Notes {
  const all = db.prepare<[], Note>('SELECT id, day, text FROM notes')
  const erase = db.prepare<[string]>('DELETE FROM notes WHERE day < ?')
  return {
    noteTexts() {
      try {
        return new Map(all.all().map(({ id, day, text }) => [id, { day, text }]))
      } catch (error) {
        throw asStorageError(error)
      }
    },
    eraseNotes(beforeDay) {
      try {
        const { changes } = erase.run(beforeDay)
        // The WAL still holds the pages as they were.
        if (changes > 0) db.pragma('wal_checkpoint(TRUNCATE)')
        return changes
      } catch (error) {
        throw asStorageError(error)
      }
    },
  }
}
