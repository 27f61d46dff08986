// Staff at a counter: who stands where, and what happens to the number there. One route per command.
import type { FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Note } from '../dispatch.ts'
import type { Event } from '../hall/event.ts'
import { newId } from '../ids.ts'
import { counterView } from '../live/counter.ts'
import { CounterView, Why } from '../live/views.ts'
import { ask, type HallDoor } from './ask.ts'
import { type Action, actions, calls, type Scene } from './counter-actions.ts'
import { type App, signedIn } from './request.ts'
import { closed, IdParams } from './schemas.ts'

/** What every command at a counter answers: the whole counter. */
export const CounterAnswer = Type.Object({ counter: CounterView }, closed)
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
  },
  closed,
)

/** Routes of the counter, each `POST /api/counters/:id/<action>`. */
export function addCounters(app: App, door: HallDoor): void {
  for (const [name, one] of Object.entries(actions)) {
    route(app, door, name, one as Action<TSchema>, CounterAnswer, (id) => ({ counter: viewAt(door, id) }))
  }
  for (const [name, one] of Object.entries(calls)) {
    route(app, door, name, one as Action<TSchema>, CallAnswer, (id, event) => ({
      call: callOf(door, event),
      counter: viewAt(door, id),
    }))
  }
}

function route(
  app: App,
  door: HallDoor,
  name: string,
  { summary, body, problems, command }: Action<TSchema>,
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
        body,
        response: { 200: answer },
      },
      config: { key: 'honoured', problems },
    },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const notes: Note[] = []
      const order = { command: command(sceneOf(door, request, id, notes), request.body), notes }
      return ask(door, request, reply, { ...order, by: `staff:${signedIn(request).id}` }, (event) =>
        make(id, event),
      )
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
    reason(list, words) {
      if (words === undefined) return null
      if (context.hall.layout.plan.reasons[list].some((known) => known.id === words)) return { code: words }
      return { note: note(words) as string }
    },
  }
}

/** The counter's view as it is now; the guard saw to it that there is one. */
export function viewAt({ context }: HallDoor, id: string): CounterView {
  const timed = counterView(context, id)
  if (!timed) throw new Error(`no view of counter ${id}`)
  return timed.view
}

function callOf({ context: { hall } }: HallDoor, event: Event | null): Static<typeof CallAnswer>['call'] {
  if (event?.type !== 'called') return null
  const { call: id, visit, step, why } = event
  // Yesterday's call, asked for again: who was carried over midnight has left the other steps there.
  const known = [hall.visits.get(visit), hall.yesterday?.visits.get(visit)].flatMap((one) => one ?? [])
  const called = known.flatMap(({ steps }) => steps).find((one) => one.id === step)
  const [first] = known
  if (!first || !called) throw new Error('a call was made and is not there')
  const calls = 'call' in called && called.call.id === id ? called.call.calls : 1
  return { id, number: first.number, visit, step, service: called.service, calls, why }
}
