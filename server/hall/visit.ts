// A visit and its steps: one type per status, each carrying only what is true in that status. All are immutable: a
// change makes a new step, and a new visit around it.
import type { Reason, Why } from './event-parts.ts'
import type { Actor } from './event.ts'

/** A counter asking a number to come. A recall keeps the call and makes a new announcement. */
export interface Call {
  readonly id: string
  readonly counter: string
  readonly staff: string
  readonly at: number
  /** 1, plus one for each recall. */
  readonly calls: number
  readonly announcement: string
  /** Null until the speaker confirms it, or fails to in time. */
  readonly heard: boolean | null
  readonly why: Why
  /** Why it was called out of order, if somebody said. */
  readonly reason: Reason | null
}

interface AnyStep {
  readonly id: string
  readonly service: string
  /** Requirements that the visitor does not have, as they said. */
  readonly missing: readonly string[]
  /** Steps of this visit that must end first. */
  readonly after: readonly string[]
  /** Who sent the visitor here, and the id of the note that came with them. */
  readonly referred: { readonly counter: string; readonly note: string | null } | null
  /** A come-back: the counter it returns to, and until when only that counter may call; null before it waits. */
  readonly comeBack: { readonly counter: string; readonly until: number | null } | null
  /**
   * The visitor went to fetch something and returns for this: notes of what was missing, and of what they were told.
   */
  readonly returns: { readonly words: string | null; readonly told: string | null } | null
  /** The step had ended and was reopened: the id of the note that says why. */
  readonly reopened: string | null
  /** It had been served before it was reopened: the same service once more. */
  readonly wasServed: boolean
  /** Nobody came to the first call: the next one is the last. */
  readonly secondCall: boolean
  /** Milliseconds spent waiting so far, without the present wait. */
  readonly waitedMs: number
  readonly firstCalledAt: number | null
  /** Who called it last; null if nobody ever did. */
  readonly calledBy: { readonly counter: string; readonly staff: string } | null
  /** Calls and recalls in all. */
  readonly calls: number
}

export interface Blocked extends AnyStep {
  readonly status: 'blocked'
}
export interface Waiting extends AnyStep {
  readonly status: 'waiting'
  readonly since: number
  readonly callableFrom: number
}
export interface Called extends AnyStep {
  readonly status: 'called'
  readonly call: Call
}
export interface Serving extends AnyStep {
  readonly status: 'serving'
  readonly call: Call
  readonly startedAt: number
}
export interface Held extends AnyStep {
  readonly status: 'held'
  readonly since: number
  readonly until: number | null
  readonly reason: Reason | null
  readonly counter: string
}
export interface Missed extends AnyStep {
  readonly status: 'missed'
  readonly since: number
  readonly counter: string
}
export interface Done extends AnyStep {
  readonly status: 'done'
  readonly outcome: 'served' | 'incomplete' | 'referred'
  /** What was missing, with the outcome `incomplete`. */
  readonly lacked: readonly string[]
  /** Code of the plan's reason for this end; null where none was given. */
  readonly reason: string | null
  /** Documents that were handed over; null where nobody noted it. */
  readonly documents: number | null
  readonly call: Call
  /** Who ended it; after a hand-over this is not who called. */
  readonly endedBy: string | null
  readonly startedAt: number
  readonly endedAt: number
}
export interface Cancelled extends AnyStep {
  readonly status: 'cancelled'
  readonly endedAt: number
}
export interface Expired extends AnyStep {
  readonly status: 'expired'
  /** When its last wait began, which `waitedMs` includes; null if it did not end waiting. */
  readonly since: number | null
  readonly endedAt: number
}

export type AtCounter = Called | Serving
export type Ended = Done | Cancelled | Expired
export type Step = Blocked | Waiting | AtCounter | Held | Missed | Ended
export type StepStatus = Step['status']

export const slipFaults = [
  'paper-out',
  'cover-open',
  /** The printer, or its PC, answers that it is offline. */
  'offline',
  /** Nothing answers at the printer's address. */
  'unreachable',
  /** The printer reports a fault, or its answer makes no sense. */
  'error',
  /** It did not confirm the slip in time. */
  'timeout',
  /** The server stopped while the slip was on its way: nobody knows whether it came out. */
  'restart',
  /** The plan has no such printer, or none for the one who asks. */
  'no-such-printer',
] as const
export type SlipFault = (typeof slipFaults)[number]

export interface Slip {
  readonly status: 'none' | 'queued' | 'printed' | 'failed'
  readonly printer: string | null
  /** Why it failed, as a code: `paper-out`, `restart`…; null while it has not. */
  readonly why: string | null
  /** Slips asked for so far; all but the first say *copy*. */
  readonly copies: number
  /**
   * The visitor has the number, whatever happens to the slip: they confirmed it, or held it before a copy was asked
   * for.
   */
  readonly noted: boolean
}

export interface Visit {
  readonly id: string
  readonly token: string
  readonly number: string
  readonly prefix: string
  readonly running: number
  /** The day it began, which its figures count for. */
  readonly day: string
  /** The arrival: credit runs from here for every step, whatever happens. */
  readonly takenAt: number
  /** At which kiosk or by whom; null for a visit carried over midnight. */
  readonly takenBy: Actor | null
  readonly priority: boolean
  readonly comeToMe: boolean
  readonly language: string
  readonly slip: Slip
  readonly steps: readonly Step[]
  /** On the way from a counter: counters of other zones may not call before `until`. */
  readonly walk: { readonly zone: string; readonly until: number } | null
  /** Where the visitor said they are waiting, and how often they changed it; absent: in the waiting areas. */
  readonly waitsAt?: { readonly place: string | null; readonly changes: number }
  /** Changes of status so far, to tell whether anything was built on an action. */
  readonly moves: number
}

/** Whether a step is finished. */
export function isEnded(step: Step): step is Ended {
  return step.status === 'done' || step.status === 'cancelled' || step.status === 'expired'
}

/** Whether a step is at a counter. */
export function isAtCounter(step: Step): step is AtCounter {
  return step.status === 'called' || step.status === 'serving'
}

/** The step of a visit that is called or being served: there is at most one. */
export function stepAtCounter(visit: Visit): AtCounter | undefined {
  return visit.steps.find(isAtCounter)
}

/** Whether a step waits for the second call, as nobody came to the first. */
export function awaitsSecondCall(step: Step): step is Waiting {
  return step.status === 'waiting' && step.secondCall
}

/** Whether a release makes it wait again: it was set aside, or is in the pause before the second call. */
export function canBeReleased(step: Step, now: number): boolean {
  if (step.status === 'held' || step.status === 'missed') return true
  return awaitsSecondCall(step) && step.callableFrom > now
}

/** Whether it ended served. */
export function endedServed(step: Step): step is Done {
  return step.status === 'done' && step.outcome === 'served'
}

/** The step with this id, or undefined. */
export function stepOf(visit: Visit, id: string): Step | undefined {
  return visit.steps.find((step) => step.id === id)
}

/** Whether the visitor is known to hold the number: it was printed, shown without a printer, or noted. */
export function holdsNumber(visit: Visit): boolean {
  return visit.slip.noted || visit.slip.status === 'none' || visit.slip.status === 'printed'
}

/** `A012`: prefix and running number, three digits, four after 999. */
export function numberOf(prefix: string, running: number): string {
  return prefix + String(running).padStart(3, '0')
}

/** What all statuses share, to make the next step from. */
export function core(step: Step): AnyStep {
  const { id, service, missing, after, referred, comeBack, returns, reopened, wasServed, secondCall } = step
  const { waitedMs, firstCalledAt, calledBy, calls } = step
  return {
    id,
    service,
    missing,
    after,
    referred,
    comeBack,
    returns,
    reopened,
    wasServed,
    secondCall,
    waitedMs,
    firstCalledAt,
    calledBy,
    calls,
  }
}

/** The visit with some of its steps replaced (by id) and others added at the end. One move. */
export function withSteps(visit: Visit, changed: readonly Step[]): Visit {
  const byId = new Map(changed.map((step) => [step.id, step]))
  const steps = visit.steps.map((step) => {
    const next = byId.get(step.id)
    byId.delete(step.id)
    return next ?? step
  })
  return { ...visit, steps: [...steps, ...byId.values()], moves: visit.moves + 1 }
}

/** A new step that waits from `at` on. Every ticket passes here, so it is made in one piece. */
export function waitingStep(id: string, service: string, missing: readonly string[], at: number): Waiting {
  return {
    id,
    service,
    missing,
    after: [],
    referred: null,
    comeBack: null,
    returns: null,
    reopened: null,
    wasServed: false,
    secondCall: false,
    waitedMs: 0,
    firstCalledAt: null,
    calledBy: null,
    calls: 0,
    status: 'waiting',
    since: at,
    callableFrom: at,
  }
}

/** A new step that comes after these. If there are none it begins to wait when the visitor leaves the counter. */
export function blockedStep(
  id: string,
  service: string,
  after: readonly string[],
  missing: readonly string[] = [],
): Blocked {
  return { ...core(waitingStep(id, service, missing, 0)), after, status: 'blocked' }
}

/** The id of a visit's step by its place among all that it ever had. */
export function stepId(visit: string, index: number): string {
  return `${visit}.${index + 1}`
}

/** Ids for this many steps that join the visit. If it was carried over midnight, its earlier steps are not here. */
export function nextStepIds({ id, steps }: Visit, count: number): string[] {
  const first = Number(steps.at(-1)?.id.slice(id.length + 1) ?? 0)
  return Array.from({ length: count }, (_, place) => stepId(id, first + place))
}

/** The step with the present wait added to `waitedMs`. */
export function settleWait(step: Step, at: number): Step {
  if (step.status !== 'waiting') return step
  // While the clock is in doubt people arrive after midnight; at that midnight they had not waited yet.
  return { ...step, waitedMs: step.waitedMs + Math.max(0, at - step.since) }
}

/** The step as the day's end leaves it. */
export function expired(step: Step, at: number): Expired {
  const since = step.status === 'waiting' ? step.since : null
  return { ...core(settleWait(step, at)), status: 'expired', since, endedAt: at }
}

/** A step of the visit, which must exist. @throws if the event does not fit the hall */
export function need(visit: Visit, id: string, fits: (step: Step) => boolean): Step {
  const step = stepOf(visit, id)
  if (!step || !fits(step)) throw new Error(`step ${id} is ${step?.status ?? 'not there'}`)
  return step
}
