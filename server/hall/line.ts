// A line: the waiting steps of one service and one class, in order of arrival. It is kept sorted, so that finding the
// first, or how many are before somebody, never looks at all of them.
import { byArrival, type Place } from './credit.ts'

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
