// What the reception does for a visit, and whom it looks after: numbers that perhaps nobody holds, and visitors who
// asked to be met where they are.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import { hasPriority } from '../credit.ts'
import { said } from '../event-parts.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { Hall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { restsOf, runsOut } from '../rests.ts'
import type { Decides, Evolves } from '../rooms.ts'
import {
  blockedStep,
  canBeReleased,
  isEnded,
  nextStepIds,
  numberOf,
  type Step,
  stepOf,
  type Visit,
  withSteps,
} from '../visit.ts'
import { follow, inPlanOrder, unblock } from '../visit/order.ts'
import { slipAt } from '../visit/slip.ts'
import {
  EARLIER_DAY,
  isOfEarlierDay,
  lateAfterMiss,
  MOST_STEPS,
  needs,
  whyNotTaking,
  withReleased,
} from '../visit/step.ts'

export const decides = {
  'add-step': addStep,
  'cancel-step': cancelStep,
  'release-step': releaseStep,
  'set-priority': setPriority,
} satisfies Partial<Decides>

export const evolves = {
  'step-added': stepAdded,
  'step-released': stepReleased,
  'priority-set': prioritySet,
} satisfies Partial<Evolves>

export function addStep(hall: Hall, command: CommandOf<'add-step'>): Event[] | Refusal {
  const { service, before, printer } = command
  const visit = visitGoingOn(hall, command.visit)
  if ('refused' in visit) return visit
  const closed = whyNotTaking(hall, service)
  if (closed) return closed
  if (needs(visit, service)) return refuse('already-waiting', service)
  if (visit.steps.length >= MOST_STEPS) return refuse('too-many-steps')
  const [added] = nextStepIds(visit, 1)
  return [{ type: 'step-added', visit: visit.id, service, before, added }, ...slipAt(printer, visit)]
}

export function cancelStep(hall: Hall, command: CommandOf<'cancel-step'>): Event[] | Refusal {
  const found = stepIn(hall, command)
  if ('refused' in found) return found
  const { visit, step } = found
  if (step.status === 'serving') return refuse('being-served', step.call.counter)
  return isEnded(step) ? [] : [{ type: 'step-cancelled', visit: visit.id, step: step.id, because: 'asked' }]
}

/** As a counter of its service would do it: what was set aside waits again. */
export function releaseStep(hall: Hall, command: CommandOf<'release-step'>, time: Time): Event[] | Refusal {
  const found = stepIn(hall, command)
  if ('refused' in found) return found
  const { visit, step } = found
  if (!canBeReleased(step, time.now)) return refuse('nothing-to-release')
  const late = lateAfterMiss(hall, step, time.now)
  return [{ type: 'step-released', visit: visit.id, step: step.id, ...late }]
}

/** If the rates are the same, priority would be an empty promise. */
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

/** The step that a command names. It may be gone: a referral that added it was undone. */
function stepIn(
  hall: Hall,
  { visit: id, step: stepId }: { readonly visit: string; readonly step: string },
): { visit: Visit; step: Step } | Refusal {
  const visit = hall.visits.get(id)
  if (!visit) return refuse('unknown-visit')
  const step = stepOf(visit, stepId)
  return step ? { visit, step } : refuse('unknown-step')
}

/**
 * It waits with all the visit's credit. If the requested order and the plan's would close a circle, the requested one
 * applies.
 */
function stepAdded(hall: Hall, changes: Changes, event: EventOf<'step-added'>, { at }: Recorded): void {
  const visit = visitOf(hall, event.visit)
  const { service } = event
  const id = said(event.added)
  let steps: readonly Step[] = [...visit.steps, blockedStep(id, service, [])]
  const others = visit.steps.filter((other) => !isEnded(other))
  if (event.before) for (const other of others) steps = follow(steps, other.id, id, at)
  steps = inPlanOrder(hall.layout, steps, { id, service }, others, at)
  putVisit(hall, changes, unblock(withSteps(visit, steps), at))
}

function stepReleased(hall: Hall, changes: Changes, event: EventOf<'step-released'>, { at }: Recorded): void {
  putVisit(hall, changes, withReleased(hall, visitOf(hall, event.visit), event, at))
}

/** Every step that has not ended gets a new place, because each class has its own line. */
function prioritySet(hall: Hall, changes: Changes, event: EventOf<'priority-set'>): void {
  const visit = visitOf(hall, event.visit)
  const anew = visit.steps.filter((step) => !isEnded(step)).map((step) => ({ ...step }))
  putVisit(hall, changes, { ...withSteps(visit, anew), priority: event.priority })
}

/** An unconfirmed slip counts as not taken after this many seconds. */
const SLIP_SECONDS = 90

/** The instant from which a visit's slip counts as not taken; null while nothing is wrong. Milliseconds since 1970. */
export function notTakenFrom(hall: Hall, visit: Visit): number | null {
  if (!hall.unheld.has(visit.id) || visit.steps.every(isEnded)) return null
  if (visit.slip.status === 'failed') return visit.takenAt
  return runsOut(restsOf(hall, null), visit.takenAt, SLIP_SECONDS * 1000)
}

/** Visits whose slip is not taken at `now`, by arrival, and the instant at which the next one joins them, or null. */
export function notTaken(hall: Hall, now: number): { visits: Visit[]; next: number | null } {
  const visits: Visit[] = []
  let next: number | null = null
  for (const id of hall.unheld.keys()) {
    const visit = hall.visits.get(id)
    const from = visit ? notTakenFrom(hall, visit) : null
    if (!visit || from === null) continue
    if (from <= now) visits.push(visit)
    else next = Math.min(from, next ?? from)
  }
  return { visits: visits.sort(byArrival), next }
}

/** Visitors who asked to be met where they are and still need something, by arrival. */
export function comeToMe(hall: Hall): Visit[] {
  return [...hall.comeToMe.keys()].flatMap((id) => hall.visits.get(id) ?? []).sort(byArrival)
}

/** A number as people type it: `a12`, `A 012`, `A-012` are `A012`. Null if it can't be one. */
export function numberTyped(typed: string): string | null {
  const [, prefix = '', running = ''] = /^\s*([A-Za-z]{1,2})[\s.-]*(\d{1,6})\s*$/.exec(typed) ?? []
  return prefix === '' ? null : numberOf(prefix.toUpperCase(), Number(running))
}

/**
 * Today's visit with this number, however it is typed. Undefined if there is none. It looks at every visit of the day:
 * meant for people who ask now and then, not for commands.
 */
export function visitOfNumber(hall: Hall, typed: string): Visit | undefined {
  const number = numberTyped(typed)
  if (number === null) return undefined
  const found = [...hall.visits.values()].filter((visit) => visit.number === number)
  // A visit carried over midnight may have the same number as one of today.
  return found.find(({ day }) => day === hall.day) ?? found[0]
}

/** Those of the same moment by number, so that a restart shows them in the same order. */
function byArrival(a: Visit, b: Visit): number {
  return a.takenAt - b.takenAt || (a.number < b.number ? -1 : 1)
}
