// Which quarters of an hour stand out: far more answers than is usual for those in which any came.
import type { Burst } from './api.ts'

/** Fewer in a quarter of an hour are never remarkable: a family answers together. */
const NEVER_BELOW = 8
/** How many times the usual stands out. */
const TIMES = 4

/** The usual count of a quarter with answers: the median; null: there are none. */
export function usualCount(rows: readonly Burst[]): number | null {
  const counts = rows.map(({ count }) => count).filter((count) => count > 0)
  return counts.sort((a, b) => a - b)[Math.ceil(counts.length / 2) - 1] ?? null
}

/** Those that stand out, the largest first. */
export function outstanding(rows: readonly Burst[]): Burst[] {
  const usual = usualCount(rows) ?? 0
  const least = Math.max(NEVER_BELOW, usual * TIMES)
  return rows
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || (a.from < b.from ? -1 : 1))
}
