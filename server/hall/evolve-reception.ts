// What the reception did to a visit: a step joins it or waits again, the visit gets another class.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { unblock } from './counter/leave.ts'
import { follow } from './counter/refer.ts'
import { withReleased } from './counter/desk.ts'
import { nextIndex, stepId } from './visit/step.ts'
import type { Hall } from './hall.ts'
import { blockedStep } from './new-step.ts'
import { putVisit, visitOf } from './put.ts'
import { isEnded, type Step, withSteps } from './visit.ts'

/** It waits with all the credit. What was asked for comes before the plan's order, where the two would close a circle. */
export function stepAdded(hall: Hall, changes: Changes, event: EventOf<'step-added'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  const { service } = event
  const id = stepId(visit.id, nextIndex(visit))
  let steps: Step[] = [...visit.steps, blockedStep(id, service, [])]
  const others = visit.steps.filter((other) => !isEnded(other))
  if (event.before) for (const other of others) steps = follow(steps, other.id, id, at)
  const planned = (of: string) => hall.layout.services.get(of)?.after ?? []
  for (const other of others) {
    if (planned(service).includes(other.service)) steps = follow(steps, id, other.id, at)
    if (planned(other.service).includes(service)) steps = follow(steps, other.id, id, at)
  }
  const changed = steps.filter((now, index) => now !== visit.steps[index])
  putVisit(hall, changes, unblock(withSteps(visit, changed), at))
}

export function stepReleased(
  hall: Hall,
  changes: Changes,
  event: EventOf<'step-released'>,
  at: number,
): void {
  putVisit(hall, changes, withReleased(hall, visitOf(hall, event.visit), event.step, at))
}

/** Every step that has not ended is put anew, as its place in the lines goes by the class. */
export function prioritySet(hall: Hall, changes: Changes, event: EventOf<'priority-set'>): void {
  const visit = visitOf(hall, event.visit)
  const anew = visit.steps.filter((step) => !isEnded(step)).map((step) => ({ ...step }))
  putVisit(hall, changes, { ...withSteps(visit, anew), priority: event.priority })
}
