// Sessions of signed-in staff: a random cookie, of which only the hash is stored; they can be ended at once.
import type { AccessActor } from './log.ts'
import { hashToken, newToken, type Random } from './secret.ts'
import type { Staff, StaffTable } from './staff.ts'

/** More than anybody has browsers; the oldest ends when one more begins, so that the table stays small. */
const mostPerPerson = 20

/** Where somebody signed in: the address, and browser and system in words; null if unknown. */
export interface Origin {
  readonly address: string | null
  readonly browser: string | null
  readonly system: string | null
}
const unknownOrigin: Origin = { address: null, browser: null, system: null }

/**
 * Why a session ended: its time was over, its owner ended it from another browser, a supervisor or manager ended it,
 * or the owner's agency is gone.
 */
export const endings = ['over', 'own', 'password', 'ended', 'reset', 'disabled', 'agency-gone'] as const

/** Who ended a session, and why. */
export interface Ending {
  readonly why: (typeof endings)[number]
  /** Null: nobody did, its time was over. */
  readonly by: AccessActor | null
}

/** For how long its browser can still be told, in milliseconds. */
const toldForMs = 24 * 60 * 60 * 1000

/** A session that lasts until `endsAt`, milliseconds since 1970. */
export interface Session {
  /** Identifies it to its owner; it opens nothing. */
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

/** When something ended, and why; milliseconds since 1970. */
type Noted = Ending & { readonly at: number }

/** What is stored about sessions, by the hash of their token; milliseconds since 1970. */
export interface StoredSessions {
  /**
   * Adds a session. Those that had ended by `overAt` are noted as over and removed, as are notes older than
   * `forgetUntil` and all but the newest `most` of the person's own; this one stays.
   */
  begin(
    session: Origin & {
      readonly hash: Buffer
      readonly staff: string
      readonly at: number
      readonly endsAt: number
    },
    tidy: { readonly overAt: number; readonly forgetUntil: number; readonly most: number },
  ): void
  /** One that lasts beyond `at`. */
  find(hash: Buffer, at: number): { readonly staff: string; readonly endsAt: number } | null
  /** Those that last beyond `at`, the newest first. */
  ofPerson(
    staff: string,
    at: number,
  ): (Omit<ListedSession, 'id' | 'lastUsedAt'> & {
    readonly hash: Buffer
    readonly lastUsedAt: number | null
  })[]
  /** How many last beyond `at`, by staff id. */
  counts(at: number): Map<string, number>
  /** Who has one that lasts beyond `at`. */
  people(at: number): Set<string>
  end(hash: Buffer, noted: Noted | null): void
  endAll(staff: string, except: Buffer | null, noted: Noted | null): void
  /** What was noted about one that ended. */
  endingOf(hash: Buffer): Noted | null
  /** When one that is still stored ends, or ended. */
  endOf(hash: Buffer): number | null
  /** Writes when sessions were last used; `at` knows only some of them. */
  used(at: (hash: Buffer) => number | undefined): void
}

export interface SessionParts {
  /** Milliseconds since 1970. */
  now: () => number
  /** The time from which a session's end is reckoned; `now` by default. */
  beginsAt?: (() => number) | undefined
  /** Sessions that have ended by this time are over for good; `now` by default. */
  overAt?: (() => number) | undefined
  random: Random
  /** Called when a session may have ended. */
  changed: () => void
  /** When the hall's day at `at` ends, both milliseconds since 1970; null: unknown. */
  dayEndsAt: (at: number) => number | null
}

/** The sessions of the staff. */
export function openSessions(
  stored: StoredSessions,
  staff: StaffTable,
  { now, beginsAt = now, overAt = now, random, changed, dayEndsAt }: SessionParts,
) {
  /** When each was last used since the server started; never more entries than sessions. */
  const seen = new Map<string, number>()
  return {
    /** Begins a session; the token is the cookie's value and is shown to nobody else. */
    begin(staffId: string, from: Origin = unknownOrigin): string {
      const token = newToken(random)
      const at = beginsAt()
      const { address, browser, system } = from
      stored.begin(
        {
          hash: hashToken(token),
          staff: staffId,
          at,
          endsAt: sessionEnd(at, dayEndsAt(at)),
          address,
          browser,
          system,
        },
        { overAt: overAt(), forgetUntil: overAt() - toldForMs, most: mostPerPerson },
      )
      changed()
      return token
    },

    /** The session of this cookie at the time `at`; null if there is none, it has ended, or the account is disabled. */
    find(token: string, at: number): Session | null {
      const hash = hashToken(token)
      const found = stored.find(hash, at)
      const person = found && staff.byId(found.staff)
      return found === null || person === null || person.disabled
        ? null
        : { id: idOf(hash), staff: person, endsAt: found.endsAt }
    },

    /** Notes that a session was used. */
    saw(id: string, at: number): void {
      seen.set(id, at)
    },

    /** The sessions of a person, the newest first. */
    list: (staffId: string): ListedSession[] =>
      stored.ofPerson(staffId, now()).map(({ hash, ...session }) => {
        const id = idOf(hash)
        return { ...session, id, lastUsedAt: seen.get(id) ?? session.lastUsedAt ?? session.since }
      }),

    /** How many sessions each person has, by staff id. */
    counts: (): Map<string, number> => stored.counts(now()),

    /** Who is signed in somewhere at `at`, by staff id. */
    people: (at: number): Set<string> => stored.people(at),

    end(token: string): void {
      stored.end(hashToken(token), null)
      changed()
    },

    /** Ends one session of a person; false if there is none with this id. */
    endOne(staffId: string, id: string): boolean {
      const found = stored.ofPerson(staffId, now()).find(({ hash }) => idOf(hash) === id)
      if (found === undefined) return false
      stored.end(found.hash, { why: 'own', by: `staff:${staffId}`, at: now() })
      changed()
      return true
    },

    /** Ends all sessions of a person except that of the cookie `except`; `ending`: what their browsers are told. */
    endAll(staffId: string, except: string | null, ending?: Ending): void {
      const kept = except === null ? null : hashToken(except)
      stored.endAll(staffId, kept, ending ? { ...ending, at: now() } : null)
      changed()
    },

    /** What became of the session of this cookie, for a day; null if unknown. `at`: milliseconds since 1970. */
    endingOf(token: string): (Ending & { readonly at: number }) | null {
      const hash = hashToken(token)
      const known = stored.endingOf(hash)
      if (known) return known.at > now() - toldForMs ? known : null
      const over = stored.endOf(hash)
      return over !== null && over <= now() ? { why: 'over', by: null, at: over } : null
    },

    /** Writes when sessions were last used. Rarely called: it is not worth a disk write per request. */
    flush(): void {
      if (seen.size === 0) return
      stored.used((hash) => seen.get(idOf(hash)))
      seen.clear()
    },
  }
}

export type Sessions = ReturnType<typeof openSessions>

/** A few letters of the hash: they tell a person's sessions apart, and do not reveal the cookie. */
function idOf(hash: Buffer): string {
  return hash.toString('hex').slice(0, 16)
}

/** The id of the session that a cookie's value belongs to. */
export function sessionId(token: string): string {
  return idOf(hashToken(token))
}

/** A working day with its overtime: nobody stays signed in for longer. */
export const sessionMs = 16 * 60 * 60 * 1000

/**
 * Somebody who signs in shortly before midnight still works after it: a rehearsal, a long day, counting the numbers.
 */
export const shortestMs = 4 * 60 * 60 * 1000

/**
 * When a session that begins at `at` ends: at the end of the hall's day, but not within four hours, and after sixteen
 * at the latest. All milliseconds since 1970; `dayEndsAt` null: unknown.
 */
export function sessionEnd(at: number, dayEndsAt: number | null): number {
  const latest = at + sessionMs
  return dayEndsAt === null ? latest : Math.min(latest, Math.max(dayEndsAt, at + shortestMs))
}

// Describes a session in words that its owner recognises: browser and system, from what the browser says about itself.

/** The order matters: browsers also name those further down. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Reads names out of a `User-Agent`; null if it is not one of the usual ones. */
export function browserOf(agent: string | undefined): { browser: string | null; system: string | null } {
  // A header of kilobytes is no browser's.
  const text = agent === undefined || agent.length > 1000 ? '' : agent
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(text))?.[1] ?? null
  return { browser: named(browsers), system: named(systems) }
}
