// Tables of what visitors say: complaints, answers to the survey, and its published reports.
// Each is a step of `../schema.ts` and is never changed.

/**
 * What visitors complain about, and what was done. `words`, and a step's `text`, are erased when their time is up; the
 * rows stay and are counted. Days are the hall's own (`2026-11-24`), times milliseconds since 1970, hashes SHA-256.
 */
export const complaints = `
  CREATE TABLE complaints (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    token BLOB NOT NULL UNIQUE, -- hash
    key BLOB UNIQUE,            -- hash of the request's idempotency key, for a day
    salt BLOB,
    service TEXT,
    agency TEXT,                -- null: the hall itself
    named TEXT NOT NULL,        -- JSON: what both were called
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'taken', 'answered', 'closed')),
    words TEXT,
    taken_by TEXT,
    answered_on TEXT,
    days INTEGER,               -- until the first answer, of those on which the hall was open
    late INTEGER NOT NULL,
    escalated_at INTEGER,
    erased_at INTEGER,
    moved_at INTEGER NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX complaints_to_do ON complaints (due) WHERE state IN ('received', 'taken');
  CREATE INDEX complaints_by_day ON complaints (day);
  CREATE INDEX complaints_with_words ON complaints (moved_at) WHERE erased_at IS NULL;
  CREATE TABLE complaint_steps (
    complaint TEXT NOT NULL REFERENCES complaints (id),
    nth INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    by TEXT,
    text TEXT,
    detail TEXT NOT NULL, -- JSON: ids and codes
    PRIMARY KEY (complaint, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sp4n (
    month TEXT PRIMARY KEY, -- 2026-11
    count INTEGER NOT NULL,
    by TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`

/**
 * What people answered, once it has left the survey's box (docs/survey.md): by month, never by day. The tallies are
 * sums of the same answers, so that a report over years reads only a few lines.
 */
export const surveys = `
  CREATE TABLE survey_questions (
    number INTEGER PRIMARY KEY,
    from_month TEXT NOT NULL,
    from_day TEXT NOT NULL, -- the first day on which it could be asked
    elements TEXT NOT NULL, -- JSON
    made_by TEXT NOT NULL
  ) STRICT;
  CREATE TABLE surveys (
    id TEXT PRIMARY KEY,     -- random
    month TEXT NOT NULL,
    service TEXT,            -- null: it counts for the agency alone
    agency TEXT,             -- null: for the hall alone
    questions INTEGER NOT NULL, -- the wording it was given to; 0: the usual one
    scores TEXT NOT NULL,    -- JSON
    excluded TEXT            -- why it does not count
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX surveys_of ON surveys (month, service);
  CREATE TABLE survey_tallies (
    month TEXT NOT NULL,
    service TEXT NOT NULL,   -- empty: none
    agency TEXT NOT NULL,
    questions INTEGER NOT NULL,
    element TEXT NOT NULL,   -- empty: the answers themselves; n counts them, total those that are excluded
    n INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (month, service, agency, questions, element)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE survey_words (
    id TEXT PRIMARY KEY,
    month TEXT NOT NULL,
    service TEXT,
    agency TEXT,
    text TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX survey_words_of ON survey_words (month);
  CREATE TABLE survey_profiles (
    month TEXT NOT NULL,
    question TEXT NOT NULL,
    value TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (month, question, value)
  ) STRICT, WITHOUT ROWID;
  -- What left the box last, so that it is not added twice after a power cut.
  CREATE TABLE survey_moved (one INTEGER PRIMARY KEY CHECK (one = 1), batch TEXT NOT NULL) STRICT;
  CREATE TABLE survey_quarters (
    at INTEGER PRIMARY KEY,  -- milliseconds since 1970: the beginning of a quarter of an hour
    count INTEGER NOT NULL
  ) STRICT;
`

/** The reports of the survey that were published. */
export const skmReports = `
  CREATE TABLE skm_reports (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    from_month TEXT NOT NULL, -- 2026-11
    to_month TEXT NOT NULL,   -- which is included
    at REAL NOT NULL,
    made_by TEXT NOT NULL,
    withdrawn_at REAL,        -- null: the public sees it
    report TEXT NOT NULL      -- JSON, as it was then
  ) STRICT;
`
