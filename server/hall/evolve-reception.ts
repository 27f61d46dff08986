// What the reception did to a visit: a step joins it.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { unblock } from './evolve-act.ts'
import { blocked, follow } from './evolve-refer.ts'
import { nextIndex, stepId } from './evolve-visit.ts'
import type { Hall } from './hall.ts'
import { putVisit, visitOf } from './put.ts'
import { isEnded, type Step, withSteps } from './visit.ts'

/** It waits with all the credit. What was asked for comes before the plan's order, where the two would close a circle. */
export function stepAdded(hall: Hall, changes: Changes, event: EventOf<'step-added'>, at: number): void {
  const visit = visitOf(hall, event.visit)
  const { service } = event
  const id = stepId(visit.id, nextIndex(visit))
  let steps: Step[] = [...visit.steps, blocked(id, service, [])]
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
