// The plan as a spreadsheet: written for people who edit it in Excel or LibreOffice, and read back into the draft.
import { type Static, Type } from 'typebox'
import type { Drafts } from '../../drafts/drafts.ts'
import type { Hall } from '../../hall/hall.ts'
import { kindNames } from '../../sheets/kind-names.ts'
import type { Sheets } from '../../sheets/sheets.ts'
import {
  asFile,
  asWritten,
  busy,
  bytesOf,
  copied,
  csv,
  fileAnswer,
  FileLanguage,
  fileRefused,
  Flag,
  json,
  MOST_FILE,
  withFiles,
  workbook,
} from '../ground/files.ts'
import { languageOf } from '../ground/language.ts'
import { Until } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, NumberText } from '../ground/schemas.ts'

const tags = ['hall']
const Draft = Flag('The draft, if there is one; by default the plan that is live')

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

/** The answers to questions, `service:12=ktp,service:13=new`. */
const Choose = Type.String({
  maxLength: 4000,
  pattern: '^(?:[a-z]+:[0-9]{1,6}=[A-Za-z0-9./_-]{1,140}(?:,|$))+$',
  description: 'Answers to questions about rows: `service:12=<id>` or `service:12=new`, separated by commas',
})

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
        summary: 'The plan as a workbook for Excel or LibreOffice, with a sheet for each kind of thing',
        tags,
        querystring: Type.Object(
          { draft: Type.Optional(Draft), language: Type.Optional(FileLanguage) },
          closed,
        ),
        response: { 200: workbook.answer },
      },
      config: { problems: ['too-many-requests'] },
    },
    async (request, reply) => {
      const { draft, language = languageOf(request.headers['accept-language']) } = request.query
      if (sheets.isBusy()) return busy(reply)
      const written = sheets.write({ of: 'plan', doc: planOf(draft), language, kind: null })
      return asWritten(reply, written, workbook.type, nameOf(draft, 'xlsx'))
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
            language: Type.Optional(FileLanguage),
          },
          closed,
        ),
        response: { 200: csv.answer },
      },
      config: { problems: ['too-many-requests'] },
    },
    async (request, reply) => {
      const { kind, draft, language = languageOf(request.headers['accept-language']) } = request.query
      if (sheets.isBusy()) return busy(reply)
      const written = sheets.write({ of: 'plan', doc: planOf(draft), language, kind })
      return asWritten(reply, written, csv.type, nameOf(draft, `${kind}.csv`))
    },
  )

  app.get(
    '/api/plan.json',
    {
      schema: {
        operationId: 'exportPlanJson',
        summary: 'The plan as a file, including what no sheet shows',
        tags,
        querystring: Type.Object({ draft: Type.Optional(Draft) }, closed),
        response: { 200: json.answer },
      },
    },
    async (request, reply) => {
      const { draft } = request.query
      const bytes = Buffer.from(JSON.stringify(planOf(draft), null, 2))
      return asFile(reply, bytes, json.type, nameOf(draft, 'json'))
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
            'What a file would change in the draft, and what is wrong with it; with `take` the changes are made',
          description:
            'The body is the file itself: .xlsx, one sheet as .csv, or the plan as .json, recognised by its content.',
          tags,
          querystring: Type.Object(
            {
              take: Type.Optional(
                Flag('Put the changes into the draft, all of them. Without it nothing changes'),
              ),
              from: Type.Optional(
                NumberText(
                  'With `take`: the number of the draft you saw. Without it somebody else’s draft is not touched',
                ),
              ),
              base: Type.Optional(
                NumberText('With `take`, if there was no draft: `base` of the answer you saw'),
              ),
              choose: Type.Optional(Choose),
              language: Type.Optional(FileLanguage),
              ...Until,
            },
            closed,
          ),
          response: { 200: ImportAnswer },
        },
        config: {
          takesFile: true,
          problems: ['sheet-faults', 'plan-changed', 'too-many-requests', 'storage-unavailable'],
        },
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
        if (plan === null || faults.some(({ blocks }) => blocks)) return fileRefused(reply, said.faults)
        const by = signedIn(request).id
        // Somebody who does not say which draft they saw has seen none but their own.
        if (from === undefined && draft && draft.by !== by) return refuse(reply, 'plan-changed')
        const isSeen = from === undefined || Number(from) === seen.number || changes.length === 0
        // The file was laid over a draft that is no longer there.
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

/** The answers to questions that an address carries. */
function chosenIn(choose: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (choose ?? '')
      .split(',')
      .filter((one) => one !== '')
      .map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const),
  )
}
