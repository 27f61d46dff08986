// The facts in their table: one row for each step of a day that is over. They are derived: what stands here can be thrown
// away and made again from the journal, as they were written when the day closed.
import type { Recorded } from '../../hall/event.ts'
import type { Fact } from '../../hall/day/facts.ts'
import { asStorageError } from '../errors.ts'
import type { DayOpening, JournalReader } from '../journal/read.ts'
import type { Database } from 'better-sqlite3'

interface FactRow extends Omit<Fact, 'priority' | 'comeToMe' | 'missing' | 'returns'> {
  readonly priority: number
  readonly comeToMe: number
  readonly missing: string
  readonly returns: number
}

const columns: Readonly<Record<keyof Fact, string>> = {
  day: 'day',
  visit: 'visit',
  step: 'step',
  number: 'number',
  service: 'service',
  agency: 'agency',
  counter: 'counter',
  staff: 'staff',
  priority: 'priority',
  comeToMe: 'come_to_me',
  language: 'language',
  takenAt: 'taken_at',
  waitedSeconds: 'waited_seconds',
  calledAt: 'called_at',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  servedSeconds: 'served_seconds',
  calls: 'calls',
  status: 'status',
  outcome: 'outcome',
  missing: 'missing',
  reason: 'reason',
  callReason: 'call_reason',
  returns: 'returns',
}
const fields = Object.entries(columns)
const upsert = `
  INSERT OR REPLACE INTO facts (${fields.map(([, column]) => column).join(', ')})
  VALUES (${fields.map(([field]) => `@${field}`).join(', ')})`
const select = `SELECT ${fields.map(([field, column]) => `${column} AS ${field}`).join(', ')} FROM facts`

/** Writes facts in one transaction; a step that has a row already gets the new one. @throws StorageError */
export function writeFacts(db: Database, facts: Iterable<Fact>): void {
  inTransaction(db, () => insertFacts(db, facts))
}

/** Puts these facts in the place of all that stand for the day. @throws StorageError */
export function replaceFacts(db: Database, day: string, facts: Iterable<Fact>): void {
  inTransaction(db, () => {
    db.prepare<[string]>('DELETE FROM facts WHERE day = ?').run(day)
    insertFacts(db, facts)
  })
}

/** The facts of a day, by visit and step. @throws StorageError */
export function readFacts(db: Database, day: string): Fact[] {
  try {
    return db.prepare<[string], FactRow>(`${select} WHERE day = ? ORDER BY visit, step`).all(day).map(asFact)
  } catch (error) {
    throw asStorageError(error)
  }
}

/** Writes facts as a part of the transaction that is open. */
export function insertFacts(db: Database, facts: Iterable<Fact>): void {
  const statement = db.prepare<FactRow>(upsert)
  for (const fact of facts) {
    statement.run({
      ...fact,
      priority: Number(fact.priority),
      comeToMe: Number(fact.comeToMe),
      missing: JSON.stringify(fact.missing),
      returns: Number(fact.returns),
    })
  }
}

/** Takes away the facts of visits of a day, as a part of the transaction that is open. */
export function deleteFacts(db: Database, day: string, visits: readonly string[]): void {
  const statement = db.prepare<[string, string]>('DELETE FROM facts WHERE day = ? AND visit = ?')
  for (const visit of visits) statement.run(day, visit)
}

function asFact(row: FactRow): Fact {
  return {
    ...row,
    priority: row.priority === 1,
    comeToMe: row.comeToMe === 1,
    missing: JSON.parse(row.missing) as string[],
    returns: row.returns === 1,
  }
}

function inTransaction(db: Database, work: () => void): void {
  try {
    db.transaction(work).immediate()
  } catch (error) {
    throw asStorageError(error)
  }
}

type Reading = Pick<JournalReader, 'days' | 'events' | 'leadingTo'>

/**
 * The facts of a day; null if there was no such day or it is still open. `factsOf` folds the events of one opening,
 * up to its close, and gives all facts in it. Who was being served at midnight is found in the day after.
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
    // It may have been opened again after a close that was none.
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
