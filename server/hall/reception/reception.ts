// What the reception does to the steps of a visit.
import type { CommandOf, Time } from '../command.ts'
import { hasPriority } from '../credit.ts'
import { MOST_STEPS, needs, slipAt, whyNotTaking } from '../decide-refer.ts'
import { EARLIER_DAY, isOfEarlierDay } from '../counter/call.ts'
import type { Event } from '../event.ts'
import type { Hall } from '../hall.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { canBeReleased, isEnded, type Step, stepOf, type Visit } from '../visit.ts'

export function addStep(hall: Hall, command: CommandOf<'add-step'>): Event[] | Refusal {
  const { service, before, printer } = command
  const visit = visitGoingOn(hall, command.visit)
  if ('refused' in visit) return visit
  const closed = whyNotTaking(hall, service)
  if (closed) return closed
  if (needs(visit, service)) return refuse('already-waiting', service)
  if (visit.steps.length >= MOST_STEPS) return refuse('too-many-steps')
  return [{ type: 'step-added', visit: visit.id, service, before }, ...slipAt(printer, visit)]
}

export function cancelStep(hall: Hall, command: CommandOf<'cancel-step'>): Event[] | Refusal {
  const found = stepIn(hall, command)
  if ('refused' in found) return found
  const { visit, step } = found
  if (step.status === 'serving') return refuse('being-served', step.call.counter)
  return isEnded(step) ? [] : [{ type: 'step-cancelled', visit: visit.id, step: step.id, because: 'asked' }]
}

/** As a counter of its service would: who was set aside waits again. */
export function releaseStep(hall: Hall, command: CommandOf<'release-step'>, time: Time): Event[] | Refusal {
  const found = stepIn(hall, command)
  if ('refused' in found) return found
  const { visit, step } = found
  if (!canBeReleased(step, time.now)) return refuse('nothing-to-release')
  return [{ type: 'step-released', visit: visit.id, step: step.id }]
}

/** With rates that do not differ a class would be a promise of nothing. */
export function setPriority(hall: Hall, command: CommandOf<'set-priority'>): Event[] | Refusal {
  const { priority } = command
  const visit = visitGoingOn(hall, command.visit)
  if ('refused' in visit) return visit
  if (!hasPriority(hall.layout.plan.rates)) return refuse('no-priority')
  return visit.priority === priority ? [] : [{ type: 'priority-set', visit: visit.id, priority }]
}

/** A visit of today that still needs something. */
function visitGoingOn(hall: Hall, id: string): Visit | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  if (visit.steps.every(isEnded)) return refuse('visit-over')
  return isOfEarlierDay(hall, visit) ? refuse('hall-closed', EARLIER_DAY) : visit
}

/** The step that a command names. One that a referral added is gone when the referral was taken back. */
function stepIn(
  hall: Hall,
  { visit: id, step: stepId }: { readonly visit: string; readonly step: string },
): { visit: Visit; step: Step } | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  const step = stepOf(visit, stepId)
  return step ? { visit, step } : refuse('unknown-step')
}
