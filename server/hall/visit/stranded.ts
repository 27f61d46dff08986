// Who waits for what: the steps that a service owes something, those that nobody could call any more, and what becomes
// of them.
import type { Event, EventOf } from '../event.ts'
import type { Hall } from '../hall.ts'
import type { Layout } from '../layout.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { isAtCounter, isEnded, type Step, type Visit } from '../visit.ts'

/** A step that waits, is blocked, on hold or missed. */
export interface Waits {
  readonly visit: Visit
  readonly step: Step
}

/** All that a service owes something, of those for which `concerned` says so, by arrival. */
export function whoWaits(hall: Hall, concerned: (service: string) => boolean): Waits[] {
  return [...hall.visits.values()].flatMap((visit) =>
    visit.steps
      .filter((step) => !isEnded(step) && !isAtCounter(step) && concerned(step.service))
      .map((step) => ({ visit, step })),
  )
}

/** Who waits for a service that some counter serves now, and that none would serve with this layout. */
export function stranded(hall: Hall, after: Layout): Waits[] {
  const isServed = ({ countersOf }: Layout, service: string) => (countersOf.get(service) ?? []).length > 0
  return whoWaits(hall, (service) => isServed(hall.layout, service) && !isServed(after, service))
}

/** The refusal that says how many wait, and for what. */
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

/** Who waits for the other service already, or is there, does not wait for it twice. */
export function moving({ visit, step }: Waits, service: string): Event {
  const twice = visit.steps.some((other) => other.service === service && !isEnded(other))
  if (twice) return cancellation({ visit, step }, 'moved')
  return { type: 'step-moved', visit: visit.id, step: step.id, from: step.service, service }
}
