// What the model is made of: plain objects that change in place.
import type { Plan } from '../../server/hall/plan.ts'

export interface ModelStep {
  readonly id: string
  service: string
  /** Papers that it was said to lack. */
  missing: readonly string[]
  status: string
  after: string[]
  callableFrom: number
  until: number | null
  comeBack: { counter: string; until: number | null } | null
  /** Nobody came to the first call. */
  secondCall: boolean
  /** Where it was called last, if ever. */
  calledAt?: string
  /** The return of a visitor who fetched what was missing. */
  returns: boolean
}

export interface ModelSlip {
  status: string
  noted: boolean
  printer: string | null
  why: string | null
  /** Slips asked for at a printer so far. */
  copies: number
}

export interface ModelVisit {
  readonly id: string
  readonly day: string
  readonly number: string
  readonly prefix: string
  readonly running: number
  takenAt: number
  priority: boolean
  slip: ModelSlip
  walk: { zone: string; until: number } | null
  steps: ModelStep[]
  /** A new number after every change, never the same one twice. */
  stamp: number
}

export interface ModelCounter {
  state: string
  staff: string | null
  current: { visit: string; step: string } | null
  last: {
    at: number
    /** Null for a hand-over. */
    visit: ModelVisit | null
    current: ModelCounter['current']
    staff: string | null
    stamp: number
  } | null
}

export const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

/** What the model's steps need to know of its hall. */
export interface ModelHall {
  readonly plan: Plan
  readonly day: string
  counter(id: string): ModelCounter
  allCounters(): Iterable<ModelCounter>
  visit(id: string): ModelVisit
  zoneOf(counter: string): string
}
