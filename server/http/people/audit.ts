// The audit for those who may look into it: who did what and when, page by page, and as a table to download.
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { type Audit, csv } from '../../audit/audit.ts'
import { type AuditLine, type Question, readPlace } from '../../audit/question.ts'
import { paperNumberTyped } from '../../hall/emergency.ts'
import { numberTyped } from '../../hall/reception/reception.ts'
import { isDay } from '../../time-zone.ts'
import { languageOf } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import { signedIn, type App } from '../ground/request.ts'
import { closed, Day, Id, Instant, Null } from '../ground/schemas.ts'

/** Lines of a page, unless the asker wants fewer. */
const USUAL = 50
/**
 * How many searches and tables may run at the same time: each reads a day or more, a slice in every turn of the loop.
 */
const MOST_AT_ONCE = 4
const RETRY_SECONDS = 2

const tags = ['audit']
const filters = {
  number: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 20,
      description: 'As on the slip; of the last day if no day is named',
    }),
  ),
  counter: Type.Optional(Id),
  staff: Type.Optional(Type.String({ ...Id, description: 'A user name' })),
  device: Type.Optional(Id),
  day: Type.Optional(Day('Only this day; with `from`, the last day')),
  from: Type.Optional(Day('The first day')),
  language: Type.Optional(Type.Enum(['id', 'en'], { type: 'string' })),
}
const Filters = Type.Object(filters, closed)
const Asked = Type.Object(
  {
    ...filters,
    before: Type.Optional(
      Type.String({
        pattern: '^\\d{1,15}(\\.\\d{1,15})?$',
        description: '`next` of the page before this one',
      }),
    ),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|1\\d\\d|200)$', description: '1 to 200' })),
  },
  closed,
)

const Text = Type.Union([Type.String(), Null])
const Line = Type.Object(
  {
    record: Type.Enum(['journal', 'access'], { type: 'string' }),
    seq: Type.Integer({ description: 'Its place in its record, which has no gaps' }),
    at: Instant,
    day: Type.String(),
    time: Type.String({ description: 'By the hall’s clock, `08:04:20`' }),
    who: Type.String(),
    staff: Type.Union([Type.String(), Null], { description: 'The user name, if a person did it' }),
    what: Type.String({ description: 'A sentence' }),
    note: Type.Union([Type.String(), Null], {
      description: 'What somebody typed with it, as long as it is kept',
    }),
    number: Text,
    counter: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }, closed), Null]),
  },
  closed,
)
const Page = Type.Object(
  {
    lines: Type.Array(Line, { maxItems: 200, description: 'The newest first' }),
    next: Type.Union([Type.String(), Null], {
      description: 'Where the next page begins; null: this is the last one',
    }),
    reached: Type.Union([Type.String(), Null], { description: 'The oldest day that was looked at' }),
  },
  closed,
)

export interface AuditDoor {
  readonly audit: Audit
  readonly access: Pick<Access, 'staff' | 'log'>
}

/** Adds `/api/audit` and `/api/audit.csv`. */
export function addAudit(app: App, { audit, access }: AuditDoor): void {
  let running = 0

  app.get(
    '/api/audit',
    {
      schema: {
        operationId: 'readAudit',
        summary: 'Who did what and when, in words: the journal and the access log, newest first',
        tags,
        querystring: Asked,
        response: { 200: Page },
      },
      config: { problems: ['too-many-requests', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const { before, limit } = request.query
      const question = questionOf(request)
      if ('wrong' in question) return refuse(reply, 'bad-request', { members: { property: question.wrong } })
      if (running >= MOST_AT_ONCE) return busy(reply)
      running += 1
      try {
        const { lines, ...page } = await audit.page(question, readPlace(before), Number(limit ?? USUAL))
        return { lines: lines.map(answered), ...page }
      } finally {
        running -= 1
      }
    },
  )

  app.get(
    '/api/audit.csv',
    {
      schema: {
        operationId: 'exportAudit',
        summary: 'The same as a table (RFC 4180), oldest first; without a day, that of the last one',
        tags,
        querystring: Filters,
        response: {
          200: {
            content: { 'text/csv': { schema: Type.Unsafe<Readable>({ contentMediaType: 'text/csv' }) } },
          },
        },
      },
      config: { problems: ['too-many-requests', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const asked = questionOf(request)
      if ('wrong' in asked) return refuse(reply, 'bad-request', { members: { property: asked.wrong } })
      if (running >= MOST_AT_ONCE) return busy(reply)
      const last = audit.lastDay()
      const question = asked.from === null ? { ...asked, from: last, to: last } : asked
      const { id, agency } = signedIn(request)
      access.log.write({ by: `staff:${id}`, action: 'audit-exported', about: null, agency })
      const texts = audit.texts(question.language)
      const table = Readable.from(csv(audit.all(question), texts))
      running += 1
      table.once('close', () => (running -= 1))
      const name = [texts.file, question.from, question.to].filter((part) => part !== null)
      return reply
        .headers({
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': `attachment; filename="${[...new Set(name)].join('-')}.csv"`,
        })
        .send(table)
    },
  )

  /** The search, if this person may make it: a supervisor sees what concerns their own agency. Names what is wrong. */
  function questionOf(
    request: FastifyRequest<{ Querystring: Static<typeof Filters> }>,
  ): Question | { readonly wrong: string } {
    const { number, counter = null, staff, device = null, day, from, language } = request.query
    for (const [name, value] of Object.entries({ day, from })) {
      if (value !== undefined && !isDay(value)) return { wrong: name }
    }
    const plain = number === undefined ? null : (numberTyped(number) ?? paperNumberTyped(number))
    if (number !== undefined && plain === null) return { wrong: 'number' }
    // A number belongs to somebody else each day.
    const named = day ?? (number === undefined || from !== undefined ? null : audit.lastDay())
    return {
      number: plain,
      counter,
      // For a user name that nobody has: it matches no id.
      staff: staff === undefined ? null : (access.staff.byUsername(staff)?.id ?? ''),
      device,
      from: from ?? named,
      to: named,
      agency: signedIn(request).agency,
      language: language ?? languageOf(request.headers['accept-language']),
    }
  }
}

function busy(reply: FastifyReply): FastifyReply {
  return refuse(reply, 'too-many-requests', { retryAfter: RETRY_SECONDS })
}

function answered({ at, ...line }: AuditLine): Static<typeof Line> {
  return { ...line, at: new Date(at).toISOString() }
}
