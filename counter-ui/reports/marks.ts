// Marks on the time axis: openings, new counters, findings.
import { useAnswer } from '../parts/ask.ts'

export const KINDS = ['opening', 'counter', 'change', 'finding', 'other'] as const

export interface Mark {
  readonly id: string
  readonly day: string
  readonly kind: string
  readonly text: string
}

export interface MarksAnswer {
  readonly marks: readonly Mark[]
}

export const MARKS = '/api/reports/marks'

/** All marks; none while they are not known. */
export function useMarks(): readonly Mark[] {
  return useAnswer<MarksAnswer>(MARKS).answer?.marks ?? []
}
