// Tables of the journal: the events, and what people typed, which stays out of them.
// Each is a step of `../schema.ts` and is never changed.
import type Database from 'better-sqlite3'
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
