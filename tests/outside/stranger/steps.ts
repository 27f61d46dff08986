// What happens to the steps of a visit: they begin, wait for each other, end.
import { type Day, ENDED, nowOf, serviceOf, type Step, type Status, type Visit, type Was } from './lines.ts'

export function newStep(day: Day, id: string, service: string, cameBy: string, after: string[]): Step {
  const { plan } = day
  const known = serviceOf(day, service)
  return {
    id,
    service,
    agency: known?.agency ?? '',
    level: (known?.level ?? plan.reports?.level ?? 15) * 60,
    cameBy,
    after,
    was: [],
    seat: false,
    outcome: null,
    missing: [],
    documents: 0,
    end: null,
    endedAt: null,
    backTo: null,
  }
}

/** From now on the step is this. */
export function becomes(step: Step, at: number, status: Status, more: Partial<Was> = {}): void {
  step.was.push({ at, status, ...more })
}

export function ends(step: Step, at: number, status: Status, end: string | null): void {
  becomes(step, at, status)
  step.end = end
  step.endedAt = at
}

/** A blocked step with nothing before it any more begins to wait. */
export function unblock(visit: Visit, at: number): void {
  for (const step of visit.steps) {
    if (nowOf(step) !== 'blocked') continue
    const isFree = step.after.every((id) => {
      const other = visit.steps.find((one) => one.id === id)
      return other !== undefined && ENDED.has(nowOf(other))
    })
    if (!isFree) continue
    becomes(step, at, 'waiting', { callableFrom: at })
    if (step.backTo) step.backTo = { ...step.backTo, until: at + 300_000 }
  }
}

/** Whether the other comes first, directly or by way of a third. */
const standsAfter = (visit: Visit, id: string, other: string): boolean => {
  const step = visit.steps.find((one) => one.id === id)
  if (!step || nowOf(step) !== 'blocked') return false
  return step.after.some((one) => one === other || standsAfter(visit, one, other))
}

/** Makes one come after the other, unless that would close a circle. */
export function standAfter(visit: Visit, later: string, earlier: string, at: number): void {
  const step = visit.steps.find((one) => one.id === later)
  if (!step || standsAfter(visit, earlier, later)) return
  if (nowOf(step) !== 'blocked' && nowOf(step) !== 'waiting') return
  if (!step.after.includes(earlier)) step.after.push(earlier)
  else if (nowOf(step) === 'blocked') return
  if (nowOf(step) === 'waiting') becomes(step, at, 'blocked')
}

/** R5: the plan's order applies to a step that joins. `stood`: what it came after before it ended. */
export function inPlanOrder(
  day: Day,
  visit: Visit,
  step: Step,
  others: readonly Step[],
  at: number,
  stood?: readonly string[],
) {
  const planned = (service: string) => serviceOf(day, service)?.after ?? []
  for (const other of others) {
    const isNext =
      (stood !== undefined && other.after.includes(step.id)) || planned(other.service).includes(step.service)
    if (stood?.includes(other.id) || planned(step.service).includes(other.service))
      standAfter(visit, step.id, other.id, at)
    if (isNext) standAfter(visit, other.id, step.id, at)
  }
}

/** Its steps that have not ended. */
export const open = (visit: Visit) => visit.steps.filter((step) => !ENDED.has(nowOf(step)))
