// Who may: staff, sessions and devices over one database, with what a request needs kept in memory.
import type { Database } from 'better-sqlite3'
import { openDevices } from './devices.ts'
import { watchOthers } from './freshness.ts'
import type { Random } from './secret.ts'
import { openSessions } from './sessions.ts'
import { openStaff } from './staff.ts'
import { openThrottle } from './throttle.ts'
import { deviceCookie, nobody, readCookie, staffCookie, type Who } from './who.ts'

export interface AccessParts {
  db: Database
  /** Milliseconds since 1970. */
  now: () => number
  random: Random
}

/** Opens access over a database that has the tables of `accessSchema`. */
export function openAccess({ db, now, random }: AccessParts) {
  const staff = openStaff(db, now, random)
  const sessions = openSessions(db, staff, now, random)
  const devices = openDevices(db, now, random)

  function forget(): void {
    sessions.forget()
    devices.forget()
  }
  const lookForChanges = watchOthers(db, forget)

  return {
    staff,
    sessions,
    devices,
    throttle: openThrottle(),
    now,
    random,
    /** Runs `work` in one transaction. */
    together: (work: () => void): void => db.transaction(work)(),

    /** Who sends a request with this `Cookie` header. Called for every request: Map look-ups, rarely SQL. */
    who(cookies: string | undefined): Who {
      if (cookies === undefined) return nobody
      const staffToken = readCookie(cookies, staffCookie)
      const deviceKey = readCookie(cookies, deviceCookie)
      if (staffToken === null && deviceKey === null) return nobody
      const at = now()
      lookForChanges(at)
      return {
        staff: staffToken === null ? null : sessions.find(staffToken, at),
        device: deviceKey === null ? null : devices.find(deviceKey, at),
      }
    },

    /** Shuts an account: no sign-in any more, and its sessions are over. */
    disable(staffId: string): void {
      db.transaction(() => {
        staff.setDisabled(staffId, true)
        sessions.endAll(staffId, null)
      })()
    },

    /** Writes what is kept in memory only. Call it now and then, and at the end. */
    flush: (): void => devices.flush(),
  }
}

export type Access = ReturnType<typeof openAccess>
