// How a line has moved today compared with earlier days: what a person who knows the hall looks at before saying how
// long it will take. Only ratios, hours and counts, so that what is learnt from them holds for any hall. Nothing here
// looks past the minute that it is asked about, however much of the day it was given.
import type { Pace } from './pace.ts'

/**
 * What happened on one day in the line for one service; minutes after the hall's midnight, each list in order of time.
 */
export interface LineDay {
  readonly arrivals: readonly number[]
  readonly calls: readonly LineCall[]
  /** When somebody left without having been called. Absent: nobody knows, and anyone never called counts as waiting. */
  readonly left?: readonly number[]
  /** How many counters are open for it from `at` on. */
  readonly open: readonly { readonly at: number; readonly count: number }[]
  /** Ended calls: when, and how many minutes after the call. Absent: nobody noted it. */
  readonly ends?: readonly { readonly at: number; readonly minutes: number }[]
}

export interface LineCall {
  readonly at: number
  /** Minutes since the arrival. */
  readonly waited: number
  /** The median that the simulation gave at the arrival, uncorrected (`basis[1]`); null if none was made. */
  readonly expected: number | null
}

/** Time between two calls while somebody waited, as work by the open counters. */
interface Stretch {
  readonly at: number
  readonly work: number
  readonly calls: number
}

/** A line's day, with what is often asked of it. */
export class LineRecord {
  readonly arrivals: readonly number[]
  readonly calls: readonly LineCall[]
  readonly callTimes: readonly number[]
  readonly left: readonly number[]
  private readonly openTimes: readonly number[]
  private readonly openCounts: readonly number[]
  readonly stretches: readonly Stretch[]
  readonly stretchTimes: readonly number[]
  readonly ends: NonNullable<LineDay['ends']>

  constructor({ arrivals, calls, left = [], open, ends = [] }: LineDay) {
    this.ends = ends
    this.arrivals = arrivals
    this.calls = calls
    this.left = left
    this.callTimes = calls.map(({ at }) => at)
    this.openTimes = open.map(({ at }) => at)
    this.openCounts = open.map(({ count }) => count)
    this.stretches = this.stretchesOf()
    this.stretchTimes = this.stretches.map(({ at }) => at)
  }

  openAt(minute: number): number {
    return this.openCounts[upTo(this.openTimes, minute) - 1] ?? 0
  }

  waitingAt(minute: number): number {
    return Math.max(0, upTo(this.arrivals, minute) - this.goneAt(minute))
  }

  /** How many no longer wait. */
  goneAt(minute: number): number {
    return upTo(this.callTimes, minute) + upTo(this.left, minute)
  }

  private stretchesOf(): Stretch[] {
    const stretches: Stretch[] = []
    let [before, first, count] = [Number.NaN, 0, 0]
    const end = (until: number) => {
      const { at, waited } = this.calls[first] ?? { at: 0, waited: 0 }
      const minutes = at - before
      // Only while the next one already waited: else the counters had nobody to call.
      if (count > 0 && at - waited <= before && minutes < 90)
        stretches.push({ at, work: minutes * Math.max(1, this.openAt(before)), calls: count })
      before = at
      first = until
      count = 0
    }
    for (const [nth, call] of this.calls.entries()) {
      if (nth > first && call.at !== this.calls[first]?.at) end(nth)
      count += 1
    }
    if (count > 0) end(this.calls.length)
    return stretches
  }
}

/** A hall's lines, by service: today's, and those of earlier days, the latest last. */
export interface HallRecord {
  readonly today: ReadonlyMap<string, LineRecord>
  readonly earlier: readonly ReadonlyMap<string, LineRecord>[]
}

/** How many of the sorted times are not later. */
export function upTo(times: readonly number[], minute: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) <= minute) low = middle + 1
    else high = middle
  }
  return low
}

/** How many calls the hall's mean is worth in a line, and the plan's in the hall. */
const OF_LINE = 15
/** A day counts for at most this many calls. */
const OF_A_DAY = 60

/**
 * Minutes of one counter per call on earlier days, by service; a line with few calls is taken to be like the hall, and
 * one with none to be `usual`. Only what happened up to the minute `until` of each day counts.
 */
export function earlierPaces(
  earlier: HallRecord['earlier'],
  usual: number,
  until = Infinity,
): (service: string) => number {
  const sums = new Map<string, { work: number; calls: number }>()
  const hall = { work: usual * OF_LINE, calls: OF_LINE }
  for (const day of earlier)
    for (const [service, line] of day) {
      const count = upTo(line.stretchTimes, until)
      let [work, calls] = [0, 0]
      for (const stretch of count < line.stretches.length ? line.stretches.slice(0, count) : line.stretches) {
        work += stretch.work
        calls += stretch.calls
      }
      if (calls === 0) continue
      hall.work += work
      hall.calls += calls
      const part = Math.min(1, OF_A_DAY / calls)
      const own = sums.get(service) ?? { work: 0, calls: 0 }
      sums.set(service, { work: own.work + work * part, calls: own.calls + calls * part })
    }
  const mean = hall.work / hall.calls
  return (service) => {
    const { work, calls } = sums.get(service) ?? { work: 0, calls: 0 }
    return (work + mean * OF_LINE) / (calls + OF_LINE)
  }
}

/** The pace of a line known only by its calls, and how it has moved. */
export interface LineState {
  readonly pace: Pace
  readonly signals: readonly number[]
}

/** Minutes per call if nothing is known. */
export const USUAL = 10
/** For a single visit, and for a day; the learnt part then corrects it. */
const SPREAD = 0.7
const DOUBT = 0.25
/** Stands for *nobody*: far below any logarithm of a ratio. */
const NONE = -4
/** How many minutes ahead the open counters of earlier days are looked at. */
const HORIZONS = [15, 45, 90] as const

/**
 * The places of these among the signals: how long the first in line has waited, how long the last ones called had
 * (logarithms), and in how many minutes calls usually end.
 */
export const LONGEST = 6
export const WAITED = 7
export const ENDS = 14

/** What is the same for all lines of a hall at one minute. */
export interface HallState {
  readonly waiting: number
  readonly error: number
  readonly active: number
  readonly open: number
  readonly calls: number
}

/**
 * The hall as a whole at a minute, compared with earlier days. `coming`: people about to take a number who are not yet
 * among the arrivals.
 */
export function hallState({ today, earlier }: HallRecord, minute: number, coming = 0): HallState {
  let [waiting, before, active, open, calls, error, counted] = [coming, 0, 0, 0, 0, 0, 0]
  for (const line of today.values()) {
    const counters = line.openAt(minute)
    waiting += line.waitingAt(minute)
    open += counters
    active += counters > 0 ? 1 : 0
    calls += upTo(line.callTimes, minute) - upTo(line.callTimes, minute - 30)
    const until = upTo(line.callTimes, minute)
    for (const call of line.calls.slice(Math.max(0, until - 10), until)) {
      if (call.expected === null) continue
      error += errorOf(call.waited, call.expected)
      counted += 1
    }
  }
  for (const day of earlier) for (const line of day.values()) before += line.waitingAt(minute)
  return {
    waiting: ratio(waiting + 5, before / Math.max(1, earlier.length) + 5),
    error: error / (counted + 10),
    active,
    open,
    calls,
  }
}

function errorOf(waited: number, expected: number): number {
  return Math.log((waited + 1) / (expected + 1))
}

function ratio(value: number, other: number): number {
  return Math.log(value / other)
}

/**
 * The state of one line at a minute of the day. `usual`: its minutes per call on earlier days (`earlierPaces`);
 * `coming` as for `hallState`. If no arrivals, calls or counters are known, the figures are neutral.
 */
export function lineState(
  record: HallRecord,
  service: string,
  minute: number,
  hall: HallState,
  usual: number,
  coming = 0,
): LineState {
  const line = record.today.get(service) ?? new LineRecord({ arrivals: [], calls: [], open: [] })
  const past = record.earlier.flatMap((day) => day.get(service) ?? [])
  const days = Math.max(1, past.length)
  const meanOf = (of: (line: LineRecord) => number) => past.reduce((sum, one) => sum + of(one), 0) / days
  const open = line.openAt(minute)
  const counters = Math.max(1, open)
  const called = upTo(line.callTimes, minute)
  const gone = line.goneAt(minute)
  const waiting = line.waitingAt(minute) + coming
  const first = line.arrivals[0] ?? minute
  const last = line.calls[called - 1]
  const age = minute - (last?.at ?? Math.min(first, minute))
  // Somebody has waited since the last call: the time since then says something too.
  const over = waiting > 0 && last !== undefined ? Math.max(0, age * counters - usual) : 0
  const pace = (half: number, trust: number) => paceUntil(line, minute, half, trust, usual, over)
  const recent = pace(12, 5)
  const longest = waiting > 0 ? minute - (line.arrivals[gone] ?? minute) : 0
  const latest = line.calls.slice(Math.max(0, called - 3), called)
  const waited = latest.reduce((sum, one) => sum + one.waited, 0) / Math.max(1, latest.length)
  const since = (times: readonly number[], minutes: number) =>
    upTo(times, minute) - upTo(times, minute - minutes)
  const soon = localPace(past, minute, usual)
  const openAhead = HORIZONS.map((ahead) =>
    past.length === 0 ? 0 : ratio(meanOf((one) => one.openAt(minute + ahead)) + 0.3, counters + 0.3),
  )
  const openBefore = past.length === 0 ? 0 : ratio(meanOf((one) => one.openAt(minute)) + 0.3, counters + 0.3)
  const end = past.length === 0 ? 300 : meanOf((one) => one.callTimes.at(-1) ?? minute) - minute
  const openLately = [5, 10, 15, 20, 25].reduce((sum, ago) => sum + line.openAt(minute - ago), 0) / 5
  const signals = [
    Math.log(1 + waiting),
    Math.log(1 + open),
    ratio(recent, usual),
    ratio(pace(4, 2), usual),
    ratio(pace(1e6, 10), usual),
    Math.min(6, (age * counters) / usual),
    longest > 0 ? Math.log(1 + longest) : NONE,
    latest.length > 0 ? Math.log(1 + waited) : NONE,
    minute - first,
    ...openAhead,
    openBefore,
    ratio(openLately + 0.3, counters + 0.3),
    Math.max(-200, Math.min(400, end)),
    toldError(line, called),
    hall.error,
    hall.waiting,
    ratio(waiting + 2, meanOf((one) => one.waitingAt(minute)) + 2),
    Math.log(1 + called),
    hall.active,
    hall.open,
    ratio(soon, usual),
    Math.log(usual),
    ratio(since(line.arrivals, 30) + coming + 2, since(line.callTimes, 30) + 2),
    Math.log(((since(line.callTimes, 60) + 1) * usual) / counters / 60 + 0.05),
    Math.log(((hall.calls + 1) / (hall.open + 1)) * (usual / 30) + 0.05),
    Math.min(10, past.length),
  ]
  return {
    pace: { minutes: recent, spread: SPREAD, doubt: DOUBT, noShow: 0, missMinutes: 0, gap: 0 },
    // Sums of the same numbers in a different order differ in their last digits.
    signals: signals.map((value) => Math.round(value * 1e4) / 1e4),
  }
}

/** Minutes of one counter per call today: calls of long ago fade; what is usual is worth `trust` calls. */
function paceUntil(
  line: LineRecord,
  minute: number,
  fade: number,
  trust: number,
  usual: number,
  over: number,
): number {
  let [work, calls, ago] = [0, 0, 0]
  for (let at = upTo(line.stretchTimes, minute) - 1; at >= 0 && ago < 8 * fade; at -= 1) {
    const stretch = line.stretches[at] as Stretch
    const weight = Math.exp(-ago / fade)
    work += stretch.work * weight
    calls += stretch.calls * weight
    ago += stretch.calls
  }
  return (work + usual * trust + over) / (calls + trust)
}

/** The pace of earlier days around the next hour. */
function localPace(past: readonly LineRecord[], minute: number, usual: number): number {
  let [work, calls] = [usual * 10, 10]
  for (const { stretches, stretchTimes } of past)
    for (let at = upTo(stretchTimes, minute - 20); (stretchTimes[at] ?? Infinity) <= minute + 60; at += 1) {
      work += (stretches[at] as Stretch).work
      calls += (stretches[at] as Stretch).calls
    }
  return work / calls
}

/** How much longer than expected the last ones called waited, as a logarithm; shrunk. */
function toldError(line: LineRecord, called: number): number {
  let [sum, weighs] = [0, 2]
  for (let at = called - 1; at >= Math.max(0, called - 20); at -= 1) {
    const { waited, expected } = line.calls[at] as LineCall
    if (expected === null) continue
    const weight = Math.exp(-(called - 1 - at) / 6)
    sum += errorOf(waited, expected) * weight
    weighs += weight
  }
  return sum / weighs
}
