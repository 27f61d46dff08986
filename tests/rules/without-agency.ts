// A plan after an agency left the hall: without any mention of it, its services, its counters or a zone that only it
// had.
import type { Plan } from '../../server/hall/plan.ts'

export function withoutAgency(plan: Plan, gone: string): Plan {
  const services = plan.services.filter(({ agency }) => agency !== gone)
  const left = new Set(services.map(({ id }) => id))
  const counters = plan.counters.filter(({ agency }) => agency !== gone)
  return {
    ...plan,
    agencies: plan.agencies.filter(({ id }) => id !== gone),
    services: services.map((one) => ({
      ...one,
      after: one.after.filter((id) => left.has(id)),
      requirements: one.requirements.map((paper) =>
        left.has(paper.issuedBy ?? '') ? paper : { ...paper, issuedBy: null },
      ),
    })),
    counters,
    zones: plan.zones.filter(({ id }) => counters.some(({ zone }) => zone === id)),
    bundles: plan.bundles.filter((bundle) => bundle.services.every((id) => left.has(id))),
  }
}
