// The hall's clock as this page knows it: the server's last time, carried on by the device's own monotonic clock. A
// command uses it to say until when it is meant; the device's wall clock may be wrong by years.
import { browserIo } from './live.ts'

/** A minute of beats. Over more, two clocks drift apart; with fewer, one slow message would count. */
const SIGNS = 12

/**
 * Hall minus device at each sign of life, in milliseconds. The largest belongs to the message that was least delayed.
 */
let signs: readonly number[] = []

/** Takes the server's clock: `at`, ISO 8601, received when the device's own clock showed `now` milliseconds. */
export function hearHallTime(at: string, now: number = performance.now()): void {
  const ahead = Date.parse(at) - now
  if (!Number.isNaN(ahead)) signs = [...signs, ahead].slice(-SIGNS)
}

/** What was heard before no longer counts. */
export function forgetHallTime(): void {
  signs = []
}

/** The hall's time in milliseconds since 1970, never ahead of the server's; null before the first sign of life. */
export function hallTime(now: number = performance.now()): number | null {
  return signs.length === 0 ? null : Math.max(...signs) + now
}

browserIo.heard = (at) => hearHallTime(at)
