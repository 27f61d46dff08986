// The access log: who did what to accounts, sessions and devices. The journal tells the hall's day; this tells of the
// doors to it. It only grows: the table refuses to change or to forget a line (see schema.ts).
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
  'audit-exported',
] as const
export type AccessAction = (typeof accessActions)[number]

/** Who did it: somebody by id, the command on the server, the server itself, or a stranger. */
export type AccessActor = `staff:${string}` | `device:${string}` | 'command-line' | 'server' | 'stranger'

/** What it was done to, by id. */
export type AccessAbout = `staff:${string}` | `device:${string}` | `printer:${string}`

/** Small facts beside it: never a secret, and nothing that people typed but what an account or a device is called. */
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

/** A line as it stands; `at` is milliseconds since 1970, `seq` has no gap. */
export interface AccessLine extends Required<NewAccessLine> {
  readonly seq: number
  readonly at: number
}

/** Lines with `from` ≤ at < `to`, `after` < seq < `before`; in the order in which they were written, at most `limit`. */
export interface AccessRange {
  readonly from: number
  readonly to: number
  readonly after: number
  readonly before: number
  readonly limit: number
}

interface Row {
  seq: number
  at: number
  by: string
  action: string
  about: string | null
  agency: string | null
  detail: string
}

/** The log in an open database. `now` is milliseconds since 1970. */
export function openAccessLog(db: Database, now: () => number) {
  const add = db.prepare<[number, string, string, string | null, string | null, string]>(
    'INSERT INTO access_log (at, by, action, about, agency, detail) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const read = db.prepare<AccessRange, Row>(`SELECT seq, at, by, action, about, agency, detail FROM access_log
    WHERE seq > @after AND seq < @before AND at >= @from AND at < @to ORDER BY seq LIMIT @limit`)

  return {
    /** Adds a line. Call it in the transaction of what it tells of, so that neither is there without the other. */
    write({ by, action, about, agency, detail = {} }: NewAccessLine): void {
      add.run(now(), by, action, about, agency, JSON.stringify(detail))
    },

    read: (range: AccessRange): AccessLine[] => read.all(range).map(line),
  }
}

export type AccessLog = ReturnType<typeof openAccessLog>

function line({ by, action, about, detail, ...row }: Row): AccessLine {
  return {
    ...row,
    by: by as AccessActor,
    action: action as AccessAction,
    about: about as AccessAbout | null,
    detail: JSON.parse(detail) as AccessDetail,
  }
}
