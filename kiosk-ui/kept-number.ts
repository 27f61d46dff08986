// The number on the screen outlives a reload of the page (a new version, a crashed tab): kept by the tab, only while
// it is shown.
import type { Taken } from './ticket.ts'

const KEY = 'antre.number'

export function keepNumber(taken: Taken | null): void {
  try {
    if (taken) sessionStorage.setItem(KEY, JSON.stringify(taken))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Where nothing can be kept, a reload loses the screen, not the number.
  }
}

/** The number that was shown before the page was loaded anew; null otherwise. */
export function keptNumber(): Taken | null {
  try {
    const entry = performance.getEntriesByType('navigation')[0]
    const again = entry instanceof PerformanceNavigationTiming && entry.type === 'reload'
    const kept = again ? sessionStorage.getItem(KEY) : null
    return kept ? (JSON.parse(kept) as Taken) : null
  } catch {
    return null
  }
}
