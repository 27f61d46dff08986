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
