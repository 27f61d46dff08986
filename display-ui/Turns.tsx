// Pages that take turns, all parts of a board in one even rhythm: they change at the same moment.
import { signal } from '@preact/signals'
import { boardText } from './texts.ts'

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
