// `GET /api/reports/ikm`: the index of public satisfaction by whole months.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { StoredSurveys } from '../../survey/stored.ts'
import { ikmReport, ikmRows, ikmWeights } from '../../survey/report.ts'
import type { Survey } from '../../survey/survey.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Null } from '../ground/schemas.ts'
import { answered, Count, Name, type ReportsDoor, tags } from './asked.ts'

const Month = (description: string) =>
  Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: `${description}, \`2026-11\`` })
const By = Type.Enum([...ikmRows], { type: 'string' })
const Weight = Type.Enum([...ikmWeights], {
  type: 'string',
  description: '`exact`: each of the nine weighs 1/9; `printed`: 0.11, as many official sheets do',
})
const Query = Type.Object(
  {
    from: Month('The first month'),
    to: Month('The last month, which is included'),
    by: Type.Optional(By),
    weight: Type.Optional(Weight),
    split: Type.Optional(Type.Literal('month')),
  },
  closed,
)
const Mean = Type.Union([Type.Number(), Null], { description: 'Null: fewer than five answers' })
export const IkmRow = Type.Object(
  {
    key: Type.String({ description: 'The id of a service or agency, or `hall`' }),
    month: Type.Optional(Type.String()),
    name: Name,
    agency: Type.Union([Type.String(), Null]),
    n: Type.Integer({ minimum: 0, description: 'The smallest number of answers to one of the nine' }),
    answers: Type.Integer({ minimum: 0, description: 'Answers that count, whatever they left blank' }),
    excluded: Count,
    population: Type.Integer({ minimum: 0, description: 'Steps served or incomplete; for the hall, visits' }),
    sample: Type.Integer({ minimum: 0, description: 'How many of them to ask (Krejcie & Morgan)' }),
    reached: Type.Union([Type.Number({ minimum: 0 }), Null], { description: '`n` of `sample`' }),
    elements: Type.Array(Type.Object({ element: Type.String(), n: Count, nrr: Mean }, closed)),
    extra: Type.Array(Type.Object({ element: Type.String(), text: Name, n: Count, nrr: Mean }, closed)),
    skm: Type.Union([Type.Number(), Null], { description: '1 to 4' }),
    ikm: Type.Union([Type.Number(), Null], { description: '25 to 100, rounded to two decimals' }),
    mutu: Type.Union([Type.Enum(['A', 'B', 'C', 'D'], { type: 'string' }), Null]),
    why: Type.Union(
      [Type.Object({ code: Type.Literal('too-few'), elements: Type.Array(Type.String()) }, closed), Null],
      { description: 'Why there is no index: elements without five answers' },
    ),
    mean: Type.Union([Type.Number(), Null], {
      description: 'Of an agency or the hall: the mean of the indexes of its services',
    }),
    lowest: Type.Array(Type.String(), { description: 'The three lowest elements' }),
  },
  closed,
)

interface Door extends ReportsDoor {
  readonly survey: Survey
  readonly stored: StoredSurveys
}

/** Adds the route. A supervisor asks about the own agency. */
export function addIkm(app: App, door: Door): void {
  app.get(
    '/api/reports/ikm',
    {
      schema: {
        operationId: 'reportIkm',
        summary: 'The index of public satisfaction by whole months, with the sample that was reached',
        tags,
        querystring: Query,
        response: {
          200: Type.Object(
            {
              from: Type.String(),
              to: Type.String(),
              by: By,
              weight: Weight,
              rows: Type.Array(IkmRow),
            },
            closed,
          ),
        },
      },
      config: {
        problems: [
          'period-reversed',
          'period-outside',
          'nine-only',
          'too-many-requests',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => answer(door, request, reply),
  )
}

async function answer(
  door: Door,
  request: FastifyRequest<{ Querystring: Static<typeof Query> }>,
  reply: FastifyReply,
) {
  const { hall, firstDay, now, stored, survey } = door
  const { by = 'service', weight = 'exact', split, ...period } = request.query
  if (period.from > period.to) return refuse(reply, 'period-reversed')
  const [first, last] = [earliestOf(firstDay().slice(0, 7)), hall.day.slice(0, 7)]
  if (period.to < first || period.from > last)
    return refuse(reply, 'period-outside', { members: { firstDay: firstDay(), lastDay: hall.day } })
  const months = {
    from: period.from < first ? first : period.from,
    to: period.to > last ? last : period.to,
  }
  const rows = await ikmReport(
    {
      stored,
      questions: survey.allQuestions,
      layout: () => hall.layout,
      now: now(),
      ask: async (question) => {
        const said = await answered(door, reply, question)
        return said && 'text' in said ? said.text : null
      },
    },
    { ...months, by, weight, split: split === 'month', agency: signedIn(request).agency },
  )
  if (rows === null) return reply
  if (rows === 'nine-only') return refuse(reply, 'nine-only')
  return {
    ...period,
    by,
    weight,
    rows: rows.map(({ elements, extra, lowest, ...row }) => ({
      ...row,
      elements: [...elements],
      extra: [...extra],
      lowest: [...lowest],
    })),
  }
}

/** Paper forms may be a year older than the hall's first day. */
function earliestOf(month: string): string {
  return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`
}
