// The reports of a period: steps, visits, counters, what was missing; each as JSON, CSV and workbook.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import {
  dimensions,
  type ForecastBy,
  type Form,
  type Report,
  visitDimensions,
} from '../../reports/question.ts'
import { csv, workbook } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import type { App } from '../ground/request.ts'
import { closed, Null } from '../ground/schemas.ts'
import {
  answered,
  Asked,
  asked,
  Count,
  filters,
  inLanguage,
  Name,
  period,
  periodAnswer,
  reportProblems,
  type ReportsDoor,
  send,
  Share,
  Spread,
  tags,
} from './asked.ts'

const Key = Type.Union([Type.String(), Type.Integer(), Null])
const Dimension = (description: string) => Type.Enum([...dimensions], { type: 'string', description })

export const StepsRow = Type.Object(
  {
    key: Key,
    split: Type.Optional(Key),
    name: Name,
    splitName: Type.Optional(Name),
    taken: Count,
    called: Count,
    served: Count,
    incomplete: Count,
    referred: Count,
    noShow: Count,
    left: Count,
    dropped: Count,
    open: Count,
    waiting: Spread,
    waitingOpen: Spread,
    walking: Spread,
    serving: Spread,
    level: Type.Union(
      [Type.Object({ seconds: Type.Union([Type.Integer(), Null]), share: Type.Number() }, closed), Null],
      { description: '`seconds`: T, null where it differs. Null: fewer than five steps count' },
    ),
    unstarted: Type.Integer({ minimum: 0, description: 'Finished without ever being started' }),
    documents: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'Documents that were handed over, as far as somebody noted them at finish',
      }),
    ),
    comeBack: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Of those taken: back from where the visitor was sent' }),
    ),
    notHeard: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Calls of which no speaker confirmed an announcement' }),
    ),
    slipsFailed: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Slips that failed, with the first step of their visit' }),
    ),
  },
  closed,
)
const StepsAnswer = Type.Object(
  {
    ...periodAnswer,
    by: Dimension('What a row is'),
    split: Type.Union([Dimension('What it is split by'), Null]),
    rows: Type.Array(StepsRow),
  },
  closed,
)
export const VisitsParts = {
  visits: Count,
  several: Type.Integer({ minimum: 0, description: 'Served by two agencies or more' }),
  oneRoof: Type.Integer({ minimum: 0, description: 'Of these: every step was served, or sent on' }),
  once: Type.Integer({
    minimum: 0,
    description: 'Of these: everything had begun to wait before the first was over',
  }),
  stay: Spread,
  pairs: Type.Array(
    Type.Object(
      {
        from: Type.String(),
        to: Type.String(),
        visits: Count,
        names: Type.Object({ from: Name, to: Name }, closed),
      },
      closed,
    ),
    { description: 'Agencies in the order of serving, each pair once a visit; the most frequent first' },
  ),
  referrals: Type.Optional(
    Type.Array(
      Type.Object(
        {
          from: Type.String(),
          to: Type.String(),
          referred: Count,
          comeBack: Type.Integer({ minimum: 0, description: 'Of these: they were to come back' }),
          names: Type.Object({ from: Name, to: Name }, closed),
        },
        closed,
      ),
      { description: 'From which service to which other visitors were sent on; the most frequent first' },
    ),
  ),
}
const VisitsAnswer = Type.Object(
  {
    ...periodAnswer,
    ...VisitsParts,
    rows: Type.Optional(
      Type.Array(Type.Object({ key: Key, visits: Count }, closed), {
        description: 'By what was asked for; a visit counts once',
      }),
    ),
  },
  closed,
)
const Seconds = Type.Number({ minimum: 0 })
export const CountersParts = {
  counters: Type.Array(
    Type.Object(
      {
        counter: Type.String(),
        name: Name,
        agency: Type.String(),
        zone: Type.String(),
        agencyName: Type.Optional(Name),
        zoneName: Type.Optional(Name),
        open: Seconds,
        paused: Seconds,
        serving: Seconds,
        idle: Type.Number({
          minimum: 0,
          description: 'Open and free while somebody waited whom it could call',
        }),
        occupancy: Share,
      },
      closed,
    ),
  ),
  agencies: Type.Array(
    Type.Object(
      {
        agency: Type.String(),
        name: Name,
        hours: Seconds,
        staffed: Type.Number({ minimum: 0, description: 'Of these, with a counter open' }),
        share: Share,
        days: Count,
        unopened: Type.Integer({ minimum: 0, description: 'Days on which no counter opened in the hours' }),
        lateDays: Count,
        late: Type.Number({
          minimum: 0,
          description: 'From the hours’ beginning to the first counter, in all',
        }),
      },
      closed,
    ),
  ),
}
const CountersAnswer = Type.Object({ ...periodAnswer, ...CountersParts }, closed)
export const MissingRow = Type.Object(
  {
    service: Type.String(),
    requirement: Type.String(),
    count: Count,
    names: Type.Object({ service: Name, requirement: Name }, closed),
    issuedBy: Type.Union([Type.String(), Null]),
    issuedByName: Name,
    where: Name,
    months: Type.Optional(Type.Array(Type.Object({ month: Type.String(), count: Count }, closed))),
  },
  closed,
)
const MissingAnswer = Type.Object(
  { ...periodAnswer, rows: Type.Array(MissingRow, { description: 'The most frequent first' }) },
  closed,
)

const forecast = {
  n: Type.Integer({ minimum: 0, description: 'Waits told with a ticket that could be judged' }),
  mae: Type.Union([Type.Number({ minimum: 0 }), Null], {
    description:
      'Mean distance from what was told (its middle), in seconds; null: fewer than five were called',
  }),
  inside: Share,
  longer: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Null], {
    description: 'Longer than told, also who was never called where that is certain; null: fewer than five',
  }),
  unknown: Type.Integer({
    minimum: 0,
    description: 'Never called, and not yet longer than told when they left: not judged',
  }),
  days: Type.Integer({ minimum: 0, description: 'Days with waits that could be judged' }),
}
const forecastBy = ['service', 'agency', 'hour', 'size', 'day'] as const satisfies readonly ForecastBy[]
const ForecastAnswer = Type.Object(
  {
    ...periodAnswer,
    by: Type.Enum([...forecastBy], { type: 'string', description: 'What a row is' }),
    rows: Type.Array(
      Type.Object(
        {
          key: Type.String({
            description: 'The service, agency, hour, size (`to-15`, `to-30`, `to-60`, `longer`) or day',
          }),
          service: Type.String({ description: 'Empty unless the rows are of services' }),
          name: Name,
          agency: Type.String({ description: 'Empty unless the rows are of services or agencies' }),
          ...forecast,
        },
        closed,
      ),
    ),
    whole: Type.Object(forecast, closed),
  },
  closed,
)
const AvailabilityAnswer = Type.Object(
  {
    ...periodAnswer,
    rows: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['server', 'kiosk', 'display', 'printer'], { type: 'string' }),
          id: Type.String({ description: 'Of the device or printer; empty for the server' }),
          name: Name,
          minutes: Type.Integer({
            minimum: 0,
            description: 'Minutes of the plan’s hours that are over and of which anything is known',
          }),
          alive: Type.Integer({ minimum: 0, description: 'Of these, with a sign of life' }),
          share: Share,
        },
        closed,
      ),
    ),
  },
  closed,
)

const by = Dimension('What a row is; hour and weekday (1: Monday) of the ticket in the hall’s time')
const toldBy = Type.Optional(
  Type.Enum([...forecastBy], {
    type: 'string',
    description: 'What a row is; `size`: of the middle told. Absent: the service',
  }),
)
const split = Type.Optional(Dimension('A second one: a row for each two of them'))
const trend = Type.Optional(Type.Literal('month', { description: 'How often in each month, too' }))

/** One of the reports: what it is asked with besides a period and filters, and what it answers. */
const reports = [
  {
    of: 'steps',
    summary: 'Steps and what became of them, how long they waited and were served',
    more: { by, split },
    answer: StepsAnswer,
    sheets: 1,
  },
  {
    of: 'visits',
    summary: 'Visits: how many, how long they stayed, their way through the agencies',
    more: {
      by: Type.Optional(
        Type.Enum([...visitDimensions], { type: 'string', description: 'What they are counted by, beside' }),
      ),
    },
    answer: VisitsAnswer,
    sheets: 3,
  },
  {
    of: 'counters',
    summary: 'Counters: open, paused, serving, idle; and how much of an agency’s hours one was open',
    more: {},
    answer: CountersAnswer,
    sheets: 2,
  },
  {
    of: 'missing',
    summary: 'The papers for which visitors were sent home',
    more: { trend },
    answer: MissingAnswer,
    sheets: 1,
  },
  {
    of: 'forecast',
    summary: 'Waits that were told with tickets, against what became of them',
    more: { by: toldBy },
    answer: ForecastAnswer,
    sheets: 1,
  },
  {
    of: 'availability',
    summary:
      'In how many minutes of the hours the server and each device was alive; the filters change nothing',
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
