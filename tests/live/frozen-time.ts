// Time that a test alone moves, for what is sent by the clock: timers and `performance`, but not the date.
import { afterEach, beforeEach, vi } from 'vitest'

/** From each test's beginning to its end no timer fires by itself. */
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
