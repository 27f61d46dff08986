// The counter over HTTP: a table of its actions, each with its body, its refusals and the command it becomes, and the
// route that each of them gets. One route per command.
import type { FastifyRequest } from 'fastify'
import { type Static, type TObject, type TSchema, Type } from 'typebox'
import { plainUsername } from '../../access/staff.ts'
import type { Note } from '../../batch.ts'
import type { Command } from '../../hall/command.ts'
import type { Event } from '../../hall/event.ts'
import type { Reason } from '../../hall/event-parts.ts'
import { isRefusal, type Refusal, refuse } from '../../hall/refusal.ts'
import { newId } from '../../ids.ts'
import { CounterView, counterView } from '../../live/counter.ts'
import { ask, type HallDoor, refuseAs } from '../ground/ask.ts'
import type { Code } from '../ground/codes.ts'
import { meantAtCounter } from '../ground/meant.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Id, IdParams, Moment, Nothing } from '../ground/schemas.ts'

/** Number of the last event in the view, as in the socket's views, to tell which of two is newer. */
export const Seq = Type.Integer()

/** What every command at a counter answers: the whole counter. */
export const CounterAnswer = Type.Object({ counter: CounterView, seq: Seq }, closed)

/** The id of anything. */
/** Free text: kept erasable, never in the journal. */
export const Words = Type.String({ minLength: 1, maxLength: 500 })
/** Why somebody or something waits, and for how many minutes. */
const WhyAndHowLong = Type.Object(
  {
    reason: Type.Optional(Words),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 * 60 })),
  },
  closed,
)

/** What a command needs besides its body: the counter, who acts, and a place for free text. */
interface Scene {
  readonly counter: string
  readonly staff: string
  readonly isManager: boolean
  readonly maySteer: boolean
  /** A reason as the plan's code, or as a note that is stored separately. */
  reason(list: 'pause' | 'hold' | 'call', words: string | undefined): Reason | null
  /** Stores free text separately and returns its id. */
  note(words: string | undefined): string | null
  /** Who may sign in under a user name, and for which agency; null if nobody may. */
  person(username: string): { readonly id: string; readonly agency: string | null } | null
}

export interface Action<B extends TObject> {
  readonly summary: string
  /** In addition to what every command at a counter may say (meant.ts). */
  readonly body: B
  readonly problems: readonly Code[]
  readonly command: (scene: Scene, body: Static<B>) => Command | Refusal
}

/** Keeps an action's body and command together. */
export function action<B extends TObject>(one: Action<B>): Action<B> {
  return one
}

/** The refusals that any command at a counter can meet, and those of any command about the number there. */
export const there = ['unknown-counter', 'counter-not-open', 'counter-taken', 'storage-unavailable'] as const
const present = [...there, 'nothing-called'] as const

/** Actions that answer with the counter; those that also answer with a call are in counter-calls.ts. */
export const actions = {
  open: action({
    summary: 'Take the counter and open it',
    body: Nothing,
    problems: ['unknown-counter', 'counter-taken', 'already-at-counter', 'storage-unavailable'],
    command: ({ counter, staff, isManager }) => ({
      type: 'open-counter',
      counter,
      staff,
      mayHoldSeveral: isManager,
    }),
  }),
  pause: action({
    summary: 'Pause the counter',
    body: WhyAndHowLong,
    problems: there,
    command: ({ counter, staff, reason }, body) => ({
      type: 'pause-counter',
      counter,
      staff,
      reason: reason('pause', body.reason),
      minutes: body.minutes ?? null,
    }),
  }),
  close: action({
    summary: 'Close the counter',
    body: Nothing,
    problems: ['unknown-counter', 'counter-taken', 'counter-busy', 'storage-unavailable'],
    command: ({ counter, staff, maySteer }) => ({
      type: 'close-counter',
      counter,
      staff,
      mayCloseAny: maySteer,
    }),
  }),
  recall: action({
    summary: 'Recall: announce the number once more',
    body: Nothing,
    problems: [...present, 'already-started'],
    command: ({ counter, staff }) => ({ type: 'recall', counter, staff, announcement: newId() }),
  }),
  start: action({
    summary: 'Start serving the visitor',
    body: Nothing,
    problems: [...present, 'already-started'],
    command: ({ counter, staff }) => ({ type: 'start', counter, staff }),
  }),
  miss: action({
    summary: 'Nobody came: the number is missed, or called once more after the plan’s pause',
    body: Nothing,
    problems: [...present, 'already-started'],
    command: ({ counter, staff }) => ({ type: 'miss', counter, staff }),
  }),
  'put-back': action({
    summary: 'Put the visitor back in the line, with all the credit',
    body: Nothing,
    problems: present,
    command: ({ counter, staff }) => ({ type: 'put-back', counter, staff }),
  }),
  hold: action({
    summary: 'Set the visitor aside, until released or for some minutes',
    body: WhyAndHowLong,
    problems: [...present, 'hall-closed'],
    command: ({ counter, staff, reason }, body) => ({
      type: 'hold',
      counter,
      staff,
      reason: reason('hold', body.reason),
      minutes: body.minutes ?? null,
    }),
  }),
  release: action({
    summary: 'Let a visitor wait again who was on hold or missed, or who turns up before the second call',
    body: Type.Object({ visit: Id }, closed),
    problems: [...there, 'unknown-visit', 'nothing-to-release'],
    command: ({ counter, staff }, { visit }) => ({ type: 'release', counter, staff, visit }),
  }),
  undo: action({
    summary: 'Undo the counter’s last action, within 30 seconds',
    body: Type.Object(
      {
        undo: Type.Optional(
          Type.String({
            ...Moment,
            description:
              'The `until` of the action that was seen; if another action was the last one: `other-call`',
          }),
        ),
      },
      closed,
    ),
    problems: [...there, 'nothing-to-undo', 'not-undoable'],
    command: ({ counter, staff }) => ({ type: 'undo', counter, staff }),
  }),
  finish: action({
    summary:
      'Finish the step. With `incomplete`, `missing` says what was missing, and `comeBack` that the visitor returns with it today',
    body: Type.Object(
      {
        outcome: Type.Optional(Type.Enum(['served', 'incomplete'], { type: 'string' })),
        missing: Type.Optional(Type.Array(Id, { maxItems: 64, uniqueItems: true })),
        /** One of the plan's `reasons.finish`, which also sets the outcome. */
        reason: Type.Optional(Id),
        /** What is missing, as free text. */
        words: Type.Optional(Words),
        /** What the visitor was told. */
        told: Type.Optional(Words),
        /** The visitor fetches what is missing and returns today, with all credit kept. */
        comeBack: Type.Optional(Type.Boolean()),
        /** Documents that were handed over, with `served`; absent: not noted. */
        documents: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
      },
      closed,
    ),
    problems: [
      ...present,
      'not-started',
      'unknown-requirement',
      'unknown-reason',
      'reason-contradicts',
      'missing-without-incomplete',
      'come-back-without-incomplete',
      'documents-without-served',
      'hall-closed',
      'too-many-steps',
    ],
    command: ({ counter, staff, note }, { outcome, missing, reason, words, told, comeBack, documents }) => ({
      type: 'finish',
      counter,
      staff,
      outcome: outcome ?? null,
      missing: missing ?? [],
      reason: reason ?? null,
      words: note(words),
      told: note(told),
      comeBack: comeBack ?? false,
      documents: documents ?? null,
    }),
  }),
  refer: action({
    summary: 'Send the visitor on to other services, with or without coming back',
    body: Type.Object(
      {
        service: Id,
        comeBack: Type.Optional(Type.Boolean()),
        note: Type.Optional(Words),
        /** Further services, each a step of its own with the same note. */
        also: Type.Optional(Type.Array(Id, { maxItems: 7, uniqueItems: true })),
      },
      closed,
    ),
    problems: [
      ...present,
      'unknown-service',
      'service-closed',
      'hall-closed',
      'same-service',
      'already-waiting',
      'too-many-steps',
    ],
    command: ({ counter, staff, note }, body) => ({
      type: 'refer',
      counter,
      staff,
      service: body.service,
      comeBack: body.comeBack ?? false,
      note: note(body.note),
      also: body.also ?? [],
    }),
  }),
  'hand-over': action({
    summary: 'Pass the counter, with whoever is there, to a colleague',
    body: Type.Object({ username: Id }, closed),
    problems: [...there, 'unknown-staff', 'not-of-agency', 'already-at-counter'],
    command: ({ counter, staff, isManager, person }, { username }) => {
      const colleague = person(username)
      if (!colleague) return refuse('unknown-staff', username)
      const { id: to, agency: toAgency } = colleague
      return { type: 'hand-over', counter, staff, to, toAgency, mayHoldSeveral: isManager }
    },
  }),
} as const

/** Adds these actions, each `POST /api/counters/:id/<action>`. */
export function addCounters(app: App, door: HallDoor): void {
  for (const [name, one] of Object.entries(actions)) {
    addAction(app, door, name, one as Action<TObject>, CounterAnswer, (id) => answerAt(door, id))
  }
}

/** Adds one action; `make` makes its answer once it is done. */
export function addAction(
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
