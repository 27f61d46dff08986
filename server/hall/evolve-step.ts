// A step's way at the counter: called, started, finished, missed, put back, held, released, referred, taken back.
import type { Changes } from './changes.ts'
import { COME_BACK_SECONDS } from './callable.ts'
import type { Event, EventOf } from './event.ts'
import { counterOf } from './evolve-counter.ts'
import { addAnnouncement, dropAnnouncement } from './evolve-sound.ts'
import { settleWait, stepId } from './evolve-visit.ts'
import type { CounterState, Hall, PastCall } from './hall.ts'
import { putVisit, visitOf } from './put.ts'
import {
  type AtCounter,
  type Call,
  core,
  isAtCounter,
  isEnded,
  type Serving,
  type Step,
  stepOf,
  type Visit,
  type Waiting,
  withSteps,
} from './visit.ts'

/** Calls that a counter remembers for the board. */
const PAST_CALLS = 4

type Where = { readonly counter: string; readonly visit: string; readonly step: string }

export function called(hall: Hall, changes: Changes, event: EventOf<'called'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  const waiting = need(visit, event.step, (step) => step.status === 'waiting')
  const counter = counterOf(hall, event.counter)
  const { call: id, announcement, why } = event
  const staff = counter.staff ?? ''
  const call: Call = { id, counter: counter.id, staff, at, calls: 1, announcement, heard: null, why }
  const base = core(settleWait(waiting, at))
  const firstCalledAt = base.firstCalledAt ?? at
  const step: Step = { ...base, calls: base.calls + 1, firstCalledAt, status: 'called', call }
  const current = { visit: visit.id, step: step.id }
  act(hall, changes, event, at, withSteps(visit, [step]), { current }, announcement)
  addAnnouncement(hall, changes, { id: announcement, call: id, visit, counter: counter.id, at })
}

export function recalled(hall: Hall, changes: Changes, event: EventOf<'recalled'>, at: number): void {
  const { visit, step } = present(hall, event)
  const { announcement } = event
  const call: Call = { ...step.call, calls: step.call.calls + 1, announcement, heard: null }
  const again: Step = { ...step, calls: step.calls + 1, call }
  act(hall, changes, event, at, withSteps(visit, [again]), {}, announcement)
  addAnnouncement(hall, changes, { id: announcement, call: call.id, visit, counter: event.counter, at })
}

export function started(hall: Hall, changes: Changes, event: EventOf<'started'>, at: number): void {
  const { visit, step } = present(hall, event)
  const serving: Serving = { ...core(step), status: 'serving', call: step.call, startedAt: at }
  act(hall, changes, event, at, withSteps(visit, [serving]), {})
}

export function finished(hall: Hall, changes: Changes, event: EventOf<'finished'>, at: number): void {
  const { outcome, missing } = event
  const { visit, step } = present(hall, event)
  const done = end(step, outcome, missing, at)
  const counter = counterOf(hall, event.counter)
  const served = { served: counter.served + 1, servedMs: counter.servedMs + (at - done.startedAt) }
  leave(hall, changes, event, at, visit, [done], served)
}

export function missed(hall: Hall, changes: Changes, event: EventOf<'missed'>, at: number): void {
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [
    { ...core(step), status: 'missed', since: at, counter: event.counter },
  ])
}

export function putBack(hall: Hall, changes: Changes, event: EventOf<'put-back'>, at: number): void {
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [{ ...core(step), status: 'waiting', since: at, callableFrom: at }])
}

export function held(hall: Hall, changes: Changes, event: EventOf<'held'>, at: number): void {
  const { counter, until, reason } = event
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [
    { ...core(step), status: 'held', since: at, until, reason, counter },
  ])
}

/** Back among those who wait, with all the credit: a hold at once, a miss after `lateSeconds`. */
export function released(hall: Hall, changes: Changes, event: EventOf<'released'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  const step = need(visit, event.step, ({ status }) => status === 'held' || status === 'missed')
  const late = step.status === 'missed' ? hall.layout.plan.lateSeconds * 1000 : 0
  const waiting: Waiting = { ...core(step), status: 'waiting', since: at, callableFrom: at + late }
  const after = withSteps(visit, [waiting])
  if (event.counter === null) putVisit(hall, changes, after)
  else act(hall, changes, { ...event, counter: event.counter }, at, after, {})
}

export function referred(hall: Hall, changes: Changes, event: EventOf<'referred'>, at: number): void {
  const { visit, step } = present(hall, event)
  const { counter, service, note, comeBack } = event
  const plan = hall.layout.services.get(service)
  const first = visit.steps.filter(
    (other) => !isEnded(other) && other.id !== step.id && plan?.after.includes(other.service),
  )
  const fresh = { missing: [], waitedMs: 0, firstCalledAt: null, calls: 0 }
  const sent: Step = {
    ...fresh,
    id: stepId(visit.id, visit.steps.length),
    service,
    after: first.map(({ id }) => id),
    referred: { counter, note },
    comeBack: null,
    ...(first.length > 0 ? { status: 'blocked' } : { status: 'waiting', since: at, callableFrom: at }),
  }
  const back: Step = {
    ...fresh,
    id: stepId(visit.id, visit.steps.length + 1),
    service: step.service,
    after: [sent.id],
    missing: step.missing,
    referred: null,
    comeBack: { counter, until: null },
    status: 'blocked',
  }
  const done = end(step, 'referred', [], at)
  leave(hall, changes, event, at, visit, comeBack ? [done, sent, back] : [done, sent])
}

/** The visit and the counter stand as before the counter's last action; its announcement was never made. */
export function undone(hall: Hall, changes: Changes, event: EventOf<'undone'>): void {
  const counter = counterOf(hall, event.counter)
  const { last } = counter
  if (!last) throw new Error(`counter ${counter.id} has nothing to undo`)
  const now = visitOf(hall, last.visitBefore.id)
  const steps = last.visitBefore.steps.map((step) => keepHeard(step, stepOf(now, step.id)))
  putVisit(hall, changes, { ...last.visitBefore, steps, slip: now.slip })
  if (last.announcement !== null) dropAnnouncement(hall, changes, last.announcement)
  const { current, past, served, servedMs } = last.counterBefore
  changes.set(hall.counters, counter.id, { ...counter, current, past, served, servedMs, last: null })
}

/** What was heard meanwhile stays heard. */
function keepHeard(step: Step, now: Step | undefined): Step {
  if (!isAtCounter(step) || !now || !('call' in now) || now.call.announcement !== step.call.announcement)
    return step
  return { ...step, call: now.call }
}

/** The step that stands at the counter; a throw means that the event does not fit the hall. */
function present(hall: Hall, { visit: id, step }: Where): { visit: Visit; step: AtCounter } {
  const visit = visitOf(hall, id)
  return { visit, step: need(visit, step, isAtCounter) as AtCounter }
}

function need(visit: Visit, id: string, fits: (step: Step) => boolean): Step {
  const step = stepOf(visit, id)
  if (!step || !fits(step)) throw new Error(`step ${id} is ${step?.status ?? 'not there'}`)
  return step
}

function end(
  step: AtCounter,
  outcome: 'served' | 'incomplete' | 'referred',
  lacked: readonly string[],
  at: number,
) {
  const startedAt = step.status === 'serving' ? step.startedAt : at
  return { ...core(step), status: 'done', outcome, lacked, call: step.call, startedAt, endedAt: at } as const
}

/** The step leaves the counter: what stood after it may go on, the visitor walks, the counter is free. */
function leave(
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

/** An action of the counter: the visit changes, and how things stood is kept for an undo. */
function act(
  hall: Hall,
  changes: Changes,
  event: Event & Where,
  at: number,
  visit: Visit,
  fields: Partial<CounterState>,
  announcement: string | null = null,
): void {
  const counter = counterOf(hall, event.counter)
  const visitBefore = visitOf(hall, visit.id)
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
