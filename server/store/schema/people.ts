// Tables of people and devices. They are not part of the hall's day: no event ever touches them.
// Each is a step of `../schema.ts` and is never changed.
import type Database from 'better-sqlite3'

/**
 * People and devices. They are not part of the hall's day: no event ever touches them. Secrets are kept as hashes
 * only: passwords by scrypt, cookies and links by SHA-256 (they are 256 random bits). Times are milliseconds since
 * 1970.
 */
export const accessSchema = `
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

/** What a display shows, as JSON. */
export const deviceLayouts = 'ALTER TABLE device ADD COLUMN layout TEXT;'

/** Who did what to accounts, sessions and devices. Like the journal, it only grows. */
export const accessLogTable = `
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

/** Until when a one-time password is valid, and where sessions are. */
export const accountsAndSessions = `
ALTER TABLE staff ADD COLUMN one_time_until INTEGER;
ALTER TABLE staff ADD COLUMN last_sign_in_at INTEGER;
ALTER TABLE staff_session ADD COLUMN address TEXT;
ALTER TABLE staff_session ADD COLUMN browser TEXT;
ALTER TABLE staff_session ADD COLUMN system TEXT;
ALTER TABLE staff_session ADD COLUMN last_used_at INTEGER;
`

/** Where people have signed in from, beginning with the existing sessions; and links that expire. */
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

/** Why a session ended, so that its browser can be told. */
export const endedSessions = `
CREATE TABLE staff_session_ended (
  hash BLOB PRIMARY KEY,
  at INTEGER NOT NULL,
  why TEXT NOT NULL,
  by TEXT -- who ended it; null: nobody, its time was over
) STRICT, WITHOUT ROWID;
`

/** SQL, or what only code can do; both within the one transaction of all steps. */
export type Migration = string | ((db: Database.Database) => void)

/**
 * Tablets that ask what people think are devices too: the table is made again, because SQLite can't change a check.
 * Links and keys refer to it by name, and find the same devices at the end of the transaction.
 */
export function surveyTablets(db: Database.Database): void {
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
