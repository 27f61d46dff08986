// The silent alarm: somebody at the counter threatens, and must not notice. Nothing on the page answers the press; a
// dot beside the counter's name is all that changes, once the server has it. So it is pressed on purpose or not at all:
// twice in a row, or three touches of the counter's name.
import { command } from '../../screens/command.ts'

/** How soon the last press must follow the first, in milliseconds. */
export const WITHIN_MS = 1_500
export const KEY_PRESSES = 2
export const TOUCHES = 3

/** How long it is tried while nobody answers: a cut line may be mended, and nobody can press again and again. */
const LIMIT_MS = 60_000

/** Counts presses; answers true with the one that completes the sign. `now` in milliseconds of any clock. */
export function makeSign(presses: number): (now: number) => boolean {
  let times: number[] = []
  return (now) => {
    times = [...times.filter((at) => now - at <= WITHIN_MS), now]
    if (times.length < presses) return false
    times = []
    return true
  }
}

/** Raises it beside whatever else is under way. What comes back is shown nowhere: the view says whether it stands. */
export function raiseAlarm(counter: string): void {
  const path = `/api/counters/${encodeURIComponent(counter)}/help`
  void command('POST', path, { alarm: true }, { limitMs: LIMIT_MS })
}
