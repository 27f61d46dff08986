// The hall's time while it is open: what is due wakes the loop, the screens learn when the clock comes into doubt, and
// what must wait until the date is certain is then done.
import { type Clock, watchClock } from '../clock.ts'
import type { Hall } from '../hall/hall.ts'
import type { Context } from '../live/context.ts'
import type { Push } from '../live/push.ts'
import type { Store } from '../store/store.ts'

interface TimeParts {
  readonly hall: Hall
  readonly clock: Clock
  /** Seconds added to the system's clock. */
  readonly clockOffset: number
  readonly context: Pick<Context, 'clockState'>
  readonly push: Pick<Push, 'refresh'>
  readonly store: Pick<Store, 'erase'>
  /** Something is due. */
  readonly wake: () => void
  /** Called when another clock has settled what this one could not. */
  readonly settled: () => void
}

/** Begins to watch. `heard`: for what another clock said, milliseconds since 1970. */
export function watchTime({ hall, clock, clockOffset, context, push, store, wake, settled }: TimeParts) {
  let state = context.clockState()
  const look = () => {
    if (context.clockState() !== state) push.refresh()
    state = context.clockState()
  }
  const watch = watchClock(clock, hall, wake, look)
  // What was typed in a day that may be reopened stays until somebody has confirmed the new one.
  const eraseOver = () => store.erase(clock.isSure() ? hall.day : (hall.closedDay?.day.day ?? hall.day))
  eraseOver()
  return {
    ...watch,
    heard(who: string, theirs: number): void {
      if (!clock.hear(hall, who, theirs + clockOffset * 1000)) return
      look()
      wake()
      eraseOver()
      settled()
    },
  }
}
