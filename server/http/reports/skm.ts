// The report of the survey: as it would be for some months, what was published of it, publishing and withdrawing.
import type { FastifyReply } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import type { Findings } from '../../findings/findings.ts'
import type { PublishedSkm, Skm } from '../../skm/published.ts'
import { plansOf, type SkmReport, type SkmSources, skmReport } from '../../skm/report.ts'
import type { SkmWriter } from '../../skm/writer.ts'
import { ikmReport, profileOf } from '../../survey/report.ts'
import type { Code } from '../ground/codes.ts'
import { asWritten, busy, docx } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { meantBody, Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, IdParams, instant, Month, Nothing, Null } from '../ground/schemas.ts'
import { inLanguage, tags } from './asked.ts'
import { earliestOf, type IkmDoor, ikmGround } from './ikm.ts'

const Weight = Type.Optional(
  Type.Enum(['exact', 'printed'], {
    type: 'string',
    description: '`exact`: 1/9 (the default); `printed`: 0.11 as many official sheets have it',
  }),
)
const months = {
  from: Month('The first month'),
  to: Month('The last month, included'),
  weight: Weight,
}
type Months = Static<ReturnType<typeof Type.Object<typeof months>>>

const Words = Type.Object({ id: Type.String(), en: Type.String() }, closed)
const OrNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>>(type: T) =>
  Type.Union([type, Null])
const Ikm = Type.Union([Type.Number({ minimum: 0, maximum: 100 }), Null])
const unit = { id: Type.String(), name: Words, ikm: Type.Number(), mutu: OrNull(Type.String()) }
const Report = Type.Object(
  {
    from: Type.String(),
    to: Type.String(),
    weight: Type.Enum(['exact', 'printed'], { type: 'string' }),
    hall: Words,
    place: Words,
    whole: Type.Object(
      {
        n: Type.Integer(),
        population: Type.Integer(),
        sample: Type.Integer(),
        reached: OrNull(Type.Number()),
        ikm: Ikm,
        mutu: OrNull(Type.String()),
        lacking: Type.Array(Type.String()),
        elements: Type.Array(Type.Object({ element: Type.String(), nrr: OrNull(Type.Number()) }, closed)),
        lowest: Type.Array(Type.String()),
      },
      closed,
    ),
    agencies: Type.Array(Type.Object(unit, closed)),
    services: Type.Array(Type.Object({ ...unit, agency: OrNull(Type.String()) }, closed)),
    without: Type.Integer({ description: 'Services with visitors but too few answers' }),
    profile: Type.Array(
      Type.Object(
        {
          question: Type.String(),
          text: Words,
          answers: Type.Array(
            Type.Object(
              { answer: Type.String(), text: Words, count: Type.Union([Type.Integer(), Null]) },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    plans: Type.Array(
      Type.Object(
        { element: Type.String(), what: Type.String(), owner: Type.String(), due: OrNull(Type.String()) },
        closed,
      ),
    ),
    trend: Type.Array(Type.Object({ month: Type.String(), ikm: Ikm }, closed)),
  },
  closed,
)
const Code = Type.Object(
  { url: Type.String(), side: Type.Integer(), path: Type.String() },
  {
    ...closed,
    description: 'QR code of the public page: modules per side, and the black ones as an SVG path',
  },
)
const Published = Type.Object({ id: Type.String(), at: Type.String(), report: Report }, closed)

const reportProblems: readonly Code[] = [
  'period-reversed',
  'period-outside',
  'nine-only',
  'too-many-requests',
  'storage-unavailable',
]

export interface SkmDoor extends IkmDoor {
  readonly skm: Skm
  readonly findings: Pick<Findings, 'list'>
  readonly writer: SkmWriter
  readonly access: Pick<Access, 'log' | 'staff'>
  /** Null: the hall has no public address to scan. */
  readonly publicUrl: string | null
}

/** Adds `/api/skm`, `/api/skm/report` and the same as `.docx`. */
export function addSkm(app: App, door: SkmDoor): void {
  const { skm, writer, hall, access, publicUrl, now } = door
  app.get(
    '/api/skm/report',
    {
      schema: {
        operationId: 'skmReport',
        summary: 'The report of the survey for these months, as it would be published now',
        tags,
        querystring: Type.Object(months, closed),
        response: { 200: Type.Object({ report: Report, code: Type.Union([Code, Null]) }, closed) },
      },
      config: { problems: reportProblems },
    },
    async ({ query }, reply) => {
      const report = await made(query, reply)
      return report === null
        ? reply
        : { report, code: publicUrl === null ? null : await codeOf(`${publicUrl}/skm/`) }
    },
  )

  app.get(
    '/api/skm/report.docx',
    {
      schema: {
        operationId: 'skmDocument',
        summary: 'The same, as a document that the office can edit',
        tags,
        querystring: Type.Object({ ...months, ...inLanguage }, closed),
        response: { 200: docx.answer },
      },
      config: { problems: reportProblems },
    },
    async ({ query, headers }, reply) => {
      if (writer.isBusy()) return busy(reply)
      const report = await made(query, reply)
      if (report === null) return reply
      const language = query.in ?? languageOf(headers['accept-language'])
      const name = `skm-${report.from}${report.to === report.from ? '' : `-${report.to}`}.docx`
      return asWritten(reply, writer.document(report, language, hall.day), docx.type, name)
    },
  )

  app.get(
    '/api/skm',
    {
      schema: {
        operationId: 'listSkm',
        summary: 'The published reports of the survey, latest period first',
        tags,
        response: { 200: Type.Object({ reports: Type.Array(Published) }, closed) },
      },
      config: { problems: ['storage-unavailable'] },
    },
    async () => ({ reports: skm.shown().map(shown) }),
  )

  app.post(
    '/api/skm',
    {
      schema: {
        operationId: 'publishSkm',
        summary:
          'Publish the report of these months as it is now; an earlier one of the same months is replaced',
        tags,
        body: meantBody(months),
        response: { 201: Type.Object({ published: Published }, closed) },
      },
      config: { problems: [...reportProblems, 'no-ikm'] },
    },
    async (request, reply) => {
      const report = await made(request.body, reply)
      if (report === null) return reply
      if (report.whole.ikm === null) return refuse(reply, 'no-ikm')
      const { id: by } = signedIn(request)
      const published = skm.publish(report, by, now())
      access.log.write({
        by: `staff:${by}`,
        action: 'skm-published',
        about: null,
        agency: null,
        detail: { period: report.from === report.to ? report.from : `${report.from} – ${report.to}` },
      })
      return reply.code(201).send({ published: shown(published) })
    },
  )

  app.delete(
    '/api/skm/:id',
    {
      schema: {
        operationId: 'withdrawSkm',
        summary: 'Withdraw a published report: the public no longer sees it',
        tags,
        params: IdParams,
        querystring: Type.Object(Until, closed),
        response: { 200: Nothing },
      },
      config: { problems: ['unknown-report', 'storage-unavailable'] },
    },
    async (request, reply) => {
      if (!skm.withdraw(request.params.id, now())) return refuse(reply, 'unknown-report')
      const { id: by } = signedIn(request)
      access.log.write({ by: `staff:${by}`, action: 'skm-withdrawn', about: null, agency: null })
      return {}
    },
  )

  /** The report of the months that were asked for; null: the reply has been sent. */
  async function made(
    { from, to, weight = 'exact' }: Months,
    reply: FastifyReply,
  ): Promise<SkmReport | null> {
    const refused = (code: Code, members: Record<string, string> = {}) => {
      refuse(reply, code, { members })
      return null
    }
    if (from > to) return refused('period-reversed')
    const [first, last] = [earliestOf(door.firstDay().slice(0, 7)), hall.day.slice(0, 7)]
    if (to < first || to > last)
      return refused('period-outside', { firstDay: door.firstDay(), lastDay: hall.day })
    const asked = { from: from < first ? first : from, to, weight }
    const report = await skmReport(sourcesFor(door, reply), asked)
    return report === 'nine-only' ? refused('nine-only') : report
  }
}

/** Where a report comes from; if there is no answer, the request has been refused by then. */
function sourcesFor(door: SkmDoor, reply: FastifyReply): SkmSources {
  const { hall, stored, findings, access } = door
  return {
    rows: (question) => ikmReport(ikmGround(door, reply), { ...question, agency: null }),
    profile: (from, to) =>
      profileOf(stored, { from, to }).map(({ question, text, values }) => ({
        question,
        text,
        answers: values.map(({ value, ...rest }) => ({ answer: value, ...rest })),
      })),
    plans: () => plansOf(findings.list(), (username) => access.staff.byUsername(username)?.name),
    place: () => hall.layout.base,
  }
}

const shown = ({ id, at, report }: PublishedSkm) => ({ id, at: instant(at) ?? '', report })

/** Loaded when it is needed: it takes memory. */
async function codeOf(url: string) {
  const { qrModules, qrPath } = await import('../../slip/drawing/qr.ts')
  const modules = qrModules(url)
  return { url, side: modules.length, path: qrPath(modules, 1) }
}
