// Searching by turns: a search takes some milliseconds of the one loop that also gives tickets, so each turn has one,
// few may wait, and an answered question is not asked of the index again.
import { setImmediate as nextTurn } from 'node:timers/promises'
import pLimit from 'p-limit'
import { boundedMap } from '../access/cache.ts'

/** Questions that may wait: from a kiosk or staff, and from strangers, who leave the others their places. */
export const mostWaiting = { known: 32, stranger: 8 } as const
/** Answers to keep: all that a day's visitors type. */
const MOST_KEPT = 500

export type Asker = keyof typeof mostWaiting

export function createTurns<Found>() {
  const kept = boundedMap<string, Promise<Found>>(MOST_KEPT)
  const limit = pLimit(1)

  /** Searches in a turn of its own, or returns what was found for this question before; null: too many wait. */
  function inTurn(question: string, asker: Asker, find: () => Promise<Found>): Promise<Found> | null {
    const known = kept.get(question)
    if (known) return known
    if (limit.activeCount + limit.pendingCount >= mostWaiting[asker]) return null
    const found = limit(async () => {
      await nextTurn()
      return find()
    })
    found.catch(() => kept.delete(question))
    kept.set(question, found)
    return found
  }

  return {
    inTurn,
    /** What was found may be wrong from now on. */
    forget: () => kept.clear(),
  }
}
