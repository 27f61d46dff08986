// What else the reports are asked for: which periods there are, the steps themselves as lines, and the figures that
// everybody may see.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { TableLanguage } from '../../reports/question.ts'
import type { PublicFigures } from '../../reports/shown.ts'
import { isDay, nextDay } from '../../time-zone.ts'
import { mark } from '../../sheets/csv.ts'
import { busy, csv } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Null } from '../ground/schemas.ts'
import {
  answered,
  asked,
  Count,
  inLanguage,
  Name,
  period,
  periodAnswer,
  reportProblems,
  RETRY_SECONDS,
  type ReportsDoor,
  send,
  tags,
} from './asked.ts'

const PeriodsAnswer = Type.Object(
  {
    timeZone: Type.String(),
    today: Type.String(),
    firstDay: Type.String(),
    lastDay: Type.String(),
    months: Type.Array(Type.String(), { description: 'From the first day’s month to this one, `2026-11`' }),
    officers: Type.Boolean({ description: 'Whether the plan allows figures of officers' }),
    public: Type.Boolean({ description: 'Whether the plan has the public page' }),
  },
  closed,
)
const PublicAnswer = Type.Object(
  {
    day: Type.String(),
    visitors: Type.Union([Count, Null], { description: 'Today; null: fewer than five' }),
    period: Type.Union([Type.Object(periodAnswer, closed), Null], {
      description: 'When the usual hours were last computed',
    }),
    ikm: Type.Union(
      [
        Type.Object(
          { from: Type.String(), to: Type.String(), ikm: Type.Number(), mutu: Type.String(), n: Count },
          closed,
        ),
        Null,
      ],
      { description: 'The public satisfaction index of the latest published report; null: there is none' },
    ),
    services: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Name,
          hours: Type.Array(
            Type.Object(
              {
                weekday: Type.Integer({ minimum: 1, maximum: 7 }),
                hour: Type.Integer({ minimum: 0, maximum: 23 }),
                usual: Type.Union([Type.Number({ minimum: 0 }), Null], {
                  description: 'Numbers given in that hour, on average; null: hidden',
                }),
              },
              closed,
            ),
          ),
          quiet: Type.Union([Type.Object({ weekday: Type.Integer(), hour: Type.Integer() }, closed), Null]),
        },
        closed,
      ),
    ),
  },
  closed,
)

/** How many days of steps are asked for at a time: a slow reader holds no more than these. */
const DAYS_AT_ONCE = 7

interface OthersDoor extends ReportsDoor {
  readonly access: Pick<Access, 'log'>
  readonly figures: PublicFigures
}

/** Adds `/api/reports/periods`, `/rows.csv` and `/api/angka`. */
export function addOtherReports(app: App, door: OthersDoor): void {
  const { hall, access, figures, firstDay, now } = door
  const rules = () => hall.layout.base.reports ?? {}

  app.get(
    '/api/reports/periods',
    {
      schema: {
        operationId: 'reportPeriods',
        summary: 'The days and months that have reports',
        tags,
        response: { 200: PeriodsAnswer },
      },
    },
    async () => {
      const { officers = false, public: isPublic = false } = rules()
      return {
        timeZone: hall.layout.base.timeZone,
        today: hall.day,
        firstDay: firstDay(),
        lastDay: hall.day,
        months: monthsBetween(firstDay(), hall.day),
        officers,
        public: isPublic,
      }
    },
  )

  app.get(
    '/api/reports/rows.csv',
    {
      schema: {
        operationId: 'reportRows',
        summary: 'Every step as a line (RFC 4180), for other programs; without queue numbers and staff',
        tags,
        querystring: Type.Object({ ...period, ...inLanguage }, closed),
        response: {
          200: {
            content: { 'text/csv': { schema: Type.Unsafe<Readable>({ contentMediaType: 'text/csv' }) } },
          },
        },
      },
      config: { problems: reportProblems },
    },
    async (request, reply) => {
      if (asked(door, request, reply) === null) return reply
      const { from, to, in: wanted } = request.query
      const language = wanted ?? languageOf(request.headers['accept-language'])
      const first = from < firstDay() ? firstDay() : from
      const last = to > hall.day ? hall.day : to
      const weeks = weeksBetween(first, last)
      // Its first lines, before anything is sent: whatever is wrong can still be said as a problem.
      const begun = await answered(door, reply, rowsOf(weeks[0] ?? { from, to }, language, true))
      if (begun === null || !('text' in begun)) return reply
      const { id, agency } = signedIn(request)
      access.log.write({ by: `staff:${id}`, action: 'rows-exported', about: null, agency })
      return reply
        .headers({
          'content-type': csv.type,
          'content-disposition': `attachment; filename="antre-rows-${from}-${to}.csv"`,
        })
        .send(Readable.from(lines(begun.text, weeks.slice(1), language)))
    },
  )

  const rowsOf = (days: { from: string; to: string }, language: TableLanguage, withHead: boolean) =>
    ({ of: 'rows', ...days, filters: {}, now: now(), language, withHead }) as const

  /** Asks for each week when the reader has taken the one before. */
  async function* lines(begun: string, weeks: { from: string; to: string }[], language: TableLanguage) {
    yield mark + begun
    for (const week of weeks) {
      const said = await door.reporter.ask(rowsOf(week, language, false), hall.seq)
      // Cuts the connection, so that nobody takes a part for the whole.
      if (!('text' in said)) throw new Error('the rows broke off')
      if (said.text !== '') yield said.text
    }
  }

  app.get(
    '/api/angka',
    {
      schema: {
        operationId: 'publicFigures',
        summary: 'How many visitors came today, and which hours are usually busy; if the plan publishes it',
        tags,
        response: { 200: PublicAnswer },
      },
      config: { problems: ['not-found', 'too-many-requests', 'storage-unavailable'] },
    },
    async (_request, reply) => {
      if (!figures.isOpen()) return refuse(reply, 'not-found')
      if (!figures.isFresh() && door.reporter.isBusy()) return busy(reply)
      try {
        return send(reply, { text: await figures.text() }, 'json', '')
      } catch {
        // The keeper of the process logs it.
        return refuse(reply, 'storage-unavailable', { retryAfter: RETRY_SECONDS })
      }
    },
  )
}

/** `2026-11`, from the month of one day to that of another. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (;;) {
    const label = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (label > to.slice(0, 7)) return months
    months.push(label)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
}

/** The period in pieces of a week; both days included. */
function weeksBetween(from: string, to: string): { from: string; to: string }[] {
  const weeks: { from: string; to: string }[] = []
  for (let first = from; first <= to && isDay(first);) {
    let last = first
    for (let nth = 1; nth < DAYS_AT_ONCE && last < to; nth += 1) last = nextDay(last)
    weeks.push({ from: first, to: last })
    first = nextDay(last)
  }
  return weeks
}
