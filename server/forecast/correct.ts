// What earlier forecasts teach: what was told and what was true on past days become a correction of what is told next.
// Two things are learnt. *Trees* say, for each of the three figures, by how much to stretch the result of the
// simulation, judging by how the line moves (boost.ts). *Shifts* then correct, by size and by hour, what the trees
// still got wrong on days that they had not seen: split conformal prediction (Vovk et al. 2005; for quantiles Romano,
// Patterson & Candès 2019), with whole days held back, because the waits of one morning depend on each other. All
// figures are logarithms of ratios.
import { boost, type Examples } from './boost.ts'
import type { Told } from './scene.ts'
import { ENDS, LONGEST, WAITED } from './signals.ts'
import { grown, type Tree } from './trees.ts'

/** A forecast whose truth is known. */
export interface Pair {
  /** Any text that is the same throughout a day and sorts by time; forecasts of one day are not independent. */
  readonly day: string
  readonly service: string
  /** What the forecast rested on. */
  readonly basis: readonly number[]
  /** The range that was told, for counting how often it held; nothing is learnt from it. */
  readonly low?: number
  readonly high?: number
  /** Minutes until the call. */
  readonly minutes: number
  /** The call never came: it would have taken longer than `minutes`. */
  readonly isLonger: boolean
}

/** What was learnt, as plain JSON; null: nothing yet. */
export type Correction = null | {
  readonly version: 1
  /** How many numbers of a basis are looked at; a forecast with fewer is not corrected. */
  readonly width: number
  /** For low, median and high. */
  readonly trees: readonly (readonly Tree[])[]
  /** For each of the three: by size, and by hour. */
  readonly shifts: readonly { readonly size: readonly number[]; readonly hour: readonly number[] }[]
  /** How many pairs it was learnt from, on how many days. */
  readonly pairs: number
  readonly days: number
}

const SHARES = [0.1, 0.5, 0.9] as const
/** Boundaries in minutes, and in minutes of the day. */
const SIZES = [8, 20, 45]
const HOURS = [630, 780]
/** How many numbers a basis without signals has. */
const BARE = 4
/** Fewer than this teach nothing; more than this teach nothing new. */
const FEWEST = 60
const MOST = 60_000
/** Number of groups in which days are held back. */
const GROUPS = 3
/** With this many pairs a shift of its own counts half. */
const TRUST = 300
/** Nothing is stretched or shrunk by more than this. */
const MOST_STRETCH = Math.log(8)

/** Trees for each figure: at a day's close, and when there is time for more. */
const TREES = 80
export const PATIENT = 120

/**
 * Learns from the pairs of past days, in any order. Pairs that make no sense are left out. It takes a second or two
 * for twenty thousand pairs, in proportion to `most` trees; with 0, only shifts are learnt.
 */
export function learn(all: readonly Pair[], most = TREES): Correction {
  const width = widthOf(all)
  const sane = all
    .flatMap((pair) => (pair.basis.length >= width && isSane(pair) ? [cutTo(pair, width)] : []))
    .toSorted(inOrder)
    .slice(-MOST)
  const days = [...new Set(sane.map(({ day }) => day))].sort()
  if (sane.length < FEWEST || width < BARE) return null
  const groupOf = new Map(days.map((day, at) => [day, at % GROUPS]))
  const parts = days.length < 2 || most === 0 ? null : growAll(sane, groupOf, most)
  const shifts = SHARES.map((share, at) =>
    shiftsOf(
      sane,
      apart(share, days.length),
      (pair, nth) => parts?.guesses[at]?.[nth] ?? startOf(pair.basis, at),
    ),
  )
  const trees = SHARES.map((_, at) => parts?.trees[at] ?? [])
  return { version: 1, width, trees, shifts, pairs: sane.length, days: days.length }
}

/** Fewer pairs than this are too few to learn thirty signals from. */
const ENOUGH = 600

/**
 * How many numbers of a basis are learnt from: all if enough pairs have them (an older version kept fewer), else the
 * first ones.
 */
function widthOf(pairs: readonly Pair[]): number {
  const most = pairs.reduce((width, { basis }) => Math.max(width, basis.length), 0)
  const enough = pairs.filter(({ basis }) => basis.length === most).length >= ENOUGH
  return enough ? most : Math.min(most, BARE)
}

function cutTo(pair: Pair, width: number): Pair {
  return pair.basis.length === width ? pair : { ...pair, basis: pair.basis.slice(0, width) }
}

/**
 * After few days the next one may well be the slowest: so a little further out, and less so with each day (the n + 1
 * of conformal prediction).
 */
function apart(share: number, days: number): number {
  return share === 0.5 ? share : share + Math.sign(share - 0.5) * (0.1 / (days + 1))
}

function isSane({ basis, minutes }: Pair): boolean {
  return minutes >= 0 && minutes < 1440 && basis.every((number) => Number.isFinite(number))
}

/** An order that does not depend on names: chance in the trees follows it. */
function inOrder(a: Pair, b: Pair): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  for (const [at, value] of a.basis.entries()) {
    const other = b.basis[at] ?? 0
    if (value !== other) return value - other
  }
  return a.minutes - b.minutes || Number(a.isLonger) - Number(b.isLonger)
}

/**
 * For each figure the trees, and for each pair what trees grown on other days say. These are used in the end as well:
 * the mean of several is steadier than trees that saw everything.
 */
function growAll(pairs: readonly Pair[], groupOf: ReadonlyMap<string, number>, most: number) {
  const told = SHARES.map(() => new Float64Array(pairs.length))
  const all = examplesOf(pairs)
  const parts = [SHARES.map((share, figure) => boost(all(figure), share, most))]
  for (let group = 0; group < GROUPS; group += 1) {
    const others = pairs.filter(({ day }) => groupOf.get(day) !== group)
    if (others.length === 0 || others.length === pairs.length) continue
    const examples = examplesOf(others)
    const part = SHARES.map((share, figure) => boost(examples(figure), share, most))
    parts.push(part)
    for (const [at, { day, basis }] of pairs.entries())
      if (groupOf.get(day) === group)
        for (const [figure, guesses] of told.entries())
          guesses[at] = startOf(basis, figure) + grown(part[figure] ?? [], rowOf(basis))
  }
  const trees = SHARES.map((_, figure) =>
    parts.flatMap((part) => (part[figure] ?? []).map((tree) => scaled(tree, 1 / parts.length))),
  )
  return { trees, guesses: told }
}

function scaled(tree: Tree, by: number): Tree {
  if (typeof tree === 'number') return Math.round(tree * by * 1e6) / 1e6
  const [at, threshold, below, above] = tree
  return [at, threshold, scaled(below, by), scaled(above, by)]
}

function examplesOf(pairs: readonly Pair[]): (figure: number) => Examples {
  const rows = pairs.map(({ basis }) => rowOf(basis))
  const target = Float64Array.from(pairs, targetOf)
  const perDay = new Map<string, number>()
  for (const { day } of pairs) perDay.set(day, (perDay.get(day) ?? 0) + 1)
  // In minutes, as they are told and judged; and a day with many visitors is still one day.
  const weight = Float64Array.from(
    pairs,
    ({ day, basis }) => scaleOf(basis) / Math.sqrt(perDay.get(day) ?? 1),
  )
  const isAbove = Uint8Array.from(pairs, ({ isLonger }) => (isLonger ? 1 : 0))
  return (figure) => ({
    rows,
    target,
    weight,
    isAbove,
    start: Float64Array.from(pairs, ({ basis }) => startOf(basis, figure)),
  })
}

/** A median is not known to better than these minutes; keeps the logarithm of short waits in bounds. */
const FLOOR = 1

function scaleOf(basis: readonly number[]): number {
  return (basis[1] ?? 0) + FLOOR
}

function targetOf({ basis, minutes }: Pair): number {
  return Math.log((minutes + FLOOR) / scaleOf(basis))
}

/** A figure of the simulation, as the logarithm of its ratio to the median. */
function startOf(basis: readonly number[], figure: number): number {
  return Math.log(((basis[figure] ?? 0) + FLOOR) / scaleOf(basis))
}

/** What trees look at: ratios, so that they apply to halls and services of any size. */
function rowOf(basis: readonly number[]): number[] {
  const scale = Math.log(scaleOf(basis))
  const signals = basis.slice(4)
  if (signals.length === 0) return [scale, startOf(basis, 0), startOf(basis, 2), basis[3] ?? 0]
  return [
    scale,
    startOf(basis, 0),
    startOf(basis, 2),
    basis[3] ?? 0,
    ...signals,
    // What others waited and when the day ends, compared with the wait in question.
    (signals[LONGEST] ?? 0) - scale,
    (signals[WAITED] ?? 0) - scale,
    (signals[ENDS] ?? 0) - (basis[1] ?? 0),
  ]
}

function shiftsOf(
  pairs: readonly Pair[],
  share: number,
  guess: (pair: Pair, nth: number) => number,
): { size: number[]; hour: number[] } {
  const weigh = (pair: Pair) => (share === 0.5 ? scaleOf(pair.basis) : 1)
  const perDay = new Map<string, number>()
  for (const pair of pairs) perDay.set(pair.day, (perDay.get(pair.day) ?? 0) + weigh(pair))
  const left = pairs.map((pair, nth) => {
    const value = targetOf(pair) - guess(pair, nth)
    // A wait only known to be longer than something below the guess says nothing. A rush day is one day.
    const weight = pair.isLonger && value <= 0 ? 0 : weigh(pair) / (perDay.get(pair.day) ?? 1)
    return { value, weight, size: sizeOf(pair.basis), hour: hourOf(pair.basis) }
  })
  const whole = quantileOf(left, share)
  const size = Array.from({ length: SIZES.length + 1 }, (_, at) => {
    const own = left.filter((one) => one.size === at)
    return shrunk(quantileOf(own, share), own.length, whole)
  })
  const rest = left.map((one) => ({ ...one, value: one.value - (size[one.size] ?? 0) }))
  const hour = Array.from({ length: HOURS.length + 1 }, (_, at) => {
    const own = rest.filter((one) => one.hour === at)
    return shrunk(quantileOf(own, share), own.length, 0)
  })
  return { size, hour }
}

function shrunk(own: number, count: number, whole: number): number {
  return whole + ((own - whole) * count) / (count + TRUST)
}

function quantileOf(
  values: readonly { readonly value: number; readonly weight: number }[],
  share: number,
): number {
  const sorted = values.filter(({ weight }) => weight > 0).toSorted((a, b) => a.value - b.value)
  const all = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  for (const { value, weight } of sorted) {
    sum += weight
    if (sum >= share * all) return value
  }
  return 0
}

function sizeOf(basis: readonly number[]): number {
  return SIZES.filter((border) => (basis[1] ?? 0) >= border).length
}

function hourOf(basis: readonly number[]): number {
  return HOURS.filter((border) => (basis[3] ?? 0) >= border).length
}

/** The figures as they should be told: in order, not below 0, and unchanged where nothing was learnt. */
export function corrected(told: Told, correction: Correction): Told {
  if (correction === null || told.basis.length < correction.width) return told
  const basis = told.basis.slice(0, correction.width)
  const row = rowOf(basis)
  const [low = 0, median = 0, high = 0] = SHARES.map((_, figure) => {
    const { size, hour } = correction.shifts[figure] ?? { size: [], hour: [] }
    const stretch =
      startOf(basis, figure) +
      grown(correction.trees[figure] ?? [], row) +
      (size[sizeOf(basis)] ?? 0) +
      (hour[hourOf(basis)] ?? 0)
    return scaleOf(basis) * Math.exp(Math.max(-MOST_STRETCH, Math.min(MOST_STRETCH, stretch))) - FLOOR
  })
  const middle = Math.max(0, median)
  return { ...told, low: Math.max(0, Math.min(low, middle)), median: middle, high: Math.max(middle, high) }
}
