// A wait as people say it: they read *10–20 minutes* and trust it; they do not trust *13–19*. Kiosk, slip, phone and
// board use it, and so do recorded queues: what is judged is what people are told.
import type { Told } from './scene.ts'

/** Whole minutes. */
export interface Said {
  readonly low: number
  readonly high: number
  /** For where there is room for only one figure: the median, to the minute. */
  readonly minutes: number
}

/** No wait is known more precisely than this, in minutes. */
const NARROWEST = 5

/** What people are told about a wait. */
export function said({ low, median, high }: Pick<Told, 'low' | 'median' | 'high'>): Said {
  const from = rounded(low)
  const to = Math.max(from + NARROWEST, rounded(high))
  return { low: from, high: to, minutes: Math.min(to, Math.max(from, Math.round(median))) }
}

/**
 * To the minute under ten minutes, when five are a lot; to five in the first hour, to a quarter of an hour up to two
 * and a half hours, then to half an hour.
 */
function rounded(minutes: number): number {
  const to = minutes < 9.5 ? 1 : minutes < 57.5 ? 5 : minutes < 150 ? 15 : 30
  return Math.round(Math.max(0, minutes) / to) * to
}
