// What staff do at their desk: end a step, wait for who did not come, serve who came without a number, hand over.
import type { Changes } from '../changes.ts'
import type { EventOf } from '../event.ts'
import { act, end, leave, need, present } from './leave.ts'
import { counterOf } from '../evolve-counter.ts'
import { countFor } from '../evolve-figures.ts'
import { inPlaceOf } from './refer.ts'
import { nextIndex, stepId } from '../visit/step.ts'
import type { Hall } from '../hall.ts'
import { blockedStep } from '../new-step.ts'
import { visitOf } from '../put.ts'
import {
  type AtCounter,
  type Call,
  core,
  type Held,
  type Serving,
  type Step,
  type Visit,
  withSteps,
} from '../visit.ts'

export function finished(hall: Hall, changes: Changes, event: EventOf<'finished'>, at: number): void {
  const { outcome, missing } = event
  const { visit, step } = present(hall, event)
  const { staff, served, servedMs } = counterOf(hall, event.counter)
  const done = end(step, outcome, missing, at, staff, event.reason ?? null)
  const took = at - done.startedAt
  const isOfToday = visit.day === hall.day
  const counted = isOfToday ? { served: served + 1, servedMs: servedMs + took } : {}
  const changed = event.comeBack === true ? withReturn(visit, step, event, at) : []
  leave(hall, changes, event, at, visit, [done, ...changed], counted)
  if (isOfToday) countFor(hall, changes, staff, { served: 1, servedMs: took })
}

/** A held step for the return of who fetches what is missing; what stood after the ended step stands after this one. */
function withReturn(visit: Visit, step: AtCounter, event: EventOf<'finished'>, at: number): Step[] {
  const { counter, missing, words = null, told = null } = event
  const back: Held = {
    ...core(blockedStep(stepId(visit.id, nextIndex(visit)), step.service, [])),
    missing,
    returns: { words, told },
    status: 'held',
    since: at,
    until: null,
    reason: null,
    counter,
  }
  const moved = visit.steps.map((other) => inPlaceOf(other, step.id, back.id))
  return [...moved.filter((other, index) => other !== visit.steps[index]), back]
}

/** Nobody came: it waits for the second call, with all the credit. */
export function unanswered(hall: Hall, changes: Changes, event: EventOf<'unanswered'>, at: number): void {
  const { visit, step } = present(hall, event)
  const waiting: Step = {
    ...core(step),
    secondCall: true,
    status: 'waiting',
    since: at,
    callableFrom: event.again,
  }
  leave(hall, changes, event, at, visit, [waiting])
}

/** Called without a word and served at once. Taken back, the number that was taken for it is cancelled. */
export function seated(hall: Hall, changes: Changes, event: EventOf<'seated'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  const waiting = need(visit, event.step, ({ status }) => status === 'waiting')
  const counter = counterOf(hall, event.counter)
  const staff = counter.staff ?? ''
  const call: Call = {
    id: event.call,
    counter: counter.id,
    staff,
    at,
    calls: 1,
    announcement: '',
    heard: null,
    why: event.why,
    reason: null,
  }
  const known = { calls: 1, firstCalledAt: at, calledBy: { counter: counter.id, staff } }
  const step: Serving = { ...core(waiting), ...known, status: 'serving', call, startedAt: at }
  const current = { visit: visit.id, step: step.id }
  const never: Visit = {
    ...visit,
    steps: visit.steps.map((one) => ({ ...core(one), status: 'cancelled', endedAt: at })),
  }
  act(hall, changes, event, at, withSteps(visit, [step]), { current }, null, never)
}

/** The counter passes to a colleague, with whoever is there. */
export function handedOver(hall: Hall, changes: Changes, event: EventOf<'handed-over'>, at: number): void {
  const counter = counterOf(hall, event.counter)
  const { current, last: _last, ...rest } = counter
  const last = {
    action: event.type,
    at,
    number: (current && hall.visits.get(current.visit)?.number) ?? '',
    visitBefore: null,
    moves: 0,
    counterBefore: { ...rest, current, last: null },
    announcement: null,
    several: event.several,
  }
  changes.set(hall.counters, counter.id, { ...counter, staff: event.staff, last })
}
