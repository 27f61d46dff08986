// How long a counter was open and free while somebody waited whom it could have called. Checked after each event, and
// only where something changed: time also changes who can be called, but when is then already known.
import type { Hall } from '../../hall/hall.ts'
import { linesOf } from '../../hall/hall.ts'
import { callableFrom } from '../../hall/next.ts'
import { stepOf } from '../../hall/visit.ts'

export interface Idle {
  /**
   * Call it after an event at `at` (milliseconds since 1970): these counters may be free now, or no longer; all of
   * them if nobody knows. Returns how many milliseconds each was idle since the event before.
   */
  follow(hall: Hall, at: number, changed: Iterable<string> | 'all'): Map<string, number>
  /** The same without an event, up to an instant for each counter. */
  until(at: (counter: string) => number): Map<string, number>
  /** All times have moved. */
  move(by: number): void
}

/** Before the first event. */
export function watchIdle(): Idle {
  /** From when somebody could be called at a free counter. */
  let since = new Map<string, number>()
  let last = 0

  const until = (at: (counter: string) => number) => {
    const found = new Map<string, number>()
    for (const [counter, from] of since) {
      const ms = at(counter) - Math.max(from, last)
      if (ms > 0) found.set(counter, ms)
    }
    return found
  }
  return {
    until,
    follow(hall, at, changed) {
      const found = until(() => at)
      last = at
      for (const counter of changed === 'all' ? hall.counters.keys() : changed) {
        const state = hall.counters.get(counter)
        const from =
          state?.state === 'open' && state.current === null ? callableSince(hall, counter, at) : Infinity
        if (from === Infinity) since.delete(counter)
        else since.set(counter, from)
      }
      return found
    },
    move(by) {
      last += by
      since = new Map([...since].map(([counter, from]) => [counter, from + by]))
    },
  }
}

/** From when somebody can be called there as things are; Infinity: nobody. */
function callableSince(hall: Hall, counter: string, now: number): number {
  let first = Infinity
  for (const service of hall.layout.counters.get(counter)?.services ?? []) {
    for (const { places } of linesOf(hall, service)) {
      for (const place of places) {
        const visit = hall.visits.get(place.visit)
        const step = visit && stepOf(visit, place.step)
        if (!visit || step?.status !== 'waiting') continue
        first = Math.min(first, callableFrom(hall, visit, step, counter) ?? Infinity)
        if (first <= now) return now
      }
    }
  }
  return first
}
