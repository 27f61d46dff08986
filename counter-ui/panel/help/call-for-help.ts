// The panel's call for help: what it shows of an open one, and the silent alarm.
import { command } from '../../../screens/command.ts'
import type { CounterView } from '../../../server/live/counter.ts'

export type Help = CounterView['help']

/** The open call as shown; `hidden`: it only looks withdrawn. */
export interface Shown {
  readonly at: string
  readonly answeredBy: string | null
  readonly hidden: boolean
}

/**
 * The next state of the line. An alarm shows nothing, but an open call that became one still looks like an open call,
 * even when it is "withdrawn": somebody standing there would notice a line disappear as well as appear. A call that
 * `me`, its own caller, answers is withdrawn.
 */
export function nextShown(before: Shown | null, help: Help, me: string): Shown | null {
  if (!help || (!help.alarm && help.answeredBy === me)) return null
  if (!help.alarm) return { at: help.at, answeredBy: help.answeredBy, hidden: false }
  return before && { ...before, answeredBy: help.answeredBy }
}

/** The quiet sign beside the counter's name: one dot for an open alarm, two when somebody is coming. */
export function alarmSign(help: Help): '' | '·' | '··' {
  if (!help || !help.alarm) return ''
  return help.answeredBy === null ? '·' : '··'
}

// The silent alarm: somebody at the counter is threatening, and must not notice. Nothing on the page reacts to the
// press; a dot beside the counter's name is all that changes, once the server has it. So it must be hard to press by
// accident: twice in a row, or three touches of the counter's name.

/** How soon the last press must follow the first, in milliseconds. */
export const WITHIN_MS = 1_500
export const KEY_PRESSES = 2
export const TOUCHES = 3

/** How long to go on trying without an answer: the network may come back, and nobody can press again and again. */
const LIMIT_MS = 60_000

/** Counts presses; returns true for the one that completes the signal. `now` in milliseconds of any clock. */
export function makeSign(presses: number): (now: number) => boolean {
  let times: number[] = []
  return (now) => {
    times = [...times.filter((at) => now - at <= WITHIN_MS), now]
    if (times.length < presses) return false
    times = []
    return true
  }
}

/**
 * Raises it beside whatever else is under way. The answer is shown nowhere: the view says whether the alarm is open.
 */
export function raiseAlarm(counter: string): void {
  const path = `/api/counters/${encodeURIComponent(counter)}/help`
  void command('POST', path, { alarm: true }, { limitMs: LIMIT_MS })
}
