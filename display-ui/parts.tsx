// Small parts of a board that several of its larger ones use.
import { signal } from '@preact/signals'
import type { Direction } from '../server/hall/equipment.ts'
import type { BoardCall, BoardView } from '../server/live/board.ts'
import type { Hall } from '../screens/hall.ts'
import { boardText, boardAlso, type PlainKey, pickSecond, second } from './texts.ts'
import { lookUp } from '../screens/look-up.ts'
import type { Text } from '../server/hall/plan.ts'
import { pick } from '../screens/i18n.ts'

/** A text of the plan. */
export function PlanWords({ text }: { text: Text }) {
  return <Both first={pick(text)} other={pickSecond(text)} />
}

/** A text of the board's own. */
export function OwnWords({ text }: { text: PlainKey }) {
  return <Both first={boardText(text)} other={boardAlso(text)} />
}

/** Both, as two elements that the style sheet puts side by side or one below the other. */
export function Both({ first, other }: { first: string; other: string | null }) {
  return (
    <>
      <span class="first">{first}</span>
      {other !== null && (
        <span class="also" lang={second.value || undefined}>
          {other}
        </span>
      )}
    </>
  )
}

// Which way to go, as an arrow that needs no words, seen from in front of the board.

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

// Pages that take turns, all parts of a board in one even rhythm: they change at the same moment.

/** Which page of how many is shown: anyone who does not see their number waits for the next. */
export function Turns({ at, of }: { at: number; of: number }) {
  return <b class="turns figures">{boardText('page', { page: `${at + 1}/${of}` })}</b>
}

const TURN_MS = 8_000

const turn = signal(0)
setInterval(() => (turn.value += 1), TURN_MS)

/** The page to show now, from 0 to `count` - 1. Read it while rendering. */
export function pageNow(count: number): number {
  return count < 2 ? 0 : turn.value % count
}

// A board with nobody to call: it says *please wait* or, out of hours, when the hall opens again.

/** Whether the hall is closed and nobody is left who needs a board. */
export function isClosed({ hours, calls, queues }: BoardView): boolean {
  return !hours.open && calls.length === 0 && queues.every(({ waiting }) => waiting === 0)
}

/** The same, and the staff have left too, or have not come yet. */
export function isNight(view: BoardView): boolean {
  return isClosed(view) && view.counters.every(({ state }) => state === 'closed')
}

/** What is said in the middle, in both languages, one below the other. */
export function Empty({ view }: { view: BoardView }) {
  const words = view.notice || view.hours.words
  const closed = isClosed(view) || view.notice
  return (
    <>
      <p class="hero-counter">
        <OwnWords text={closed ? 'closed' : 'waitTitle'} />
      </p>
      <p class="line">{closed ? words && <PlanWords text={words} /> : <OwnWords text="waitHint" />}</p>
    </>
  )
}
