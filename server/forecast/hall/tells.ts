// A wait as it is told, and what tells it.
import type { Step, Visit } from '../../hall/visit.ts'
import { UNLIKELY } from '../forecast.ts'

/** `likely`: nine in ten are called before the counters close; `unlikely`: at most three in ten. */
export type Promised = 'likely' | 'maybe' | 'unlikely'

/** A wait as it is told now. */
export interface ToldNow {
  /** Minutes from now, rounded as people say them. */
  readonly lowMinutes: number
  readonly highMinutes: number
  /** For where there is room for only one figure: the middle, to the minute. */
  readonly minutes: number
  readonly today: Promised
  /** It rests on the plan's minutes. */
  readonly isFirst: boolean
  /** What was told before the last change; null: it has never changed. */
  readonly was: Was | null
}

/** A range of hours that was told, milliseconds since 1970, and what moved it. */
export interface Was {
  readonly from: number
  readonly to: number
  readonly because: Because
}

/**
 * What moved it: counters that opened, or that closed or paused; the visitor's other services; else how fast or slowly
 * the line moves.
 */
export type Because = 'opened' | 'closed' | 'own' | 'faster' | 'slower'

/** What opening a closed counter now would change for those who wait. */
export interface OneMore {
  /** Minutes that they wait less, on average. */
  readonly minutes: number
  /** How many more are called before the counters close. */
  readonly served: number
}

export interface Advice {
  /** By counter that is closed and would have something to do. */
  readonly counters: ReadonlyMap<string, OneMore>
  /** By service: from when somebody who takes a number is unlikely to be called today; milliseconds since 1970. */
  readonly stops: ReadonlyMap<string, number>
}

export interface NotCalled {
  /** The sum of their chances, which need not be whole. */
  readonly count: number
  /** Some of it rests on the plan's minutes. */
  readonly isFirst: boolean
}

/** A better time to come. */
export interface Quieter {
  /** The hall's day; null: any day. */
  readonly day: string | null
  /** Minutes after midnight. */
  readonly minute: number
  /** How long it usually takes then; null: not known that well. */
  readonly minutes: number | null
}

/** What is kept with a ticket, so that it can be judged. */
export interface ToldWith {
  readonly now: ToldNow
  /** The chance of being called before the counters close. */
  readonly today: number
  readonly basis: readonly number[]
  /** How much the range was widened. */
  readonly width: number
}

export interface Tells {
  /** Grows with every forecast: between two, what newcomers are told changes only because of those who come. */
  version(): number
  /** The last event known to what is told at `now`; null: nothing is told. */
  asOf(now: number): number | null
  /** What the holder of a visit is told at `now` about a step; null: nothing can be known, or it does not wait. */
  step(visit: Visit, index: number, now: number): ToldNow | null
  /** What somebody who takes a number at `now` is told. */
  newcomer(service: string, priority: boolean, now: number): ToldNow | null
  /** Whether somebody who takes a number at `now` is told that today is unlikely; null: nobody can tell. */
  isFull(service: string, now: number): boolean | null
  /**
   * How many of those who wait for these services will not be called before the counters close; null: nobody can tell.
   */
  notCalled(services: readonly string[], now: number): NotCalled | null
  /** A quieter time for somebody who may as well come then; null: none is known, or now is as good. */
  quieter(service: string, now: number): Quieter | null
  /** What a manager could do about the queues. */
  advice(): Advice
  /** Whether somebody who waits for this step should set out now, from where they said they wait. */
  isNear(step: string): boolean
  /** All who should, in the order in which they are likely to be called. */
  nearest(): readonly { readonly visit: Visit; readonly step: Step }[]
  /** The same for a step, with what `learn` needs. */
  toKeep(visit: Visit, index: number, now: number): ToldWith | null
}

/** From this share on it is likely, up to this one unlikely. */
const LIKELY = 0.9

export function promised(today: number): Promised {
  if (today >= LIKELY) return 'likely'
  return today <= UNLIKELY ? 'unlikely' : 'maybe'
}
