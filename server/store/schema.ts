// The tables, as the list of steps that made them, and whether they still are what those steps make. A step that was
// ever released is never changed: a new one is added, and `PRAGMA user_version` says how many a database has seen.
import Database from 'better-sqlite3'
import {
  events,
  notes,
  links,
  reopenings,
  paper,
  plans,
  planDraft,
  draftMarks,
  proposals,
} from './schema/record.ts'
import {
  accessSchema,
  deviceLayouts,
  accessLogTable,
  accountsAndSessions,
  addressesAndLinks,
  endedSessions,
  surveyTablets,
} from './schema/people.ts'
import { facts, factReasons, wholeFacts, factDocuments } from './schema/facts.ts'
import {
  watched,
  toldWhole,
  toldWidth,
  keptReports,
  onlyAsked,
  findings,
  evaluationAnswers,
} from './schema/reports.ts'
import { complaints, surveys, skmReports } from './schema/said.ts'

/** SQL, or what only code can do; both within the one transaction of all steps. */
export type Migration = string | ((db: Database.Database) => void)

/** Step 0 makes version 1 out of an empty file. */
export const migrations: readonly Migration[] = [
  events + notes + facts + accessSchema,
  deviceLayouts,
  accessLogTable,
  accountsAndSessions,
  factReasons,
  links,
  addressesAndLinks,
  reopenings,
  endedSessions,
  planDraft,
  plans,
  draftMarks,
  proposals,
  paper,
  watched,
  wholeFacts,
  keptReports,
  complaints,
  findings,
  surveyTablets,
  surveys,
  toldWhole,
  evaluationAnswers,
  toldWidth,
  skmReports,
  onlyAsked,
  factDocuments,
]

/** From this version on events have links, and the journal has a seal. */
export const linkedVersion = migrations.indexOf(links) + 1

/** Takes the steps from number `from` on, within the open transaction. */
export function migrate(db: Database.Database, from = 0, steps = migrations): void {
  for (const step of steps.slice(from)) {
    if (typeof step === 'string') db.exec(step)
    else step(db)
  }
}

interface Part {
  readonly type: string
  readonly name: string
  readonly sql: string
}

/** Which of our tables and guards are missing or changed. Anything else is ignored. */
export function wrongParts(db: Database.Database): Part[] {
  const found = new Map(partsOf(db).map(({ name, sql }) => [name, sql]))
  return partsMade().filter(({ name, sql }) => found.get(name) !== sql)
}

/** Puts a guard back as it was made. */
export function putBack(db: Database.Database, { name, sql }: Part): void {
  db.exec(`DROP TRIGGER IF EXISTS ${name}; ${sql}`)
}

function partsOf(db: Database.Database): Part[] {
  return db
    .prepare<[], Part>('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .all()
}

/** The same for every database, and needed more than once at a start. */
let made: readonly Part[] | null = null

function partsMade(): readonly Part[] {
  if (made !== null) return made
  const db = new Database(':memory:')
  try {
    migrate(db)
    return (made = partsOf(db))
  } finally {
    db.close()
  }
}
