// What is still to happen in a replayed day, the earliest first; at the same instant by `order`, then as added.

export interface Item<T> {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly what: T
}

interface Placed<T> extends Item<T> {
  readonly order: number
  readonly nth: number
}

/** A binary heap. */
export class Agenda<T> {
  private readonly heap: Placed<T>[] = []
  private added = 0

  add(at: number, what: T, order = 0): void {
    const placed = { at, what, order, nth: this.added++ }
    const { heap } = this
    let place = heap.length
    heap.push(placed)
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(placed, heap[parent] as Placed<T>)) break
      heap[place] = heap[parent] as Placed<T>
      place = parent
    }
    heap[place] = placed
  }

  /** When the next one is due; Infinity if there is none. */
  next(): number {
    return this.heap[0]?.at ?? Infinity
  }

  /** Takes the next one out; undefined if there is none. */
  take(): Item<T> | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || first === last) return first
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      const right = heap[child + 1]
      if (right && isBefore(right, heap[child] as Placed<T>)) child += 1
      if (!isBefore(heap[child] as Placed<T>, last)) break
      heap[place] = heap[child] as Placed<T>
      place = child
    }
    heap[place] = last
    return first
  }
}

function isBefore(one: Placed<unknown>, other: Placed<unknown>): boolean {
  return (
    one.at - other.at < 0 || (one.at === other.at && (one.order - other.order || one.nth - other.nth) < 0)
  )
}
