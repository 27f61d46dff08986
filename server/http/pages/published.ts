// What a hall publishes for everybody, drawn by the server without scripts: `/angka/`, how many visitors came today and
// when each service is usually busy, if the plan allows it; `/skm/`, the report of the survey that the manager
// published, one for each period (what was not published, or was withdrawn, is not there). What such pages share is
// below; those of services are in `layanan.ts`.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, hallState } from '../../live/context.ts'
import { publishedAgencies } from '../../live/standard.ts'
import type { PublicFigures } from '../../reports/shown.ts'
import type { PublishedSkm, Skm } from '../../skm/published.ts'
import { languageOf, type Language } from '../ground/language.ts'
import type { App } from '../ground/request.ts'
import { send } from '../phone/page.ts'

/** Adds the page. `folder` holds the built pages. */
export function addAngka(app: App, folder: string, context: Context, figures: PublicFigures): void {
  const read = builtPage(folder, 'angka')

  app.get<AskedPage>('/angka/', async (request, reply) => {
    const { drawAngka, drawNoAngka } = await import('./angka-draw.ts')
    const spoken = languageFor(request)
    const ground = groundOf(context)
    if (!figures.isOpen())
      return sendDrawn(request, reply.code(404), spoken, drawNoAngka(await read(), spoken, ground))
    const answer = await figures.answer()
    const agencies = publishedAgencies(context)
    const html = drawAngka(await read(), spoken, ground, { figures: answer, agencies, now: context.now() })
    return sendDrawn(request, answer === null ? reply.code(503) : reply, spoken, html)
  })
  leadToSlash(app, '/angka')
}

interface AskedSkm extends AskedPage {
  Params: { period?: string }
}

/** Adds the page. `folder` holds the built pages. */
export function addSkmPage(app: App, folder: string, context: Context, skm: Skm): void {
  const read = builtPage(folder, 'skm')

  app.get<AskedSkm>('/skm/', (request, reply) => answer(request, reply, (all) => all[0], 'none'))
  app.get<AskedSkm>('/skm/:period', (request, reply) => {
    const { period = '' } = request.params
    return answer(request, reply, (all) => all.find(({ report }) => wordOf(report) === period), 'unknown')
  })
  leadToSlash(app, '/skm')

  async function answer(
    request: FastifyRequest<AskedSkm>,
    reply: FastifyReply,
    choose: (all: readonly PublishedSkm[]) => PublishedSkm | undefined,
    why: 'none' | 'unknown',
  ): Promise<FastifyReply> {
    const { drawSkm, drawNoSkm } = await import('./skm-draw.ts')
    const spoken = languageFor(request)
    const ground = groundOf(context)
    const all = skm.shown()
    const published = choose(all)
    const html = published
      ? drawSkm(await read(), spoken, ground, { published, all })
      : drawNoSkm(await read(), spoken, ground, why)
    return sendDrawn(request, published ? reply : reply.code(404), spoken, html)
  }
}

/** The period as its address has it: `2026-07..2026-09`, or one month. */
const wordOf = ({ from, to }: PublishedSkm['report']) => (from === to ? from : `${from}..${to}`)

/** The page's link may ask for a language. */
export interface AskedPage {
  Querystring: { lang?: unknown }
}

/** Reads a built page once, when it is first asked for. */
export function builtPage(folder: string, page: string): () => Promise<string> {
  let built: Promise<string> | undefined
  return () => (built ??= readFile(join(folder, page, 'index.html'), 'utf8'))
}

/** The language that the page's link asked for, else the browser's. */
export function languageFor({ query, headers }: FastifyRequest<AskedPage>): Language {
  return query.lang === 'id' || query.lang === 'en' ? query.lang : languageOf(headers['accept-language'])
}

/** What each of these pages says about the hall. */
export function groundOf(context: Context) {
  const { name, timeZone } = context.hall.layout.plan
  return { name, timeZone, hall: hallState(context), day: context.hall.day }
}

/** Sends a page that was drawn; browsers ask each time whether it changed. */
export function sendDrawn(
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

/** The address without its slash leads to the page. */
export function leadToSlash(app: Pick<App, 'get'>, path: string): void {
  app.get(path, (request, reply) => {
    const query = request.url.indexOf('?')
    return reply.redirect(`${path}/${query === -1 ? '' : request.url.slice(query)}`, 308)
  })
}
