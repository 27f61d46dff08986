// What the holder of a visit's token can do, without any cookie: follow it, give it back, be late, confirm that they
// hold the number. The visit's own page on a phone needs no other routes.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Command } from '../../hall/command.ts'
import { VisitPlan, VisitView, visitOfToken, visitPlan, visitView } from '../../live/visit.ts'
import { ask, type HallDoor } from '../ground/ask.ts'
import { meantOfVisit } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Id, Null } from '../ground/schemas.ts'

const Token = Type.Object({ token: Type.String() }, closed)
type Asked = FastifyRequest<{ Params: Static<typeof Token> }>

const tags = ['visits']

/** Adds `GET /api/visits/:token`, `…/plan`, and the commands of its holder. Any other token answers 404. */
export function addOwnVisit(app: App, door: HallDoor): void {
  const { context } = door

  app.get(
    '/api/visits/:token',
    {
      schema: {
        operationId: 'getVisit',
        summary: 'The state of a visit',
        tags,
        params: Token,
        response: { 200: VisitView },
      },
      config: { problems: ['unknown-visit'] },
    },
    async (request, reply) => viewOf(door, request, reply),
  )

  app.get(
    '/api/visits/:token/plan',
    {
      schema: {
        operationId: 'getVisitPlan',
        summary: 'What the plan says about the services of a visit: names, places, papers',
        tags,
        params: Token,
        response: { 200: VisitPlan },
      },
      config: { problems: ['unknown-visit'] },
    },
    async (request, reply) => {
      const visit = visitOfToken(context, request.params.token)
      return visit ? visitPlan(context.hall, visit) : refuse(reply, 'unknown-visit')
    },
  )

  app.post(
    '/api/visits/:token/cancel',
    {
      schema: {
        operationId: 'cancelVisit',
        summary: 'Give the number back: all steps that have not ended are cancelled',
        tags,
        params: Token,
        body: meantOfVisit({}),
        response: { 200: VisitView },
      },
      config: { key: 'honoured', problems: ['unknown-visit', 'being-served', 'storage-unavailable'] },
    },
    async (request, reply) => onVisit(door, request, reply, (visit) => ({ type: 'cancel-visit', visit })),
  )

  app.post(
    '/api/visits/:token/late',
    {
      schema: {
        operationId: 'delayVisit',
        summary:
          'Say that the visitor is late: waiting and missed steps can be called again after the plan’s `lateSeconds`',
        tags,
        params: Token,
        body: meantOfVisit({}),
        response: { 200: VisitView },
      },
      config: {
        key: 'honoured',
        problems: ['unknown-visit', 'being-called', 'being-served', 'not-waiting', 'storage-unavailable'],
      },
    },
    async (request, reply) => {
      // Nothing of yesterday's visit waits, and giving it back would not change that.
      if (isOver(door, request)) return refuse(reply, 'not-waiting')
      return onVisit(door, request, reply, (visit) => ({ type: 'delay-visit', visit }))
    },
  )

  app.post(
    '/api/visits/:token/place',
    {
      schema: {
        operationId: 'choosePlace',
        summary: 'Say where the visitor waits: a place of the plan, or null for the waiting areas',
        tags,
        params: Token,
        body: meantOfVisit({ place: Type.Union([Id, Null]) }),
        response: { 200: VisitView },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-visit',
          'visit-over',
          'unknown-place',
          'place-changed-often',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      if (isOver(door, request)) return refuse(reply, 'visit-over')
      const { place } = request.body
      return onVisit(door, request, reply, (visit) => ({ type: 'choose-place', visit, place }))
    },
  )

  app.post(
    '/api/visits/:token/kept',
    {
      schema: {
        operationId: 'keepNumber',
        summary: 'Confirm that the visitor has the number on the phone, whatever became of the slip',
        tags,
        params: Token,
        body: meantOfVisit({}),
        response: { 200: VisitView },
      },
      config: { key: 'honoured', problems: ['unknown-visit', 'storage-unavailable'] },
    },
    async (request, reply) => onVisit(door, request, reply, (visit) => ({ type: 'note-number', visit })),
  )
}

function viewOf({ context }: HallDoor, { params }: Asked, reply: FastifyReply): VisitView | FastifyReply {
  return visitView(context, params.token)?.view ?? refuse(reply, 'unknown-visit')
}

/** Whether the token is of a visit that ended with its day. */
function isOver({ context }: HallDoor, { params }: Asked): boolean {
  const visit = visitOfToken(context, params.token)
  return visit !== undefined && !context.hall.visits.has(visit.id)
}

/** A command of the visit's holder; the answer is the visit afterwards. One that is over stays as it is. */
async function onVisit(
  door: HallDoor,
  request: Asked,
  reply: FastifyReply,
  commandFor: (visit: string) => Command,
): Promise<VisitView | FastifyReply> {
  const visit = visitOfToken(door.context, request.params.token)
  const answer = () => viewOf(door, request, reply)
  if (!visit || isOver(door, request)) return answer()
  return ask(door, request, reply, { command: commandFor(visit.id), by: `visitor:${visit.id}` }, answer)
}
