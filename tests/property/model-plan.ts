// The model's plan: what was saved, and what supervisors set for today, kept apart.
import type { Event } from '../../server/hall/event.ts'
import type { Phase, Plan, Retired } from '../../server/hall/plan.ts'

type Setting = Extract<Event, { type: 'phase-changed' | 'quota-set' | 'desk-set' }>

export class ModelPlan {
  /** The plan without today's settings. */
  saved: Plan
  private quotas = new Map<string, number | null>()
  private desks = new Map<string, readonly string[]>()
  /** What the saved plan no longer has but stays until the day ends. */
  private retired: Retired | null = null

  private cached: Plan | null = null

  constructor(plan: Plan) {
    this.saved = plan
  }

  copy(): ModelPlan {
    const copy = new ModelPlan(this.saved)
    copy.quotas = new Map(this.quotas)
    copy.desks = new Map(this.desks)
    copy.retired = this.retired
    return copy
  }

  become({ saved, quotas, desks, retired }: ModelPlan): void {
    Object.assign(this, { saved, quotas, desks, retired, cached: null })
  }

  open(plan: Plan, retired: Retired | null): void {
    if (JSON.stringify(plan) !== JSON.stringify(this.saved)) throw new Error('today leaked into tomorrow')
    this.cached = null
    this.retired = retired
    this.quotas.clear()
    this.desks.clear()
  }

  /** A setting whose line in the plan changed is over. */
  revise(plan: Plan, retired: Retired | null): void {
    this.cached = null
    this.retired = retired
    const quotaIn = ({ services }: Plan, id: string) => services.find((one) => one.id === id)?.quota
    const deskIn = ({ counters }: Plan, id: string) =>
      counters.find((one) => one.id === id)?.services.toSorted()
    for (const id of this.quotas.keys()) {
      if (quotaIn(plan, id) !== quotaIn(this.saved, id)) this.quotas.delete(id)
    }
    for (const [id, own] of this.desks) {
      const left = own.filter((service) => plan.services.some((one) => one.id === service))
      const changed = String(deskIn(plan, id)) !== String(deskIn(this.saved, id))
      if (changed || left.length === 0) this.desks.delete(id)
      else this.desks.set(id, left)
    }
    this.saved = plan
  }

  follow(event: Setting): void {
    this.cached = null
    if (event.type === 'phase-changed') {
      const services = this.saved.services.map((one) =>
        one.id === event.service ? { ...one, phase: this.phase(event) } : one,
      )
      this.saved = { ...this.saved, services }
    } else if (event.type === 'quota-set') this.quotas.set(event.service, event.quota)
    else this.desks.set(event.counter, event.services)
  }

  private phase({
    status,
    until,
    reopens,
    reason,
    expected,
    where,
  }: Setting & { type: 'phase-changed' }): Phase {
    const code = reason && 'code' in reason ? reason.code : null
    const name = this.saved.reasons.pause.find(({ id }) => id === code)?.name ?? null
    const end = until === null ? null : new Date(until).toISOString()
    if (status === 'paused') return { status, until: end, reason: name, ...(reopens ? { reopens } : {}) }
    if (status === 'soon') return { status, expected, ...(where ? { where } : {}) }
    return status === 'elsewhere' && where ? { status, where } : { status: status as 'open' | 'trial' }
  }

  /** The plan as it applies today. It is needed all the time, so it is computed when something changes. */
  today(): Plan {
    this.cached ??= this.make()
    return this.cached
  }

  private make(): Plan {
    const services = this.saved.services.map((one) =>
      this.quotas.has(one.id) ? { ...one, quota: this.quotas.get(one.id) ?? null } : one,
    )
    const counters = this.saved.counters.map((one) => ({
      ...one,
      services: [...(this.desks.get(one.id) ?? one.services)],
    }))
    const { retired } = this
    if (!retired) return { ...this.saved, services, counters }
    for (const { id, services: more } of retired.counters) {
      const there = counters.find((one) => one.id === id)
      if (there) there.services.push(...more.filter((service) => !there.services.includes(service)))
    }
    return {
      ...this.saved,
      agencies: [...this.saved.agencies, ...retired.agencies],
      zones: [...this.saved.zones, ...retired.zones],
      services: [...services, ...retired.services],
      counters: [...counters, ...retired.counters.filter(({ id }) => !counters.some((one) => one.id === id))],
    }
  }
}
