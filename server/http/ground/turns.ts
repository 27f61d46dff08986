// Costly answers that anybody may ask for, one in each turn of the loop: however many ask at once, tickets come in
// between. If more than a few wait, they are not people asking.
import { setImmediate as nextTurn } from 'node:timers/promises'
import pLimit from 'p-limit'

/** Resolves when it is the asker's turn: true, or false at once if `most` are already waiting. */
export function createTurns(most: number): () => Promise<boolean> {
  const limit = pLimit(1)
  return async () => {
    if (limit.activeCount + limit.pendingCount >= most) return false
    await limit(() => nextTurn())
    return true
  }
}
