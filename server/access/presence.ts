// Which of the staff are signed in somewhere now, for supervisors to see.
import type { Sessions } from './sessions.ts'
import type { Account, StaffTable } from './staff.ts'

export type Present = Pick<Account, 'id' | 'username' | 'name' | 'role' | 'agency'> & {
  readonly signedIn: boolean
}

/** A busy hall asks many times a second, but people come and go a few times an hour. Milliseconds. */
const KEPT = 1_000

/** `now`: the time that sessions go by, milliseconds since 1970. */
export function openPresence(staff: StaffTable, sessions: Pick<Sessions, 'people'>, now: () => number) {
  let kept: { readonly at: number; readonly people: readonly Present[] } | null = null

  return {
    /** Everyone who may sign in, in the order of the accounts; at most a second old, unless `forget` was called. */
    people(): readonly Present[] {
      const at = now()
      if (kept && at >= kept.at && at - kept.at < KEPT) return kept.people
      const there = sessions.people(at)
      const people = staff
        .list()
        .filter(({ disabled }) => !disabled)
        .map(({ id, username, name, role, agency }) => {
          return { id, username, name, role, agency, signedIn: there.has(id) }
        })
      kept = { at, people }
      return people
    },

    /** Somebody signed in or out, or lost their account. */
    forget(): void {
      kept = null
    },
  }
}
