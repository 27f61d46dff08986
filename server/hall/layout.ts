// The plan, indexed once for quick questions: which counters serve a service, who shares a queue with whom.
import type { Agency, Counter, Plan, Requirement, Service, Zone } from './plan.ts'
import type { Printer } from './plan-slip.ts'

export interface Layout {
  readonly plan: Plan
  readonly agencies: ReadonlyMap<string, Agency>
  readonly zones: ReadonlyMap<string, Zone>
  readonly services: ReadonlyMap<string, Service>
  readonly counters: ReadonlyMap<string, Counter>
  readonly printers: ReadonlyMap<string, Printer>
  /** Counters that serve a service. */
  readonly countersOf: ReadonlyMap<string, readonly Counter[]>
  /** All services that the counters of a service serve, itself included: they compete for the same desks. */
  readonly rivals: ReadonlyMap<string, readonly string[]>
  /** Requirements of a service by id. */
  readonly requirements: ReadonlyMap<string, ReadonlyMap<string, Requirement>>
}

/** Indexes a plan without faults. */
export function layOut(plan: Plan): Layout {
  const countersOf = new Map<string, Counter[]>(plan.services.map((service) => [service.id, []]))
  for (const counter of plan.counters) for (const id of counter.services) countersOf.get(id)?.push(counter)
  const rivals = new Map<string, string[]>()
  for (const { id } of plan.services) {
    const shared = (countersOf.get(id) ?? []).flatMap((counter) => counter.services)
    rivals.set(id, [...new Set([id, ...shared])])
  }
  return {
    plan,
    agencies: byId(plan.agencies),
    zones: byId(plan.zones),
    services: byId(plan.services),
    counters: byId(plan.counters),
    printers: byId(plan.printers ?? []),
    countersOf,
    rivals,
    requirements: new Map(plan.services.map((service) => [service.id, byId(service.requirements)])),
  }
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
