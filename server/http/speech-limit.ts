// How much one kiosk may have said: as fast as a person presses keys for a while, then about as fast as people listen.
import { boundedMap } from '../access/cache.ts'

/** Sentences in a row at once. */
const BURST = 30
/** Sentences a second in the long run: each takes the voice about 0.2 s of one core. */
const PER_SECOND = 1
/** Kiosks that are counted; a hall has fewer. */
const MOST_DEVICES = 200

/** Answers 0 where the device may have one more sentence said at this time (ms), else the seconds to wait. */
export function createSpeechLimit(): (device: string, at: number) => number {
  /** Until when each device's sentences so far would last at the long run's pace, ms. */
  const spent = boundedMap<string, number>(MOST_DEVICES)
  return (device, at) => {
    const full = at + (BURST * 1000) / PER_SECOND
    // A clock that was put back must not keep a kiosk silent.
    const until = Math.min(Math.max(spent.get(device) ?? at, at), full)
    const next = until + 1000 / PER_SECOND
    if (next > full) return Math.max(1, Math.ceil((next - full) / 1000))
    spent.set(device, next)
    return 0
  }
}
