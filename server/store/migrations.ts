// The tables, as the list of steps that made them. A step that was ever released is never changed: a new one is
// added, and `PRAGMA user_version` says how many of them a database has seen.
import type { Database } from 'better-sqlite3'
import {
  accessLogTable,
  accessSchema,
  accountsAndSessions,
  addressesAndLinks,
  deviceLayouts,
  endedSessions,
} from './access-schema.ts'
import { linkAll } from './journal/link.ts'

/** SQL, or what only a program can do; both within the one transaction of all steps. */
export type Migration = string | ((db: Database) => void)

/** As the first step has it. */
const eventsStay = `
  CREATE TRIGGER events_stay BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`

const events = `
  CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    at REAL NOT NULL,   -- milliseconds since 1970, UTC
    day TEXT NOT NULL,
    type TEXT NOT NULL,
    by TEXT NOT NULL,
    key TEXT,
    hash TEXT,
    data TEXT NOT NULL  -- JSON of the event without its type
  ) STRICT;
  -- One entry a day: where a day begins is found without a look at the events.
  CREATE INDEX day_openings ON events (seq, day) WHERE type = 'day-opened';
  CREATE TRIGGER events_stay BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER events_are_kept BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`

/** What people typed: kept apart from the journal, so that it can be erased. */
const notes = `
  CREATE TABLE notes (id TEXT PRIMARY KEY, day TEXT NOT NULL, text TEXT NOT NULL) STRICT;
  CREATE INDEX notes_by_day ON notes (day);
`

const facts = `
  CREATE TABLE facts (
    day TEXT NOT NULL,
    visit TEXT NOT NULL,
    step TEXT NOT NULL,
    number TEXT NOT NULL,
    service TEXT NOT NULL,
    agency TEXT NOT NULL,
    counter TEXT,
    staff TEXT,
    priority INTEGER NOT NULL,
    come_to_me INTEGER NOT NULL,
    language TEXT NOT NULL,
    taken_at REAL NOT NULL,
    waited_seconds REAL NOT NULL,
    called_at REAL,
    started_at REAL,
    ended_at REAL,
    served_seconds REAL,
    calls INTEGER NOT NULL,
    status TEXT NOT NULL,
    outcome TEXT,
    missing TEXT NOT NULL, -- JSON list of requirement ids
    PRIMARY KEY (day, visit, step)
  ) STRICT, WITHOUT ROWID;
`

/** Why a step ended, why it was called out of order, and whether it was a return: codes, so that they can be counted. */
const factReasons = `
  ALTER TABLE facts ADD COLUMN reason TEXT;
  ALTER TABLE facts ADD COLUMN call_reason TEXT;
  ALTER TABLE facts ADD COLUMN returns INTEGER NOT NULL DEFAULT 0;
`

/** Each event carries its link (link.ts); those that are there already get theirs now, for which the guard steps aside. */
function links(db: Database): void {
  db.exec(`ALTER TABLE events ADD COLUMN link TEXT NOT NULL DEFAULT ''; DROP TRIGGER events_stay;`)
  linkAll(db)
  db.exec(eventsStay)
}

/** The few days that were opened again are found as those are that began. */
const reopenings = `CREATE INDEX day_reopenings ON events (seq, day) WHERE type = 'day-reopened';`

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
]

/** From this version on events have links, and the journal has a seal. */
export const linkedVersion = migrations.indexOf(links) + 1

/** Takes the steps from the one numbered `from` on, within the transaction that is open. */
export function migrate(db: Database, from = 0, steps = migrations): void {
  for (const step of steps.slice(from)) {
    if (typeof step === 'string') db.exec(step)
    else step(db)
  }
}
