// Queries about staff, their sessions, and where they signed in.
import { query } from '../builder.ts'

const account = [
  'id',
  'username',
  'name',
  'role',
  'agency',
  'password',
  'must_change',
  'disabled',
  'created_at',
  'password_changed_at',
  'one_time_until',
  'last_sign_in_at',
] as const

export const staff = {
  all: query()((db) =>
    db.selectFrom('staff').select(account).orderBy('role').orderBy('agency').orderBy('username'),
  ),
  byId: query<{ id: string }>()((db, { id }) => db.selectFrom('staff').select(account).where('id', '=', id)),
  byUsername: query<{ username: string }>()((db, { username }) =>
    db.selectFrom('staff').select(account).where('username', '=', username),
  ),
  anyManager: query()((db) => db.selectFrom('staff').select('id').where('role', '=', 'manager').limit(1)),
  otherManagers: query<{ id: string }>()((db, { id }) =>
    db
      .selectFrom('staff')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('role', '=', 'manager')
      .where('disabled', '=', 0)
      .where('id', '<>', id),
  ),
  add: query<{
    id: string
    username: string
    name: string
    role: 'officer' | 'supervisor' | 'manager'
    agency: string | null
    hash: string
    mustChange: number
    until: number | null
    at: number
  }>()((db, { id, username, name, role, agency, hash, mustChange, until, at }) =>
    db
      .insertInto('staff')
      .values({
        id,
        username,
        name,
        role,
        agency,
        password: hash,
        must_change: mustChange,
        one_time_until: until,
        created_at: at,
        password_changed_at: at,
      })
      .onConflict((conflict) => conflict.column('username').doNothing()),
  ),
  setPassword: query<{ id: string; hash: string; mustChange: number; until: number | null; at: number }>()(
    (db, { id, hash, mustChange, until, at }) =>
      db
        .updateTable('staff')
        .set({ password: hash, must_change: mustChange, one_time_until: until, password_changed_at: at })
        .where('id', '=', id),
  ),
  setDisabled: query<{ id: string; disabled: number }>()((db, { id, disabled }) =>
    db.updateTable('staff').set({ disabled }).where('id', '=', id),
  ),
  change: query<{
    id: string
    name: string
    role: 'officer' | 'supervisor' | 'manager'
    agency: string | null
  }>()((db, { id, name, role, agency }) =>
    db.updateTable('staff').set({ name, role, agency }).where('id', '=', id),
  ),
  signedIn: query<{ id: string; at: number }>()((db, { id, at }) =>
    db.updateTable('staff').set({ last_sign_in_at: at }).where('id', '=', id),
  ),
}

export const sessions = {
  add: query<{
    hash: Buffer
    staff: string
    at: number
    endsAt: number
    address: string | null
    browser: string | null
    system: string | null
  }>()((db, { hash, staff: of, at, endsAt, address, browser, system }) =>
    db
      .insertInto('staff_session')
      .values({ hash, staff: of, created_at: at, ends_at: endsAt, address, browser, system }),
  ),
  find: query<{ hash: Buffer; at: number }>()((db, { hash, at }) =>
    db
      .selectFrom('staff_session')
      .select(['staff', 'ends_at'])
      .where('hash', '=', hash)
      .where('ends_at', '>', at),
  ),
  ofPerson: query<{ staff: string; at: number }>()((db, { staff: of, at }) =>
    db
      .selectFrom('staff_session')
      .select(['hash', 'created_at', 'ends_at', 'address', 'browser', 'system', 'last_used_at'])
      .where('staff', '=', of)
      .where('ends_at', '>', at)
      .orderBy('created_at', 'desc'),
  ),
  counts: query<{ at: number }>()((db, { at }) =>
    db
      .selectFrom('staff_session')
      .select((eb) => ['staff', eb.fn.countAll<number>().as('count')])
      .where('ends_at', '>', at)
      .groupBy('staff'),
  ),
  hashes: query()((db) => db.selectFrom('staff_session').select('hash')),
  hashesOf: query<{ staff: string }>()((db, { staff: of }) =>
    db.selectFrom('staff_session').select('hash').where('staff', '=', of),
  ),
  over: query<{ at: number }>()((db, { at }) =>
    db.selectFrom('staff_session').select(['hash', 'ends_at']).where('ends_at', '<=', at),
  ),
  endOf: query<{ hash: Buffer }>()((db, { hash }) =>
    db.selectFrom('staff_session').select('ends_at').where('hash', '=', hash),
  ),
  people: query<{ at: number }>()((db, { at }) =>
    db.selectFrom('staff_session').select('staff').distinct().where('ends_at', '>', at),
  ),
  used: query<{ hash: Buffer; at: number }>()((db, { hash, at }) =>
    db.updateTable('staff_session').set({ last_used_at: at }).where('hash', '=', hash),
  ),
  end: query<{ hash: Buffer }>()((db, { hash }) => db.deleteFrom('staff_session').where('hash', '=', hash)),
  endOver: query<{ at: number }>()((db, { at }) => db.deleteFrom('staff_session').where('ends_at', '<=', at)),
  // `hash` stays, even if it looks like the oldest because the clock was set back.
  endOldest: query<{ staff: string; hash: Buffer; most: number }>()((db, { staff: of, hash, most }) =>
    db
      .deleteFrom('staff_session')
      .where('staff', '=', of)
      .where('hash', 'not in', (eb) =>
        eb
          .selectFrom('staff_session')
          .select('hash')
          .where('staff', '=', of)
          .orderBy((eb2) => eb2('hash', '=', hash), 'desc')
          .orderBy('created_at', 'desc')
          .limit(most),
      ),
  ),
}

/** What became of ended sessions. */
export const endings = {
  note: query<{ hash: Buffer; at: number; why: string; by: string | null }>()((db, { hash, at, why, by }) =>
    db
      .insertInto('staff_session_ended')
      .values({ hash, at, why, by })
      .onConflict((conflict) =>
        conflict.column('hash').doUpdateSet((eb) => ({
          at: eb.ref('excluded.at'),
          why: eb.ref('excluded.why'),
          by: eb.ref('excluded.by'),
        })),
      ),
  ),
  // An earlier note says more.
  noteOver: query<{ hash: Buffer; at: number }>()((db, { hash, at }) =>
    db
      .insertInto('staff_session_ended')
      .values({ hash, at, why: 'over' })
      .onConflict((conflict) => conflict.column('hash').doNothing()),
  ),
  forget: query<{ until: number }>()((db, { until }) =>
    db.deleteFrom('staff_session_ended').where('at', '<=', until),
  ),
  of: query<{ hash: Buffer }>()((db, { hash }) =>
    db.selectFrom('staff_session_ended').select(['at', 'why', 'by']).where('hash', '=', hash),
  ),
}

/** Where people have signed in from. */
export const networks = {
  knows: query<{ username: string; network: string }>()((db, { username, network }) =>
    db
      .selectFrom('staff_address')
      .innerJoin('staff', 'staff.id', 'staff_address.staff')
      .select('staff_address.staff')
      .where('username', '=', username)
      .where('network', '=', network),
  ),
  learn: query<{ staff: string; network: string; at: number }>()((db, { staff: of, network, at }) =>
    db
      .insertInto('staff_address')
      .values({ staff: of, network, last_at: at })
      .onConflict((conflict) =>
        conflict.columns(['staff', 'network']).doUpdateSet((eb) => ({ last_at: eb.ref('excluded.last_at') })),
      ),
  ),
  // The newly learnt one stays, even if it looks like the oldest because the clock was set back.
  fewer: query<{ staff: string; network: string; most: number }>()((db, { staff: of, network, most }) =>
    db
      .deleteFrom('staff_address')
      .where('staff', '=', of)
      .where('network', 'not in', (eb) =>
        eb
          .selectFrom('staff_address')
          .select('network')
          .where('staff', '=', of)
          .orderBy((eb2) => eb2('network', '=', network), 'desc')
          .orderBy('last_at', 'desc')
          .limit(most),
      ),
  ),
  forget: query<{ staff: string }>()((db, { staff: of }) =>
    db.deleteFrom('staff_address').where('staff', '=', of),
  ),
}
