// Files over HTTP: what is said about one that was sent, in which shape, and how one is sent out.
import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { ReadFile } from '../../sheets/question.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed, Null } from './schemas.ts'

/** The most bytes of a file sent to us: forty times the sheets of a large hall. */
export const MOST_FILE = 8 * 1024 * 1024
/** Seconds after which it is worth asking again while other files are read. */
const RETRY_SECONDS = 5

export const FileLanguage = Type.Enum(['id', 'en'], {
  type: 'string',
  description: 'Language of the headings and sentences; by default the one that the request accepts',
})
export const Flag = (description: string) => Type.Literal('1', { description })

const TextOrNull = (description?: string) =>
  Type.Union([Type.String(), Null], description === undefined ? {} : { description })

/** A fault, question or note about a file. */
const SaidOfFile = Type.Object(
  {
    sheet: TextOrNull(),
    row: Type.Union([Type.Integer(), Null]),
    column: TextOrNull('The column’s heading; in a JSON file the place in the plan'),
    cell: TextOrNull('`C12`'),
    code: Type.String(),
    detail: Type.String(),
    blocks: Type.Boolean({ description: 'Nothing can be taken while this stands' }),
    ask: Type.Optional(
      Type.Object(
        {
          row: Type.String({ description: 'For `choose`: `service:12`' }),
          choices: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
)
const SheetChange = Type.Object(
  {
    kind: Type.String(),
    id: TextOrNull(),
    what: Type.Enum(['added', 'changed', 'gone'], { type: 'string' }),
    name: Type.String({ description: 'What the thing is called' }),
    field: TextOrNull('The field that changes; `order`: the order of the rows'),
    heading: TextOrNull('The heading of its column'),
    before: Type.Unknown(),
    after: Type.Unknown(),
    words: Type.Object(
      { before: TextOrNull(), after: TextOrNull() },
      { ...closed, description: 'The same, as written in the cells' },
    ),
  },
  closed,
)
/** What every answer about a file has. */
export const fileAnswer = {
  changes: Type.Array(SheetChange),
  faults: Type.Array(SaidOfFile),
  notes: Type.Array(SaidOfFile, { description: 'Worth knowing, but not wrong' }),
}
/** An answer that is a file: always of this type, or of whichever it says. */
export const fileOf = (type?: string) => ({
  content: {
    [type ?? '*/*']: {
      schema: Type.Unsafe<Uint8Array | Readable>(type === undefined ? {} : { contentMediaType: type }),
    },
  },
})
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The kinds of files that are sent out. */
export const workbook = {
  end: 'xlsx',
  type: xlsxType,
  answer: fileOf(xlsxType),
  says: 'a workbook',
} as const
export const csv = {
  end: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  answer: fileOf('text/csv'),
  says: 'a table (RFC 4180)',
} as const
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const docx = { end: 'docx', type: docxType, answer: fileOf(docxType) } as const
export const json = {
  end: 'json',
  type: 'application/json; charset=utf-8',
  answer: fileOf('application/json'),
} as const

/** A scope in which a body of any type is the bytes of a file. */
export async function withFiles(app: App, add: (scope: App) => void): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    add(scope as App)
  })
}

export function bytesOf(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array()
}

type Said = ReadFile['faults'][number]
type AnswerOfFault = ReturnType<typeof copied>

/** As the answer's schema has it: with mutable lists. */
export function copied({ ask, ...said }: Said) {
  return ask ? { ...said, ask: { row: ask.row, choices: [...ask.choices] } } : said
}

export function asFile(reply: FastifyReply, bytes: Uint8Array, type: string, name: string): FastifyReply {
  return reply
    .headers({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** Sends out the file once it is written; if it could not be written, it is worth trying again. */
export async function asWritten(
  reply: FastifyReply,
  written: Promise<Uint8Array>,
  type: string,
  name: string,
): Promise<FastifyReply> {
  try {
    return asFile(reply, await written, type, name)
  } catch {
    // The keeper of the process logs it.
    return busy(reply)
  }
}

export function busy(reply: FastifyReply): FastifyReply {
  return refuse(reply, 'too-many-requests', { retryAfter: RETRY_SECONDS })
}

/** A file in which something is unclear: none of it is taken. */
export function fileRefused(reply: FastifyReply, faults: readonly AnswerOfFault[]): FastifyReply {
  return refuse(reply, 'sheet-faults', { members: { faults } })
}

// Parts of a file: televisions ask for a sound in pieces, and some refuse to play a file that is not offered in
// pieces. One piece at a time; a request for several gets the whole, as RFC 9110 (14.2) allows.

/** A piece, both ends included. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** Which of `size` bytes a `Range` header asks for; null: all; `beyond`: only bytes past the end. */
export function pieceOf(header: string | undefined, size: number): Piece | null | 'beyond' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = asked ?? []
  if (first === '' && last === '') return null
  if (first === '')
    return Number(last) === 0 ? 'beyond' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  // A range whose end is before its beginning is invalid.
  if (last !== '' && Number(last) < Number(first)) return null
  if (Number(first) >= size) return 'beyond'
  return { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

// Answers that are a picture.

/** Opened on its own, an SVG is a page: it may show its own font and pictures, and do nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** The responses of a route that sends a picture with `sendSvg`. */
export const svgAnswer = {
  200: { content: { 'image/svg+xml': { schema: Type.String({ format: 'binary' }) } } },
}

/** Answers with a picture that can do nothing, even if it is opened on its own. */
export function sendSvg(reply: FastifyReply, svg: string): FastifyReply {
  return reply
    .headers({ 'content-type': 'image/svg+xml; charset=utf-8', 'content-security-policy': policy })
    .send(svg)
}
