// A number at the desk: serving begins, nobody came, put back, on hold and released, handed over to a colleague.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { Hall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { awaitsSecondCall, core, expired, type Serving, type Step, withSteps } from '../visit.ts'
import { EARLIER_DAY, isOfEarlierDay, lateAfterMiss, timerEnd, withReleased } from '../visit/step.ts'
import { counterHeldBy, counterOf, heldBy } from './counter.ts'
import { act, leave, present, presentAt, whileCalled } from './leave.ts'

export const decides = {
  'hand-over': handOver,
  start,
  miss,
  'put-back': putBack,
  hold,
  release,
} satisfies Partial<Decides>

export const evolves = {
  'handed-over': handedOver,
  started,
  missed,
  unanswered,
  'put-back': stepPutBack,
  held,
  released,
} satisfies Partial<Evolves>

export function start(hall: Hall, command: CommandOf<'start'>): Event[] | Refusal {
  return whileCalled(hall, command, ({ at }) => [{ type: 'started', ...at }])
}

function putBack(hall: Hall, command: CommandOf<'put-back'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  return 'refused' in present ? present : [{ type: 'put-back', ...present.at }]
}

export function hold(hall: Hall, command: CommandOf<'hold'>, time: Time): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  if (isOfEarlierDay(hall, present.visit)) return refuse('hall-closed', EARLIER_DAY)
  const { minutes, reason } = command
  const until = minutes === null ? null : timerEnd(hall, present.step.service, time.now, minutes * 60_000)
  return [{ type: 'held', ...present.at, reason, until }]
}

/**
 * A held or missed step of the visit that this counter serves waits again, a held one first. Somebody who turns up in
 * the pause before the second call can be called at once.
 */
export function release(hall: Hall, command: CommandOf<'release'>, time: Time): Event[] | Refusal {
  const counter = counterHeldBy(hall, command.counter, command.staff)
  if ('refused' in counter) return counter
  const visit = hall.visits.get(command.visit)
  if (!visit) return refuse('unknown-visit', command.visit)
  const services = hall.layout.counters.get(counter.id)?.services ?? []
  const mine = visit.steps.filter((step) => services.includes(step.service))
  const step =
    mine.find(({ status }) => status === 'held') ??
    mine.find(({ status }) => status === 'missed') ??
    mine.find((one) => awaitsSecondCall(one) && one.callableFrom > time.now)
  if (!step) return refuse('nothing-to-release')
  const late = lateAfterMiss(hall, step, time.now)
  return [{ type: 'released', counter: counter.id, visit: visit.id, step: step.id, ...late }]
}

/** Nobody came. If the plan has a second call, the first is not the last. */
export function miss(hall: Hall, command: CommandOf<'miss'>, { now }: Time): Event[] | Refusal {
  const pause = hall.layout.plan.secondCallSeconds
  return whileCalled(hall, command, ({ at, step }) =>
    pause === undefined || step.secondCall
      ? [{ type: 'missed', ...at }]
      : [{ type: 'unanswered', ...at, again: timerEnd(hall, step.service, now, pause * 1000) }],
  )
}

/** The counter passes to somebody of its agency or a manager, along with the visitor who is there. */
function handOver(hall: Hall, command: CommandOf<'hand-over'>): Event[] | Refusal {
  const { staff, to, toAgency, mayHoldSeveral: several } = command
  const counter = counterHeldBy(hall, command.counter, staff)
  if ('refused' in counter) return counter
  const { id } = counter
  if (to === staff) return refuse('already-at-counter', id)
  if (toAgency !== null) {
    if (toAgency !== hall.layout.counters.get(id)?.agency) return refuse('not-of-agency', to)
    const [other] = heldBy(hall, to)
    if (other) return refuse('already-at-counter', other.id)
  }
  return [{ type: 'handed-over', counter: id, from: staff, staff: to, several }]
}

function started(hall: Hall, changes: Changes, event: EventOf<'started'>, { at }: Recorded): void {
  const { visit, step } = present(hall, event)
  // The visitor came: if they don't come next time, that counts as the first time again.
  const base = { ...core(step), secondCall: false }
  const serving: Serving = { ...base, status: 'serving', call: step.call, startedAt: at }
  act(hall, changes, event, at, withSteps(visit, [serving]), {})
}

export function missed(hall: Hall, changes: Changes, event: EventOf<'missed'>, { at }: Recorded): void {
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [
    { ...core(step), status: 'missed', since: at, counter: event.counter },
  ])
}

/** Nobody came: it waits for the second call, with all its credit. */
export function unanswered(
  hall: Hall,
  changes: Changes,
  event: EventOf<'unanswered'>,
  { at }: Recorded,
): void {
  const { visit, step } = present(hall, event)
  const waiting: Step = {
    ...core(step),
    secondCall: true,
    status: 'waiting',
    since: at,
    callableFrom: event.again,
  }
  leave(hall, changes, event, at, visit, [waiting])
}

/** It waits again; but a visit of an earlier day ends here, as its number may have been given again. */
function stepPutBack(hall: Hall, changes: Changes, event: EventOf<'put-back'>, { at }: Recorded): void {
  const { visit, step } = present(hall, event)
  const waiting: Step = { ...core(step), status: 'waiting', since: at, callableFrom: at }
  leave(hall, changes, event, at, visit, [visit.day === hall.day ? waiting : expired(waiting, at)])
}

export function held(hall: Hall, changes: Changes, event: EventOf<'held'>, { at }: Recorded): void {
  const { counter, until, reason } = event
  const { visit, step } = present(hall, event)
  leave(hall, changes, event, at, visit, [
    { ...core(step), status: 'held', since: at, until, reason, counter },
  ])
}

export function released(hall: Hall, changes: Changes, event: EventOf<'released'>, { at }: Recorded): void {
  const after = withReleased(hall, visitOf(hall, event.visit), event, at)
  if (event.counter === null) putVisit(hall, changes, after)
  else act(hall, changes, { ...event, counter: event.counter }, at, after, {})
}

/** The counter passes to a colleague, with whoever is there. */
function handedOver(hall: Hall, changes: Changes, event: EventOf<'handed-over'>, { at }: Recorded): void {
  const counter = counterOf(hall, event.counter)
  const { current, last: _last, ...rest } = counter
  const last = {
    action: event,
    at,
    number: (current && hall.visits.get(current.visit)?.number) ?? '',
    visitBefore: null,
    moves: 0,
    counterBefore: { ...rest, current, last: null },
    announcement: null,
  }
  changes.set(hall.counters, counter.id, { ...counter, staff: event.staff, last })
}
