// What is kept of a wait that was told, so that the next forecast changes it only where it says something new.
// All times in milliseconds since 1970.
import { said } from '../rounded.ts'
import { type Because, promised, type ToldNow, type Was } from './tells.ts'

export const MINUTE = 60_000

/** A told time stays while the forecast is close to it: within this many minutes, or this share of what is left. */
const KEEP_MINUTES = 4

const KEEP_SHARE = 0.15

/** Nobody need hear of smaller changes than this. */
const NOTABLE = 5 * MINUTE

export interface Kept {
  lowAt: number
  medianAt: number
  highAt: number
  today: number
  isFirst: boolean
  basis: readonly number[]
  width: number
  was: Was | null
  /** How many counters called for its service when it was told. */
  open: number
}

/** What was told, as long as the forecast is close to it; else what it says now, with what was told before. */
export function renewed(old: Kept, next: Kept, now: number, isOneOfMany: boolean): Kept {
  const room = Math.max(KEEP_MINUTES * MINUTE, KEEP_SHARE * (old.medianAt - now))
  const isNear = (a: number, b: number, times = 1) => Math.abs(a - b) <= times * room
  // The ends of a range are known less precisely than its middle.
  const stays =
    isNear(old.medianAt, next.medianAt) &&
    isNear(old.lowAt, next.lowAt, 1.5) &&
    isNear(old.highAt, next.highAt, 2)
  if (stays && promised(old.today) === promised(next.today) && old.isFirst === next.isFirst) return old
  const moved = next.medianAt - old.medianAt
  if (Math.abs(moved) < NOTABLE) return { ...next, was: old.was }
  return {
    ...next,
    was: { from: old.lowAt, to: old.highAt, because: because(old, next, moved, isOneOfMany) },
  }
}

export function movedBy(kept: Kept, by: number): Kept {
  const { lowAt, medianAt, highAt, was } = kept
  const before = was && { ...was, from: was.from + by, to: was.to + by }
  return { ...kept, lowAt: lowAt + by, medianAt: medianAt + by, highAt: highAt + by, was: before }
}

function because(old: Kept, next: Kept, moved: number, isOneOfMany: boolean): Because {
  // It was told with the ticket, before anybody knew that the visitor would be at another counter meanwhile.
  if (moved > 0 && isOneOfMany && old.was === null && next.open === old.open) return 'own'
  if (moved > 0) return next.open < old.open ? 'closed' : 'slower'
  return next.open > old.open ? 'opened' : 'faster'
}

export function saidAt(kept: Kept, now: number): ToldNow {
  const minutes = (at: number) => Math.max(0, (at - now) / MINUTE)
  const found = said({
    low: minutes(kept.lowAt),
    median: minutes(kept.medianAt),
    high: minutes(kept.highAt),
  })
  return {
    lowMinutes: found.low,
    highMinutes: found.high,
    minutes: found.minutes,
    today: promised(kept.today),
    isFirst: kept.isFirst,
    was: kept.was,
  }
}
