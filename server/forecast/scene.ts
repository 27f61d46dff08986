// What the forecast is made from: the hall at one moment, and nothing else. All times are minutes from that moment, so
// that it can hold neither a date nor a clock; `ago` counts backwards.
import type { Pace } from './pace.ts'

export interface Scene {
  /** Minutes after the hall's midnight. */
  readonly minute: number
  /**
   * The same seed and scene give the same forecast. Keep the seed for a whole day, so that nothing jumps by chance
   * alone.
   */
  readonly seed: number
  /** Credit gained per minute, by class. */
  readonly rates: { readonly regular: number; readonly priority: number }
  /** How long a visitor walks from one zone to another. */
  readonly walk: number
  readonly services: readonly ServiceScene[]
  readonly counters: readonly CounterScene[]
  /**
   * Everybody who waits or may wait again today: waiting, blocked, held or missed steps, including those of visitors
   * at a counter.
   */
  readonly steps: readonly StepScene[]
}

export interface ServiceScene {
  readonly id: string
  readonly pace: Pace
  /** Priority visitors still expected, per hour; they may pass those who wait. Absent: none. */
  readonly priorityPerHour?: number
  /** How its line has moved today, see `signals.ts`. Absent: nothing is known. */
  readonly signals?: readonly number[]
}

/** From and to, minutes from now on. */
export interface Rest {
  readonly from: number
  readonly to: number
}

/** Lists with the smallest first, each value as likely as on earlier days. */
export interface HabitScene {
  /** When it may begin, minutes from now. */
  readonly begins: readonly number[]
  /** How many minutes it may last. */
  readonly lasts: readonly number[]
  /** How likely it is that there will be one at all. */
  readonly share: number
}

export interface CounterScene {
  readonly id: string
  readonly zone: string
  readonly services: readonly string[]
  /** When it calls: 0 if it is open, later if a pause has an end or it will open; null if nobody knows. */
  readonly opensIn: number | null
  /** From when it calls nobody any more; null: no end is known. */
  readonly closesIn: number | null
  /** Times in between when it calls nobody. */
  readonly rests: readonly Rest[]
  /**
   * When it may begin to call, the earliest first, if `opensIn` is only the middle of what is likely. Absent: at
   * `opensIn`.
   */
  readonly mayOpen?: readonly number[]
  /** A break that it usually takes and has not had yet. */
  readonly habit?: HabitScene
  /** Whom it calls or serves now; null: nobody. `ago`: since the call. */
  readonly busy: { readonly step: string; readonly service: string; readonly ago: number } | null
}

export interface StepScene {
  readonly id: string
  readonly visit: string
  readonly service: string
  /** `waiting`: in a line. `blocked`: behind others of its visit. `away`: held or missed; comes back at `callableIn`. */
  readonly state: 'waiting' | 'blocked' | 'away' | 'at-counter'
  /** Minutes since the arrival from which credit runs. */
  readonly ago: number
  readonly priority: boolean
  /**
   * Nobody calls it before then: a walk, a late return, the end of a hold. Null: nobody knows when, so nothing is
   * told.
   */
  readonly callableIn: number | null
  /** Steps that must end first. */
  readonly after: readonly string[]
  /** A come-back: until then only this counter calls it. */
  readonly kept?: { readonly counter: string; readonly until: number }
}

/** How long it will take to be called, in minutes, unrounded. */
export interface Told {
  /** One in ten waits less. */
  readonly low: number
  readonly median: number
  /** One in ten waits longer. */
  readonly high: number
  /** The chance of being called before the counters close, 0 to 1. */
  readonly today: number
  /** What the three rest on. Keep it with them: `learn` needs it once the truth is known. */
  readonly basis: readonly number[]
}

/** What somebody who takes a number for a service now is told. */
export interface ForNewcomers {
  readonly regular: Told | null
  readonly priority: Told | null
  /**
   * How many minutes later it may get until only three in ten are still called before the counters close; below 0: it
   * is already so. Null: nobody knows when the counters close, or whether one calls.
   */
  readonly spare: number | null
}

/** What is told about a hall. Null: nothing can be known, as no counter calls and nobody knows when one will. */
export interface Forecast {
  /** By step. */
  readonly steps: ReadonlyMap<string, Told | null>
  /** By service. */
  readonly newcomers: ReadonlyMap<string, ForNewcomers>
  /** How many times the hall was run forward. */
  readonly draws: number
}
