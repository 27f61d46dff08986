// Costly answers that anybody may ask for, one in each turn of the loop: however many ask at once, tickets come in
// between. More than a few waiting are asked for by no person.
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Resolves when it is the asker's turn: true, or false at once where `most` wait already. */
export function createTurns(most: number): () => Promise<boolean> {
  let waiting = 0
  let turn = Promise.resolve()
  return async () => {
    if (waiting >= most) return false
    waiting += 1
    turn = turn.then(() => nextTurn())
    await turn
    waiting -= 1
    return true
  }
}
