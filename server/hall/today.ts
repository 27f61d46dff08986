// What applies only today, on top of the plan: quotas and the counters' services as supervisors set them. Tomorrow
// begins without it, and it never gets into a saved plan.
import type { Counter, Instead, Plan, Retired, Service } from './plan.ts'

export interface Today {
  /** By service; null: no limit today. */
  readonly quotas: ReadonlyMap<string, number | null>
  /** By counter: the services it serves today. */
  readonly desks: ReadonlyMap<string, readonly string[]>
  /** By service: the note with the reason for its pause as free text. */
  readonly reasons: ReadonlyMap<string, string>
  /** What is still served until the day ends though the plan no longer has it; null: nothing. */
  readonly retired: Retired | null
  /** What of the plan begins only with the next day; null: nothing. */
  readonly instead: Instead | null
}

export const nothingToday: Today = {
  quotas: new Map(),
  desks: new Map(),
  reasons: new Map(),
  retired: null,
  instead: null,
}

/** The plan as it applies today. */
export function planOfToday(plan: Plan, { quotas, desks, retired, instead }: Today): Plan {
  if (quotas.size === 0 && desks.size === 0 && !retired && !instead) return plan
  const prefixes = new Map(Object.entries(instead?.prefixes ?? {}))
  const services = plan.services.map((service): Service => {
    const [quota, prefix] = [quotas.get(service.id), prefixes.get(service.id)]
    if (quota === undefined && prefix === undefined) return service
    return { ...service, ...(quota !== undefined && { quota }), ...(prefix !== undefined && { prefix }) }
  })
  const counters = plan.counters.map((counter): Counter => {
    const own = desks.get(counter.id)
    return own === undefined ? counter : { ...counter, services: [...own] }
  })
  const { timeZone = plan.timeZone } = instead ?? {}
  const today = { ...plan, timeZone, services, counters }
  return retired ? withRetired(today, retired) : today
}

function withRetired(plan: Plan, { agencies, zones, services, counters }: Retired): Plan {
  const kept = byId(counters)
  const both = plan.counters.map((counter) => {
    const own = kept.get(counter.id)
    kept.delete(counter.id)
    return own ? { ...counter, services: [...new Set([...counter.services, ...own.services])] } : counter
  })
  const served = new Set(plan.counters.flatMap((counter) => counter.services))
  const leaving = new Set(counters.flatMap((counter) => counter.services))
  // Still in the plan, but only for those who already have a number: no counter of the plan serves it, so they can be
  // called only today.
  const own = plan.services.map((service): Service => {
    const { id, phase } = service
    const { status } = phase
    if (served.has(id) || !leaving.has(id) || (status !== 'open' && status !== 'trial')) return service
    return { ...service, phase: { status: 'paused', until: null, reason: null, reopens: status } }
  })
  return {
    ...plan,
    agencies: [...plan.agencies, ...agencies],
    zones: [...plan.zones, ...zones],
    services: [...own, ...services],
    counters: [...both, ...kept.values()],
  }
}

/**
 * What remains of it when the plan is revised. A quota or a counter that the new plan changes follows the plan from
 * now on, and a counter serves nothing that is gone or belongs to another agency. The revision says what stays though
 * `retired`, and what holds `instead` of the new plan until tomorrow.
 */
export function stillToday(
  { quotas, desks, reasons }: Today,
  before: Plan,
  after: Plan,
  { retired, instead }: Pick<Today, 'retired' | 'instead'>,
): Today {
  const servicesBefore = byId(before.services)
  const services = byId(after.services)
  const countersBefore = byId(before.counters)
  const counters = byId(after.counters)
  const keptQuotas = [...quotas].filter(
    ([id]) => services.has(id) && services.get(id)?.quota === servicesBefore.get(id)?.quota,
  )
  const keptDesks = [...desks].flatMap(([id, own]): [string, readonly string[]][] => {
    const [was, is] = [countersBefore.get(id), counters.get(id)]
    if (!was || !is || !sameServices(was.services, is.services)) return []
    const left = own.filter((service) => services.get(service)?.agency === is.agency)
    return left.length === 0 ? [] : [[id, left]]
  })
  const keptReasons = [...reasons].filter(([id]) => {
    const phase = services.get(id)?.phase
    return phase?.status === 'paused' && phase.reason === null
  })
  return {
    quotas: new Map(keptQuotas),
    desks: new Map(keptDesks),
    reasons: new Map(keptReasons),
    retired,
    instead,
  }
}

/** Whether two lists name the same services, in whatever order. */
export function sameServices(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}

/** The map with this entry set; `undefined` removes it. */
export function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V | undefined): Map<string, V> {
  const changed = new Map(map)
  if (value === undefined) changed.delete(key)
  else changed.set(key, value)
  return changed
}

/** Things of the plan by their ids. */
export function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}
