// A board with nobody to call: it says *please wait* or, out of hours, when the hall opens again.
import type { BoardView } from '../server/live/board.ts'
import { OwnWords, PlanWords } from './Words.tsx'

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
