// Who is there now: staff that are signed in somewhere, as a supervisor sees them, and how kiosks and displays say
// they are.
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

// What kiosks and displays report about themselves: in memory only, as each reports again within a minute of a
// restart.

export interface Report {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The version of the page that the device shows. */
  readonly version: string
  /** The page's width and height on the screen, in CSS pixels; null if it did not say. */
  readonly screen: { readonly width: number; readonly height: number } | null
  /** Milliseconds by which its clock is ahead of the server's computer; null if it did not say. */
  readonly clockOffsetMs: number | null
  /** How much of the browser's memory the page takes, in MB; null if the browser does not say. */
  readonly memoryMb: number | null
}

/**
 * Opens an empty store of reports. `heard` is called for each. Only enrolled devices report, so the store stays small.
 */
export function openReports({ now, heard }: { now: () => number; heard: () => void }) {
  const reports = new Map<string, Report>()
  return {
    /** Milliseconds since 1970 at which listening began: before that, a device could not report. */
    since: now(),
    of: (device: string): Report | null => reports.get(device) ?? null,
    add(device: string, report: Omit<Report, 'at'>): void {
      reports.set(device, { ...report, at: now() })
      heard()
    },
    forget: (device: string): void => void reports.delete(device),
  }
}

export type Reports = ReturnType<typeof openReports>
