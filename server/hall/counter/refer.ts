// A referral: staff send the visitor on to other services, perhaps to come back. The slip that says where to go comes
// out at the counter by itself.
import type { Changes } from '../changes.ts'
import type { CommandOf } from '../command.ts'
import { said } from '../event-parts.ts'
import { type Event, type EventOf, sentTo, type Recorded } from '../event.ts'
import type { Hall } from '../hall.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { blockedStep, isEnded, nextStepIds, type Step, withSteps } from '../visit.ts'
import { inPlaceOf, inPlanOrder } from '../visit/order.ts'
import { printerOfCounter, slipAt } from '../visit/slip.ts'
import { EARLIER_DAY, isOfEarlierDay, MOST_STEPS, needs, whyNotTaking } from '../visit/step.ts'
import { counterOf } from './counter.ts'
import { end, leave, type Present, present, presentAt } from './leave.ts'

export const decides = {
  refer,
} satisfies Partial<Decides>

export const evolves = {
  referred,
} satisfies Partial<Evolves>

function refer(hall: Hall, command: CommandOf<'refer'>): Event[] | Refusal {
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
  const steps = nextStepIds(visit, services.length + (comeBack ? 1 : 0))
  if (visit.steps.length + steps.length > MOST_STEPS) return refuse('too-many-steps')
  const referred: Event = {
    type: 'referred',
    ...at,
    service,
    comeBack,
    note,
    ...(also.length > 0 && { also: [...also] }),
    sent: steps.slice(0, services.length),
    ...(comeBack && { back: steps[services.length] as string }),
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

function referred(hall: Hall, changes: Changes, event: EventOf<'referred'>, { at }: Recorded): void {
  const { visit, step } = present(hall, event)
  const { counter, note, back } = event
  const { staff } = counterOf(hall, counter)
  const sentIds = said(event.sent)
  const sent = sentTo(event).map((service, place) => ({
    ...blockedStep(sentIds[place] as string, service, []),
    referred: { counter, note },
  }))
  let steps: readonly Step[] = withSteps(visit, [end(step, 'referred', [], at, staff), ...sent]).steps
  if (event.comeBack) {
    // The referring step is done only formally: what came after it waits until the visitor comes back.
    const again = blockedStep(said(back), step.service, sentIds, step.missing)
    steps = [
      ...steps.map((other) => inPlaceOf(other, step.id, again.id)),
      { ...again, comeBack: { counter, until: null } },
    ]
  }
  const others = visit.steps.filter((other) => !isEnded(other) && other.id !== step.id)
  for (const [place, one] of sent.entries()) {
    steps = inPlanOrder(hall.layout, steps, one, [...others, ...sent.slice(0, place)], at)
  }
  leave(hall, changes, event, at, visit, steps)
}
