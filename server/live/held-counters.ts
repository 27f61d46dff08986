// Which counters somebody holds now, and who stands there.
import type { Hall } from '../hall/hall.ts'

export interface HeldCounter {
  readonly id: string
  /** The number that was called there or is being served; null: nobody stands there. */
  readonly number: string | null
}

/** The counters of each person who holds one, by staff id. */
export function heldCounters({ counters, visits, yesterday }: Hall): Map<string, HeldCounter[]> {
  const held = new Map<string, HeldCounter[]>()
  for (const { id, staff, current } of counters.values()) {
    if (staff === null) continue
    // Who was carried over midnight is of the day before.
    const visit = current && (visits.get(current.visit) ?? yesterday?.visits.get(current.visit))
    held.set(staff, [...(held.get(staff) ?? []), { id, number: visit?.number ?? null }])
  }
  return held
}
