// What happens next in a draw: the earliest of many times, found without going through all of them (a binary heap, in
// two flat lists, because a forecast takes some hundred thousand of them).

export class Agenda {
  private readonly times: number[] = []
  private readonly whats: number[] = []

  get isEmpty(): boolean {
    return this.times.length === 0
  }

  /** The time of what comes next; Infinity if nothing does. */
  get next(): number {
    return this.times[0] ?? Infinity
  }

  add(time: number, what: number): void {
    const { times, whats } = this
    let at = times.length
    times.push(time)
    whats.push(what)
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = times[above] as number
      if (other < time || (other === time && (whats[above] as number) <= what)) break
      times[at] = other
      whats[at] = whats[above] as number
      at = above
    }
    times[at] = time
    whats[at] = what
  }

  /** Takes what comes next; of two at the same time the one with the smaller number. -1 if nothing is left. */
  take(): number {
    const { times, whats } = this
    const first = whats[0]
    if (first === undefined) return -1
    const time = times.pop() as number
    const what = whats.pop() as number
    const count = times.length
    if (count > 0) {
      let at = 0
      for (;;) {
        let below = 2 * at + 1
        if (below >= count) break
        if (below + 1 < count && this.isBefore(below + 1, below)) below += 1
        const other = times[below] as number
        if (time < other || (time === other && what <= (whats[below] as number))) break
        times[at] = other
        whats[at] = whats[below] as number
        at = below
      }
      times[at] = time
      whats[at] = what
    }
    return first
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.times[a] as number, this.times[b] as number]
    return first < second || (first === second && (this.whats[a] as number) < (this.whats[b] as number))
  }
}
