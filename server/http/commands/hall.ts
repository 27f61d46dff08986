// The hall itself: what everybody may know of the plan, and what only a manager sets.
import { Type } from 'typebox'
import type { Event } from '../../hall/event.ts'
import { Plan } from '../../hall/plan.ts'
import { HallAnswer, hallAnswer } from '../../live/hall.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { IdParams } from '../ground/schemas.ts'
import { PlanAnswer } from './plan.ts'

const tags = ['hall']

/** Adds `/api/hall`, `/api/agencies/:id/logo` and `/api/operation`. */
export function addHall(app: App, door: HallDoor): void {
  const { hall } = door.context
  const revised = (_event: Event | null, seq: number | null) => ({ plan: seq ?? hall.layoutSeq })

  app.get(
    '/api/hall',
    {
      schema: {
        operationId: 'getHall',
        summary: 'The hall: agencies, services, counters, zones',
        tags,
        response: { 200: HallAnswer },
      },
    },
    async () => hallAnswer(door.context),
  )

  app.get(
    '/api/agencies/:id/logo',
    {
      schema: {
        operationId: 'getAgencyLogo',
        summary:
          'The logo of an agency, a PNG; its agency’s `logo` in `GET /api/hall`, put behind `?`, changes with it',
        tags,
        params: IdParams,
        response: { 200: Type.Unknown({ description: 'The picture' }) },
      },
      config: { problems: ['not-found'] },
    },
    (request, reply) => {
      const logo = hall.layout.agencies.get(request.params.id)?.logo
      if (logo === undefined) return refuse(reply, 'not-found')
      return reply
        .headers({ 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
        .send(Buffer.from(logo, 'base64'))
    },
  )

  app.post(
    '/api/operation',
    {
      schema: {
        operationId: 'setOperation',
        summary: 'Trial operation shows hours; regular operation enforces them',
        tags,
        body: meantBody({ operation: Plan.properties.operation }),
        response: { 200: PlanAnswer },
      },
      config: { key: 'honoured', problems: ['storage-unavailable'] },
    },
    async (request, reply) => {
      const command = { type: 'set-operation', operation: request.body.operation } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, revised)
    },
  )
}
