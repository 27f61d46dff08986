// How much room is taken by what covers a board's top or foot, so that the board gives up its foot as a whole; other
// room is measured (fit.ts).
import type { Freshness, Refused } from '../screens/live.ts'
import type { BoardView } from '../server/live/board.ts'

export interface Told {
  /** How many banners are above it, in lines of the list: 0 to 2. */
  above: number
  /** Whether a card covers the foot: the display's code, or the touch for the sound. */
  isNoted: boolean
}

export function toldOf(
  freshness: Freshness,
  refused: Refused | null,
  hall: BoardView['hall'] | null,
  isNoted: boolean,
): Told {
  const isWrong = refused !== null || freshness === 'reconnecting' || (hall !== null && hall.clockSuspect)
  const first = freshness === 'stale' ? 2 : isWrong ? 1 : 0
  const above = Math.min(2, first + (hall !== null && (hall.clockOffset !== 0 || hall.training) ? 1 : 0))
  return { above, isNoted }
}
