// What can't wait, found in the view: one entry for each thing to look at, with an id that stays the same while it
// lasts.
import type { AgencyView } from '../../server/live/agency.ts'

export type Alert =
  /** Somebody has waited longer than the limit, or nearly. */
  | { id: string; kind: 'wait'; service: string; number: string; seconds: number; past: boolean }
  /** People wait and no open counter serves them. */
  | { id: string; kind: 'alone'; service: string; waiting: number }
  /** A counter has been paused for longer than it said. */
  | { id: string; kind: 'paused'; counter: string; until: string }
  /** A visitor left at a counter whom nobody serves any more: from an earlier day, or long after hours. */
  | { id: string; kind: 'left'; counter: string; number: string; day: string | null }
  /** A service should have opened by today. */
  | { id: string; kind: 'due'; service: string; day: string }
  /** A call that nobody heard. */
  | { id: string; kind: 'unheard'; counter: string; number: string }
  /** A zone in which no call is heard. */
  | { id: string; kind: 'silent'; zone: string; since: string }
  /** Numbers that perhaps nobody holds. */
  | { id: string; kind: 'slips'; count: number }

/** After hours nobody is served for longer than this without a check. */
const LONG_MS = 3_600_000

/** All alerts at `now` (milliseconds since 1970), the most urgent kind first. */
export function alertsOf(view: AgencyView, now: number): Alert[] {
  return [
    ...unheard(view),
    ...silent(view),
    ...left(view, now),
    ...alone(view),
    ...waits(view, now),
    ...pauses(view, now),
    ...due(view),
    ...slips(view),
  ]
}

/** Those with a call for help, open or just answered. */
export function helpsOf({ counters }: AgencyView) {
  return counters.flatMap(({ id, help, staff }) =>
    help
      ? [{ id: `${id} ${help.at}`, counter: id, name: help.from ?? (staff ? staff.name : ''), ...help }]
      : [],
  )
}

function unheard({ counters }: AgencyView): Alert[] {
  return counters.flatMap(({ id, current }) =>
    current && current.status === 'called' && current.heard === false && !current.quiet
      ? [{ id: `unheard ${id} ${current.visit}`, kind: 'unheard', counter: id, number: current.number }]
      : [],
  )
}

function silent({ silentZones }: AgencyView): Alert[] {
  return silentZones.map(({ zone, since }) => ({ id: `silent ${zone}`, kind: 'silent', zone, since }))
}

function alone({ services }: AgencyView): Alert[] {
  return services.flatMap(({ id, waiting, openCounters }) =>
    waiting > 0 && openCounters === 0 ? [{ id: `alone ${id}`, kind: 'alone', service: id, waiting }] : [],
  )
}

function waits({ services, waitLimitMinutes }: AgencyView, now: number): Alert[] {
  return services.flatMap(({ id, longest, atRisk }) => {
    if (!longest || atRisk === 0) return []
    const seconds = (now - Date.parse(longest.since)) / 1000
    const past = seconds - (longest.restedSeconds ?? 0) >= waitLimitMinutes * 60
    return [{ id: `wait ${id}`, kind: 'wait', service: id, number: longest.number, seconds, past }]
  })
}

function pauses({ counters }: AgencyView, now: number): Alert[] {
  return counters.flatMap(({ id, state, pausedUntil }) =>
    state === 'paused' && pausedUntil !== null && Date.parse(pausedUntil) <= now
      ? [{ id: `paused ${id}`, kind: 'paused', counter: id, until: pausedUntil }]
      : [],
  )
}

/** After hours somebody may still be served, but not for long, and not if the officer has signed out. */
function left({ counters, hall, afterHours }: AgencyView, now: number): Alert[] {
  return counters.flatMap(({ id, state, current }): Alert[] => {
    if (!current) return []
    const isOld = current.day !== hall.day
    const isLong = state === 'paused' || now - Date.parse(current.since) > LONG_MS
    if (!isOld && !(afterHours && isLong)) return []
    const { number, day } = current
    return [{ id: `left ${id} ${current.visit}`, kind: 'left', counter: id, number, day: isOld ? day : null }]
  })
}

function due({ services, hall }: AgencyView): Alert[] {
  return services.flatMap(({ id, status, expected }) =>
    status === 'soon' && expected !== null && expected <= hall.day
      ? [{ id: `due ${id}`, kind: 'due', service: id, day: expected }]
      : [],
  )
}

function slips({ notTakenCount: count }: AgencyView): Alert[] {
  return count === 0 ? [] : [{ id: 'slips', kind: 'slips', count }]
}
