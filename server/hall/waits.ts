// How long people wait for a service, for who must see to it before the plan's limit. The heads of the lines tell it:
// they are ordered by arrival, and nobody has waited for longer than since the arrival.
import type { Place } from './credit.ts'
import type { Hall } from './hall.ts'
import type { Line } from './line.ts'
import { holdsNumber, stepOf } from './visit.ts'

/** Who has waited longest. `since`: as if waited without a break, milliseconds since 1970. */
export interface Wait {
  readonly visit: string
  readonly number: string
  readonly since: number
}

/** How far into a line is looked, step by step. */
const LOOK = 200

/** Who of those that wait for the service has waited longest, or null. A number that may be in nobody's hand is none. */
export function longestWait(hall: Hall, service: string): Wait | null {
  let longest: Wait | null = null
  for (const { places } of linesOf(hall, service)) {
    for (const place of places.slice(0, LOOK)) {
      // Whoever came after it can't have waited longer.
      if (longest && place.takenAt >= longest.since) break
      const wait = waitOf(hall, place)
      if (wait && (!longest || wait.since < longest.since)) longest = wait
    }
  }
  return longest
}

/**
 * How many have waited for the service since `since` or longer. Each is looked at up to 200 in a line; in a longer one
 * all that came before count, whatever they did meanwhile: with so many the figure is an alarm, not a count.
 */
export function waitingSince(hall: Hall, service: string, since: number): number {
  let count = 0
  for (const line of linesOf(hall, service)) {
    const came = line.count(({ takenAt }) => takenAt <= since)
    if (came > LOOK) count += came
    else for (const place of line.places.slice(0, came)) if (waitedSince(hall, place) <= since) count += 1
  }
  return count
}

function linesOf(hall: Hall, service: string): Line[] {
  const queue = hall.queues.get(service)
  return queue ? [queue.regular, queue.priority] : []
}

const waitedSince = (hall: Hall, place: Place) => waitOf(hall, place)?.since ?? Infinity

function waitOf(hall: Hall, place: Place): Wait | null {
  const visit = hall.visits.get(place.visit)
  const step = visit && stepOf(visit, place.step)
  if (!visit || step?.status !== 'waiting' || !holdsNumber(visit)) return null
  return { visit: visit.id, number: visit.number, since: step.since - step.waitedMs }
}
