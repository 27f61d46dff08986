// What the pack takes from the parts of the hall that keep what people say: survey, complaints, findings. Each is asked
// through what answers its own pages; null: the hall does not keep it.
import { type ComplaintRow, readComplaints } from '../complaints/report.ts'
import type { Name, Period } from '../reports/question.ts'

export interface FindingSaid {
  readonly source: string
  readonly what: string
  readonly where: string
  readonly service: string | null
  readonly agency: string | null
  readonly owner: string
  readonly due: string | null
  readonly state: 'open' | 'working' | 'done' | 'dropped'
  readonly expected: string | null
  readonly facility: string | null
  readonly visitedOn: string | null
  /** The day on which it was noted, and on which it was done or dropped. */
  readonly notedOn: string
  readonly endedOn: string | null
  readonly did: string | null
  readonly evidence: readonly string[]
}

export interface ComplaintFigures {
  readonly hall: readonly ComplaintRow[]
  readonly month: readonly ComplaintRow[]
  readonly agency: readonly ComplaintRow[]
}

export interface IkmRow {
  readonly key: string
  readonly month?: string | undefined
  readonly name: Name | null
  readonly n: number
  readonly population: number
  readonly sample: number
  readonly reached: number | null
  readonly elements: readonly { readonly element: string; readonly n: number; readonly nrr: number | null }[]
  readonly ikm: number | null
  readonly mutu: string | null
  readonly lowest: readonly string[]
}

export interface IkmFigures {
  /** Months, both included: the index is of whole ones. */
  readonly from: string
  readonly to: string
  readonly hall: readonly IkmRow[]
  readonly agency: readonly IkmRow[]
  readonly service: readonly IkmRow[]
  readonly months: readonly IkmRow[]
}

/** The complaints of a period, by the report that answers the API. */
export function complaintFigures(
  ground: Parameters<typeof readComplaints>[0],
  { from, to }: Period,
): ComplaintFigures {
  const rows = (by: 'hall' | 'month' | 'agency') => readComplaints(ground, { from, to, by }).rows
  return { hall: rows('hall'), month: rows('month'), agency: rows('agency') }
}

/** Asked when a pack is made. */
export interface OtherParts {
  findings(): Promise<readonly FindingSaid[]> | readonly FindingSaid[]
  complaints(period: Period): ComplaintFigures
  ikm(period: Period): Promise<IkmFigures | null>
}
