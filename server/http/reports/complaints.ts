// Complaints as a report, as JSON, CSV and workbook; and SP4N-LAPOR!’s own counts, which somebody enters each month.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { StoredComplaints } from '../../complaints/complaint.ts'
import {
  type ComplaintDimension,
  complaintDimensions,
  type ComplaintsAnswer as Answer,
  complaintsTableFile,
  readComplaints,
} from '../../complaints/report.ts'
import { csv, workbook } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Month, Null } from '../ground/schemas.ts'
import {
  answered,
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
  tags,
} from './asked.ts'

const Days = Type.Union(
  [
    Type.Object(
      { mean: Type.Number(), p50: Type.Number(), p90: Type.Number(), max: Type.Number() },
      { ...closed, description: 'Days on which the hall was open; percentiles by nearest rank' },
    ),
    Null,
  ],
  { description: 'Null: fewer than five answers' },
)
const By = Type.Enum([...complaintDimensions], {
  type: 'string',
  description: 'What a row is; `hall` by default',
})

const ComplaintsAnswer = Type.Object(
  {
    ...periodAnswer,
    by: By,
    rows: Type.Array(
      Type.Object(
        {
          key: Type.Union([Type.String(), Null], { description: 'Null: no service named; the hall itself' }),
          name: Name,
          received: Count,
          answered: Count,
          closed: Type.Integer({ minimum: 0, description: 'Without an answer' }),
          open: Count,
          late: Count,
          escalated: Count,
          days: Days,
          sp4n: Type.Union([Count, Null], {
            description: 'Of the months that begin in the period; null: not entered, or not of this row',
          }),
        },
        closed,
      ),
    ),
  },
  closed,
)

const asks = {
  ...period,
  by: Type.Optional(By),
  agency: filters.agency,
  service: filters.service,
}
const Asked = Type.Object(asks, closed)
const AskedAsFile = Type.Object({ ...asks, ...inLanguage }, closed)
const Entry = Type.Object(
  { month: Month('The month'), count: Type.Integer({ minimum: 0, maximum: 1_000_000 }) },
  closed,
)

type Request = FastifyRequest<{
  Querystring: {
    from: string
    to: string
    by?: ComplaintDimension
    agency?: string
    service?: string
    in?: 'id' | 'en'
  }
}>

export interface ComplaintReportsDoor extends ReportsDoor {
  readonly stored: StoredComplaints
}

/** Adds `/api/reports/complaints`, its tables, and `/api/reports/sp4n`. */
export function addComplaintReports(app: App, door: ComplaintReportsDoor): void {
  const { hall, stored, now } = door
  const summary = 'Complaints that came in the period, and how long their answers took'
  const config = { problems: reportProblems }

  function read(request: Request, reply: FastifyReply): Answer | null {
    const may = asked(door, request, reply)
    const { from, to, by = 'hall' } = request.query
    return may && readComplaints(door, { from, to, by }, may.filters)
  }

  app.get(
    '/api/reports/complaints',
    {
      schema: {
        operationId: 'reportcomplaints',
        summary,
        tags,
        querystring: Asked,
        response: { 200: ComplaintsAnswer },
      },
      config,
    },
    async (request, reply) => {
      const answer = read(request, reply)
      return answer === null ? reply : { ...answer, rows: [...answer.rows] }
    },
  )

  for (const [end, file] of [
    ['csv', csv],
    ['xlsx', workbook],
  ] as const)
    app.get(
      `/api/reports/complaints.${end}`,
      {
        schema: {
          operationId: `reportcomplaintsAs${end}`,
          summary: `${summary}, as ${file.says}`,
          tags,
          querystring: AskedAsFile,
          response: { 200: file.answer },
        },
        config,
      },
      async (request, reply) => {
        const answer = read(request, reply)
        if (answer === null) return reply
        const { from, to } = answer
        const language = request.query.in ?? languageOf(request.headers['accept-language'])
        const table = complaintsTableFile(answer, { as: end, language })
        const said = await answered(door, reply, { of: 'table', from, to, filters: {}, now: now(), table })
        return said === null ? reply : send(reply, said, end, `antre-complaints-${from}-${to}`)
      },
    )

  app.get(
    '/api/reports/sp4n',
    {
      schema: {
        operationId: 'listSp4n',
        summary: 'The counts of SP4N-LAPOR! that were entered, by month',
        tags,
        response: { 200: Type.Object({ months: Type.Array(Entry) }, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => ({ months: stored.sp4n() }),
  )

  app.post(
    '/api/reports/sp4n',
    {
      schema: {
        operationId: 'enterSp4n',
        summary:
          'Enter how many complaints SP4N-LAPOR! counted in a month; a second entry replaces the first',
        tags,
        body: meantBody({
          month: Month('The month'),
          count: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
        }),
        response: { 200: Type.Object({ months: Type.Array(Entry) }, closed) },
      },
      config: { problems: ['period-outside', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { month, count } = request.body
      if (month > hall.day.slice(0, 7)) return refuse(reply, 'period-outside')
      stored.putSp4n({ month, count, by: signedIn(request).id, at: Math.floor(now()) })
      return { months: stored.sp4n() }
    },
  )
}
