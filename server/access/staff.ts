// Staff: who may sign in, as what, for which agency.
import type { Database } from 'better-sqlite3'
import { newId, type Random } from './secret.ts'

export type Role = 'officer' | 'supervisor' | 'manager'

interface Person {
  readonly id: string
  readonly username: string
  readonly name: string
  /** The password was given by somebody else: screens ask for an own one. */
  readonly mustChange: boolean
  /** It opens nothing but the change of itself, and only before this instant (ms since 1970); null: no such password. */
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

/** A password to be stored: its hash, and whether somebody else made it. `oneTime`: to be changed before all else. */
export interface NewPassword {
  readonly hash: string
  readonly mustChange: boolean
  readonly oneTime?: boolean
}

/** What an account is made of. `password` is a hash of `hashPassword`. */
export type NewAccount = {
  username: string
  name: string
  password: string
  mustChange: boolean
  oneTime?: boolean
} & ({ role: 'officer' | 'supervisor'; agency: string } | { role: 'manager'; agency: null })

/** What a user name looks like once it is lower-cased. */
export const usernamePattern = /^[a-z0-9._-]{3,32}$/

/** User names are typed by tired people: case and blanks around don't count. */
export function plainUsername(typed: string): string {
  return typed.trim().toLowerCase()
}

interface Row {
  id: string
  username: string
  name: string
  role: Role
  agency: string | null
  password: string
  must_change: number
  disabled: number
  created_at: number
  password_changed_at: number
  one_time_until: number | null
  last_sign_in_at: number | null
}

/** The rights of a person: the role, and the agency where it is of one. */
export type Rights =
  | { readonly role: 'officer' | 'supervisor'; readonly agency: string }
  | { readonly role: 'manager'; readonly agency: null }

/** The staff table. `now` is milliseconds since 1970. */
export function openStaff(db: Database, now: () => number, random: Random) {
  const columns = `id, username, name, role, agency, password, must_change, disabled, created_at,
    password_changed_at, one_time_until, last_sign_in_at`
  const sql = {
    manager: db.prepare("SELECT 1 FROM staff WHERE role = 'manager'"),
    all: db.prepare<[], Row>(`SELECT ${columns} FROM staff ORDER BY role, agency, username`),
    byId: db.prepare<[string], Row>(`SELECT ${columns} FROM staff WHERE id = ?`),
    byUsername: db.prepare<[string], Row>(`SELECT ${columns} FROM staff WHERE username = ?`),
    add: db.prepare(`INSERT INTO staff
      (id, username, name, role, agency, password, must_change, one_time_until, created_at, password_changed_at)
      VALUES (@id, @username, @name, @role, @agency, @password, @mustChange, @until, @at, @at)
      ON CONFLICT (username) DO NOTHING`),
    setPassword: db.prepare<[string, number, number | null, number, string]>(`UPDATE staff
      SET password = ?, must_change = ?, one_time_until = ?, password_changed_at = ? WHERE id = ?`),
    setDisabled: db.prepare<[number, string]>('UPDATE staff SET disabled = ? WHERE id = ?'),
    change: db.prepare<[string, Role, string | null, string]>(
      'UPDATE staff SET name = ?, role = ?, agency = ? WHERE id = ?',
    ),
    signedIn: db.prepare<[number, string]>('UPDATE staff SET last_sign_in_at = ? WHERE id = ?'),
    otherManagers: db
      .prepare<[string], number>(
        "SELECT count(*) FROM staff WHERE role = 'manager' AND disabled = 0 AND id <> ?",
      )
      .pluck(),
  }
  const endOf = (oneTime = false): number | null => (oneTime ? now() + oneTimeMs : null)

  return {
    /** Whether there is anybody who can let others in. */
    hasManager: () => sql.manager.get() !== undefined,

    list: (): Account[] => sql.all.all().map(account),

    byId: (id: string): Account | null => accountOrNull(sql.byId.get(id)),

    byUsername: (username: string): Account | null =>
      accountOrNull(sql.byUsername.get(plainUsername(username))),

    /** The stored password hash, null if nobody has that user name or may not sign in. */
    passwordOf(username: string): string | null {
      const row = sql.byUsername.get(plainUsername(username))
      return row === undefined || row.disabled === 1 ? null : row.password
    },

    /** When the password was last changed, milliseconds since 1970; null if nobody has that user name. */
    passwordChangedAt: (username: string): number | null =>
      sql.byUsername.get(plainUsername(username))?.password_changed_at ?? null,

    /** Adds an account; null if the user name is taken. A user name of another shape is a bug of the caller. */
    add(given: NewAccount): Staff | null {
      const username = plainUsername(given.username)
      if (!usernamePattern.test(username)) throw new Error(`not a user name: ${username}`)
      const id = newId(random)
      const mustChange = given.mustChange ? 1 : 0
      const until = endOf(given.oneTime)
      const { changes } = sql.add.run({ ...given, id, username, mustChange, until, at: now() })
      return changes === 0 ? null : accountOrNull(sql.byId.get(id))
    },

    setPassword(id: string, { hash, mustChange, oneTime }: NewPassword): void {
      sql.setPassword.run(hash, mustChange ? 1 : 0, endOf(oneTime), now(), id)
    },

    setDisabled(id: string, disabled: boolean): void {
      sql.setDisabled.run(disabled ? 1 : 0, id)
    },

    /** Another name, other rights. */
    change(id: string, { name, role, agency }: { name: string } & Rights): void {
      sql.change.run(name, role, agency, id)
    },

    signedIn(id: string): void {
      sql.signedIn.run(now(), id)
    },

    /** Whether the hall would have nobody for all of it without this person. */
    isLastManager: (id: string): boolean => sql.otherManagers.get(id) === 0,
  }
}

export type StaffTable = ReturnType<typeof openStaff>

function accountOrNull(row: Row | undefined): Account | null {
  return row === undefined ? null : account(row)
}

function account(row: Row): Account {
  const person = {
    id: row.id,
    username: row.username,
    name: row.name,
    mustChange: row.must_change === 1,
    oneTimeUntil: row.one_time_until,
    disabled: row.disabled === 1,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
  }
  const { role, agency } = row
  if (role === 'manager') return { ...person, role, agency: null }
  if (agency === null) throw new Error(`staff ${row.id} belongs to no agency`)
  return { ...person, role, agency }
}
