// Earlier plans, as the journal has them: each revision, who made it and when, and the plan in force after any event.
import type { Recorded } from '../hall/event.ts'
import type { Plan } from '../hall/plan.ts'
import { afterPhaseChange } from '../hall/service/service.ts'
import { type PlanChange, planChanges } from './changes.ts'

/** What is needed here of the journal's reader. */
export interface PlanRecord {
  revisions(before: number, most: number): Recorded[]
  madePlan(seq: number): Iterable<Recorded>
}

export interface Revision {
  /** Its number: the seq of its event. */
  readonly seq: number
  readonly at: number
  readonly by: Recorded['by']
  readonly plan: Plan
  /** What it changed; empty where that is no longer known. */
  readonly changes: readonly PlanChange[]
}

/** The plan in force after this event; null: there was none. @throws StorageError */
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
  return record.revisions(before, most).flatMap((recorded) => {
    const { seq, at, by, event } = recorded
    if (event.type !== 'plan-revised') return []
    const was = planAt(record, seq - 1)
    return [{ seq, at, by, plan: event.plan, changes: was ? planChanges(was, event.plan) : [] }]
  })
}
