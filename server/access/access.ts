// Who may: staff, sessions and devices over one database, with who called before kept in memory.
import type { Database } from 'better-sqlite3'
import { boundedMap } from './cache.ts'
import { type Device, openDevices } from './devices.ts'
import { watchOthers } from './freshness.ts'
import { openKnownNetworks } from './known-networks.ts'
import { type AccessActor, openAccessLog } from './log.ts'
import type { Random } from './secret.ts'
import { openSessions } from './sessions.ts'
import { openStaff, type Rights } from './staff.ts'
import { openThrottle } from './throttle.ts'
import { deviceCookie, deviceKeys, joinKeys, nobody, readCookie, staffCookie, type Who } from './who.ts'

export interface AccessParts {
  db: Database
  /** Milliseconds since 1970. */
  now: () => number
  /** The time that a session begins by; `now` by default. */
  beginsAt?: () => number
  /** Sessions that had ended then are over for good; `now` by default. */
  overAt?: () => number
  random: Random
  /** Called when a session or a device may have begun or ended, also within a transaction: look a turn later. */
  changed?: () => void
  /** When the hall's day at `at` ends, both milliseconds since 1970; null where nobody knows (commands). */
  dayEndsAt?: (at: number) => number | null
}

/** More browsers than any hall has. */
const mostCallers = 5000

const stranger = { who: nobody, session: null }

/** Opens access over a database that has its tables. */
export function openAccess({
  db,
  now,
  beginsAt,
  overAt,
  random,
  changed: told,
  dayEndsAt = () => null,
}: AccessParts) {
  // By the whole Cookie header: one look-up for both cookies, and nothing to take apart. It is emptied when
  // anything changes, which is a few times an hour.
  const callers = boundedMap<string, { who: Who; session: string | null; endsAt: number }>(mostCallers)
  const changed = (): void => {
    callers.clear()
    told?.()
  }

  const staff = openStaff(db, now, random)
  const sessions = openSessions(db, staff, { now, beginsAt, overAt, random, changed, dayEndsAt })
  const devices = openDevices(db, { now, random, changed })
  const networks = openKnownNetworks(db)
  const lookForChanges = watchOthers(db, changed)
  const log = openAccessLog(db, now)

  function lookUp(cookies: string, at: number) {
    const token = readCookie(cookies, staffCookie)
    const session = token === null ? null : sessions.find(token, at)
    const found = deviceKeys(readCookie(cookies, deviceCookie)).map((key) => devices.find(key))
    const kiosk = found.find((device) => device?.kind === 'kiosk') ?? null
    const display = found.find((device) => device?.kind === 'display') ?? null
    if (session === null && kiosk === null && display === null) return stranger
    const person = session?.staff ?? null
    const isNew = person !== null && person.oneTimeUntil !== null
    const who: Who = { staff: isNew ? null : person, newcomer: isNew ? person : null, kiosk, display }
    const known = { who, session: session?.id ?? null, endsAt: session?.endsAt ?? Number.POSITIVE_INFINITY }
    // Strangers are not kept: they could fill it.
    callers.set(cookies, known)
    return known
  }

  return {
    staff,
    sessions,
    devices,
    /** Who did what to accounts, sessions and devices. */
    log,
    throttle: openThrottle(networks),
    now,
    random,
    /** Runs `work` in one transaction. */
    together: <T>(work: () => T): T => db.transaction(work)(),

    /** Who sends a request with this `Cookie` header. Called for every request: one Map look-up, rarely SQL. */
    who(cookies: string | undefined): Who {
      if (cookies === undefined) return nobody
      const at = now()
      lookForChanges(at)
      const known = callers.get(cookies)
      const { who, session } = known !== undefined && at < known.endsAt ? known : lookUp(cookies, at)
      if (session !== null) sessions.saw(session, at)
      if (who.kiosk !== null) devices.saw(who.kiosk.id, at)
      if (who.display !== null) devices.saw(who.display.id, at)
      return who
    },

    /** Why the session in this `Cookie` header is none any more, with the name of who ended it; null where nobody knows. */
    endingOf(cookies: string | undefined) {
      const token = cookies === undefined ? null : readCookie(cookies, staffCookie)
      const ending = token === null ? null : sessions.endingOf(token)
      if (ending === null) return null
      const { why, by, at } = ending
      const name =
        by?.startsWith('staff:') === true ? (staff.byId(by.slice('staff:'.length))?.name ?? null) : null
      return { why, by: name, at: new Date(at).toISOString() }
    },

    /**
     * Opens a device's link in a browser with this `Cookie` header: the device and the browser's new device cookie,
     * which keeps what else the browser is; null if there is no such link (any more).
     */
    enrol(token: string, cookies: string | undefined): { device: Device; cookie: string } | null {
      const enrolled = db.transaction(() => {
        const found = devices.enrol(token)
        if (found === null) return null
        const as = `device:${found.device.id}` as const
        log.write({ by: as, action: 'device-enrolled', about: as, agency: null })
        return found
      })()
      if (enrolled === null) return null
      const { device, key } = enrolled
      const before = deviceKeys(cookies === undefined ? null : readCookie(cookies, deviceCookie))
      const others = before.filter((other) => {
        const kind = devices.find(other)?.kind
        return kind !== undefined && kind !== device.kind
      })
      return { device, cookie: joinKeys([...others.slice(0, 1), key]) }
    },

    /** Shuts an account, so that there is no sign-in any more and its sessions are over, or opens it again. */
    setDisabled(staffId: string, disabled: boolean, by: AccessActor): void {
      db.transaction(() => {
        staff.setDisabled(staffId, disabled)
        sessions.endAll(staffId, null, { why: 'disabled', by })
        if (disabled) networks.forget(staffId)
        log.write({
          by,
          action: disabled ? 'account-disabled' : 'account-enabled',
          about: `staff:${staffId}`,
          agency: staff.byId(staffId)?.agency ?? null,
        })
      })()
    },

    /** Another name, other rights; they hold from the next request on. */
    change(staffId: string, next: { name: string } & Rights): void {
      staff.change(staffId, next)
      changed()
    },

    /** Writes what is kept in memory only. Call it now and then, and at the end. */
    flush(): void {
      devices.flush()
      sessions.flush()
    },
  }
}

export type Access = ReturnType<typeof openAccess>
