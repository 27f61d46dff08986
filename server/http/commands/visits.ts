// Taking a number, and its slip. What the visitor does with the number is in own-visit.ts.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Command } from '../../hall/command.ts'
import { printerOfKiosk, printerOfStaff } from '../../hall/visit/slip.ts'
import { visitOfToken } from '../../live/visit.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'
import {
  noNumber,
  noSlipHere,
  slipOf,
  SlipOnly,
  TakenVisit,
  TakeVisit,
  takenVisit,
  takeVisit,
  visitOfEvent,
} from './visit-answers.ts'

const Token = Type.Object({ token: Type.String() }, closed)

const WithQuota = Type.Object({
  ...TakeVisit.properties,
  /** By staff: even if a quota is used up, where the plan lets the reception give a number then. */
  overQuota: Type.Optional(Type.Boolean()),
})

/** A kiosk never asks for a number beyond a quota. */
function taking(door: HallDoor, request: FastifyRequest & { body: Static<typeof WithQuota> }) {
  const { overQuota, ...body } = request.body
  const isByStaff = actorOf(request).startsWith('staff:')
  const command = takeVisit(body, printerOf(door, request))
  return overQuota === true && isByStaff ? { ...command, overQuota } : command
}

/** Adds `POST /api/visits` and the routes of its slip. A token opens its own visit; any other answers 404. */
export function addVisits(app: App, door: HallDoor): void {
  app.post(
    '/api/visits',
    {
      schema: {
        operationId: 'takeVisit',
        summary: 'Take a number for one to eight services',
        tags: ['visits'],
        body: meantBody(WithQuota.properties),
        response: { 201: TakenVisit },
      },
      config: {
        key: 'required',
        problems: [...noNumber, 'storage-unavailable'],
      },
    },
    async (request, reply) =>
      ask(
        door,
        request,
        reply,
        {
          command: taking(door, request),
          by: actorOf(request),
          keyRequired: true,
        },
        (event) => {
          reply.code(201)
          return takenVisit(door, visitOfEvent(door, event))
        },
      ),
  )

  app.post(
    '/api/visits/:token/slip',
    {
      schema: {
        operationId: 'printSlip',
        summary: 'Print the slip again; it says *copy*',
        tags: ['visits'],
        params: Token,
        body: meantBody({}),
        response: { 200: SlipOnly },
      },
      config: { key: 'honoured', problems: ['unknown-visit', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const printer = printerOf(door, request)
      const command = (visit: string) => ({ type: 'ask-slip', visit, printer }) as const
      return onSlip(door, request, reply, command, printer === null ? noSlipHere : slipOf)
    },
  )

  app.post(
    '/api/visits/:token/noted',
    {
      schema: {
        operationId: 'noteNumber',
        summary: 'The visitor has noted the number',
        tags: ['visits'],
        params: Token,
        body: meantBody({}),
        response: { 200: SlipOnly },
      },
      config: { key: 'honoured', problems: ['unknown-visit', 'storage-unavailable'] },
    },
    async (request, reply) =>
      onSlip(door, request, reply, (visit) => ({ type: 'note-number', visit }), slipOf),
  )
}

/** The printer for this request; null if the caller has none. Staff first, as with who gives a command. */
export function printerOf(
  { context: { hall } }: HallDoor,
  { who: { staff, kiosk } }: FastifyRequest,
): string | null {
  if (staff) return printerOfStaff(hall, staff.id)
  return kiosk && printerOfKiosk(hall, kiosk.id)
}

/** A command about the slip of the visit that the address names; the answer is the slip's state afterwards. */
async function onSlip(
  door: HallDoor,
  request: FastifyRequest<{ Params: Static<typeof Token> }>,
  reply: FastifyReply,
  commandFor: (visit: string) => Command,
  answer: typeof slipOf,
): Promise<Static<typeof SlipOnly> | FastifyReply> {
  const visit = visitOfToken(door.context, request.params.token)
  if (!visit) return refuse(reply, 'unknown-visit')
  const order = { command: commandFor(visit.id), by: actorOf(request) }
  return ask(door, request, reply, order, () => answer(door, visit))
}
