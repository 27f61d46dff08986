// What an agency does about its own services: it proposes other texts, requirements, minutes and standards, asks in
// words for the rest, and confirms what was taken from elsewhere. A manager confirms proposals, or not.
import type { FastifyReply } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { mayActFor } from '../../access/who.ts'
import { isSame } from '../../drafts/merge.ts'
import { type Proposal, type Proposals, proposalStates, withChanges } from '../../drafts/proposals.ts'
import { lookUp } from '../../hall/look-up.ts'
import { Agency, Id, type Plan, Service } from '../../hall/plan.ts'
import { HallService, hallService } from '../../live/hall.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody, meantOf } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, IdParams, instant, Null } from '../ground/schemas.ts'

const tags = ['proposals']

const { name, words, requirements, standard, minutes, level } = Service.properties

/** What an agency may change about its own services; the other fields are the hall's. */
const ServiceChanges = Type.Object(
  {
    name: Type.Optional(name),
    words,
    requirements: Type.Optional(requirements),
    standard,
    minutes: Type.Optional(minutes),
    level,
  },
  closed,
)
export type ServiceChanges = Static<typeof ServiceChanges>

/** What it may change about itself. */
const ofAgency = { name: Agency.properties.name }

const Words = Type.String({ minLength: 1, maxLength: 2000 })
const Values = Type.Record(Type.String(), Type.Unknown())
const orNull = Type.Union([Type.String(), Null])

const ProposalAnswer = Type.Object(
  {
    id: Type.String(),
    agency: Type.String(),
    service: Type.Union([Type.String(), Null], { description: 'Null: about the agency itself' }),
    changes: Values,
    before: Type.Record(Type.String(), Type.Unknown(), {
      description:
        'The same fields as they are now, in the draft if there is one; for a decided proposal, as they were',
    }),
    moved: Type.Array(Type.String(), {
      description:
        'Fields that have changed since the proposal was made; confirming merges both, and the proposal wins where both changed the same',
    }),
    gone: Type.Boolean({ description: 'What it is about is no longer there' }),
    wish: orNull,
    by: orNull,
    at: orNull,
    state: Type.Enum([...proposalStates], { type: 'string' }),
    decidedBy: orNull,
    decidedAt: orNull,
    note: orNull,
  },
  closed,
)
export type ProposalAnswer = Static<typeof ProposalAnswer>

const One = Type.Object({ proposal: ProposalAnswer }, closed)
const ServiceAnswer = Type.Object({ service: HallService, plan: Type.Integer() }, closed)

interface Parts {
  readonly door: HallDoor
  readonly access: Access
  readonly proposals: Proposals
}

/** Adds `/api/proposals` and `POST /api/services/:id/right`. */
export function addProposals(app: App, parts: Parts): void {
  addAgencysPart(app, parts)
  addManagersPart(app, parts)
  addRight(app, parts)
}

function told({ access, proposals }: Parts, proposal: Proposal): ProposalAnswer {
  const { base, by, at, decidedBy, decidedAt, ...rest } = proposal
  const name = (id: string | null) => id && (access.staff.byId(id)?.name ?? null)
  const { now, moved, gone } =
    proposal.state === 'open' ? proposals.standing(proposal) : { now: base, moved: [], gone: false }
  return {
    ...rest,
    before: now,
    moved: [...moved],
    gone,
    by: name(by),
    at: instant(at),
    decidedBy: name(decidedBy),
    decidedAt: instant(decidedAt),
  }
}

function addAgencysPart(app: App, parts: Parts): void {
  const { door, proposals } = parts
  const { hall } = door.context

  app.get(
    '/api/proposals',
    {
      schema: {
        operationId: 'getProposals',
        summary:
          'What agencies propose about themselves, newest first; a supervisor sees those of their own agency',
        tags,
        response: { 200: Type.Object({ proposals: Type.Array(ProposalAnswer) }, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    (request) => {
      const { agency } = signedIn(request)
      return { proposals: proposals.list(agency).map((one) => told(parts, one)) }
    },
  )

  app.post(
    '/api/proposals',
    {
      bodyLimit: 256 * 1024,
      schema: {
        operationId: 'propose',
        summary: 'Propose changes to a service or to the agency itself, and ask in words for the rest',
        tags,
        body: meantBody({
          service: Type.Optional(Id),
          agency: Type.Optional(Id),
          changes: Type.Optional(ServiceChanges),
          wish: Type.Optional(Words),
        }),
        response: { 200: One },
      },
      config: {
        problems: [
          'unknown-service',
          'unknown-agency',
          'plan-faults',
          'too-many-proposals',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { service: id, agency: own, changes = {}, wish = null } = request.body
      const bad = (property: string) => refuse(reply, 'bad-request', { members: { property } })
      if ((id === undefined) === (own === undefined)) return bad('service')
      const staff = signedIn(request)
      const agency = own ?? hall.layout.base.services.find((service) => service.id === id)?.agency
      // A supervisor does not learn what others have.
      if (agency === undefined)
        return refuse(reply, staff.agency === null ? 'unknown-service' : 'not-allowed')
      if (!mayActFor(staff, agency)) return refuse(reply, 'not-allowed')
      if (!hall.layout.agencies.has(agency)) return refuse(reply, 'unknown-agency')
      const fields = Object.keys(changes)
      if (fields.length === 0 && wish === null) return bad('changes')
      const foreign = own === undefined ? undefined : fields.find((field) => !lookUp(ofAgency, field))
      if (foreign !== undefined) return bad(`changes.${foreign}`)
      const asked = { agency, service: id ?? null, changes: withFiles(hall.layout.base, id, changes), wish }
      const faults = await faultsWith(hall.layout.base, asked, languageOf(request.headers['accept-language']))
      if (faults.length > 0) return refuse(reply, 'plan-faults', { members: { faults } })
      const made = proposals.make(asked, staff.id)
      return made ? { proposal: told(parts, made) } : refuse(reply, 'too-many-proposals')
    },
  )

  app.post(
    '/api/proposals/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawProposal',
        summary: 'Withdraw a proposal',
        tags,
        params: IdParams,
        body: meantBody({}),
        response: { 200: One },
      },
      config: { problems: ['unknown-proposal', 'proposal-decided', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const staff = signedIn(request)
      const found = proposals.byId(request.params.id)
      if (!found || !mayActFor(staff, found.agency)) return refuse(reply, 'unknown-proposal')
      if (found.state === 'confirmed' || found.state === 'refused') return refuse(reply, 'proposal-decided')
      if (found.state === 'open') proposals.end(found, 'withdrawn', staff.id, null)
      return { proposal: told(parts, proposals.byId(found.id) ?? found) }
    },
  )
}

/** A supervisor who does not mention the files of a standard leaves them as they are. */
function withFiles(plan: Plan, id: string | undefined, changes: ServiceChanges): ServiceChanges {
  const files = plan.services.find((service) => service.id === id)?.standard?.files
  const { standard } = changes
  return standard && !standard.files && files ? { ...changes, standard: { ...standard, files } } : changes
}

/** What would be wrong with today's plan if it were confirmed now. Today's plan itself has no faults. */
async function faultsWith(
  plan: Plan,
  { agency, service, changes }: Pick<Proposal, 'agency' | 'service' | 'changes'>,
  language: 'id' | 'en',
) {
  if (Object.keys(changes).length === 0) return []
  const { namedFaults } = await import('../../texts/plan-faults.ts')
  const change = <T extends { id: string }>(things: readonly T[], id: string | null) =>
    things.map((one) => (one.id === id ? withChanges(one, { changes, base: one }) : one))
  return namedFaults(
    service === null
      ? { ...plan, agencies: change(plan.agencies, agency) }
      : { ...plan, services: change(plan.services, service) },
    language,
  )
}

function addManagersPart(app: App, parts: Parts): void {
  const { proposals } = parts
  const Note = Type.Optional(Type.String({ minLength: 1, maxLength: 1000 }))

  app.post(
    '/api/proposals/:id/confirm',
    {
      schema: {
        operationId: 'confirmProposal',
        summary: 'Confirm a proposal: it goes into the draft of the plan, merged with what has changed since',
        tags,
        params: IdParams,
        body: meantBody({ note: Note }),
        response: {
          200: Type.Object(
            {
              proposal: ProposalAnswer,
              from: Type.Union([Type.Integer(), Null], {
                description: 'The number of the draft that now has it; null: there was nothing to change',
              }),
            },
            closed,
          ),
        },
      },
      config: {
        problems: [
          'unknown-proposal',
          'unknown-service',
          'proposal-decided',
          'plan-changed',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const found = proposals.byId(request.params.id)
      if (!found) return refuse(reply, 'unknown-proposal')
      if (found.state !== 'open') return refuse(reply, 'proposal-decided')
      const done = proposals.confirm(found, signedIn(request).id, request.body.note ?? null)
      if (done === 'gone') return refuse(reply, 'unknown-service', { members: { about: found.service } })
      if (done === 'plan-changed') return refuse(reply, 'plan-changed')
      return { proposal: told(parts, proposals.byId(found.id) ?? found), from: done.from }
    },
  )

  app.post(
    '/api/proposals/:id/refuse',
    {
      schema: {
        operationId: 'refuseProposal',
        summary: 'Refuse a proposal, with the reason',
        tags,
        params: IdParams,
        body: meantBody({ note: Type.String({ minLength: 1, maxLength: 1000 }) }),
        response: { 200: One },
      },
      config: { problems: ['unknown-proposal', 'proposal-decided', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const found = proposals.byId(request.params.id)
      if (!found) return refuse(reply, 'unknown-proposal')
      if (found.state !== 'open') return refuse(reply, 'proposal-decided')
      proposals.end(found, 'refused', signedIn(request).id, request.body.note)
      return { proposal: told(parts, proposals.byId(found.id) ?? found) }
    },
  )
}

function addRight(app: App, { door }: Parts): void {
  const { context } = door
  app.post(
    '/api/services/:id/right',
    {
      schema: {
        operationId: 'sayRight',
        summary: 'Confirm on behalf of the agency that requirements, or the standard, are right',
        tags,
        params: IdParams,
        body: meantBody({
          requirements: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
          standard: Type.Optional(Type.Boolean()),
        }),
        response: { 200: ServiceAnswer },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-service',
          'unknown-requirement',
          'plan-changed',
          'counter-busy',
          'people-waiting',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { requirements, standard = false } = request.body
      const { base } = context.hall.layout
      const service = base.services.find((one) => one.id === id)
      if (!service) return refuse(reply, 'unknown-service', { members: { about: id } })
      const known = new Set(service.requirements.map((one) => one.id))
      const unknown = requirements.find((one) => !known.has(one))
      if (unknown !== undefined) return refuse(reply, 'unknown-requirement', { members: { about: unknown } })
      const said = confirmed(service, new Set(requirements), standard)
      // It was said before: nothing in the plan changes.
      if (isSame(said, service)) {
        const meant = meantOf(request)
        const isLate = 'notAfter' in meant && meant.notAfter !== undefined && meant.notAfter < context.now()
        return isLate ? refuse(reply, 'too-late') : answer(id, reply)
      }
      const plan = { ...base, services: base.services.map((one) => (one === service ? said : one)) }
      const command = { type: 'revise-plan', plan, from: context.hall.layoutSeq, fates: new Map() } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, () => answer(id, reply))
    },
  )

  function answer(id: string, reply: FastifyReply) {
    const now = context.hall.layout.services.get(id)
    return now
      ? { service: hallService(context, now), plan: context.hall.layoutSeq }
      : refuse(reply, 'unknown-service', { members: { about: id } })
  }
}

/** The service without the marks of what was confirmed. */
function confirmed(service: Service, papers: ReadonlySet<string>, standard: boolean): Service {
  const requirements = service.requirements.map((paper) => (papers.has(paper.id) ? unmarked(paper) : paper))
  const own = service.standard
  return { ...service, requirements, ...(standard && own && { standard: unmarked(own) }) }
}

function unmarked<T extends { confirmed?: boolean }>({ confirmed: _confirmed, ...rest }: T) {
  return rest
}
