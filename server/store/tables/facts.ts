// The facts in their table. They are derived: what stands here can be thrown away and made again from the journal.
import type { Database } from 'better-sqlite3'
import type { Fact } from '../../hall/facts.ts'
import { asStorageError } from '../errors.ts'

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
