// The plan as a whole: read with its revision, written back only by who has seen that revision.
import { Type } from 'typebox'
import { Id, Plan } from '../hall/plan.ts'
import { actorOf, ask, type HallDoor } from './ask.ts'
import { languageOf } from './language.ts'
import { Until } from './meant.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed } from './schemas.ts'
import { whoIsStranded } from './stranded.ts'

const tags = ['hall']
const MOST_PLAN = 4 * 1024 * 1024
export const PlanAnswer = Type.Object({ plan: Type.Integer({ description: 'seq of the revision' }) }, closed)
/** `hall.plan` of any view: the plan that a change was made from. */
const PlanSeq = Type.String({
  pattern: '^[0-9]{1,15}$',
  description:
    'The plan that this one was made from: `hall.plan` of the view, or the answer of the last change. The same as If-Match; one of them must be there',
})
const Waiting = Type.Enum(['move', 'end'], {
  type: 'string',
  description: 'What becomes of those who wait for what the new plan has no more',
})
const revision = { name: 'ETag', description: 'The revision, to be sent back as If-Match' }
const tagOf = (seq: number) => `"${seq}"`

/** Adds `/api/plan`. */
export function addPlan(app: App, door: HallDoor): void {
  const { hall } = door.context

  app.get(
    '/api/plan',
    {
      schema: {
        operationId: 'getPlan',
        summary: 'The whole plan, as a file would hold it',
        tags,
        response: { 200: Plan },
      },
      config: { answerHeader: revision },
    },
    async (_request, reply) => {
      reply.header('etag', tagOf(hall.planSeq))
      return hall.layout.base
    },
  )

  app.put(
    '/api/plan',
    {
      bodyLimit: MOST_PLAN,
      schema: {
        operationId: 'revisePlan',
        summary: 'Revise the plan; one that contradicts itself is refused with every fault',
        tags,
        querystring: Type.Object(
          { from: Type.Optional(PlanSeq), waiting: Type.Optional(Waiting), to: Type.Optional(Id), ...Until },
          closed,
        ),
        headers: Type.Object({
          'if-match': Type.Optional(
            Type.String({
              pattern: '^"[0-9]{1,15}"$',
              description: 'The ETag of the plan that this one was made from',
            }),
          ),
        }),
        // Looked at by hand: every fault is to be named, not only the first that a schema meets.
        body: Type.Unknown(),
        response: { 200: PlanAnswer },
      },
      config: {
        key: 'honoured',
        body: Plan,
        answerHeader: revision,
        problems: [
          'revision-required',
          'plan-faults',
          'plan-changed',
          'counter-busy',
          'people-waiting',
          'unknown-service',
          'service-closed',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { waiting = null, to = null } = request.query
      const from = revisionOf(request.query.from, request.headers['if-match'])
      if (from === 'contradiction') return refuse(reply, 'bad-request', { members: { property: 'If-Match' } })
      if (from === null) return refuse(reply, 'revision-required')
      if ((waiting === 'move') !== (to !== null))
        return refuse(reply, 'bad-request', { members: { property: 'to' } })
      const language = languageOf(request.headers['accept-language'])
      const { namedFaults } = await import('./plan-faults.ts')
      const faults = namedFaults(request.body, language)
      if (faults.length > 0) return refuse(reply, 'plan-faults', { members: { faults } })
      const command = { type: 'revise-plan', plan: request.body as Plan, from, waiting, to } as const
      const detail = whoIsStranded(door, language)
      return ask(door, request, reply, { command, by: actorOf(request), detail }, (_event, seq) => {
        const plan = seq ?? hall.layoutSeq
        reply.header('etag', tagOf(plan))
        return { plan }
      })
    },
  )
}

/** The revision that the caller has seen; null: they do not say. */
function revisionOf(query: string | undefined, header: string | undefined): number | null | 'contradiction' {
  const named = [query, header?.slice(1, -1)].flatMap((text) => (text === undefined ? [] : [Number(text)]))
  const [one = null, other = one] = named
  return one === other ? one : 'contradiction'
}
