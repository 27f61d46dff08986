// A phone sleeps in a pocket. Meanwhile its monotonic clock may stop, so that a view from ten minutes ago would seem
// fresh; the wall clock goes on. And while a call is expected, the screen stays on if the browser allows it.

/** Milliseconds that only go forward, sleep included: the wall clock without its steps back. */
export function sleeplessClock(wallClock: () => number): () => number {
  let last = wallClock()
  let passed = 0
  return () => {
    const now = wallClock()
    passed += Math.max(0, now - last)
    last = now
    return passed
  }
}

interface WakeLocks {
  request(type: 'screen'): Promise<unknown>
}

/**
 * Keeps the screen on from now on, whenever the page is visible. Browsers allow it only over https, and not always.
 */
export function stayAwake(): void {
  const { wakeLock } = navigator as { wakeLock?: WakeLocks }
  if (!wakeLock) return
  const ask = () => {
    // A refusal (battery low, page hidden) leaves the phone as it is.
    if (document.visibilityState === 'visible') wakeLock.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}
