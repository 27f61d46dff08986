// `/survey/`: a tablet that a manager has enrolled, or that opens the link to be enrolled, gets the page for tablets;
// everybody else gets the one for their own phone. And the poster that leads there.
import type { FastifyReply } from 'fastify'
import { deviceCookie } from '../../access/who.ts'
import type { Context } from '../../live/context.ts'
import { cookieOf, setCookie } from '../ground/cookies.ts'
import type { App } from '../ground/request.ts'
import { type AskedPage, builtPage, languageFor, sendDrawn } from './published.ts'

interface Asked extends AskedPage {
  Querystring: { enrol?: unknown; lang?: unknown; size?: unknown }
}

interface SurveyPages {
  /** The folder of the built pages. */
  readonly folder: string
  /** Null if there is no hall (in tests). */
  readonly context: Context | null
  readonly sendPage: (reply: FastifyReply, page: string) => FastifyReply
}

/** Adds the pages. */
export function addSurveyPages(app: App, { folder, context, sendPage }: SurveyPages): void {
  app.get<Asked>('/survey/', (request, reply) => {
    const key = request.who.survey === null ? null : cookieOf(request, deviceCookie)
    if (key !== null) setCookie(reply, deviceCookie, key)
    const isTablet = key !== null || request.query.enrol !== undefined
    return sendPage(reply.header('vary', 'cookie'), isTablet ? 'survey-tablet' : 'survey')
  })

  if (context === null) return
  const read = builtPage(folder, 'poster')
  app.get<Asked>('/survey/poster', async (request, reply) => {
    const { drawPoster } = await import('./poster-draw.ts')
    const { size } = request.query
    const spoken = languageFor(request)
    const { name, timeZone } = context.hall.layout.plan
    const html = drawPoster(await read(), spoken, {
      name,
      timeZone,
      size: size === 'a3' ? 'a3' : 'a4',
      url: context.publicUrl === null ? null : `${context.publicUrl}/survey/`,
    })
    return sendDrawn(request, reply, spoken, html)
  })
}
