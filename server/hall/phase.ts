// The phase of a service as supervisors set it: what it is in the plan, and when it is over by itself.
import type { EventOf } from './event.ts'
import type { Phase, Plan } from './plan.ts'

export type PhaseSet = Omit<EventOf<'phase-changed'>, 'type' | 'service'>

/** A service that opens again by itself. */
export interface Reopening {
  readonly at: number
  readonly service: string
  readonly reopens: 'open' | 'trial'
}

/** Whether a service in this phase takes visitors. */
export function takesVisitors({ status }: { readonly status: Phase['status'] }): boolean {
  return status === 'open' || status === 'trial'
}

/** The phase as it stands in the plan. Words of somebody's own are not there: they last a day. */
export function phaseOf({ status, until, reopens, reason, expected, where }: PhaseSet, plan: Plan): Phase {
  if (status === 'soon') return { status, expected, ...(where === null ? {} : { where }) }
  if (status === 'elsewhere') {
    if (where === null) throw new Error('a service is elsewhere, but nobody knows where')
    return { status, where }
  }
  if (status !== 'paused') return { status }
  const code = reason !== null && 'code' in reason ? reason.code : null
  return {
    status,
    until: until === null ? null : new Date(until).toISOString(),
    reason: plan.reasons.pause.find(({ id }) => id === code)?.name ?? null,
    ...(reopens === null ? {} : { reopens }),
  }
}

/** The plan with another phase for one service. */
export function withPhase(plan: Plan, id: string, phase: Phase): Plan {
  const services = plan.services.map((service) => (service.id === id ? { ...service, phase } : service))
  return { ...plan, services }
}

/** All pauses of a plan that end by themselves, the earliest first. */
export function reopenings({ services }: Plan): Reopening[] {
  return services
    .flatMap(({ id, phase }): Reopening[] => {
      if (phase.status !== 'paused' || phase.reopens === undefined || phase.until === null) return []
      const at = Date.parse(phase.until)
      return Number.isNaN(at) ? [] : [{ at, service: id, reopens: phase.reopens }]
    })
    .sort((a, b) => a.at - b.at)
}
