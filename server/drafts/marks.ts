// Who changed what in the draft: for every field that differs from the plan it started from, who last wrote it and
// when.
import type { Plan } from '../hall/plan.ts'
import { type PlanChange, planChanges } from './changes.ts'

/** Who wrote a field last. */
export interface Mark {
  /** The key of the change, from `keyOf`. */
  readonly key: string
  /** A person, by id. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What the draft changes, and who changed it; null if nobody noted it. */
export interface MarkedChange extends PlanChange {
  readonly by: string | null
  readonly at: number | null
}

const keyOf = ({ kind, id, field }: Pick<PlanChange, 'kind' | 'id' | 'field'>): string =>
  [kind, id ?? '', field ?? ''].join(' ')

const wholeOf = ({ kind, id }: PlanChange): string => keyOf({ kind, id, field: null })

/**
 * The marks once somebody has saved `after` in place of `before`. What no longer differs from `base` loses its mark;
 * an added thing is marked with whoever last wrote any part of it. Plans are JSON of any shape.
 */
export function marksAfter(
  old: readonly Mark[],
  { base, before, after }: { base: Plan; before: unknown; after: unknown },
  by: string,
  at: number,
): Mark[] {
  const known = new Map(old.map((mark) => [mark.key, mark]))
  const written = planChanges(before, after)
  const touched = new Set([...written.map(keyOf), ...written.map(wholeOf)])
  return planChanges(base, after).flatMap((change): Mark[] => {
    const key = keyOf(change)
    const mark = touched.has(key) ? { key, by, at } : known.get(key)
    return mark ? [mark] : []
  })
}

/** All that the draft changes. */
export function markedChanges(base: Plan, plan: unknown, marks: readonly Mark[]): MarkedChange[] {
  const known = new Map(marks.map((mark) => [mark.key, mark]))
  return planChanges(base, plan).map((change) => {
    const mark = known.get(keyOf(change))
    return { ...change, by: mark ? mark.by : null, at: mark ? mark.at : null }
  })
}
