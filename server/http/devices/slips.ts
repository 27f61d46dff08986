// The slip of a visit as pictures, for the screen that shows it and for printing at home. The code that draws is
// loaded when the first one is asked for.
import { setImmediate as nextTurn } from 'node:timers/promises'
import pLimit from 'p-limit'
import { Type } from 'typebox'
import type { Context } from '../../live/context.ts'
import { visitOfToken } from '../../live/visit.ts'
import type { Painter } from '../../slip/painter/painter.ts'
import { visitUrl } from '../../slip/visit-url.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, LanguageCode } from '../ground/schemas.ts'
import { sendSvg, svgAnswer } from '../ground/files.ts'

const Token = Type.Object({ token: Type.String() }, closed)
const tags = ['visits']
const binary = Type.String({ format: 'binary' })
/** How many slips for screens may wait to be drawn; a hall has fewer kiosks that show one. */
const MOST_WAITING = 20

/** Adds `slip.svg`, `slip.png` and `qr.svg` of a visit. Its token opens them; any other answers 404. */
export function addSlips(app: App, { context, painter }: { context: Context; painter: Painter }): void {
  const takeTurn = createTurns(MOST_WAITING)
  app.get(
    '/api/visits/:token/slip.svg',
    {
      schema: {
        operationId: 'getSlipSvg',
        summary: 'The slip as it is printed, for a screen',
        tags,
        params: Token,
        response: svgAnswer,
      },
      config: { problems: ['unknown-visit', 'no-picture'] },
    },
    async ({ params }, reply) => {
      const visit = visitOfToken(context, params.token)
      if (!visit) return refuse(reply, 'unknown-visit')
      if (!(await takeTurn())) return refuse(reply, 'no-picture', { retryAfter: 5 })
      const [{ paperOf, slipOfVisit }, { toScreenSvg }] = await Promise.all([
        import('../../slip/document/visit-slip.ts'),
        import('../../slip/drawing/picture.ts'),
      ])
      const slip = slipOfVisit(context, visit)
      return sendSvg(reply, await toScreenSvg(slip, paperOf(context, visit), painter))
    },
  )

  app.get(
    '/api/visits/:token/slip.png',
    {
      schema: {
        operationId: 'getSlipPng',
        summary: 'The same at 406 dpi, for an office printer',
        tags,
        params: Token,
        response: { 200: { content: { 'image/png': { schema: binary } } } },
      },
      config: { problems: ['unknown-visit', 'no-picture'] },
    },
    async ({ params }, reply) => {
      const visit = visitOfToken(context, params.token)
      if (!visit) return refuse(reply, 'unknown-visit')
      if (painter.isBusy()) return refuse(reply, 'no-picture', { retryAfter: 5 })
      const [{ paperOf, slipOfVisit }, { toPng }] = await Promise.all([
        import('../../slip/document/visit-slip.ts'),
        import('../../slip/drawing/picture.ts'),
      ])
      const slip = slipOfVisit(context, visit)
      const png = await toPng(slip, paperOf(context, visit), painter, 'screen').catch(() => null)
      if (!png) return refuse(reply, 'no-picture', { retryAfter: 5 })
      return reply.header('content-type', 'image/png').send(Buffer.from(png) as unknown as string)
    },
  )

  app.get(
    '/api/visits/:token/qr.svg',
    {
      schema: {
        operationId: 'getQrCode',
        summary: 'The QR code of the visit’s phone page',
        tags,
        params: Token,
        response: svgAnswer,
      },
      config: { problems: ['unknown-visit', 'no-public-url'] },
    },
    async ({ params }, reply) => {
      const visit = visitOfToken(context, params.token)
      if (!visit) return refuse(reply, 'unknown-visit')
      const url = visitUrl(context.publicUrl, visit.token)
      if (url === null) return refuse(reply, 'no-public-url')
      const { qrSvg } = await import('../../slip/drawing/qr.ts')
      return sendSvg(reply, qrSvg(url))
    },
  )
}

const Query = Type.Object(
  {
    paper: Type.Optional(Type.Enum(['58', '80'], { type: 'string' })),
    language: Type.Optional(LanguageCode),
    /** Each slip has its own address, so browsers never show an old picture. */
    plan: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
  },
  closed,
)

/** Adds `/api/slip/preview.svg`. The code that draws is loaded when the first one is asked for. */
export function addSlipPreview(app: App, { context, painter }: { context: Context; painter: Painter }): void {
  app.get(
    '/api/slip/preview.svg',
    {
      schema: {
        operationId: 'previewSlip',
        summary: 'A sample slip under the plan as it is now',
        tags: ['hall'],
        querystring: Query,
        response: svgAnswer,
      },
    },
    async ({ query: { paper = '80', language } }, reply) => {
      const [{ previewDocument }, { toScreenSvg }] = await Promise.all([
        import('../../slip/document/visit-slip.ts'),
        import('../../slip/drawing/picture.ts'),
      ])
      const { languages } = context.hall.layout.plan
      const shown = language !== undefined && languages.includes(language) ? language : (languages[0] ?? 'id')
      const slip = previewDocument(context, shown)
      return sendSvg(reply, await toScreenSvg(slip, paper === '58' ? 58 : 80, painter))
    },
  )
}

// Costly answers that anybody may ask for, one in each turn of the loop: however many ask at once, tickets get through
// in between. If more than a few wait, it is not people asking.

/** Resolves when it is the asker's turn: true, or false at once if `most` are already waiting. */
export function createTurns(most: number): () => Promise<boolean> {
  const limit = pLimit(1)
  return async () => {
    if (limit.activeCount + limit.pendingCount >= most) return false
    await limit(() => nextTurn())
    return true
  }
}
