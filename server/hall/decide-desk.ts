// What staff do at their desk besides the way of a called number: nobody came, somebody came without a number, a
// colleague takes over.
import type { CommandOf, Time } from './command.ts'
import { counterHeldBy, heldBy } from './counter/counter.ts'
import { readyToCall, whileCalled } from './counter/call.ts'
import { takeVisit } from './visit/take.ts'
import type { Event, EventOf, Why } from './event.ts'
import { stepId } from './visit/step.ts'
import type { Hall } from './hall.ts'
import { nextAt } from './next.ts'
import { printerOfCounter } from './visit/slip.ts'
import { isRefusal, refuse, type Refusal } from './refusal.ts'

/** Nobody came. Where the plan has a second call, the first one that nobody answers is not the last. */
export function miss(hall: Hall, command: CommandOf<'miss'>, { now }: Time): Event[] | Refusal {
  const pause = hall.layout.plan.secondCallSeconds
  return whileCalled(hall, command, ({ at, step }) =>
    pause === undefined || step.secondCall
      ? [{ type: 'missed', ...at }]
      : [{ type: 'unanswered', ...at, again: now + pause * 1000 }],
  )
}

/** Who stands at the desk without a number takes one like everybody, and is served by it at once. */
export function serve(hall: Hall, command: CommandOf<'serve'>, time: Time): Event[] | Refusal {
  const counter = readyToCall(hall, command)
  if ('refused' in counter) return counter
  const { visit, token, call, services, missing, priority, comeToMe, language } = command
  const own = hall.layout.counters.get(counter.id)?.services ?? []
  if (!services.some((id) => own.includes(id))) return refuse('not-served-here', services[0])
  const ticket = { visit, token, services, missing, priority, comeToMe, language, printer: null }
  const taken = takeVisit(hall, { type: 'take-visit', ...ticket }, time)
  if (isRefusal(taken)) return taken
  const { steps } = taken[0] as EventOf<'visit-taken'>
  const index = steps.findIndex(({ service, after }) => own.includes(service) && after.length === 0)
  if (index < 0) return refuse('not-callable', 'blocked')
  const at = { counter: counter.id, visit, step: stepId(visit, index) }
  const seated: Event = { type: 'seated', ...at, call, why: whyServed(hall, counter.id, time.now) }
  // Who is served and gone needs no paper; who goes on to another counter does.
  const printer = steps.length > 1 ? printerOfCounter(hall, counter.id) : null
  return [...taken, seated, ...(printer === null ? [] : [{ type: 'slip-asked', visit, printer } as const])]
}

/** Chosen over the best one who waits: who just came has no credit. */
function whyServed(hall: Hall, counter: string, now: number): Why {
  const next = nextAt(hall, counter, now)
  const over = next && { number: next.candidate.visit.number, credit: next.why.credit }
  return { rule: 'chosen', credit: 0, over }
}

/** The counter passes to somebody of its agency, or to a manager, with the visitor who is there. */
export function handOver(hall: Hall, command: CommandOf<'hand-over'>): Event[] | Refusal {
  const { staff, to, toAgency, mayHoldSeveral: several } = command
  const counter = counterHeldBy(hall, command.counter, staff)
  if ('refused' in counter) return counter
  const { id } = counter
  if (to === staff) return refuse('already-at-counter', id)
  if (toAgency !== null) {
    if (toAgency !== hall.layout.counters.get(id)?.agency) return refuse('not-of-agency', to)
    const [other] = heldBy(hall, to)
    if (other) return refuse('already-at-counter', other.id)
  }
  return [{ type: 'handed-over', counter: id, from: staff, staff: to, several }]
}
