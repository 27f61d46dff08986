// A clock and timers that move only when a test says so.
export interface FakeTime {
  now(): number
  after(ms: number, run: () => void): () => void
  /** Moves the clock, running what falls due in order. */
  pass(ms: number): void
  /** Moves the clock without running anything, as when a device sleeps. */
  sleep(ms: number): void
  /** Milliseconds until each waiting timer. */
  pending(): number[]
}

export function fakeTime(): FakeTime {
  let now = 1_000
  let timers: { due: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const timer = { due: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    pass(ms) {
      const end = now + ms
      for (;;) {
        const next = timers.filter((one) => one.due <= end).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        timers = timers.filter((one) => one !== next)
        now = Math.max(now, next.due)
        next.run()
      }
      now = end
    },
    sleep(ms) {
      now += ms
    },
    pending: () => timers.map((one) => one.due - now),
  }
}
