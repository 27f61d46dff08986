// A list of people, as read from a spreadsheet: accounts are made, changed, closed and opened, all of them or none.
// Anyone not on the list stays as they are.
import type { Access } from './access.ts'
import { hashPassword } from './password.ts'
import { newPassword } from './secret.ts'
import type { Account, NewAccount, Rights, Staff } from './staff.ts'
import { maySteer, whyNotLess } from './steer.ts'

/** Somebody on the list. `role` and `agency` are as they were written, null if left blank. */
export interface ListedPerson {
  readonly username: string
  readonly name: string
  readonly role: Staff['role'] | null
  readonly agency: string | null
  readonly disabled: boolean
}

/** Why somebody's line cannot be taken, and which column is at fault. */
export interface ListFault {
  readonly code:
    | 'person-name'
    | 'person-role'
    | 'person-agency'
    | 'person-not-yours'
    | 'person-own'
    | 'person-holds'
    | 'person-closed'
  readonly field: 'username' | 'name' | 'role' | 'agency' | 'disabled'
}

/** A first password for its owner. `until`: when it expires, milliseconds since 1970. */
export interface FirstPassword {
  readonly account: Account
  readonly password: string
  readonly until: number
}

/** At least one visible character, no line breaks, at most 60. */
const nameForm = /^(?=.*\S)[^\p{Cc}]{1,60}$/u

/** Whether the account already is as the line says. */
export function isAsListed(account: Account, person: ListedPerson): boolean {
  const { name, role, agency, disabled } = account
  return (
    name === person.name &&
    role === person.role &&
    agency === agencyOf(person) &&
    disabled === person.disabled
  )
}

const agencyOf = ({ role, agency }: ListedPerson) => (role === 'manager' ? null : agency)

function rightsOf(person: ListedPerson): Rights | null {
  if (person.role === null) return null
  if (person.role === 'manager') return { role: 'manager', agency: null }
  return person.agency === null ? null : { role: person.role, agency: person.agency }
}

/** Why this person's line cannot be taken; null if it can. `holds`: whether they hold a counter now. */
export function whyNotListed(
  access: Access,
  actor: Staff,
  person: ListedPerson,
  holds: (id: string) => boolean,
): ListFault | null {
  if (!nameForm.test(person.name)) return { code: 'person-name', field: 'name' }
  if (person.role === null) return { code: 'person-role', field: 'role' }
  const rights = rightsOf(person)
  if (rights === null) return { code: 'person-agency', field: 'agency' }
  const account = access.staff.byUsername(person.username)
  const notYours: ListFault = { code: 'person-not-yours', field: 'username' }
  if (account === null) {
    if (person.disabled) return { code: 'person-closed', field: 'disabled' }
    return maySteer(actor, rights) ? null : notYours
  }
  if (isAsListed(account, person)) return null
  const isOther = account.role !== rights.role || account.agency !== rights.agency
  const isLess = isOther || (person.disabled && !account.disabled)
  if (!maySteer(actor, account) || !maySteer(actor, rights)) return notYours
  if (isLess && whyNotLess(access, actor, account))
    return { code: 'person-own', field: isOther ? 'role' : 'disabled' }
  // They could no longer close a counter of what is then another agency.
  const isMoved = rights.role !== 'manager' && rights.agency !== account.agency
  return isMoved && holds(account.id) ? { code: 'person-holds', field: 'agency' } : null
}

/** Those on the list whose first password was never used: they may get another one. */
export function waitingOn(access: Access, actor: Staff, list: readonly ListedPerson[]): Account[] {
  return list.flatMap(({ username }) => {
    const account = access.staff.byUsername(username)
    const isWaiting = account && !account.disabled && account.mustChange && account.lastSignInAt === null
    return isWaiting && account.id !== actor.id && maySteer(actor, account) ? [account] : []
  })
}

/**
 * Makes and changes what the list says, in one transaction. Every line must be without a fault. `again`: accounts that
 * get another first password. Null: somebody changed an account meanwhile, and nothing was done.
 */
export async function takeList(
  access: Access,
  actor: Staff,
  list: readonly ListedPerson[],
  again: readonly Account[],
  isSound: () => boolean,
): Promise<FirstPassword[] | null> {
  const fresh = list.filter(({ username }) => access.staff.byUsername(username) === null)
  const passwords = new Map<string, { password: string; hash: string }>()
  // One after the other: somebody who signs in meanwhile must not wait for all of them.
  for (const username of [...fresh.map((one) => one.username), ...again.map((one) => one.username)]) {
    const password = newPassword(access.random)
    passwords.set(username, { password, hash: await hashPassword(password, access.random) })
  }
  const by = `staff:${actor.id}` as const
  return access.together(() => {
    // Is it still as it was when the passwords were begun?
    if (!isSound() || fresh.some(({ username }) => access.staff.byUsername(username) !== null)) return null
    for (const person of list) {
      const rights = rightsOf(person)
      const account = access.staff.byUsername(person.username)
      if (rights === null) continue
      if (account === null) make(person, rights)
      else change(account, person, rights)
    }
    for (const { id, agency, username } of again) {
      const { hash = '' } = passwords.get(username) ?? {}
      access.staff.setPassword(id, { hash, mustChange: true, oneTime: true })
      access.sessions.endAll(id, null, { why: 'reset', by })
      access.log.write({ by, action: 'password-reset', about: `staff:${id}`, agency })
    }
    return [...passwords].flatMap(([username, { password }]): FirstPassword[] => {
      const account = access.staff.byUsername(username)
      return account ? [{ account, password, until: account.oneTimeUntil ?? 0 }] : []
    })
  })

  function make({ username, name }: ListedPerson, rights: Rights): void {
    const { hash: password = '' } = passwords.get(username) ?? {}
    const given: NewAccount = { username, name, password, mustChange: true, oneTime: true, ...rights }
    const made = access.staff.add(given)
    if (made === null) throw new Error(`${username} was taken within one turn`)
    const { id, agency, role } = made
    access.log.write({ by, action: 'account-made', about: `staff:${id}`, agency, detail: { username, role } })
  }

  function change(account: Account, person: ListedPerson, rights: Rights): void {
    const { id, agency } = account
    if (account.name !== person.name || account.role !== rights.role || agency !== rights.agency) {
      access.change(id, { name: person.name, ...rights })
      const detail = { name: person.name, role: rights.role, agency: rights.agency }
      access.log.write({ by, action: 'account-changed', about: `staff:${id}`, agency, detail })
    }
    if (account.disabled !== person.disabled) access.setDisabled(id, person.disabled, by)
  }
}
