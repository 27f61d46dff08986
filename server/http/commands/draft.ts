// The draft of the plan: read, saved unfinished, and dropped.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { type Drafts, markedChanges } from '../../drafts/drafts.ts'
import { Plan } from '../../hall/plan.ts'
import { describeChanges } from '../../texts/plan-changes.ts'
import type { HallDoor } from '../ground/ask.ts'
import { type Language, languageOf } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, instant, Nothing, Null, NumberText } from '../ground/schemas.ts'
import { MOST_PLAN } from './plan.ts'
import { changeFields } from './revisions.ts'

const tags = ['hall']
/** A plan is nested six deep; anything much deeper is not a plan. */
const MOST_DEEP = 20
const From = NumberText('The number of the draft you saw: `from` of the last answer')
const Base = NumberText(
  'If there was no draft, or with `anew`: `base` of the last answer; by default the current plan',
)
const Anew = Type.Literal('true', {
  description:
    'Replaces the draft: what is sent was made from `base`, not from the plan on which the draft was based',
})
const Faults = Type.Array(
  Type.Object({ at: Type.String(), code: Type.String(), detail: Type.String() }, closed),
)
const OrderAnswer = Type.Object(
  {
    from: Type.String({ description: 'The first day on which it applies' }),
    by: Type.Union([Type.String(), Null]),
    refused: Type.Union([Type.String(), Null], {
      description: 'Why it could not be published on that day: a code',
    }),
  },
  closed,
)
const DraftAnswer = Type.Object(
  {
    plan: Type.Unknown({ description: 'The draft; if there is none, the current plan' }),
    from: Type.Integer({ description: 'The number of the draft, to be sent back as ?from=' }),
    base: Type.Integer({ description: 'The current plan, to be sent back as ?base= with the first change' }),
    changedBy: Type.Union([Type.String(), Null], { description: 'Null: there is no draft' }),
    changedAt: Type.Union([Type.String(), Null]),
    faults: Faults,
    order: Type.Union([OrderAnswer, Null]),
  },
  closed,
)
const DraftChanges = Type.Object(
  {
    from: Type.Integer({ description: 'The number of the draft' }),
    words: Type.String({ description: 'All of it, in a sentence' }),
    changes: Type.Array(
      Type.Object(
        {
          ...changeFields,
          by: Type.Union([Type.String(), Null], { description: 'A name; null: not known' }),
          at: Type.Union([Type.String(), Null]),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type DraftAnswer = Static<typeof DraftAnswer>
export type DraftChanges = Static<typeof DraftChanges>

type NamedFaults = Static<typeof Faults>

/** What the draft's routes need. */
export interface DraftParts {
  readonly door: HallDoor
  readonly access: Access
  readonly drafts: Drafts
}

/** Adds `/api/plan/draft`, with what it changes. */
export function addDraft(app: App, { door, access, drafts }: DraftParts): void {
  const { hall } = door.context
  const nameOf = (id: string) => access.staff.byId(id)?.name ?? null

  // Listing the faults of a large draft takes seconds, and every open page keeps asking.
  const named = new Map<string, { readonly number: number; readonly faults: NamedFaults }>()
  function known(language: Language, number: number, find: () => NamedFaults): NamedFaults {
    const last = named.get(language)
    if (last && last.number === number) return last.faults
    const faults = find()
    named.set(language, { number, faults })
    return faults
  }

  async function answer(language: Language) {
    const { namedFaults } = await import('../../texts/plan-faults.ts')
    const { number, draft } = drafts.read()
    return {
      plan: draft ? draft.plan : hall.layout.base,
      from: number,
      base: hall.planSeq,
      changedBy: draft && (nameOf(draft.by) ?? draft.by),
      changedAt: instant(draft && draft.at),
      faults: draft ? known(language, number, () => namedFaults(draft.plan, language)) : [],
      order: draft?.order
        ? { from: draft.order.from, by: nameOf(draft.order.by), refused: draft.order.refused }
        : null,
    }
  }

  app.get(
    '/api/plan/draft',
    {
      schema: {
        operationId: 'getDraft',
        summary: 'The draft of the plan, with its faults in words',
        tags,
        response: { 200: DraftAnswer },
      },
    },
    (request) => answer(languageOf(request.headers['accept-language'])),
  )

  app.get(
    '/api/plan/draft/changes',
    {
      schema: {
        operationId: 'getDraftChanges',
        summary: 'What the draft changes, field by field, and who wrote each field last',
        tags,
        response: { 200: DraftChanges },
      },
    },
    (request) => {
      const { number, draft } = drafts.read()
      const changes = draft ? markedChanges(draft.base, draft.plan, draft.marks) : []
      return {
        from: number,
        words: describeChanges(changes, languageOf(request.headers['accept-language'])),
        changes: changes.map(({ by, at, ...change }) => ({
          ...change,
          by: by === null ? null : (nameOf(by) ?? by),
          at: instant(at),
        })),
      }
    },
  )

  app.put(
    '/api/plan/draft',
    {
      bodyLimit: MOST_PLAN,
      schema: {
        operationId: 'saveDraft',
        summary: 'Save the draft of the plan; it may be incomplete. This cancels an order to publish it',
        tags,
        querystring: Type.Object(
          { from: From, base: Type.Optional(Base), anew: Type.Optional(Anew), ...Until },
          closed,
        ),
        body: Type.Unknown(),
        response: { 200: DraftAnswer },
      },
      config: { body: Plan, problems: ['plan-changed', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { from, base, anew } = request.query
      const { body } = request
      if (typeof body !== 'object' || body === null || Array.isArray(body) || !isShallow(body, MOST_DEEP))
        return refuse(reply, 'bad-request', { members: { property: 'body' } })
      const saved = drafts.save(
        body,
        signedIn(request).id,
        Number(from),
        base === undefined ? null : Number(base),
        anew !== undefined,
      )
      if (!saved) return refuse(reply, 'plan-changed')
      return answer(languageOf(request.headers['accept-language']))
    },
  )

  app.delete(
    '/api/plan/draft',
    {
      schema: {
        operationId: 'dropDraft',
        summary: 'Drop the draft of the plan',
        tags,
        querystring: Type.Object({ from: Type.Optional(From), ...Until }, closed),
        response: { 200: Nothing },
      },
      config: { problems: ['plan-changed', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { from } = request.query
      const dropped = drafts.drop(from === undefined ? drafts.read().number : Number(from))
      return dropped ? {} : refuse(reply, 'plan-changed')
    },
  )
}

/** Whether nothing in it is nested deeper than that. */
function isShallow(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return most > 0 && Object.values(value).every((one) => isShallow(one, most - 1))
}
