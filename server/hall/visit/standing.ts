// A person's place in the line for a service, who could call them, and who has waited longest. Kiosk, slip, phone, reception and
// supervisors all ask here, so that they say the same (rule K12). How long it will take is told by server/forecast/hall/.
import type { Place } from '../credit.ts'
import { type CounterState, type Hall, linesOf } from '../hall.ts'
import { aheadOf, countBefore } from '../next.ts'
import { type Rest, restedBetween, restsOf } from '../rests.ts'
import { holdsNumber, stepOf, type Visit, type Waiting } from '../visit.ts'

export interface Standing {
  /** How many would be called before it; null for a step that does not wait. */
  readonly ahead: number | null
  /** Counters that serve the service now. If there are none, nobody is next. */
  readonly openCounters: number
  /**
   * If no counter is open: when the first paused one is to go on, if somebody or the hours say so; milliseconds since
   * 1970.
   */
  readonly pausedUntil: number | null
}

/** The place of a visit's step at `now` (milliseconds since 1970). */
export function standingOf(hall: Hall, visit: Visit, index: number, now: number): Standing {
  const step = visit.steps[index]
  const ahead = aheadOf(hall, visit, index, now)
  const { service, status } = step ?? { service: '', status: 'done' }
  return standing(hall, service, ahead, status === 'waiting', now)
}

/** The place of a new arrival at `now`, which has no credit yet in either class. */
export function standingOfNewcomer(hall: Hall, service: string, now: number): Standing {
  return standing(hall, service, aheadOfNewcomer(hall, service, now), true, now)
}

function aheadOfNewcomer(hall: Hall, service: string, now: number): number {
  const prefix = hall.layout.services.get(service)?.prefix ?? ''
  const running = (hall.numbers.get(prefix) ?? 0) + 1
  const place = { visit: '', step: '', service, takenAt: now, priority: false, prefix, running, index: 0 }
  return countBefore(hall, place, now)
}

/**
 * Roughly how many minutes of work until somebody who takes a number at `now` has been served: those ahead and their
 * own, at the mean serving time, shared by the open counters; in the morning, before any is open, by all.
 */
export function minutesUntilServed(hall: Hall, service: string, now: number): number {
  const counters = hall.layout.countersOf.get(service) ?? []
  const open = counters.filter(({ id }) => hall.counters.get(id)?.state === 'open').length
  const desks = Math.max(1, open === 0 ? counters.length : open)
  const each = minutesEach(hall, service)
  return (each * aheadOfNewcomer(hall, service, now)) / desks + each
}

function standing(
  hall: Hall,
  service: string,
  ahead: number | null,
  isInLine: boolean,
  now: number,
): Standing {
  const counters = (hall.layout.countersOf.get(service) ?? []).flatMap(
    ({ id }) => hall.counters.get(id) ?? [],
  )
  const openCounters = counters.filter(({ state }) => state === 'open').length
  const ends = openCounters > 0 ? [] : counters.flatMap((counter) => callsAgainAt(hall, counter, now) ?? [])
  return {
    ahead,
    openCounters,
    pausedUntil: isInLine && openCounters === 0 && ends.length > 0 ? Math.min(...ends) : null,
  }
}

/**
 * When a counter calls again, milliseconds since 1970: now if it is open, else at the end of its pause. A pause during
 * the break in its hours ends with the break. Null: it is closed, or nobody knows.
 */
export function callsAgainAt(
  hall: Hall,
  { id, state, pausedUntil }: Pick<CounterState, 'id' | 'state' | 'pausedUntil'>,
  now: number,
): number | null {
  if (state !== 'paused') return state === 'open' ? now : null
  if (pausedUntil !== null && pausedUntil > now) return pausedUntil
  const rests = restsOf(hall, { of: 'counter', id })
  return rests.find(({ from, to }) => from <= now && now < to)?.to ?? null
}

/** After this many finished steps, today's pace replaces the plan's figure. */
const ENOUGH = 5

function minutesEach(hall: Hall, service: string): number {
  const planned = hall.layout.services.get(service)?.minutes ?? 0
  const today = hall.pace.get(service)
  return today && today.count >= ENOUGH ? today.ms / today.count / 60_000 : planned
}

/** Who has waited longest. `since`: when the wait would have begun if it had no gaps, milliseconds since 1970. */
export interface Wait {
  readonly visit: string
  readonly number: string
  readonly since: number
  /** How much of it the service rested, in milliseconds: no reason for an alert. */
  readonly restedMs: number
}

/** How many steps of a line are looked at one by one. */
const LOOK = 200

/** Who has waited longest for the service at `now`, or null. A number that perhaps nobody holds doesn't count. */
export function longestWait(hall: Hall, service: string, now = hall.at): Wait | null {
  const rests = restsOf(hall, { of: 'service', id: service })
  let longest: Wait | null = null
  for (const { places } of linesOf(hall, service)) {
    for (const place of places.slice(0, LOOK)) {
      // Anyone who came after it can't have waited longer.
      if (longest && place.takenAt >= longest.since) break
      const wait = waitOf(hall, place, rests, now)
      if (wait && (!longest || wait.since < longest.since)) longest = wait
    }
  }
  return longest
}

/**
 * How many at `now` have waited for the service at least as long as somebody waiting since `since`, not counting
 * rests. Up to 200 in a line are looked at one by one; in a longer one everybody who came earlier counts, whatever
 * they did meanwhile: by then the figure is an alarm, not a count.
 */
export function waitingSince(hall: Hall, service: string, since: number, now = hall.at): number {
  const rests = restsOf(hall, { of: 'service', id: service })
  const ms = now - since - restedBetween(rests, since, now)
  let count = 0
  for (const line of linesOf(hall, service)) {
    const came = line.count(({ takenAt }) => takenAt <= since)
    if (came > LOOK) count += came
    else {
      for (const place of line.places.slice(0, came)) {
        const wait = waitOf(hall, place, rests, now)
        if (wait && now - wait.since - wait.restedMs >= ms) count += 1
      }
    }
  }
  return count
}

/** All who wait for the service at `now`, each with its wait; without numbers that perhaps nobody holds. */
export function waitsFor(hall: Hall, service: string, now: number): Wait[] {
  const rests = restsOf(hall, { of: 'service', id: service })
  const waits: Wait[] = []
  for (const { places } of linesOf(hall, service)) {
    for (const place of places) {
      const wait = waitOf(hall, place, rests, now)
      if (wait) waits.push(wait)
    }
  }
  return waits
}

function waitOf(hall: Hall, place: Place, rests: readonly Rest[], now: number): Wait | null {
  const visit = hall.visits.get(place.visit)
  const step = visit && stepOf(visit, place.step)
  if (!visit || step?.status !== 'waiting' || !holdsNumber(visit)) return null
  const since = step.since - step.waitedMs
  return { visit: visit.id, number: visit.number, since, restedMs: restedWhile(visit, step, rests, now) }
}

/**
 * How much of a step's waiting was rest. Only the total of its earlier waits is known; but nearly all of that was
 * until the first call.
 */
function restedWhile({ takenAt }: Visit, step: Waiting, rests: readonly Rest[], now: number): number {
  const present = restedBetween(rests, step.since, now)
  if (step.waitedMs === 0) return present
  const called = step.firstCalledAt ?? step.since
  return present + restedBetween(rests, Math.max(takenAt, called - step.waitedMs), called)
}
