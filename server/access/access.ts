// Who has access: staff, sessions and devices, with recent callers kept in memory. What is on disk is behind
// `StoredAccess`: the store's tables.
import { boundedMap } from './bounded-map.ts'
import { type Device, openDevices, type StoredDevices } from './devices.ts'
import type { AccessActor, AccessDetail, AccessLog } from './log.ts'
import type { Random } from './secret.ts'
import { type Ending, openSessions, type StoredSessions } from './sessions.ts'
import { openStaff, type Rights, type StoredStaff } from './staff.ts'
import { openThrottle, type StoredNetworks } from './throttle.ts'
import { deviceCookie, deviceKeys, joinKeys, nobody, readCookie, staffCookie, type Who } from './who.ts'

/** What is stored about staff, sessions and devices. */
export interface StoredAccess {
  readonly staff: StoredStaff
  readonly sessions: StoredSessions
  readonly devices: StoredDevices
  readonly networks: StoredNetworks
  /** The access log; `at` is the time to write on a line, milliseconds since 1970. */
  log(now: () => number): AccessLog
  /** Runs `work` in one transaction, or within the current one. Nothing in it may be awaited. */
  together<T>(work: () => T): T
  /** Changes when another process (`npm run staff`) has changed the tables. */
  version(): unknown
}

export interface AccessParts {
  stored: StoredAccess
  /** Milliseconds since 1970. */
  now: () => number
  /** The time from which a session's end is reckoned; `now` by default. */
  beginsAt?: () => number
  /** Sessions that have ended by this time are over for good; `now` by default. */
  overAt?: () => number
  random: Random
  /** Called when a session or a device may have begun or ended, even within a transaction: look a turn later. */
  changed?: () => void
  /** When the hall's day at `at` ends, both milliseconds since 1970; null if unknown (commands). */
  dayEndsAt?: (at: number) => number | null
  /** Whether the hall has no such agency (any more); if unknown (commands), it has every one. */
  isGone?: (agency: string) => boolean
}

/** More browsers than any hall has. */
const mostCallers = 5000

const stranger = { who: nobody, session: null }

/** How long a change by another process may go unseen, in milliseconds. */
const lookEveryMs = 1000

/** Opens access. */
export function openAccess({
  stored,
  now,
  beginsAt,
  overAt,
  random,
  changed: told,
  dayEndsAt = () => null,
  isGone = () => false,
}: AccessParts) {
  // Keyed by the whole Cookie header: one look-up for both cookies, and nothing to parse. It is emptied when anything
  // changes, which is a few times an hour.
  const callers = boundedMap<string, { who: Who; session: string | null; endsAt: number }>(mostCallers)
  const changed = (): void => {
    callers.clear()
    told?.()
  }

  const accounts = openStaff(stored.staff, now, random)
  const staff: typeof accounts = {
    ...accounts,
    add(given) {
      const made = accounts.add(given)
      if (made) changed()
      return made
    },
  }
  const sessions = openSessions(stored.sessions, staff, { now, beginsAt, overAt, random, changed, dayEndsAt })
  const devices = openDevices(stored.devices, { now, random, changed })
  const { networks, together } = stored
  const lookForChanges = watchOthers(stored.version, changed)
  const log = stored.log(now)

  function lookUp(cookies: string, at: number) {
    const token = readCookie(cookies, staffCookie)
    const session = token === null ? null : sessions.find(token, at)
    const found = deviceKeys(readCookie(cookies, deviceCookie)).map((key) => devices.find(key))
    const kiosk = found.find((device) => device?.kind === 'kiosk') ?? null
    const display = found.find((device) => device?.kind === 'display') ?? null
    const survey = found.find((device) => device?.kind === 'survey') ?? null
    if (session === null && found.every((device) => device === null)) return stranger
    const person = session?.staff ?? null
    const isNew = person !== null && person.oneTimeUntil !== null
    const who: Who = { staff: isNew ? null : person, newcomer: isNew ? person : null, kiosk, display, survey }
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
    isGone,
    /** Runs `work` in one transaction. */
    together,

    /** Who is behind a request with this `Cookie` header. Called for every request: one Map look-up, rarely SQL. */
    who(cookies: string | undefined): Who {
      if (cookies === undefined) return nobody
      const at = now()
      lookForChanges(at)
      const known = callers.get(cookies)
      const { who, session } = known !== undefined && at < known.endsAt ? known : lookUp(cookies, at)
      if (session !== null) sessions.saw(session, at)
      if (who.kiosk !== null) devices.saw(who.kiosk.id, at)
      if (who.display !== null) devices.saw(who.display.id, at)
      if (who.survey !== null) devices.saw(who.survey.id, at)
      return who
    },

    /** Why the session in this `Cookie` header is no longer valid, and who ended it; null if unknown. */
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
     * Opens a device's link in a browser with this `Cookie` header. Returns the device and the browser's new device
     * cookie, which keeps whatever else the browser is; null if there is no such link (any more).
     */
    enrol(token: string, cookies: string | undefined): { device: Device; cookie: string } | null {
      const enrolled = together(() => {
        const found = devices.enrol(token)
        if (found === null) return null
        const as = `device:${found.device.id}` as const
        log.write({ by: as, action: 'device-enrolled', about: as, agency: null })
        return found
      })
      if (enrolled === null) return null
      const { device, key } = enrolled
      const before = deviceKeys(cookies === undefined ? null : readCookie(cookies, deviceCookie))
      const others = before.filter((other) => {
        const kind = devices.find(other)?.kind
        return kind !== undefined && kind !== device.kind
      })
      return { device, cookie: joinKeys([...others.slice(0, 2), key]) }
    },

    /**
     * Shuts an account, which ends its sessions and refuses sign-ins, or opens it again. `why` is what its browsers
     * are told, `detail` is added to the log.
     */
    setDisabled(
      staffId: string,
      disabled: boolean,
      by: AccessActor,
      { why = 'disabled', detail = {} }: { why?: Ending['why']; detail?: AccessDetail } = {},
    ): void {
      together(() => {
        staff.setDisabled(staffId, disabled)
        sessions.endAll(staffId, null, { why, by })
        if (disabled) networks.forget(staffId)
        log.write({
          by,
          action: disabled ? 'account-disabled' : 'account-enabled',
          about: `staff:${staffId}`,
          agency: staff.byId(staffId)?.agency ?? null,
          detail,
        })
      })
    },

    /** Changes name and rights, from the next request on. */
    change(staffId: string, next: { name: string } & Rights): void {
      staff.change(staffId, next)
      changed()
    },

    /** Writes what is only in memory. Call it now and then, and at the end. */
    flush(): void {
      devices.flush()
      sessions.flush()
    },
  }
}

export type Access = ReturnType<typeof openAccess>

/**
 * Calls `forget` when another process changed the tables while the server runs. Meant for every request: it asks at
 * most once a second. A clock that jumps back makes it ask at once, so that memory does not stay out of date.
 */
function watchOthers(version: () => unknown, forget: () => void): (at: number) => void {
  let seen = version()
  let looked = Number.NEGATIVE_INFINITY
  return (at) => {
    if (at >= looked && at - looked < lookEveryMs) return
    looked = at
    const current = version()
    if (current === seen) return
    seen = current
    forget()
  }
}
