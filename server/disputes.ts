// Which clocks have disagreed with the server's since the start. A clock that is before the hall's last event is
// itself wrong (a box without a battery says 1970) and says nothing against the server.

/** More than a hall's devices and browsers. */
const MOST = 100

interface Word {
  /** What its clock said, and what the server's said then; the hall's own count; the end of the day that is open. */
  readonly theirs: number
  readonly at: number
  readonly here: number
  readonly endsAt: number
}

/** Undoes a change, and returns a function that redoes it. */
type Again = () => Again

/** `lies`: milliseconds within which two clocks count as the same. */
export function createDisputes(lies: number) {
  /** By who says it: whether the day that is open still goes on by that clock. */
  let words = new Map<string, boolean>()
  const exchange =
    (given: Map<string, boolean>): Again =>
    () => {
      const before = words
      words = given
      return exchange(before)
    }
  return {
    /** True: it is news. */
    add(who: string, { theirs, here, endsAt }: Word): boolean {
      if (theirs < here - lies || (words.size >= MOST && !words.has(who))) return false
      const goesOn = theirs < endsAt
      const isNews = words.get(who) !== goesOn
      words.set(who, goesOn)
      return isNews
    },
    remove: (who: string): boolean => words.delete(who),
    /** Forgets everything; the result brings it back, and returns one that forgets it again. */
    clear(): Again {
      return exchange(new Map())()
    },
    some: (): boolean => words.size > 0,
    sayThatTheDayGoesOn: (): boolean => [...words.values()].includes(true),
  }
}
