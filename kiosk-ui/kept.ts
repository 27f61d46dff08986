// What the kiosk keeps beyond its page. Unanswered requests for a number outlive a reload, a crash and a restart, so
// that no number that nobody holds stays in the hall; they are kept until the answer is known, at most a day. The
// number on the screen outlives a reload.
import type { Static } from 'typebox'
import type { TakenVisit, TakeVisit } from '../server/http/commands/visits.ts'

export type Wish = Static<typeof TakeVisit>
export type Taken = Static<typeof TakenVisit>

export interface KeptIntent {
  key: string
  wish: Wish
  /** Until when it was meant, by the hall's clock; sent again later, it only asks what became of it. */
  notAfter: string | null
  /** When it was pressed, by this device's wall clock; milliseconds since 1970. */
  at: number
  /** The visitor has gone: whatever number comes is given back. */
  left: boolean
}

export interface IntentStore {
  read(): KeptIntent[]
  write(intents: readonly KeptIntent[]): void
}

const ASKED_KEY = 'antre.asked'
const DAY_MS = 86_400_000
/** More than a kiosk could ask for while the network is down. */
const MOST = 50

export const browserIntents: IntentStore = {
  read() {
    try {
      return known(JSON.parse(localStorage.getItem(ASKED_KEY) ?? '[]'))
    } catch {
      return []
    }
  },
  write(intents) {
    try {
      if (intents.length === 0) localStorage.removeItem(ASKED_KEY)
      else localStorage.setItem(ASKED_KEY, JSON.stringify(intents.slice(-MOST)))
    } catch {
      // If nothing can be kept, a reload may lose the request: the hall then deals with a number that nobody took.
    }
  },
}

/** Those that the server may still know: it forgets keys after a day, and so does the kiosk. */
export function notForgotten(intents: readonly KeptIntent[], now: number): KeptIntent[] {
  return intents.filter(({ at }) => Math.abs(now - at) < DAY_MS)
}

function known(kept: unknown): KeptIntent[] {
  return Array.isArray(kept) ? (kept as KeptIntent[]).filter((one) => typeof one?.key === 'string') : []
}

// The number on the screen outlives a reload of the page (a new version, a crashed tab): the tab keeps it, only while
// it is shown.
const NUMBER_KEY = 'antre.number'

export function keepNumber(taken: Taken | null): void {
  try {
    if (taken) sessionStorage.setItem(NUMBER_KEY, JSON.stringify(taken))
    else sessionStorage.removeItem(NUMBER_KEY)
  } catch {
    // If nothing can be kept, a reload loses the screen, not the number.
  }
}

/** The number that was shown before the page reloaded; null otherwise. */
export function keptNumber(): Taken | null {
  try {
    const entry = performance.getEntriesByType('navigation')[0]
    const again = entry instanceof PerformanceNavigationTiming && entry.type === 'reload'
    const kept = again ? sessionStorage.getItem(NUMBER_KEY) : null
    return kept ? (JSON.parse(kept) as Taken) : null
  } catch {
    return null
  }
}
