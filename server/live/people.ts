// What the pages of staff accounts must know about the hall: who holds which counter, and which names people know.
import type { Hall } from '../hall/hall.ts'

export interface HeldCounter {
  readonly id: string
  /** The number that is called or being served there; null: nobody is there. */
  readonly number: string | null
}

/** The counters of each person who holds one, by staff id. */
export function heldCounters({ counters, visits, yesterday }: Hall): Map<string, HeldCounter[]> {
  const held = new Map<string, HeldCounter[]>()
  for (const { id, staff, current } of counters.values()) {
    if (staff === null) continue
    // A visitor carried over midnight is from the day before.
    const visit = current && (visits.get(current.visit) ?? yesterday?.visits.get(current.visit))
    held.set(staff, [...(held.get(staff) ?? []), { id, number: visit?.number ?? null }])
  }
  return held
}

// Names of the hall and of somebody's agency: the words that anybody guessing a password would try first.
/** All names of the hall and of an agency, in every language, with the agency's id; `agency` null: the hall's alone. */
export function namesAround({ layout }: Hall, agency: string | null): string[] {
  const { name } = layout.plan
  const own = agency === null ? undefined : layout.agencies.get(agency)
  return [...Object.values(name), ...(own ? [own.id, own.short, ...Object.values(own.name)] : [])]
}
