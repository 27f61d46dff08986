// Sending the visitor on to other services. The slip that says where to comes out at the counter by itself.
import type { CommandOf } from './command.ts'
import { isOfEarlierDay, type Present, presentAt } from './decide-step.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { printerOfCounter } from './printer-of.ts'
import { refuse, type Refusal } from './refusal.ts'
import { isEnded, type Visit } from './visit.ts'

/** Steps that a visit can have in all: referrals back and forth end here. */
export const MOST_STEPS = 32

export function refer(hall: Hall, command: CommandOf<'refer'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  const { counter, service, also, comeBack, note } = command
  const { visit, at } = present
  if (isOfEarlierDay(hall, visit)) return refuse('hall-closed')
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
  return [referred, ...slipAt(hall, counter, visit)]
}

/** What keeps the visitor from being sent to a service, when it is sent to others `before` it. */
function whyNot(hall: Hall, { visit, step }: Present, before: readonly string[], id: string): Refusal | null {
  const phase = hall.layout.services.get(id)?.phase.status
  if (phase === undefined) return refuse('unknown-service', id)
  if (phase !== 'open' && phase !== 'trial') return refuse('service-closed', id)
  if (id === step.service) return refuse('same-service', id)
  const waits = before.includes(id) || visit.steps.some((one) => one.service === id && !isEnded(one))
  return waits ? refuse('already-waiting', id) : null
}

/** The slip comes out at the counter's own printer, if it has one; one that is on its way there is not asked for twice. */
function slipAt(hall: Hall, counter: string, visit: Visit): Event[] {
  const printer = printerOfCounter(hall, counter)
  if (printer === null) return []
  const onItsWay = visit.slip.status === 'queued' && visit.slip.printer === printer
  return onItsWay ? [] : [{ type: 'slip-asked', visit: visit.id, printer }]
}
