// What managers and supervisors do to the accounts of others, and what nobody may do to whom.
import type { Access } from './access.ts'
import { hashPassword } from './password.ts'
import { newPassword } from './secret.ts'
import type { Account, Rights, Staff } from './staff.ts'

/** A refusal; `last-manager` comes before `own-account`, as it says more. */
export interface SteerRefusal {
  readonly refused: 'not-allowed' | 'own-account' | 'last-manager' | 'username-taken'
}

/** An account after the change, with the one-time password if it got one. */
export interface Steered {
  readonly account: Account
  readonly password: string
}

/** A manager steers all accounts, a supervisor those of the officers of the same agency. */
export function maySteer(actor: Staff, account: Pick<Account, 'role' | 'agency'>): boolean {
  if (actor.role === 'manager') return true
  return actor.role === 'supervisor' && account.role === 'officer' && account.agency === actor.agency
}

/** Why this person may not sign the owner of that account out, null if they may. Nobody may do so to themselves. */
export function whyNotOut(actor: Staff, account: Account): SteerRefusal | null {
  if (!maySteer(actor, account)) return { refused: 'not-allowed' }
  return actor.id === account.id ? { refused: 'own-account' } : null
}

/** Why this person may not take rights from that account, null if they may. The hall always has a manager. */
export function whyNotLess(access: Access, actor: Staff, account: Account): SteerRefusal | null {
  const why = whyNotOut(actor, account)
  const isManager = account.role === 'manager' && !account.disabled
  const isLast = why?.refused !== 'not-allowed' && isManager && access.staff.isLastManager(account.id)
  return isLast ? { refused: 'last-manager' } : why
}

/** Makes an account with a one-time password. An invalid user name is a bug of the caller. */
export async function makeAccount(
  access: Access,
  actor: Staff,
  given: { username: string; name: string } & Rights,
): Promise<Steered | SteerRefusal> {
  if (!maySteer(actor, given)) return { refused: 'not-allowed' }
  if (access.staff.byUsername(given.username) !== null) return { refused: 'username-taken' }
  const password = newPassword(access.random)
  const hash = await hashPassword(password, access.random)
  return access.together(() => {
    const made = access.staff.add({ ...given, password: hash, mustChange: true, oneTime: true })
    const account = made && access.staff.byId(made.id)
    if (account === null) return { refused: 'username-taken' }
    const { id, agency, username, role } = account
    const about = `staff:${id}` as const
    const detail = { username, role }
    access.log.write({ by: `staff:${actor.id}`, action: 'account-made', about, agency, detail })
    return { account, password }
  })
}

/** Changes name or rights. New rights apply from the person's next request. */
export function changeAccount(
  access: Access,
  actor: Staff,
  account: Account,
  next: { name: string } & Rights,
): Account | SteerRefusal {
  if (!maySteer(actor, account) || !maySteer(actor, next)) return { refused: 'not-allowed' }
  const why = next.role === account.role ? null : whyNotLess(access, actor, account)
  if (why !== null) return why
  return access.together(() => {
    access.change(account.id, next)
    const about = `staff:${account.id}` as const
    const detail = { name: next.name, role: next.role, agency: next.agency }
    const { agency } = account
    access.log.write({ by: `staff:${actor.id}`, action: 'account-changed', about, agency, detail })
    return access.staff.byId(account.id) ?? account
  })
}

/** Ends all sessions of a person. */
export function endSessions(access: Access, actor: Staff, { id, agency }: Account): void {
  access.together(() => {
    access.sessions.endAll(id, null, { why: 'ended', by: `staff:${actor.id}` })
    const detail = { all: true }
    access.log.write({
      by: `staff:${actor.id}`,
      action: 'session-ended',
      about: `staff:${id}`,
      agency,
      detail,
    })
  })
}
