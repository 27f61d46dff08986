// `/angka/`: how many visitors came today, and when each service is usually busy, for everybody if the plan allows it.
// Drawn by the server, without scripts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { type Context, hallState } from '../../live/context.ts'
import { publishedAgencies } from '../../live/standard.ts'
import type { PublicFigures } from '../../reports/shown.ts'
import { languageOf, type Language } from '../ground/language.ts'
import type { App } from '../ground/request.ts'
import { send } from '../phone/page.ts'

interface Asked {
  Querystring: { lang?: unknown }
}

/** Adds the page. `folder` holds the built pages. */
export function addAngka(app: App, folder: string, context: Context, figures: PublicFigures): void {
  let built: Promise<string> | undefined
  const read = () => (built ??= readFile(join(folder, 'angka/index.html'), 'utf8'))

  app.get<Asked>('/angka/', async (request, reply) => {
    const { drawAngka, drawNoAngka } = await import('./angka-draw.ts')
    const spoken = languageFor(request)
    const { name, timeZone } = context.hall.layout.plan
    const ground = { name, timeZone, hall: hallState(context), day: context.hall.day }
    reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': spoken,
      'cache-control': 'no-cache',
    })
    const vary = 'accept-encoding, accept-language'
    if (!figures.isOpen()) {
      return send(request, reply.code(404), drawNoAngka(await read(), spoken, ground), vary)
    }
    const answer = await figures.answer()
    const agencies = publishedAgencies(context)
    const html = drawAngka(await read(), spoken, ground, { figures: answer, agencies, now: context.now() })
    return send(request, answer === null ? reply.code(503) : reply, html, vary)
  })
  app.get('/angka', (request, reply) => {
    const query = request.url.indexOf('?')
    return reply.redirect(`/angka/${query === -1 ? '' : request.url.slice(query)}`, 308)
  })
}

/** The language that the page's link asked for, else the browser's. */
function languageFor({ query, headers }: FastifyRequest<Asked>): Language {
  return query.lang === 'id' || query.lang === 'en' ? query.lang : languageOf(headers['accept-language'])
}
