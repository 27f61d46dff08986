// Waiting for somebody else no longer than they may take. While this process itself stands still (it was stopped, got
// no time, or waits for a slow disk) it hears nobody, and once it goes on, its timers come before what was said
// meanwhile. So whoever was in time would be called late.

/** Milliseconds after which the time is looked at again. */
const SLICE = 1_000
/** Milliseconds by which a timer may be late before this process counts as having stood still. */
const STILL = 250

/**
 * Calls `then` after `ms`, counting the time in which this process stood still only if it does so again at once: then
 * it is merely slow. Returns what ends the waiting. Keeps no process alive.
 */
export function patiently(ms: number, then: () => void): () => void {
  let left = ms
  let forgave = false
  let timer = wait()

  function wait(): NodeJS.Timeout {
    const slice = Math.max(0, Math.min(left, SLICE))
    const began = performance.now()
    return setTimeout(() => {
      const passed = performance.now() - began
      forgave = passed > slice + STILL && !forgave
      if (!forgave) left -= Math.max(passed, slice)
      if (left > 0 || forgave) timer = wait()
      else then()
    }, slice).unref()
  }

  return () => clearTimeout(timer)
}
