// Staff in their table.
import type { Database } from 'better-sqlite3'
import type { Account, StoredStaff } from '../../access/staff.ts'
import { staff as queries } from '../queries/people.ts'
import { prepare, type RowOf } from '../statement.ts'

/** The table of staff. */
export function staffTable(db: Database): StoredStaff {
  const all = prepare(db, queries.all)
  const byId = prepare(db, queries.byId)
  const byUsername = prepare(db, queries.byUsername)
  const anyManager = prepare(db, queries.anyManager)
  const otherManagers = prepare(db, queries.otherManagers)
  const add = prepare(db, queries.add)
  const setPassword = prepare(db, queries.setPassword)
  const setDisabled = prepare(db, queries.setDisabled)
  const change = prepare(db, queries.change)
  const signedIn = prepare(db, queries.signedIn)

  return {
    all: () => all.all({}).map(account),
    byId: (id) => accountOrNull(byId.get({ id })),
    byUsername: (username) => accountOrNull(byUsername.get({ username })),
    passwordOf(username) {
      const row = byUsername.get({ username })
      return row
        ? { hash: row.password, changedAt: row.password_changed_at, disabled: row.disabled === 1 }
        : null
    },
    anyManager: () => anyManager.get({}) !== undefined,
    otherManagers: (id) => otherManagers.get({ id })?.count ?? 0,
    add: ({ id, username, name, role, agency, password, mustChange, until, at }) => {
      const given = {
        id,
        username,
        name,
        role,
        agency,
        hash: password,
        mustChange: Number(mustChange),
        until,
        at,
      }
      return add.run(given).changes === 1
    },
    setPassword: (id, { hash, mustChange, until, at }) =>
      void setPassword.run({ id, hash, mustChange: Number(mustChange), until, at }),
    setDisabled: (id, disabled) => void setDisabled.run({ id, disabled: Number(disabled) }),
    change: (id, { name, role, agency }) => void change.run({ id, name, role, agency }),
    signedIn: (id, at) => void signedIn.run({ id, at }),
  }
}

type Row = RowOf<typeof queries.byId>

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
