// Sending the visitor on to other services. The slip that says where to comes out at the counter by itself.
import type { CommandOf } from './command.ts'
import { EARLIER_DAY, isOfEarlierDay, type Present, presentAt } from './counter/call.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { takesVisitors } from './phase.ts'
import { printerOfCounter } from './visit/slip.ts'
import { refuse, type Refusal } from './refusal.ts'
import { isEnded, type Visit } from './visit.ts'

/** Steps that a visit can have in all: referrals back and forth end here. */
export const MOST_STEPS = 32

export function refer(hall: Hall, command: CommandOf<'refer'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  const { counter, service, also, comeBack, note } = command
  const { visit, at } = present
  if (isOfEarlierDay(hall, visit)) return refuse('hall-closed', EARLIER_DAY)
  const services = [service, ...also]
  const refused = services
    .map((id, place) => whyNot(hall, present, services.slice(0, place), id))
    .find(Boolean)
  if (refused) return refused
  if (visit.steps.length + services.length + (comeBack ? 1 : 0) > MOST_STEPS) return refuse('too-many-steps')
  const referred: Event = {
    type: 'referred',
    ...at,
    service,
    comeBack,
    note,
    ...(also.length > 0 && { also: [...also] }),
  }
  return [referred, ...slipAt(printerOfCounter(hall, counter), visit)]
}

/** What keeps the visitor from being sent to a service, when it is sent to others `before` it. */
function whyNot(hall: Hall, { visit, step }: Present, before: readonly string[], id: string): Refusal | null {
  const closed = whyNotTaking(hall, id)
  if (closed) return closed
  if (id === step.service) return refuse('same-service', id)
  return before.includes(id) || needs(visit, id) ? refuse('already-waiting', id) : null
}

/** Why no step for this service joins a visit: hours and quota are for new numbers alone. */
export function whyNotTaking({ layout }: Hall, id: string): Refusal | null {
  const service = layout.services.get(id)
  if (!service) return refuse('unknown-service', id)
  return takesVisitors(service.phase) ? null : refuse('service-closed', id)
}

/** Whether the visit has a step of this service that has not ended. */
export function needs({ steps }: Visit, service: string): boolean {
  return steps.some((step) => step.service === service && !isEnded(step))
}

/** The slip that says where to go comes out at this printer, if there is one; one on its way there is not asked for twice. */
export function slipAt(printer: string | null, { id, slip }: Visit): Event[] {
  const onItsWay = slip.status === 'queued' && slip.printer === printer
  return printer === null || onItsWay ? [] : [{ type: 'slip-asked', visit: id, printer }]
}
