// What the reports read: the journal and the facts through a read-only connection of their own, and beside them a file
// of columns, which may be deleted at any time, as it is made from the facts.
import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { DayParts, Source, StoredDay } from '../reports/days.ts'
import { layout } from '../reports/columns.ts'
import { FACTS_VERSION, foldedDay } from '../reports/facts/build.ts'
import type { DayHours } from '../reports/facts/fact.ts'
import { asStorageError } from './errors.ts'
import { firstLink } from './journal/link.ts'
import { type JournalReader, makeReader } from './journal/read.ts'
import { openDatabase } from './open.ts'
import { everEnrolled } from './tables/devices.ts'
import { isUncounted, readFacts, readSpans } from './tables/facts.ts'
import { aliveTable, toldTable } from './tables/watched.ts'

/**
 * The version of what is kept: if it differs, all is made again. The number stands for what the layout of the columns
 * does not say.
 */
const VERSION = 7
const MADE = `${VERSION} ${layout}`

export interface FiguresStore extends Source {
  readonly journal: JournalReader
  close(): void
}

/** Opens what is in `dataDir`. @throws DataDirError or StorageError if the journal cannot be read */
export function openFigures(dataDir: string): FiguresStore {
  const db = openDatabase(dataDir, { readonly: true, migrate: false })
  const journal = makeReader(db)
  const marks = db.prepare<[number, string, string], { day: string; mark: number }>(
    'SELECT day, mark FROM fact_days WHERE version = ? AND day >= ? AND day <= ?',
  )
  const hours = db.prepare<[string], string | null>('SELECT hours FROM fact_days WHERE day = ?').pluck()
  const [told, alive] = [toldTable(db), aliveTable(db)]
  const columns = openColumns(dataDir, hallOf(db))
  const reading = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw asStorageError(error)
    }
  }
  const folded = (day: string) => foldedDay(journal, day)
  return {
    journal,
    atOnce: (read) => reading(() => db.transaction(read)()),
    marks: (from, to) =>
      reading(() => new Map(marks.all(FACTS_VERSION, from, to).map(({ day, mark }) => [day, mark]))),
    written: (day) =>
      reading(() => {
        if (isUncounted(db, day)) return folded(day)
        const text = hours.get(day) ?? null
        return {
          facts: readFacts(db, day),
          spans: readSpans(db, day),
          hours: text === null ? null : (JSON.parse(text) as DayHours),
        }
      }),
    folded,
    kept: columns.get,
    keptPart: columns.part,
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

/** What tells one journal from another: the first link of its chain. */
function hallOf(db: Database.Database): string {
  return db.prepare<[], string>('SELECT link FROM events ORDER BY seq LIMIT 1').pluck().get() ?? firstLink
}

interface Columns {
  get(day: string, mark: number): Pick<StoredDay, 'size' | 'words' | 'steps'> | null
  part: Source['keptPart']
  put(day: string, mark: number, stored: StoredDay): void
  close(): void
}

const noColumns: Columns = { get: () => null, part: () => null, put: () => {}, close: () => {} }

/**
 * The file of columns. One that cannot be opened or is damaged is replaced by an empty one; if there is no room, there
 * is none.
 */
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
    // Anything lost in a power cut is made again.
    db.pragma('synchronous = NORMAL')
    db.pragma('cache_size = -4000')
    db.exec('CREATE TABLE IF NOT EXISTS made (version TEXT, hall TEXT);')
    const made = db
      .prepare<[], { version: string | number; hall: string }>('SELECT version, hall FROM made')
      .get()
    if (made?.version !== MADE || made.hall !== hall) {
      db.transaction(() => {
        db.exec(anew)
        db.prepare('INSERT INTO made VALUES (?, ?)').run(MADE, hall)
      }).immediate()
    }
    const get = db.prepare<[string, number], Pick<StoredDay, 'size' | 'words' | 'steps'>>(
      'SELECT size, words, steps FROM days WHERE day = ? AND mark = ?',
    )
    const part = {
      visits: partOf(db, 'day_visits'),
      floor: partOf(db, 'day_floors'),
      forecasts: partOf(db, 'day_forecasts'),
    }
    const put = db.prepare('INSERT OR REPLACE INTO days VALUES (?, ?, ?, ?, ?)')
    const keep = db.transaction(
      (day: string, mark: number, { size, words, steps, visits, floor, forecasts }: StoredDay) => {
        put.run(day, mark, size, words, Buffer.from(steps))
        part.visits.put.run(day, Buffer.from(visits))
        part.floor.put.run(day, floor)
        part.forecasts.put.run(day, forecasts)
      },
    )
    return {
      get(day, mark) {
        try {
          return get.get(day, mark) ?? null
        } catch {
          return null
        }
      },
      part(day, name) {
        try {
          return (part[name].get.get(day) as DayParts[typeof name] | undefined) ?? null
        } catch {
          return null
        }
      },
      put(day, mark, stored) {
        try {
          keep.immediate(day, mark, stored)
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

/** The parts of a day are stored separately: most reports need only one, and none is read in vain. */
const anew = `
  DROP TABLE IF EXISTS days; DROP TABLE IF EXISTS day_visits;
  DROP TABLE IF EXISTS day_floors; DROP TABLE IF EXISTS day_forecasts; DELETE FROM made;
  CREATE TABLE days (
    day TEXT PRIMARY KEY, mark INTEGER NOT NULL, size INTEGER NOT NULL, words TEXT NOT NULL, steps BLOB NOT NULL
  );
  CREATE TABLE day_visits (day TEXT PRIMARY KEY, part BLOB NOT NULL);
  CREATE TABLE day_floors (day TEXT PRIMARY KEY, part TEXT NOT NULL);
  CREATE TABLE day_forecasts (day TEXT PRIMARY KEY, part TEXT NOT NULL);
`

function partOf(db: Database.Database, table: 'day_visits' | 'day_floors' | 'day_forecasts') {
  return {
    get: db.prepare<[string], unknown>(`SELECT part FROM ${table} WHERE day = ?`).pluck(),
    put: db.prepare<[string, Buffer | string]>(`INSERT OR REPLACE INTO ${table} VALUES (?, ?)`),
  }
}
