// Tables of what the reports keep, of what was watched beside the journal, of findings, facilities and evaluators'
// visits, and of what managers answered for evaluations. Each is a step of `../schema.ts` and is never changed.

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

// Tables of findings, facilities and evaluators' visits, and of managers' answers for evaluations. Each is a step of
// `../schema.ts` and is never changed.

/** Findings: their present state, each change, their files, who came to evaluate, and what the building has. */
export const findings = `
  CREATE TABLE findings (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    version INTEGER NOT NULL, -- of the last change in finding_changes
    fields TEXT NOT NULL,     -- JSON: FindingFields
    noted_by TEXT NOT NULL,   -- JSON: Doer
    noted_at REAL NOT NULL,
    noted_on TEXT NOT NULL,   -- the hall's day
    changed_at REAL NOT NULL,
    state_since TEXT NOT NULL -- the hall's day
  ) STRICT;
  CREATE TABLE finding_changes (
    finding TEXT NOT NULL,
    version INTEGER NOT NULL,
    at REAL NOT NULL,
    by TEXT NOT NULL,         -- JSON: Doer
    what TEXT NOT NULL,
    fields TEXT NOT NULL,     -- JSON
    note TEXT,
    PRIMARY KEY (finding, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE finding_evidence (
    id TEXT PRIMARY KEY,      -- the name of its file
    finding TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    version INTEGER NOT NULL, -- of the change that added it
    removed_at REAL
  ) STRICT;
  CREATE INDEX finding_evidence_of ON finding_evidence (finding);
  CREATE TABLE inspections (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT
  ) STRICT;
  CREATE TABLE facilities (
    id TEXT PRIMARY KEY,
    name TEXT,                -- JSON, by language; null: of the usual list
    state TEXT NOT NULL
  ) STRICT;
`

/** Managers' answers for evaluations; `reviewed_on` is the hall's day on which somebody last confirmed it. */
export const evaluationAnswers = `
  CREATE TABLE evaluation_answers (
    id TEXT PRIMARY KEY,
    answer TEXT NOT NULL,
    reviewed_on TEXT NOT NULL,
    by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`
