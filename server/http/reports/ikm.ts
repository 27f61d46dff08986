// `GET /api/reports/ikm`: the index of public satisfaction by whole months, and the same as a table to download.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { StoredSurveys } from '../../survey/stored.ts'
import {
  type IkmGround,
  ikmReport,
  type IkmRow as IkmRows,
  ikmRows,
  ikmWeights,
} from '../../survey/report.ts'
import type { Survey } from '../../survey/survey.ts'
import type { SkmWriter } from '../../skm/writer.ts'
import type { Code } from '../ground/codes.ts'
import { asWritten, busy, csv, workbook } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Month, Null } from '../ground/schemas.ts'
import { answered, Count, inLanguage, Name, type ReportsDoor, tags } from './asked.ts'

const By = Type.Enum([...ikmRows], { type: 'string' })
const Weight = Type.Enum([...ikmWeights], {
  type: 'string',
  description: '`exact`: each of the nine weighs 1/9; `printed`: 0.11, as many official sheets do',
})
const asked = {
  from: Month('The first month'),
  to: Month('The last month, included'),
  by: Type.Optional(By),
  weight: Type.Optional(Weight),
  split: Type.Optional(Type.Literal('month')),
}
const Query = Type.Object(asked, closed)
type Asked = Static<typeof Query>
const Mean = Type.Union([Type.Number(), Null], { description: 'Null: fewer than five answers' })
export const IkmRow = Type.Object(
  {
    key: Type.String({ description: 'The id of a service or agency, or `hall`' }),
    month: Type.Optional(Type.String()),
    name: Name,
    agency: Type.Union([Type.String(), Null]),
    n: Type.Integer({ minimum: 0, description: 'The number of answers to the element that has the fewest' }),
    answers: Type.Integer({ minimum: 0, description: 'Answers that count, even with blanks' }),
    excluded: Count,
    population: Type.Integer({ minimum: 0, description: 'Steps served or incomplete; for the hall, visits' }),
    sample: Type.Integer({ minimum: 0, description: 'The sample needed (Krejcie & Morgan)' }),
    reached: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Null], {
      description: '`n` divided by `sample`, in whole hundredths, at most 1',
    }),
    elements: Type.Array(Type.Object({ element: Type.String(), n: Count, nrr: Mean }, closed)),
    extra: Type.Array(Type.Object({ element: Type.String(), text: Name, n: Count, nrr: Mean }, closed)),
    skm: Type.Union([Type.Number(), Null], { description: '1 to 4' }),
    ikm: Type.Union([Type.Number(), Null], { description: '25 to 100, rounded to two decimals' }),
    mutu: Type.Union([Type.Enum(['A', 'B', 'C', 'D'], { type: 'string' }), Null]),
    why: Type.Union(
      [Type.Object({ code: Type.Literal('too-few'), elements: Type.Array(Type.String()) }, closed), Null],
      { description: 'Why there is no index: the elements with fewer than five answers' },
    ),
    mean: Type.Union([Type.Number(), Null], {
      description: 'Of an agency or the hall: the mean of the indexes of its services',
    }),
    lowest: Type.Array(Type.String(), { description: 'The three lowest elements' }),
  },
  closed,
)

const problems: readonly Code[] = [
  'period-reversed',
  'period-outside',
  'nine-only',
  'too-many-requests',
  'storage-unavailable',
]

export interface IkmDoor extends ReportsDoor {
  readonly survey: Pick<Survey, 'allQuestions'>
  readonly stored: StoredSurveys
}

interface Door extends IkmDoor {
  readonly writer: SkmWriter
}

/** Adds `/api/reports/ikm`, and the same with `.csv` and `.xlsx`. A supervisor asks about their own agency. */
export function addIkm(app: App, door: Door): void {
  addFiles(app, door)
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
      config: { problems },
    },
    async (request, reply) => {
      const rows = await askedRows(door, request, reply)
      if (rows === null) return reply
      const { from, to, by = 'service', weight = 'exact' } = request.query
      return {
        from,
        to,
        by,
        weight,
        rows: rows.map(({ elements, extra, lowest, ...row }) => ({
          ...row,
          elements: [...elements],
          extra: [...extra],
          lowest: [...lowest],
        })),
      }
    },
  )
}

/** The rows that were asked for; null: the reply has been sent. */
async function askedRows(
  door: Door,
  request: FastifyRequest<{ Querystring: Asked }>,
  reply: FastifyReply,
): Promise<readonly IkmRows[] | null> {
  const { hall, firstDay } = door
  const { from, to, by = 'service', weight = 'exact', split } = request.query
  const refused = (code: Code, members: Record<string, string> = {}) => {
    refuse(reply, code, { members })
    return null
  }
  if (from > to) return refused('period-reversed')
  const [first, last] = [earliestOf(firstDay().slice(0, 7)), hall.day.slice(0, 7)]
  if (to < first || from > last) return refused('period-outside', { firstDay: firstDay(), lastDay: hall.day })
  const rows = await ikmReport(ikmGround(door, reply), {
    from: from < first ? first : from,
    to: to > last ? last : to,
    by,
    weight,
    split: split === 'month',
    agency: signedIn(request).agency,
  })
  return rows === 'nine-only' ? refused('nine-only') : rows
}

/** What the index is counted from; if the reports give no reply, the request has been refused by then. */
export function ikmGround(
  { hall, now, stored, survey, ...reports }: IkmDoor,
  reply: FastifyReply,
): IkmGround {
  return {
    stored,
    questions: survey.allQuestions,
    layout: () => hall.layout,
    now: now(),
    ask: async (question) => {
      const said = await answered({ hall, now, ...reports }, reply, question)
      return said && 'text' in said ? said.text : null
    },
  }
}

/** The same as a table to download. */
function addFiles(app: App, door: Door): void {
  const { hall, writer } = door
  for (const file of [csv, workbook]) {
    app.get(
      `/api/reports/ikm.${file.end}`,
      {
        schema: {
          operationId: `reportIkmAs${file.end}`,
          summary: `The index, with the mean of each element, as ${file.says}`,
          tags,
          querystring: Type.Object({ ...asked, ...inLanguage }, closed),
          response: { 200: file.answer },
        },
        config: { problems },
      },
      async (request, reply) => {
        if (writer.isBusy()) return busy(reply)
        const rows = await askedRows(door, request, reply)
        if (rows === null) return reply
        const { from, to, by = 'service', in: wanted } = request.query
        const language = wanted ?? languageOf(request.headers['accept-language'])
        const { name } = hall.layout.base
        const title = `IKM ${from} – ${to}`
        const bytes = writer.table({
          as: file.end,
          title,
          rows,
          by,
          hall: { id: name.id, en: name.en ?? name.id },
          language,
        })
        return asWritten(reply, bytes, file.type, `antre-ikm-${from}-${to}.${file.end}`)
      },
    )
  }
}

/** Paper forms may be a year older than the hall's first day. */
export function earliestOf(month: string): string {
  return `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}${month.slice(4)}`
}
