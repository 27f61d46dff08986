// The draft of the plan: read, saved unfinished, dropped, and published as a whole, now or on a later day.
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { closeWithPlan, openAccountsOf } from '../../access/outlived.ts'
import { concernedBy } from '../../drafts/concerned.ts'
import type { Drafts, Order } from '../../drafts/drafts.ts'
import { markedChanges } from '../../drafts/marks.ts'
import { isSame } from '../../drafts/merge.ts'
import type { Fate } from '../../hall/command.ts'
import { DayLabel, Id, Plan } from '../../hall/plan.ts'
import { describeChanges } from '../../texts/plan-changes.ts'
import { isDay, nextDay } from '../../time-zone.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { type Language, languageOf } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, instant, Nothing, Null, NumberText } from '../ground/schemas.ts'
import { MOST_PLAN } from './plan.ts'
import { changeFields } from './revisions.ts'
import { whoIsStranded } from './stranded.ts'

const tags = ['hall']
/** A plan is nested six deep; anything much deeper is not a plan. */
const MOST_DEEP = 20
const From = NumberText('The number of the draft you saw: `from` of the last answer')
const Base = NumberText(
  'If there was no draft, or with `anew`: `base` of the last answer. By default the current plan',
)
const Anew = Type.Literal('true', {
  description:
    'Replaces the draft: what is sent was made from `base`, not from the plan that the draft started from',
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
    plan: Type.Unknown({ description: 'The draft as it stands; without one the current plan' }),
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
    words: Type.String({ description: 'All of it in a sentence' }),
    changes: Type.Array(
      Type.Object(
        {
          ...changeFields,
          by: Type.Union([Type.String(), Null], { description: 'A name; null: nobody noted it' }),
          at: Type.Union([Type.String(), Null]),
        },
        closed,
      ),
    ),
  },
  closed,
)
const Count = Type.Integer()
const ConcernedAnswer = Type.Object(
  {
    services: Type.Array(
      Type.Object(
        {
          service: Type.String(),
          waiting: Count,
          blocked: Count,
          held: Count,
          missed: Count,
          called: Count,
          serving: Count,
          carried: Count,
        },
        closed,
      ),
    ),
    counters: Type.Array(
      Type.Object(
        { counter: Type.String(), open: Type.Boolean(), number: Type.Union([Type.String(), Null]) },
        closed,
      ),
    ),
    devices: Type.Array(Type.String()),
    agencies: Type.Array(Type.String()),
    tomorrow: Type.Object(
      {
        prefixes: Type.Array(
          Type.Object({ service: Type.String(), from: Type.String(), to: Type.String() }, closed),
        ),
        timeZone: Type.Union([Type.String(), Null]),
      },
      {
        ...closed,
        description:
          'What begins with the next day: prefixes, once a number was given under one of them today, and the time zone (null: it stays)',
      },
    ),
    accounts: Type.Integer({
      description:
        'Open accounts of those agencies: closed, or, where the agency still serves today, of no use from tomorrow',
    }),
  },
  closed,
)
export type DraftAnswer = Static<typeof DraftAnswer>
export type DraftChanges = Static<typeof DraftChanges>
export type ConcernedAnswer = Static<typeof ConcernedAnswer>

const FateSaid = Type.Union([Type.Literal('served'), Type.Literal('ended'), Type.Object({ to: Id }, closed)])
const PublishBody = Type.Object(
  {
    when: Type.Optional(
      Type.Union([Type.Literal('now'), Type.Literal('next-opening'), DayLabel], {
        description: 'At once by default; `next-opening`: from tomorrow on',
      }),
    ),
    waiting: Type.Optional(
      Type.Record(Id, FateSaid, {
        description:
          'What happens to people waiting for a service that no counter would serve: served until the day ends, ended, or moved',
        maxProperties: 1000,
      }),
    ),
    from: Type.Optional(Type.Integer({ minimum: 0, description: 'The number of the draft you saw' })),
    ...Until,
  },
  closed,
)
const Published = Type.Object(
  {
    revision: Type.Union([Type.Integer(), Null], { description: 'Null: it is waiting for its day' }),
    from: Type.Optional(Type.String({ description: 'That day' })),
    concerned: ConcernedAnswer,
  },
  closed,
)

type NamedFaults = Static<typeof Faults>

/** What the draft's routes need. */
interface Parts {
  readonly door: HallDoor
  readonly access: Access
  readonly drafts: Drafts
}

/** Adds `/api/plan/draft` and its publication. */
export function addDraft(app: App, { door, access, drafts }: Parts): void {
  const { hall } = door.context
  const nameOf = (id: string) => access.staff.byId(id)?.name ?? null

  const concerned = (plan: Plan) => {
    const found = concernedBy(hall, plan, access.devices.list())
    const agencies = new Set(found.agencies)
    return { ...found, accounts: openAccountsOf(access, (agency) => agencies.has(agency)).length }
  }

  // Naming the faults of a large draft takes seconds, and every open page asks again and again.
  const named = new Map<string, { readonly number: number; readonly faults: NamedFaults }>()
  function known(language: Language, number: number, find: () => NamedFaults): NamedFaults {
    const last = named.get(language)
    if (last && last.number === number) return last.faults
    const faults = find()
    named.set(language, { number, faults })
    return faults
  }

  async function answer(language: Language) {
    const { namedFaults } = await import('./plan-faults.ts')
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
        summary: 'What the draft changes, field by field, with who wrote each last',
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

  app.get(
    '/api/plan/draft/concerned',
    {
      schema: {
        operationId: 'whoIsConcerned',
        summary: 'Whom the draft would affect if it went live now',
        tags,
        response: { 200: ConcernedAnswer },
      },
      config: { problems: ['plan-faults'] },
    },
    async (request, reply) => {
      const plan = await wholePlan(languageOf(request.headers['accept-language']))
      return 'faults' in plan ? refuse(reply, 'plan-faults', { members: plan }) : concerned(plan.plan)
    },
  )

  /** What would go live, or its faults. */
  async function wholePlan(language: Language) {
    const { namedFaults } = await import('./plan-faults.ts')
    const plan = drafts.whole() ?? hall.layout.base
    const faults = namedFaults(plan, language)
    return faults.length > 0 ? { faults } : { plan: plan as Plan }
  }

  app.post(
    '/api/plan/draft/publish',
    {
      schema: {
        operationId: 'publishDraft',
        summary: 'Publish the draft of the plan, once you have said what happens to people who are waiting',
        tags,
        body: PublishBody,
        response: { 200: Published },
      },
      config: {
        key: 'honoured',
        problems: [
          'plan-faults',
          'plan-changed',
          'counter-busy',
          'people-waiting',
          'unknown-service',
          'service-closed',
          'until-past',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { when = 'now', waiting = {}, from } = request.body
      const language = languageOf(request.headers['accept-language'])
      const whole = await wholePlan(language)
      // Nothing is awaited from here to the loop: what is published is what was checked.
      const { number, draft } = drafts.read()
      const isSeen = draft !== null && (from === undefined || from === number)
      if ('faults' in whole) return refuse(reply, 'plan-faults', { members: whole })
      const { plan } = whole
      const fates = new Map<string, Fate>(Object.entries(waiting))
      const touched = concerned(plan)
      const by = signedIn(request)
      if (when !== 'now') {
        const day = when === 'next-opening' ? nextDay(hall.day) : when
        if (!draft) return refuse(reply, 'plan-changed')
        const isRepeat = from === number - 1 && isSameOrder(draft.order, day, by.id, fates)
        if (isRepeat) return { revision: null, from: day, concerned: touched }
        if (!isSeen) return refuse(reply, 'plan-changed')
        if (!isDay(day)) return refuse(reply, 'bad-request', { members: { property: 'when' } })
        if (day <= hall.day) return refuse(reply, 'until-past')
        drafts.order(day, by.id, fates)
        return { revision: null, from: day, concerned: touched }
      }
      // Without the draft that they saw this can only repeat a publication, which the loop recognises by its key.
      const seen = isSeen ? hall.layoutSeq : -1
      const before = hall.seq
      const command = { type: 'revise-plan', plan, from: seen, fates } as const
      const order = { command, by: actorOf(request), detail: whoIsStranded(door, language) }
      return ask(door, request, reply, order, (_event, seq) => {
        const revision = seq ?? hall.planSeq
        // A repeat says nothing about the draft that was begun since.
        if (revision > before) drafts.published(number)
        closeWithPlan(access, by, new Set(touched.agencies), revision)
        return { revision, concerned: touched }
      })
    },
  )
}

/** Whether this is the order already. */
function isSameOrder(
  order: Order | null,
  from: string,
  by: string,
  fates: ReadonlyMap<string, Fate>,
): boolean {
  return order !== null && order.from === from && order.by === by && isSame(order.fates, [...fates])
}

/** Whether nothing in it is nested deeper than that. */
function isShallow(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return most > 0 && Object.values(value).every((one) => isShallow(one, most - 1))
}
