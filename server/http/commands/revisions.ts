// Earlier plans: who changed what and when, and what was in force then.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { kinds, type PlanChange, planChanges } from '../../drafts/changes.ts'
import { planAt, type PlanRecord, type Revision, revisions } from '../../drafts/revisions.ts'
import { Plan } from '../../hall/plan.ts'
import { describeChanges, sayUnknown } from '../../texts/plan-changes.ts'
import { type Language, languageOf } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Null, NumberText } from '../ground/schemas.ts'

const tags = ['hall']
const PAGE = 20

const RevisionAnswer = {
  revision: Type.Integer(),
  at: Type.String(),
  by: Type.Union([Type.String(), Null], { description: 'A name; null: the hall itself' }),
  words: Type.String({ description: 'What was changed, in a sentence' }),
}
const RevisionLine = Type.Object(RevisionAnswer, closed)
export type RevisionLine = Static<typeof RevisionLine>

/** A change of the plan, as the answers describe it. */
export const changeFields = {
  kind: Type.Enum([...kinds], { type: 'string' }),
  id: Type.Union([Type.String(), Null]),
  what: Type.Enum(['added', 'changed', 'gone'], { type: 'string' }),
  field: Type.Union([Type.String(), Null]),
  before: Type.Unknown(),
  after: Type.Unknown(),
}
const Changes = Type.Array(Type.Object(changeFields, closed))
const Seq = NumberText('The number of a revision')

/** Adds `/api/plan/revisions`. */
export function addRevisions(app: App, record: PlanRecord, access: Access): void {
  const nameOf = (by: string) =>
    by.startsWith('staff:') ? (access.staff.byId(by.slice(6))?.name ?? by.slice(6)) : null
  const line = ({ seq, at, by, plan, changes }: Revision, language: Language) => ({
    revision: seq,
    at: new Date(at).toISOString(),
    by: nameOf(by),
    words: changes ? describeChanges(changes, language) : sayUnknown(plan ? 'changes' : 'plan', language),
  })

  app.get(
    '/api/plan/revisions',
    {
      schema: {
        operationId: 'listRevisions',
        summary: 'The revisions of the plan, the newest first',
        tags,
        querystring: Type.Object({ before: Type.Optional(Seq) }, closed),
        response: {
          200: Type.Object(
            {
              revisions: Type.Array(RevisionLine),
              before: Type.Union([Type.Integer(), Null], {
                description: 'To be sent back for the next page',
              }),
            },
            closed,
          ),
        },
      },
      config: { problems: ['storage-unavailable'] },
    },
    (request) => {
      const language = languageOf(request.headers['accept-language'])
      const found = revisions(record, Number(request.query.before ?? Number.MAX_SAFE_INTEGER), PAGE)
      const last = found.at(-1)
      return {
        revisions: found.map((one) => line(one, language)),
        before: last && found.length === PAGE ? last.seq : null,
      }
    },
  )

  app.get(
    '/api/plan/revisions/:n',
    {
      schema: {
        operationId: 'getRevision',
        summary: 'A revision: its plan, and how it differs from the one before or from another one',
        tags,
        params: Type.Object({ n: Seq }, closed),
        querystring: Type.Object(
          {
            against: Type.Optional(NumberText('Another revision')),
          },
          closed,
        ),
        response: { 200: Type.Object({ ...RevisionAnswer, plan: Plan, changes: Changes }, closed) },
      },
      config: { problems: ['plan-lost', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const [found] = revisions(record, Number(request.params.n) + 1, 1)
      if (!found || found.seq !== Number(request.params.n)) return refuse(reply, 'not-found')
      const { plan } = found
      if (!plan) return refuse(reply, 'plan-lost')
      const { against } = request.query
      const other = against === undefined ? undefined : planAt(record, Number(against))
      if (other === null) return refuse(reply, 'not-found')
      const changes: readonly PlanChange[] | null = other ? planChanges(other, plan) : found.changes
      const language = languageOf(request.headers['accept-language'])
      return {
        ...line({ ...found, changes }, language),
        plan,
        changes: (changes ?? []).map((change) => ({ ...change })),
      }
    },
  )
}
