// What a changed plan has no more is retired, not gone: no new numbers from now, served to the day's end, and tomorrow
// begins without it.
import type { Hall } from '../hall.ts'
import { type Plan, type Retired, takesVisitors } from '../plan.ts'
import { byId } from '../today.ts'
import { stepAtCounter } from '../visit.ts'

/** Part of the hall: what is retired depends on no more. */
type Ground = Pick<Hall, 'layout' | 'counters'>

/**
 * What stays of today's layout once `plan` holds: `services`, to be served to the day's end, with all their counters or
 * only with `counters`, and those of `counters` that somebody is at. Null: nothing.
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
  const busy = new Set([...hall.counters.values()].flatMap(({ id, current }) => (current ? [id] : [])))
  const counters = layout.plan.counters.flatMap((counter) => {
    const own = counter.services.filter((id) => leaving.has(id))
    // One that works for another agency now can't go on with what was the old one's.
    const isElsewhere = (there.get(counter.id)?.agency ?? counter.agency) !== counter.agency
    const isForOne = !there.has(counter.id) && busy.has(counter.id) && staying.has(counter.id)
    const isOfThem = own.length > 0 && (!stay.only || staying.has(counter.id))
    const isNeeded = isOfThem || isForOne
    return isNeeded && !isElsewhere ? [{ ...counter, services: own }] : []
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

/** Things of today that the plan lacks. */
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

/** What a plan before has left, and stays. */
export function stillRetired({ retired }: Hall['today']): { services: string[]; counters: string[] } {
  const counters = retired?.counters ?? []
  return { services: counters.flatMap(({ services }) => services), counters: counters.map(({ id }) => id) }
}

/** The services that somebody is at a counter for: called, or being served. */
export function atCounters({ visits }: Pick<Hall, 'visits'>): string[] {
  return [...visits.values()].flatMap((visit) => stepAtCounter(visit)?.service ?? [])
}

/** Whether the plan has it no more, and it is only served to the day's end. */
export function isRetired({ retired }: Hall['today'], service: string): boolean {
  return retired?.services.some(({ id }) => id === service) ?? false
}
