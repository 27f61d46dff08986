// The part of the plan that the page needs: it came with the page, and is fetched again when the plan changes or a
// referral brings a service that was not in it.
import { signal, type ReadonlySignal } from '@preact/signals'
import type { VisitPlan, VisitView } from '../../server/live/visit.ts'
import type { Outcome } from '../../screens/command.ts'
import type { Later } from '../../screens/timer.ts'

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
