// A step that had ended waits again: a supervisor may do that after the 30 seconds of an undo, until the day is over.
// Nothing then counts twice, neither at its counter nor in today's pace.
import type { Changes } from '../changes.ts'
import type { CommandOf } from '../command.ts'
import { countFor } from '../counter/counter.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { Figures, Hall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import {
  core,
  type Done,
  isEnded,
  endedServed,
  need,
  type Step,
  stepOf,
  type Visit,
  withSteps,
} from '../visit.ts'
import { inPlanOrder, unblock } from '../visit/order.ts'
import { EARLIER_DAY, isOfEarlierDay, needs } from '../visit/step.ts'

export const decides = {
  'reopen-step': reopenStep,
} satisfies Partial<Decides>

export const evolves = {
  'step-reopened': stepReopened,
} satisfies Partial<Evolves>

/** Nobody waits twice for one service: the visit may need it again anyway, for a come-back for example. */
function reopenStep(hall: Hall, command: CommandOf<'reopen-step'>): Event[] | Refusal {
  const visit = hall.visits.get(command.visit)
  const step = visit && stepOf(visit, command.step)
  if (!visit || !step) return refuse('unknown-visit', command.visit)
  const counters = hall.layout.countersOf.get(step.service)
  if (!counters) return refuse('unknown-service', step.service)
  // Nobody could call it.
  if (counters.length === 0) return refuse('service-closed', step.service)
  if (!isEnded(step)) return refuse('not-ended', step.status)
  if (isOfEarlierDay(hall, visit) || step.status === 'expired') return refuse('hall-closed', EARLIER_DAY)
  if (needs(visit, step.service)) return refuse('already-waiting', step.service)
  const endedBy = step.status === 'done' ? step.endedBy : null
  return [{ type: 'step-reopened', visit: visit.id, step: step.id, note: command.note, endedBy }]
}

/** It keeps its credit, what it waited and how often it was called. */
function stepReopened(hall: Hall, changes: Changes, event: EventOf<'step-reopened'>, { at }: Recorded): void {
  const visit = visitOf(hall, event.visit)
  const step = need(visit, event.step, isEnded)
  if (step.status === 'done' && step.outcome !== 'referred') countNoMore(hall, changes, visit, step)
  const kept = { ...core(step), reopened: event.note, wasServed: step.wasServed || endedServed(step) }
  const again: Step = { ...kept, after: [], comeBack: null, secondCall: false, status: 'blocked' }
  const others = visit.steps.filter((other) => !isEnded(other))
  const steps = inPlanOrder(hall.layout, withSteps(visit, [again]).steps, again, others, at, step)
  putVisit(hall, changes, unblock(withSteps(visit, steps), at))
}

/** It no longer counts in today's figures of the counter and its officer, even if an action since then is undone. */
function countNoMore(
  hall: Hall,
  changes: Changes,
  { id }: Visit,
  { call, endedBy, startedAt, endedAt }: Done,
): void {
  countFor(hall, changes, endedBy, { served: -1, servedMs: startedAt - endedAt })
  const counter = hall.counters.get(call.counter)
  if (!counter) return
  const less = <T extends Figures>(figures: T): T => ({
    ...figures,
    served: figures.served - 1,
    servedMs: figures.servedMs - (endedAt - startedAt),
  })
  const { last } = counter
  // An action on this visit can no longer be undone; and if it was the end of this step, it is the one that counted.
  const since = last && last.visitBefore?.id !== id
  const lastNow = since ? { ...last, counterBefore: less(last.counterBefore) } : last
  changes.set(hall.counters, counter.id, { ...less(counter), last: lastNow })
}
