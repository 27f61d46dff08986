// A step's way at the counter: called, started, finished, missed, put back, held, released, taken back.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { act, end, leave, need, present } from './evolve-act.ts'
import { counterOf } from './evolve-counter.ts'
import { addAnnouncement, dropAnnouncement, withHeard } from './evolve-sound.ts'
import { expired, settleWait } from './evolve-visit.ts'
import type { Hall } from './hall.ts'
import { putVisit, visitOf } from './put.ts'
import { type Call, core, type Serving, type Step, type Waiting, withSteps } from './visit.ts'

export function called(hall: Hall, changes: Changes, event: EventOf<'called'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  const waiting = need(visit, event.step, (step) => step.status === 'waiting')
  const counter = counterOf(hall, event.counter)
  const { call: id, announcement, why } = event
  const staff = counter.staff ?? ''
  const call: Call = { id, counter: counter.id, staff, at, calls: 1, announcement, heard: null, why }
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
  const serving: Serving = { ...core(step), status: 'serving', call: step.call, startedAt: at }
  act(hall, changes, event, at, withSteps(visit, [serving]), {})
}

export function finished(hall: Hall, changes: Changes, event: EventOf<'finished'>, at: number): void {
  const { outcome, missing } = event
  const { visit, step } = present(hall, event)
  const done = end(step, outcome, missing, at)
  const { served, servedMs } = counterOf(hall, event.counter)
  const counted = { served: served + 1, servedMs: servedMs + (at - done.startedAt) }
  leave(hall, changes, event, at, visit, [done], visit.day === hall.day ? counted : {})
}

export function missed(hall: Hall, changes: Changes, event: EventOf<'missed'>, at: number): void {
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [
    { ...core(step), status: 'missed', since: at, counter: event.counter },
  ])
}

/** Waits again; but a visit of an earlier day ends here: its number may have been given anew. */
export function putBack(hall: Hall, changes: Changes, event: EventOf<'put-back'>, at: number): void {
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

/** The visit and the counter stand as before the counter's last action; its announcement was never made. */
export function undone(hall: Hall, changes: Changes, event: EventOf<'undone'>): void {
  const counter = counterOf(hall, event.counter)
  const { last } = counter
  if (!last) throw new Error(`counter ${counter.id} has nothing to undo`)
  const { slip } = visitOf(hall, last.visitBefore.id)
  const steps = last.visitBefore.steps.map((step) => withHeard(hall, step))
  putVisit(hall, changes, { ...last.visitBefore, steps, slip })
  if (last.announcement !== null) dropAnnouncement(hall, changes, last.announcement)
  const { current, past, served, servedMs } = last.counterBefore
  changes.set(hall.counters, counter.id, { ...counter, current, past, served, servedMs, last: null })
}
