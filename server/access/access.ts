// Who may: staff, sessions and devices over one database, with who called before kept in memory.
import type { Database } from 'better-sqlite3'
import { boundedMap } from './cache.ts'
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

/** More browsers than any hall has. */
const mostCallers = 5000

/** Opens access over a database that has the tables of `accessSchema`. */
export function openAccess({ db, now, random }: AccessParts) {
  // By the whole Cookie header: one look-up for both cookies, and nothing to take apart. It is emptied when
  // anything changes, which is a few times an hour.
  const callers = boundedMap<string, { who: Who; endsAt: number }>(mostCallers)
  const changed = (): void => callers.clear()

  const staff = openStaff(db, now, random)
  const sessions = openSessions(db, staff, { now, random, changed })
  const devices = openDevices(db, { now, random, changed })
  const lookForChanges = watchOthers(db, changed)

  function lookUp(cookies: string, at: number): Who {
    const token = readCookie(cookies, staffCookie)
    const key = readCookie(cookies, deviceCookie)
    const session = token === null ? null : sessions.find(token, at)
    const device = key === null ? null : devices.find(key)
    if (session === null && device === null) return nobody
    const who: Who = { staff: session?.staff ?? null, device }
    // Strangers are not kept: they could fill it.
    callers.set(cookies, { who, endsAt: session?.endsAt ?? Number.POSITIVE_INFINITY })
    return who
  }

  return {
    staff,
    sessions,
    devices,
    throttle: openThrottle(),
    now,
    random,
    /** Runs `work` in one transaction. */
    together: (work: () => void): void => db.transaction(work)(),

    /** Who sends a request with this `Cookie` header. Called for every request: one Map look-up, rarely SQL. */
    who(cookies: string | undefined): Who {
      if (cookies === undefined) return nobody
      const at = now()
      lookForChanges(at)
      const known = callers.get(cookies)
      const who = known !== undefined && at < known.endsAt ? known.who : lookUp(cookies, at)
      if (who.device !== null) devices.saw(who.device.id, at)
      return who
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
