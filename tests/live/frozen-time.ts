// Time that only a test moves, for what is sent by the clock: timers and `performance`, but not the date.
import { afterEach, beforeEach, vi } from 'vitest'

/** During each test no timer fires by itself. */
export function freezeTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'setImmediate',
        'clearImmediate',
        'performance',
      ],
    })
  })
  afterEach(() => vi.useRealTimers())
}
