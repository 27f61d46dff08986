// Where eyes go: to the call that came last, counting recalls. Of several that come in the same moment each stands
// large for its time, one after the other, while all of them are in the rows from the first.
import type { BoardCall } from '../server/live/board-view.ts'

interface Seen {
  calls: number
  /** The higher the later. */
  rank: number
  /** Milliseconds; null for what was there when the board was switched on. */
  at: number | null
  /** When its time to stand large begins. */
  from: number
}

/** What the board remembers from view to view. */
export type Attention = ReadonlyMap<string, Seen>

/** How long a new call moves on the screen. */
export const PULSE_MS = 4_000
/** How long a call stands large before the next one, and when more than `MANY` wait for that. */
export const LARGE_MS = 4_000
export const SHORT_MS = 1_500
const MANY = 3

/** Takes in the calls of a new view (newest first). `before` is null for the first view of all. */
export function attend(before: Attention | null, calls: readonly BoardCall[], now: number): Attention {
  let rank = 0
  let last = -Infinity
  if (before) {
    before.forEach((seen) => {
      rank = Math.max(rank, seen.rank)
      last = Math.max(last, seen.from)
    })
  }
  const after = new Map<string, Seen>()
  const seenBefore = (call: BoardCall) => {
    const seen = before ? before.get(call.id) : undefined
    return seen && seen.calls >= call.calls ? seen : undefined
  }
  const isCrowd = calls.filter((call) => !seenBefore(call)).length > MANY
  // From the oldest to the newest: of those that come together the newest is the last called.
  for (const call of calls.slice().reverse()) {
    const seen = seenBefore(call)
    if (seen) after.set(call.id, seen)
    else {
      last = before ? Math.max(now, last + (isCrowd ? SHORT_MS : LARGE_MS)) : now
      after.set(call.id, { calls: call.calls, rank: (rank += 1), at: before ? now : null, from: last })
    }
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

/**
 * Which call stands large: the one whose time it is; else the one that is being said (`said`: its number), so that
 * eyes and ears learn the same; else the last. `calls` by attention.
 */
export function largeOf(
  attention: Attention,
  calls: readonly BoardCall[],
  said: string | null,
  now: number,
): BoardCall | null {
  const called = calls.filter(({ status }) => status === 'called')
  const fromOf = ({ id }: BoardCall) => (attention.get(id) || { from: 0 }).from
  const begun = called.filter((call) => fromOf(call) <= now)
  const latest = begun.reduce<BoardCall | null>(
    (best, call) => (best && fromOf(best) >= fromOf(call) ? best : call),
    null,
  )
  if (latest && now - fromOf(latest) < LARGE_MS && attention.get(latest.id)?.at !== null) return latest
  const spoken = begun.filter(({ number }) => number === said)[0]
  return spoken || latest || called[0] || calls[0] || null
}

/** In how many milliseconds another call may stand large; null if nothing is due. */
export function nextTurn(attention: Attention, now: number): number | null {
  let due: number | null = null
  attention.forEach(({ from, at }) => {
    for (const instant of at === null ? [] : [from, from + LARGE_MS, from + PULSE_MS, at + PULSE_MS]) {
      if (instant > now && (due === null || instant < due)) due = instant
    }
  })
  return due === null ? null : due - now
}

/** Whether a call has only just begun to stand large. */
export function isFresh(attention: Attention, { id, status }: BoardCall, now: number): boolean {
  const seen = attention.get(id)
  return status === 'called' && seen !== undefined && seen.at !== null && now - seen.from < PULSE_MS
}

/** Whether a call is so new that it still moves. */
export function isNew(attention: Attention, { id, status }: BoardCall, now: number): boolean {
  const seen = attention.get(id)
  return status === 'called' && seen !== undefined && seen.at !== null && now - seen.at < PULSE_MS
}
