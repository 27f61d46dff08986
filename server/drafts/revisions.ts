// Earlier plans, as the journal has them: each revision, who made it and when, and the plan in force after any event.
import type { Recorded } from '../hall/event.ts'
import type { Plan } from '../hall/plan.ts'
import { afterPhaseChange } from '../hall/service/service.ts'
import { type PlanChange, planChanges } from './changes.ts'

/** What is needed here of the journal's reader. */
export interface PlanRecord {
  /** `plan` is null if the record has lost it. */
  revisions(
    before: number,
    most: number,
  ): (Pick<Recorded, 'seq' | 'at' | 'by'> & { readonly plan: Plan | null })[]
  madePlan(seq: number): Iterable<Recorded>
}

export interface Revision {
  /** The plan's number: the seq of its event. */
  readonly seq: number
  readonly at: number
  readonly by: Recorded['by']
  /** Null: the record has lost it. */
  readonly plan: Plan | null
  /** What it changed; null if that is no longer known. */
  readonly changes: readonly PlanChange[] | null
}

/** The plan in force after this event; null: there was none, or it is lost. @throws StorageError */
export function planAt(record: PlanRecord, seq: number): Plan | null {
  let plan: Plan | null = null
  for (const { event } of record.madePlan(seq)) {
    if (event.type === 'plan-revised' || event.type === 'day-opened') ({ plan } = event)
    else if (event.type === 'phase-changed' && plan) plan = afterPhaseChange(plan, event)
  }
  return plan
}

/** Revisions below this number, the newest first. @throws StorageError */
export function revisions(record: PlanRecord, before: number, most: number): Revision[] {
  return record.revisions(before, most).map((revision) => {
    const { seq, plan } = revision
    const was = planAt(record, seq - 1)
    return { ...revision, changes: plan && was && planChanges(was, plan) }
  })
}
