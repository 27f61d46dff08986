// Calls for help from a counter and messages to it. One route per command.
import { type Static, Type } from 'typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { mayActFor } from '../../access/who.ts'
import type { Note } from '../../batch.ts'
import type { Command } from '../../hall/command.ts'
import { newId } from '../../ids.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { answerAt, CounterAnswer } from './counters.ts'
import { meantAtCounter } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Id, IdParams, Nothing, Written } from '../ground/schemas.ts'

/** Text for people to read: at least one visible word. */
const Message = Written(500)
const MessageParams = Type.Object({ ...IdParams.properties, message: Id }, closed)

/** Adds `/api/counters/:id/help`, `/help/answer`, `/messages` and `/messages/:message/read`. */
export function addCounterHelp(app: App, door: HallDoor): void {
  const { context } = door
  const tags = ['counters']
  const response = { 200: CounterAnswer }
  const held = ['unknown-counter', 'counter-not-open', 'counter-taken', 'storage-unavailable'] as const

  app.post(
    '/api/counters/:id/help',
    {
      schema: {
        operationId: 'askHelp',
        summary: 'Call the supervisor for help; with `alarm` silently, and the reception as well',
        tags,
        params: IdParams,
        body: meantAtCounter({ alarm: Type.Optional(Type.Boolean()) }),
        response,
      },
      config: { key: 'honoured', problems: held },
    },
    async (request, reply) => {
      const alarm = request.body.alarm ?? false
      return tell(request, reply, { type: 'ask-help', ...here(request), alarm })
    },
  )

  app.post(
    '/api/counters/:id/help/answer',
    {
      schema: {
        operationId: 'answerHelp',
        summary: 'Say that help is coming; any member of staff may answer an alarm',
        tags,
        params: IdParams,
        body: meantAtCounter({}),
        // The person who answers an alarm may be of another agency, and may not see this one's queue.
        response: { 200: Nothing },
      },
      config: { key: 'honoured', problems: ['unknown-counter', 'no-help-asked', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { counter, staff } = here(request)
      const known = context.hall.layout.counters.get(counter)
      if (!known) return refuse(reply, 'unknown-counter', { members: { about: counter } })
      const who = signedIn(request)
      const maySteer = who.role !== 'officer' && mayActFor(who, known.agency)
      const command = { type: 'answer-help', counter, staff, maySteer } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, () => ({}))
    },
  )

  app.post(
    '/api/counters/:id/messages',
    {
      schema: {
        operationId: 'sendMessage',
        summary: 'Send a short message to the person at the counter',
        tags,
        params: IdParams,
        body: meantAtCounter({ text: Message }),
        response,
      },
      config: {
        key: 'honoured',
        problems: ['unknown-counter', 'too-many-messages', 'storage-unavailable'],
      },
    },
    async (request, reply) => {
      const note = { id: newId(), text: request.body.text }
      return tell(request, reply, { type: 'send-message', ...here(request), message: note.id }, [note])
    },
  )

  app.post(
    '/api/counters/:id/messages/:message/read',
    {
      schema: {
        operationId: 'readMessage',
        summary: 'Confirm that the message has been read',
        tags,
        params: MessageParams,
        body: meantAtCounter({}),
        response,
      },
      config: { key: 'honoured', problems: [...held, 'unknown-message'] },
    },
    async (request, reply) => {
      const { message } = request.params
      return tell(request, reply, { type: 'read-message', ...here(request), message })
    },
  )

  function tell(request: ByCounter, reply: FastifyReply, command: Command, notes: readonly Note[] = []) {
    const by = actorOf(request)
    return ask(door, request, reply, { command, by, notes }, () => answerAt(door, request.params.id))
  }
}

type ByCounter = FastifyRequest<{ Params: Static<typeof IdParams> }>

/** The counter that the address names, and who asks. */
function here(request: ByCounter): { counter: string; staff: string } {
  return { counter: request.params.id, staff: signedIn(request).id }
}
