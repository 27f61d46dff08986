// The access log: who did what to accounts, sessions and devices. The journal tells the hall's day; this tells who
// was let in. It only grows: its table refuses to change or delete a line.

/** All entries that the log can hold. One that was ever written stays here, because old lines still use it. */
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
  'hall-begun',
  'data-copied',
  'rows-exported',
  'mark-added',
  'mark-removed',
  'finding-noted',
  'finding-changed',
  'evidence-added',
  'evidence-removed',
  'evaluation-visit-noted',
  'facility-changed',
  'questions-added',
  'answer-excluded',
  'evaluation-made',
  'skm-published',
  'skm-withdrawn',
] as const
export type AccessAction = (typeof accessActions)[number]

/** Who did it: somebody by id, the command on the server, the server itself, or a stranger. */
export type AccessActor = `staff:${string}` | `device:${string}` | 'command-line' | 'server' | 'stranger'

/** To whom or what it was done, by id. */
export type AccessAbout = `staff:${string}` | `device:${string}` | `printer:${string}` | `media:${string}`

/** A few more facts: never a secret, and of what people typed only the names of accounts, devices and files. */
export type AccessDetail = Readonly<Record<string, string | number | boolean | null>>

export interface NewAccessLine {
  readonly by: AccessActor
  readonly action: AccessAction
  /** Null if there is nobody to name, as for a user name that nobody has. */
  readonly about: AccessAbout | null
  /** The agency that it concerns, whose supervisor may read it; null: the whole hall. */
  readonly agency: string | null
  readonly detail?: AccessDetail
}

/** A line as it is stored; `at` is milliseconds since 1970, `seq` has no gap, `after` is the event that it follows. */
export interface AccessLine extends Required<NewAccessLine> {
  readonly seq: number
  readonly at: number
  readonly after: number
}

/**
 * Lines after the events with `from` ≤ seq < `to`, of the time `since` ≤ at < `until`, whose own seq is below
 * `before`.
 */
export interface AccessRange {
  readonly from: number
  readonly to: number
  readonly since: number
  readonly until: number
  readonly before: number
}

export interface AccessLog {
  /** Adds a line. Call it in the same transaction as the change, so that neither exists without the other. */
  write(line: NewAccessLine): void
  /** Lines in the order in which they were written, a few at a time, so that a long day needs little memory. */
  read(range: AccessRange): Generator<AccessLine>
}
