// Who was called last, counting recalls: a view's calls are ordered by their first call, but eyes go to the last one.
import type { BoardCall } from '../server/live/views.ts'

interface Seen {
  calls: number
  /** The higher the later. */
  rank: number
  /** Milliseconds; null for what was there when the board was switched on. */
  at: number | null
}

/** What the board remembers from view to view. */
export type Attention = ReadonlyMap<string, Seen>

/** How long a new call moves on the screen. */
export const PULSE_MS = 4_000

/** Takes in the calls of a new view (newest first). `before` is null for the first view of all. */
export function attend(before: Attention | null, calls: readonly BoardCall[], now: number): Attention {
  let rank = 0
  if (before) before.forEach((seen) => (rank = Math.max(rank, seen.rank)))
  const after = new Map<string, Seen>()
  // From the oldest to the newest: of those that come together the newest is the last called.
  for (const call of calls.slice().reverse()) {
    const seen = before ? before.get(call.id) : undefined
    if (seen && seen.calls >= call.calls) after.set(call.id, seen)
    else after.set(call.id, { calls: call.calls, rank: (rank += 1), at: before ? now : null })
  }
  return after
}

/** The calls as a board shows them: who is to come before who is served, the last called first. */
export function byAttention(attention: Attention, calls: readonly BoardCall[]): BoardCall[] {
  const rank = ({ id, status }: BoardCall) => {
    const seen = attention.get(id)
    return (status === 'called' ? 1e9 : 0) + (seen ? seen.rank : 0)
  }
  return calls.slice().sort((a, b) => rank(b) - rank(a))
}

/** Whether a call is so new that it still moves. */
export function isNew(attention: Attention, { id, status }: BoardCall, now: number): boolean {
  const seen = attention.get(id)
  return status === 'called' && seen !== undefined && seen.at !== null && now - seen.at < PULSE_MS
}
