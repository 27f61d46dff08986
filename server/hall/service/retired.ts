// What a changed plan no longer has is retired, not gone: it takes no new numbers, is served until the day ends, and
// tomorrow begins without it.
import type { Hall } from '../hall.ts'
import { type Plan, type Retired, takesVisitors } from '../plan.ts'
import { byId } from '../today.ts'
import { stepAtCounter } from '../visit.ts'

/** The parts of the hall that decide what is retired. */
type Ground = Pick<Hall, 'layout' | 'counters'>

/**
 * What stays of today's layout once `plan` applies: `services`, served until the day ends, with all their counters or
 * only `counters`; and those of `counters` with somebody at them. Null: nothing.
 */
export function retire(
  hall: Ground,
  plan: Plan,
  stay: { readonly services: Iterable<string>; readonly counters: Iterable<string>; readonly only?: boolean },
): Retired | null {
  const { layout } = hall
  const staying = new Set(stay.counters)
  const isServed = new Set(plan.counters.flatMap((counter) => counter.services))
  const leaving = new Set([...stay.services].filter((id) => !isServed.has(id) && layout.services.has(id)))
  const there = byId(plan.counters)
  const labels = new Set(plan.counters.map(({ label }) => label))
  const busy = new Set([...hall.counters.values()].flatMap(({ id, current }) => (current ? [id] : [])))
  const counters = layout.plan.counters.flatMap((counter) => {
    const own = counter.services.filter((id) => leaving.has(id))
    // A counter that now belongs to another agency can't go on with the old one's services.
    const isElsewhere = (there.get(counter.id)?.agency ?? counter.agency) !== counter.agency
    // Two counters with one label: visitors would be called to the wrong one.
    const isConfused = !there.has(counter.id) && labels.has(counter.label)
    const isForOne = !there.has(counter.id) && busy.has(counter.id) && staying.has(counter.id)
    const isOfThem = own.length > 0 && (!stay.only || staying.has(counter.id))
    const isNeeded = isOfThem || isForOne
    return isNeeded && !isElsewhere && !isConfused ? [{ ...counter, services: own }] : []
  })
  if (counters.length === 0) return null
  const known = new Set(plan.services.map(({ id }) => id))
  return {
    agencies: missing(
      counters.map(({ agency }) => agency),
      plan.agencies,
      layout.agencies,
    ),
    zones: missing(
      counters.map(({ zone }) => zone),
      plan.zones,
      layout.zones,
    ),
    services: [...leaving].flatMap((id) => {
      const service = known.has(id) ? undefined : layout.services.get(id)
      if (!service) return []
      return [
        takesVisitors(service.phase)
          ? { ...service, phase: { status: 'paused', until: null, reason: null } }
          : service,
      ]
    }),
    counters,
  }
}

/** Today's things that the plan lacks. */
function missing<T extends { readonly id: string }>(
  ids: readonly string[],
  ofPlan: readonly T[],
  ofToday: ReadonlyMap<string, T>,
): T[] {
  const there = byId(ofPlan)
  return [...new Set(ids)].flatMap((id) => {
    const one = there.has(id) ? undefined : ofToday.get(id)
    return one ? [one] : []
  })
}

/** What is still here from an earlier plan. */
export function stillRetired({ retired }: Hall['today']): { services: string[]; counters: string[] } {
  const counters = retired?.counters ?? []
  return { services: counters.flatMap(({ services }) => services), counters: counters.map(({ id }) => id) }
}

/** The services for which somebody is at a counter: called, or being served. */
export function atCounters({ visits }: Pick<Hall, 'visits'>): string[] {
  return [...visits.values()].flatMap((visit) => stepAtCounter(visit)?.service ?? [])
}

/** Whether the plan no longer has it and it is only served until the day ends. */
export function isRetired({ retired }: Hall['today'], service: string): boolean {
  return retired?.services.some(({ id }) => id === service) ?? false
}
