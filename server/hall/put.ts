// Puts a changed visit into the hall and keeps every index in step: lines, dues, pace, slips. Nothing else touches
// them.
import type { Changes } from './changes.ts'
import { assign, type Due, type Hall, lineOf, newQueue, placeOf, type Queue } from './hall.ts'
import { type Done, holdsNumber, isEnded, type Step, type Visit } from './visit.ts'

/** Replaces or adds a visit, comparing its few steps one by one with the former ones. */
export function putVisit(hall: Hall, changes: Changes, visit: Visit): void {
  const before = hall.visits.get(visit.id)
  const most = Math.max(before?.steps.length ?? 0, visit.steps.length)
  for (let index = 0; index < most; index++) {
    const old = before?.steps[index]
    const now = visit.steps[index]
    if (old === now) continue
    if (before && old) leave(hall, changes, before, index, old)
    if (now) enter(hall, changes, visit, index, now)
  }
  changes.set(hall.visits, visit.id, visit)
  const held = holdsNumber(visit)
  if (held) changes.delete(hall.unheld, visit.id)
  else if (!hall.unheld.has(visit.id)) changes.set(hall.unheld, visit.id, true)
  if (visit.comeToMe) comeToMe(hall, changes, visit)
}

function comeToMe(hall: Hall, changes: Changes, visit: Visit): void {
  if (visit.steps.every(isEnded)) changes.delete(hall.comeToMe, visit.id)
  else if (!hall.comeToMe.has(visit.id)) changes.set(hall.comeToMe, visit.id, true)
}

/** The visit with this id; a throw means that an event names a visit that never existed. */
export function visitOf(hall: Hall, id: string): Visit {
  const visit = hall.visits.get(id)
  if (!visit) throw new Error(`no visit ${id}`)
  return visit
}

/** The queue of a service; one that left the plan with people in it keeps its queue. */
function queueOf(hall: Hall, changes: Changes, service: string): Queue {
  let queue = hall.queues.get(service)
  if (!queue) {
    queue = newQueue()
    changes.set(hall.queues, service, queue)
  }
  return queue
}

function enter(hall: Hall, changes: Changes, visit: Visit, index: number, step: Step): void {
  const line = lineOf(queueOf(hall, changes, step.service), step.status, visit.priority)
  if (line) {
    const place = placeOf(visit, index)
    line.add(place)
    changes.did(() => line.remove(place))
  }
  if (step.status === 'held' && step.until !== null) {
    addDue(hall, changes, { at: step.until, visit: visit.id, step: step.id })
  }
  if (countsForPace(hall, visit, step)) {
    pace(hall, changes, step.service, 1, step.endedAt - step.startedAt)
  }
}

function leave(hall: Hall, changes: Changes, visit: Visit, index: number, step: Step): void {
  const line = lineOf(queueOf(hall, changes, step.service), step.status, visit.priority)
  if (line) {
    const place = placeOf(visit, index)
    line.remove(place)
    changes.did(() => line.add(place))
  }
  if (step.status === 'held' && step.until !== null) {
    assign(hall, changes, { dues: hall.dues.filter((due) => due.step !== step.id) })
  }
  if (countsForPace(hall, visit, step)) {
    pace(hall, changes, step.service, -1, -(step.endedAt - step.startedAt))
  }
}

/** A visit of an earlier day counts for that day and says nothing about today's pace. */
function countsForPace(hall: Hall, visit: Visit, step: Step): step is Done {
  return step.status === 'done' && step.outcome === 'served' && visit.day === hall.day
}

function addDue(hall: Hall, changes: Changes, due: Due): void {
  const dues = [...hall.dues, due].sort((a, b) => a.at - b.at || (a.step < b.step ? -1 : 1))
  assign(hall, changes, { dues })
}

function pace(hall: Hall, changes: Changes, service: string, count: number, ms: number): void {
  const old = hall.pace.get(service) ?? { count: 0, ms: 0 }
  if (old.count + count === 0) changes.delete(hall.pace, service)
  else changes.set(hall.pace, service, { count: old.count + count, ms: old.ms + ms })
}
