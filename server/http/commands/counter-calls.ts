// Whom a counter calls, over HTTP: whoever is next, a certain visitor, or somebody who stands there without a number.
// The answer also has the call.
import { type Static, type TObject, Type } from 'typebox'
import type { Event } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { stepOf, type Visit } from '../../hall/visit.ts'
import { newId, newVisitToken } from '../../ids.ts'
import { CounterView } from '../../live/counter.ts'
import { Why } from '../../live/view-parts.ts'
import type { HallDoor } from '../ground/ask.ts'
import type { App } from '../ground/request.ts'
import { closed, Id, Nothing } from '../ground/schemas.ts'
import { type Action, action, addAction, answerAt, Seq, there, Words } from './counters.ts'
import { noNumber, TakeVisit } from './visits.ts'

/** Each also answers with the call, or null if nobody is callable. */
export const calls = {
  'call-next': action({
    summary: 'Call the next visitor',
    body: Nothing,
    problems: [...there, 'counter-busy'],
    command: ({ counter, staff }) => ({
      type: 'call-next',
      counter,
      staff,
      call: newId(),
      announcement: newId(),
    }),
  }),
  call: action({
    summary: 'Call a certain visitor, out of order',
    body: Type.Object({ visit: Id, reason: Type.Optional(Words) }, closed),
    problems: [...there, 'counter-busy', 'unknown-visit', 'not-callable'],
    command: ({ counter, staff, reason }, { visit, reason: words }) => ({
      type: 'call',
      counter,
      staff,
      visit,
      call: newId(),
      announcement: newId(),
      reason: reason('call', words),
    }),
  }),
  serve: action({
    summary: 'Serve a visitor who is at the desk without a number; one is taken',
    body: TakeVisit,
    problems: [...there, 'counter-busy', 'not-served-here', 'not-callable', ...noNumber],
    command: ({ counter, staff }, { services, missing, priority, comeToMe, language }) => ({
      type: 'serve',
      counter,
      staff,
      visit: newId(),
      token: newVisitToken(),
      call: newId(),
      services,
      missing: missing ?? [],
      priority: priority ?? false,
      comeToMe: comeToMe ?? false,
      language: language ?? null,
    }),
  }),
} as const

const CallAnswer = Type.Object(
  {
    call: Type.Union([
      Type.Object(
        {
          id: Type.String(),
          number: Type.String(),
          visit: Type.String(),
          step: Type.String(),
          service: Type.String(),
          calls: Type.Integer(),
          why: Why,
        },
        closed,
      ),
      Type.Null(),
    ]),
    counter: CounterView,
    seq: Seq,
  },
  closed,
)

/** Adds them, each `POST /api/counters/:id/<action>`. */
export function addCalls(app: App, door: HallDoor): void {
  for (const [name, one] of Object.entries(calls)) {
    addAction(app, door, name, one as Action<TObject>, CallAnswer, (id, event) => ({
      call: callOf(door, id, event),
      ...answerAt(door, id),
    }))
  }
}

type CallMade = Static<typeof CallAnswer>['call']

function callOf({ context: { hall } }: HallDoor, counter: string, event: Event | null): CallMade {
  if (event?.type === 'visit-taken') return callOfServed(hall, counter, event.visit)
  if (event?.type !== 'called') return null
  const { call: id, visit, step, why } = event
  const known = knownAs(hall, visit)
  const called = known.flatMap((one) => stepOf(one, step) ?? [])[0]
  const [first] = known
  if (!first || !called) throw new Error('a call was made and is not there')
  const calls = 'call' in called && called.call.id === id ? called.call.calls : 1
  return { id, number: first.number, visit, step, service: called.service, calls, why }
}

/** The visit served without a number; null for a repeat after that was undone. */
function callOfServed(hall: Hall, counter: string, visit: string): CallMade {
  const [first] = knownAs(hall, visit)
  const step = first?.steps.find((one) => 'call' in one && one.call.counter === counter)
  if (!first || !step || !('call' in step)) return null
  const { id, calls, why } = step.call
  return { id, number: first.number, visit, step: step.id, service: step.service, calls, why }
}

/** A visit of today or yesterday: one that was carried over midnight left its other steps in yesterday. */
function knownAs(hall: Hall, visit: string): Visit[] {
  return [hall.visits.get(visit), hall.yesterday?.visits.get(visit)].flatMap((one) => one ?? [])
}
