// A referral: staff send the visitor on to other services, perhaps to come back. The new steps join the visit's order:
// what the plan puts after another stands after it, whichever of the two came first into the visit.
import type { Changes } from '../changes.ts'
import type { EventOf } from '../event.ts'
import { end, leave, present } from './leave.ts'
import { counterOf } from '../evolve-counter.ts'
import { nextIndex, settleWait, stepId } from '../visit/step.ts'
import type { Hall } from '../hall.ts'
import { blockedStep } from '../new-step.ts'
import { core, isEnded, type Step } from '../visit.ts'

export function referred(hall: Hall, changes: Changes, event: EventOf<'referred'>, at: number): void {
  const { visit, step } = present(hall, event)
  const { counter, note, comeBack } = event
  const { staff } = counterOf(hall, counter)
  const first = nextIndex(visit)
  const sent = [event.service, ...(event.also ?? [])].map((service, place) => ({
    ...blockedStep(stepId(visit.id, first + place), service, []),
    referred: { counter, note },
  }))
  const sentIds = sent.map(({ id }) => id)
  let steps: Step[] = [
    ...visit.steps.map((other) => (other.id === step.id ? end(step, 'referred', [], at, staff) : other)),
    ...sent,
  ]
  if (comeBack) {
    // The referring step is done for the books only: what stood after it waits until the visitor came back.
    const back = blockedStep(stepId(visit.id, first + sent.length), step.service, sentIds)
    steps = steps.map((other) => inPlaceOf(other, step.id, back.id))
    steps.push({ ...back, missing: step.missing, comeBack: { counter, until: null } })
  }
  const planned = (id: string) => hall.layout.services.get(id)?.after ?? []
  const others = visit.steps.filter((other) => !isEnded(other) && other.id !== step.id)
  for (const [place, { id, service }] of sent.entries()) {
    for (const other of [...others, ...sent.slice(0, place)]) {
      if (planned(service).includes(other.service)) steps = follow(steps, id, other.id, at)
      if (planned(other.service).includes(service)) steps = follow(steps, other.id, id, at)
    }
  }
  const changed = steps.filter((now, index) => now !== visit.steps[index])
  leave(hall, changes, event, at, visit, changed)
}

/** The step standing after another one, where it stood after this. */
export function inPlaceOf(step: Step, old: string, now: string): Step {
  if (step.status !== 'blocked' || !step.after.includes(old)) return step
  return { ...step, after: step.after.map((id) => (id === old ? now : id)) }
}

/** The steps with `later` after `earlier`, unless it is set aside, or that would close a circle. */
export function follow(steps: Step[], later: string, earlier: string, at: number): Step[] {
  if (standsAfter(steps, earlier, later)) return steps
  return steps.map((step) => {
    if (step.id !== later || (step.status !== 'blocked' && step.status !== 'waiting')) return step
    const known = step.after.includes(earlier)
    if (known && step.status === 'blocked') return step
    const after = known ? step.after : [...step.after, earlier]
    return { ...core(settleWait(step, at)), after, status: 'blocked' }
  })
}

/** Whether a blocked step stands, directly or not, after another. */
function standsAfter(steps: readonly Step[], id: string, other: string): boolean {
  const step = steps.find((one) => one.id === id)
  if (step?.status !== 'blocked') return false
  return step.after.some((before) => before === other || standsAfter(steps, before, other))
}
