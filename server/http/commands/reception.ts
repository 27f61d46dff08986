// The reception over HTTP: numbers given and found, and what any member of staff may do there with a visit and its
// steps.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Command } from '../../hall/command.ts'
import { visitOfNumber } from '../../hall/reception/reception.ts'
import type { Visit } from '../../hall/visit.ts'
import { ReceptionVisit, receptionVisit } from '../../live/reception.ts'
import { SlipState } from '../../live/view-parts.ts'
import { type HallDoor, actorOf, ask } from '../ground/ask.ts'
import type { Code } from '../ground/codes.ts'
import { meantOfVisit } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Id, IdParams, Null } from '../ground/schemas.ts'
import { noSlipHere, slipOf, printerOf } from './visits.ts'

export const VisitAnswer = Type.Object({ visit: ReceptionVisit }, closed)
type VisitAnswer = Static<typeof VisitAnswer>
type ByVisit = FastifyRequest<{ Params: { id: string } }>

/** Gives the command; the answer is the visit as it is afterwards, with what `more` adds. */
export async function onVisit<T = VisitAnswer>(
  door: HallDoor,
  request: ByVisit,
  reply: FastifyReply,
  command: Command,
  more: (answer: VisitAnswer) => T,
): Promise<T | FastifyReply> {
  const { context } = door
  const { id } = request.params
  if (!context.hall.visits.has(id)) return refuse(reply, 'unknown-visit')
  return ask<T | FastifyReply>(door, request, reply, { command, by: actorOf(request) }, () => {
    // A repeat of a command from before midnight finds the visit gone.
    const visit = context.hall.visits.get(id)
    return visit ? more({ visit: receptionVisit(context, visit) }) : refuse(reply, 'unknown-visit')
  })
}

const StepParams = Type.Object({ id: Id, step: Id }, closed)

/** Adds `/api/reception/visits/:id/steps…` and `/api/reception/visits/:id/priority`. */
export function addReceptionSteps(app: App, door: HallDoor): void {
  const response = { 200: VisitAnswer }
  const config = (...more: Code[]) =>
    ({ key: 'honoured', problems: ['unknown-visit', ...more, 'storage-unavailable'] }) as const
  const schema = <Id extends string>(operationId: Id, summary: string) =>
    ({ operationId, summary, tags: ['reception'], response }) as const

  app.post(
    '/api/reception/visits/:id/steps',
    {
      schema: {
        ...schema('addStep', 'Add a service to a visit: its step waits with all the credit'),
        params: IdParams,
        body: meantOfVisit({
          service: Id,
          before: Type.Optional(
            Type.Boolean({ description: 'All other waiting steps of the visit come after it' }),
          ),
        }),
      },
      config: config(
        'visit-over',
        'hall-closed',
        'unknown-service',
        'service-closed',
        'already-waiting',
        'too-many-steps',
      ),
    },
    async (request, reply) => {
      const { params, body } = request
      const { service, before = false } = body
      const printer = printerOf(door, request)
      const command = { type: 'add-step', visit: params.id, service, before, printer } as const
      return onVisit(door, request, reply, command, (answer) => answer)
    },
  )

  app.post(
    '/api/reception/visits/:id/steps/:step/cancel',
    {
      schema: {
        ...schema('cancelStep', 'Cancel one step; the others of the visit stay'),
        params: StepParams,
        body: meantOfVisit({}),
      },
      config: config('unknown-step', 'being-served'),
    },
    async (request, reply) => {
      const { id: visit, step } = request.params
      return onVisit(door, request, reply, { type: 'cancel-step', visit, step }, (answer) => answer)
    },
  )

  app.post(
    '/api/reception/visits/:id/steps/:step/release',
    {
      schema: {
        ...schema('releaseStep', 'Let a step that is on hold or was missed wait again: the visitor is back'),
        params: StepParams,
        body: meantOfVisit({}),
      },
      config: config('unknown-step', 'nothing-to-release'),
    },
    async (request, reply) => {
      const { id: visit, step } = request.params
      return onVisit(door, request, reply, { type: 'release-step', visit, step }, (answer) => answer)
    },
  )

  app.post(
    '/api/reception/visits/:id/priority',
    {
      schema: {
        ...schema(
          'setPriority',
          'Give a visit priority or take it away; its credit is as if it had arrived that way',
        ),
        params: IdParams,
        body: meantOfVisit({ priority: Type.Boolean() }),
      },
      config: config('visit-over', 'hall-closed', 'no-priority'),
    },
    async (request, reply) => {
      const { params, body } = request
      const command = { type: 'set-priority', visit: params.id, priority: body.priority } as const
      return onVisit(door, request, reply, command, (answer) => answer)
    },
  )

  app.post(
    '/api/reception/visits/:id/place',
    {
      schema: {
        ...schema(
          'setPlace',
          'Say where the visitor waits: a place of the plan, or null for the waiting areas',
        ),
        params: IdParams,
        body: meantOfVisit({ place: Type.Union([Id, Null]) }),
      },
      config: config('visit-over', 'unknown-place', 'place-changed-often'),
    },
    async (request, reply) => {
      const { params, body } = request
      const command = { type: 'choose-place', visit: params.id, place: body.place } as const
      return onVisit(door, request, reply, command, (answer) => answer)
    },
  )
}

const tags = ['reception']

/** Adds `/api/reception/…`. */
export function addReception(app: App, door: HallDoor): void {
  const { context } = door
  const config = (...more: Code[]) =>
    ({ key: 'honoured', problems: ['unknown-visit', ...more, 'storage-unavailable'] }) as const
  const schema = <Id extends string>(operationId: Id, summary: string) =>
    ({ operationId, summary, tags, params: IdParams, body: meantOfVisit({}) }) as const

  app.get(
    '/api/reception/visits',
    {
      schema: {
        operationId: 'findVisit',
        summary:
          'Find a visit of today by its number, however it is typed, or by the token in its slip’s QR code',
        tags,
        querystring: Type.Object(
          {
            number: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
            token: Type.Optional(Type.String({ ...Id, maxLength: 64, description: 'Instead of the number' })),
          },
          closed,
        ),
        response: { 200: VisitAnswer },
      },
      config: { problems: ['unknown-visit'] },
    },
    async ({ query: { number, token } }, reply) => {
      if ((number === undefined) === (token === undefined))
        return refuse(reply, 'bad-request', { members: { property: 'number' } })
      const visit = number === undefined ? byToken(token) : visitOfNumber(context.hall, number)
      if (!visit) return refuse(reply, 'unknown-visit')
      return { visit: receptionVisit(context, visit) }
    },
  )

  app.post(
    '/api/reception/visits/:id/print',
    {
      schema: {
        ...schema(
          'printSlipAtReception',
          'Print the slip again, on the printer of the person who asks; it says *copy*',
        ),
        response: { 200: Type.Object({ visit: ReceptionVisit, slip: SlipState }, closed) },
      },
      config: config(),
    },
    async (request, reply) => {
      const visit = context.hall.visits.get(request.params.id)
      if (!visit) return refuse(reply, 'unknown-visit')
      const printer = printerOf(door, request)
      const { slip } = printer === null ? noSlipHere(door, visit) : { slip: null }
      return onVisit(door, request, reply, { type: 'ask-slip', visit: visit.id, printer }, (answer) => ({
        ...answer,
        slip: slip ?? slipOf(door, visit).slip,
      }))
    },
  )

  app.post(
    '/api/reception/visits/:id/noted',
    {
      schema: {
        ...schema(
          'noteNumberAtReception',
          'Confirm that the visitor has the number: a member of staff saw it',
        ),
        response: { 200: VisitAnswer },
      },
      config: config(),
    },
    async (request, reply) =>
      onVisit(door, request, reply, { type: 'note-number', visit: request.params.id }, (answer) => answer),
  )

  app.post(
    '/api/reception/visits/:id/cancel',
    {
      schema: {
        ...schema(
          'cancelVisitAtReception',
          'Give a visitor’s number back: all steps that have not ended are cancelled',
        ),
        response: { 200: VisitAnswer },
      },
      config: config('being-served'),
    },
    async (request, reply) =>
      onVisit(door, request, reply, { type: 'cancel-visit', visit: request.params.id }, (answer) => answer),
  )

  addReceptionSteps(app, door)

  /** Whose slip was scanned; only today's, as nothing can be done for a visit that is over. */
  function byToken(token = ''): Visit | undefined {
    return context.hall.visits.get(context.hall.tokens.get(token) ?? '')
  }
}
