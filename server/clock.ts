// Time has one owner. It reads the system's clock against the last event, and wakes the loop when something is due:
// a hold's end, the end of a service's pause, the day's end.
import type { Time } from './hall/command.ts'
import type { Hall } from './hall/hall.ts'
import { minuteIn } from './time-zone.ts'

/** Behind the last event by more than this, the system's clock lies. Milliseconds. */
const LIES = 5 * 60_000
/** The clock is looked at no less often than this: the system's may be set at any moment. */
const LOOK = 20_000

/** `system` is the system's time with the rehearsal's offset, milliseconds since 1970. */
export interface Clock {
  system(): number
  /** The moment for a decision: never before the hall's last event. */
  time(hall: Hall): Time
}

/** Makes the clock. `system` answers milliseconds since 1970; it may jump, the clock never goes back. */
export function createClock(system: () => number): Clock {
  let cached = { minuteStart: -1, timeZone: '', minute: 0 }
  const minute = (timeZone: string, now: number) => {
    const minuteStart = Math.floor(now / 60_000)
    if (cached.minuteStart !== minuteStart || cached.timeZone !== timeZone) {
      cached = { minuteStart, timeZone, minute: minuteIn(timeZone, now) }
    }
    return cached.minute
  }
  return {
    system,
    time(hall) {
      const at = system()
      const now = Math.max(at, hall.at)
      return { now, minute: minute(hall.layout.plan.timeZone, now), suspect: at < hall.at - LIES }
    },
  }
}

/** The next instant at which the hall changes by time alone. */
export function nextDue(hall: Hall): number {
  const hold = hall.dues[0]?.at ?? Infinity
  const reopening = hall.layout.reopenings[0]?.at ?? Infinity
  return Math.min(hold, reopening, hall.endsAt)
}

/** Wakes the loop whenever something is due; `look` is called in between too, as the system's clock may have been set. */
export function watchClock(
  clock: Clock,
  hall: Hall,
  wake: () => void,
  look: () => void,
): { rearm(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  const rearm = () => {
    clearTimeout(timer)
    const wait = Math.min(Math.max(nextDue(hall) - clock.time(hall).now, 0), LOOK)
    timer = setTimeout(ring, wait)
    timer.unref()
  }
  const ring = () => {
    look()
    if (nextDue(hall) <= clock.time(hall).now) wake()
    rearm()
  }
  rearm()
  return { rearm, stop: () => clearTimeout(timer) }
}
