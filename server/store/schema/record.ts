// Tables of the journal and of the plan: the events, what people typed, which stays out of them, each plan that ever
// held, the one that is being worked on, and what agencies propose for it. Each is a step of `../schema.ts` and is
// never changed.
import Database from 'better-sqlite3'
import { linkAll } from '../journal/link.ts'

export const events = `
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

/** As the first step has it. */
const eventsStay = `
  CREATE TRIGGER events_stay BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`

/** What people typed: kept apart from the journal, so that it can be erased. */
export const notes = `
  CREATE TABLE notes (id TEXT PRIMARY KEY, day TEXT NOT NULL, text TEXT NOT NULL) STRICT;
  CREATE INDEX notes_by_day ON notes (day);
`

/** Each event carries its link (link.ts); existing ones get theirs now, while the guard steps aside. */
export function links(db: Database.Database): void {
  db.exec(`ALTER TABLE events ADD COLUMN link TEXT NOT NULL DEFAULT ''; DROP TRIGGER events_stay;`)
  linkAll(db)
  db.exec(eventsStay)
}

/** An index finds the few days that were opened again, like those that began. */
export const reopenings = `CREATE INDEX day_reopenings ON events (seq, day) WHERE type = 'day-reopened';`

/** Indexes find the few events about emergency numbers by their day and by their number. */
export const paper = `
  CREATE INDEX paper_sheets ON events (seq) WHERE type IN ('paper-printed', 'numbers-raised', 'back-up-chosen');
  CREATE INDEX paper_days ON events (json_extract(data, '$.of'), seq)
    WHERE type IN ('paper-entered', 'paper-taken-back');
  CREATE INDEX paper_slips ON events (json_extract(data, '$.entry.sheet'), seq)
    WHERE type IN ('paper-entered', 'paper-taken-back');
`

// Tables of the plan: every plan that ever applied, the draft, and what agencies propose for it. Each is a step of
// `../schema.ts` and is never changed.

/** Plans by the hash of their text, as journal/plans.ts says. What older servers wrote keeps its plan in the event. */
export const plans = `
  CREATE TABLE plans (
    hash TEXT PRIMARY KEY, -- SHA-256 of the text, base64url
    text TEXT NOT NULL     -- JSON
  ) STRICT;
  CREATE TRIGGER plans_stay BEFORE UPDATE ON plans
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER plans_are_kept BEFORE DELETE ON plans
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`

/**
 * The draft of the plan: one row that stays, so that its number is never given again. And an index that finds
 * revisions.
 */
export const planDraft = `
  CREATE TABLE plan_draft (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL, -- grows with each change of it
    plan TEXT,               -- JSON, as whole as it is by now; null: there is no draft
    base TEXT,               -- JSON, the plan that it was begun from
    changed_by TEXT,
    changed_at INTEGER,
    ordered TEXT             -- JSON: from which day it is to hold, who said so, and why it could not
  ) STRICT;
  INSERT INTO plan_draft (id, number) VALUES (1, 0);
  CREATE INDEX plan_revisions ON events (seq) WHERE type = 'plan-revised';
`

export const draftMarks = `
  ALTER TABLE plan_draft ADD COLUMN marks TEXT; -- JSON: who wrote which field last; null: nobody noted it
`

export const proposals = `
  CREATE TABLE proposals (
    id TEXT PRIMARY KEY,
    agency TEXT NOT NULL,
    service TEXT,            -- null: about the agency itself
    changes TEXT NOT NULL,   -- JSON: fields with what they should be
    base TEXT NOT NULL,      -- JSON: the same fields when it was made
    wish TEXT,               -- what else is asked for, in words
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'confirmed', 'refused', 'withdrawn')),
    decided_by TEXT,
    decided_at INTEGER,
    note TEXT                -- what the manager said to it
  ) STRICT;
  CREATE INDEX proposals_of_agency ON proposals (agency, made_at);
`
