// Where eyes go: to the call being announced; if nobody speaks, to the latest one, counting recalls. If several come
// together each is large in turn, and all are in the rows from the start.
import type { BoardCall } from '../server/live/board.ts'

interface Seen {
  readonly calls: number
  /** The higher, the later. */
  readonly rank: number
  /** Milliseconds; null for calls that were there when the board was switched on. */
  readonly at: number | null
  /** When its time to be large begins; Infinity: it waits for the voice. */
  readonly from: number
  /** The announcement of this call. */
  readonly said: string
}

/** The announcement on the boards with its numbers; `id` is '' if no display plays it. */
export interface Spoken {
  readonly id: string
  readonly numbers: readonly string[]
}

/** What the board remembers from view to view. */
export interface Attention {
  readonly seen: ReadonlyMap<string, Seen>
  /** The last announcement of a call on this board; '': as far as is known, nobody speaks here. */
  readonly spoken: string
  /** Until when the voice decides, so that between two sounds nothing jumps away and back. */
  readonly led: number
}

/** How long a new call moves on the screen. */
export const PULSE_MS = 4_000
/** How long a call is large before the next one, and how long if more than `MANY` wait for that. */
export const LARGE_MS = 4_000
export const SHORT_MS = 1_500
const MANY = 3
/** Roughly how long a combined sound takes for each call, and for its beginning: chime and *nomor antrean*. */
const EACH_MS = 3_000
const BELLS_MS = 2_000
/** As long as the next sound may take to begin. */
export const GAP_MS = 4_000
/** As long as the voice, if there is one, may take to begin a call. */
export const WAIT_MS = 10_000

/**
 * Takes in the calls (newest first) at each look. `before` is null for the very first, `saying` if no display speaks.
 * Several in one sound are each large for a while, in turn.
 */
export function attend(
  before: Attention | null,
  calls: readonly BoardCall[],
  now: number,
  saying: Spoken | null,
): Attention {
  let rank = 0
  let last = -Infinity
  let { spoken, led } = before || { spoken: '', led: -Infinity }
  if (before) before.seen.forEach((one) => (rank = Math.max(rank, one.rank)))
  let isAwaited = false
  const placeOf = (number: string) => (saying ? saying.numbers.indexOf(number) : -1)
  if (saying && calls.some(({ number }) => placeOf(number) >= 0)) {
    spoken = saying.id
    led = spoken ? now + GAP_MS : -Infinity
  }
  const seen = new Map<string, Seen>()
  const waiting: [string, Seen][] = []
  // From the oldest to the newest: among those that come together the newest was called last.
  for (const { id, calls: times, number, status } of calls.slice().reverse()) {
    const known = before && before.seen.get(id)
    let one: Seen =
      known && known.calls >= times
        ? known
        : {
            calls: times,
            rank: (rank += 1),
            at: before ? now : null,
            from: before ? Infinity : -1,
            said: '',
          }
    const place = placeOf(number)
    if (place >= 0 && spoken) {
      if (one.said !== spoken) one = { ...one, said: spoken, from: now + saidAfter(place) }
    } else if (one.from > now && one.said !== '') {
      // The sound was shorter than expected.
      if (one.said !== spoken) one = { ...one, from: 0 }
    } else if (status === 'called') {
      if (one.from > now) waiting.push([id, one])
      else {
        last = Math.max(last, one.from)
        if (one.said === '' && one.at !== null && now - one.at < WAIT_MS) isAwaited = spoken !== ''
      }
    }
    seen.set(id, one)
  }
  const gap = waiting.length > MANY ? SHORT_MS : LARGE_MS
  waiting
    .sort((a, b) => a[1].rank - b[1].rank)
    .forEach(([id, one]) => {
      last = now < led || isAwaited ? Infinity : Math.max(now, last + gap)
      seen.set(id, { ...one, from: last })
      // The voice comes to it in a moment, and to the others after that.
      if (last === now) isAwaited = spoken !== ''
    })
  return { seen, spoken, led }
}

/** Milliseconds after which the call at this position (from 0) of one sound is heard. */
export function saidAfter(place: number): number {
  return place && BELLS_MS + place * EACH_MS
}

/** The calls in the board's order: called before served, the last called first. */
export function byAttention({ seen }: Attention, calls: readonly BoardCall[]): BoardCall[] {
  const rank = ({ id, status }: BoardCall) => {
    const one = seen.get(id)
    return (status === 'called' ? 1e9 : 0) + (one ? one.rank : 0)
  }
  return calls.slice().sort((a, b) => rank(b) - rank(a))
}

/**
 * Which call is large: the one being announced, whoever is at that counter by now, until the next sound begins;
 * otherwise the last one that had its turn. `calls` by attention.
 */
export function largeOf(
  { seen, spoken, led }: Attention,
  calls: readonly BoardCall[],
  now: number,
): BoardCall | null {
  let large: BoardCall | null = null
  let latest = -Infinity
  calls.forEach((call) => {
    const one = seen.get(call.id)
    const may = one && (call.status === 'called' || (now < led && one.said === spoken))
    if (may && one.from <= now && one.from > latest) {
      large = call
      latest = one.from
    }
  })
  return large || calls[0] || null
}

/** Milliseconds until another call may become large; null if nothing is due. */
export function nextTurn({ seen, led }: Attention, now: number): number | null {
  let due = Infinity
  const at = (instant: number) => {
    if (instant > now && instant < due) due = instant
  }
  at(led)
  seen.forEach(({ from, at: came }) => {
    at(from)
    at(from + LARGE_MS)
    if (came !== null) {
      at(came + PULSE_MS)
      at(came + WAIT_MS)
    }
  })
  return due === Infinity ? null : due - now
}

/** Whether a call has only just become large. */
export function isFresh({ seen }: Attention, { id, status }: BoardCall, now: number): boolean {
  const one = seen.get(id)
  return status === 'called' && one !== undefined && one.at !== null && now - one.from < PULSE_MS
}

/** Whether a call is so new that it still moves. */
export function isNew({ seen }: Attention, { id, status }: BoardCall, now: number): boolean {
  const one = seen.get(id)
  return status === 'called' && one !== undefined && one.at !== null && now - one.at < PULSE_MS
}
