// One step of a visit as all figures see it, likewise the spans of a counter, and what a step counts as. Every figure
// of docs/figures.md is made from these.
import type { Text } from '../../hall/plan.ts'
import type { StepStatus } from '../../hall/visit.ts'
import type { Piece } from './spans.ts'

/** How a step joined its visit. */
export type CameBy = 'ticket' | 'referred' | 'come-back' | 'return' | 'seated' | 'paper'

/**
 * Why a step ended without an outcome: the visitor cancelled it, a member of staff did so at the visitor's request,
 * its service was closed, the visit waits for the other service anyway, serving without a number was undone, the day
 * was over.
 */
export type End = 'visitor' | 'asked' | 'closed' | 'moved' | 'undone' | 'day'

/** Times are milliseconds since 1970, spans are seconds (unrounded); null is what docs/figures.md calls *none*. */
export interface Fact {
  /** The day on which the visit began, for which it counts. */
  readonly day: string
  readonly visit: string
  readonly step: string
  readonly number: string
  readonly service: string
  readonly agency: string
  /** Where it was last called (or served without a number), and the zone of that counter; null if never. */
  readonly zone: string | null
  readonly counter: string | null
  /** Who ended it at the counter, else who called it last; null if nobody did. */
  readonly staff: string | null
  /** The visit's class at the end. */
  readonly priority: boolean
  readonly comeToMe: boolean
  readonly language: string
  readonly cameBy: CameBy
  /** The step that sent the visitor here, or back here. */
  readonly from: string | null
  /** When the ticket was taken, and in which hour of the hall's day, 0 to 23. */
  readonly takenAt: number
  readonly hour: number
  /** When it first waited; null if it never did, and for steps served without a number or on paper. */
  readonly waitsFrom: number | null
  /**
   * Up to the first call, by the wall clock; null if it was never called, and for steps served without a number or on
   * paper.
   */
  readonly waitedSeconds: number | null
  /** The same without breaks and closed hours. */
  readonly waitedOpenSeconds: number | null
  /** If it was never called: how long it had waited when it ended, or has until now. */
  readonly uncalledSeconds: number | null
  /**
   * What does not count as waiting between `waitsFrom` and the first call, or the end; each moment counts once, in
   * this order.
   */
  readonly elsewhereSeconds: number
  readonly walkingSeconds: number
  readonly asideSeconds: number
  readonly slipSeconds: number
  /** How much of the waiting fell into breaks and closed hours. */
  readonly restSeconds: number
  /** The first call. */
  readonly calledAt: number | null
  /** The call that led to the first start. */
  readonly leadingCallAt: number | null
  /** The first start. */
  readonly startedAt: number | null
  /** Null for one that has not ended, and for paper on which it was not noted. */
  readonly endedAt: number | null
  /** From the call that led to the start. */
  readonly walkSeconds: number | null
  /** All spans of serving together; null if it was never started, or was forgotten overnight. */
  readonly servedSeconds: number | null
  /** Calls and recalls in all. */
  readonly calls: number
  /** Calls that were announced but that no speaker confirmed. */
  readonly notHeard: number
  /** Slips of the visit that failed; on its first step only, so that sums are right. */
  readonly slipsFailed: number
  readonly status: StepStatus
  readonly outcome: 'served' | 'incomplete' | 'referred' | null
  /** Requirements that were missing at the counter, with the outcome `incomplete`. */
  readonly missing: readonly string[]
  /** Documents handed over, with the outcome `served`; null if nobody noted it. */
  readonly documents: number | null
  /** Requirements that the visitor, on arrival, said they did not have. */
  readonly lacks: readonly string[]
  /** Codes of the plan's reasons for the end and for a call out of order; null if none was given. */
  readonly reason: string | null
  readonly callReason: string | null
  /** The visitor had gone to fetch what was missing and was to return for this. */
  readonly returns: boolean
  /** Null for a step with an outcome, and for one that has not ended. */
  readonly end: End | null
  /** It stood after another step when it ended. */
  readonly blocked: boolean
  /** The service level's T, the service's phase and the hall's operation when it joined the visit. */
  readonly levelSeconds: number
  readonly phase: string
  readonly operation: 'trial' | 'regular'
}

/** A counter held by the same person, open or paused, without a change. */
export interface CounterSpan {
  readonly day: string
  readonly counter: string
  readonly agency: string
  readonly zone: string
  readonly staff: string | null
  readonly state: 'open' | 'paused'
  /** Code of the plan's reason for the pause; null if none was given. */
  readonly reason: string | null
  /** Milliseconds since 1970; `to` is now if it is not over. */
  readonly from: number
  readonly to: number
  /** For how much of it somebody was being served. */
  readonly servingSeconds: number
  /** For how much of it the counter was open and free while somebody waited whom it could have called. */
  readonly idleSeconds: number
}

/** What something was called on a day: figures follow the id, and the name is the one of that time. */
export interface NameOf {
  readonly kind: 'agency' | 'service' | 'counter' | 'zone' | 'requirement' | 'reason'
  /** For a requirement `service/requirement`, for a reason `finish/code`, `call/code`, `pause/code`. */
  readonly id: string
  readonly name: Text
}

/** The hours of a day, as its plan had them in the end. */
export interface DayHours {
  readonly day: string
  readonly timeZone: string
  readonly startsAt: number
  readonly endsAt: number
  /** By agency with a counter in the plan: milliseconds since 1970, in order. */
  readonly agencies: { readonly [agency: string]: readonly Piece[] }
}

export type Result = 'served' | 'incomplete' | 'referred' | 'no-show' | 'left' | 'dropped' | 'open'

/** What a step counts as: exactly one of these, so that together they make what was taken. */
export function resultOf(
  fact: Pick<Fact, 'outcome' | 'status' | 'end' | 'blocked' | 'calledAt' | 'startedAt'>,
): Result {
  const { outcome, status, end, blocked, calledAt, startedAt } = fact
  if (outcome !== null) return outcome
  if (status !== 'cancelled' && status !== 'expired') return 'open'
  if (end === 'closed' || end === 'moved' || end === 'undone' || blocked) return 'dropped'
  return calledAt !== null || startedAt !== null ? 'no-show' : 'left'
}
