// The facts of days that are over, in their tables: a row for each step, one for each span of a counter, what
// everything was called, and which days have facts. They are derived: all can be deleted and made again from the
// journal.
import type { Database } from 'better-sqlite3'
import {
  type CounterSpan,
  type DayHours,
  type Fact,
  type NameOf,
  resultOf,
} from '../../reports/facts/fact.ts'
import type { PastStep } from '../../reports/usual.ts'
import { safely } from '../errors.ts'
import { counterSpans, factDays, facts as ofFacts, names as ofNames } from '../queries/facts.ts'
import { prepare, type RowOf } from '../statement.ts'

type Row = RowOf<typeof ofFacts.ofDay>

/** All that is kept about a day. */
export interface DayFacts {
  readonly day: string
  readonly facts: readonly Fact[]
  readonly spans: readonly CounterSpan[]
  readonly names: readonly NameOf[]
  readonly hours: DayHours | null
}

/** Which facts a day has. */
export interface FactDay {
  readonly day: string
  /** Grows whenever facts of any day are made. */
  readonly mark: number
  /** The version of the definitions they were made by; 0: none count, as the day was opened again or they are being written. */
  readonly version: number
  /** Names the events they were made from. */
  readonly madeOf: string
  /** Whether somebody was served over its midnight. */
  readonly carries: boolean
  readonly hours: DayHours | null
  /** Why none of them count; null: nothing is wrong. */
  readonly fault: string | null
}

/** The facts of a day, by visit and step. @throws StorageError */
export function readFacts(db: Database, day: string): Fact[] {
  return safely(() => prepare(db, ofFacts.ofDay).all({ day }).map(asFact))
}

/** The spans of the counters on a day, by counter and time. @throws StorageError */
export function readSpans(db: Database, day: string): CounterSpan[] {
  return safely(() => prepare(db, counterSpans.ofDay).all({ day }).map(asSpan))
}

/** What everything was called by the end of a day; with all names that ever were: until the last one. @throws StorageError */
export function readNames(db: Database, day: string): NameOf[] {
  const rows = safely(() => prepare(db, ofNames.lastBefore).all({ day: `${day}~` }))
  return rows.map(({ kind, id, name }) => ({ kind, id, name: JSON.parse(name) }) as NameOf)
}

/** The steps of a day, as far as they say when people come and are done. @throws StorageError */
export function readTimes(db: Database, day: string): PastStep[] {
  return safely(() =>
    prepare(db, ofFacts.times)
      .all({ day })
      .map(({ service, counter, taken_at: takenAt, came_by: cameBy, ended_at: endedAt, status }) => {
        const isTicket = cameBy === 'ticket' || cameBy === 'seated'
        // Without paper: the hall of that day did not see it either.
        const isDone = status === 'done' && cameBy !== 'paper'
        return { service, counter, takenAt, endedAt, isTicket, isDone }
      }),
  )
}

/** The days that have facts, the oldest first. @throws StorageError */
export function readFactDays(db: Database): FactDay[] {
  return safely(() =>
    prepare(db, factDays.all)
      .all({})
      .map(({ day, mark, version, made_of: madeOf, carries, hours, fault }) => ({
        day,
        mark,
        version,
        madeOf,
        carries: carries === 1,
        hours: hours === null ? null : (JSON.parse(hours) as DayHours),
        fault,
      })),
  )
}

/** Whether what is there of a day does not count: it was opened again, or is being written. @throws StorageError */
export function isUncounted(db: Database, day: string): boolean {
  return safely(() => prepare(db, factDays.version).get({ day })?.version === 0)
}

/** The last mark given; 0: none yet. @throws StorageError */
export function readFactsMark(db: Database): number {
  return safely(() => prepare(db, factDays.lastMark).get({})?.mark ?? 0)
}

/** A fact as its row. */
export function asRow(fact: Fact): Row {
  return {
    day: fact.day,
    visit: fact.visit,
    step: fact.step,
    number: fact.number,
    service: fact.service,
    agency: fact.agency,
    zone: fact.zone,
    counter: fact.counter,
    staff: fact.staff,
    priority: Number(fact.priority),
    come_to_me: Number(fact.comeToMe),
    language: fact.language,
    came_by: fact.cameBy,
    from_step: fact.from,
    taken_at: fact.takenAt,
    hour: fact.hour,
    waits_from: fact.waitsFrom,
    waited_seconds: fact.waitedSeconds,
    waited_open_seconds: fact.waitedOpenSeconds,
    uncalled_seconds: fact.uncalledSeconds,
    elsewhere_seconds: fact.elsewhereSeconds,
    walking_seconds: fact.walkingSeconds,
    aside_seconds: fact.asideSeconds,
    slip_seconds: fact.slipSeconds,
    rest_seconds: fact.restSeconds,
    called_at: fact.calledAt,
    leading_call_at: fact.leadingCallAt,
    started_at: fact.startedAt,
    ended_at: fact.endedAt,
    walk_seconds: fact.walkSeconds,
    served_seconds: fact.servedSeconds,
    calls: fact.calls,
    not_heard: fact.notHeard,
    slips_failed: fact.slipsFailed,
    status: fact.status,
    outcome: fact.outcome,
    result: resultOf(fact),
    missing: JSON.stringify(fact.missing),
    lacks: JSON.stringify(fact.lacks),
    reason: fact.reason,
    call_reason: fact.callReason,
    returns: Number(fact.returns),
    ended_by: fact.end,
    blocked: Number(fact.blocked),
    level_seconds: fact.levelSeconds,
    phase: fact.phase,
    operation: fact.operation,
    documents: fact.documents,
  }
}

/** A row as the fact it was made from. */
export function asFact(row: Row): Fact {
  return {
    day: row.day,
    visit: row.visit,
    step: row.step,
    number: row.number,
    service: row.service,
    agency: row.agency,
    zone: row.zone,
    counter: row.counter,
    staff: row.staff,
    priority: row.priority === 1,
    comeToMe: row.come_to_me === 1,
    language: row.language,
    cameBy: row.came_by,
    from: row.from_step,
    takenAt: row.taken_at,
    hour: row.hour,
    waitsFrom: row.waits_from,
    waitedSeconds: row.waited_seconds,
    waitedOpenSeconds: row.waited_open_seconds,
    uncalledSeconds: row.uncalled_seconds,
    elsewhereSeconds: row.elsewhere_seconds,
    walkingSeconds: row.walking_seconds,
    asideSeconds: row.aside_seconds,
    slipSeconds: row.slip_seconds,
    restSeconds: row.rest_seconds,
    calledAt: row.called_at,
    leadingCallAt: row.leading_call_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    walkSeconds: row.walk_seconds,
    servedSeconds: row.served_seconds,
    calls: row.calls,
    notHeard: row.not_heard,
    slipsFailed: row.slips_failed,
    status: row.status,
    outcome: row.outcome,
    missing: JSON.parse(row.missing) as string[],
    lacks: JSON.parse(row.lacks) as string[],
    reason: row.reason,
    callReason: row.call_reason,
    returns: row.returns === 1,
    end: row.ended_by,
    blocked: row.blocked === 1,
    levelSeconds: row.level_seconds,
    phase: row.phase,
    operation: row.operation,
    documents: row.documents,
  } as Fact
}

/** A span as its row. */
export function asSpanRow(span: CounterSpan): RowOf<typeof counterSpans.ofDay> {
  const { from, to, servingSeconds, idleSeconds, ...same } = span
  return { ...same, from_at: from, to_at: to, serving_seconds: servingSeconds, idle_seconds: idleSeconds }
}

function asSpan(row: RowOf<typeof counterSpans.ofDay>): CounterSpan {
  const { from_at: from, to_at: to, serving_seconds, idle_seconds, ...same } = row
  return { ...same, from, to, servingSeconds: serving_seconds, idleSeconds: idle_seconds } as CounterSpan
}
