// An access over an empty database in memory, with a clock that the test sets.
import { randomBytes, scryptSync } from 'node:crypto'
import Database from 'better-sqlite3'
import { openAccess, type Access } from '../../server/access/access.ts'
import type { NewAccount } from '../../server/access/staff.ts'
import { migrate, migrations } from '../../server/store/schema.ts'
import { accessTables } from '../../server/store/tables/access.ts'

export const aMorning = Date.parse('2026-11-24T00:00:00Z')
export const minute = 60_000
export const hour = 60 * minute

/** `file` is the database's, in memory by default; `clock.now` may be set. */
export function setUp(file = ':memory:') {
  const db = new Database(file)
  db.pragma('foreign_keys = ON')
  if (db.pragma('user_version', { simple: true }) === 0) migrate(db)
  db.pragma(`user_version = ${migrations.length}`)
  const clock = { now: aMorning }
  const stored = accessTables(db)
  const access = openAccess({ stored, now: () => clock.now, random: randomBytes })
  return { db, clock, stored, access }
}

type Wanted = { username: string; password: string } & (
  | { role: 'officer' | 'supervisor'; agency: string }
  | { role: 'manager'; agency: null }
)

/** Adds somebody who may sign in. */
export function addStaff(access: Access, { password, ...wanted }: Wanted) {
  const account: NewAccount = {
    ...wanted,
    name: `Nama ${wanted.username}`,
    password: cheapHash(password),
    mustChange: false,
  }
  const staff = access.staff.add(account)
  if (staff === null) throw new Error(`${wanted.username} is taken`)
  return staff
}

/** The hash of a password at a cost that tests can afford; like every hash it states its own cost. */
export function cheapHash(password: string): string {
  const hash = scryptSync(password, 'salt', 32, { N: 16, r: 8, p: 1 })
  const salt = Buffer.from('salt').toString('base64url')
  return `$scrypt$ln=4,r=8,p=1$${salt}$${hash.toString('base64url')}`
}
