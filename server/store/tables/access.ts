// All that is kept of staff, sessions and devices: no part of the hall's day.
import type { Database } from 'better-sqlite3'
import type { StoredAccess } from '../../access/access.ts'
import { accessLogTable } from './access-log.ts'
import { deviceTables } from './devices.ts'
import { networkTable } from './networks.ts'
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
