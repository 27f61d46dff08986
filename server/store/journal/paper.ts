// The events about emergency numbers, wherever they are in the journal: they are entered on later days than the one
// they count for, and a sheet may be printed years before it is used.
import type { Database } from 'better-sqlite3'
import type { EventOf, Recorded } from '../../hall/event.ts'
import type { EventRow } from './link.ts'

/** What was printed, and where given numbers may be missing from the record. */
export type RecordedSheets = Recorded & {
  readonly event: EventOf<'paper-printed' | 'numbers-raised' | 'back-up-chosen'>
}
export type RecordedEntry = Recorded & { readonly event: EventOf<'paper-entered' | 'paper-taken-back'> }

/** Each list is in the order of the journal. All throw a `StorageError` if the disk, or its content, fails. */
export interface PaperReader {
  /** Sheets that were printed, and the events that say that something is missing. */
  paperSheets(): RecordedSheets[]
  /** What was entered for this day or taken back, whenever that was done. */
  paperOf(day: string): RecordedEntry[]
  /** What was entered for the numbers of this sheet or taken back. */
  paperOfSheet(sheet: number): RecordedEntry[]
  /** The days for which anything was ever entered, including those on which the hall never opened. */
  paperDays(): string[]
}

const ENTRIES = `type IN ('paper-entered', 'paper-taken-back')`

/** `read` makes an event of a row; `reading` turns what the database throws into a `StorageError`. */
export function makePaperReader(
  db: Database,
  read: (row: EventRow) => Recorded,
  reading: <T>(work: () => T) => T,
): PaperReader {
  const sheets = db.prepare<[], EventRow>(
    `SELECT * FROM events INDEXED BY paper_sheets
     WHERE type IN ('paper-printed', 'numbers-raised', 'back-up-chosen') ORDER BY seq`,
  )
  const ofDay = db.prepare<[string], EventRow>(
    `SELECT * FROM events INDEXED BY paper_days WHERE ${ENTRIES} AND json_extract(data, '$.of') = ? ORDER BY seq`,
  )
  const ofSheet = db.prepare<[number], EventRow>(
    `SELECT * FROM events INDEXED BY paper_slips
     WHERE ${ENTRIES} AND json_extract(data, '$.entry.sheet') = ? ORDER BY seq`,
  )
  const days = db
    .prepare<[], string>(
      `SELECT DISTINCT json_extract(data, '$.of') FROM events INDEXED BY paper_days WHERE ${ENTRIES} ORDER BY 1`,
    )
    .pluck()
  return {
    paperSheets: () => reading(() => sheets.all()).map(read) as RecordedSheets[],
    paperOf: (day) => reading(() => ofDay.all(day)).map(read) as RecordedEntry[],
    paperOfSheet: (sheet) => reading(() => ofSheet.all(sheet)).map(read) as RecordedEntry[],
    paperDays: () => reading(() => days.all()),
  }
}
