// Signing in and changing the password: the throttle, the check, the session, in that order.
import { setTimeout as pause } from 'node:timers/promises'
import type { Access } from './access.ts'
import { hashPassword, isPassword, passwordsBusy, weakness, type Weakness } from './password.ts'
import { plainUsername, type Account, type Staff } from './staff.ts'
import { slowDownMs } from './throttle.ts'
import type { Origin } from './sessions.ts'

/** A refusal: `slowDown` is how many milliseconds to hold the answer back, `retryAfter` seconds to wait. */
export type AccessRefusal =
  | { readonly refused: 'bad-credentials'; readonly slowDown: number }
  | { readonly refused: 'too-many-attempts'; readonly retryAfter: number }
  | { readonly refused: 'too-many-requests'; readonly retryAfter: number }
  | { readonly refused: 'weak-password'; readonly why: Weakness }
  | { readonly refused: 'password-expired' }
  | { readonly refused: 'agency-gone' }

export interface SignedIn {
  readonly staff: Staff
  /** The session cookie's value. */
  readonly token: string
}

/** Who tries to sign in, and from where. */
export interface Attempted extends Partial<Omit<Origin, 'address'>> {
  readonly username: string
  readonly password: string
  readonly address: string
}

/** Signs in. A user name that nobody has takes as long as a wrong password. */
export async function signIn(access: Access, given: Attempted): Promise<SignedIn | AccessRefusal> {
  const found = await check(access, given)
  if ('refused' in found) return found
  const why = whyNotIn(access, found)
  if (why !== null) {
    const { id, agency } = found
    const detail = { address: given.address, [why === 'agency-gone' ? 'agencyGone' : 'expired']: true }
    access.log.write({ by: 'stranger', action: 'sign-in-failed', about: `staff:${id}`, agency, detail })
    return { refused: why }
  }
  const { address, browser = null, system = null } = given
  let token = ''
  access.together(() => {
    token = access.sessions.begin(found.id, { address, browser, system })
    access.staff.signedIn(found.id)
    tell(access, found, 'signed-in', address)
  })
  return { staff: found, token }
}

/**
 * What keeps out somebody who knows the password; null: nothing. Nobody else is told, as it reveals that the account
 * exists.
 */
function whyNotIn(
  access: Access,
  { agency, oneTimeUntil }: Account,
): 'agency-gone' | 'password-expired' | null {
  if (agency !== null && access.isGone(agency)) return 'agency-gone'
  return oneTimeUntil !== null && oneTimeUntil <= access.now() ? 'password-expired' : null
}

/** Ends the session of the cookie `token`, which is this person's. */
export function signOut(access: Access, staff: Staff, token: string, address: string): void {
  access.together(() => {
    access.sessions.end(token)
    tell(access, staff, 'signed-out', address)
  })
}

/** What people do to their own accounts goes into the log. */
function tell(
  { log }: Access,
  { id, agency }: Staff,
  action: 'signed-in' | 'signed-out' | 'password-changed',
  address: string,
): void {
  log.write({ by: `staff:${id}`, action, about: `staff:${id}`, agency, detail: { address } })
}

/**
 * Changes a person's own password; their other sessions end, that of the cookie `token` stays. A wrong `current`
 * counts as a failed sign-in.
 */
export async function changePassword(
  access: Access,
  given: {
    staff: Staff
    token: string | null
    current: string
    next: string
    address: string
    /** Names of the agency and the hall: no password may consist of them alone. */
    names?: readonly string[]
  },
): Promise<Staff | AccessRefusal> {
  const { staff, next, names = [] } = given
  const why =
    next === given.current
      ? 'the-old-one'
      : await weakness(next, { username: staff.username, names: [staff.name, ...names] })
  if (why !== null) return { refused: 'weak-password', why }
  const before = access.staff.passwordOf(staff.username)
  const found = await check(access, {
    username: staff.username,
    password: given.current,
    address: given.address,
  })
  if ('refused' in found) return found
  const hash = await hashPassword(next, access.random)
  if (access.staff.passwordOf(staff.username) !== before) return { refused: 'bad-credentials', slowDown: 0 }
  access.together(() => {
    access.staff.setPassword(staff.id, { hash, mustChange: false })
    access.sessions.endAll(staff.id, given.token, { why: 'password', by: `staff:${staff.id}` })
    tell(access, staff, 'password-changed', given.address)
  })
  return { ...staff, mustChange: false, oneTimeUntil: null }
}

/** Whether it is really this person who asks, checked before something that can't be undone. Null: it is. */
export async function confirmPassword(
  access: Access,
  { staff, password, address }: { staff: Staff; password: string; address: string },
): Promise<AccessRefusal | null> {
  const found = await check(access, { username: staff.username, password, address })
  return 'refused' in found ? found : null
}

async function check(
  access: Access,
  { username, password, address }: { username: string; password: string; address: string },
): Promise<Account | AccessRefusal> {
  const name = plainUsername(username)
  const asking = access.throttle.isKnown(name, address) ? 'known' : 'stranger'
  if (passwordsBusy(asking)) return { refused: 'too-many-requests', retryAfter: 5 }
  const changedAt = access.staff.passwordChangedAt(name) ?? undefined
  const attempt = access.throttle.attempt(name, address, access.now(), changedAt)
  if (!attempt.allowed) return { refused: 'too-many-attempts', retryAfter: attempt.retryAfter }
  if (attempt.holdMs > 0) await pause(attempt.holdMs)
  const stored = access.staff.passwordOf(name)
  // The password may have been reset during the check: what was right then no longer is.
  const right = (await isPassword(password, stored, asking)) && access.staff.passwordOf(name) === stored
  const account = access.staff.byUsername(name)
  if (!right || account === null || account.disabled) {
    // Never the name that was typed: it may be a password in the wrong field.
    const about = account === null ? null : (`staff:${account.id}` as const)
    const agency = account?.agency ?? null
    access.log.write({ by: 'stranger', action: 'sign-in-failed', about, agency, detail: { address } })
    return { refused: 'bad-credentials', slowDown: slowDownMs(attempt.nth) }
  }
  access.throttle.succeeded(name, address, access.now())
  return account
}
