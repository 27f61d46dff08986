// Publishing the draft of the plan: whom it would affect, and its publication as a whole, now or on a later day.
import { type Static, Type } from 'typebox'
import { closeWithPlan, openAccountsOf } from '../../access/outlived.ts'
import { concernedBy } from '../../drafts/concerned.ts'
import type { Order } from '../../drafts/drafts.ts'
import { isSame } from '../../drafts/merge.ts'
import type { Fate } from '../../hall/command.ts'
import { DayLabel, Id, type Plan } from '../../hall/plan.ts'
import { isDay, nextDay } from '../../time-zone.ts'
import { actorOf, ask } from '../ground/ask.ts'
import { type Language, languageOf } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Null } from '../ground/schemas.ts'
import type { DraftParts } from './draft.ts'
import { whoIsStranded } from './plan.ts'

const tags = ['hall']
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
          'What changes only with the next day: prefixes under which numbers were given today, and the time zone (null: it stays)',
      },
    ),
    accounts: Type.Integer({
      description:
        'Open accounts of those agencies: they are closed, or, where the agency still serves today, useless from tomorrow',
    }),
  },
  closed,
)
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

/** Adds `/api/plan/draft/concerned` and `/api/plan/draft/publish`. */
export function addPublication(app: App, { door, access, drafts }: DraftParts): void {
  const { hall } = door.context

  const concerned = (plan: Plan) => {
    const found = concernedBy(hall, plan, access.devices.list())
    const agencies = new Set(found.agencies)
    return { ...found, accounts: openAccountsOf(access, (agency) => agencies.has(agency)).length }
  }

  app.get(
    '/api/plan/draft/concerned',
    {
      schema: {
        operationId: 'whoIsConcerned',
        summary: 'Who would be affected if the draft went live now',
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
    const { namedFaults } = await import('../../texts/plan-faults.ts')
    const plan = drafts.whole() ?? hall.layout.base
    const faults = namedFaults(plan, language)
    return faults.length > 0 ? { faults } : { plan: plan as Plan }
  }

  app.post(
    '/api/plan/draft/publish',
    {
      schema: {
        operationId: 'publishDraft',
        summary:
          'Publish the draft of the plan; if it concerns people who are waiting, say what happens to them',
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
      // From here to the loop nothing is awaited: what is published is what was checked.
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
      // If there is no draft any more this can only repeat a publication, which the loop recognises by its key.
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

/** Whether it is in this order already. */
function isSameOrder(
  order: Order | null,
  from: string,
  by: string,
  fates: ReadonlyMap<string, Fate>,
): boolean {
  return order !== null && order.from === from && order.by === by && isSame(order.fates, [...fates])
}
