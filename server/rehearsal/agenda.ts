// What happens when, in order of time; of two at the same instant, the one planned first.

export type Deed = () => void | Promise<void>

interface Planned {
  readonly at: number
  readonly nth: number
  readonly deed: Deed
}

export interface Agenda {
  /** Plans an action for an instant, milliseconds since 1970. */
  plan(at: number, deed: Deed): void
  /** When the next one is due; Infinity: nothing is planned. */
  next(): number
  /** Takes the next one. */
  take(): Deed | undefined
}

/** A binary heap: a day has tens of thousands of actions. */
export function createAgenda(): Agenda {
  const heap: Planned[] = []
  let planned = 0

  const isBefore = (one: Planned, other: Planned) =>
    one.at < other.at || (one.at === other.at && one.nth < other.nth)
  function exchange(one: number, other: number): void {
    const [a, b] = [heap[one], heap[other]]
    if (a && b) [heap[one], heap[other]] = [b, a]
  }
  const before = (one: number, other: number) => {
    const [a, b] = [heap[one], heap[other]]
    return a !== undefined && b !== undefined && isBefore(a, b)
  }

  return {
    plan(at, deed) {
      heap.push({ at, nth: (planned += 1), deed })
      for (let here = heap.length - 1; here > 0;) {
        const parent = (here - 1) >> 1
        if (!before(here, parent)) break
        exchange(here, parent)
        here = parent
      }
    },
    next: () => heap[0]?.at ?? Infinity,
    take() {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first?.deed
      heap[0] = last
      for (let here = 0; ;) {
        const [left, right] = [2 * here + 1, 2 * here + 2]
        const child = before(right, left) ? right : left
        if (!before(child, here)) break
        exchange(child, here)
        here = child
      }
      return first.deed
    },
  }
}
