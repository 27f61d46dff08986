// The access log: who did what to accounts, sessions and devices. The journal tells the hall's day; this tells of the
// doors to it. It only grows: the table refuses to change or to forget a line (see store/schema.ts).
import type { Database } from 'better-sqlite3'

/** Everything that the log can tell. A word that was ever written stays here, as old lines go on using it. */
export const accessActions = [
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'session-ended',
  'password-changed',
  'password-reset',
  'account-made',
  'account-changed',
  'account-disabled',
  'account-enabled',
  'device-made',
  'device-enrolled',
  'device-revoked',
  'printer-tested',
  'media-added',
  'media-removed',
  'audit-exported',
] as const
export type AccessAction = (typeof accessActions)[number]

/** Who did it: somebody by id, the command on the server, the server itself, or a stranger. */
export type AccessActor = `staff:${string}` | `device:${string}` | 'command-line' | 'server' | 'stranger'

/** What it was done to, by id. */
export type AccessAbout = `staff:${string}` | `device:${string}` | `printer:${string}` | `media:${string}`

/** Small facts beside it: never a secret, and nothing that people typed but what an account, a device or a file is called. */
export type AccessDetail = Readonly<Record<string, string | number | boolean | null>>

export interface NewAccessLine {
  readonly by: AccessActor
  readonly action: AccessAction
  /** Null where there is nobody to name: a user name that nobody has. */
  readonly about: AccessAbout | null
  /** The agency that it concerns, whose supervisor may read it; null: the whole hall. */
  readonly agency: string | null
  readonly detail?: AccessDetail
}

/** A line as it stands; `at` is milliseconds since 1970, `seq` has no gap, `after` is the event it stands behind. */
export interface AccessLine extends Required<NewAccessLine> {
  readonly seq: number
  readonly at: number
  readonly after: number
}

/** Lines behind the events with `from` ≤ seq < `to`, of the time `since` ≤ at < `until`, whose own seq is below `before`. */
export interface AccessRange {
  readonly from: number
  readonly to: number
  readonly since: number
  readonly until: number
  readonly before: number
}

interface Row {
  seq: number
  at: number
  after: number
  by: string
  action: string
  about: string | null
  agency: string | null
  detail: string
}

/** How many lines are read at once. */
const page = 200

/** The log in an open database. `now` is milliseconds since 1970. */
export function openAccessLog(db: Database, now: () => number) {
  const add = db.prepare<[number, string, string, string | null, string | null, string]>(
    `INSERT INTO access_log (at, after_event, by, action, about, agency, detail)
     VALUES (?, (SELECT coalesce(max(seq), 0) FROM events), ?, ?, ?, ?, ?)`,
  )
  const read = db.prepare<AccessRange & { last: number; most: number }, Row>(
    `SELECT seq, at, after_event AS after, by, action, about, agency, detail FROM access_log
     WHERE after_event >= @from AND after_event < @to AND at >= @since AND at < @until AND seq < @before
       AND seq > @last ORDER BY after_event, seq LIMIT @most`,
  )

  return {
    /** Adds a line. Call it in the transaction of what it tells of, so that neither is there without the other. */
    write({ by, action, about, agency, detail = {} }: NewAccessLine): void {
      add.run(now(), by, action, about, agency, JSON.stringify(detail))
    },

    /** Lines in the order in which they were written, a few at a time, so that a long day needs no memory. */
    *read(range: AccessRange): Generator<AccessLine> {
      for (let last = 0; ;) {
        const rows = read.all({ ...range, last, most: page })
        yield* rows.map(line)
        const end = rows.at(-1)
        if (!end || rows.length < page) return
        last = end.seq
      }
    },
  }
}

export type AccessLog = ReturnType<typeof openAccessLog>

function line({ by, action, about, detail, ...row }: Row): AccessLine {
  return {
    ...row,
    by: by as AccessActor,
    action: action as AccessAction,
    about: about as AccessAbout | null,
    detail: readDetail(detail),
  }
}

/** Nothing of what is damaged; the check of the journal names the line. */
function readDetail(text: string): AccessDetail {
  try {
    return (JSON.parse(text) as AccessDetail | null) ?? {}
  } catch {
    return {}
  }
}
