// The plan as a spreadsheet: written for people who edit it in Excel or LibreOffice, and read back into the draft.
import type { FastifyReply } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Drafts } from '../../drafts/drafts.ts'
import type { Hall } from '../../hall/hall.ts'
import { kindNames } from '../../sheets/kind-names.ts'
import type { ReadFile } from '../../sheets/question.ts'
import type { Sheets } from '../../sheets/sheets.ts'
import { languageOf } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Null, NumberText } from '../ground/schemas.ts'

const tags = ['hall']
/** Bytes of a file that is sent: forty times the sheets of a large hall. */
export const MOST_FILE = 8 * 1024 * 1024
/** Seconds after which it is worth asking again while other files are read. */
const RETRY_SECONDS = 5

export const SheetLanguage = Type.Enum(['id', 'en'], {
  type: 'string',
  description: 'Of the headings and sentences; by default what the request accepts',
})
const Flag = (description: string) => Type.Literal('1', { description })
const Draft = Flag('The draft; without one, or without this, the plan that is live')

const TextOrNull = (description?: string) =>
  Type.Union([Type.String(), Null], description === undefined ? {} : { description })

/** A fault, question or note about a file. */
const SaidOfFile = Type.Object(
  {
    sheet: TextOrNull(),
    row: Type.Union([Type.Integer(), Null]),
    column: TextOrNull('Its heading; in a JSON file the place in the plan'),
    cell: TextOrNull('`C12`'),
    code: Type.String(),
    detail: Type.String(),
    blocks: Type.Boolean({ description: 'Nothing can be taken as long as it is there' }),
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
    field: TextOrNull('The field that changes; `order`: the rows stand in another order'),
    heading: TextOrNull('The heading of its column'),
    before: Type.Unknown(),
    after: Type.Unknown(),
    words: Type.Object(
      { before: TextOrNull(), after: TextOrNull() },
      { ...closed, description: 'The same as the cells say it' },
    ),
  },
  closed,
)
/** What every answer about a file says. */
export const fileAnswer = {
  changes: Type.Array(SheetChange),
  faults: Type.Array(SaidOfFile),
  notes: Type.Array(SaidOfFile, { description: 'Worth knowing, though nothing is wrong' }),
}
const ImportAnswer = Type.Object(
  {
    ...fileAnswer,
    from: Type.Integer({ description: 'The number of the draft, to be sent back as ?from= with `take`' }),
    base: Type.Integer({ description: 'The current plan, to be sent back as ?base=' }),
    taken: Type.Boolean(),
  },
  closed,
)
export type ImportAnswer = Static<typeof ImportAnswer>

/** Answers to questions, `service:12=ktp,service:13=new`. */
export const Choose = Type.String({
  maxLength: 4000,
  pattern: '^(?:[a-z]+:[0-9]{1,6}=[A-Za-z0-9./_-]{1,140}(?:,|$))+$',
  description: 'Answers to questions about rows: `service:12=<id>` or `service:12=new`, with commas between',
})

const fileOf = (type: string) => ({
  content: { [type]: { schema: Type.Unsafe<Uint8Array>({ contentMediaType: type }) } },
})
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const workbook = { type: xlsxType, answer: fileOf(xlsxType) }
const csvType = 'text/csv; charset=utf-8; header=present'

interface Parts {
  readonly hall: Hall
  readonly drafts: Drafts
  readonly sheets: Sheets
}

/** Adds `/api/plan.xlsx`, `/api/plan.csv`, `/api/plan.json` and `/api/plan/import`. */
export async function addSheets(app: App, { hall, drafts, sheets }: Parts): Promise<void> {
  const planOf = (draft: string | undefined) =>
    (draft === undefined ? null : drafts.read().draft?.plan) ?? hall.layout.base
  const nameOf = (draft: string | undefined, end: string) =>
    `antre-${draft === undefined ? '' : 'draft-'}${hall.day}.${end}`

  app.get(
    '/api/plan.xlsx',
    {
      schema: {
        operationId: 'exportPlan',
        summary: 'The plan as a workbook for Excel or LibreOffice, one sheet a kind',
        tags,
        querystring: Type.Object(
          { draft: Type.Optional(Draft), language: Type.Optional(SheetLanguage) },
          closed,
        ),
        response: { 200: workbook.answer },
      },
      config: { problems: ['too-many-requests'] },
    },
    async (request, reply) => {
      const { draft, language = languageOf(request.headers['accept-language']) } = request.query
      if (sheets.isBusy()) return busy(reply)
      const bytes = await sheets.write({ of: 'plan', doc: planOf(draft), language, kind: null })
      return asFile(reply, bytes, xlsxType, nameOf(draft, 'xlsx'))
    },
  )

  app.get(
    '/api/plan.csv',
    {
      schema: {
        operationId: 'exportKind',
        summary: 'One sheet of that workbook as a table (RFC 4180)',
        tags,
        querystring: Type.Object(
          {
            kind: Type.Enum([...kindNames], { type: 'string' }),
            draft: Type.Optional(Draft),
            language: Type.Optional(SheetLanguage),
          },
          closed,
        ),
        response: { 200: fileOf('text/csv') },
      },
      config: { problems: ['too-many-requests'] },
    },
    async (request, reply) => {
      const { kind, draft, language = languageOf(request.headers['accept-language']) } = request.query
      if (sheets.isBusy()) return busy(reply)
      const bytes = await sheets.write({ of: 'plan', doc: planOf(draft), language, kind })
      return asFile(reply, bytes, csvType, nameOf(draft, `${kind}.csv`))
    },
  )

  app.get(
    '/api/plan.json',
    {
      schema: {
        operationId: 'exportPlanJson',
        summary: 'The plan as a file, with all that no sheet shows',
        tags,
        querystring: Type.Object({ draft: Type.Optional(Draft) }, closed),
        response: { 200: fileOf('application/json') },
      },
    },
    async (request, reply) => {
      const { draft } = request.query
      const bytes = Buffer.from(JSON.stringify(planOf(draft), null, 2))
      return asFile(reply, bytes, 'application/json; charset=utf-8', nameOf(draft, 'json'))
    },
  )

  await addImport(app, { hall, drafts, sheets })
}

async function addImport(app: App, { hall, drafts, sheets }: Parts): Promise<void> {
  await withFiles(app, (scope) => {
    scope.post(
      '/api/plan/import',
      {
        bodyLimit: MOST_FILE,
        schema: {
          operationId: 'importPlan',
          summary:
            'What a file would change in the draft, and what is wrong with it; with `take` it is put there',
          description:
            'The body is the file itself: .xlsx, one kind as .csv, or the plan as .json. What it is is seen from its content.',
          tags,
          querystring: Type.Object(
            {
              take: Type.Optional(Flag('Into the draft, as a whole. Without it nothing changes')),
              from: Type.Optional(
                NumberText(
                  'With `take`: the number of the draft you saw. Without it a draft of somebody else is not touched',
                ),
              ),
              base: Type.Optional(
                NumberText('With `take`, if there was no draft: `base` of the answer you saw'),
              ),
              choose: Type.Optional(Choose),
              language: Type.Optional(SheetLanguage),
              ...Until,
            },
            closed,
          ),
          response: { 200: ImportAnswer },
        },
        config: { problems: ['sheet-faults', 'plan-changed', 'too-many-requests', 'storage-unavailable'] },
      },
      async (request, reply) => {
        const {
          take,
          from,
          base,
          choose,
          language = languageOf(request.headers['accept-language']),
        } = request.query
        const bytes = bytesOf(request.body)
        if (sheets.isBusy()) return busy(reply)
        const { number, draft } = drafts.read()
        const seen = { number, plan: hall.planSeq }
        const doc = draft ? draft.plan : hall.layout.base
        const read = await sheets.read({ of: 'plan', bytes, doc, language, chosen: chosenIn(choose) })
        const { plan, changes, faults, notes } = read
        const said = { changes: [...changes], faults: faults.map(copied), notes: notes.map(copied) }
        const answer = (taken: boolean, now: number): ImportAnswer => ({
          ...said,
          from: now,
          base: hall.planSeq,
          taken,
        })
        if (take === undefined) return answer(false, seen.number)
        if (plan === null || faults.some(({ blocks }) => blocks))
          return refuse(reply, 'sheet-faults', { members: { faults: said.faults } })
        const by = signedIn(request).id
        // Somebody who does not say what they saw has seen no draft but their own.
        if (from === undefined && draft && draft.by !== by) return refuse(reply, 'plan-changed')
        const isSeen = from === undefined || Number(from) === seen.number || changes.length === 0
        // What was read was laid over what is no longer there.
        if (!isSeen || drafts.read().number !== seen.number) return refuse(reply, 'plan-changed')
        if (changes.length === 0) return answer(true, seen.number)
        const saved = drafts.save(
          plan,
          by,
          seen.number,
          draft || base === undefined ? seen.plan : Number(base),
        )
        return saved ? answer(true, saved.number) : refuse(reply, 'plan-changed')
      },
    )
  })
}

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

/** The answers to questions of an address. */
export function chosenIn(choose: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (choose ?? '')
      .split(',')
      .filter((one) => one !== '')
      .map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const),
  )
}

type Said = ReadFile['faults'][number]

/** As the answer's schema has it: lists that may be changed. */
export function copied({ ask, ...said }: Said) {
  return ask ? { ...said, ask: { row: ask.row, choices: [...ask.choices] } } : said
}

export function asFile(reply: FastifyReply, bytes: Uint8Array, type: string, name: string): FastifyReply {
  return reply
    .headers({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

export function busy(reply: FastifyReply): FastifyReply {
  return refuse(reply, 'too-many-requests', { retryAfter: RETRY_SECONDS })
}
