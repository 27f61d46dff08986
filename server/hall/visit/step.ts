// A visit is taken, cancelled, its slip printed.
import type { Changes } from '../changes.ts'
import type { EventOf, NewStep, Recorded } from '../event.ts'
import { dropAnnouncementsOf } from '../sound/sound.ts'
import { letGo } from '../evolve-reopen-day.ts'
import type { Hall } from '../hall.ts'
import { blockedStep, waitingStep } from '../new-step.ts'
import { putVisit, visitOf } from '../put.ts'
import {
  core,
  type Expired,
  holdsNumber,
  isEnded,
  type Slip,
  type Step,
  type Visit,
  type Waiting,
  withSteps,
} from '../visit.ts'

export function visitTaken(
  hall: Hall,
  changes: Changes,
  event: EventOf<'visit-taken'>,
  { at, by }: Pick<Recorded, 'at' | 'by'>,
): void {
  const { visit: id, token, number, prefix, running, priority, comeToMe, language, printer } = event
  const queued = printer !== null
  const status = queued ? 'queued' : 'none'
  const slip: Slip = { status, printer, why: null, copies: queued ? 1 : 0, noted: false }
  const steps = event.steps.map((step, index) => newStep(id, step, index, at))
  putVisit(hall, changes, {
    id,
    token,
    number,
    prefix,
    running,
    day: hall.day,
    takenAt: at,
    takenBy: by,
    priority,
    comeToMe,
    language,
    slip,
    steps,
    walk: null,
    moves: 0,
  })
  letGo(hall, changes)
  changes.set(hall.tokens, token, id)
  changes.set(hall.numbers, prefix, running)
  for (const { service } of event.steps) {
    changes.set(hall.taken, service, (hall.taken.get(service) ?? 0) + 1)
  }
}

/** A step of a new ticket; most stand after none. */
function newStep(visit: string, { service, after, missing }: NewStep, index: number, at: number): Step {
  const id = stepId(visit, index)
  if (after.length === 0) return waitingStep(id, service, missing, at)
  return blockedStep(
    id,
    service,
    after.map((place) => stepId(visit, place)),
    missing,
  )
}

/** The id of a visit's step by its position. */
export function stepId(visit: string, index: number): string {
  return `${visit}.${index + 1}`
}

/** The position of the next step that joins a visit. One that was carried over midnight has left the earlier ones behind. */
export function nextIndex({ id, steps }: Visit): number {
  return Number(steps.at(-1)?.id.slice(id.length + 1) ?? 0)
}

export function visitCancelled(
  hall: Hall,
  changes: Changes,
  event: EventOf<'visit-cancelled'>,
  at: number,
): void {
  const visit = visitOf(hall, event.visit)
  const ended = visit.steps
    .filter((step) => !isEnded(step))
    .map((step): Step => ({ ...core(settleWait(step, at)), status: 'cancelled', endedAt: at }))
  dropAnnouncementsOf(hall, changes, visit)
  putVisit(hall, changes, withSteps(visit, ended))
  for (const counter of hall.counters.values()) {
    if (counter.current?.visit === visit.id) {
      // Its last action is kept, so that its undo is told what stands in the way.
      changes.set(hall.counters, counter.id, { ...counter, current: null })
    }
  }
}

/** Late: whatever waits or was missed can be called again when the time is up, with all the credit. */
export function visitDelayed(
  hall: Hall,
  changes: Changes,
  event: EventOf<'visit-delayed'>,
  at: number,
): void {
  const visit = visitOf(hall, event.visit)
  const callableFrom = at + hall.layout.plan.lateSeconds * 1000
  const later = visit.steps.flatMap((step): Waiting[] => {
    if (step.status === 'waiting') return [{ ...step, callableFrom }]
    return step.status === 'missed' ? [{ ...core(step), status: 'waiting', since: at, callableFrom }] : []
  })
  putVisit(hall, changes, withSteps(visit, later))
}

/** A copy takes nothing away: who held the number before still does, even if the printer fails now. */
export function slipAsked(hall: Hall, changes: Changes, { visit: id, printer }: EventOf<'slip-asked'>): void {
  const visit = visitOf(hall, id)
  const copies = visit.slip.copies + 1
  slipIs(hall, changes, id, { status: 'queued', printer, why: null, copies, noted: holdsNumber(visit) })
}

export function slipIs(hall: Hall, changes: Changes, id: string, slip: Partial<Slip>): void {
  const visit = visitOf(hall, id)
  putVisit(hall, changes, { ...visit, slip: { ...visit.slip, ...slip } })
}

/** The step as the day's end leaves it. */
export function expired(step: Step, at: number): Expired {
  const since = step.status === 'waiting' ? step.since : null
  return { ...core(settleWait(step, at)), status: 'expired', since, endedAt: at }
}

/** The step with the present wait added to `waitedMs`. */
export function settleWait(step: Step, at: number): Step {
  if (step.status !== 'waiting') return step
  // Who came to wait past midnight, while the clock was in doubt, had waited nothing at that midnight.
  return { ...step, waitedMs: step.waitedMs + Math.max(0, at - step.since) }
}
