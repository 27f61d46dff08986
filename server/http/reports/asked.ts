// What every report is asked with: a period, filters for the steps, and who asks. And how its reply goes out.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Reporter } from '../../reports/reporter.ts'
import { type FilterName, type Filters, filterNames, type Question } from '../../reports/question.ts'
import type { Reply } from '../../reports/work.ts'
import type { Hall } from '../../hall/hall.ts'
import { isDay } from '../../time-zone.ts'
import { problemText } from '../../texts/answers.ts'
import type { Code } from '../ground/codes.ts'
import { asFile, busy, csv, FileLanguage, workbook } from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import { signedIn } from '../ground/request.ts'
import { closed, Day, Null } from '../ground/schemas.ts'

/** What the routes of the reports need. */
export interface ReportsDoor {
  readonly reporter: Reporter
  readonly hall: Hall
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  /** The day of the first opening ever. */
  readonly firstDay: () => string
}

export const tags = ['reports']
export const reportProblems: readonly Code[] = [
  'period-reversed',
  'period-outside',
  'unknown-agency',
  'unknown-service',
  'unknown-counter',
  'unknown-zone',
  'too-many-rows',
  'too-many-requests',
  'storage-unavailable',
]

export const period = {
  from: Day('The first day'),
  to: Day('The last day, included'),
}

const Ids = (what: string) =>
  Type.String({
    minLength: 1,
    maxLength: 4000,
    pattern: '^[^,]{1,100}(,[^,]{1,100})*$',
    description: `Only these ${what}: ids, separated by commas`,
  })
export const filters = {
  agency: Type.Optional(Ids('agencies')),
  service: Type.Optional(Ids('services')),
  counter: Type.Optional(Ids('counters')),
  zone: Type.Optional(Ids('zones')),
  class: Type.Optional(
    Type.Enum(['regular', 'priority', 'regular,priority', 'priority,regular'], { type: 'string' }),
  ),
  language: Type.Optional(Ids('languages of visitors')),
  weekday: Type.Optional(
    Type.String({
      pattern: '^[1-7](,[1-7]){0,6}$',
      description: 'Only these weekdays, 1 (Monday) to 7, separated by commas',
    }),
  ),
  hour: Type.Optional(
    Type.String({
      pattern: '^(1?\\d|2[0-3])(,(1?\\d|2[0-3])){0,23}$',
      description: 'Only tickets of these hours, 0 to 23, separated by commas; no effect on counters',
    }),
  ),
}
export const inLanguage = { in: Type.Optional(FileLanguage) }

export const Asked = Type.Object({ ...period, ...filters }, closed)
export type Asked = Static<typeof Asked>

export const Spread = Type.Union(
  [
    Type.Object(
      { mean: Type.Number(), p50: Type.Number(), p90: Type.Number(), max: Type.Number() },
      { ...closed, description: 'Seconds; percentiles by nearest rank' },
    ),
    Null,
  ],
  { description: 'Null: fewer than five values' },
)
export const Name = Type.Union([Type.Object({ id: Type.String(), en: Type.String() }, closed), Null], {
  description: 'Its latest name in the period',
})
export const periodAnswer = { from: Type.String(), to: Type.String() }
export const Count = Type.Integer({ minimum: 0 })
export const Share = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Null])

/** How much of what they ask for somebody may see. */
export interface May {
  readonly filters: Filters
  /** The only agency they may see; null: all. */
  readonly own: string | null
}

/**
 * A question about a period, if it can be asked; else the reply has been sent. A supervisor asks about their own
 * agency, whether they say so or not.
 */
export function asked(
  { hall, firstDay }: ReportsDoor,
  request: FastifyRequest<{ Querystring: Asked }>,
  reply: FastifyReply,
): May | null {
  const { from, to } = request.query
  for (const [property, day] of Object.entries({ from, to }))
    if (!isDay(day)) return refused(reply, 'bad-request', { members: { property } })
  if (from > to) return refused(reply, 'period-reversed')
  const [first, last] = [firstDay(), hall.day]
  if (to < first || from > last) {
    const language = languageOf(request.headers['accept-language'])
    const detail = problemText(from > last ? 'future' : 'before', { first, last })[language]
    return refused(reply, 'period-outside', { detail, members: { firstDay: first, lastDay: last } })
  }
  const wanted: Partial<Record<FilterName, readonly string[]>> = {}
  for (const name of filterNames) {
    const list = request.query[name]
    if (list !== undefined) wanted[name] = [...new Set(list.split(','))]
  }
  const own = signedIn(request).agency
  if (own === null) return { filters: wanted, own }
  if (wanted.agency?.some((agency) => agency !== own)) return refused(reply, 'not-allowed')
  return { filters: { ...wanted, agency: [own] }, own }
}

function refused(...[reply, code, extra]: Parameters<typeof refuse>): null {
  refuse(reply, code, extra)
  return null
}

/** Asks, and gives up when the asker leaves. Null: the reply has been sent, or nobody is there any more. */
export async function answered(
  { reporter, hall }: ReportsDoor,
  reply: FastifyReply,
  question: Question,
  seq = hall.seq,
): Promise<Extract<Reply, { text: string } | { bytes: Uint8Array }> | null> {
  if (reporter.isBusy()) {
    busy(reply)
    return null
  }
  const gone = new AbortController()
  const left = () => gone.abort()
  reply.raw.once('close', left)
  // A line on which nothing moves for longer is cut. What was prepared by then is kept for the next try.
  let isLate = false
  const late = setTimeout(() => {
    isLate = true
    left()
  }, PATIENCE_MS).unref()
  try {
    const said = await reporter.ask(question, seq, gone.signal)
    if ('text' in said || 'bytes' in said) return said
    if (!('refused' in said)) return null
    return refused(reply, said.refused, 'about' in said ? { members: { about: said.about } } : {})
  } catch {
    // The keeper of the process logs it.
    if (isLate) busy(reply)
    else if (!gone.signal.aborted) refuse(reply, 'storage-unavailable', { retryAfter: RETRY_SECONDS })
    return null
  } finally {
    clearTimeout(late)
    reply.raw.off('close', left)
  }
}

export const RETRY_SECONDS = 5
const PATIENCE_MS = 20_000

/** Sends what was computed as it is: the process wrote it as JSON or as a table. */
export function send(
  reply: FastifyReply,
  said: Extract<Reply, { text: string } | { bytes: Uint8Array }>,
  end: 'json' | 'csv' | 'xlsx',
  name: string,
): FastifyReply {
  if ('bytes' in said) return asFile(reply, said.bytes, workbook.type, `${name}.xlsx`)
  const bytes = Buffer.from(said.text)
  if (end === 'csv') return asFile(reply, bytes, csv.type, `${name}.csv`)
  return reply.header('content-type', 'application/json; charset=utf-8').send(bytes)
}
