// Taking a number and what the visitor does with it.
import type { CommandOf, Time } from '../command.ts'
import type { Event, NewStep } from '../event.ts'
import type { Hall } from '../hall.ts'
import { hallIsOpen, serviceIsOpen } from '../hours.ts'
import { order } from './order.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { isEnded, numberOf, stepAtCounter, type Visit } from '../visit.ts'

/** Within this time of a delay another one means the same: a second tap, a page that sends twice. */
const SAME_DELAY_MS = 60_000

export function takeVisit(hall: Hall, command: CommandOf<'take-visit'>, time: Time): Event[] | Refusal {
  const { services, missing } = command
  if (time.suspect) return refuse('clock-suspect')
  const language = command.language ?? (hall.layout.plan.languages[0] as string)
  if (!hall.layout.plan.languages.includes(language)) return refuse('unknown-language', language)
  const closed = whyNoTicket(hall, services, time)
  if (closed) return closed
  const steps = newSteps(hall, services, missing)
  if (!Array.isArray(steps)) return steps

  const prefix = hall.layout.services.get(services[0] as string)?.prefix ?? ''
  const running = nextRunning(hall, prefix)
  return [
    {
      type: 'visit-taken',
      visit: command.visit,
      token: command.token,
      number: numberOf(prefix, running),
      prefix,
      running,
      priority: command.priority,
      comeToMe: command.comeToMe,
      language,
      steps,
      printer: command.printer,
    },
  ]
}

/** One more than the last, past whom the midnight left at a counter: two people would come to one call. */
function nextRunning({ numbers, counters, visits, day }: Hall, prefix: string): number {
  let running = (numbers.get(prefix) ?? 0) + 1
  const earlier = [...counters.values()].flatMap(({ current }) => {
    const visit = current && visits.get(current.visit)
    return visit && visit.day !== day && visit.prefix === prefix ? [visit.running] : []
  })
  while (earlier.includes(running)) running += 1
  return running
}

/** The first thing that keeps these services from giving a ticket, or null. */
function whyNoTicket(hall: Hall, services: readonly string[], time: Time): Refusal | null {
  const { layout } = hall
  const unknown = services.find((id) => !layout.services.has(id))
  if (unknown !== undefined) return refuse('unknown-service', unknown)
  const regular = layout.plan.operation === 'regular'
  if (regular && !hallIsOpen(layout, hall.day, time.minute)) return refuse('hall-closed')
  for (const id of services) {
    const reason = ticketRefusal(hall, id, time)
    if (reason) return refuse(reason, id)
  }
  return null
}

/** Why a service gives no ticket now: its status, its hours in regular operation, its quota; null when it does. */
export function ticketRefusal(
  hall: Hall,
  id: string,
  time: Pick<Time, 'minute'>,
): 'service-closed' | 'quota-reached' | null {
  const service = hall.layout.services.get(id)
  const status = service?.phase.status
  if (status !== 'open' && status !== 'trial') return 'service-closed'
  if (hall.layout.plan.operation === 'regular' && !serviceIsOpen(hall.layout, id, hall.day, time.minute)) {
    return 'service-closed'
  }
  const quota = service?.quota ?? null
  return quota !== null && (hall.taken.get(id) ?? 0) >= quota ? 'quota-reached' : null
}

/** The steps of a new visit, each with what it lacks and what it stands after. */
function newSteps(hall: Hall, services: readonly string[], missing: readonly string[]): NewStep[] | Refusal {
  const lacks = (service: string) =>
    missing.filter((id) => hall.layout.requirements.get(service)?.has(id) === true)
  const unknown = missing.find((id) => !services.some((service) => lacks(service).includes(id)))
  if (unknown !== undefined) return refuse('unknown-requirement', unknown)
  const after = order(hall.layout, services, lacks)
  return services.map((service, index) => ({ service, after: after[index] ?? [], missing: lacks(service) }))
}

export function cancelVisit(hall: Hall, { visit: id }: CommandOf<'cancel-visit'>): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  if (visit.steps.some((step) => step.status === 'serving')) return refuse('being-served')
  return visit.steps.every(isEnded) ? [] : [{ type: 'visit-cancelled', visit: id }]
}

/** The visitor is late; a second press right after the first one changes nothing. */
export function delayVisit(
  hall: Hall,
  { visit: id }: CommandOf<'delay-visit'>,
  { now }: Time,
): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  const here = stepAtCounter(visit)
  if (here) return refuse(here.status === 'called' ? 'being-called' : 'being-served', here.call.counter)
  const isMissed = visit.steps.some(({ status }) => status === 'missed')
  const waiting = visit.steps.filter((step) => step.status === 'waiting')
  if (!isMissed && waiting.length === 0) return refuse('not-waiting')
  const late = hall.layout.plan.lateSeconds * 1000
  const enough = now + late - Math.min(late / 2, SAME_DELAY_MS)
  const isDelayed = waiting.every(({ callableFrom }) => Math.max(callableFrom, now) >= enough)
  return isDelayed && !isMissed ? [] : [{ type: 'visit-delayed', visit: id }]
}

export function askSlip(hall: Hall, { visit: id, printer }: CommandOf<'ask-slip'>): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  const onItsWay = visit.slip.status === 'queued' && visit.slip.printer === printer
  return printer === null || onItsWay ? [] : [{ type: 'slip-asked', visit: id, printer }]
}

export function noteNumber(hall: Hall, { visit: id }: CommandOf<'note-number'>): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  return visit.slip.noted ? [] : [{ type: 'number-noted', visit: id }]
}

export function confirmSlip(hall: Hall, { visit: id }: CommandOf<'confirm-slip'>): Event[] | Refusal {
  return onQueuedSlip(hall, id, () => [{ type: 'slip-printed', visit: id }])
}

/** Asked for elsewhere meanwhile, the slip is on its way there, and the first printer's trouble is no news. */
export function failSlip(hall: Hall, { visit: id, printer, why }: CommandOf<'fail-slip'>): Event[] | Refusal {
  return onQueuedSlip(hall, id, ({ slip }) =>
    slip.printer === printer ? [{ type: 'slip-failed', visit: id, why }] : [],
  )
}

function onQueuedSlip(hall: Hall, id: string, events: (visit: Visit) => Event[]): Event[] | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  return visit.slip.status === 'queued' ? events(visit) : []
}
