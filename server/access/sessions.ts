// Sessions of signed-in staff: a random cookie, of which only the hash is stored; they can be taken back at once.
import type { Database } from 'better-sqlite3'
import type { AccessActor } from './log.ts'
import { hashToken, newToken, type Random } from './secret.ts'
import { sessionEnd } from './session-end.ts'
import type { Staff, StaffTable } from './staff.ts'

/** More than anybody's browsers; the oldest ends when one more begins, so that the table stays small. */
const mostPerPerson = 20

/** From where somebody signed in: the address, and the browser and system in words; null where nobody knows. */
export interface Origin {
  readonly address: string | null
  readonly browser: string | null
  readonly system: string | null
}
const unknownOrigin: Origin = { address: null, browser: null, system: null }

/** Why a session ended: by its time, at another browser of its owner's, or by somebody who steers the account. */
export const endings = ['over', 'own', 'password', 'ended', 'reset', 'disabled'] as const

/** Who ended a session, and why. */
export interface Ending {
  readonly why: (typeof endings)[number]
  /** Null: nobody did, its time was over. */
  readonly by: AccessActor | null
}

/** For how long a browser can still be told, in milliseconds. */
const toldForMs = 24 * 60 * 60 * 1000

/** A session that goes on until `endsAt`, milliseconds since 1970. */
export interface Session {
  /** Names it for its owner; it opens nothing. */
  readonly id: string
  readonly staff: Staff
  readonly endsAt: number
}

/** A session as its owner sees it; times are milliseconds since 1970. */
export interface ListedSession extends Origin {
  readonly id: string
  readonly since: number
  readonly lastUsedAt: number
  readonly endsAt: number
}

interface Row extends Origin {
  hash: Buffer
  created_at: number
  ends_at: number
  last_used_at: number | null
}

export interface SessionParts {
  /** Milliseconds since 1970. */
  now: () => number
  /** The time that a session begins by; `now` by default. */
  beginsAt?: (() => number) | undefined
  /** Sessions that had ended then are over for good; `now` by default. */
  overAt?: (() => number) | undefined
  random: Random
  /** Called when a session may have ended. */
  changed: () => void
  /** When the hall's day at `at` ends, both milliseconds since 1970; null: nobody knows. */
  dayEndsAt: (at: number) => number | null
}

/** The sessions table. */
export function openSessions(
  db: Database,
  staff: StaffTable,
  { now, beginsAt = now, overAt = now, random, changed, dayEndsAt }: SessionParts,
) {
  /** When each was last used since the server started; not more entries than sessions. */
  const seen = new Map<string, number>()
  const columns = 'hash, created_at, ends_at, address, browser, system, last_used_at'
  const sql = {
    add: db.prepare<[Buffer, string, number, number, string | null, string | null, string | null]>(
      'INSERT INTO staff_session (hash, staff, created_at, ends_at, address, browser, system) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    find: db.prepare<[Buffer, number], { staff: string; ends_at: number }>(
      'SELECT staff, ends_at FROM staff_session WHERE hash = ? AND ends_at > ?',
    ),
    of: db.prepare<[string, number], Row>(
      `SELECT ${columns} FROM staff_session WHERE staff = ? AND ends_at > ? ORDER BY created_at DESC`,
    ),
    counts: db.prepare<[number], { staff: string; count: number }>(
      'SELECT staff, count(*) AS count FROM staff_session WHERE ends_at > ? GROUP BY staff',
    ),
    end: db.prepare<[Buffer]>('DELETE FROM staff_session WHERE hash = ?'),
    endOthers: db.prepare<[string, Buffer]>('DELETE FROM staff_session WHERE staff = ? AND hash <> ?'),
    // The one that begins stays, also where the clock was set back and it looks the oldest.
    tidy: db.prepare<
      [number, string, Buffer, number]
    >(`DELETE FROM staff_session WHERE ends_at <= ? OR hash IN
      (SELECT hash FROM staff_session WHERE staff = ? ORDER BY hash = ? DESC, created_at DESC LIMIT -1 OFFSET ?)`),
    note: db.prepare<[number, string, string | null, Buffer]>(
      'INSERT OR REPLACE INTO staff_session_ended (at, why, by, hash) SELECT ?, ?, ?, hash FROM staff_session WHERE hash = ?',
    ),
    noteOthers: db.prepare<[number, string, string | null, string, Buffer]>(
      'INSERT OR REPLACE INTO staff_session_ended (at, why, by, hash) SELECT ?, ?, ?, hash FROM staff_session WHERE staff = ? AND hash <> ?',
    ),
    noteOver: db.prepare<[number]>(
      "INSERT OR IGNORE INTO staff_session_ended (at, why, hash) SELECT ends_at, 'over', hash FROM staff_session WHERE ends_at <= ?",
    ),
    forget: db.prepare<[number]>('DELETE FROM staff_session_ended WHERE at <= ?'),
    ended: db.prepare<[Buffer], Ending & { at: number }>(
      'SELECT at, why, by FROM staff_session_ended WHERE hash = ?',
    ),
    endOf: db.prepare<[Buffer], number>('SELECT ends_at FROM staff_session WHERE hash = ?').pluck(),
    all: db.prepare<[], { hash: Buffer }>('SELECT hash FROM staff_session'),
    used: db.prepare<[number, Buffer]>('UPDATE staff_session SET last_used_at = ? WHERE hash = ?'),
  }
  const begin = db.transaction((hash: Buffer, staffId: string, from: Origin, at: number, endsAt: number) => {
    sql.add.run(hash, staffId, at, endsAt, from.address, from.browser, from.system)
    sql.noteOver.run(overAt())
    sql.forget.run(overAt() - toldForMs)
    sql.tidy.run(overAt(), staffId, hash, mostPerPerson)
  })
  const flush = db.transaction(() => {
    for (const { hash } of sql.all.all()) {
      const at = seen.get(idOf(hash))
      if (at !== undefined) sql.used.run(at, hash)
    }
    seen.clear()
  })
  const ofPerson = (staffId: string) => sql.of.all(staffId, now())

  return {
    /** Begins a session; the token is the cookie's value and is shown to nobody else. */
    begin(staffId: string, from: Origin = unknownOrigin): string {
      const token = newToken(random)
      const at = beginsAt()
      begin(hashToken(token), staffId, from, at, sessionEnd(at, dayEndsAt(at)))
      changed()
      return token
    },

    /** The session of this cookie at the time `at`; null if it is none, has ended, or the account is disabled. */
    find(token: string, at: number): Session | null {
      const hash = hashToken(token)
      const row = sql.find.get(hash, at)
      const person = row === undefined ? null : staff.byId(row.staff)
      return row === undefined || person === null || person.disabled
        ? null
        : { id: idOf(hash), staff: person, endsAt: row.ends_at }
    },

    /** Notes that a session was used. */
    saw(id: string, at: number): void {
      seen.set(id, at)
    },

    /** The sessions of a person, the newest first. */
    list: (staffId: string): ListedSession[] =>
      ofPerson(staffId).map(({ hash, created_at, ends_at, last_used_at, address, browser, system }) => {
        const id = idOf(hash)
        const lastUsedAt = seen.get(id) ?? last_used_at ?? created_at
        return { id, address, browser, system, since: created_at, lastUsedAt, endsAt: ends_at }
      }),

    /** How many sessions each person has, by staff id. */
    counts: (): Map<string, number> =>
      new Map(sql.counts.all(now()).map(({ staff: id, count }) => [id, count])),

    end(token: string): void {
      sql.end.run(hashToken(token))
      changed()
    },

    /** Ends one session of a person; false if there is none with this id. */
    endOne(staffId: string, id: string): boolean {
      const row = ofPerson(staffId).find(({ hash }) => idOf(hash) === id)
      if (row === undefined) return false
      sql.note.run(now(), 'own', `staff:${staffId}`, row.hash)
      sql.end.run(row.hash)
      changed()
      return true
    },

    /** Ends all sessions of a person, but for that of the cookie `except`; `ending`: what their browsers are told. */
    endAll(staffId: string, except: string | null, ending?: Ending): void {
      const kept = except === null ? Buffer.alloc(0) : hashToken(except)
      if (ending) sql.noteOthers.run(now(), ending.why, ending.by, staffId, kept)
      sql.endOthers.run(staffId, kept)
      changed()
    },

    /** What became of the session of this cookie, for a day; null where nobody knows. `at`: milliseconds since 1970. */
    endingOf(token: string): (Ending & { readonly at: number }) | null {
      const hash = hashToken(token)
      const known = sql.ended.get(hash)
      if (known) return known.at > now() - toldForMs ? known : null
      const over = sql.endOf.get(hash)
      return over !== undefined && over <= now() ? { why: 'over', by: null, at: over } : null
    },

    /** Writes when sessions were last used. Rarely called: it is not worth a disk write per request. */
    flush(): void {
      if (seen.size > 0) flush()
    },
  }
}

export type Sessions = ReturnType<typeof openSessions>

/** A few letters of the hash: they tell a person's sessions apart, and nobody finds the cookie from them. */
function idOf(hash: Buffer): string {
  return hash.toString('hex').slice(0, 16)
}

/** The id of the session that a cookie's value belongs to. */
export function sessionId(token: string): string {
  return idOf(hashToken(token))
}
