// The reports of a period: steps, visits, counters, what was missing; each as JSON, CSV and workbook.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { dimensions, type Form, type Report, visitDimensions } from '../../reports/question.ts'
import { csv, workbook } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'
import {
  answered,
  Asked,
  asked,
  filters,
  inLanguage,
  period,
  reportProblems,
  type ReportsDoor,
  send,
  tags,
} from './asked.ts'
import {
  Dimension,
  StepsAnswer,
  VisitsAnswer,
  CountersAnswer,
  MissingAnswer,
  forecastBy,
  ForecastAnswer,
  AvailabilityAnswer,
} from './shapes.ts'

const by = Dimension('What a row is; hour and weekday (1: Monday) of the ticket in the hall’s time')

const toldBy = Type.Optional(
  Type.Enum([...forecastBy], {
    type: 'string',
    description: 'What a row is; `size`: the middle of the wait told. By default the service',
  }),
)

const split = Type.Optional(Dimension('A second one: then there is a row for each pair'))

const trend = Type.Optional(Type.Literal('month', { description: 'Also how often in each month' }))

/** One of the reports: what it is asked with besides a period and filters, and what it answers. */
const reports = [
  {
    of: 'steps',
    summary: 'Steps: what became of them, how long they waited and were served',
    more: { by, split },
    answer: StepsAnswer,
    sheets: 1,
  },
  {
    of: 'visits',
    summary: 'Visits: how many, how long they stayed, and their way through the agencies',
    more: {
      by: Type.Optional(
        Type.Enum([...visitDimensions], {
          type: 'string',
          description: 'What visits are counted by as well',
        }),
      ),
    },
    answer: VisitsAnswer,
    sheets: 3,
  },
  {
    of: 'counters',
    summary:
      'Counters: time open, paused, serving and idle; and for how much of an agency’s hours a counter was open',
    more: {},
    answer: CountersAnswer,
    sheets: 2,
  },
  {
    of: 'missing',
    summary: 'The missing papers for which visitors were sent home',
    more: { trend },
    answer: MissingAnswer,
    sheets: 1,
  },
  {
    of: 'forecast',
    summary: 'The waits told with tickets, compared with what they came to',
    more: { by: toldBy },
    answer: ForecastAnswer,
    sheets: 1,
  },
  {
    of: 'availability',
    summary:
      'For how many minutes of the opening hours the server and each device was up; the filters change nothing',
    more: {},
    answer: AvailabilityAnswer,
    sheets: 1,
  },
] as const

const forms = ['json', 'csv', 'xlsx'] as const

/** Names of a report's tables, for CSV. */
const places = ['1', '2', '3'] as const

type End = (typeof forms)[number]

interface AskedSo extends Asked {
  readonly by?: string
  readonly split?: (typeof dimensions)[number]
  readonly trend?: 'month'
  readonly in?: 'id' | 'en'
  readonly sheet?: (typeof places)[number]
}

/** Adds `/api/reports/steps`, `/visits`, `/counters`, `/missing`, `/forecast` and `/availability`, and the same with `.csv` and `.xlsx`. */
export function addReports(app: App, door: ReportsDoor): void {
  for (const { of, summary, more, answer, sheets } of reports) {
    for (const end of forms) {
      const isTable = end !== 'json'
      const sheet: Record<string, TSchema> =
        end === 'csv' && sheets > 1
          ? {
              sheet: Type.Optional(
                Type.Enum(places.slice(0, sheets), { type: 'string', description: 'Which of its tables' }),
              ),
            }
          : {}
      const properties: Record<string, TSchema> = {
        ...period,
        ...more,
        ...filters,
        ...(isTable ? inLanguage : {}),
        ...sheet,
      }
      app.get(
        `/api/reports/${of}${isTable ? `.${end}` : ''}`,
        {
          schema: {
            operationId: `report${of}${isTable ? `As${end}` : ''}`,
            summary: isTable ? `${summary}, as ${end === 'csv' ? csv.says : workbook.says}` : summary,
            tags,
            querystring: Type.Object(properties, closed),
            response: { 200: end === 'json' ? answer : end === 'csv' ? csv.answer : workbook.answer },
          },
          config: { problems: reportProblems },
        },
        (request, reply) => answerTo(of, end, request as FastifyRequest<{ Querystring: AskedSo }>, reply),
      )
    }
  }

  async function answerTo(
    of: Report['of'],
    end: End,
    request: FastifyRequest<{ Querystring: AskedSo }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const may = asked(door, request, reply)
    if (may === null) return reply
    const { query, headers } = request
    const { filters: chosen, own } = may
    const form: Form =
      end === 'json'
        ? { as: end }
        : {
            as: end,
            language: query.in ?? languageOf(headers['accept-language']),
            sheet: Number(query.sheet ?? 1) - 1,
          }
    const report = reportOf(of, query, own)
    const said = await answered(door, reply, {
      from: query.from,
      to: query.to,
      filters: chosen,
      now: door.now(),
      form,
      ...report,
    })
    return said === null ? reply : send(reply, said, end, `antre-${of}-${query.from}-${query.to}`)
  }
}

function reportOf(of: Report['of'], query: AskedSo, own: string | null): Report {
  switch (of) {
    case 'steps':
      return { of, by: dimensions.find((one) => one === query.by) ?? 'hall', split: query.split ?? null }
    case 'visits':
      return { of, own, by: visitDimensions.find((one) => one === query.by) ?? null }
    case 'counters':
      return { of }
    case 'missing':
      return { of, trend: query.trend === 'month' }
    case 'forecast':
      return { of, by: forecastBy.find((one) => one === query.by) ?? 'service' }
    case 'availability':
      return { of, own }
  }
}
