// The order among the steps of one visit: which comes after which, because of the plan, a missing paper that another
// of them issues, or a person's wish; and when a blocked step begins to wait.
import type { Layout } from '../layout.ts'
import { core, isEnded, settleWait, type Step, type Visit } from '../visit.ts'

/** Seconds in which only the counter that referred may call a come-back. */
const COME_BACK_SECONDS = 300

/**
 * For each service of a visit, the places of those it must wait for. The plan's order has no circle; papers could make
 * one (each office asking for the other's), so whatever would close a circle is left out, and nobody waits for ever.
 */
export function order(
  layout: Layout,
  services: readonly string[],
  lacks: (service: string) => readonly string[],
): number[][] {
  const after: number[][] = services.map(() => [])
  const add = (later: number, earlier: number) => {
    if (earlier < 0 || earlier === later || after[later]?.includes(earlier)) return
    if (!follows(after, earlier, later)) after[later]?.push(earlier)
  }
  services.forEach((service, later) => {
    for (const id of layout.services.get(service)?.after ?? []) add(later, services.indexOf(id))
  })
  services.forEach((service, later) => {
    for (const id of lacks(service)) {
      const issuer = layout.requirements.get(service)?.get(id)?.issuedBy
      if (issuer) add(later, services.indexOf(issuer))
    }
  })
  return after
}

/** Whether `later` already comes, directly or not, after `earlier`. */
function follows(after: readonly number[][], later: number, earlier: number): boolean {
  return (after[later] ?? []).some((place) => place === earlier || follows(after, place, earlier))
}

/**
 * The steps with one of them, `placed`, where the plan puts it among the visit's others: after those that come first,
 * before those that come after it, whichever was there sooner. One that had ended brings its former place (`stood`),
 * and that order is kept too.
 */
export function inPlanOrder(
  layout: Layout,
  steps: readonly Step[],
  placed: Pick<Step, 'id' | 'service'>,
  others: readonly Step[],
  at: number,
  stood?: Step,
): readonly Step[] {
  const planned = (service: string) => layout.services.get(service)?.after ?? []
  let ordered = steps
  for (const other of others) {
    const isFirst = stood?.after.includes(other.id) || planned(placed.service).includes(other.service)
    const isNext =
      (stood && other.after.includes(placed.id)) || planned(other.service).includes(placed.service)
    if (isFirst) ordered = follow(ordered, placed.id, other.id, at)
    if (isNext) ordered = follow(ordered, other.id, placed.id, at)
  }
  return ordered
}

/** The step with `old` replaced by `now` among those it comes after. */
export function inPlaceOf(step: Step, old: string, now: string): Step {
  if (step.status !== 'blocked') return step
  return { ...step, after: step.after.map((id) => (id === old ? now : id)) }
}

/** The steps with `later` after `earlier`; unchanged if `later` is set aside, or that would close a circle. */
export function follow(steps: readonly Step[], later: string, earlier: string, at: number): readonly Step[] {
  if (standsAfter(steps, earlier, later)) return steps
  return steps.map((step) => {
    if (step.id !== later || (step.status !== 'blocked' && step.status !== 'waiting')) return step
    const after = [...new Set([...step.after, earlier])]
    return { ...core(settleWait(step, at)), after, status: 'blocked' }
  })
}

/** Whether a blocked step comes, directly or not, after another. */
function standsAfter(steps: readonly Step[], id: string, other: string): boolean {
  const step = steps.find((one) => one.id === id)
  if (step?.status !== 'blocked') return false
  return step.after.some((before) => before === other || standsAfter(steps, before, other))
}

/** Blocked steps for which everything before them has ended begin to wait. */
export function unblock(visit: Visit, at: number): Visit {
  const ended = new Set(visit.steps.filter(isEnded).map(({ id }) => id))
  const steps = visit.steps.map((step): Step => {
    if (step.status !== 'blocked' || !step.after.every((id) => ended.has(id))) return step
    const comeBack = step.comeBack && { ...step.comeBack, until: at + COME_BACK_SECONDS * 1000 }
    return { ...core(step), comeBack, status: 'waiting', since: at, callableFrom: at }
  })
  return { ...visit, steps }
}
