// Numbers that were asked for and of which no answer came yet: they outlive a reload, a crash and a restart of the kiosk,
// so that no number stays in the hall that nobody holds. Kept until their answer is known, at most a day.
import type { Wish } from './ticket.ts'

export interface KeptIntent {
  key: string
  wish: Wish
  /** Until when it was meant, by the hall's clock; asked with it again later it is a question only. */
  notAfter: string | null
  /** When it was pressed, by this device's wall clock; milliseconds since 1970. */
  at: number
  /** The visitor has gone: it is given back, whatever it was. */
  left: boolean
}

export interface IntentStore {
  read(): KeptIntent[]
  write(intents: readonly KeptIntent[]): void
}

const KEY = 'antre.asked'
const DAY_MS = 86_400_000
/** More than a kiosk could ask for while a line is cut. */
const MOST = 50

export const browserIntents: IntentStore = {
  read() {
    try {
      return known(JSON.parse(localStorage.getItem(KEY) ?? '[]'))
    } catch {
      return []
    }
  },
  write(intents) {
    try {
      if (intents.length === 0) localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, JSON.stringify(intents.slice(-MOST)))
    } catch {
      // Where nothing can be kept, a reload may lose what was asked for: the hall sees to a number that nobody took.
    }
  },
}

/** What the server may still know of: it forgets keys after a day, and so does the kiosk. */
export function notForgotten(intents: readonly KeptIntent[], now: number): KeptIntent[] {
  return intents.filter(({ at }) => Math.abs(now - at) < DAY_MS)
}

function known(kept: unknown): KeptIntent[] {
  return Array.isArray(kept) ? (kept as KeptIntent[]).filter((one) => typeof one?.key === 'string') : []
}
