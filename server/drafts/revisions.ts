// The plans of before, as the journal has them: each revision, who made it and when, and the plan that held after any event.
import type { Recorded } from '../hall/event.ts'
import type { Plan } from '../hall/plan.ts'
import { afterPhaseChange } from '../hall/service/service.ts'
import { type PlanChange, planChanges } from './changes.ts'

/** The part of the journal's reader that is needed here. */
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
  /** What was different before it; empty where nobody knows any more. */
  readonly changes: readonly PlanChange[]
}

/** The plan that held after this event; null: none did. @throws StorageError */
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
