// The facts of a day: one row per step, written when the day closes, so that a year's figures are one query.
import { waitsEnd } from '../hours.ts'
import type { Reason } from '../event-parts.ts'
import type { Hall } from '../hall.ts'
import type { Step, StepStatus, Visit } from '../visit.ts'

/** One step as the figures see it. Times are milliseconds since 1970, spans are seconds. */
export interface Fact {
  /** The day on which the visit began; it counts for that one. */
  readonly day: string
  readonly visit: string
  readonly step: string
  readonly number: string
  readonly service: string
  readonly agency: string
  /** Where it was called last, and by whom; null if never. */
  readonly counter: string | null
  readonly staff: string | null
  readonly priority: boolean
  readonly comeToMe: boolean
  readonly language: string
  readonly takenAt: number
  /** For a visit never called: no longer than the service was open. */
  readonly waitedSeconds: number
  /** The first call. */
  readonly calledAt: number | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** Also null if it ended on a later day than it began: nobody was served through the night. */
  readonly servedSeconds: number | null
  /** Calls and recalls in all. */
  readonly calls: number
  readonly status: StepStatus
  readonly outcome: 'served' | 'incomplete' | 'referred' | null
  /** Requirements that were missing. */
  readonly missing: readonly string[]
  /** Code of the plan's reason for the end, and of the one for a call out of order; null where none was given. */
  readonly reason: string | null
  readonly callReason: string | null
  /** The visitor had gone to fetch what was missing and returned. */
  readonly returns: boolean
}

/**
 * The facts of all steps of a folded day. A step still being served at the close has no end yet; the next day, into
 * which it is carried, gives its row again with the end, under the day on which the visit began.
 */
export function factsOfDay(hall: Hall): Fact[] {
  return [...hall.visits.values()].flatMap((visit) => visit.steps.map((step) => factOf(hall, visit, step)))
}

function factOf(hall: Hall, visit: Visit, step: Step): Fact {
  const startedAt = 'startedAt' in step ? step.startedAt : null
  const endedAt = 'endedAt' in step ? step.endedAt : null
  const servedMs = startedAt !== null && endedAt !== null ? servedOf(hall, visit, startedAt, endedAt) : null
  return {
    day: visit.day,
    visit: visit.id,
    step: step.id,
    number: visit.number,
    service: step.service,
    agency: hall.layout.services.get(step.service)?.agency ?? '',
    counter: step.calledBy?.counter ?? null,
    staff: step.calledBy?.staff ?? null,
    priority: visit.priority,
    comeToMe: visit.comeToMe,
    language: visit.language,
    takenAt: visit.takenAt,
    waitedSeconds: Math.round(waitedOf(hall, step) / 1000),
    calledAt: step.firstCalledAt,
    startedAt,
    endedAt,
    servedSeconds: servedMs === null ? null : Math.round(servedMs / 1000),
    calls: step.calls,
    status: step.status,
    outcome: step.status === 'done' ? step.outcome : null,
    missing: step.status === 'done' && step.outcome === 'incomplete' ? step.lacked : step.missing,
    reason: step.status === 'done' ? step.reason : null,
    callReason: 'call' in step ? codeOf(step.call.reason) : null,
    returns: step.returns !== null,
  }
}

/** Milliseconds of serving; null if it was ended on another day: the visitor had gone home long before. */
function servedOf(hall: Hall, { day }: Visit, startedAt: number, endedAt: number): number | null {
  return day === hall.day && endedAt < hall.endsAt ? endedAt - startedAt : null
}

/**
 * Milliseconds of waiting. Somebody still waiting at midnight waited until the service closed, not through the evening.
 */
function waitedOf(hall: Hall, step: Step): number {
  if (step.status !== 'expired' || step.since === null) return step.waitedMs
  const ended = Math.max(step.since, waitsEnd(hall, step.service))
  return step.waitedMs - Math.max(0, step.endedAt - ended)
}

/** A reason typed as free text is erased with its day and counts as none. */
function codeOf(reason: Reason | null): string | null {
  return reason && 'code' in reason ? reason.code : null
}
