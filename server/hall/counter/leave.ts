// What every action at a counter does besides its own step: it is remembered for an undo, and when a visitor leaves the
// counter, what stood after that step may go on, the visitor walks, the counter is free.
import type { Changes } from '../changes.ts'
import { COME_BACK_SECONDS } from '../callable.ts'
import type { Event } from '../event.ts'
import { counterOf } from '../evolve-counter.ts'
import type { CounterState, Hall, PastCall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import {
  type AtCounter,
  core,
  isAtCounter,
  isEnded,
  type Step,
  stepOf,
  type Visit,
  withSteps,
} from '../visit.ts'

/** Calls that a counter remembers for the board. */
const PAST_CALLS = 4

/** The counter of an action with the visit and the step it is about. */
export type Where = { readonly counter: string; readonly visit: string; readonly step: string }

/** The step that stands at the counter; a throw means that the event does not fit the hall. */
export function present(hall: Hall, { visit: id, step }: Where): { visit: Visit; step: AtCounter } {
  const visit = visitOf(hall, id)
  return { visit, step: need(visit, step, isAtCounter) as AtCounter }
}

/** A step of the visit that fits; a throw means that the event does not fit the hall. */
export function need(visit: Visit, id: string, fits: (step: Step) => boolean): Step {
  const step = stepOf(visit, id)
  if (!step || !fits(step)) throw new Error(`step ${id} is ${step?.status ?? 'not there'}`)
  return step
}

/** A step that ends at the counter; one that was never started took no time. */
export function end(
  step: AtCounter,
  outcome: 'served' | 'incomplete' | 'referred',
  lacked: readonly string[],
  at: number,
  endedBy: string | null,
  reason: string | null = null,
) {
  const startedAt = step.status === 'serving' ? step.startedAt : at
  const { call } = step
  return {
    ...core(step),
    status: 'done',
    outcome,
    lacked,
    reason,
    call,
    endedBy,
    startedAt,
    endedAt: at,
  } as const
}

/** The step leaves the counter: what stood after it may go on, the visitor walks, the counter is free. */
export function leave(
  hall: Hall,
  changes: Changes,
  event: Event & Where,
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

/** Blocked steps of which all that stands before has ended begin to wait. */
export function unblock(visit: Visit, at: number): Visit {
  const ended = new Set(visit.steps.filter(isEnded).map(({ id }) => id))
  const steps = visit.steps.map((step): Step => {
    if (step.status !== 'blocked' || !step.after.every((id) => ended.has(id))) return step
    const comeBack = step.comeBack && { ...step.comeBack, until: at + COME_BACK_SECONDS * 1000 }
    return { ...core(step), comeBack, status: 'waiting', since: at, callableFrom: at }
  })
  return { ...visit, steps }
}

/** An action of the counter: the visit changes, and how things stood (`visitBefore`) is kept for an undo. */
export function act(
  hall: Hall,
  changes: Changes,
  event: Event & Where,
  at: number,
  visit: Visit,
  fields: Partial<CounterState>,
  announcement: string | null = null,
  visitBefore: Visit = visitOf(hall, visit.id),
): void {
  const counter = counterOf(hall, event.counter)
  putVisit(hall, changes, visit)
  const last = {
    action: event.type,
    at,
    number: visit.number,
    visitBefore,
    moves: visit.moves,
    counterBefore: { ...counter, last: null },
    announcement,
  }
  changes.set(hall.counters, counter.id, { ...counter, ...fields, last })
}
