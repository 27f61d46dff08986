// What slips look like with the plan as it is: a picture for the manager's page.
import { Type } from 'typebox'
import type { Context } from '../live/context.ts'
import type { Painter } from '../slip/painter/painter.ts'
import type { App } from './request.ts'
import { closed } from './schemas.ts'
import { sendSvg, svgAnswer } from './slips.ts'

const Query = Type.Object(
  {
    paper: Type.Optional(Type.Enum(['58', '80'], { type: 'string' })),
    language: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}$' })),
    /** Another one, another address: browsers show no old picture. */
    plan: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
  },
  closed,
)

/** Adds `/api/slip/preview.svg`. What draws is loaded when the first one is asked for. */
export function addSlipPreview(app: App, { context, painter }: { context: Context; painter: Painter }): void {
  app.get(
    '/api/slip/preview.svg',
    {
      schema: {
        operationId: 'previewSlip',
        summary: 'A slip of a visit that nobody has, as the plan is now',
        tags: ['hall'],
        querystring: Query,
        response: svgAnswer,
      },
    },
    async ({ query: { paper = '80', language } }, reply) => {
      const [{ previewDocument }, { toScreenSvg }] = await Promise.all([
        import('../slip/document/visit-slip.ts'),
        import('../slip/drawing/picture.ts'),
      ])
      const { languages } = context.hall.layout.plan
      const shown = language !== undefined && languages.includes(language) ? language : (languages[0] ?? 'id')
      const slip = previewDocument(context, shown)
      return sendSvg(reply, await toScreenSvg(slip, paper === '58' ? 58 : 80, painter))
    },
  )
}
