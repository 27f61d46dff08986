// What people typed. It is stored beside the journal, not in it, and is erased when its day is over.
import type { Database } from 'better-sqlite3'
import { asStorageError } from '../errors.ts'
import { notes as queries } from '../queries/record.ts'
import { prepare } from '../statement.ts'

/** A text that an event refers to by `id`. */
export interface Note {
  readonly id: string
  readonly day: string
  readonly text: string
}

export interface Notes {
  /** The texts still there, by id, each with the day it belongs to. */
  noteTexts(): Map<string, Omit<Note, 'id'>>
  /** Erases the texts of all days before this one, from the file too. Returns how many. @throws StorageError */
  eraseNotes(beforeDay: string): number
  /** Writes one within the open transaction. */
  insertNote(note: Note): void
}

/** The table of notes. */
export function makeNotes(db: Database): Notes {
  const all = prepare(db, queries.all)
  const add = prepare(db, queries.add)
  const erase = prepare(db, queries.erase)
  return {
    insertNote: ({ id, day, text }) => void add.run({ id, day, text }),
    noteTexts() {
      try {
        return new Map(all.all({}).map(({ id, day, text }) => [id, { day, text }]))
      } catch (error) {
        throw asStorageError(error)
      }
    },
    eraseNotes(beforeDay) {
      try {
        const { changes } = erase.run({ before: beforeDay })
        // The WAL still holds the pages as they were.
        if (changes > 0) db.pragma('wal_checkpoint(TRUNCATE)')
        return changes
      } catch (error) {
        throw asStorageError(error)
      }
    },
  }
}
