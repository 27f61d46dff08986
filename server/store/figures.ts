// What the reports read: the journal and the facts by a connection of their own that only reads, and beside them a file of
// columns, which may be deleted at any time: it is made again of the facts.
import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { WatchedDevice } from '../reports/availability.ts'
import type { AliveSpan } from '../reports/watch/alive.ts'
import type { ToldWait } from '../reports/watch/told.ts'
import type { CounterSpan, Fact } from '../reports/facts/fact.ts'
import { foldFacts } from '../reports/facts/fold.ts'
import { asStorageError } from './errors.ts'
import { firstLink } from './journal/link.ts'
import { type JournalReader, makeReader } from './journal/read.ts'
import { openDatabase } from './open.ts'
import { everEnrolled } from './tables/devices.ts'
import { aliveTable, toldTable } from './tables/watched.ts'

/** Of the columns: another one, and they are made again. */
const VERSION = 2

/** A day in columns, as it is kept. */
export interface StoredDay {
  readonly size: number
  readonly words: string
  readonly steps: Uint8Array
  readonly visits: Uint8Array
  /** JSON of what happened at its counters. */
  readonly floor: string
  /** JSON of what became of the waits told. */
  readonly forecasts: string
}

export interface FiguresStore {
  readonly journal: JournalReader
  /** Runs with the journal and the facts as they are at one moment. */
  atOnce<T>(read: () => T): T
  /** The days of a period that have facts, each with a number that grows when they change. */
  marks(from: string, to: string): Map<string, number>
  facts(day: string): Fact[]
  spans(day: string): CounterSpan[]
  /** A day in columns as they were made at this mark; null: they have to be made. */
  kept(day: string, mark: number): StoredDay | null
  /** Keeps them if it can; without them the next report takes longer. */
  keep(day: string, mark: number, stored: StoredDay): void
  told(day: string): ToldWait[]
  alive(from: number, to: number): AliveSpan[]
  aliveSince(): number | null
  /** All kiosks and displays that ever were enrolled. */
  devices(): WatchedDevice[]
  close(): void
}

/** Opens what is in `dataDir`. @throws DataDirError or StorageError if the journal cannot be read */
export function openFigures(dataDir: string): FiguresStore {
  const db = openDatabase(dataDir, { readonly: true, migrate: false })
  const journal = makeReader(db)
  const past = pastOf(journal)
  const [told, alive] = [toldTable(db), aliveTable(db)]
  const columns = openColumns(dataDir, hallOf(db))
  const reading = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw asStorageError(error)
    }
  }
  return {
    journal,
    atOnce: (read) => reading(() => db.transaction(read)()),
    marks: (from, to) => reading(() => past.marks(from, to)),
    facts: (day) => reading(() => past.of(day).facts),
    spans: (day) => reading(() => past.of(day).spans),
    kept: columns.get,
    keep: columns.put,
    told: told.ofDay,
    alive: alive.within,
    aliveSince: alive.since,
    devices: () => reading(() => everEnrolled(db)),
    close() {
      columns.close()
      db.close()
    },
  }
}

/** By what a journal is told from another one: the first link of its chain. */
function hallOf(db: Database.Database): string {
  return db.prepare<[], string>('SELECT link FROM events ORDER BY seq LIMIT 1').pluck().get() ?? firstLink
}

interface Columns {
  get(day: string, mark: number): StoredDay | null
  put(day: string, mark: number, stored: StoredDay): void
  close(): void
}

const noColumns: Columns = { get: () => null, put: () => {}, close: () => {} }

/** The file of columns. One that cannot be opened or is damaged is begun anew; where there is no room, there is none. */
function openColumns(dataDir: string, hall: string): Columns {
  const file = join(dataDir, 'figures.db')
  for (const isLast of [false, true]) {
    try {
      return columnsIn(file, hall)
    } catch {
      if (isLast) break
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    }
  }
  return noColumns
}

function columnsIn(file: string, hall: string): Columns {
  const db = new Database(file, { timeout: 1_000 })
  try {
    chmodSync(file, 0o600)
    db.pragma('journal_mode = WAL')
    // What a power cut takes is made again.
    db.pragma('synchronous = NORMAL')
    db.pragma('cache_size = -4000')
    db.exec(`
      CREATE TABLE IF NOT EXISTS made (version INTEGER, hall TEXT);
      CREATE TABLE IF NOT EXISTS days (
        day TEXT PRIMARY KEY, mark INTEGER NOT NULL, size INTEGER NOT NULL, words TEXT NOT NULL,
        steps BLOB NOT NULL, visits BLOB NOT NULL, floor TEXT NOT NULL, forecasts TEXT NOT NULL
      );
    `)
    const made = db.prepare<[], { version: number; hall: string }>('SELECT version, hall FROM made').get()
    if (made?.version !== VERSION || made.hall !== hall) {
      db.transaction(() => {
        db.exec('DELETE FROM days; DELETE FROM made;')
        db.prepare('INSERT INTO made VALUES (?, ?)').run(VERSION, hall)
      }).immediate()
    }
    const get = db.prepare<[string, number], StoredDay>(
      'SELECT size, words, steps, visits, floor, forecasts FROM days WHERE day = ? AND mark = ?',
    )
    const put = db.prepare('INSERT OR REPLACE INTO days VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    return {
      get(day, mark) {
        try {
          return get.get(day, mark) ?? null
        } catch {
          return null
        }
      },
      put(day, mark, { size, words, steps, visits, floor, forecasts }) {
        try {
          put.run(day, mark, size, words, Buffer.from(steps), Buffer.from(visits), floor, forecasts)
        } catch {
          // A full disk: the day is made again for the next report.
        }
      },
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}

/** The days that are over, folded from the journal. */
function pastOf(journal: JournalReader) {
  const folds = (day: string) => {
    const openings = journal.days()
    return openings.flatMap(({ seq, day: label }, nth) => {
      if (label !== day && openings[nth - 1]?.day !== day) return []
      const events = [...journal.leadingTo(seq), ...journal.events(seq, openings[nth + 1]?.seq)]
      const closed = events.findLastIndex(({ event }) => event.type === 'day-closed')
      if (closed < 0) return []
      const fold = foldFacts()
      for (const one of events.slice(0, closed + 1)) fold.follow(one)
      const { at = 0 } = events[closed] ?? {}
      return [{ facts: fold.facts(at), spans: fold.spans(at), isOwn: label === day }]
    })
  }
  return {
    marks(from: string, to: string): Map<string, number> {
      const openings = journal.days()
      const closed = openings.slice(0, -1).filter(({ day }) => from <= day && day <= to)
      return new Map(closed.map(({ day, seq }) => [day, seq]))
    },
    of(day: string): { facts: Fact[]; spans: CounterSpan[] } {
      const facts = new Map<string, Fact>()
      const spans: CounterSpan[] = []
      for (const fold of folds(day)) {
        for (const fact of fold.facts) if (fact.day === day) facts.set(`${fact.visit} ${fact.step}`, fact)
        if (fold.isOwn) spans.push(...fold.spans)
      }
      return { facts: [...facts.values()], spans }
    },
  }
}
