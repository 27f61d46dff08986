// Tables of the facts, made from the journal, from which days that are over are counted. Each is a step of
// `../schema.ts` and is never changed.

export const facts = `
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
export const factReasons = `
  ALTER TABLE facts ADD COLUMN reason TEXT;
  ALTER TABLE facts ADD COLUMN call_reason TEXT;
  ALTER TABLE facts ADD COLUMN returns INTEGER NOT NULL DEFAULT 0;
`

/**
 * Facts as the definitions need them, and beside them the spans of counters, the names of each day, and which days
 * have facts (`fact_days`). Existing rows stay, as far as they can be read, until their day is made again from the
 * journal: a day without a row in `fact_days` is due for that.
 */
export const wholeFacts = `
  ALTER TABLE facts RENAME TO facts_before;
  CREATE TABLE facts (
    day TEXT NOT NULL,
    visit TEXT NOT NULL,
    step TEXT NOT NULL,
    number TEXT NOT NULL,
    service TEXT NOT NULL,
    agency TEXT NOT NULL,
    zone TEXT,
    counter TEXT,
    staff TEXT,
    priority INTEGER NOT NULL,
    come_to_me INTEGER NOT NULL,
    language TEXT NOT NULL,
    came_by TEXT NOT NULL,
    from_step TEXT,
    taken_at REAL NOT NULL,
    hour INTEGER NOT NULL,
    waits_from REAL,
    waited_seconds REAL,
    waited_open_seconds REAL,
    uncalled_seconds REAL,
    elsewhere_seconds REAL NOT NULL,
    walking_seconds REAL NOT NULL,
    aside_seconds REAL NOT NULL,
    slip_seconds REAL NOT NULL,
    rest_seconds REAL NOT NULL,
    called_at REAL,
    leading_call_at REAL,
    started_at REAL,
    ended_at REAL,
    walk_seconds REAL,
    served_seconds REAL,
    calls INTEGER NOT NULL,
    not_heard INTEGER NOT NULL,
    slips_failed INTEGER NOT NULL,
    status TEXT NOT NULL,
    outcome TEXT,
    result TEXT NOT NULL, -- what it counts as: resultOf in reports/facts/fact.ts
    missing TEXT NOT NULL, -- JSON list of requirement ids, as the next one
    lacks TEXT NOT NULL,
    reason TEXT,
    call_reason TEXT,
    returns INTEGER NOT NULL,
    ended_by TEXT,
    blocked INTEGER NOT NULL,
    level_seconds REAL NOT NULL,
    phase TEXT NOT NULL,
    operation TEXT NOT NULL,
    PRIMARY KEY (day, visit, step)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO facts
    SELECT day, visit, step, number, service, agency, NULL, counter, staff, priority, come_to_me, language,
      iif(returns, 'return', 'ticket'), NULL, taken_at, 0, taken_at,
      iif(called_at IS NULL, NULL, waited_seconds), iif(called_at IS NULL, NULL, waited_seconds),
      iif(called_at IS NULL, waited_seconds, NULL), 0, 0, 0, 0, 0,
      called_at, iif(started_at IS NULL, NULL, called_at), started_at, ended_at, NULL, served_seconds,
      calls, 0, 0, status, outcome,
      CASE WHEN outcome IS NOT NULL THEN outcome
        WHEN status NOT IN ('cancelled', 'expired') THEN 'open'
        WHEN called_at IS NULL THEN 'left' ELSE 'no-show' END,
      iif(outcome = 'incomplete', missing, '[]'), iif(outcome = 'incomplete', '[]', missing),
      reason, call_reason, returns,
      CASE status WHEN 'cancelled' THEN 'visitor' WHEN 'expired' THEN 'day' END, 0, 900, 'open', 'regular'
    FROM facts_before;
  DROP TABLE facts_before;
  CREATE TABLE counter_spans (
    day TEXT NOT NULL,
    counter TEXT NOT NULL,
    from_at REAL NOT NULL,
    agency TEXT NOT NULL,
    zone TEXT NOT NULL,
    staff TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'paused')),
    reason TEXT,
    to_at REAL NOT NULL,
    serving_seconds REAL NOT NULL,
    idle_seconds REAL NOT NULL,
    PRIMARY KEY (day, counter, from_at)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE names (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    from_day TEXT NOT NULL, -- and until another row of it begins
    name TEXT NOT NULL,     -- JSON, by language
    PRIMARY KEY (kind, id, from_day)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE fact_days (
    day TEXT PRIMARY KEY,
    mark INTEGER NOT NULL,    -- grows whenever facts of any day are made
    version INTEGER NOT NULL, -- of the definitions: facts of an older one are made again
    made_of TEXT NOT NULL,    -- which events: where they differ, the facts are made again
    carries INTEGER NOT NULL, -- 1: somebody was served over its midnight, so the next day's events count as well
    hours TEXT,               -- JSON; null if nobody opened the hall on that day
    fault TEXT                -- why its events make no facts: what is there stays as it was
  ) STRICT, WITHOUT ROWID;
`

/** Documents that were handed over at a finish; null: nobody noted it. */
export const factDocuments = 'ALTER TABLE facts ADD COLUMN documents INTEGER;'
