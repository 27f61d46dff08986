// Whether somebody is likely called soon, so that the voice gets ready.
import type { Recorded } from '../hall/event.ts'

/** After these: a counter is free for the next one, or the next one has come. */
const CALLED_AFTER: ReadonlySet<string> = new Set([
  'counter-opened',
  'visit-taken',
  'finished',
  'missed',
  'held',
  'referred',
  'put-back',
])

export function isCallLikely(records: readonly Recorded[]): boolean {
  return records.some(({ event: { type } }) => CALLED_AFTER.has(type))
}
