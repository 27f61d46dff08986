// The plan as a whole: read with its revision, written back only by somebody who has seen that revision, and only once
// it says what happens to those it would strand, visitors and staff.
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { closeWithPlan, openAccountsOf, type OfAgency } from '../../access/outlived.ts'
import type { Hall } from '../../hall/hall.ts'
import { Id, Plan } from '../../hall/plan.ts'
import type { Refusal } from '../../hall/refusal.ts'
import { closingText, strandedText } from '../../texts/answers.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { languageOf, type Language } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, NumberText } from '../ground/schemas.ts'

const tags = ['hall']
/** In bytes, of a body that is a plan. */
export const MOST_PLAN = 4 * 1024 * 1024
const PlanSeqAnswer = Type.Integer({ description: 'seq of the revision' })
export const PlanAnswer = Type.Object({ plan: PlanSeqAnswer }, closed)
const Revised = Type.Object(
  {
    plan: PlanSeqAnswer,
    closed: Type.Optional(
      Type.Integer({
        description: 'If that was agreed to: how many accounts were closed with their agency',
      }),
    ),
  },
  closed,
)
/** `hall.plan` of any view: the plan that a change was made from. */
const PlanSeq = NumberText(
  'The plan that this one was made from: `hall.plan` of a view, or `plan` of the last change’s answer. The same as If-Match; one of the two is required',
)
const Waiting = Type.Enum(['move', 'end'], {
  type: 'string',
  description: 'What happens to people waiting for something that is not in the new plan',
})
const Accounts = Type.Enum(['close'], {
  type: 'string',
  description: 'Closes the accounts of agencies that are not in the new plan; a manager may reopen them',
})
const revision = { name: 'ETag', description: 'The revision, to be sent back as If-Match' }
const tagOf = (seq: number) => `"${seq}"`

/** Adds `/api/plan`. */
export function addPlan(app: App, door: HallDoor, access: Access): void {
  const { hall } = door.context

  app.get(
    '/api/plan',
    {
      schema: {
        operationId: 'getPlan',
        summary: 'The whole plan, as it would be in a file',
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
          {
            from: Type.Optional(PlanSeq),
            waiting: Type.Optional(Waiting),
            to: Type.Optional(Id),
            accounts: Type.Optional(Accounts),
            ...Until,
          },
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
        // Checked by hand: every fault is named, not only the first that a schema finds.
        body: Type.Unknown(),
        response: { 200: Revised },
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
          'staff-concerned',
          'unknown-service',
          'service-closed',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { waiting = null, to = null, accounts } = request.query
      const from = revisionOf(request.query.from, request.headers['if-match'])
      if (from === 'contradiction') return refuse(reply, 'bad-request', { members: { property: 'If-Match' } })
      if (from === null) return refuse(reply, 'revision-required')
      if ((waiting === 'move') !== (to !== null))
        return refuse(reply, 'bad-request', { members: { property: 'to' } })
      const language = languageOf(request.headers['accept-language'])
      const { namedFaults } = await import('../../texts/plan-faults.ts')
      const faults = namedFaults(request.body, language)
      if (faults.length > 0) return refuse(reply, 'plan-faults', { members: { faults } })
      const plan = request.body as Plan
      const leaving = leavingAgencies(hall, plan)
      const of = [
        ...new Set(openAccountsOf(access, (agency) => leaving.has(agency)).map(({ agency }) => agency)),
      ]
      const saying = { of, close: accounts === 'close' }
      const command = { type: 'revise-plan', plan, from, waiting, to, accounts: saying } as const
      const stranded = whoIsStranded(door, language)
      const concerned = ({ agencies = [] }: Refusal) =>
        agencies.length === 0 ? [] : openAccountsOf(access, (agency) => agencies.includes(agency))
      const detail = (no: Refusal) => whoIsConcerned(door, language, concerned(no), stranded(no))
      const members = (no: Refusal) => (no.agencies ? { accounts: concernedAccounts(concerned(no)) } : {})
      const order = { command, by: actorOf(request), detail, members }
      return ask(door, request, reply, order, (_event, seq) => {
        const revised = seq ?? hall.layoutSeq
        reply.header('etag', tagOf(revised))
        if (accounts === undefined) return { plan: revised }
        return { plan: revised, closed: closeWithPlan(access, signedIn(request), leaving, revised) }
      })
    },
  )
}

/** The revision that the caller has seen; null if they do not say. */
function revisionOf(query: string | undefined, header: string | undefined): number | null | 'contradiction' {
  const named = [query, header?.slice(1, -1)].flatMap((text) => (text === undefined ? [] : [Number(text)]))
  const [one = null, other = one] = named
  return one === other ? one : 'contradiction'
}

/** The current ones that a plan no longer has. */
function leavingAgencies({ layout }: Hall, plan: Plan): ReadonlySet<string> {
  const stay = new Set(plan.agencies.map(({ id }) => id))
  return new Set([...layout.agencies.keys()].filter((id) => !stay.has(id)))
}

// The sentence for a refusal because people would be stranded: how many wait for which services, and which agencies'
// accounts would close.

/** Makes the sentence for such a refusal; undefined for any other, which has the sentence of its code. */
export function whoIsStranded({ context: { hall } }: HallDoor, language: Language) {
  return ({ people }: Refusal): string | undefined => {
    const { services } = hall.layout
    return (
      people &&
      strandedText(
        people.map(({ service, count }) => ({
          service: services.get(service)?.name[language] ?? service,
          count,
        })),
        language,
      )
    )
  }
}

/** The accounts as a refusal lists them: whose they are, and nothing secret. */
function concernedAccounts(accounts: readonly OfAgency[]) {
  return accounts.map(({ username, name, role, agency }) => ({ username, name, role, agency }))
}

/** The same sentence for a changed plan, which closes `accounts` with their agencies; undefined as above. */
function whoIsConcerned(
  { context: { hall } }: HallDoor,
  language: Language,
  accounts: readonly OfAgency[],
  after: string | undefined,
): string | undefined {
  if (accounts.length === 0) return after
  const counts = new Map<string, number>()
  for (const { agency } of accounts) {
    const name = hall.layout.agencies.get(agency)?.short ?? agency
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return closingText(counts, language, after)
}
