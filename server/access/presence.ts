// Who of the staff is signed in somewhere now: what a supervisor sees of the people.
import type { Database } from 'better-sqlite3'
import type { Account, StaffTable } from './staff.ts'

export type Present = Pick<Account, 'id' | 'username' | 'name' | 'role' | 'agency'> & {
  readonly signedIn: boolean
}

/** A busy hall asks many times a second, and people come and go a few times an hour. Milliseconds. */
const KEPT = 1_000

/** `now`: the system's time, milliseconds since 1970, as sessions count it. */
export function openPresence(db: Database, staff: StaffTable, now: () => number) {
  const signedIn = db
    .prepare<[number], string>('SELECT DISTINCT staff FROM staff_session WHERE ends_at > ?')
    .pluck()
  let kept: { readonly at: number; readonly people: readonly Present[] } | null = null

  return {
    /** All who may sign in, in the order of the accounts; at most a second old, unless `forget` was called. */
    people(): readonly Present[] {
      const at = now()
      if (kept && at >= kept.at && at - kept.at < KEPT) return kept.people
      const there = new Set(signedIn.all(at))
      const people = staff
        .list()
        .filter(({ disabled }) => !disabled)
        .map(({ id, username, name, role, agency }) => {
          return { id, username, name, role, agency, signedIn: there.has(id) }
        })
      kept = { at, people }
      return people
    },

    /** Somebody signed in or out, or lost the account. */
    forget(): void {
      kept = null
    },
  }
}
