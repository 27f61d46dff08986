// `/layanan/`: what the law requires to be published about each service, for everybody. Drawn by the server, without
// scripts and without anything about visitors: a page for the list, one for each service, and a sheet to hang at the
// counter.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, hallState } from '../../live/context.ts'
import { PublishedService, publishedAgencies, publishedService } from '../../live/standard.ts'
import { languageOf, type Language } from '../ground/language.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { IdParams } from '../ground/schemas.ts'
import { send } from '../phone/page.ts'

interface Asked {
  Params: { service?: string }
  Querystring: { lang?: unknown }
}
type Request = FastifyRequest<Asked>

/** Adds the pages. `folder` holds the built pages. */
export function addLayanan(app: App, folder: string, context: Context): void {
  let built: Promise<string> | undefined
  const read = () => (built ??= readFile(join(folder, 'layanan/index.html'), 'utf8'))
  const draw = () => import('./layanan-draw.ts')

  app.get<Asked>('/layanan/', async (request, reply) => {
    const { drawList } = await draw()
    const spoken = languageFor(request)
    const html = drawList(await read(), spoken, ground(), publishedAgencies(context))
    return answer(request, reply, spoken, html)
  })
  app.get<Asked>('/layanan/:service', (request, reply) => service(request, reply, false))
  app.get<Asked>('/layanan/:service/lembar', (request, reply) => service(request, reply, true))
  app.get('/layanan', (request, reply) => {
    const query = request.url.indexOf('?')
    return reply.redirect(`/layanan/${query === -1 ? '' : request.url.slice(query)}`, 308)
  })

  async function service(request: Request, reply: FastifyReply, sheet: boolean): Promise<FastifyReply> {
    const { service: id = '' } = request.params
    const { drawService, drawSheet, drawUnknown } = await draw()
    const spoken = languageFor(request)
    const html = await read()
    const published = publishedService(context, id)
    if (!published) return answer(request, reply.code(404), spoken, drawUnknown(html, spoken, ground()))
    const url = context.publicUrl === null ? null : `${context.publicUrl}/layanan/${published.service.id}`
    const page = sheet
      ? drawSheet(html, spoken, ground(), published, url)
      : drawService(html, spoken, ground(), published)
    return answer(request, reply, spoken, page)
  }

  function ground() {
    const { name, timeZone } = context.hall.layout.plan
    return { name, timeZone, hall: hallState(context), day: context.hall.day }
  }
}

/** The language that the page's link asked for, else the browser's. */
function languageFor({ query, headers }: Request): Language {
  return query.lang === 'id' || query.lang === 'en' ? query.lang : languageOf(headers['accept-language'])
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  spoken: Language,
  html: string,
): Promise<FastifyReply> {
  reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': spoken,
    'cache-control': 'no-cache',
  })
  return send(request, reply, html, 'accept-encoding, accept-language')
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
