// What staff do with the number at their counter.
import { UNDO_SECONDS } from './callable.ts'
import type { CommandOf, Time } from './command.ts'
import { counterHeldBy } from './decide-counter.ts'
import type { Event } from './event.ts'
import type { CounterState, Hall } from './hall.ts'
import { type Candidate, candidateOf, nextAt, whyChosen } from './next.ts'
import { refuse, type Refusal } from './refusal.ts'
import { type AtCounter, isEnded, stepAtCounter, type Visit } from './visit.ts'

/** Steps that a visit can have in all: referrals back and forth end here. */
export const MOST_STEPS = 32

type At = { readonly counter: string; readonly staff: string }

/** The counter of a command with the visit and step that stand there. */
interface Present {
  readonly at: { readonly counter: string; readonly visit: string; readonly step: string }
  readonly visit: Visit
  readonly step: AtCounter
}

export function callNext(hall: Hall, command: CommandOf<'call-next'>, time: Time): Event[] | Refusal {
  const counter = readyToCall(hall, command)
  if ('refused' in counter) return counter
  const next = nextAt(hall, counter.id, time.now)
  return next ? [called(command, next.candidate, next.why)] : []
}

export function callChosen(hall: Hall, command: CommandOf<'call'>, time: Time): Event[] | Refusal {
  const counter = readyToCall(hall, command)
  if ('refused' in counter) return counter
  const visit = hall.visits.get(command.visit)
  if (!visit) return refuse('unknown-visit', command.visit)
  const chosen = candidateOf(hall, visit, counter.id, time.now)
  if (!chosen || chosen.because !== null) return refuse('not-callable', chosen?.because ?? undefined)
  return [called(command, chosen, whyChosen(hall, chosen, counter.id, time.now))]
}

function readyToCall(hall: Hall, at: At): CounterState | Refusal {
  const counter = counterHeldBy(hall, at.counter, at.staff)
  if ('refused' in counter) return counter
  if (counter.state !== 'open') return refuse('counter-not-open', counter.id)
  return counter.current ? refuse('counter-busy', counter.id) : counter
}

function called(
  { counter, call, announcement }: CommandOf<'call-next'> | CommandOf<'call'>,
  { visit, step }: Candidate,
  why: Extract<Event, { type: 'called' }>['why'],
): Event {
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

export function miss(hall: Hall, command: CommandOf<'miss'>): Event[] | Refusal {
  return whileCalled(hall, command, ({ at }) => [{ type: 'missed', ...at }])
}

export function putBack(hall: Hall, command: CommandOf<'put-back'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  return 'refused' in present ? present : [{ type: 'put-back', ...present.at }]
}

export function finish(hall: Hall, command: CommandOf<'finish'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  if (present.step.status !== 'serving') return refuse('not-started')
  const { missing } = command
  const outcome = command.outcome ?? (missing.length > 0 ? 'incomplete' : 'served')
  if (outcome === 'served' && missing.length > 0) return refuse('missing-without-incomplete')
  const known = hall.layout.requirements.get(present.step.service)
  const unknown = missing.find((id) => !known?.has(id))
  if (unknown !== undefined) return refuse('unknown-requirement', unknown)
  return [{ type: 'finished', ...present.at, outcome, missing: [...missing] }]
}

export function hold(hall: Hall, command: CommandOf<'hold'>, time: Time): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  if (isOfEarlierDay(hall, present.visit)) return refuse('hall-closed')
  const until = command.minutes === null ? null : time.now + command.minutes * 60_000
  return [{ type: 'held', ...present.at, reason: command.reason, until }]
}

/** A held or missed step of the visit that this counter serves waits again; a hold's before a miss's. */
export function release(hall: Hall, command: CommandOf<'release'>): Event[] | Refusal {
  const counter = counterHeldBy(hall, command.counter, command.staff)
  if ('refused' in counter) return counter
  const visit = hall.visits.get(command.visit)
  if (!visit) return refuse('unknown-visit', command.visit)
  const services = hall.layout.counters.get(counter.id)?.services ?? []
  const mine = visit.steps.filter((step) => services.includes(step.service))
  const step = mine.find(({ status }) => status === 'held') ?? mine.find(({ status }) => status === 'missed')
  if (!step) return refuse('nothing-to-release')
  return [{ type: 'released', counter: counter.id, visit: visit.id, step: step.id }]
}

export function refer(hall: Hall, command: CommandOf<'refer'>): Event[] | Refusal {
  const present = presentAt(hall, command)
  if ('refused' in present) return present
  const { service, comeBack, note } = command
  const { visit, step } = present
  if (isOfEarlierDay(hall, visit)) return refuse('hall-closed')
  const phase = hall.layout.services.get(service)?.phase.status
  if (phase === undefined) return refuse('unknown-service', service)
  if (phase !== 'open' && phase !== 'trial') return refuse('service-closed', service)
  if (service === step.service) return refuse('same-service', service)
  if (visit.steps.some((other) => other.service === service && !isEnded(other))) {
    return refuse('already-waiting', service)
  }
  if (visit.steps.length + (comeBack ? 2 : 1) > MOST_STEPS) return refuse('too-many-steps')
  return [{ type: 'referred', ...present.at, service, comeBack, note }]
}

export function undo(hall: Hall, command: CommandOf<'undo'>, time: Time): Event[] | Refusal {
  const counter = counterHeldBy(hall, command.counter, command.staff)
  if ('refused' in counter) return counter
  const { last } = counter
  if (!last || time.now - last.at > UNDO_SECONDS * 1000) return refuse('nothing-to-undo')
  const visit = hall.visits.get(last.visitBefore.id)
  if (!visit || visit.moves !== last.moves) return refuse('not-undoable', last.number)
  return [{ type: 'undone', counter: counter.id }]
}

/** Being served since before midnight: it may finish, but waits for nothing any more. */
function isOfEarlierDay(hall: Hall, visit: Visit): boolean {
  return visit.day !== hall.day
}

function whileCalled(hall: Hall, at: At, then: (present: Present) => Event[]): Event[] | Refusal {
  const present = presentAt(hall, at)
  if ('refused' in present) return present
  return present.step.status === 'called' ? then(present) : refuse('already-started')
}

function presentAt(hall: Hall, { counter: id, staff }: At): Present | Refusal {
  const counter = counterHeldBy(hall, id, staff)
  if ('refused' in counter) return counter
  if (!counter.current) return refuse('nothing-called', id)
  const visit = hall.visits.get(counter.current.visit)
  const step = visit && stepAtCounter(visit)
  if (!visit || !step) throw new Error(`counter ${id} holds a visit that is not there`)
  return { at: { counter: id, ...counter.current }, visit, step }
}
