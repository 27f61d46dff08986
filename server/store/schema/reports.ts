// Tables of what the reports keep and what was watched beside the journal.
// Each is a step of `../schema.ts` and is never changed.

/** What was watched beside the journal. Times are milliseconds since 1970. */
export const watched = `
  CREATE TABLE told (
    day TEXT NOT NULL,
    step TEXT NOT NULL,
    visit TEXT NOT NULL,
    at INTEGER NOT NULL,
    low INTEGER NOT NULL,  -- minutes, as they were told
    high INTEGER NOT NULL,
    ahead INTEGER NOT NULL,
    PRIMARY KEY (day, step)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE alive (
    kind TEXT NOT NULL,    -- server, kiosk, display, printer
    id TEXT NOT NULL,      -- empty for the server
    began INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    PRIMARY KEY (kind, id, began)
  ) STRICT, WITHOUT ROWID;
`

/** What was told besides the range; null in rows written by older servers. */
export const toldWhole = `
  ALTER TABLE told ADD COLUMN median INTEGER; -- minutes
  ALTER TABLE told ADD COLUMN today REAL;     -- the chance of a call before the counters close
  ALTER TABLE told ADD COLUMN basis TEXT;     -- JSON: numbers that the forecast rested on
`

export const toldWidth = `
  ALTER TABLE told ADD COLUMN width REAL; -- by how much the range was widened; null in rows of older servers
`

/** For the reports: marks on the time axis, and monthly reports as they were made. */
export const keptReports = `
  CREATE TABLE marks (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    made_by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE month_reports (
    month TEXT NOT NULL,   -- 2026-11
    agency TEXT NOT NULL,  -- its part; empty: the hall
    made_at REAL NOT NULL,
    answer TEXT NOT NULL,  -- JSON
    PRIMARY KEY (month, agency)
  ) STRICT;
`

/**
 * How many only asked at the reception, by the hall's day. Keys are hashes of that day's requests, so that a repeated
 * one counts once; in no order, and without names.
 */
export const onlyAsked = `
  CREATE TABLE only_asked (
    day TEXT PRIMARY KEY,
    count INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE only_asked_keys (
    key BLOB PRIMARY KEY,
    day TEXT NOT NULL,
    tap TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`
