// Ids of a visit as people know them, from the part of the plan that its page has.
import type { VisitPlan } from '../../server/live/visit.ts'
import { pick } from '../../screens/i18n.ts'

export type ServiceOfPlan = VisitPlan['services'][number]
export type ZoneOfPlan = VisitPlan['zones'][number]

/** The service with this id; undefined when it has left the plan. */
export function serviceOf(plan: VisitPlan, id: string): ServiceOfPlan | undefined {
  return plan.services.find((service) => service.id === id)
}

/** The counter with this id. */
export function counterOf(plan: VisitPlan, id: string | null): VisitPlan['counters'][number] | undefined {
  return plan.counters.find((counter) => counter.id === id)
}

/** The zones with these ids, in the plan's order. */
export function zonesOf(plan: VisitPlan, ids: readonly string[]): ZoneOfPlan[] {
  return plan.zones.filter(({ id }) => ids.includes(id))
}

/** The name of the counter, empty when it has left the plan. */
export function counterName(plan: VisitPlan, id: string | null): string {
  const counter = counterOf(plan, id)
  return counter ? pick(counter.name) : ''
}
