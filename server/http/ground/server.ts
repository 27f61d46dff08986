// What every route rests on: the server with its limits, its log, how it answers errors and how it stops. What is refused before a
// route is in guards.ts; routes are added in `app.ts`.
import type { Server, ServerOptions } from 'node:https'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { pino } from 'pino'
import type { Access } from '../../access/access.ts'
import { compileLate } from '../../tuning/late-validators.ts'
import { keepLines } from '../lines/keep-lines.ts'
import { type LineLimits, usualLineLimits } from '../lines/limits.ts'
import { describeApi, showApi } from './docs.ts'
import { answerErrors, orAtLast } from './errors.ts'
import { type Guards, guardEveryRequest, withPlainHeaders } from './guards.ts'
import type { HeardTime } from './other-clocks.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { pageAddress, targetOf } from './way.ts'

/** Largest body of a command, in bytes. */
export const bodyLimit = 64 * 1024

/** How often what access keeps in memory (devices last seen) is written. */
const flushEveryMs = 10 * 60 * 1000

export interface ServerParts {
  access: Access
  guards: Guards
  /** Told what time callers report. */
  heardTime: HeardTime
  version: string
  /** Null: no log at all (tests). */
  log: LogParts | null
  /** `https://…`, the hall's public address, null if it has none. */
  publicUrl: string | null
  /** More names under which the hall is reached, in lower case; see `HOST_NAMES`. */
  hostNames?: readonly string[]
  /** Addresses of reverse proxies whose `X-Forwarded-…` is believed; see Fastify's `trustProxy`. */
  trustProxy: string | string[] | false
  /** Certificate and key; null: plain http. */
  tls: Pick<ServerOptions, 'cert' | 'key'> | null
  /** How long to wait for a request; the usual by default. */
  patience?: Patience | undefined
  /** How many connections to hold; the usual by default. */
  lineLimits?: LineLimits | undefined
}

/** Milliseconds. */
export interface Patience {
  /** For a request's head, from when its connection opens; with TLS, including the handshake. */
  head: number
  /** For the whole request. */
  request: number
  /** Between two checks for requests that take longer. */
  look: number
  /** For a client that takes nothing of its answer; twice as long if part of it was on its way. */
  stalled: number
}

/** A slow connection has time; one kept open on purpose is cut. */
const usualPatience: Patience = { head: 15_000, request: 30_000, look: 5_000, stalled: 60_000 }

/** Builds the server with no routes but those of the API's description. It does not listen yet. */
export async function createServer(parts: ServerParts): Promise<App> {
  const log = parts.log === null ? null : createLog(parts.log)
  const { head, look } = parts.patience ?? usualPatience
  const pace = { headersTimeout: head, connectionsCheckingInterval: look }
  const given = { ...options(parts, log), http: pace }
  const app = Fastify({
    ...given,
    // `null` is plain http; the type is that of https for both, which offers the same.
    https: parts.tls && { ...parts.tls, ...pace, handshakeTimeout: head },
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(
    compileLate({
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false },
    }),
  )
  if (log !== null) app.log = log
  keepLines(app, {
    limits: parts.lineLimits ?? usualLineLimits,
    behindProxy: parts.trustProxy !== false,
  })
  readBodies(app)
  answerErrors(app)
  guardEveryRequest(app, parts)
  flushNowAndThen(app, parts.access)
  parts.guards.standIn(app)
  describeApi(app, parts)
  await showApi(app, parts)
  return app
}

function options(
  { trustProxy, patience = usualPatience }: ServerParts,
  log: FastifyBaseLogger | null,
): FastifyServerOptions<Server> {
  const started = Date.now().toString(36)
  let count = 0
  return {
    // Fastify's own logger would listen for the end of every answer and make a child for every request: 2 µs of a
    // ticket's time, for lines that are never written. Ours is given to the app and to all requests instead.
    logger: false,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (none) => log ?? none,
    genReqId: () => `${started}-${(count += 1).toString(36)}`,
    bodyLimit,
    rewriteUrl: (request) => readableAddress(targetOf(request)),
    trustProxy,
    requestTimeout: patience.request,
    connectionTimeout: patience.stalled,
    return503OnClosing: false,
    // Answers are typed by their schemas, and tests hold them to the API's description. A compiled serialiser for
    // each route costs a cheap PC's memory, and is hardly faster for answers of this size. Set here, its compiler is
    // not even loaded.
    schemaController: { compilersFactory: { buildSerializer: () => () => JSON.stringify } },
    // An invalid address is found before the hooks run, so the headers that they set are set here. Nobody catches
    // what is thrown here.
    frameworkErrors: (_error, _request, reply) => {
      orAtLast(
        reply,
        () => refuse(withPlainHeaders(reply), 'not-found'),
        (err) => log?.error({ err }, 'an address that is none was not answered'),
      )
    },
    // lines.ts does that.
    clientErrorHandler: () => {},
  }
}

/** The address for the router; unchanged if that fails. */
function readableAddress(url: string): string {
  try {
    return pageAddress(url)
  } catch {
    return url
  }
}

/** JSON only, and an empty body is `{}` (with no content type Fastify reads none: see below). */
function readBodies(app: App): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, {}) : parse(request, body, done),
  )
}

function flushNowAndThen(app: App, access: Access): void {
  const flush = (): void => {
    try {
      access.flush()
    } catch (error) {
      app.log.warn({ err: error }, 'devices last seen not written')
    }
  }
  const timer = setInterval(flush, flushEveryMs).unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(timer)
    flush()
    done()
  })
}

/**
 * A request's address without its secrets: no query, and `…` for the token of a visit or a complaint and for
 * everything after the survey's.
 */
export function loggedUrl(url: string): string {
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  return path.replace(/^(\/t\/|\/api\/(?:visits|complaints|surveys)\/)[^/]+/u, '$1…')
}

export interface LogParts {
  /** Pino's: `info`, `warn`… */
  readonly level: string
  /** Where lines go, standard output by default. */
  readonly stream?: { write(line: string): void }
}

/** The log of the server: requests are not in it, only what goes wrong. */
export function createLog({ level, stream }: LogParts): FastifyBaseLogger {
  const options = {
    level,
    base: null,
    serializers: {
      req: ({ id, method, url }: FastifyRequest) => ({ id, method, url: loggedUrl(url) }),
    },
    redact: {
      paths: ['cookie', 'token', 'password', 'headers', '*.cookie', '*.token', '*.password', '*.headers'],
      remove: true,
    },
  }
  return stream === undefined ? pino(options) : pino(options, stream)
}

// How the server stops: what began is finished, then everybody is told, then the connections are closed.

/** Milliseconds. */
const HANG_UP_EVERY = 100

/** Stops these one after the other once the app closes. */
export function stopWith(app: App, inOrder: readonly (() => unknown)[]): void {
  let hangUp: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    // A connection that was busy when the stop began is idle after its answer, and its browser would keep it for a
    // minute.
    hangUp = setInterval(() => app.server.closeIdleConnections(), HANG_UP_EVERY)
    for (const stop of inOrder) await stop()
  })
  app.addHook('onClose', (_app, done) => {
    clearInterval(hangUp)
    done()
  })
}
