// The hall itself: what everybody may know of the plan, and what only a manager sets.
import { Type } from 'typebox'
import { Plan } from '../hall/plan.ts'
import { HallAnswer } from '../live/hall-answer.ts'
import { hallAnswer } from '../live/hall.ts'
import { actorOf, ask, type HallDoor } from './ask.ts'
import { languageOf } from './language.ts'
import { meantBody, Until } from './meant.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed, Nothing } from './schemas.ts'

const tags = ['hall']
const MOST_PLAN = 4 * 1024 * 1024
/** `hall.plan` of any view: the plan that a change was made from. */
const PlanSeq = Type.String({
  pattern: '^[0-9]{1,15}$',
  description:
    'the plan that this one was made from: `hall.plan` of the view, or the answer of the last change',
})

/** Adds `/api/hall`, `/api/plan`, `/api/operation` and `/api/clock/confirm`. */
export function addHall(app: App, door: HallDoor): void {
  const { hall } = door.context
  const PlanAnswer = Type.Object({ plan: Type.Integer({ description: 'seq of the revision' }) }, closed)
  const planNow = () => ({ plan: hall.layoutSeq })

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
    '/api/plan',
    {
      schema: {
        operationId: 'getPlan',
        summary: 'The whole plan, as a file would hold it',
        tags,
        response: { 200: Plan },
      },
    },
    async () => hall.layout.base,
  )

  app.put(
    '/api/plan',
    {
      bodyLimit: MOST_PLAN,
      schema: {
        operationId: 'revisePlan',
        summary: 'Revise the plan; one that contradicts itself is refused with every fault',
        tags,
        querystring: Type.Object({ from: Type.Optional(PlanSeq), ...Until }, closed),
        // Looked at by hand: every fault is to be named, not only the first that a schema meets.
        body: Type.Unknown(),
        response: { 200: PlanAnswer },
      },
      config: {
        key: 'honoured',
        problems: ['plan-faults', 'plan-changed', 'counter-busy', 'storage-unavailable'],
      },
    },
    async (request, reply) => {
      const { namedFaults } = await import('./plan-faults.ts')
      const faults = namedFaults(request.body, languageOf(request.headers['accept-language']))
      if (faults.length > 0) return refuse(reply, 'plan-faults', { members: { faults } })
      const { from } = request.query
      const command = {
        type: 'revise-plan',
        plan: request.body as Plan,
        from: from === undefined ? null : Number(from),
      } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, planNow)
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
      return ask(door, request, reply, { command, by: actorOf(request) }, planNow)
    },
  )

  app.post(
    '/api/clock/confirm',
    {
      schema: {
        operationId: 'confirmClock',
        summary: "The system's clock is right although it is behind the last event",
        tags,
        body: meantBody({}),
        response: { 200: Nothing },
      },
      config: { key: 'honoured', problems: ['clock-not-suspect', 'storage-unavailable'] },
    },
    async (request, reply) =>
      ask(door, request, reply, { command: { type: 'confirm-clock' }, by: actorOf(request) }, () => ({})),
  )
}
