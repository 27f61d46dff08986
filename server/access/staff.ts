// Staff: who may sign in, in which role, for which agency.
import { newId, type Random } from './secret.ts'

export type Role = 'officer' | 'supervisor' | 'manager'

interface Person {
  readonly id: string
  readonly username: string
  readonly name: string
  /** Somebody else chose the password: screens ask for a new one. */
  readonly mustChange: boolean
  /** Good only for choosing a new one, and only before this instant (ms since 1970); null: no such password. */
  readonly oneTimeUntil: number | null
}

/** Officers and supervisors belong to one agency, a manager to the whole hall. */
export type Staff =
  | (Person & { readonly role: 'officer' | 'supervisor'; readonly agency: string })
  | (Person & { readonly role: 'manager'; readonly agency: null })

/** A staff member as the account list shows it. */
export type Account = Staff & {
  readonly disabled: boolean
  readonly createdAt: number
  /** Milliseconds since 1970; null: never yet. */
  readonly lastSignInAt: number | null
}

/** How long a one-time password waits for its owner. */
export const oneTimeMs = 7 * 24 * 60 * 60 * 1000

/** A password to store: its hash, and whether somebody else made it. `oneTime`: to be changed before all else. */
export interface NewPassword {
  readonly hash: string
  readonly mustChange: boolean
  readonly oneTime?: boolean
}

/** What makes up an account. `password` is a hash of `hashPassword`. */
export type NewAccount = {
  username: string
  name: string
  password: string
  mustChange: boolean
  oneTime?: boolean
} & ({ role: 'officer' | 'supervisor'; agency: string } | { role: 'manager'; agency: null })

/** The form of a user name once it is lower-cased. */
export const usernamePattern = /^[a-z0-9._-]{3,32}$/

/** User names are typed by tired people: case and surrounding blanks don't count. */
export function plainUsername(typed: string): string {
  return typed.trim().toLowerCase()
}

/** A person's rights: the role, and the agency for roles that have one. */
export type Rights =
  | { readonly role: 'officer' | 'supervisor'; readonly agency: string }
  | { readonly role: 'manager'; readonly agency: null }

/** A new account as it is first written. */
export type FirstAccount = NewAccount & StoredPassword & { readonly id: string }

/** From when a password is valid, and until when it waits for its owner; milliseconds since 1970. */
interface StoredPassword {
  readonly until: number | null
  readonly at: number
}

/** What is stored about staff. User names are as `plainUsername` makes them. */
export interface StoredStaff {
  all(): Account[]
  byId(id: string): Account | null
  byUsername(username: string): Account | null
  passwordOf(username: string): {
    readonly hash: string
    readonly changedAt: number
    readonly disabled: boolean
  } | null
  anyManager(): boolean
  /** How many others may sign in as managers. */
  otherManagers(id: string): number
  /** False if the user name is taken. */
  add(account: FirstAccount): boolean
  setPassword(id: string, password: NewPassword & StoredPassword): void
  setDisabled(id: string, disabled: boolean): void
  change(id: string, next: { name: string } & Rights): void
  signedIn(id: string, at: number): void
}

/** The staff of the hall. `now` is milliseconds since 1970. */
export function openStaff(stored: StoredStaff, now: () => number, random: Random) {
  const endOf = (oneTime = false): number | null => (oneTime ? now() + oneTimeMs : null)

  return {
    /** Whether there is anybody who can let others in. */
    hasManager: (): boolean => stored.anyManager(),

    list: (): Account[] => stored.all(),

    byId: (id: string): Account | null => stored.byId(id),

    byUsername: (username: string): Account | null => stored.byUsername(plainUsername(username)),

    /** The stored password hash, null if nobody has that user name or may not sign in. */
    passwordOf(username: string): string | null {
      const found = stored.passwordOf(plainUsername(username))
      return found === null || found.disabled ? null : found.hash
    },

    /** When the password was last changed, milliseconds since 1970; null if nobody has that user name. */
    passwordChangedAt: (username: string): number | null =>
      stored.passwordOf(plainUsername(username))?.changedAt ?? null,

    /** Adds an account; null if the user name is taken. An invalid user name is a bug of the caller. */
    add(given: NewAccount): Staff | null {
      const username = plainUsername(given.username)
      if (!usernamePattern.test(username)) throw new Error(`not a user name: ${username}`)
      const id = newId(random)
      const first = { ...given, id, username, until: endOf(given.oneTime), at: now() }
      return stored.add(first) ? stored.byId(id) : null
    },

    setPassword(id: string, given: NewPassword): void {
      stored.setPassword(id, { ...given, until: endOf(given.oneTime), at: now() })
    },

    setDisabled: (id: string, disabled: boolean): void => stored.setDisabled(id, disabled),

    /** Changes name and rights. */
    change: (id: string, next: { name: string } & Rights): void => stored.change(id, next),

    signedIn: (id: string): void => stored.signedIn(id, now()),

    /** Whether the hall would have no manager without this person. */
    isLastManager: (id: string): boolean => stored.otherManagers(id) === 0,
  }
}

export type StaffTable = ReturnType<typeof openStaff>
