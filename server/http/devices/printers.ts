// The printers as a manager sees them: the state of each, and a test page.
import { Type, type Static } from 'typebox'
import type { SlipFault } from '../../hall/visit.ts'
import { isoOrNull, type PrinterAsSeen } from '../../live/context.ts'
import { PrinterState } from '../../live/view-parts.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { signedIn, type App } from '../ground/request.ts'
import { closed, IdParams, Instant } from '../ground/schemas.ts'

const tags = ['printers']
const Null = Type.Null()
const Why = Type.String({
  description:
    '`paper-out`, `cover-open`, `offline`, `unreachable`, `error`, `timeout`, `restart`, `no-such-printer`',
})

const ListedPrinter = Type.Object(
  {
    id: Type.String(),
    state: PrinterState,
    gives: Type.Boolean({ description: 'Whether it can print a slip now, as far as known' }),
    why: Type.Union([Why, Null], { description: 'What keeps it from printing' }),
    at: Type.Union([Instant, Null], { description: 'When it was last checked' }),
    answers: Type.Boolean({
      description: 'Whether it reports its state; if not, what it accepted counts as printed',
    }),
    waiting: Type.Integer({ description: 'Slips waiting for it, including the one being printed' }),
    lastProblem: Type.Union([Type.Object({ why: Why, at: Instant }, closed), Null]),
  },
  closed,
)

export interface PrintersParts {
  readonly printers: () => readonly PrinterAsSeen[]
  /** Prints a test page; returns why it did not come out, null if it did, undefined if there is no such printer. */
  readonly test: (id: string) => Promise<SlipFault | null | undefined>
  /** Somebody had a test page printed. */
  readonly tested: (by: `staff:${string}`, id: string) => void
}

/** Adds `/api/printers` and what is below it. */
export function addPrinters(app: App, { printers, test, tested }: PrintersParts): void {
  app.get(
    '/api/printers',
    {
      schema: {
        operationId: 'listPrinters',
        summary: 'All printers of the plan, and the state of each',
        tags,
        response: { 200: Type.Object({ printers: Type.Array(ListedPrinter) }, closed) },
      },
    },
    async () => ({ printers: printers().map(listed) }),
  )

  app.post(
    '/api/printers/:id/test',
    {
      schema: {
        operationId: 'testPrinter',
        summary: 'Print a test page, and wait for the result',
        tags,
        params: IdParams,
        body: meantBody({}),
        response: {
          200: Type.Object(
            {
              printer: ListedPrinter,
              why: Type.Union([Why, Null], {
                description: 'Why the test page did not come out; null: it did',
              }),
            },
            closed,
          ),
        },
      },
      config: { problems: ['unknown-printer'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const why = await test(id)
      const found = printers().find(({ printer }) => printer.id === id)
      if (why === undefined || !found) return refuse(reply, 'unknown-printer', { members: { about: id } })
      tested(`staff:${signedIn(request).id}`, id)
      return { printer: listed(found), why }
    },
  )
}

function listed({ printer, now }: PrinterAsSeen): Static<typeof ListedPrinter> {
  const { state, why, at, waiting, lastProblem } = now
  return {
    id: printer.id,
    state,
    gives: why === null,
    why,
    at: isoOrNull(at),
    answers: printer.answers,
    waiting,
    lastProblem: lastProblem && { why: lastProblem.why, at: isoOrNull(lastProblem.at) ?? '' },
  }
}
