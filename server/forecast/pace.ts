// How long a service takes at a counter, from what was seen of it: pulled towards the plan's minutes while little was
// seen, with today counting more than earlier days, and ignoring spans that show how somebody worked rather than how
// long it took (a finish pressed at the day's end, four hours at one counter).

/** One call of a service that has ended, as facts of the hall have it. */
export interface Seen {
  /** 0: today, 1: the day before, and so on. */
  readonly daysAgo: number
  /** Minutes from the call to the end, or to the miss. */
  readonly minutes: number
  readonly came: boolean
}

export interface Pace {
  /** Mean minutes that a call occupies a counter, if the visitor comes. */
  readonly minutes: number
  /** Standard deviation of the logarithm of one such span. */
  readonly spread: number
  /** How precisely `minutes` is known for today: standard deviation of its logarithm. */
  readonly doubt: number
  /** Share of calls that nobody comes to, and the minutes that such a call takes. */
  readonly noShow: number
  readonly missMinutes: number
  /** Minutes between the end of one call and the next, while somebody waits. */
  readonly gap: number
}

/**
 * Standard deviations of logarithms: services around their plan, days around their service, visits around their day.
 */
const OF_PLAN = 0.6
const OF_DAY = 0.2
const OF_VISIT = 0.7
/** Spans are capped at this many times what is usual. */
const USUAL = 4
/** Shorter than this is a button pressed twice. */
const SHORTEST = 0.25
/** How many calls the plan's rate of no-shows is worth; halls see about a fifteenth. */
const NO_SHOWS = { of: 20, share: 1 / 15 }
const MISS_MINUTES = 2
const GAP = 0.4
/** How much a day still counts, per day that it lies back. */
const FADES = 0.85

/** The pace of a service that the plan gives `planned` minutes. In any order; spans that make no sense are left out. */
export function paceOf(planned: number, seen: readonly Seen[]): Pace {
  const plan = Number.isFinite(planned) && planned > 0 ? planned : 10
  const sane = seen.filter(({ minutes, daysAgo }) => minutes >= 0 && minutes < 1440 && daysAgo >= 0)
  const came = sane.filter((one) => one.came && one.minutes >= SHORTEST)
  const usual = came.length < 5 ? plan : medianOf(came.map(({ minutes }) => minutes))
  const logs = came.map(({ minutes, daysAgo }) => ({
    log: Math.log(Math.min(USUAL * usual, Math.max(usual / USUAL / 2, minutes))),
    weight: daysAgo === 0 ? 1 : FADES ** (daysAgo - 1),
    isToday: daysAgo === 0,
  }))
  const start = Math.log(plan) - OF_VISIT ** 2 / 2
  const earlier = shrunk(
    start,
    OF_PLAN,
    logs.filter(({ isToday }) => !isToday),
    OF_DAY,
  )
  const today = shrunk(
    earlier.mean,
    Math.hypot(earlier.doubt, OF_DAY),
    logs.filter(({ isToday }) => isToday),
    0,
  )
  const spread = spreadOf(logs, today.mean, earlier.mean)
  const missed = sane.filter((one) => !one.came)
  const misses = missed.map(({ minutes }) => Math.min(10, minutes))
  return {
    minutes: Math.exp(today.mean + spread ** 2 / 2),
    spread,
    doubt: Math.max(0.08, today.doubt),
    noShow: (missed.length + NO_SHOWS.of * NO_SHOWS.share) / (sane.length + NO_SHOWS.of),
    missMinutes: (misses.reduce((sum, minutes) => sum + minutes, 0) + 5 * MISS_MINUTES) / (misses.length + 5),
    gap: GAP,
  }
}

interface Log {
  readonly log: number
  readonly weight: number
}

/**
 * Mean and uncertainty after seeing `logs`, given both before: Bayes for normal values. `each`: the uncertainty that
 * always remains.
 */
function shrunk(
  mean: number,
  doubt: number,
  logs: readonly Log[],
  each: number,
): { mean: number; doubt: number } {
  const count = logs.reduce((sum, { weight }) => sum + weight, 0)
  if (count === 0) return { mean, doubt }
  const seen = logs.reduce((sum, { log, weight }) => sum + weight * log, 0) / count
  const variance = OF_VISIT ** 2 / count + each ** 2 / 3
  const trust = doubt ** 2 / (doubt ** 2 + variance)
  return { mean: mean + trust * (seen - mean), doubt: Math.sqrt(doubt ** 2 * (1 - trust)) }
}

/** Around the mean of each day, else a slower day would look like visits that differ. */
function spreadOf(logs: readonly (Log & { isToday: boolean })[], today: number, earlier: number): number {
  const count = logs.reduce((sum, { weight }) => sum + weight, 0)
  const square = logs.reduce(
    (sum, { log, weight, isToday }) => sum + weight * (log - (isToday ? today : earlier)) ** 2,
    0,
  )
  return Math.min(1.1, Math.sqrt((square + 15 * OF_VISIT ** 2) / (count + 15)))
}

function medianOf(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0
}
