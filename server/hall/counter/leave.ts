// What all actions on a number at a counter share: who is there; the state before, for an undo; and, when the visitor
// leaves, the walk, the steps that may go on now, and the counter set free.
import type { Changes } from '../changes.ts'
import type { Action, Event } from '../event.ts'
import type { CounterState, Hall, PastCall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import {
  type AtCounter,
  core,
  isAtCounter,
  need,
  type Step,
  stepAtCounter,
  stepOf,
  type Visit,
  withSteps,
} from '../visit.ts'
import { unblock } from '../visit/order.ts'
import { counterHeldBy, counterOf } from './counter.ts'

export type At = { readonly counter: string; readonly staff: string }

/** The counter of a command with the visit and step that are there. */
export interface Present {
  readonly at: { readonly counter: string; readonly visit: string; readonly step: string }
  readonly visit: Visit
  readonly step: AtCounter
}

export function presentAt(hall: Hall, { counter: id, staff }: At): Present | Refusal {
  const counter = counterHeldBy(hall, id, staff)
  if ('refused' in counter) return counter
  if (!counter.current) return refuse('nothing-called', id)
  const visit = hall.visits.get(counter.current.visit)
  const step = visit && stepAtCounter(visit)
  if (!visit || !step) throw new Error(`counter ${id} holds a visit that is not there`)
  return { at: { counter: id, ...counter.current }, visit, step }
}

export function whileCalled(hall: Hall, at: At, then: (present: Present) => Event[]): Event[] | Refusal {
  const present = presentAt(hall, at)
  if ('refused' in present) return present
  return present.step.status === 'called' ? then(present) : refuse('already-started')
}

/** How many calls a counter remembers for the board. */
const PAST_CALLS = 4

/** The counter of an action with the visit and the step it is about. */
export type Where = { readonly counter: string; readonly visit: string; readonly step: string }

/** The step at the counter. @throws if the event does not fit the hall */
export function present(hall: Hall, { visit: id, step }: Where): { visit: Visit; step: AtCounter } {
  const visit = visitOf(hall, id)
  return { visit, step: need(visit, step, isAtCounter) as AtCounter }
}

/** A step that ends at the counter; one that was never started took no time. */
export function end(
  step: AtCounter,
  outcome: 'served' | 'incomplete' | 'referred',
  lacked: readonly string[],
  at: number,
  endedBy: string | null,
  reason: string | null = null,
  documents: number | null = null,
) {
  const startedAt = step.status === 'serving' ? step.startedAt : at
  const { call } = step
  return {
    ...core(step),
    status: 'done',
    outcome,
    lacked,
    reason,
    documents,
    call,
    endedBy,
    startedAt,
    endedAt: at,
  } as const
}

/** The step leaves the counter: what came after it may go on, the visitor walks, the counter is free. */
export function leave(
  hall: Hall,
  changes: Changes,
  event: Action & Where,
  at: number,
  visit: Visit,
  changed: readonly Step[],
  counted: Partial<CounterState> = {},
): void {
  const { plan, counters } = hall.layout
  const zone = counters.get(event.counter)?.zone ?? ''
  const after = unblock(
    { ...withSteps(visit, changed), walk: { zone, until: at + plan.walkSeconds * 1000 } },
    at,
  )
  const counter = counterOf(hall, event.counter)
  const left = stepOf(visit, event.step)
  const status = stepOf(after, event.step)?.status ?? 'done'
  const past = left && isAtCounter(left) ? [pastCall(visit, left, status), ...counter.past] : counter.past
  act(hall, changes, event, at, after, { ...counted, current: null, past: past.slice(0, PAST_CALLS) })
}

function pastCall(visit: Visit, { service, call }: AtCounter, status: Step['status']): PastCall {
  return {
    id: call.id,
    visit: visit.id,
    number: visit.number,
    service,
    status,
    at: call.at,
    calls: call.calls,
  }
}

/** An action of the counter: the visit changes, and its former state (`visitBefore`) is kept for an undo. */
export function act(
  hall: Hall,
  changes: Changes,
  event: Action & Where,
  at: number,
  visit: Visit,
  fields: Partial<CounterState>,
  announcement: string | null = null,
  visitBefore: Visit = visitOf(hall, visit.id),
): void {
  const counter = counterOf(hall, event.counter)
  putVisit(hall, changes, visit)
  const last = {
    action: event,
    at,
    number: visit.number,
    visitBefore,
    moves: visit.moves,
    counterBefore: { ...counter, last: null },
    announcement,
  }
  changes.set(hall.counters, counter.id, { ...counter, ...fields, last })
}
