// Reads events back, by day and by place, in today's form. In pages, so that a long day needs little memory and a
// reader that stops half-way leaves no statement open.
import type { Database } from 'better-sqlite3'
import type { Event, EventOf, Recorded } from '../../hall/event.ts'
import type { Plan } from '../../hall/plan.ts'
import { StorageError, safely } from '../errors.ts'
import { type EventRow, firstLink } from './link.ts'
import { makePlans, type Plans } from './plans.ts'

const PAGE = 1_000

/** Where a day begins, or goes on when it was opened again. A label may occur more than once. */
export interface DayOpening {
  readonly seq: number
  readonly day: string
}

/** A revision of the plan; `plan` is null if its text is lost. */
interface StoredRevision extends Pick<Recorded, 'seq' | 'at' | 'by'> {
  readonly plan: Plan | null
}

/** Every method throws a `StorageError` if the disk, or its content, fails. */
export interface JournalReader extends PaperReader {
  /** The `seq` of the last event, 0 for an empty journal. */
  lastSeq(): number
  /** The link of the last event. */
  lastLink(): string
  /** All openings of days, the oldest first. */
  days(): DayOpening[]
  /** All events of the open day; nothing in an empty journal. */
  currentDay(): Generator<Recorded>
  /** All events of the day before; nothing on the first day. */
  dayBefore(): Generator<Recorded>
  /** The event that the day of this opening began with, even if it was opened again. */
  beginningOf(seq: number): number
  /**
   * What the day that begins with this event continues: its events from before it was closed, if it was opened again.
   */
  leadingTo(seq: number): Generator<Recorded>
  /** Everything between the openings of this day and the next ones, in order; nothing if there was no such day. */
  eventsOfDayLabel(day: string): Generator<Recorded>
  /** The revisions of the plan with a seq below `before`, the newest first, `most` of them. */
  revisions(before: number, most: number): StoredRevision[]
  /**
   * The events that made the plan as it was after this event: the last one that carries it whole, and the phases set
   * since; without the first if its plan is lost.
   */
  madePlan(seq: number): Generator<Recorded>
  /** Events with `from` ≤ seq < `to`. */
  events(from: number, to?: number): Generator<Recorded>
  /** The same, as the table has them. */
  rows(from: number, to?: number): Generator<EventRow>
}

/** Prepares the reading. `upcast` is for tests. */
export function makeReader(db: Database, upcast = makeUpcast()): JournalReader {
  const plans = makePlans(db)
  const last = db.prepare<[], number | null>('SELECT max(seq) FROM events').pluck()
  const lastLink = db.prepare<[], string>('SELECT link FROM events ORDER BY seq DESC LIMIT 1').pluck()
  const openings = db.prepare<[], DayOpening>(
    `SELECT seq, day FROM events INDEXED BY day_openings WHERE type = 'day-opened' ORDER BY seq`,
  )
  const reopenings = db.prepare<[], DayOpening>(
    `SELECT seq, day FROM events INDEXED BY day_reopenings WHERE type = 'day-reopened' ORDER BY seq`,
  )
  const page = db.prepare<[number, number], EventRow>(
    `SELECT * FROM events WHERE seq >= ? AND seq < ? ORDER BY seq LIMIT ${PAGE}`,
  )

  const revised = db.prepare<[number, number], EventRow>(
    `SELECT * FROM events INDEXED BY plan_revisions WHERE type = 'plan-revised' AND seq < ? ORDER BY seq DESC LIMIT ?`,
  )

  // A day has thousands of events, and only these make a plan.
  const planMade = db.prepare<[number, number], EventRow>(
    `SELECT * FROM events WHERE seq >= ? AND seq <= ? AND type IN ('plan-revised', 'day-opened', 'phase-changed') ORDER BY seq`,
  )

  function* rows(from: number, to = Number.MAX_SAFE_INTEGER): Generator<EventRow> {
    for (let next = from; ;) {
      const found = safely(() => page.all(next, to))
      yield* found
      const end = found.at(-1)
      if (!end || found.length < PAGE) return
      next = end.seq + 1
    }
  }
  function* events(from: number, to?: number): Generator<Recorded> {
    for (const row of rows(from, to)) yield asRecorded(row, upcast, plans)
  }
  const days = () => {
    const again = safely(() => reopenings.all())
    const all = safely(() => openings.all())
    return again.length === 0 ? all : [...all, ...again].sort((one, other) => one.seq - other.seq)
  }
  function reopened(seq: number): EventOf<'day-reopened'> | null {
    const [row] = safely(() => page.all(seq, seq + 1))
    const event = row?.type === 'day-reopened' ? asRecorded(row, upcast, plans).event : null
    return event?.type === 'day-reopened' ? event : null
  }
  function beginningOf(seq: number): number {
    const again = reopened(seq)
    return again && again.from < seq ? beginningOf(again.from) : seq
  }
  function* leadingTo(seq: number): Generator<Recorded> {
    const again = reopened(seq)
    // A damaged one must not lead in a circle.
    if (!again || again.from >= seq) return
    yield* leadingTo(again.from)
    yield* events(again.from, Math.min(again.to, seq))
  }
  function* whole(opening: DayOpening | undefined, to?: number): Generator<Recorded> {
    if (!opening) return
    yield* leadingTo(opening.seq)
    yield* events(opening.seq, to)
  }
  return {
    ...makePaperReader(db, (row) => asRecorded(row, upcast, plans), safely),
    lastSeq: () => safely(() => last.get()) ?? 0,
    lastLink: () => safely(() => lastLink.get()) ?? firstLink,
    days,
    *currentDay() {
      yield* whole(days().at(-1))
    },
    *dayBefore() {
      const all = days()
      const last = all.at(-1)
      if (!last) return
      const began = beginningOf(last.seq)
      yield* whole(
        all.findLast(({ seq }) => seq < began),
        began,
      )
    },
    beginningOf,
    leadingTo,
    *eventsOfDayLabel(day) {
      const all = days()
      for (const [index, opening] of all.entries()) {
        if (opening.day === day) yield* events(opening.seq, all[index + 1]?.seq)
      }
    },
    revisions: (before, most) =>
      safely(() => revised.all(before, most)).map((row) => {
        const { seq, at, by } = row
        const recorded = plans.stateOf(row.type, row.data) === 'lost' ? null : asRecorded(row, upcast, plans)
        const plan = recorded?.event.type === 'plan-revised' ? recorded.event.plan : null
        return { seq, at, by: by as Recorded['by'], plan }
      }),
    *madePlan(seq) {
      const [revision] = safely(() => revised.all(seq + 1, 1))
      const opened = safely(() => openings.all()).findLast((one) => one.seq <= seq)
      const from = Math.max(revision?.seq ?? 1, opened?.seq ?? 1)
      for (const row of safely(() => planMade.all(from, seq)))
        if (plans.stateOf(row.type, row.data) !== 'lost') yield asRecorded(row, upcast, plans)
    },
    events,
    rows,
  }
}

/** A row as an event in today's form. Its shape is trusted here; `check` verifies it. @throws StorageError `corrupt` */
export function asRecorded(
  row: EventRow,
  upcast: (event: StoredEvent) => StoredEvent,
  plans: Pick<Plans, 'whole'>,
): Recorded {
  const { seq, at, day, type, key, hash } = row
  let data: object
  try {
    data = JSON.parse(row.data) as object
  } catch (error) {
    throw new StorageError('corrupt', null, new Error(`event ${seq} is not JSON`, { cause: error }))
  }
  const event = upcast({ type, ...plans.whole(seq, type, data) }) as unknown as Event
  return { seq, at, day, by: row.by as Recorded['by'], key, hash, event }
}

// The events about emergency numbers, wherever they are in the journal: they are entered on later days than the one
// they count for, and a sheet may be printed years before it is used.

/** What was printed, and where given numbers may be missing from the record. */
type RecordedSheets = Recorded & {
  readonly event: EventOf<'paper-printed' | 'numbers-raised' | 'back-up-chosen'>
}
type RecordedEntry = Recorded & { readonly event: EventOf<'paper-entered' | 'paper-taken-back'> }

/** Each list is in the order of the journal. All throw a `StorageError` if the disk, or its content, fails. */
interface PaperReader {
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
function makePaperReader(
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

// The one place where an old event is given today's form. An event's meaning never changes: a new fact gets a new
// type, and only if a type needs another shape is there an upcast here, for ever.

/** An event as read: with whatever type and fields it had when it was written. */
export interface StoredEvent {
  readonly type: string
  readonly [field: string]: unknown
}

interface Upcast {
  /** The type as it was written. */
  readonly type: string
  /** Makes the next newer shape; an event that already has it is returned unchanged. */
  readonly upcast: (old: StoredEvent) => StoredEvent
}

/** Oldest first: the result of one may be input of a later one. */
const upcasts: readonly Upcast[] = []

/** Applies the upcasts in order. If there are none for the type, it costs one look-up. */
export function makeUpcast(list: readonly Upcast[] = upcasts): (event: StoredEvent) => StoredEvent {
  const types = new Set(list.map(({ type }) => type))
  return (event) => {
    if (!types.has(event.type)) return event
    let now = event
    for (const { type, upcast } of list) if (type === now.type) now = upcast(now)
    return now
  }
}
