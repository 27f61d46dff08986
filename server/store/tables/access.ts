// Everything stored about staff, sessions and devices, which are not part of the hall's day.
import type { Database } from 'better-sqlite3'
import type { StoredAccess } from '../../access/access.ts'
import type { StoredNetworks } from '../../access/throttle.ts'
import { networks as queries, staff } from '../queries/people.ts'
import { prepare } from '../statement.ts'
import { accessLogTable } from './access-log.ts'
import { deviceTables } from './devices.ts'
import { sessionTables } from './sessions.ts'
import { staffTable } from './staff.ts'

/** The tables of access in an open database. */
export function accessTables(db: Database): StoredAccess {
  // SQLite counts the commits of other connections.
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  return {
    staff: staffTable(db),
    sessions: sessionTables(db),
    devices: deviceTables(db),
    networks: networkTable(db),
    log: (now) => accessLogTable(db, now),
    together: (work) => db.transaction(work)(),
    version: () => version.get(),
  }
}

// Where each person has signed in from, in its table.

/** A person's desks, phones and homes; beyond this number the oldest is forgotten. */
const mostOfOne = 20

/** The table of known networks, by user name. */
function networkTable(db: Database): StoredNetworks {
  const knows = prepare(db, queries.knows)
  const learn = prepare(db, queries.learn)
  const fewer = prepare(db, queries.fewer)
  const forget = prepare(db, queries.forget)
  const byUsername = prepare(db, staff.byUsername)

  return {
    knows: (username, network) => knows.get({ username, network }) !== undefined,
    learn: db.transaction((username: string, network: string, at: number) => {
      const person = byUsername.get({ username })
      if (!person) return
      learn.run({ staff: person.id, network, at })
      fewer.run({ staff: person.id, network, most: mostOfOne })
    }),
    forget: (id) => void forget.run({ staff: id }),
  }
}
