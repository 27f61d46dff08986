// The reception's hands: a visit of today by its number, and what staff do for a visitor whose token they don't have.
import { Type } from 'typebox'
import { visitOfNumber } from '../hall/reception/reception.ts'
import type { Visit } from '../hall/visit.ts'
import { ReceptionVisit, receptionVisit } from '../live/reception.ts'
import { SlipState } from '../live/view-parts.ts'
import type { HallDoor } from './ask.ts'
import type { Code } from './codes.ts'
import { meantOfVisit } from './meant.ts'
import { addReceptionSteps } from './reception-steps.ts'
import { onVisit, VisitAnswer } from './reception-visit.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed, IdParams } from './schemas.ts'
import { noSlipHere, slipOf } from './visit-answers.ts'
import { printerOf } from './visits.ts'

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
          'The visit of today with this number, however it is typed, or with the token of its slip’s QR code',
        tags,
        querystring: Type.Object(
          {
            number: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
            token: Type.Optional(
              Type.String({ minLength: 1, maxLength: 64, description: 'Instead of the number' }),
            ),
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
          'Print the slip again where the person who asks prints; it says *copy*',
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
        ...schema('noteNumberAtReception', 'Somebody of the staff saw that the visitor has the number'),
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

  /** Whose slip was scanned; of today alone, as nothing can be done for a visit that is over. */
  function byToken(token = ''): Visit | undefined {
    return context.hall.visits.get(context.hall.tokens.get(token) ?? '')
  }
}
