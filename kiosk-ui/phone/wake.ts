// A phone sleeps in the pocket. Its monotonic clock may stand still meanwhile, so that a view of ten minutes ago would
// seem fresh; the wall clock goes on. And while a call is awaited, the glass stays lit where the browser lets it.

/** Milliseconds that only go forward, sleep included: the wall clock's steps, those back left out. */
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

/** Keeps the glass lit from now on, each time the page is looked at. Browsers allow it by https alone, and not always. */
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
