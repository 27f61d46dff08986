// `/skm/`: the report of the survey that the manager published, for everybody; one for each period. Drawn by the
// server, without scripts. What was not published, or was withdrawn, is not there.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, hallState } from '../../live/context.ts'
import type { PublishedSkm, Skm } from '../../skm/published.ts'
import { languageOf, type Language } from '../ground/language.ts'
import type { App } from '../ground/request.ts'
import { send } from '../phone/page.ts'

interface Asked {
  Params: { period?: string }
  Querystring: { lang?: unknown }
}

/** Adds the page. `folder` holds the built pages. */
export function addSkmPage(app: App, folder: string, context: Context, skm: Skm): void {
  let built: Promise<string> | undefined
  const read = () => (built ??= readFile(join(folder, 'skm/index.html'), 'utf8'))

  app.get<Asked>('/skm/', (request, reply) => answer(request, reply, (all) => all[0], 'none'))
  app.get<Asked>('/skm/:period', (request, reply) => {
    const { period = '' } = request.params
    return answer(request, reply, (all) => all.find(({ report }) => wordOf(report) === period), 'unknown')
  })
  app.get('/skm', (request, reply) => {
    const query = request.url.indexOf('?')
    return reply.redirect(`/skm/${query === -1 ? '' : request.url.slice(query)}`, 308)
  })

  async function answer(
    request: FastifyRequest<Asked>,
    reply: FastifyReply,
    choose: (all: readonly PublishedSkm[]) => PublishedSkm | undefined,
    why: 'none' | 'unknown',
  ): Promise<FastifyReply> {
    const { drawSkm, drawNoSkm } = await import('./skm-draw.ts')
    const spoken = languageFor(request)
    const { name, timeZone } = context.hall.layout.plan
    const ground = { name, timeZone, hall: hallState(context), day: context.hall.day }
    reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': spoken,
      'cache-control': 'no-cache',
    })
    const all = skm.shown()
    const published = choose(all)
    const html = published
      ? drawSkm(await read(), spoken, ground, { published, all })
      : drawNoSkm(await read(), spoken, ground, why)
    return send(request, published ? reply : reply.code(404), html, 'accept-encoding, accept-language')
  }
}

/** The period as its address has it: `2026-07..2026-09`, or one month. */
const wordOf = ({ from, to }: PublishedSkm['report']) => (from === to ? from : `${from}..${to}`)

/** The language that the page's link asked for, else the browser's. */
function languageFor({ query, headers }: FastifyRequest<Asked>): Language {
  return query.lang === 'id' || query.lang === 'en' ? query.lang : languageOf(headers['accept-language'])
}
