// `/t/<token>`: the page of one visit, drawn on the server. It shows only that visit, is never cached, and
// reveals its address to no other page: anyone who knows the address holds the number.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Context, iso } from '../../live/context.ts'
import { visitOfToken, visitPlan, visitView } from '../../live/visit.ts'
import { languageOf, type Language } from '../ground/language.ts'
import type { App } from '../ground/request.ts'

/** A token has 128 bits in base64url; see ids.ts. */
const WHOLE_TOKEN = 22

const pack = promisify(gzip)
/** In an `Accept-Encoding`, without the weight that says that it is not wanted. */
const GZIP = /(?:^|[ ,])gzip(?! *; *q=0(?:\.0*)? *(?:,|$)) *(?:[;,]|$)/i

interface Asked {
  Params: { token?: string }
  Querystring: { lang?: unknown }
}

/** Adds the page. `folder` holds the built pages. */
export function addPhonePage(app: App, folder: string, context: Context): void {
  let built: Promise<string> | undefined
  const read = () => (built ??= readFile(join(folder, 'phone/index.html'), 'utf8'))

  app.get<Asked>('/t/:token', (request, reply) => page(request, reply))
  app.get<Asked>('/t/', (request, reply) => page(request, reply))

  async function page(request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> {
    const { token = '' } = request.params
    const { drawUnknown, drawVisit } = await import('./draw.ts')
    const html = await read()
    const visit = visitOfToken(context, token)
    const view = visitView(context, token)?.view
    const spoken = languageFor(request, visit?.language)
    reply.headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': spoken,
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    if (!visit || !view) {
      const { name } = context.hall.layout.plan
      return send(request, reply.code(404), drawUnknown(html, spoken, name, token.length < WHOLE_TOKEN))
    }
    const plan = visitPlan(context.hall, visit)
    return send(request, reply, drawVisit(html, spoken, { view, plan, at: iso(context.now()) }))
  }
}

/** The language that the page's switch asked for, else the visit's own, else the browser's. */
function languageFor({ query, headers }: FastifyRequest<Asked>, own: string | undefined): Language {
  for (const wanted of [query.lang, own]) if (wanted === 'id' || wanted === 'en') return wanted
  return languageOf(headers['accept-language'])
}

/** Compressed if the browser can: 20 KB become 5 on the weakest network of the hall. */
export async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  html: string,
  vary = 'accept-encoding',
): Promise<FastifyReply> {
  reply.header('vary', vary)
  if (!GZIP.test(String(request.headers['accept-encoding']))) return reply.send(html)
  return reply.header('content-encoding', 'gzip').send(await pack(html))
}
