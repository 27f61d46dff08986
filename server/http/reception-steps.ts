// What any of the staff may do at the reception to the steps of a visit, and to its class.
import { Type } from 'typebox'
import type { HallDoor } from './ask.ts'
import type { Code } from './codes.ts'
import { meantOfVisit } from './meant.ts'
import { onVisit, VisitAnswer } from './reception-visit.ts'
import type { App } from './request.ts'
import { closed, IdParams } from './schemas.ts'
import { printerOf } from './visits.ts'

const Id = Type.String({ minLength: 1, maxLength: 100 })
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
        ...schema('addStep', 'The visitor needs one more service: it waits with all the credit'),
        params: IdParams,
        body: meantOfVisit({
          service: Type.String({ minLength: 1, maxLength: 64 }),
          before: Type.Optional(
            Type.Boolean({ description: 'Everything of the visit that waits stands after it' }),
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
        ...schema('cancelStep', 'One step is not needed any more: the others of the visit stay'),
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
        ...schema('releaseStep', 'Who is on hold or was missed is back: the step waits again'),
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
        ...schema('setPriority', 'Whether the visit has priority: its credit is as if from the arrival'),
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
}
