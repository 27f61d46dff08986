// Who comes before whom: accumulating priority. Credit grows by the minute from the arrival, faster for priority
// visitors, who therefore pass only those they have outwaited at that rate, and nobody starves. Kleinrock 1964, "A
// delay dependent queue discipline"; Stanford, Taylor & Ziedins 2014, "Waiting time distributions in the accumulating
// priority queue".
import type { Plan } from './plan.ts'

export type Rates = Plan['rates']

/** A waiting step's place in the order: all that the comparison needs, and where to find the step. */
export interface Place {
  readonly visit: string
  readonly step: string
  readonly service: string
  readonly takenAt: number
  readonly priority: boolean
  readonly prefix: string
  readonly running: number
  /** The step's position within its visit. */
  readonly index: number
}

/** Whether priority gains a visitor anything. */
export function hasPriority({ regular, priority }: Rates): boolean {
  return priority > regular
}

const MINUTE = 60_000

type Waited = Pick<Place, 'takenAt' | 'priority'>

/** Credit in minutes at `now`: minutes since arrival times the rate of the class. */
export function credit(place: Waited, rates: Rates, now: number): number {
  return weight(place, rates, now) / MINUTE
}

/** Credit times a minute: not divided, so that equal whole numbers stay equal instead of depending on rounding. */
function weight(place: Waited, rates: Rates, now: number): number {
  return (now - place.takenAt) * (place.priority ? rates.priority : rates.regular)
}

/** Order of arrival, then of the number, then of the step in its visit: negative when `a` comes first. */
export function byArrival(a: Place, b: Place): number {
  return (
    a.takenAt - b.takenAt ||
    (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0) ||
    a.running - b.running ||
    a.index - b.index
  )
}

/** Order of call at `now`: the higher credit first, ties by arrival. Negative when `a` comes first. */
export function byCredit(a: Place, b: Place, rates: Rates, now: number): number {
  if (a.priority === b.priority) return byArrival(a, b)
  return weight(b, rates, now) - weight(a, rates, now) || byArrival(a, b)
}
