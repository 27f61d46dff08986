// The index of public satisfaction (IKM) by PermenPANRB 14/2017: from sums of scores to a number with two decimals and
// its letter. All in whole numbers, rounded only once, at the end, half up.
import { ENOUGH } from '../reports/figures.ts'
import { NINE, type Element } from './stored.ts'
import { weightsOf } from './questions.ts'

/** How many answered an element, and the sum of their scores. */
export interface Sum {
  readonly n: number
  readonly total: number
}

export type Mutu = 'A' | 'B' | 'C' | 'D'

/** Both whole, and not negative. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export interface Index {
  /** The smallest number of answers to one of the nine. */
  readonly n: number
  readonly elements: readonly { element: string; n: number; nrr: number | null }[]
  /** 1 to 4; null if an element has too few answers. */
  readonly skm: number | null
  /** 25 to 100, with two decimals. */
  readonly ikm: number | null
  readonly mutu: Mutu | null
  /** Why there is none. */
  readonly why: { code: 'too-few'; elements: string[] } | null
  /** The three with the lowest means. */
  readonly lowest: readonly string[]
  /** The IKM before rounding, for a mean of several. */
  readonly exact: Fraction | null
}

/** Equal weights as many official sheets print them; only with the nine elements alone. */
const PRINTED = { of: new Map<string, bigint>(NINE.map((element) => [element, 11n])), all: 100n }

/** Whether a wording can be computed with 0.11: the nine have equal weights, and nothing else has any. */
export function mayBePrinted(elements: readonly Element[]): boolean {
  const weights = weightsOf(elements)
  return weights !== null && weights.all === BigInt(NINE.length) && NINE.every((one) => weights.of.has(one))
}

/**
 * The index from sums by element. `elements`: those of the wording whose weights apply. `printed`: 0.11 instead of
 * 1/9.
 */
export function indexOf(
  sums: ReadonlyMap<string, Sum>,
  elements: readonly Element[],
  printed = false,
): Index {
  const weights = printed ? PRINTED : weightsOf(elements)
  if (weights === null) throw new Error('weights that do not add to 1')
  const sumOf = (element: string): Sum => sums.get(element) ?? { n: 0, total: 0 }
  const means = NINE.map((element) => {
    const { n, total } = sumOf(element)
    return { element, n, nrr: n < ENOUGH ? null : total / n }
  })
  const few = [...new Set([...NINE, ...weights.of.keys()])].filter((element) => sumOf(element).n < ENOUGH)
  let skm: Fraction | null = null
  if (few.length === 0) {
    skm = { over: 0n, under: 1n }
    for (const [element, weight] of weights.of) {
      const { n, total } = sumOf(element)
      skm = plus(skm, { over: BigInt(total) * weight, under: BigInt(n) * weights.all })
    }
  }
  const exact = skm && { over: skm.over * 25n, under: skm.under }
  const ikm = exact && inHundredths(exact)
  return {
    n: Math.min(...means.map(({ n }) => n)),
    elements: means,
    skm: skm && asNumber(skm),
    ikm: ikm === null ? null : ikm / 100,
    mutu: ikm === null ? null : mutuOf(ikm),
    why: few.length === 0 ? null : { code: 'too-few', elements: few },
    lowest: means
      .filter(({ nrr }) => nrr !== null)
      // A stable sort: among equal ones, the earlier element comes first.
      .toSorted((a, b) => lower(sumOf(a.element), sumOf(b.element)))
      .slice(0, 3)
      .map(({ element }) => element),
    exact,
  }
}

/** The mean of several indexes, with two decimals; null: there is none. */
export function meanOf(exacts: readonly Fraction[]): number | null {
  if (exacts.length === 0) return null
  const sum = exacts.reduce(plus, { over: 0n, under: 1n })
  return inHundredths({ over: sum.over, under: sum.under * BigInt(exacts.length) }) / 100
}

/** The letter of an index in hundredths, after rounding: the bands of the regulation have gaps. */
export function mutuOf(hundredths: number): Mutu {
  if (hundredths >= 88_31) return 'A'
  if (hundredths >= 76_61) return 'B'
  return hundredths >= 65_00 ? 'C' : 'D'
}

/**
 * How many of a population should be asked (Krejcie & Morgan 1970: χ² = 3.841, P = 0.5, d = 0.05), to the nearest
 * whole.
 */
export function sampleOf(population: number): number {
  // χ² P(1−P) = 0.96025 and d² = 0.0025, both times 100,000.
  const [spread, precision] = [96_025n, 250n]
  if (population <= 0) return 0
  const n = BigInt(population)
  return Number(nearest({ over: spread * n, under: precision * (n - 1n) + spread }))
}

/**
 * The share of a sample that was reached, in whole hundredths, so that it reads the same everywhere; null: there was
 * nobody to ask. More than all counts as all; 383 of 384 does not.
 */
export function reachedOf(n: number, sample: number): number | null {
  if (sample === 0) return null
  return n >= sample ? 1 : Math.min(99, Math.round((100 * n) / sample)) / 100
}

function inHundredths({ over, under }: Fraction): number {
  return Number(nearest({ over: over * 100n, under }))
}

/** Half up. */
function nearest({ over, under }: Fraction): bigint {
  return (2n * over + under) / (2n * under)
}

function plus(a: Fraction, b: Fraction): Fraction {
  const sum = { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
  const common = commonOf(sum.over, sum.under)
  return { over: sum.over / common, under: sum.under / common }
}

/** Their greatest common divisor (Euclid); the second is not 0. */
function commonOf(a: bigint, b: bigint): bigint {
  let [larger, rest] = [a, b]
  while (rest !== 0n) [larger, rest] = [rest, larger % rest]
  return larger
}

function asNumber({ over, under }: Fraction): number {
  const scale = 1_000_000_000_000_000n
  return Number((over * scale) / under) / Number(scale)
}

/** Which of two means is lower, without dividing. */
function lower(a: Sum, b: Sum): number {
  return a.total * b.n - b.total * a.n
}
