// The steps that a service has yet to serve, those that no counter could call any more, and what happens to them.
import type { Changes } from '../changes.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { Hall } from '../hall.ts'
import type { Layout } from '../layout.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Evolves } from '../rooms.ts'
import { dropAnnouncementsOf } from '../sound/sound.ts'
import { core, isAtCounter, isEnded, need, settleWait, type Step, type Visit, withSteps } from '../visit.ts'
import { inPlanOrder, unblock } from './order.ts'
import { needs } from './step.ts'

export const evolves = {
  'step-cancelled': stepCancelled,
  'step-moved': stepMoved,
} satisfies Partial<Evolves>

/** A step that waits, is blocked, on hold or missed. */
export interface Waits {
  readonly visit: Visit
  readonly step: Step
}

/** All steps yet to be served by the services that `concerned` chooses, by arrival. */
export function whoWaits(hall: Hall, concerned: (service: string) => boolean): Waits[] {
  return [...hall.visits.values()].flatMap((visit) =>
    visit.steps
      .filter((step) => !isEnded(step) && !isAtCounter(step) && concerned(step.service))
      .map((step) => ({ visit, step })),
  )
}

/** The steps waiting for a service that a counter serves now and none would serve with this layout. */
export function stranded(hall: Hall, after: Layout): Waits[] {
  const isServed = ({ countersOf }: Layout, service: string) => (countersOf.get(service) ?? []).length > 0
  return whoWaits(hall, (service) => isServed(hall.layout, service) && !isServed(after, service))
}

/** The refusal that says how many wait, and for which service. */
export function peopleWaiting(people: readonly Waits[]): Refusal {
  const counts = new Map<string, number>()
  for (const { step } of people) counts.set(step.service, (counts.get(step.service) ?? 0) + 1)
  const list = [...counts].map(([service, count]) => ({ service, count }))
  return { ...refuse('people-waiting', list[0]?.service), count: people.length, people: list }
}

/** The step's waiting ends. */
export function cancellation({ visit, step }: Waits, because: EventOf<'step-cancelled'>['because']): Event {
  return { type: 'step-cancelled', visit: visit.id, step: step.id, because }
}

/** Nobody waits twice for one service: if the visit needs the other one anyway, the step is cancelled. */
export function moving({ visit, step }: Waits, service: string): Event {
  if (needs(visit, service)) return cancellation({ visit, step }, 'moved')
  return { type: 'step-moved', visit: visit.id, step: step.id, from: step.service, service }
}

/**
 * What came after it may go on; a call is retracted and its counter free. The counter's last action is kept, so that
 * an undo can say what stands in the way.
 */
function stepCancelled(
  hall: Hall,
  changes: Changes,
  event: EventOf<'step-cancelled'>,
  { at }: Recorded,
): void {
  const visit = visitOf(hall, event.visit)
  const step = need(visit, event.step, (one) => !isEnded(one) && one.status !== 'serving')
  const cancelled: Step = { ...core(settleWait(step, at)), status: 'cancelled', endedAt: at }
  putVisit(hall, changes, unblock(withSteps(visit, [cancelled]), at))
  if (step.status !== 'called') return
  dropAnnouncementsOf(hall, changes, visit)
  const counter = hall.counters.get(step.call.counter)
  if (counter) changes.set(hall.counters, counter.id, { ...counter, current: null })
}

/** It keeps its credit and its status; its order becomes the plan's for the new service. */
function stepMoved(hall: Hall, changes: Changes, event: EventOf<'step-moved'>, { at }: Recorded): void {
  const visit = visitOf(hall, event.visit)
  const step = need(visit, event.step, (one) => !isEnded(one) && !isAtCounter(one))
  const { service } = event
  const known = hall.layout.requirements.get(service)
  const now: Step = {
    ...step,
    service,
    missing: step.missing.filter((id) => known?.has(id)),
    after: step.after.filter((id) => !standsOnlyByOldService(hall, visit, step, id)),
    comeBack: null,
  }
  const others = visit.steps.filter((other) => !isEnded(other) && other.id !== step.id)
  const steps = inPlanOrder(hall.layout, withSteps(visit, [now]).steps, now, others, at)
  putVisit(hall, changes, unblock(withSteps(visit, steps), at))
}

/** Whether the step came after the other one only because of its old service. A come-back always waits. */
function standsOnlyByOldService({ layout }: Hall, visit: Visit, step: Step, id: string): boolean {
  if (step.comeBack) return false
  const before = visit.steps.find((one) => one.id === id)?.service
  const old = layout.services.get(step.service)
  if (before === undefined || !old) return false
  const papers = step.missing.map((paper) => layout.requirements.get(step.service)?.get(paper)?.issuedBy)
  return old.after.includes(before) || papers.includes(before)
}
