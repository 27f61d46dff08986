// A counter's last action is undone, unless something was built on it.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import type { Event, EventOf } from '../event.ts'
import { type CounterState, type Hall, type LastAction, UNDO_SECONDS } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { dropAnnouncement, withHeard } from '../sound/sound.ts'
import { type Step, stepAtCounter, stepOf, type Visit } from '../visit.ts'
import { counterHeldBy, counterOf, countFor, heldBy } from './counter.ts'

export const decides = {
  undo,
} satisfies Partial<Decides>

export const evolves = {
  undone,
} satisfies Partial<Evolves>

function undo(hall: Hall, command: CommandOf<'undo'>, time: Time): Event[] | Refusal {
  const counter = mayUndo(hall, command)
  if ('refused' in counter) return counter
  const { last } = counter
  if (!last || time.now - last.at > UNDO_SECONDS * 1000) return refuse('nothing-to-undo')
  const inTheWay = whatStandsInTheWay(hall, counter.id, last)
  return inTheWay === null
    ? [{ type: 'undone', counter: counter.id, action: last.action }]
    : refuse('not-undoable', inTheWay)
}

/** Whoever holds the counter; after a hand-over, also the person who handed it over. */
function mayUndo(hall: Hall, { counter: id, staff }: CommandOf<'undo'>): CounterState | Refusal {
  const counter = hall.counters.get(id)
  const last = counter?.last
  const handedOver = last?.action.type === 'handed-over' && last.counterBefore.staff === staff
  return counter && handedOver ? counter : counterHeldBy(hall, id, staff)
}

/**
 * What was built on the action, or null: the id of the counter that has called the visit since, or of the one that
 * whoever handed over has taken since; else `cancelled`, `reopened`, `released` (it waits again), `changed`.
 */
function whatStandsInTheWay(hall: Hall, counter: string, last: LastAction): string | null {
  const { action, visitBefore, counterBefore } = last
  if (action.type === 'handed-over') {
    const other = action.several ? undefined : heldBy(hall, counterBefore.staff ?? '')[0]
    return other?.id ?? null
  }
  const visit = visitBefore && hall.visits.get(visitBefore.id)
  if (!visit) return 'changed'
  // The service that it would bring back is gone from the plan.
  const left = stepAtCounter(visitBefore)
  if (left && !hall.layout.services.has(left.service)) return 'changed'
  return visit.moves === last.moves ? null : whatHappenedTo(visit, last, visitBefore, counter)
}

function whatHappenedTo(
  visit: Visit,
  { action: { type } }: LastAction,
  before: Visit,
  counter: string,
): string {
  const calledElsewhere = visit.steps.find(({ id, calls, calledBy }) => {
    const was = stepOf(before, id)?.calls ?? 0
    return calls > was && calledBy !== null && calledBy.counter !== counter
  })
  if (calledElsewhere?.calledBy) return calledElsewhere.calledBy.counter
  const isNow = (status: Step['status']) =>
    visit.steps.some((step) => {
      const was = stepOf(before, step.id)
      return step.status === status && was !== undefined && was.status !== status
    })
  if (isNow('cancelled')) return 'cancelled'
  const left = stepAtCounter(before)
  const hadEnded = type === 'finished' || type === 'referred'
  if (hadEnded && left && stepOf(visit, left.id)?.status !== 'done') return 'reopened'
  const wasSetAside = type === 'held' || type === 'missed' || type === 'unanswered'
  return wasSetAside && isNow('waiting') ? 'released' : 'changed'
}

/** The visit and the counter are again as before the counter's last action; its announcement was never made. */
function undone(hall: Hall, changes: Changes, event: EventOf<'undone'>): void {
  const counter = counterOf(hall, event.counter)
  const { last } = counter
  if (!last) throw new Error(`counter ${counter.id} has nothing to undo`)
  if (last.visitBefore) bringBack(hall, changes, last.visitBefore)
  if (last.announcement !== null) dropAnnouncement(hall, changes, last.announcement)
  const { current, past, served, servedMs, staff } = last.counterBefore
  const counted = { served: served - counter.served, servedMs: servedMs - counter.servedMs }
  countFor(hall, changes, staff, counted)
  // A hand-over is taken back with the rest; a pause or a sign-out since then stays.
  changes.set(hall.counters, counter.id, { ...counter, staff, current, past, served, servedMs, last: null })
}

function bringBack(hall: Hall, changes: Changes, before: Visit): void {
  const { slip } = visitOf(hall, before.id)
  const steps = before.steps.map((step) => withHeard(hall, step))
  putVisit(hall, changes, { ...before, steps, slip })
}
