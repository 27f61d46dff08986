// Checks the whole journal: the file itself, every row, every day, and the access log beside it. Nothing is repaired;
// what is wrong is named.
import { Compile } from 'typebox/compile'
import { accessActions } from '../../access/log.ts'
import { accessLog } from '../queries/record.ts'
import { prepare, type RowOf } from '../statement.ts'
import { type Recorded, eventSchemas } from '../../hall/event.ts'
import { StorageError, asStorageError } from '../errors.ts'
import { wrongParts } from '../schema.ts'
import { type EventRow, firstLink, isFirst, linkOf } from './link.ts'
import { makePlans, type Plans } from './plans.ts'
import { asRecorded, makeReader, type JournalReader, makeUpcast, type StoredEvent } from './read.ts'
import type { Sealed } from './seal.ts'
import type { Database } from 'better-sqlite3'

export type FindingCode =
  /** SQLite itself says that the file is damaged. */
  | 'damaged'
  /** Events from `seq` on can't be read at all. */
  | 'unreadable'
  /** `seq` is found where another one is due. */
  | 'gap'
  | 'not-json'
  | 'unknown-type'
  | 'wrong-shape'
  /** It is earlier than the event before it, and no clock was confirmed. */
  | 'time-fell'
  /** It names a day other than the open one, or is between two days. */
  | 'wrong-day'
  /** The day that begins at `seq` does not fold. */
  | 'does-not-fold'
  /** Its link does not follow from its text and the link before: this event, or something before it, was changed. */
  | 'altered'
  /** It carries a plan whose text is not what was written, or can't be found. */
  | 'plan-altered'
  | 'plan-lost'
  /** The seal knows events beyond the last one, or a different last event. */
  | 'seal-ahead'
  | 'seal-differs'
  /** The seal can't be read. */
  | 'seal-torn'
  /** A guard that keeps the journal or the access log from being changed is missing. */
  | 'unguarded'
  /** In the access log, `seq` is found where another one is due. */
  | 'log-gap'
  /** A line of the access log is not one that we would write. */
  | 'log-wrong-line'

/** What is wrong, and at which event; `seq` is null if it concerns the file. `detail` is for whoever repairs it. */
export interface Finding {
  readonly code: FindingCode
  readonly seq: number | null
  readonly detail: string
}

export interface CheckOptions {
  /** Folds the events of one day; throws when they do not fit together. */
  readonly fold: (day: readonly Recorded[]) => void
  readonly upcast?: ReturnType<typeof makeUpcast>
  /**
   * The seal, read before the database was opened: a server beside us may seal more meanwhile. Absent: it is not
   * checked.
   */
  readonly sealed?: Sealed | undefined
}

/** Finds what is wrong: first in the file, then in the order of events. Holds one day in memory at a time. */
export function* checkJournal(
  db: Database,
  { fold, upcast = makeUpcast(), sealed }: CheckOptions,
): Generator<Finding> {
  yield* damage(db)
  yield* guards(db)
  const shapeFault = makeShapeCheck()
  let day = new DayUnderCheck(null)
  let before: EventRow | undefined
  const unsound = new Set<number>()
  try {
    const reader = makeReader(db, upcast)
    const plans = makePlans(db)
    for (const row of reader.rows(Number.MIN_SAFE_INTEGER)) {
      if (row.type === 'day-opened' || row.type === 'day-reopened') {
        yield* day.end(fold)
        day = new DayUnderCheck(row, ledTo(reader, row, unsound))
      }
      yield* order(row, before)
      if (row.link !== linkOf(before?.link ?? firstLink, row)) yield finding('altered', row, row.type)
      const plan = plans.stateOf(row.type, row.data)
      if (plan !== 'sound') yield finding(`plan-${plan}`, row, row.type)
      const recorded = plan === 'lost' ? null : read(row, upcast, plans)
      if (!recorded && plan === 'sound') yield finding('not-json', row, row.data.slice(0, 80))
      const fault = recorded && shapeFault(recorded.event, recorded.by)
      if (fault) yield finding(fault.code, row, fault.detail)
      if (!recorded || fault) unsound.add(row.seq)
      yield* day.add(row, fault ? null : recorded)
      before = row
    }
    yield* day.end(fold)
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    yield { code: 'unreadable', seq: (before?.seq ?? 0) + 1, detail: error.message }
  }
  if (sealed) yield* sealFaults(db, sealed)
  yield* accessLogFaults(db)
}

/** One day as it is read: whether its rows belong together, and at its end whether they fold. */
class DayUnderCheck {
  private readonly opened: EventRow | null
  private readonly events: Recorded[]
  private closed = false
  private sound: boolean

  /** `before`: what it continues if it was opened again; null if that can't be read. */
  constructor(opened: EventRow | null, before: Recorded[] | null = []) {
    this.opened = opened
    this.events = before ?? []
    this.sound = before !== null
  }

  *add(row: EventRow, recorded: Recorded | null): Generator<Finding> {
    const label = this.opened?.day
    if (row.day !== label) yield finding('wrong-day', row, `${row.day}, ${label ?? '–'}`)
    else if (this.closed) yield finding('wrong-day', row, `${row.type}, ${label}`)
    if (recorded) {
      const { event } = recorded
      const namesDay =
        event.type === 'day-opened' || event.type === 'day-closed' || event.type === 'day-reopened'
      if (namesDay && event.day !== row.day) {
        yield finding('wrong-day', row, `${event.day}, ${row.day}`)
      }
      this.closed ||= event.type === 'day-closed'
      this.events.push(recorded)
    } else this.sound = false
  }

  /** A day with an event that can't be understood is not folded: that was already reported. */
  *end(fold: CheckOptions['fold']): Generator<Finding> {
    if (!this.opened || !this.sound) return
    try {
      fold(this.events)
    } catch (error) {
      yield finding('does-not-fold', this.opened, error instanceof Error ? error.message : String(error))
    }
  }
}

/** After these, time runs on from their own, which may be earlier. */
const SETS_TIME: ReadonlySet<string> = new Set(['clock-confirmed', 'day-reopened'])

/** What a day continues; null if that can't be understood, which is reported at its own place. */
function ledTo(
  reader: Pick<JournalReader, 'leadingTo'>,
  { seq }: EventRow,
  unsound: ReadonlySet<number>,
): Recorded[] | null {
  try {
    const events = [...reader.leadingTo(seq)]
    return events.some((one) => unsound.has(one.seq)) ? null : events
  } catch (error) {
    if (error instanceof StorageError) return null
    throw error
  }
}

function* order(row: EventRow, before: EventRow | undefined): Generator<Finding> {
  const due = (before?.seq ?? 0) + 1
  // A journal that follows another one counts on from it.
  const begins = before === undefined && row.seq > 0 && isFirst(row)
  if (row.seq !== due && !begins) yield finding('gap', row, String(due))
  if (before && row.at < before.at && !SETS_TIME.has(row.type)) {
    yield finding('time-fell', row, `${new Date(before.at).toISOString()}, ${new Date(row.at).toISOString()}`)
  }
}

function read(row: EventRow, upcast: ReturnType<typeof makeUpcast>, plans: Plans): Recorded | null {
  try {
    return asRecorded(row, upcast, plans)
  } catch (error) {
    if (error instanceof StorageError) return null
    throw error
  }
}

/** SQLite's own check of the whole file: each line names the place, such as a page, and what is wrong there. */
function damage(db: Database): Finding[] {
  const lines: string[] = []
  try {
    // One by one, so that what it found before it had to stop is still reported.
    for (const line of db.prepare<[], string>('PRAGMA integrity_check(100)').pluck().iterate()) {
      if (line !== 'ok') lines.push(line.replaceAll('\n', ' '))
    }
  } catch (error) {
    const known = asStorageError(error)
    if (!(known instanceof StorageError)) throw known
    lines.push(known.message)
  }
  return lines.map((detail) => ({ code: 'damaged', seq: null, detail }))
}

function* sealFaults(db: Database, sealed: Sealed): Generator<Finding> {
  const journal = makeReader(db)
  const last = journal.lastSeq()
  if (sealed.is === 'torn') yield { code: 'seal-torn', seq: null, detail: '' }
  if (sealed.is !== 'whole') return
  const { seq, link, at } = sealed.seal
  if (last < seq) {
    yield { code: 'seal-ahead', seq, detail: `${seq - last}, ${new Date(at).toISOString()}` }
  } else if (seq > 0 && [...journal.rows(seq, seq + 1)][0]?.link !== link) {
    yield { code: 'seal-differs', seq, detail: new Date(at).toISOString() }
  }
}

function finding(code: FindingCode, { seq }: EventRow, detail: string): Finding {
  return { code, seq, detail }
}

/** Who may appear in the access log. */
const accessActor = /^(staff|device):.+$|^(command-line|server|stranger)$/

/** Names each guard of an append-only table that is missing or changed. */
export function* guards(db: Database): Generator<Finding> {
  for (const { type, name } of wrongParts(db)) {
    if (type === 'trigger') yield { code: 'unguarded', seq: null, detail: name }
  }
}

/** Names the gaps in the access log, and the lines that we would not write. */
export function* accessLogFaults(db: Database): Generator<Finding> {
  const lines = prepare(db, accessLog.after)
  const page = (seq: number) => lines.all({ last: seq, most: 1_000 })
  let last = 0
  try {
    for (let rows = page(last); rows.length > 0; rows = page(last)) {
      for (const row of rows) {
        if (row.seq !== last + 1) yield { code: 'log-gap', seq: row.seq, detail: String(last + 1) }
        if (!isSound(row)) yield { code: 'log-wrong-line', seq: row.seq, detail: `${row.by} ${row.action}` }
        last = row.seq
      }
    }
  } catch (error) {
    const known = asStorageError(error)
    if (!(known instanceof StorageError)) throw known
    yield { code: 'damaged', seq: null, detail: known.message }
  }
}

function isSound({ by, action, detail }: RowOf<typeof accessLog.after>): boolean {
  const known: readonly string[] = accessActions
  return accessActor.test(by) && known.includes(action) && isJson(detail)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// Checks an event as it was read: is it of a type that we know, in that type's shape?

/** Who may have done something, as `Actor` in hall/event.ts says. */
const actor = /^(staff|device|visitor):.+$|^system:(clock|slip|voice|start|training)$/

interface ShapeCheck {
  Check(value: unknown): boolean
  Errors(value: unknown): readonly { readonly instancePath: string; readonly message: string }[]
}
type Fault = { readonly code: 'unknown-type' | 'wrong-shape'; readonly detail: string }

/** Compiles the schemas once; the result names the first fault of an event, null if there is none. */
export function makeShapeCheck(): (event: StoredEvent, by: string) => Fault | null {
  const validators = new Map<string, ShapeCheck>()
  for (const [type, schema] of Object.entries(eventSchemas)) validators.set(type, Compile(schema))
  return (event, by) => {
    const validator = validators.get(event.type)
    if (!validator) return { code: 'unknown-type', detail: event.type }
    if (!actor.test(by)) return { code: 'wrong-shape', detail: `by ${by}` }
    if (validator.Check(event)) return null
    const [error] = validator.Errors(event)
    return {
      code: 'wrong-shape',
      detail: `${event.type}${error?.instancePath ?? ''} ${error?.message ?? ''}`,
    }
  }
}
