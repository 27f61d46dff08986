// The part of the plan that the page needs: it came with the page, and is fetched again when the plan changes or a
// referral brings a service that was not in it.
import { signal, type ReadonlySignal } from '@preact/signals'
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import type { Outcome } from '../../screens/command.ts'
import type { Later } from '../../screens/timer.ts'
import { pick } from '../../screens/i18n.ts'
import { phoneText } from './texts.ts'

export interface OwnPlan {
  readonly value: ReadonlySignal<VisitPlan | null>
  /** Call it with every view. */
  seen(view: VisitView): void
}

export interface OwnPlanIo {
  fetchPlan(): Promise<Outcome<VisitPlan>>
  after: Later
}

const AGAIN_MS = 2_000

/** Keeps the plan of one visit; `given` is what came with the page. */
export function keepPlan(given: VisitPlan | null, io: OwnPlanIo): OwnPlan {
  const value = signal(given)
  let wanted = ''
  let loaded = ''
  let loading = false

  async function load(): Promise<void> {
    const asked = wanted
    const outcome = await io.fetchPlan()
    if (outcome.ok) {
      value.value = outcome.data
      loaded = asked
    }
    if (loaded === wanted) loading = false
    else io.after(AGAIN_MS, () => void load())
  }

  return {
    value,
    seen({ hall, visit }) {
      const services = visit.steps.map(({ service }) => service)
      wanted = `${hall ? hall.plan : ''} ${services.join(' ')}`
      const plan = value.value
      const isKnown =
        plan !== null &&
        (!hall || plan.plan === hall.plan) &&
        services.every((id) => plan.services.some((service) => service.id === id))
      if (isKnown) loaded = wanted
      if (loaded === wanted || loading) return
      loading = true
      void load()
    },
  }
}

// Names for the ids in a visit, from the part of the plan that its page has; and the page's title.

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
