// Sessions of signed-in staff: a random cookie, of which only the hash is stored; they can be taken back at once.
import type { Database } from 'better-sqlite3'
import { hashToken, newToken, type Random } from './secret.ts'
import type { Staff, StaffTable } from './staff.ts'

/** A working day with its overtime: nobody signs in twice a day, nobody stays signed in overnight. */
export const sessionMs = 16 * 60 * 60 * 1000

/** More than anybody's browsers; the oldest ends when one more begins, so that the table stays small. */
const mostPerPerson = 20

/** A session that goes on until `endsAt`, milliseconds since 1970. */
export interface Session {
  readonly staff: Staff
  readonly endsAt: number
}

/** The sessions table. `now` is milliseconds since 1970; `changed` is called when a session may have ended. */
export function openSessions(
  db: Database,
  staff: StaffTable,
  { now, random, changed }: { now: () => number; random: Random; changed: () => void },
) {
  const sql = {
    add: db.prepare<[Buffer, string, number, number]>('INSERT INTO staff_session VALUES (?, ?, ?, ?)'),
    find: db.prepare<[Buffer, number], { staff: string; ends_at: number }>(
      'SELECT staff, ends_at FROM staff_session WHERE hash = ? AND ends_at > ?',
    ),
    end: db.prepare<[Buffer]>('DELETE FROM staff_session WHERE hash = ?'),
    endOthers: db.prepare<[string, Buffer]>('DELETE FROM staff_session WHERE staff = ? AND hash <> ?'),
    tidy: db.prepare<[number, string, number]>(`DELETE FROM staff_session WHERE ends_at <= ? OR hash IN
      (SELECT hash FROM staff_session WHERE staff = ? ORDER BY created_at DESC LIMIT -1 OFFSET ?)`),
  }
  const begin = db.transaction((hash: Buffer, staffId: string, at: number, endsAt: number) => {
    sql.add.run(hash, staffId, at, endsAt)
    sql.tidy.run(at, staffId, mostPerPerson)
  })

  return {
    /** Begins a session; the token is the cookie's value and is shown to nobody else. */
    begin(staffId: string): string {
      const token = newToken(random)
      const at = now()
      begin(hashToken(token), staffId, at, at + sessionMs)
      changed()
      return token
    },

    /** The session of this cookie at the time `at`; null if it is none, has ended, or the account is disabled. */
    find(token: string, at: number): Session | null {
      const row = sql.find.get(hashToken(token), at)
      const person = row === undefined ? null : staff.byId(row.staff)
      return row === undefined || person === null || person.disabled
        ? null
        : { staff: person, endsAt: row.ends_at }
    },

    end(token: string): void {
      sql.end.run(hashToken(token))
      changed()
    },

    /** Ends all sessions of a person, but for that of the cookie `except`. */
    endAll(staffId: string, except: string | null): void {
      sql.endOthers.run(staffId, except === null ? Buffer.alloc(0) : hashToken(except))
      changed()
    },
  }
}

export type Sessions = ReturnType<typeof openSessions>
