// Names for the ids in a visit, from the part of the plan that its page has; and the page's title.
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import { pick } from '../../screens/i18n.ts'
import { phoneText } from './texts/index.ts'

export type ServiceOfPlan = VisitPlan['services'][number]
export type ZoneOfPlan = VisitPlan['zones'][number]

/** The service with this id; undefined if it has left the plan. */
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

/** The name of the counter, empty if it has left the plan. */
export function counterName(plan: VisitPlan, id: string | null): string {
  const counter = counterOf(plan, id)
  return counter ? pick(counter.name) : ''
}

// The text on the tab and in the list of open pages: the call, while there is one.

/** The title of the page; `view` null before anything is known. */
export function titleOf(view: VisitView | null, plan: VisitPlan | null): string {
  if (!view) return `Antre – ${phoneText('title')}`
  const { number, steps } = view.visit
  const called = steps.find(({ status }) => status === 'called')
  const counter = called && plan ? counterName(plan, called.counter) : ''
  return counter ? phoneText('titleCalled', { counter, number }) : phoneText('titleNumber', { number })
}
