// Marks on the time axis, and the monthly reports that were kept, as JSON and as tables.
import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { markKinds, type StoredMarks, type StoredMonths } from '../../reports/kept.ts'
import { isDay } from '../../time-zone.ts'
import { csv, workbook } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody, Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Day, Id, IdParams, instant, Nothing, Null, Written } from '../ground/schemas.ts'
import { answered, inLanguage, periodAnswer, type ReportsDoor, reportProblems, send, tags } from './asked.ts'
import { CountersParts, MissingRow, StepsRow, VisitsParts } from './shapes.ts'

const Kind = Type.Enum([...markKinds], { type: 'string' })
/** A line on a chart has room for no more. */
const MarkText = Written(200)
const Mark = Type.Object({ id: Type.String(), day: Type.String(), kind: Kind, text: Type.String() }, closed)

const MonthPart = Type.Object(
  {
    steps: Type.Object(
      {
        hall: Type.Array(StepsRow),
        service: Type.Array(StepsRow),
        agency: Type.Array(StepsRow),
        day: Type.Array(StepsRow),
        weekday: Type.Array(StepsRow),
        hour: Type.Array(StepsRow),
        class: Type.Array(StepsRow),
      },
      closed,
    ),
    visits: Type.Object(VisitsParts, closed),
    counters: Type.Object(CountersParts, closed),
    missing: Type.Array(MissingRow),
  },
  closed,
)
const MonthAnswer = Type.Object(
  {
    month: Type.String(),
    ...periodAnswer,
    madeAt: Type.String(),
    hall: Type.Union([MonthPart, Null], { description: 'Null for a supervisor' }),
    agencies: Type.Record(Type.String(), MonthPart),
  },
  closed,
)

const MonthParams = Type.Object({ month: Id }, closed)
/** Names of a month's tables: steps by six things, three of visits, two of counters, one of papers. */
const MONTH_TABLES = 12

interface Door extends ReportsDoor {
  readonly marks: StoredMarks
  readonly months: StoredMonths
  readonly access: Pick<Access, 'log'>
}

/** Adds `/api/reports/marks` and `/api/reports/months`. */
export function addKeptReports(app: App, door: Door): void {
  const { marks, months, access } = door
  app.get(
    '/api/reports/marks',
    {
      schema: {
        operationId: 'listMarks',
        summary: 'Marks on the time axis: what happened, and when',
        tags,
        response: { 200: Type.Object({ marks: Type.Array(Mark) }, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => ({ marks: marks.list().map(({ id, day, kind, text }) => ({ id, day, kind, text })) }),
  )

  app.post(
    '/api/reports/marks',
    {
      schema: {
        operationId: 'addMark',
        summary: 'Note what happened on a day',
        tags,
        body: meantBody({ day: Day('The day'), kind: Kind, text: MarkText }),
        response: { 201: Type.Object({ mark: Mark }, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async (request, reply) => {
      const { day, kind, text } = request.body
      if (!isDay(day)) return refuse(reply, 'bad-request', { members: { property: 'day' } })
      const { id: by } = signedIn(request)
      const mark = { id: randomUUID(), day, kind, text: text.trim() }
      marks.add({ ...mark, by })
      access.log.write({
        by: `staff:${by}`,
        action: 'mark-added',
        about: null,
        agency: null,
        detail: { day },
      })
      return reply.code(201).send({ mark })
    },
  )

  app.delete(
    '/api/reports/marks/:id',
    {
      schema: {
        operationId: 'removeMark',
        summary: 'Delete a mark',
        tags,
        params: IdParams,
        querystring: Type.Object(Until, closed),
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-mark', 'storage-unavailable'] },
    },
    async (request, reply) => {
      if (!marks.remove(request.params.id)) return refuse(reply, 'unknown-mark')
      const { id: by } = signedIn(request)
      access.log.write({ by: `staff:${by}`, action: 'mark-removed', about: null, agency: null })
      return {}
    },
  )

  app.get(
    '/api/reports/months',
    {
      schema: {
        operationId: 'listMonths',
        summary: 'The months that have a report',
        tags,
        response: {
          200: Type.Object(
            {
              months: Type.Array(Type.Object({ month: Type.String(), madeAt: Type.String() }, closed)),
            },
            closed,
          ),
        },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => ({
      months: months.list().map(({ month, madeAt }) => ({ month, madeAt: instant(madeAt) ?? '' })),
    }),
  )

  app.get(
    '/api/reports/months/:month',
    {
      schema: {
        operationId: 'readMonth',
        summary: 'The report of a month as it was made; a supervisor gets the part of their own agency',
        tags,
        params: MonthParams,
        response: { 200: MonthAnswer },
      },
      config: { problems: ['unknown-month', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { month } = request.params
      const made = months.list().find((one) => one.month === month)
      if (!made) return refuse(reply, 'unknown-month')
      const own = signedIn(request).agency
      const parts = months.of(month)
      const whole = own === null ? parts.find(({ agency }) => agency === null) : null
      const agencies = parts.flatMap(({ agency, text }) =>
        agency !== null && (own === null || agency === own) ? [`${JSON.stringify(agency)}:${text}`] : [],
      )
      // Put together from the parts as they were written: parsing them first would hold the hall up.
      const head = JSON.stringify({
        month,
        from: `${month}-01`,
        to: lastDayOf(month),
        madeAt: instant(made.madeAt),
      })
      const text = `${head.slice(0, -1)},"hall":${whole?.text ?? 'null'},"agencies":{${agencies.join()}}}`
      return send(reply, { text }, 'json', '')
    },
  )

  for (const [as, file] of [
    ['csv', csv],
    ['xlsx', workbook],
  ] as const)
    app.get(
      `/api/reports/months/:month/tables.${as}`,
      {
        schema: {
          operationId: `monthTablesAs${as}`,
          summary: `The report of a month as it was made, for the hall or for an agency, as ${file.says}`,
          tags,
          params: MonthParams,
          querystring: Type.Object(
            {
              agency: Type.Optional(Id),
              sheet: Type.Optional(
                Type.Enum(
                  Array.from({ length: MONTH_TABLES }, (_, nth) => String(nth + 1)),
                  { type: 'string', description: 'Which of its tables, as CSV' },
                ),
              ),
              ...inLanguage,
            },
            closed,
          ),
          response: { 200: file.answer },
        },
        config: { problems: [...reportProblems, 'unknown-month'] },
      },
      async (request, reply) => {
        const { month } = request.params
        const { agency: wanted, sheet = '1', in: language } = request.query
        const own = signedIn(request).agency
        if (own !== null && wanted !== undefined && wanted !== own) return refuse(reply, 'not-allowed')
        const agency = own ?? wanted ?? null
        const parts = months.of(month)
        if (parts.length === 0) return refuse(reply, 'unknown-month')
        const part = parts.find((one) => one.agency === agency)?.text
        if (part === undefined) return refuse(reply, 'unknown-agency')
        const said = await answered(door, reply, {
          of: 'month-table',
          month,
          part,
          form: {
            as,
            language: language ?? languageOf(request.headers['accept-language']),
            sheet: Number(sheet) - 1,
          },
          from: `${month}-01`,
          to: lastDayOf(month),
          filters: {},
          now: door.now(),
        })
        const name = `antre-${month}${agency === null ? '' : `-${agency}`}`
        return said === null ? reply : send(reply, said, as, name)
      },
    )
}

const lastDayOf = (month: string) =>
  ['31', '30', '29', '28'].map((last) => `${month}-${last}`).find(isDay) ?? `${month}-28`
