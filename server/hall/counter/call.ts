// What staff do with the number at their counter.
import type { CommandOf, Time } from '../command.ts'
import { counterHeldBy } from './counter.ts'
import type { Event, EventOf, Reason, Why } from '../event.ts'
import type { CounterState, Hall } from '../hall.ts'
import { backAt, candidateOf, type Chosen, nextAt, whyChosen } from '../next.ts'
import { withPassed } from '../passed.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { type AtCounter, awaitsSecondCall, stepAtCounter, type Visit } from '../visit.ts'

export type At = { readonly counter: string; readonly staff: string }

/** The counter of a command with the visit and step that stand there. */
export interface Present {
  readonly at: { readonly counter: string; readonly visit: string; readonly step: string }
  readonly visit: Visit
  readonly step: AtCounter
}

export function callNext(hall: Hall, command: CommandOf<'call-next'>, time: Time): Event[] | Refusal {
  const counter = readyToCall(hall, command)
  if ('refused' in counter) return counter
  const next = nextAt(hall, counter.id, time.now)
  if (!next) return []
  const { candidate, why } = next
  return [callOf(command, candidate, withPassed(hall, why, candidate.place, counter.id, time.now))]
}

export function callChosen(hall: Hall, command: CommandOf<'call'>, time: Time): Event[] | Refusal {
  const counter = readyToCall(hall, command)
  if ('refused' in counter) return counter
  const visit = hall.visits.get(command.visit)
  if (!visit) return refuse('unknown-visit', command.visit)
  const chosen = chosenFrom(hall, visit, counter.id, command.reason, time.now)
  if ('refused' in chosen) return chosen
  const why = whyChosen(hall, chosen, counter.id, time.now)
  const event = callOf(command, chosen, withPassed(hall, why, chosen.place, counter.id, time.now))
  return [command.reason === null ? event : { ...event, reason: command.reason }]
}

/** A step that can be called; with a reason also one whose visitor stands here after all. */
function chosenFrom(
  hall: Hall,
  visit: Visit,
  counter: string,
  reason: Reason | null,
  now: number,
): Chosen | Refusal {
  const waits = candidateOf(hall, visit, counter, now)
  if (waits?.because === null) return waits
  const back = backAt(hall, visit, counter, now)
  if (back && reason !== null) return back
  return refuse('not-callable', back ? 'reason' : (waits?.because ?? undefined))
}

export function readyToCall(hall: Hall, at: At): CounterState | Refusal {
  const counter = counterHeldBy(hall, at.counter, at.staff)
  if ('refused' in counter) return counter
  if (counter.state !== 'open') return refuse('counter-not-open', counter.id)
  return counter.current ? refuse('counter-busy', counter.id) : counter
}

function callOf(
  { counter, call, announcement }: CommandOf<'call-next'> | CommandOf<'call'>,
  { visit, step }: Chosen,
  why: Why,
): EventOf<'called'> {
  return { type: 'called', counter, visit: visit.id, step: step.id, call, announcement, why }
}

export function recall(hall: Hall, command: CommandOf<'recall'>): Event[] | Refusal {
  return whileCalled(hall, command, ({ at }) => [
    { type: 'recalled', ...at, announcement: command.announcement },
  ])
}

export function start(hall: Hall, command: CommandOf<'start'>): Event[] | Refusal {
  return whileCalled(hall, command, ({ at }) => [{ type: 'started', ...at }])
}

export function putBack(hall: Hall, command: CommandOf<'put-back'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  return 'refused' in present ? present : [{ type: 'put-back', ...present.at }]
}

export function hold(hall: Hall, command: CommandOf<'hold'>, time: Time): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  if (isOfEarlierDay(hall, present.visit)) return refuse('hall-closed', EARLIER_DAY)
  const until = command.minutes === null ? null : time.now + command.minutes * 60_000
  return [{ type: 'held', ...present.at, reason: command.reason, until }]
}

/**
 * A held or missed step of the visit that this counter serves waits again, a hold's before a miss's; who turns up in
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
  return [{ type: 'released', counter: counter.id, visit: visit.id, step: step.id }]
}

/** What a `hall-closed` is about that has nothing to do with hours. */
export const EARLIER_DAY = 'earlier-day'

/** Being served since before midnight: it may finish, but waits for nothing any more. */
export function isOfEarlierDay(hall: Hall, visit: Visit): boolean {
  return visit.day !== hall.day
}

export function whileCalled(hall: Hall, at: At, then: (present: Present) => Event[]): Event[] | Refusal {
  const present = presentAt(hall, at)
  if ('refused' in present) return present
  return present.step.status === 'called' ? then(present) : refuse('already-started')
}

export function presentAt(hall: Hall, { counter: id, staff }: At): Present | Refusal {
  const counter = counterHeldBy(hall, id, staff)
  if ('refused' in counter) return counter
  if (!counter.current) return refuse('nothing-called', id)
  const visit = hall.visits.get(counter.current.visit)
  const step = visit && stepAtCounter(visit)
  if (!visit || !step) throw new Error(`counter ${id} holds a visit that is not there`)
  return { at: { counter: id, ...counter.current }, visit, step }
}
