// Accounts for a whole hall at once: two officers and a supervisor for every agency of the plan.
import type { Access } from './access.ts'
import type { AccessActor } from './log.ts'
import { hashPassword } from './password.ts'
import { hashToken, newPassword } from './secret.ts'
import type { Account, NewAccount } from './staff.ts'

/** What is needed of an agency in the plan. `label` is its short name. */
export interface AgencyToStaff {
  readonly id: string
  readonly label: string
}

/** An account with the password for its owner. */
export interface NewlyMade {
  readonly username: string
  readonly name: string
  readonly role: 'officer' | 'supervisor'
  readonly agency: string
  readonly password: string
}

const officersPerAgency = 2

/** What the accounts of an agency are called on screens. */
export interface AccountNames {
  officer: (agency: string, nth: number) => string
  supervisor: (agency: string) => string
}

/**
 * Makes the missing accounts, `<agency>-1`, `<agency>-2` and `<agency>-spv`, each with its own random password, for
 * the command on the server. Existing accounts stay as they are. `keep` gets the new accounts before they are
 * committed: if it can't store the passwords, no account is made.
 */
export async function makeAccounts(
  access: Access,
  agencies: readonly AgencyToStaff[],
  names: AccountNames,
  keep: (made: readonly NewlyMade[]) => void,
): Promise<readonly NewlyMade[]> {
  const missing = agencies
    .flatMap((agency) => wanted(agency, names))
    .filter(({ username }) => access.staff.byUsername(username) === null)
  const ready = await Promise.all(
    missing.map(async (account): Promise<{ account: NewAccount; made: NewlyMade }> => {
      const password = newPassword(access.random)
      const hash = await hashPassword(password, access.random)
      return { account: { ...account, password: hash, mustChange: true }, made: { ...account, password } }
    }),
  )
  let made: NewlyMade[] = []
  access.together(() => {
    made = ready.filter(({ account }) => add(access, account)).map((each) => each.made)
    if (made.length > 0) keep(made)
  })
  return made
}

/** False if the user name has been taken in the meantime. */
function add(access: Access, account: NewAccount): boolean {
  const staff = access.staff.add(account)
  if (staff === null) return false
  const { id, role, agency } = staff
  const about = `staff:${id}` as const
  access.log.write({ by: 'command-line', action: 'account-made', about, agency, detail: { role } })
  return true
}

function wanted({ id, label }: AgencyToStaff, names: AccountNames): Omit<NewlyMade, 'password'>[] {
  const officers = Array.from({ length: officersPerAgency }, (_, at) => ({
    username: username(id, String(at + 1)),
    name: names.officer(label, at + 1),
    role: 'officer' as const,
    agency: id,
  }))
  const supervisor = { username: username(id, 'spv'), name: names.supervisor(label), agency: id }
  return [...officers, { ...supervisor, role: 'supervisor' }]
}

/**
 * An agency's id may be longer than a user name: then it is cut, with a few letters of its hash to keep it distinct.
 */
function username(agency: string, suffix: string): string {
  const room = 31 - suffix.length
  const short =
    agency.length <= room ? agency : agency.slice(0, room - 6) + hashToken(agency).toString('hex').slice(0, 6)
  return `${short}-${suffix}`
}

/**
 * A one-time password for one account, given by `by`; its sessions end. `keep` as above. Null if nobody has that
 * name.
 */
export async function resetPassword(
  access: Access,
  username: string,
  by: AccessActor,
  keep: (account: Account, password: string) => void,
): Promise<{ account: Account; password: string } | null> {
  const account = access.staff.byUsername(username)
  if (account === null) return null
  const password = newPassword(access.random)
  const hash = await hashPassword(password, access.random)
  access.together(() => {
    access.staff.setPassword(account.id, { hash, mustChange: true, oneTime: true })
    access.sessions.endAll(account.id, null, { why: 'reset', by })
    const about = `staff:${account.id}` as const
    access.log.write({ by, action: 'password-reset', about, agency: account.agency })
    keep(account, password)
  })
  return { account, password }
}
