// The end of serving: its outcome, what was missing, and whether the visitor will bring it today.
import type { Changes } from '../changes.ts'
import type { CommandOf } from '../command.ts'
import { said } from '../event-parts.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { Hall } from '../hall.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { type AtCounter, blockedStep, core, type Held, nextStepIds, type Step, type Visit } from '../visit.ts'
import { inPlaceOf } from '../visit/order.ts'
import { EARLIER_DAY, isOfEarlierDay, MOST_STEPS } from '../visit/step.ts'
import { counterOf, countFor } from './counter.ts'
import { end, leave, present, presentAt } from './leave.ts'

export const decides = {
  finish,
} satisfies Partial<Decides>

export const evolves = {
  finished,
} satisfies Partial<Evolves>

/** The outcome is the one given, else the reason's, else it follows from whether anything was missing. */
function finish(hall: Hall, command: CommandOf<'finish'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  const { visit, step, at } = present
  if (step.status !== 'serving') return refuse('not-started')
  const { missing, words, told, comeBack, documents } = command
  const reason = command.reason === null ? null : finishReason(hall, command.reason)
  if (reason === undefined) return refuse('unknown-reason', command.reason ?? undefined)
  const lacks = missing.length > 0 || words !== null
  const outcome = command.outcome ?? reason?.outcome ?? (lacks || comeBack ? 'incomplete' : 'served')
  if (reason && reason.outcome !== outcome) return refuse('reason-contradicts', reason.id)
  if (outcome === 'served' && lacks) return refuse('missing-without-incomplete')
  if (outcome === 'served' && comeBack) return refuse('come-back-without-incomplete')
  if (outcome !== 'served' && documents !== null) return refuse('documents-without-served')
  const known = hall.layout.requirements.get(step.service)
  const unknown = missing.find((id) => !known?.has(id))
  if (unknown !== undefined) return refuse('unknown-requirement', unknown)
  if (comeBack && isOfEarlierDay(hall, visit)) return refuse('hall-closed', EARLIER_DAY)
  if (comeBack && visit.steps.length + 1 > MOST_STEPS) return refuse('too-many-steps')
  const [back] = nextStepIds(visit, 1)
  return [
    {
      type: 'finished',
      ...at,
      outcome,
      missing: [...missing],
      ...(reason && { reason: reason.id }),
      ...(words !== null && { words }),
      ...(told !== null && { told }),
      ...(comeBack && { comeBack, back }),
      ...(documents !== null && { documents }),
    },
  ]
}

const finishReason = ({ layout }: Hall, code: string) =>
  layout.plan.reasons.finish?.find(({ id }) => id === code)

function finished(hall: Hall, changes: Changes, event: EventOf<'finished'>, { at }: Recorded): void {
  const { outcome, missing } = event
  const { visit, step } = present(hall, event)
  const { staff, served, servedMs } = counterOf(hall, event.counter)
  const done = end(step, outcome, missing, at, staff, event.reason ?? null, event.documents ?? null)
  const took = at - done.startedAt
  const isOfToday = visit.day === hall.day
  const counted = isOfToday ? { served: served + 1, servedMs: servedMs + took } : {}
  const changed = event.comeBack === true ? withReturn(visit, step, event, at) : []
  leave(hall, changes, event, at, visit, [done, ...changed], counted)
  if (isOfToday) countFor(hall, changes, staff, { served: 1, servedMs: took })
}

/** A held step for the visitor's return with what was missing; what came after the ended step comes after this one. */
function withReturn(visit: Visit, step: AtCounter, event: EventOf<'finished'>, at: number): Step[] {
  const { counter, missing, words = null, told = null } = event
  const back: Held = {
    ...core(blockedStep(said(event.back), step.service, [], missing)),
    returns: { words, told },
    status: 'held',
    since: at,
    until: null,
    reason: null,
    counter,
  }
  const moved = visit.steps.map((other) => inPlaceOf(other, step.id, back.id))
  return [...moved.filter((other, index) => other !== visit.steps[index]), back]
}
