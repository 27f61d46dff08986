// What the hall answers quickly, found the slow way: who can be called, who is next, how many are ahead.
import type { Model } from './model.ts'
import { ENDED, type ModelStep, type ModelVisit } from './model-parts.ts'

export interface Found {
  readonly visit: ModelVisit
  readonly step: ModelStep
}

/** Milliseconds of waiting times the rate. */
export function worth({ plan }: Model, visit: ModelVisit, now: number): number {
  return (now - visit.takenAt) * (visit.priority ? plan.rates.priority : plan.rates.regular)
}

/** All steps that wait, of all visits. */
export function allWaiting(model: Model): Found[] {
  return [...model.visits.values()].flatMap((visit) =>
    visit.steps.filter(({ status }) => status === 'waiting').map((step) => ({ visit, step })),
  )
}

/** Whether this counter may call this step at `now`. */
export function canCall(model: Model, counter: string, { visit, step }: Found, now: number): boolean {
  const services = model.plan.counters.find(({ id }) => id === counter)?.services ?? []
  const { slip, walk } = visit
  const kept = step.comeBack !== null && step.comeBack.until !== null && step.comeBack.until > now
  return (
    step.status === 'waiting' &&
    services.includes(step.service) &&
    (slip.noted || slip.status === 'printed' || slip.status === 'none') &&
    !visit.steps.some(({ status }) => status === 'called' || status === 'serving') &&
    (walk === null || walk.until <= now || walk.zone === model.zoneOf(counter)) &&
    step.callableFrom <= now &&
    !(
      kept &&
      step.comeBack?.counter !== counter &&
      model.counters.get(step.comeBack?.counter ?? '')?.state === 'open'
    )
  )
}

/** Negative when `a` would be called before `b`. */
export function order(model: Model, a: Found, b: Found, now: number): number {
  const byNumber = a.visit.prefix === b.visit.prefix ? a.visit.running - b.visit.running : 0
  const byPrefix = a.visit.prefix < b.visit.prefix ? -1 : a.visit.prefix > b.visit.prefix ? 1 : 0
  return (
    worth(model, b.visit, now) - worth(model, a.visit, now) ||
    a.visit.takenAt - b.visit.takenAt ||
    byPrefix ||
    byNumber ||
    a.visit.steps.indexOf(a.step) - b.visit.steps.indexOf(b.step)
  )
}

/** All that the counter may call at `now`, in the order of call. */
export function callable(model: Model, counter: string, now: number): Found[] {
  return allWaiting(model)
    .filter((found) => canCall(model, counter, found, now))
    .sort((a, b) => order(model, a, b, now))
}

/** Who is ahead of `chosen` at the counter but can't be called there: each visit once, the first three. */
export function passedOver(model: Model, counter: string, chosen: Found, now: number): Found[] {
  const services = model.plan.counters.find(({ id }) => id === counter)?.services ?? []
  const before = [...model.visits.values()]
    .filter((visit) => visit !== chosen.visit)
    .flatMap((visit) => visit.steps.map((step) => ({ visit, step })))
    .filter(({ step }) => services.includes(step.service) && ['waiting', 'blocked'].includes(step.status))
    .filter((found) => order(model, found, chosen, now) < 0)
    .sort((a, b) => order(model, a, b, now))
  const could = before.filter((found) => canCall(model, counter, found, now)).map(({ visit }) => visit)
  const passed = before.filter(({ visit }) => !could.includes(visit))
  const firsts = passed.filter(({ visit }, index) => passed.findIndex((one) => one.visit === visit) === index)
  return firsts.slice(0, 3)
}

/** How many waiting steps, for any service of the counters that serve this one, would be called before it. */
export function ahead(model: Model, found: Found, now: number): number {
  const desks = model.plan.counters.filter(({ services }) => services.includes(found.step.service))
  const rivals = new Set([found.step.service, ...desks.flatMap(({ services }) => services)])
  return allWaiting(model).filter(
    (other) =>
      other.step !== found.step && rivals.has(other.step.service) && order(model, other, found, now) < 0,
  ).length
}

/** Whether every blocked step of the visit waits, in the end, for one that is not blocked and has not ended. */
export function hasWayOut(visit: ModelVisit, step: ModelStep, seen: readonly string[] = []): boolean {
  if (seen.includes(step.id)) return false
  if (step.status !== 'blocked') return !ENDED.includes(step.status) || seen.length > 0
  const open = visit.steps.filter(({ id, status }) => step.after.includes(id) && !ENDED.includes(status))
  return open.length > 0 && open.every((one) => hasWayOut(visit, one, [...seen, step.id]))
}
