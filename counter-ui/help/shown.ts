// What the panel says of its call for help. Pure.
import type { CounterView } from '../../server/live/counter.ts'

export type Help = CounterView['help']

/** The open call as it is shown; `hidden`: it was taken back for the eye alone. */
export interface Shown {
  readonly at: string
  readonly answeredBy: string | null
  readonly hidden: boolean
}

/**
 * The next state of the line. An alarm shows nothing, but an open call that became one goes on looking like an open
 * call, also when it is "taken back": who stands there would see a line go as well as a line come. A call that was
 * answered by `me`, its own caller, is taken back.
 */
export function nextShown(before: Shown | null, help: Help, me: string): Shown | null {
  if (!help || (!help.alarm && help.answeredBy === me)) return null
  if (!help.alarm) return { at: help.at, answeredBy: help.answeredBy, hidden: false }
  return before && { ...before, answeredBy: help.answeredBy }
}

/** The quiet sign beside the counter's name: one dot for an alarm that stands, two when somebody is coming. */
export function alarmSign(help: Help): '' | '·' | '··' {
  if (!help || !help.alarm) return ''
  return help.answeredBy === null ? '·' : '··'
}
