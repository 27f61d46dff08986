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
function byArrival(a: Place, b: Place): number {
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

// A line: the waiting steps of one service and one class, in order of arrival. It is kept sorted, so that finding the
// first, or how many are before somebody, never looks at all of them.

export class Line {
  readonly places: Place[] = []

  /** Where `isBefore` stops being true, by halving. It must be true for a first part of the line and false after. */
  private boundary(isBefore: (place: Place) => boolean): number {
    let high = this.places.length
    // Recent arrivals are asked about most: go back from the end in steps that double, then halve.
    let step = 1
    while (step <= high && !isBefore(this.places[high - step] as Place)) {
      high -= step
      step *= 2
    }
    let low = Math.max(0, high - step + 1)
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(this.places[middle] as Place)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** How many are ahead, if `isBefore` holds for a first part of the line. */
  count(isBefore: (place: Place) => boolean): number {
    return this.boundary(isBefore)
  }

  add(place: Place): void {
    const last = this.places[this.places.length - 1]
    if (last === undefined || byArrival(last, place) < 0) this.places.push(place)
    else
      this.places.splice(
        this.boundary((other) => byArrival(other, place) < 0),
        0,
        place,
      )
  }

  /** Removes this step's place; a throw means that the line and the visits disagree, which is a bug. */
  remove(place: Place): void {
    const at = this.boundary((other) => byArrival(other, place) < 0)
    if (this.places[at]?.step !== place.step) throw new Error(`step ${place.step} is not in its line`)
    if (at === 0) this.places.shift()
    else this.places.splice(at, 1)
  }
}
