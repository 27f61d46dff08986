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
