// The names of agencies that are no longer in the plan. Every day begins with its own plan, so the journal knows.
import type { Agency } from '../../hall/plan.ts'
import type { JournalReader } from './read.ts'

/** How much further back each look goes: eighty looks reach ten years. */
const FURTHER = 1.1

/**
 * The names of former agencies by id, as last found. An agency that was in the hall for less than a tenth of the time
 * since it left may be missed; each is looked for only once.
 */
export function formerNames(journal: Pick<JournalReader, 'days' | 'madePlan'>) {
  const known = new Map<string, Agency['name'] | null>()

  function* agenciesBackwards(): Generator<readonly Agency[]> {
    const days = journal.days()
    for (let back = 1; back <= days.length; back = Math.ceil(back * FURTHER)) {
      const seq = days[days.length - back]?.seq ?? 0
      for (const { event } of journal.madePlan(seq))
        if (event.type === 'day-opened') yield event.plan.agencies
    }
  }

  return (ids: ReadonlySet<string>): ReadonlyMap<string, Agency['name']> => {
    const missing = new Set([...ids].filter((id) => !known.has(id)))
    for (const agencies of missing.size > 0 ? agenciesBackwards() : []) {
      for (const { id, name } of agencies) {
        if (!missing.delete(id)) continue
        known.set(id, name)
      }
      if (missing.size === 0) break
    }
    for (const id of missing) known.set(id, null)
    const found = [...ids].flatMap((id) => {
      const name = known.get(id)
      return name ? [[id, name] as const] : []
    })
    return new Map(found)
  }
}
