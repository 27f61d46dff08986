// The clock is set right: everything that has happened moves with it, so that who has waited an hour goes on having
// waited an hour, and nobody who comes now stands before them.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { moveHelp } from './counter/help.ts'
import { assign, type Hall } from './hall.ts'
import { putVisit } from './put.ts'
import type { Step, Visit } from './visit.ts'

/** Moves all times of the hall by the difference between what it took for the time and the confirmed time `at`. */
export function clockConfirmed(
  hall: Hall,
  changes: Changes,
  { from = hall.at }: EventOf<'clock-confirmed'>,
  at: number,
): void {
  const by = at - from
  for (const visit of hall.visits.values()) putVisit(hall, changes, moveVisit(visit, by))
  for (const announcement of hall.announcements.values()) {
    const startedAt = announcement.startedAt === null ? null : announcement.startedAt + by
    changes.set(hall.announcements, announcement.id, { ...announcement, at: announcement.at + by, startedAt })
  }
  for (const counter of hall.counters.values()) {
    const past = counter.past.map((call) => ({ ...call, at: call.at + by }))
    const movedAt = counter.movedAt === 0 ? 0 : counter.movedAt + by
    const moved = { ...moveHelp(counter, by), past, last: null, movedAt }
    changes.set(hall.counters, counter.id, { ...counter, ...moved })
  }
  assign(hall, changes, { at })
}

function moveVisit(visit: Visit, by: number): Visit {
  const walk = visit.walk && { ...visit.walk, until: visit.walk.until + by }
  return { ...visit, takenAt: visit.takenAt + by, walk, steps: visit.steps.map((step) => moveStep(step, by)) }
}

const INSTANTS = ['since', 'callableFrom', 'until', 'firstCalledAt', 'startedAt', 'endedAt'] as const

function moveStep(step: Step, by: number): Step {
  const moved: Record<string, unknown> = { ...step }
  for (const name of INSTANTS) {
    const instant = moved[name]
    if (typeof instant === 'number') moved[name] = instant + by
  }
  if (step.comeBack?.until) moved['comeBack'] = { ...step.comeBack, until: step.comeBack.until + by }
  if ('call' in step) moved['call'] = { ...step.call, at: step.call.at + by }
  return moved as unknown as Step
}
