// The facts in their table: one row for each step of a day that is over. They are derived: they can be deleted and
// rebuilt from the journal, as they were written when the day closed.
import type { Database } from 'better-sqlite3'
import type { Fact } from '../../hall/day/facts.ts'
import type { Recorded } from '../../hall/event.ts'
import { asStorageError } from '../errors.ts'
import type { DayOpening, JournalReader } from '../journal/read.ts'
import { facts as queries } from '../queries/record.ts'
import { prepare, type RowOf } from '../statement.ts'

type Row = RowOf<typeof queries.ofDay>

/** Replaces all facts of the day with these. @throws StorageError */
export function replaceFacts(db: Database, day: string, facts: Iterable<Fact>): void {
  const replace = db.transaction(() => {
    prepare(db, queries.removeDay).run({ day })
    insertFacts(db, facts)
  })
  try {
    replace.immediate()
  } catch (error) {
    throw asStorageError(error)
  }
}

/** The facts of a day, by visit and step. @throws StorageError */
export function readFacts(db: Database, day: string): Fact[] {
  try {
    return prepare(db, queries.ofDay).all({ day }).map(asFact)
  } catch (error) {
    throw asStorageError(error)
  }
}

/** Whether any day has facts. @throws StorageError */
export function hasFacts(db: Database): boolean {
  try {
    return prepare(db, queries.any).get({}) !== undefined
  } catch (error) {
    throw asStorageError(error)
  }
}

/** Writes facts as a part of the transaction that is open; a step that has a row already gets the new one. */
export function insertFacts(db: Database, facts: Iterable<Fact>): void {
  const put = prepare(db, queries.put)
  for (const fact of facts) put.run(asRow(fact))
}

/** Removes the facts of visits of a day, as a part of the transaction that is open. */
export function deleteFacts(db: Database, day: string, visits: readonly string[]): void {
  const remove = prepare(db, queries.removeVisit)
  for (const visit of visits) remove.run({ day, visit })
}

function asRow(fact: Fact): Row {
  const {
    comeToMe,
    takenAt,
    waitedSeconds,
    calledAt,
    startedAt,
    endedAt,
    servedSeconds,
    callReason,
    ...same
  } = fact
  return {
    ...same,
    priority: Number(fact.priority),
    come_to_me: Number(comeToMe),
    taken_at: takenAt,
    waited_seconds: waitedSeconds,
    called_at: calledAt,
    started_at: startedAt,
    ended_at: endedAt,
    served_seconds: servedSeconds,
    missing: JSON.stringify(fact.missing),
    call_reason: callReason,
    returns: Number(fact.returns),
  }
}

function asFact(row: Row): Fact {
  return {
    day: row.day,
    visit: row.visit,
    step: row.step,
    number: row.number,
    service: row.service,
    agency: row.agency,
    counter: row.counter,
    staff: row.staff,
    priority: row.priority === 1,
    comeToMe: row.come_to_me === 1,
    language: row.language,
    takenAt: row.taken_at,
    waitedSeconds: row.waited_seconds,
    calledAt: row.called_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    servedSeconds: row.served_seconds,
    calls: row.calls,
    status: row.status,
    outcome: row.outcome,
    missing: JSON.parse(row.missing) as string[],
    reason: row.reason,
    callReason: row.call_reason,
    returns: row.returns === 1,
  } as Fact
}

type Reading = Pick<JournalReader, 'days' | 'events' | 'leadingTo'>

/**
 * The facts of a day; null if there was no such day or it is still open. `factsOf` folds the events of one opening,
 * up to its close, and returns all facts in it. Visitors who were being served at midnight are found in the day
 * after.
 */
export function factsFromJournal(
  journal: Reading,
  day: string,
  factsOf: (events: readonly Recorded[]) => readonly Fact[],
): Fact[] | null {
  const openings = journal.days()
  const mine = openings.flatMap((opening, index) => (opening.day === day ? [index] : []))
  const facts = new Map<string, Fact>()
  let over = false
  for (const index of [...new Set(mine.flatMap((index) => [index, index + 1]))].sort((a, b) => a - b)) {
    const isMine = openings[index]?.day === day
    const events = closedDay(journal, openings, index, day)
    // It may have been opened again after a mistaken close.
    if (isMine) over = events !== null
    if (!events) continue
    for (const fact of factsOf(events)) if (fact.day === day) facts.set(`${fact.visit} ${fact.step}`, fact)
  }
  return over ? [...facts.values()] : null
}

/** The events of an opening up to its close, if it is closed and has anything to do with `day`; else null. */
function closedDay(
  journal: Reading,
  openings: readonly DayOpening[],
  index: number,
  day: string,
): Recorded[] | null {
  const opening = openings[index]
  if (!opening) return null
  const events: Recorded[] = [...journal.leadingTo(opening.seq)]
  for (const recorded of journal.events(opening.seq, openings[index + 1]?.seq)) {
    events.push(recorded)
    const first = events[0]?.event
    if (first?.type === 'day-opened' && first.day !== day && first.carried.every((one) => one.day !== day)) {
      return null
    }
    if (recorded.event.type === 'day-closed') return events
  }
  return null
}
