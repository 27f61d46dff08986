// A step's way at the counter: called, started, finished, missed, put back, held, released, taken back.
import type { Changes } from '../changes.ts'
import type { EventOf } from '../event.ts'
import { act, leave, need, present } from './leave.ts'
import { counterOf } from '../evolve-counter.ts'
import { addAnnouncement } from '../sound/sound.ts'
import { expired, settleWait } from '../visit/step.ts'
import type { Hall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import {
  awaitsSecondCall,
  type Call,
  core,
  type Serving,
  type Step,
  type Visit,
  type Waiting,
  withSteps,
} from '../visit.ts'

export function called(hall: Hall, changes: Changes, event: EventOf<'called'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  // Whom nobody saw, and who stands at the desk after all.
  const waiting = need(visit, event.step, ({ status }) => status === 'waiting' || status === 'missed')
  const counter = counterOf(hall, event.counter)
  const { call: id, announcement, why } = event
  const staff = counter.staff ?? ''
  const reason = event.reason ?? null
  const call: Call = {
    id,
    counter: counter.id,
    staff,
    at,
    calls: 1,
    announcement,
    heard: null,
    why,
    reason,
  }
  const base = core(settleWait(waiting, at))
  const { firstCalledAt, calls } = base
  const calledBy = { counter: counter.id, staff }
  const known = { calls: calls + 1, firstCalledAt: firstCalledAt ?? at, calledBy }
  const step: Step = { ...base, ...known, status: 'called', call }
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
  // Who came once has answered: the next time nobody comes is the first one again.
  const base = { ...core(step), secondCall: false }
  const serving: Serving = { ...base, status: 'serving', call: step.call, startedAt: at }
  act(hall, changes, event, at, withSteps(visit, [serving]), {})
}

export function missed(hall: Hall, changes: Changes, event: EventOf<'missed'>, at: number): void {
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [
    { ...core(step), status: 'missed', since: at, counter: event.counter },
  ])
}

/** Waits again; but a visit of an earlier day ends here: its number may have been given anew. */
export function stepPutBack(hall: Hall, changes: Changes, event: EventOf<'put-back'>, at: number): void {
  const { visit, step } = present(hall, event)
  const waiting: Step = { ...core(step), status: 'waiting', since: at, callableFrom: at }
  leave(hall, changes, event, at, visit, [visit.day === hall.day ? waiting : expired(waiting, at)])
}

export function held(hall: Hall, changes: Changes, event: EventOf<'held'>, at: number): void {
  const { counter, until, reason } = event
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [
    { ...core(step), status: 'held', since: at, until, reason, counter },
  ])
}

export function released(hall: Hall, changes: Changes, event: EventOf<'released'>, at: number): void {
  const after = withReleased(hall, visitOf(hall, event.visit), event.step, at)
  if (event.counter === null) putVisit(hall, changes, after)
  else act(hall, changes, { ...event, counter: event.counter }, at, after, {})
}

/** Back among those who wait, with all the credit: a miss after `lateSeconds`; a hold, or a pause before a second call, at once. */
export function withReleased(hall: Hall, visit: Visit, id: string, at: number): Visit {
  const step = need(visit, id, isSetAside)
  const late = step.status === 'missed' ? hall.layout.plan.lateSeconds * 1000 : 0
  const waiting: Waiting = {
    ...core(settleWait(step, at)),
    status: 'waiting',
    since: at,
    callableFrom: at + late,
  }
  return withSteps(visit, [waiting])
}

function isSetAside(step: Step): boolean {
  return step.status === 'held' || step.status === 'missed' || awaitsSecondCall(step)
}
