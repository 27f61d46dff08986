// Findings: all staff see and note them; the manager steers. A request is made into fields here, and refused if it
// names something that does not exist.
import { Type } from 'typebox'
import { blankFinding, type FindingFields, fieldSources } from '../../findings/finding.ts'
import { countsBySource, type FindingFilter, matching } from '../../findings/list.ts'
import { Id } from '../../hall/plan.ts'
import { partNames, subjectNames } from '../../texts/findings.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, IdParams, NumberText, Written } from '../ground/schemas.ts'
import { askedName, fieldsOf, plainText, refused, withAgency } from './said.ts'
import {
  type Asked,
  doerOf,
  Element,
  fields,
  FindingAnswer,
  type FindingsParts,
  isStillOwn,
  Source,
  tags,
  teller,
  Words,
} from './shapes.ts'

/** How many findings one answer has, with their history. */
const MOST_AT_ONCE = 200

/** Adds `/api/findings`, `/api/findings/form`, `/api/findings/:id` and its remarks. */
export function addFindings(app: App, parts: FindingsParts): void {
  addList(app, parts)
  addOne(app, parts)
  addChanges(app, parts)
}

function addList(app: App, parts: FindingsParts): void {
  const { door, findings } = parts
  const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed)
  app.get(
    '/api/findings/form',
    {
      schema: {
        operationId: 'getFindingsForm',
        summary: 'What can be noted with one tap: subjects and parts of the building',
        tags,
        response: {
          200: Type.Object({ subjects: Type.Array(Named), parts: Type.Array(Named) }, closed),
        },
      },
    },
    async ({ headers }) => {
      const language = languageOf(headers['accept-language'])
      const named = (table: Readonly<Record<string, { id: string; en: string }>>) =>
        Object.entries(table).map(([id, name]) => ({ id, name: name[language] }))
      return { subjects: named(subjectNames), parts: named(partNames) }
    },
  )

  app.get(
    '/api/findings',
    {
      schema: {
        operationId: 'listFindings',
        summary: 'What was found to be missing or wrong, newest first',
        tags,
        querystring: Type.Object(
          {
            source: Type.Optional(Source),
            state: Type.Optional(
              Type.Enum(['open', 'working', 'done', 'dropped', 'unfinished'], {
                type: 'string',
                description: '`unfinished`: open or working',
              }),
            ),
            owner: Type.Optional(Words(100, 'As it is shown; empty: nobody’s yet')),
            agency: Type.Optional(Id),
            service: Type.Optional(Id),
            element: Type.Optional(Element),
            overdue: Type.Optional(Type.Literal('1')),
            facility: Type.Optional(Type.Literal('1', { description: 'Only facilities that are lacking' })),
            limit: Type.Optional(NumberText(`At most this many, up to ${MOST_AT_ONCE}`)),
            below: Type.Optional(NumberText('Only numbers below this one: the next page')),
          },
          closed,
        ),
        response: {
          200: Type.Object(
            {
              findings: Type.Array(FindingAnswer),
              total: Type.Integer({ description: 'How many match' }),
              more: Type.Boolean({ description: 'There are more below the last one' }),
              today: Type.String(),
              counts: Type.Array(
                Type.Object(
                  { source: Source, open: Type.Integer(), overdue: Type.Integer() },
                  { ...closed, description: 'Of all findings: unfinished, and overdue' },
                ),
              ),
              owners: Type.Array(Type.String(), { description: 'Everybody who owns one' }),
            },
            closed,
          ),
        },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async ({ query, headers, who }) => {
      const { day } = door.context.hall
      const all = findings.list()
      const fit = matching(all, filterOf(query), day)
      const below = query.below === undefined ? Infinity : Number(query.below)
      const rest = fit.filter(({ number }) => number < below)
      const some = rest.slice(0, Math.min(Number(query.limit ?? MOST_AT_ONCE), MOST_AT_ONCE))
      const told = await teller(parts, doerOf({ who }), languageOf(headers['accept-language']))
      return {
        findings: some.map(told),
        total: fit.length,
        more: rest.length > some.length,
        today: day,
        counts: countsBySource(all, day),
        owners: [...new Set(all.flatMap(({ owner }) => owner ?? []))].sort(),
      }
    },
  )
}

type Query = Readonly<
  Partial<Record<'owner' | 'agency' | 'service' | 'element' | 'overdue' | 'facility', string>>
> & {
  readonly source?: FindingFields['source']
  readonly state?: FindingFields['state'] | 'unfinished'
}

function filterOf({
  source,
  state,
  owner,
  agency,
  service,
  element,
  overdue,
  facility,
}: Query): FindingFilter {
  return {
    source: source && [source],
    state: state === 'unfinished' ? ['open', 'working'] : state && [state],
    owner,
    agency,
    service,
    element,
    overdue: overdue === undefined ? undefined : true,
    facility: facility === undefined ? undefined : true,
  }
}

function addOne(app: App, parts: FindingsParts): void {
  const { findings } = parts
  app.get(
    '/api/findings/:id',
    {
      schema: {
        operationId: 'getFinding',
        summary: 'A finding with its history and evidence',
        tags,
        params: IdParams,
        response: { 200: FindingAnswer },
      },
      config: { problems: ['unknown-finding', 'storage-unavailable'] },
    },
    async ({ params, headers, who }, reply) => {
      const found = findings.byId(params.id)
      if (!found) return refuse(reply, 'unknown-finding')
      return (await teller(parts, doerOf({ who }), languageOf(headers['accept-language'])))(found)
    },
  )

  app.post(
    '/api/findings',
    {
      schema: {
        operationId: 'noteFinding',
        summary: 'Note what is missing or wrong, and where; sent again within minutes it is the same finding',
        description:
          'Managers may also say who is to see to it, by when, and that evaluators found it; for others that is `not-allowed`.',
        tags,
        body: meantBody(fields),
        response: { 201: FindingAnswer },
      },
      config: {
        problems: [
          'unknown-zone',
          'unknown-counter',
          'unknown-service',
          'unknown-agency',
          'unknown-facility',
          'too-many-findings',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { notAfter: _, ...asked } = request.body
      const by = doerOf(request)
      const { hall } = parts.door.context
      const { plan } = hall.layout
      const source = asked.source ?? (plan.operation === 'trial' ? 'trial' : 'staff')
      if (by.role !== 'manager' && steers({ ...asked, source })) return refuse(reply, 'not-allowed')
      const read = fieldsOf(asked, parts)
      if ('fault' in read) return refused(reply, read)
      const noted: FindingFields = { ...blankFinding, ...withAgency(read, plan), source }
      if (noted.words === '' && noted.subject === null && noted.facility === null)
        return refuse(reply, 'bad-request', { members: { property: 'what' } })
      const made = findings.note(noted, by)
      if (made === 'too-many-findings') return refuse(reply, made)
      parts.access.log.write({
        by: `staff:${by.staff}`,
        action: 'finding-noted',
        about: null,
        agency: made.agency,
        detail: { number: made.number },
      })
      const told = await teller(parts, by, languageOf(request.headers['accept-language']))
      return reply.code(201).send(told(made))
    },
  )
}

function addChanges(app: App, parts: FindingsParts): void {
  const { findings, access, door } = parts
  app.post(
    '/api/findings/:id',
    {
      schema: {
        operationId: 'changeFinding',
        summary:
          'Change a finding; whoever noted it may correct it or take it back the same day, as long as nobody else has touched it',
        tags,
        params: IdParams,
        body: meantBody({
          ...fields,
          seen: Type.Optional(
            Type.Integer({
              minimum: 1,
              description:
                'The `version` that was seen: what somebody else has changed since is not overwritten',
            }),
          ),
        }),
        response: { 200: FindingAnswer },
      },
      config: {
        problems: [
          'unknown-finding',
          'unknown-zone',
          'unknown-counter',
          'unknown-service',
          'unknown-agency',
          'unknown-facility',
          'finding-changed',
          'too-many-changes',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { notAfter: _, seen, ...asked } = request.body
      const by = doerOf(request)
      const found = findings.byId(request.params.id)
      if (!found) return refuse(reply, 'unknown-finding')
      if (by.role !== 'manager') {
        const isOwn = isStillOwn(found, findings.changes(found.id), by, door.context.hall.day)
        if (!isOwn || !isCorrection(asked)) return refuse(reply, 'not-allowed')
      }
      const read = fieldsOf(asked, parts)
      if ('fault' in read) return refused(reply, read)
      const after = { ...found, ...read }
      if (after.words === '' && after.subject === null && after.facility === null)
        return refuse(reply, 'bad-request', { members: { property: 'what' } })
      const made = findings.change(found, read, by, seen)
      if (made === 'full') return refuse(reply, 'too-many-changes')
      if ('clash' in made)
        return refuse(reply, 'finding-changed', { members: { fields: made.clash.map(askedName) } })
      if (made !== found)
        access.log.write({
          by: `staff:${by.staff}`,
          action: 'finding-changed',
          about: null,
          agency: made.agency,
          detail: { number: made.number },
        })
      return (await teller(parts, by, languageOf(request.headers['accept-language'])))(made)
    },
  )

  app.post(
    '/api/findings/:id/remarks',
    {
      schema: {
        operationId: 'remarkOnFinding',
        summary: 'Add a remark to a finding: progress, what was seen',
        tags,
        params: IdParams,
        body: meantBody({ text: Written(1000) }),
        response: { 200: FindingAnswer },
      },
      config: {
        problems: ['unknown-finding', 'too-many-changes', 'storage-unavailable'],
      },
    },
    async (request, reply) => {
      const found = findings.byId(request.params.id)
      if (!found) return refuse(reply, 'unknown-finding')
      const text = plainText(request.body.text)
      if (text === '') return refuse(reply, 'bad-request', { members: { property: 'text' } })
      const by = doerOf(request)
      const made = findings.remark(found, text, by)
      if (made === 'full') return refuse(reply, 'too-many-changes')
      return (await teller(parts, by, languageOf(request.headers['accept-language'])))(made)
    },
  )
}

/** Whether it says more than what was found and where. */
function steers({ source, ...asked }: Asked & { source: FindingFields['source'] }): boolean {
  const { what: _what, subject: _subject, where: _where, place: _place, ...rest } = asked
  const { service: _service, agency: _agency, complaint: _complaint, ...more } = rest
  return !fieldSources.includes(source) || Object.values(more).some((value) => value !== null)
}

function isCorrection({
  what: _what,
  subject: _subject,
  where: _where,
  place: _place,
  state,
  ...rest
}: Asked) {
  return Object.keys(rest).length === 0 && (state === undefined || state === 'dropped' || state === 'open')
}
