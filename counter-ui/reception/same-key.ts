// The key of a command that a person may press again because nobody answered: unchanged, it is the same command and
// happens once.
import type { Outcome } from '../../screens/command.ts'
import { newKey } from '../../screens/key.ts'

export interface SameKey {
  /** The key to send `body` with. */
  of(body: object): string
  /** Told of what came of it. */
  heard(outcome: Outcome<unknown>): void
}

export function sameKey(make: () => string = newKey): SameKey {
  let last = { written: '', key: '' }
  let isUnanswered = false
  return {
    of(body) {
      const written = JSON.stringify(body)
      if (!isUnanswered || last.written !== written) last = { written, key: make() }
      return last.key
    },
    heard(outcome) {
      isUnanswered = !outcome.ok && outcome.problem.code === 'offline'
    },
  }
}
