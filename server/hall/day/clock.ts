// A day that was closed by a clock that lied is opened again: until somebody takes a number in the next one.
import type { Time } from '../command.ts'
import { unsettled } from '../decide-day.ts'
import { revisePlan } from '../service/revision.ts'
import type { Event } from '../event.ts'
import type { ClosedDay, Hall } from '../hall.ts'
import { isRefusal, refuse, type Refusal } from '../refusal.ts'
import { isAtCounter, type Step, stepOf } from '../visit.ts'

/**
 * The day goes on as it stood. What was done since with those whom the midnight had carried over is done there, and a
 * plan that was changed since stays changed.
 */
export function reopenDay(hall: Hall, { now }: Time): Event[] | Refusal {
  const { closedDay } = hall
  // One that was still to come when the clock was set back is none that could go on.
  if (!closedDay || closedDay.at < closedDay.day.startsAt) return refuse('nothing-to-reopen')
  const { day, closedWith } = closedDay
  const plan = hall.layout.base
  const isOther = JSON.stringify(plan) !== JSON.stringify(day.layout.base)
  const revised = isOther
    ? revisePlan({ ...hall, ...day, sounds: new Map() }, { type: 'revise-plan', plan, from: null })
    : []
  if (isRefusal(revised)) return revised
  return [
    { type: 'day-reopened', day: day.day, from: day.goesOnWith, to: closedWith },
    // Of what was said or printed then, nobody knows.
    ...unsettled(day, now + DAY_MS),
    ...doneSince(hall, closedDay),
    ...revised,
  ]
}

/** No announcement is young after this. */
const DAY_MS = 86_400_000

/** The end of who was carried over midnight and finished with, or put back, in the day that was none. */
function doneSince(hall: Hall, { day }: ClosedDay): Event[] {
  return [...hall.visits.values()].flatMap(({ id: visit, steps }) =>
    steps.flatMap((step): Event[] => {
      const before = day.visits.get(visit)
      const was = before && stepOf(before, step.id)
      if (!was || !isAtCounter(was) || was.status !== 'serving') return []
      return endOf(step, { counter: was.call.counter, visit, step: step.id })
    }),
  )
}

function endOf(step: Step, at: { counter: string; visit: string; step: string }): Event[] {
  if (step.status === 'expired') return [{ type: 'put-back', ...at }]
  if (step.status !== 'done' || step.outcome === 'referred') return []
  const { outcome, lacked, reason } = step
  const why = reason === null ? {} : { reason }
  return [{ type: 'finished', ...at, outcome, missing: [...lacked], ...why }]
}

/**
 * Milliseconds since 1970 from which the day goes on: the system's, if that is in the day again, else as much after its
 * last event as has passed since the close.
 */
export function reopenedAt({ at, closedAt, day }: ClosedDay, { now, system }: Time): number {
  if (at <= system && system < day.endsAt) return system
  return Math.max(at, Math.min(at + Math.max(0, now - closedAt), day.endsAt - 1))
}
