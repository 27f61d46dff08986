// The draft as kiosk, board, phone and slip would show it, for managers. What is answered here is read once by a page
// of the preview, where no command can be given.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type } from 'typebox'
import type { Drafts } from '../../drafts/drafts.ts'
import { phoneOfPreview, previewHall } from '../../drafts/preview.ts'
import type { Plan } from '../../hall/plan.ts'
import { boardView } from '../../live/board.ts'
import type { Context } from '../../live/context.ts'
import { HallAnswer, hallAnswer } from '../../live/hall.ts'
import { kioskView } from '../../live/kiosk.ts'
import { visitOfToken, visitPlan, visitView } from '../../live/visit.ts'
import type { Painter } from '../../slip/painter/painter.ts'
import { languageOf } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, LanguageCode, NumberText } from '../ground/schemas.ts'

const tags = ['hall']
const Minute = Type.Optional(
  Type.String({ pattern: '^[0-9]{1,4}$', description: 'Minutes after midnight; absent: now' }),
)
const Zone = Type.Optional(
  Type.String({
    pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
    description: 'Of the board; absent: of the whole hall',
  }),
)
const binary = Type.Unknown({ description: 'The picture' })

interface Parts {
  readonly context: Context
  readonly drafts: Drafts
  readonly painter: Painter
  /** The folder of the built pages; null: none are served. */
  readonly pages: string | null
}

/** Adds `/api/plan/draft/preview`, with `/slip.svg` and `/phone` below it. */
export function addPreview(app: App, { context, drafts, painter, pages }: Parts): void {
  /** The hall with the draft, or null while it has faults. */
  async function previewed(minute: string | undefined): Promise<Context | null> {
    const { faultsOf } = await import('../../hall/plan-faults/plan-faults.ts')
    const plan = drafts.whole() ?? context.hall.layout.base
    if (faultsOf(plan).length > 0) return null
    const { day, startsAt, endsAt } = context.hall
    const at =
      minute === undefined
        ? Math.min(Math.max(context.now(), startsAt), endsAt - 1)
        : Math.min(startsAt + Number(minute) * 60_000, endsAt - 1)
    return {
      ...context,
      hall: previewHall(plan as Plan, { day, startsAt, endsAt, at }),
      now: () => at,
      minute: () => Math.floor((at - startsAt) / 60_000),
      clockState: () => 'right',
      damages: () => [],
      voiceIn: () => 'none',
      silentZones: () => [],
      printers: () => [],
      note: () => null,
    }
  }

  app.get(
    '/api/plan/draft/preview',
    {
      schema: {
        operationId: 'previewDraft',
        summary: 'The hall and a screen’s view as they would be with the draft, with made-up visitors',
        tags,
        querystring: Type.Object(
          {
            screen: Type.Enum(['kiosk', 'display'], { type: 'string' }),
            zone: Zone,
            minute: Minute,
          },
          closed,
        ),
        response: {
          200: Type.Object(
            {
              hall: HallAnswer,
              view: Type.Unknown({ description: 'As sent on its topic' }),
              at: Type.String(),
            },
            closed,
          ),
        },
      },
      config: { problems: ['plan-faults', 'not-found'] },
    },
    async ({ query: { screen, zone, minute } }, reply) => {
      const other = await previewed(minute)
      if (!other) return refuse(reply, 'plan-faults')
      if (zone !== undefined && !other.hall.layout.zones.has(zone)) return refuse(reply, 'not-found')
      const { view } = screen === 'kiosk' ? kioskView(other) : boardView(other, zone ?? null)
      return { hall: hallAnswer(other), view, at: new Date(other.now()).toISOString() }
    },
  )

  app.get(
    '/api/plan/draft/preview/slip.svg',
    {
      schema: {
        operationId: 'previewDraftSlip',
        summary: 'A slip as it would be with the draft',
        tags,
        querystring: Type.Object(
          {
            paper: Type.Optional(Type.Enum(['58', '80'], { type: 'string' })),
            language: Type.Optional(LanguageCode),
            draft: Type.Optional(NumberText('The draft’s number: each gets an address of its own')),
          },
          closed,
        ),
        response: { 200: { content: { 'image/svg+xml': { schema: binary } } } },
      },
      config: { problems: ['plan-faults'] },
    },
    async ({ query: { paper = '80', language } }, reply) => {
      const other = await previewed(undefined)
      if (!other) return refuse(reply, 'plan-faults')
      const [{ previewDocument }, { toScreenSvg }] = await Promise.all([
        import('../../slip/document/visit-slip.ts'),
        import('../../slip/drawing/picture.ts'),
      ])
      const { languages } = other.hall.layout.plan
      const shown = language !== undefined && languages.includes(language) ? language : (languages[0] ?? 'id')
      const slip = previewDocument(other, shown)
      return reply
        .headers({
          'content-type': 'image/svg+xml; charset=utf-8',
          'content-security-policy':
            "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
        })
        .send(await toScreenSvg(slip, paper === '58' ? 58 : 80, painter))
    },
  )

  let built: Promise<string> | undefined
  app.get(
    '/api/plan/draft/preview/phone',
    {
      schema: {
        operationId: 'previewDraftPhone',
        summary: 'A visitor’s page as it would be with the draft, to be shown in a frame',
        tags,
        querystring: Type.Object(
          { language: Type.Optional(Type.Enum(['id', 'en'], { type: 'string' })), minute: Minute },
          closed,
        ),
        response: {
          200: { content: { 'text/html': { schema: Type.Unknown({ description: 'The page' }) } } },
        },
      },
      config: { problems: ['plan-faults', 'not-found'] },
    },
    async (request, reply) => {
      const { language, minute } = request.query
      const other = await previewed(minute)
      if (!other) return refuse(reply, 'plan-faults')
      const visit = visitOfToken(other, phoneOfPreview)
      const view = visitView(other, phoneOfPreview)?.view
      // No service takes numbers at that time.
      if (!visit || !view || pages === null) return refuse(reply, 'not-found')
      const { drawVisit } = await import('../phone/draw.ts')
      built ??= readFile(join(pages, 'phone/index.html'), 'utf8')
      const spoken = language ?? languageOf(request.headers['accept-language'])
      const state = { view, plan: visitPlan(other.hall, visit), at: new Date(other.now()).toISOString() }
      return reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          // Nothing runs in it, so it gives no commands, and only our own page frames it.
          'content-security-policy':
            "default-src 'self'; script-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        })
        .send(still(drawVisit(await built, spoken, state)))
    },
  )
}

/**
 * The page without its script, and without what reloads it in a browser without scripts: browsers complain about what
 * is forbidden.
 */
function still(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<noscript>[\s\S]*?<\/noscript>/g, '')
    .replace(/<meta http-equiv="refresh"[^>]*>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
}
