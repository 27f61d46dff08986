// Pages that take turns, all parts of a board in one even rhythm: they change at the same moment.
import { signal } from '@preact/signals'

export const TURN_MS = 8_000

const turn = signal(0)
setInterval(() => (turn.value += 1), TURN_MS)

/** The page to show now, from 0 to `count` - 1. Read it while rendering. */
export function pageNow(count: number): number {
  return count < 2 ? 0 : turn.value % count
}
