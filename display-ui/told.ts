// What stands above a board and over its foot takes room from it. How much, so that the board gives up what matters
// least as a whole: the foot, a row, the agency's long name; and never cuts a number or a counter in two.
import type { Freshness, Refused } from '../screens/live.ts'
import type { BoardView } from '../server/live/board.ts'

export interface Told {
  /** Banners above it, as lines of the list: 0 to 2. */
  above: number
  /** The place and its agency are said in one line. */
  isTight: boolean
  /** A card stands over the foot: the display's code, or the touch for the sound. */
  isNoted: boolean
}

export function toldOf(
  freshness: Freshness,
  refused: Refused | null,
  hall: BoardView['hall'] | null,
  isNoted: boolean,
): Told {
  const isReconnecting = freshness === 'reconnecting'
  const isWrong = refused !== null || isReconnecting || (hall !== null && hall.clockSuspect)
  const first = freshness === 'stale' ? 2 : isWrong ? 1 : 0
  const above = Math.min(2, first + (hall !== null && hall.clockOffset !== 0 ? 1 : 0))
  // That it reconnects is said in a low line, and is over within seconds.
  return { above, isTight: above > (isReconnecting ? 1 : 0), isNoted }
}
