// The journal as the loop knows it, with the notes beside it. `append` is the hot path: one transaction, one fsync,
// however large the batch.
import type { Database } from 'better-sqlite3'
import type { Recorded } from '../../hall/event.ts'
import { asStorageError, StorageError } from '../errors.ts'
import { notes as queries } from '../queries/record.ts'
import { prepare } from '../statement.ts'
import { removeDay } from '../tables/facts-portions.ts'
import { emptyWal } from '../unhurried.ts'
import { linkOf } from './link.ts'
import { makePlans } from './plans.ts'
import { type JournalReader, makeReader } from './read.ts'

/** What becomes durable together. `records` continue from `lastSeq()`. */
export interface Batch {
  readonly records: readonly Recorded[]
  readonly notes?: readonly Note[]
  /** A day that was opened again: its facts no longer count. */
  readonly reopened?: string | null
}

export interface Journal extends JournalReader, Omit<Notes, 'insertNote'> {
  /**
   * Writes a batch, all or nothing; when this returns, it is on the disk. @throws StorageError when the disk refuses;
   * the next call works as soon as the disk does
   */
  append(batch: Batch): void
}

/**
 * The journal in an open database. Only one may append at a time: the loop. `lost` names the file that is missing,
 * null while all are there. `after`: the first event of an empty journal follows this `seq`, that of another one.
 */
export function makeJournal(db: Database, lost: () => string | null = () => null, after = 0): Journal {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const insert = db.prepare<
    [number, number, string, string, string, string | null, string | null, string, string]
  >('INSERT INTO events (seq, at, day, type, by, key, hash, data, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const { insertNote, ...ofNotes } = makeNotes(db)
  const plans = makePlans(db)
  const reader = makeReader(db)
  let last = reader.lastSeq() || after
  let lastLink = reader.lastLink()

  return {
    ...reader,
    ...ofNotes,
    lastSeq: () => last,
    lastLink: () => lastLink,
    append({ records, notes = [], reopened }) {
      let due = last
      let link = lastLink
      try {
        begin.run()
        for (const { seq, at, day, by, key, hash, event } of records) {
          if (seq !== ++due) throw new Error(`event ${seq} where ${due} is due`)
          const { type, ...fields } = event
          const data = JSON.stringify(plans.stored(type, fields))
          link = linkOf(link, { seq, at, day, type, by, key, hash, data })
          insert.run(seq, at, day, type, by, key, hash, data, link)
        }
        for (const note of notes) insertNote(note)
        if (reopened) removeDay(db, reopened)
        // Checked as late as possible: what is committed to a deleted file is on no disk.
        const gone = lost()
        if (gone !== null) throw new StorageError('gone', null, new Error(gone))
        commit.run()
      } catch (error) {
        // Some faults end the transaction by themselves, others leave it open.
        if (db.inTransaction) rollback.run()
        throw asStorageError(error)
      }
      last = due
      lastLink = link
    },
  }
}

// What people typed. It is stored beside the journal, not in it, and is erased when its day is over.

/** A text that an event refers to by `id`. */
interface Note {
  readonly id: string
  readonly day: string
  readonly text: string
}

interface Notes {
  /** The texts still there, by id, each with the day it belongs to. */
  noteTexts(): Map<string, Omit<Note, 'id'>>
  /** Erases the texts of all days before this one, from the file too. Returns how many. @throws StorageError */
  eraseNotes(beforeDay: string): number
  /** Writes one within the open transaction. */
  insertNote(note: Note): void
}

/** The table of notes. */
function makeNotes(db: Database): Notes {
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
        if (changes > 0) emptyWal(db)
        return changes
      } catch (error) {
        throw asStorageError(error)
      }
    },
  }
}
