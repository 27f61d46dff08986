// What the page asks of the survey's figures, and what it shows of the answers.
import type { Text } from '../../server/hall/plan.ts'
import type { Period } from './period.ts'

export const LEVELS = ['hall', 'agency', 'service'] as const
export type Level = (typeof LEVELS)[number]
export const WEIGHTS = ['exact', 'printed'] as const
export type Weight = (typeof WEIGHTS)[number]

export interface IkmRow {
  readonly key: string | null
  readonly name: Text | null
  readonly agency: string | null
  /** When it is split by months. */
  readonly month?: string | null
  readonly n: number
  readonly population: number
  readonly sample: number
  /** The share of the sample size n reached, at most 1; null: nobody was served. */
  readonly reached: number | null
  readonly elements: readonly { readonly element: string; readonly n: number; readonly nrr: number | null }[]
  readonly skm: number | null
  readonly ikm: number | null
  readonly mutu: string | null
  /** Why there is no IKM, and which elements lack answers. */
  readonly why: { readonly code: string; readonly elements: readonly string[] } | null
  /** For an agency and the hall: the mean of their services' IKM. */
  readonly mean: number | null
  readonly lowest: readonly string[]
  readonly extra: readonly {
    readonly element: string
    readonly text: Text
    readonly n: number
    readonly nrr: number | null
  }[]
  readonly excluded: number
}

export interface IkmAnswer {
  readonly rows: readonly IkmRow[]
}

interface Asked {
  readonly by: Level
  readonly weight: Weight
  readonly split?: 'month'
}

/** The address of the IKM in the whole months of a period, leaving out future ones. */
export function ikmPath(period: Period, today: string, { by, weight, split }: Asked): string {
  const [from, to] = monthsAsked(period, today)
  return `/api/reports/ikm?from=${from}&to=${to}&by=${by}&weight=${weight}${split ? `&split=${split}` : ''}`
}

/** The first and the last month, such as `2026-11`. */
export function monthsAsked(period: Period, today: string): [from: string, to: string] {
  const last = period.to < today ? period.to : today
  return [period.from.slice(0, 7), last.slice(0, 7)]
}
