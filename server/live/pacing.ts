// When a topic's view is sent again: a change of calls at once, other changes at most every 50 ms per topic, and never
// so many in one turn that a command has to wait for them.

/** Milliseconds between two views of a topic when no call changed. */
export const PACE = 50
/**
 * How many topics are computed in one turn, and for how many milliseconds, so that thousands of phones never keep
 * commands waiting.
 */
const PORTION = 100
const PORTION_MS = 2

export interface Paced {
  sentAt: number
  /** When to compute it again; null if nothing has changed. */
  due: number | null
  /** Its own pace in milliseconds, where it has one. */
  readonly pace?: number | undefined
}

interface Parts<Topic extends Paced> {
  readonly all: () => Iterable<Topic>
  /** Called before a portion, to mark what has changed meanwhile. */
  readonly before: () => void
  readonly deliver: (topic: Topic) => void
}

export function createPacing<Topic extends Paced>({ all, before, deliver }: Parts<Topic>) {
  /** A flush is already scheduled for this round of the event loop; a later one is in `later`. */
  let scheduled = false
  let later: NodeJS.Timeout | undefined

  /** The topic may have changed. */
  function touch(topic: Topic, atOnce: boolean): void {
    const due = atOnce ? 0 : topic.sentAt + (topic.pace ?? PACE)
    topic.due = topic.due === null ? due : Math.min(topic.due, due)
    schedule()
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(flush)
  }

  /** Sends what is due, a portion per turn; what is due later waits for its time. */
  function flush(): void {
    before()
    scheduled = false
    const now = performance.now()
    let left = PORTION
    let next = Infinity
    for (const topic of all()) {
      if (topic.due === null) continue
      if (topic.due > now) next = Math.min(next, topic.due)
      else if (left === PORTION || (left > 0 && performance.now() - now < PORTION_MS)) {
        left -= 1
        topic.due = null
        deliver(topic)
      } else next = now
    }
    clearTimeout(later)
    if (next <= now) schedule()
    else if (next < Infinity) later = setTimeout(schedule, next - now).unref()
  }

  return {
    touch,
    /** Has a portion sent in this round of the event loop. */
    schedule,
    stop: () => clearTimeout(later),
  }
}
