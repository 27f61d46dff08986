// Taking a number: which services give one now, the steps of the new visit, and the visit in the hall.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import { type NewStep, said } from '../event-parts.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import { assign, type Hall } from '../hall.ts'
import { isOpenAt } from '../hours.ts'
import { isServed } from '../layout.ts'
import { putVisit } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { blockedStep, numberOf, type Slip, type Step, stepId, waitingStep } from '../visit.ts'
import { order } from './order.ts'
import { whyNoMore, countTicket, type QuotaLeft, quotaLeft } from './quota.ts'

export const decides = {
  'take-visit': takeVisit,
} satisfies Partial<Decides>

export const evolves = {
  'visit-taken': visitTaken,
} satisfies Partial<Evolves>

export function takeVisit(hall: Hall, command: CommandOf<'take-visit'>, time: Time): Event[] | Refusal {
  const { services } = command
  if (time.suspect) return refuse('clock-suspect')
  const language = command.language ?? (hall.layout.plan.languages[0] as string)
  if (!hall.layout.plan.languages.includes(language)) return refuse('unknown-language', language)
  const closed = whyNoTicket(hall, services, time)
  if (closed) return closed
  const used = usedUp(hall, services, time.now)
  const isOver = used.length > 0
  // The plan says whether the reception may give one all the same.
  if (isOver && !(command.overQuota && used.every(mayBeGiven)))
    return refuse('quota-reached', used[0]?.service)
  const steps = newSteps(hall, command)
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
      ...(isOver && { overQuota: true as const }),
    },
  ]
}

/** One more than the last, skipping numbers that were carried over midnight: two people would come to one call. */
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
  if (regular && !isOpenAt(layout, null, hall.day, time.minute)) return refuse('hall-closed')
  for (const id of services) {
    const reason = ticketRefusal(hall, id, time)
    if (reason) return refuse(reason, id)
  }
  return null
}

/** The services of a visit whose quota has no number left, and that quota. */
function usedUp(hall: Hall, services: readonly string[], now: number) {
  return services.flatMap((service) => {
    const quota = quotaLeft(hall, service, now, services)
    return quota?.left === 0 ? [{ service, quota }] : []
  })
}

/** Whether the reception may give a number though a quota is used up. */
export function mayBeGiven({ quota }: { readonly quota: Pick<QuotaLeft, 'atZero'> }): boolean {
  return quota.atZero?.answer === 'reception'
}

/**
 * Why a service gives no ticket: its status, no counter today, or in regular operation its hours; null when it does.
 */
export function ticketRefusal(
  hall: Hall,
  id: string,
  time: Pick<Time, 'now' | 'minute' | 'isFull'>,
): 'service-closed' | 'closing-soon' | 'day-full' | null {
  const service = hall.layout.services.get(id)
  if (!service || !isServed(hall.layout, service)) return 'service-closed'
  const isRegular = hall.layout.plan.operation === 'regular'
  if (isRegular && !isOpenAt(hall.layout, { of: 'service', id }, hall.day, time.minute))
    return 'service-closed'
  return isRegular ? whyNoMore(hall, id, time) : null
}

/** The steps of a new visit, each with what it lacks and what it comes after. */
function newSteps(hall: Hall, { visit, services, missing }: CommandOf<'take-visit'>): NewStep[] | Refusal {
  const lacks = (service: string) =>
    missing.filter((id) => hall.layout.requirements.get(service)?.has(id) === true)
  const unknown = missing.find((id) => !services.some((service) => lacks(service).includes(id)))
  if (unknown !== undefined) return refuse('unknown-requirement', unknown)
  const after = order(hall.layout, services, lacks)
  return services.map((service, index) => ({
    step: stepId(visit, index),
    service,
    after: after[index] ?? [],
    missing: lacks(service),
  }))
}

function visitTaken(hall: Hall, changes: Changes, event: EventOf<'visit-taken'>, { at, by }: Recorded): void {
  const { visit: id, token, number, prefix, running, priority, comeToMe, language, printer } = event
  const queued = printer !== null
  const status = queued ? 'queued' : 'none'
  const slip: Slip = { status, printer, why: null, copies: queued ? 1 : 0, noted: false }
  const ids = event.steps.map(({ step }) => said(step))
  const steps = event.steps.map((step, index) => newStep(step, ids[index] as string, ids, at))
  putVisit(hall, changes, {
    id,
    token,
    number,
    prefix,
    running,
    day: hall.day,
    takenAt: at,
    takenBy: by,
    priority,
    comeToMe,
    language,
    slip,
    steps,
    walk: null,
    moves: 0,
  })
  // From now on the day before can't be opened again.
  if (hall.closedDay) assign(hall, changes, { closedDay: null })
  changes.set(hall.tokens, token, id)
  changes.set(hall.numbers, prefix, running)
  countTicket(hall, changes, event.steps, at)
}

/** A step of a new ticket whose steps have these ids; most come after none. */
function newStep({ service, after, missing }: NewStep, id: string, ids: readonly string[], at: number): Step {
  if (after.length === 0) return waitingStep(id, service, missing, at)
  const first = after.map((place) => ids[place] as string)
  return blockedStep(id, service, first, missing)
}
