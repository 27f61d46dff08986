// The tables, as the list of steps that made them, and whether they are still what those steps make. A step that was
// ever released is never changed: a new one is added, and `PRAGMA user_version` says how many a database has seen.
import Database from 'better-sqlite3'
import { linkAll } from './journal/link.ts'

/**
 * People and devices. They are not part of the hall's day: no event ever touches them. Secrets are kept as hashes
 * only: passwords by scrypt, cookies and links by SHA-256 (they are 256 random bits). Times are milliseconds since
 * 1970.
 */
const accessSchema = `
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'supervisor', 'manager')),
  agency TEXT CHECK ((agency IS NULL) = (role = 'manager')),
  password TEXT NOT NULL,
  must_change INTEGER NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  password_changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_session (
  hash BLOB PRIMARY KEY,
  staff TEXT NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_session_of ON staff_session (staff);

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'display')),
  zone TEXT,
  label TEXT,
  created_at INTEGER NOT NULL,
  enrolled_at INTEGER,
  last_seen_at INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE TABLE device_link (
  hash BLOB PRIMARY KEY,
  device TEXT NOT NULL REFERENCES device (id),
  ends_at INTEGER,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE device_key (
  hash BLOB PRIMARY KEY,
  device TEXT NOT NULL REFERENCES device (id),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX device_key_of ON device_key (device);
`

/** The step after: what a display shows, as JSON. */
const deviceLayouts = 'ALTER TABLE device ADD COLUMN layout TEXT;'

/** The step after: who did what to accounts, sessions and devices. It only grows, as the journal does. */
const accessLogTable = `
CREATE TABLE access_log (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  after_event INTEGER NOT NULL, -- seq of the last event then: its place in the journal, whatever the clock said
  by TEXT NOT NULL,
  action TEXT NOT NULL,
  about TEXT,
  agency TEXT,
  detail TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX access_log_place ON access_log (after_event);
CREATE TRIGGER access_log_stays BEFORE UPDATE ON access_log
  BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
  BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
`

/** And after: until when a one-time password is valid, and where sessions are. */
const accountsAndSessions = `
ALTER TABLE staff ADD COLUMN one_time_until INTEGER;
ALTER TABLE staff ADD COLUMN last_sign_in_at INTEGER;
ALTER TABLE staff_session ADD COLUMN address TEXT;
ALTER TABLE staff_session ADD COLUMN browser TEXT;
ALTER TABLE staff_session ADD COLUMN system TEXT;
ALTER TABLE staff_session ADD COLUMN last_used_at INTEGER;
`

/** And after: from where people have signed in, beginning with the sessions there are; and no link is good for ever. */
export const addressesAndLinks = `
CREATE TABLE staff_address (
  staff TEXT NOT NULL REFERENCES staff (id),
  network TEXT NOT NULL, -- an IPv4 address, or the first half of one of IPv6
  last_at INTEGER NOT NULL,
  PRIMARY KEY (staff, network)
) STRICT, WITHOUT ROWID;
INSERT INTO staff_address
  SELECT staff, address, max(created_at) FROM staff_session
  WHERE address IS NOT NULL AND address NOT LIKE '%:%' GROUP BY staff, address;
UPDATE device_link
  SET ends_at = (SELECT created_at + 86400000 FROM device WHERE device.id = device_link.device)
  WHERE ends_at IS NULL;
`

/** And after: why a session ended, so that the browser it was open in can be told. */
const endedSessions = `
CREATE TABLE staff_session_ended (
  hash BLOB PRIMARY KEY,
  at INTEGER NOT NULL,
  why TEXT NOT NULL,
  by TEXT -- who ended it; null: nobody, its time was over
) STRICT, WITHOUT ROWID;
`

/** SQL, or what only a program can do; both within the one transaction of all steps. */
export type Migration = string | ((db: Database.Database) => void)

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
function links(db: Database.Database): void {
  db.exec(`ALTER TABLE events ADD COLUMN link TEXT NOT NULL DEFAULT ''; DROP TRIGGER events_stay;`)
  linkAll(db)
  db.exec(eventsStay)
}

/** The few days that were opened again are found in the same way as those that began. */
const reopenings = `CREATE INDEX day_reopenings ON events (seq, day) WHERE type = 'day-reopened';`

/** The plan that is being worked on: one row that stays, so that its number is never given again. And revisions are found. */
const planDraft = `
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

const proposals = `
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

/** Plans by the hash of their text, as journal/plans.ts says. What older servers wrote keeps its plan in the event. */
const plans = `
  CREATE TABLE plans (
    hash TEXT PRIMARY KEY, -- SHA-256 of the text, base64url
    text TEXT NOT NULL     -- JSON
  ) STRICT;
  CREATE TRIGGER plans_stay BEFORE UPDATE ON plans
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER plans_are_kept BEFORE DELETE ON plans
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`

const draftMarks = `
  ALTER TABLE plan_draft ADD COLUMN marks TEXT; -- JSON: who wrote which field last; null: nobody noted it
`

/** The few events about emergency numbers are found by the day and by the number that they are about. */
const paper = `
  CREATE INDEX paper_sheets ON events (seq) WHERE type IN ('paper-printed', 'numbers-raised', 'back-up-chosen');
  CREATE INDEX paper_days ON events (json_extract(data, '$.of'), seq)
    WHERE type IN ('paper-entered', 'paper-taken-back');
  CREATE INDEX paper_slips ON events (json_extract(data, '$.entry.sheet'), seq)
    WHERE type IN ('paper-entered', 'paper-taken-back');
`

/** What was watched beside the journal. Times are milliseconds since 1970. */
const watched = `
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

/** What was told besides the range; null in rows of older servers. */
const toldWhole = `
  ALTER TABLE told ADD COLUMN median INTEGER; -- minutes
  ALTER TABLE told ADD COLUMN today REAL;     -- the chance of a call before the counters close
  ALTER TABLE told ADD COLUMN basis TEXT;     -- JSON: numbers that the forecast rested on
`

const toldWidth = `
  ALTER TABLE told ADD COLUMN width REAL; -- by how much the range was widened; null in rows of older servers
`

/**
 * Facts as the definitions need them, and beside them the spans of counters, the names of each day, and of which days there
 * are facts (`fact_days`). The rows that are there stay, as well as they can be read, until their day is made again from the
 * journal: a day without a row in `fact_days` is due for that.
 */
const wholeFacts = `
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

/** Of the reports: marks on the time axis, and the month's report as it was made. */
const keptReports = `
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
 * What visitors complain about, with what was done. `words`, and `text` of a step, are erased when their time is over; the
 * rows stay and are counted. Days are the hall's own (`2026-11-24`), times milliseconds since 1970, hashes SHA-256.
 */
const complaints = `
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

/** Of findings: what they are now, each change of them, their files, who came to evaluate, and what the building has. */
const findings = `
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

/**
 * Tablets that ask what people think are devices too: the table is made again, as SQLite changes no check. Its links and
 * keys refer to it by name, and find the same devices at the end of the transaction.
 */
function surveyTablets(db: Database.Database): void {
  db.transaction(() =>
    db.exec(`
      PRAGMA defer_foreign_keys = ON;
      CREATE TEMP TABLE device_before AS SELECT * FROM device;
      DROP TABLE device;
      CREATE TABLE device (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'display', 'survey')),
        zone TEXT,
        label TEXT,
        created_at INTEGER NOT NULL,
        enrolled_at INTEGER,
        last_seen_at INTEGER,
        revoked_at INTEGER,
        layout TEXT
      ) STRICT;
      INSERT INTO device
        SELECT id, kind, zone, label, created_at, enrolled_at, last_seen_at, revoked_at, layout FROM device_before;
      DROP TABLE device_before;
    `),
  )()
}

/**
 * What people answered, once it has left the survey's box (docs/survey.md): by the month, never by the day. The tallies
 * are the sums of the same answers, so that a report of years reads a few lines.
 */
const surveys = `
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

/** What managers answered for evaluations; `reviewed_on` is the hall's day on which somebody last said that it is so. */
const evaluationAnswers = `
  CREATE TABLE evaluation_answers (
    id TEXT PRIMARY KEY,
    answer TEXT NOT NULL,
    reviewed_on TEXT NOT NULL,
    by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`

/** The reports of the survey that were published. */
const skmReports = `
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

/**
 * How many only asked at the reception, by the hall's day. Keys are hashes of that day's requests, so that one that comes again
 * counts once; in no order, and with nobody's name.
 */
const onlyAsked = `
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

/** Documents that were handed over at a finish; null: nobody noted it. */
const factDocuments = 'ALTER TABLE facts ADD COLUMN documents INTEGER;'

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

/** Takes the steps from the one numbered `from` on, within the transaction that is open. */
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

function partsMade(): Part[] {
  const db = new Database(':memory:')
  try {
    migrate(db)
    return partsOf(db)
  } finally {
    db.close()
  }
}
