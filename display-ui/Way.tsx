// Which way to go, as an arrow that needs no words, seen from in front of the board.
import type { Direction } from '../server/hall/equipment.ts'
import type { BoardCall } from '../server/live/board.ts'
import type { Hall } from '../screens/hall.ts'
import { boardText } from './texts.ts'
import { lookUp } from '../screens/look-up.ts'

const STAIRS = 'M3 20.5h5v-4.5h4.5v-4.5H17V7h4.5'
const PATHS = {
  upstairs: `${STAIRS}M4 12V4m0 0L1.5 6.8M4 4l2.5 2.8`,
  downstairs: `${STAIRS}M4 3v8m0 0-2.5-2.8M4 11l2.5-2.8`,
}
const ARROW = 'M12 21V4m-7 7 7-7 7 7'
/** Degrees from straight ahead, which points up. */
const TURNS = { ahead: 0, 'ahead-right': 45, right: 90, back: 180, left: 270, 'ahead-left': 315 }

/**
 * The way to a call from where this board hangs (`place`: its zone, or null for the whole hall), if the plan says. A
 * visitor to whom staff come is not sent anywhere.
 */
export function wayTo(hall: Hall, call: BoardCall, place: string | null): Direction | null {
  const to = call.comeToMe ? null : hall.zones.value.get(call.zone)
  return (to && to.arrows && lookUp(to.arrows, place === null ? 'all' : place)) || null
}

/** Nothing if the plan gives no way. */
export function Way({ to }: { to: Direction | null }) {
  if (to === null) return null
  const isStairs = to === 'upstairs' || to === 'downstairs'
  return (
    <svg class="icon way" viewBox="0 0 24 24" role="img" aria-label={boardText(to)}>
      {isStairs ? <path d={PATHS[to]} /> : <path d={ARROW} transform={`rotate(${TURNS[to]} 12 12)`} />}
    </svg>
  )
}
