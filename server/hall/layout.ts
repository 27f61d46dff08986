// The plan, indexed once: which counters serve a service, which services share a queue.
import type { Printer } from './equipment.ts'
import {
  type Agency,
  type Counter,
  type Place,
  type Plan,
  type Requirement,
  type Service,
  takesVisitors,
  type Zone,
} from './plan.ts'
import { missingComponents } from './standard.ts'
import type { Quota } from './times.ts'
import { byId, nothingToday, planOfToday, type Today } from './today.ts'

export interface Layout {
  /** The plan as it holds today. */
  readonly plan: Plan
  /** The plan without what holds only for today: this is saved, and tomorrow begins with it. */
  readonly base: Plan
  /** Services that open again by themselves, the earliest first. */
  readonly reopenings: readonly Reopening[]
  readonly agencies: ReadonlyMap<string, Agency>
  readonly zones: ReadonlyMap<string, Zone>
  readonly places: ReadonlyMap<string, Place>
  readonly services: ReadonlyMap<string, Service>
  readonly counters: ReadonlyMap<string, Counter>
  readonly printers: ReadonlyMap<string, Printer>
  /** Counters that serve a service. */
  readonly countersOf: ReadonlyMap<string, readonly Counter[]>
  /** All services that the counters of a service serve, itself included: they share the same desks. */
  readonly rivals: ReadonlyMap<string, readonly string[]>
  /** The quotas that count a service's tickets, beside its own of the day. */
  readonly quotas: ReadonlyMap<string, readonly Quota[]>
  /** Requirements of a service by id. */
  readonly requirements: ReadonlyMap<string, ReadonlyMap<string, Requirement>>
}

/** Indexes a plan as it holds today; it must be without faults. */
export function layOut(base: Plan, today: Today = nothingToday): Layout {
  const plan = planOfToday(base, today)
  const countersOf = new Map<string, Counter[]>(plan.services.map((service) => [service.id, []]))
  for (const counter of plan.counters) for (const id of counter.services) countersOf.get(id)?.push(counter)
  const rivals = new Map<string, string[]>()
  for (const { id } of plan.services) {
    const shared = (countersOf.get(id) ?? []).flatMap((counter) => counter.services)
    rivals.set(id, [...new Set([id, ...shared])])
  }
  return {
    plan,
    base,
    reopenings: reopenings(base),
    agencies: byId(plan.agencies),
    zones: byId(plan.zones),
    places: byId(plan.places ?? []),
    services: byId(plan.services),
    counters: byId(plan.counters),
    printers: byId(plan.printers ?? []),
    countersOf,
    rivals,
    quotas: quotasOf(plan),
    requirements: new Map(plan.services.map((service) => [service.id, byId(service.requirements)])),
  }
}

function quotasOf({ quotas = [] }: Plan): Map<string, Quota[]> {
  const found = new Map<string, Quota[]>()
  for (const quota of quotas) {
    for (const id of quota.services) found.set(id, [...(found.get(id) ?? []), quota])
  }
  return found
}

/** Whether a service takes visitors and a counter serves it today: else nobody would ever call them. */
export function isServed({ countersOf }: Layout, { id, phase }: Service): boolean {
  return takesVisitors(phase) && (countersOf.get(id) ?? []).length > 0
}

/**
 * Services that take visitors and lack any of the six components that must be published: by the plan, whatever holds
 * today.
 */
export function withoutStandard({ base }: Pick<Layout, 'base'>): Service[] {
  return base.services.filter((one) => takesVisitors(one.phase) && missingComponents(one).length > 0)
}

/** A service that opens again by itself. */
export interface Reopening {
  readonly at: number
  readonly service: string
  readonly reopens: 'open' | 'trial'
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
