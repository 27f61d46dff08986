// A counter calls whoever is next, a chosen step, or the same number again; or somebody comes to the desk without a
// number.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import { type Reason, said, type Why } from '../event-parts.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { CounterState, Hall } from '../hall.ts'
import { backAt, candidateOf, type Chosen, nextAt, whyChosen, withPassed } from '../next.ts'
import { visitOf } from '../put.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { addAnnouncement } from '../sound/sound.ts'
import {
  type Call,
  type Called,
  core,
  need,
  type Serving,
  settleWait,
  type Step,
  type Visit,
  withSteps,
} from '../visit.ts'
import { printerOfCounter } from '../visit/slip.ts'
import { takeVisit } from '../visit/take.ts'
import { counterHeldBy, counterOf } from './counter.ts'
import { act, type At, present, whileCalled } from './leave.ts'

export const decides = {
  'call-next': callNext,
  call: callChosen,
  serve,
  recall,
} satisfies Partial<Decides>

export const evolves = {
  called,
  seated,
  recalled,
} satisfies Partial<Evolves>

function callNext(hall: Hall, command: CommandOf<'call-next'>, time: Time): Event[] | Refusal {
  const counter = readyToCall(hall, command)
  if ('refused' in counter) return counter
  const next = nextAt(hall, counter.id, time.now)
  if (!next) return []
  const { candidate, why } = next
  return [callOf(command, candidate, withPassed(hall, why, candidate.place, counter.id, time.now))]
}

function callChosen(hall: Hall, command: CommandOf<'call'>, time: Time): Event[] | Refusal {
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

/** A step that can be called; given a reason, also one whose visitor turned up after all. */
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

function readyToCall(hall: Hall, at: At): CounterState | Refusal {
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

function recall(hall: Hall, command: CommandOf<'recall'>): Event[] | Refusal {
  return whileCalled(hall, command, ({ at }) => [
    { type: 'recalled', ...at, announcement: command.announcement },
  ])
}

/** Somebody at the desk without a number takes one like everybody else and is served at once. */
export function serve(hall: Hall, command: CommandOf<'serve'>, time: Time): Event[] | Refusal {
  const counter = readyToCall(hall, command)
  if ('refused' in counter) return counter
  const { visit, token, call, services, missing, priority, comeToMe, language } = command
  const own = hall.layout.counters.get(counter.id)?.services ?? []
  if (!services.some((id) => own.includes(id))) return refuse('not-served-here', services[0])
  const ticket = { visit, token, services, missing, priority, comeToMe, language, printer: null }
  const taken = takeVisit(hall, { type: 'take-visit', ...ticket }, time)
  if (isRefusal(taken)) return taken
  const { steps } = taken[0] as EventOf<'visit-taken'>
  const first = steps.find(({ service, after }) => own.includes(service) && after.length === 0)
  if (!first) return refuse('not-callable', 'blocked')
  const at = { counter: counter.id, visit, step: said(first.step) }
  const seated: Event = { type: 'seated', ...at, call, why: whyServed(hall, counter.id, time.now) }
  // Only a visitor who goes on to another counter needs the paper.
  const printer = steps.length > 1 ? printerOfCounter(hall, counter.id) : null
  return [...taken, seated, ...(printer === null ? [] : [{ type: 'slip-asked', visit, printer } as const])]
}

/** Chosen over the first in line: a new arrival has no credit. */
function whyServed(hall: Hall, counter: string, now: number): Why {
  const next = nextAt(hall, counter, now)
  const over = next && { number: next.candidate.visit.number, credit: next.why.credit }
  return { rule: 'chosen', credit: 0, over }
}

function called(hall: Hall, changes: Changes, event: EventOf<'called'>, { at }: Recorded): void {
  const visit = visitOf(hall, event.visit)
  // A missed one too: the visitor is at the desk after all.
  const waiting = need(visit, event.step, ({ status }) => status === 'waiting' || status === 'missed')
  const { announcement, reason = null } = event
  const step: Called = { ...calledFrom(hall, waiting, { ...event, reason }, at), status: 'called' }
  const { id, counter } = step.call
  const current = { visit: visit.id, step: step.id }
  act(hall, changes, event, at, withSteps(visit, [step]), { current }, announcement)
  addAnnouncement(hall, changes, { id: announcement, call: id, visit, counter, at })
}

/** The step called by the counter for the first time, its wait added up. */
function calledFrom(
  hall: Hall,
  waiting: Step,
  { counter, call: id, ...made }: { readonly counter: string; readonly call: string } & Made,
  at: number,
) {
  const by = { counter, staff: counterOf(hall, counter).staff ?? '' }
  const { announcement, why, reason } = made
  const call: Call = { id, ...by, at, calls: 1, announcement, heard: null, why, reason }
  const { calls, firstCalledAt, ...rest } = core(settleWait(waiting, at))
  return { ...rest, calls: calls + 1, firstCalledAt: firstCalledAt ?? at, calledBy: by, call }
}
type Made = Pick<Call, 'announcement' | 'why' | 'reason'>

function recalled(hall: Hall, changes: Changes, event: EventOf<'recalled'>, { at }: Recorded): void {
  const { visit, step } = present(hall, event)
  const { announcement } = event
  const call: Call = { ...step.call, calls: step.call.calls + 1, announcement, heard: null }
  const again: Step = { ...step, calls: step.calls + 1, call }
  act(hall, changes, event, at, withSteps(visit, [again]), {}, announcement)
  addAnnouncement(hall, changes, { id: announcement, call: call.id, visit, counter: event.counter, at })
}

/** Called without an announcement and served at once. An undo cancels the number that was taken for it. */
function seated(hall: Hall, changes: Changes, event: EventOf<'seated'>, { at }: Recorded): void {
  const visit = visitOf(hall, event.visit)
  const waiting = need(visit, event.step, ({ status }) => status === 'waiting')
  const called = calledFrom(hall, waiting, { ...event, announcement: '', reason: null }, at)
  const step: Serving = { ...called, status: 'serving', startedAt: at }
  const current = { visit: visit.id, step: step.id }
  const never: Visit = {
    ...visit,
    steps: visit.steps.map((one) => ({ ...core(one), status: 'cancelled', endedAt: at })),
  }
  act(hall, changes, event, at, withSteps(visit, [step]), { current }, null, never)
}
