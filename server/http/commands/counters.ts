// Staff at a counter: who is where, and what happens to the number there. One route per command.
import type { FastifyRequest } from 'fastify'
import { type Static, type TObject, type TSchema, Type } from 'typebox'
import { plainUsername } from '../../access/staff.ts'
import type { Note } from '../../batch.ts'
import type { Event } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import { isRefusal } from '../../hall/refusal.ts'
import { stepOf, type Visit } from '../../hall/visit.ts'
import { newId } from '../../ids.ts'
import { CounterView, counterView } from '../../live/counter.ts'
import { Why } from '../../live/view-parts.ts'
import { ask, type HallDoor, refuseAs } from '../ground/ask.ts'
import { type Action, type Scene, actions, calls, endings } from './counter-actions.ts'
import { meantAtCounter } from '../ground/meant.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, IdParams } from '../ground/schemas.ts'

/** Number of the last event in the view, as in the socket's views: tells which of two is newer. */
const Seq = Type.Integer()

/** What every command at a counter answers: the whole counter. */
export const CounterAnswer = Type.Object({ counter: CounterView, seq: Seq }, closed)
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

/** Routes of the counter, each `POST /api/counters/:id/<action>`. */
export function addCounters(app: App, door: HallDoor): void {
  for (const [name, one] of Object.entries({ ...actions, ...endings })) {
    route(app, door, name, one as Action<TObject>, CounterAnswer, (id) => answerAt(door, id))
  }
  for (const [name, one] of Object.entries(calls)) {
    route(app, door, name, one as Action<TObject>, CallAnswer, (id, event) => ({
      call: callOf(door, id, event),
      ...answerAt(door, id),
    }))
  }
}

function route(
  app: App,
  door: HallDoor,
  name: string,
  { summary, body, problems, command }: Action<TObject>,
  answer: TSchema,
  make: (id: string, event: Event | null) => unknown,
): void {
  app.post(
    `/api/counters/:id/${name}`,
    {
      schema: {
        operationId: `${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}Counter`,
        summary,
        tags: ['counters'],
        params: IdParams,
        body: meantAtCounter(body.properties),
        response: { 200: answer },
      },
      config: { key: 'honoured', problems },
    },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const notes: Note[] = []
      const meant = command(sceneOf(door, request, id, notes), request.body)
      if (isRefusal(meant)) return refuseAs(reply, meant)
      const order = { command: meant, notes, by: `staff:${signedIn(request).id}` } as const
      return ask(door, request, reply, order, (event) => make(id, event))
    },
  )
}

function sceneOf({ context }: HallDoor, request: FastifyRequest, counter: string, notes: Note[]): Scene {
  const { id, role } = signedIn(request)
  const note = (text: string | undefined) => {
    if (text === undefined) return null
    const made = { id: newId(), text }
    notes.push(made)
    return made.id
  }
  return {
    counter,
    staff: id,
    isManager: role === 'manager',
    maySteer: role !== 'officer',
    note,
    person: (username) => context.people().find((one) => one.username === plainUsername(username)) ?? null,
    reason(list, words) {
      if (words === undefined) return null
      if (context.hall.layout.plan.reasons[list]?.some((known) => known.id === words)) return { code: words }
      return { note: note(words) as string }
    },
  }
}

/** The counter as it is now; the guard has checked that it exists. */
export function answerAt({ context }: HallDoor, id: string): Static<typeof CounterAnswer> {
  const timed = counterView(context, id)
  if (!timed) throw new Error(`no view of counter ${id}`)
  return { counter: timed.view, seq: context.hall.seq }
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
