// What the lists and forms of agencies and services show beside each: computed once per plan, not per row.
import type { Agency, Counter, Plan, Service } from '../../../server/hall/plan.ts'

export interface Facts {
  readonly agencies: ReadonlyMap<string, Agency>
  readonly services: ReadonlyMap<string, Service>
  readonly servicesOf: ReadonlyMap<string, readonly Service[]>
  readonly countersOf: ReadonlyMap<string, readonly Counter[]>
  /** Counters by the service that they serve. */
  readonly countersFor: ReadonlyMap<string, readonly Counter[]>
}

let last: { readonly plan: Plan; readonly facts: Facts } | null = null

/** The facts of this plan. */
export function factsOf(plan: Plan): Facts {
  if (!last || last.plan !== plan) last = { plan, facts: find(plan) }
  return last.facts
}

function find(plan: Plan): Facts {
  return {
    agencies: new Map(plan.agencies.map((one) => [one.id, one])),
    services: new Map(plan.services.map((one) => [one.id, one])),
    servicesOf: grouped(plan.services, ({ agency }) => [agency]),
    countersOf: grouped(plan.counters, ({ agency }) => [agency]),
    countersFor: grouped(plan.counters, ({ services }) => services),
  }
}

function grouped<T>(things: readonly T[], keysOf: (thing: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things)
    for (const key of keysOf(thing)) {
      const group = groups.get(key)
      if (group) group.push(thing)
      else groups.set(key, [thing])
    }
  return groups
}

/** Every prefix with the agency that has it: the first one, as the server sees it. */
export function prefixHolders(plan: Plan): Map<string, string> {
  const holders = new Map<string, string>()
  for (const { prefix, agency } of plan.services)
    if (prefix !== '' && !holders.has(prefix)) holders.set(prefix, agency)
  return holders
}

const LETTERS = [...'ABCDEFGHJKLMNPRSTUVW']

/** Free prefixes: single letters first, without those easily read as a digit or misheard. */
export function freePrefixes(plan: Plan, most: number): string[] {
  const taken = prefixHolders(plan)
  const all = [...LETTERS, ...LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`))]
  return all.filter((prefix) => !taken.has(prefix) && prefix !== plan.paper?.prefix).slice(0, most)
}

/** The prefixes of an agency's services, the one with the most services first. */
export function prefixesOf(plan: Plan, agency: string): string[] {
  const counts = new Map<string, number>()
  for (const { prefix } of factsOf(plan).servicesOf.get(agency) ?? [])
    if (prefix !== '') counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([prefix]) => prefix)
}
