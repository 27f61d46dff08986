// Taking a number, and its slip. What the visitor does with the number is in own-visit.ts.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Command } from '../../hall/command.ts'
import type { Event } from '../../hall/event.ts'
import { aheadOf } from '../../hall/next.ts'
import type { SlipFault, Visit } from '../../hall/visit.ts'
import { printerOfKiosk, printerOfStaff } from '../../hall/visit/slip.ts'
import { newId, newVisitToken } from '../../ids.ts'
import { iso } from '../../live/context.ts'
import { SlipState, StepStatus, TextOrNull } from '../../live/view-parts.ts'
import { visitOfToken, slipState } from '../../live/visit.ts'
import { visitUrl } from '../../slip/visit-url.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Id } from '../ground/schemas.ts'

/** Why nobody gets a number. */
export const noNumber = [
  'unknown-service',
  'unknown-requirement',
  'unknown-language',
  'service-closed',
  'quota-reached',
  'closing-soon',
  'day-full',
  'hall-closed',
  'clock-suspect',
] as const

export const TakeVisit = Type.Object(
  {
    services: Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true }),
    missing: Type.Optional(Type.Array(Id, { maxItems: 64, uniqueItems: true })),
    priority: Type.Optional(Type.Boolean()),
    comeToMe: Type.Optional(Type.Boolean()),
    language: Type.Optional(Type.String({ minLength: 2, maxLength: 3 })),
  },
  closed,
)

/**
 * Not `Type.Union`: the serialiser would validate every answer to choose a branch, and compile that for the first
 * one.
 */
const IntegerOrNull = Type.Unsafe<number | null>({ type: ['integer', 'null'] })

export const TakenVisit = Type.Object(
  {
    visit: Type.Object(
      {
        id: Type.String(),
        number: Type.String(),
        token: Type.String(),
        takenAt: Type.String(),
        priority: Type.Boolean(),
        /** The phone page's full address; null if the hall has no public address. */
        url: TextOrNull,
        steps: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              service: Type.String(),
              status: StepStatus,
              ahead: IntegerOrNull,
            },
            closed,
          ),
        ),
      },
      closed,
    ),
    slip: SlipState,
  },
  closed,
)

const SlipOnly = Type.Object({ slip: SlipState }, closed)

/** The command, with ids of its own; `printer` is where the slip should come out. */
function takeVisit(body: Static<typeof TakeVisit>, printer: string | null) {
  const { services, missing, priority, comeToMe, language } = body
  return {
    type: 'take-visit',
    visit: newId(),
    token: newVisitToken(),
    services,
    missing: missing ?? [],
    priority: priority ?? false,
    comeToMe: comeToMe ?? false,
    language: language ?? null,
    printer,
  } as const
}

/** The visit of a ticket as it is now; a repeat after midnight finds yesterday's. */
function visitOfEvent({ context: { hall } }: HallDoor, event: Event | null): Visit {
  const id = event?.type === 'visit-taken' ? event.visit : ''
  const visit = hall.visits.get(id) ?? hall.yesterday?.visits.get(id)
  if (!visit) throw new Error('a ticket was taken and is not there')
  return visit
}

/** The whole answer to a ticket. */
function takenVisit({ context }: HallDoor, visit: Visit): Static<typeof TakenVisit> {
  const { hall } = context
  const now = context.now()
  const today = hall.visits.get(visit.id) === visit
  const { id, number, token, takenAt, priority } = visit
  const steps = visit.steps.map((step, index) => ({
    id: step.id,
    service: step.service,
    status: step.status,
    ahead: today ? aheadOf(hall, visit, index, now) : null,
  }))
  return {
    visit: {
      id,
      number,
      token,
      takenAt: iso(takenAt),
      priority,
      url: visitUrl(context.publicUrl, token),
      steps,
    },
    slip: slipState(visit.slip),
  }
}

/** The state of the slip of a visit. */
export function slipOf({ context }: HallDoor, visit: Visit): Static<typeof SlipOnly> {
  return { slip: slipState((context.hall.visits.get(visit.id) ?? visit).slip) }
}

/**
 * The answer to somebody who wants to print where there is no printer: nothing comes out here, whatever happened to
 * the first slip.
 */
export function noSlipHere(door: HallDoor, visit: Visit): Static<typeof SlipOnly> {
  const { noted } = slipOf(door, visit).slip
  return { slip: { status: 'none', noted, printer: null, why: 'no-such-printer' satisfies SlipFault } }
}

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
        summary: 'Confirm that the visitor has noted the number',
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
