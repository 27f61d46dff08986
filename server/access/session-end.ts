// When a session ends by itself: with the hall's day, so that no desk is open to whoever comes in the next morning.

/** A working day with its overtime: nobody stays signed in for longer. */
export const sessionMs = 16 * 60 * 60 * 1000

/** Who signs in shortly before midnight still works after it: a rehearsal, a long day, a hall that counts its numbers. */
export const shortestMs = 4 * 60 * 60 * 1000

/**
 * When a session that begins at `at` ends: at the end of the hall's day, but not within four hours, and after sixteen
 * at the latest. All milliseconds since 1970; `dayEndsAt` null: nobody knows when the day ends.
 */
export function sessionEnd(at: number, dayEndsAt: number | null): number {
  const latest = at + sessionMs
  return dayEndsAt === null ? latest : Math.min(latest, Math.max(dayEndsAt, at + shortestMs))
}
