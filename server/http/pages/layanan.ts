// `/layanan/`: what the law requires to be published about each service, for everybody. Drawn by the server, without
// scripts and without anything about visitors: a page for the list, one for each service, and a sheet to hang at the
// counter.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../live/context.ts'
import { PublishedService, publishedAgencies, publishedService } from '../../live/standard.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { IdParams } from '../ground/schemas.ts'
import { type AskedPage, builtPage, groundOf, languageFor, leadToSlash, sendDrawn } from './published.ts'

interface Asked extends AskedPage {
  Params: { service?: string }
}
type Request = FastifyRequest<Asked>

/** Adds the pages. `folder` holds the built pages. */
export function addLayanan(app: App, folder: string, context: Context): void {
  const read = builtPage(folder, 'layanan')
  const draw = () => import('./layanan-draw.ts')

  app.get<AskedPage>('/layanan/', async (request, reply) => {
    const { drawList } = await draw()
    const spoken = languageFor(request)
    const html = drawList(await read(), spoken, groundOf(context), publishedAgencies(context))
    return sendDrawn(request, reply, spoken, html)
  })
  app.get<Asked>('/layanan/:service', (request, reply) => service(request, reply, false))
  app.get<Asked>('/layanan/:service/lembar', (request, reply) => service(request, reply, true))
  leadToSlash(app, '/layanan')

  async function service(request: Request, reply: FastifyReply, sheet: boolean): Promise<FastifyReply> {
    const { service: id = '' } = request.params
    const { drawService, drawSheet, drawUnknown } = await draw()
    const spoken = languageFor(request)
    const html = await read()
    const published = publishedService(context, id)
    if (!published)
      return sendDrawn(request, reply.code(404), spoken, drawUnknown(html, spoken, groundOf(context)))
    const url = context.publicUrl === null ? null : `${context.publicUrl}/layanan/${published.service.id}`
    const page = sheet
      ? drawSheet(html, spoken, groundOf(context), published, url)
      : drawService(html, spoken, groundOf(context), published)
    return sendDrawn(request, reply, spoken, page)
  }
}

/** Adds `GET /api/services/:id/standard`. */
export function addStandard(app: App, context: Pick<Context, 'hall' | 'note'>): void {
  app.get(
    '/api/services/:id/standard',
    {
      schema: {
        operationId: 'getStandard',
        summary: 'What is published about a service: its standard, requirements, hours and counters',
        tags: ['hall'],
        params: IdParams,
        response: { 200: PublishedService },
      },
      config: { problems: ['unknown-service'] },
    },
    async ({ params: { id } }, reply) =>
      publishedService(context, id) ?? refuse(reply, 'unknown-service', { members: { about: id } }),
  )
}
