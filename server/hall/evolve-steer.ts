// What supervisors and the reception do to a visit: a step is cancelled, or moved to another service.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { need, unblock } from './counter/leave.ts'
import { follow } from './counter/refer.ts'
import { dropAnnouncementsOf } from './sound/sound.ts'
import { settleWait } from './visit/step.ts'
import type { Hall } from './hall.ts'
import { putVisit, visitOf } from './put.ts'
import { core, isAtCounter, isEnded, type Step, type Visit, withSteps } from './visit.ts'

/**
 * What stood after it may go on; a call is retracted, and its counter is free. The counter's last action is kept, so
 * that its undo is told what stands in the way.
 */
export function stepCancelled(
  hall: Hall,
  changes: Changes,
  event: EventOf<'step-cancelled'>,
  at: number,
): void {
  const visit = visitOf(hall, event.visit)
  const step = need(visit, event.step, (one) => !isEnded(one) && one.status !== 'serving')
  const cancelled: Step = { ...core(settleWait(step, at)), status: 'cancelled', endedAt: at }
  putVisit(hall, changes, unblock(withSteps(visit, [cancelled]), at))
  if (step.status !== 'called') return
  dropAnnouncementsOf(hall, changes, visit)
  const counter = hall.counters.get(step.call.counter)
  if (counter) changes.set(hall.counters, counter.id, { ...counter, current: null })
}

/** It keeps its credit, and how it stands; the order is that of the plan for the new service. */
export function stepMoved(hall: Hall, changes: Changes, event: EventOf<'step-moved'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  const step = need(visit, event.step, (one) => !isEnded(one) && !isAtCounter(one))
  const { service } = event
  const known = hall.layout.requirements.get(service)
  const now: Step = {
    ...step,
    service,
    missing: step.missing.filter((id) => known?.has(id)),
    after: step.after.filter((id) => !standsOnlyByOldService(hall, visit, step, id)),
    comeBack: null,
  }
  let steps = visit.steps.map((other) => (other.id === step.id ? now : other))
  const planned = (id: string) => hall.layout.services.get(id)?.after ?? []
  for (const other of visit.steps) {
    if (isEnded(other) || other.id === step.id) continue
    if (planned(service).includes(other.service)) steps = follow(steps, step.id, other.id, at)
    if (planned(other.service).includes(service)) steps = follow(steps, other.id, step.id, at)
  }
  const changed = steps.filter((one, index) => one !== visit.steps[index])
  putVisit(hall, changes, unblock(withSteps(visit, changed), at))
}

/** Whether the step stands after that other one for what its old service asks alone. A come-back always waits. */
function standsOnlyByOldService({ layout }: Hall, visit: Visit, step: Step, id: string): boolean {
  if (step.comeBack) return false
  const before = visit.steps.find((one) => one.id === id)?.service
  const old = layout.services.get(step.service)
  if (before === undefined || !old) return false
  const papers = step.missing.map((paper) => layout.requirements.get(step.service)?.get(paper)?.issuedBy)
  return old.after.includes(before) || papers.includes(before)
}
