// Who came to evaluate, and what has become of things since. Not to be confused with visitors: the code calls
// evaluators' visits inspections.
import { type Static, Type } from 'typebox'
import type { Inspection } from '../../findings/finding.ts'
import { lastVisit, sinceVisit } from '../../findings/list.ts'
import { isDay } from '../../time-zone.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody, Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, Day, IdParams, Nothing, Null, Written } from '../ground/schemas.ts'
import { plainText } from './said.ts'
import { doerOf, FindingAnswer, type FindingsParts, Source, tags, teller, Words } from './shapes.ts'

const said = {
  day: Day('The day they came'),
  source: Source,
  who: Written(200, 'Who came'),
  note: Type.Optional(Type.Union([Words(1000, 'What else there is to say'), Null])),
}
const Visit = Type.Object(
  {
    id: Type.String(),
    day: Type.String(),
    source: Source,
    who: Type.String(),
    note: Type.Union([Type.String(), Null]),
  },
  closed,
)
type Visit = Static<typeof Visit>
const Listed = Type.Object(
  {
    ...Visit.properties,
    findings: Type.Integer({ description: 'The findings it left' }),
    unfinished: Type.Integer({ description: 'Of these, the unfinished ones' }),
  },
  closed,
)

/** Adds `/api/findings/visits`. */
export function addFindingVisits(app: App, parts: FindingsParts): void {
  const { findings, access, door } = parts
  const log = (staff: string, day: string) =>
    access.log.write({
      by: `staff:${staff}`,
      action: 'evaluation-visit-noted',
      about: null,
      agency: null,
      detail: { day },
    })

  app.get(
    '/api/findings/visits',
    {
      schema: {
        operationId: 'listFindingVisits',
        summary: 'The visits of evaluators, newest first',
        tags,
        response: { 200: Type.Object({ visits: Type.Array(Listed) }, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => {
      const all = findings.list()
      return {
        visits: findings.inspections().map((visit) => {
          const left = all.filter((one) => one.visitedOn === visit.day && one.source === visit.source)
          const unfinished = left.filter(({ state }) => state === 'open' || state === 'working').length
          return { ...visit, findings: left.length, unfinished }
        }),
      }
    },
  )

  app.get(
    '/api/findings/visits/:id',
    {
      schema: {
        operationId: 'getFindingsSinceVisit',
        summary: 'The findings of a visit, and what has become of them since; `last` is the latest visit',
        tags,
        params: IdParams,
        response: {
          200: Type.Object(
            {
              visit: Visit,
              next: Type.Union([Visit, Null]),
              left: Type.Array(FindingAnswer),
              done: Type.Array(FindingAnswer),
              dropped: Type.Array(FindingAnswer),
              noted: Type.Array(FindingAnswer),
              open: Type.Array(FindingAnswer),
            },
            closed,
          ),
        },
      },
      config: { problems: ['unknown-inspection', 'storage-unavailable'] },
    },
    async ({ params, headers, who }, reply) => {
      const visits = findings.inspections()
      const visit =
        params.id === 'last'
          ? lastVisit(visits, door.context.hall.day)
          : visits.find(({ id }) => id === params.id)
      if (!visit) return refuse(reply, 'unknown-inspection')
      const since = sinceVisit(findings.list(), visits, visit)
      const told = await teller(parts, doerOf({ who }), languageOf(headers['accept-language']))
      const some = (list: typeof since.left) => list.slice(0, MOST_OF_A_KIND).map(told)
      return {
        visit,
        next: since.next,
        left: some(since.left),
        done: some(since.done),
        dropped: some(since.dropped),
        noted: some(since.noted),
        open: some(since.open),
      }
    },
  )

  app.post(
    '/api/findings/visits',
    {
      schema: {
        operationId: 'noteFindingVisit',
        summary: 'Note that evaluators came',
        tags,
        body: meantBody(said),
        response: { 201: Visit },
      },
      config: { problems: ['too-many-findings', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const asked = asSaid(request.body)
      if ('fault' in asked) return refuse(reply, 'bad-request', { members: { property: asked.fault } })
      const made = findings.inspect(asked)
      if (made === 'too-many-findings') return refuse(reply, made)
      log(doerOf(request).staff, made.day)
      return reply.code(201).send(made)
    },
  )

  app.post(
    '/api/findings/visits/:id',
    {
      schema: {
        operationId: 'changeFindingVisit',
        summary: 'Correct a visit; if its day changes, its findings move with it',
        tags,
        params: IdParams,
        body: meantBody(said),
        response: { 200: Visit },
      },
      config: { problems: ['unknown-inspection', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const found = findings.inspections().find(({ id }) => id === request.params.id)
      if (!found) return refuse(reply, 'unknown-inspection')
      const asked = asSaid(request.body)
      if ('fault' in asked) return refuse(reply, 'bad-request', { members: { property: asked.fault } })
      const by = doerOf(request)
      const made = findings.changeInspection(found, asked, by)
      log(by.staff, made.day)
      return made
    },
  )

  app.delete(
    '/api/findings/visits/:id',
    {
      schema: {
        operationId: 'removeFindingVisit',
        summary: 'Delete a visit that left no findings',
        tags,
        params: IdParams,
        querystring: Type.Object(Until, closed),
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-inspection', 'has-findings', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const found = findings.inspections().find(({ id }) => id === request.params.id)
      if (!found) return refuse(reply, 'unknown-inspection')
      if (!findings.removeInspection(found)) return refuse(reply, 'has-findings')
      log(doerOf(request).staff, found.day)
      return {}
    },
  )
}

/** How many of one kind one answer has. */
const MOST_OF_A_KIND = 200

function asSaid(asked: {
  day: string
  source: Inspection['source']
  who: string
  note?: string | null
}): Omit<Inspection, 'id'> | { fault: string } {
  const { day, source, who, note } = asked
  if (!isDay(day)) return { fault: 'day' }
  const name = plainText(who)
  if (name === '') return { fault: 'who' }
  return { day, source, who: name, note: plainText(note ?? '') || null }
}
