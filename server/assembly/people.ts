// Who may enter the hall, by its own time: accounts, sessions and devices, who is there now, and the guards of the doors.
import { randomBytes } from 'node:crypto'
import { openAccess } from '../access/access.ts'
import { openPresence } from '../access/presence.ts'
import type { Clock } from '../clock.ts'
import type { Hall } from '../hall/hall.ts'
import { agenciesIn } from '../http/ground/audience.ts'
import { doors } from '../http/ground/doors.ts'
import { createGuards } from '../http/ground/guards.ts'
import type { Store } from '../store/store.ts'
import { dayIn } from '../time-zone.ts'

interface PeopleParts {
  readonly stored: Store['access']
  readonly hall: Hall
  readonly clock: Clock
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  /** Told when an account, session or device changes. */
  readonly changed: () => void
  /** Has every open socket checked again: whether it may still show what it shows. */
  readonly recheck: () => void
}

/** Opens the accounts, sessions and devices of a hall. */
export function openPeople({ stored, hall, clock, now, ...told }: PeopleParts) {
  const access = openAccess({
    stored,
    // While the system's clock is in doubt it ends nobody's session.
    now,
    random: randomBytes,
    // Somebody who signs in after a start, before anybody confirmed the date, does so for the day that the computer
    // shows.
    beginsAt: () => {
      const { held, system, now: own } = clock.time(hall)
      return held ? system : own
    },
    // Sessions of a day that may be reopened would be valid again then.
    overAt: () => Math.min(now(), hall.closedDay?.day.startsAt ?? Infinity),
    // The hall turns to a new day with the first command in it, and somebody may sign in before.
    dayEndsAt: (at) => (at < hall.endsAt ? hall.endsAt : dayIn(hall.layout.base.timeZone, at).endsAt),
    isGone: (agency) => !hall.layout.agencies.has(agency),
    changed: () => {
      presence.forget()
      told.changed()
      // When a session or device ends, in whatever way, its sockets no longer show anything.
      if (!rechecking) setImmediate(recheck)
      rechecking = true
    },
  })
  // Two hundred accounts closing together cause only one check of the sockets.
  let rechecking = false
  const recheck = () => {
    rechecking = false
    told.recheck()
  }
  const presence = openPresence(access.staff, access.sessions, now)

  const guards = createGuards(
    doors,
    agenciesIn(hall, (id) => access.staff.byId(id)?.agency),
    access.endingOf,
  )
  return { access, presence, guards }
}
