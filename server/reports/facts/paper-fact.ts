// The fact of an emergency number: what somebody wrote on paper and entered later. It has no waiting, as nobody knows
// when it could have been called.
import type { PaperEntry } from '../../hall/event-parts.ts'
import type { Fact } from './fact.ts'
import { hourOf } from './fact-of.ts'

/** What an entry does not say about the day `of`. */
export interface PaperGround {
  readonly of: string
  /** When that day ended, milliseconds since 1970. */
  readonly endsAt: number
  /** Only kept; paper is not judged by it. */
  readonly levelSeconds: number
}

/** The fact of an entry. */
export function paperFact(entry: PaperEntry, { of, endsAt, levelSeconds }: PaperGround): Fact {
  const { calledAt, startedAt, endedAt, outcome } = entry
  const isServed = outcome !== 'not-served'
  const came = isServed ? startedAt : null
  const between = (from: number | null, to: number | null) =>
    from === null || to === null ? null : Math.max(0, to - from) / 1000
  return {
    day: of,
    visit: entry.visit,
    step: entry.step,
    number: entry.number,
    service: entry.service,
    agency: entry.agency,
    zone: entry.zone,
    counter: entry.counter,
    staff: null,
    priority: entry.priority,
    comeToMe: false,
    language: entry.language,
    cameBy: 'paper',
    from: null,
    takenAt: entry.takenAt,
    hour: hourOf({ endsAt }, entry.takenAt),
    waitsFrom: null,
    waitedSeconds: null,
    waitedOpenSeconds: null,
    uncalledSeconds: null,
    elsewhereSeconds: 0,
    walkingSeconds: 0,
    asideSeconds: 0,
    slipSeconds: 0,
    restSeconds: 0,
    calledAt,
    leadingCallAt: came === null ? null : calledAt,
    startedAt: came,
    endedAt,
    walkSeconds: between(calledAt, came),
    servedSeconds: between(came, endedAt),
    calls: calledAt === null ? 0 : 1,
    notHeard: 0,
    slipsFailed: 0,
    status: isServed ? 'done' : 'expired',
    outcome: isServed ? outcome : null,
    missing: outcome === 'incomplete' ? entry.missing : [],
    documents: null,
    lacks: [],
    reason: null,
    callReason: null,
    returns: false,
    end: isServed ? null : 'day',
    blocked: false,
    levelSeconds,
    phase: entry.phase,
    operation: entry.operation,
  }
}
