// Whatever goes wrong between the socket and a route becomes a problem with a code; no internals leak.
import type { OutgoingHttpHeader, ServerResponse } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { lookUp } from '../../hall/look-up.ts'
import { faults } from '../../texts/faults.ts'
import type { Code } from './codes.ts'
import { type Language, languageOf } from './language.ts'
import { problem, problemType, refuse } from './problem.ts'
import type { App } from './request.ts'

/** Fastify's own errors that a client causes. */
const fastifyCodes: Readonly<Record<string, Code>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
}

/** SQLite's families of errors for a disk that is full, gone, read-only, damaged or locked by somebody. */
const storageFault = /^SQLITE_(?:FULL|IOERR|CORRUPT|READONLY|BUSY|CANTOPEN|NOTADB|LOCKED|PROTOCOL|NOLFS)/u

/** Registers the answers to errors and to addresses that do not exist. */
export function answerErrors(app: App): void {
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    orAtLast(
      reply,
      () => answerError(error, request, reply),
      (err) => app.log.error({ err, instead: error }, 'an error was not answered'),
    ),
  )
  answerUnknownRoutes(app)
}

/** The code for an error. */
export function codeOf(error: FastifyError): Code {
  if (error.validation !== undefined) return 'bad-request'
  if (error.name === 'StorageError' || storageFault.test(error.code ?? '')) return 'storage-unavailable'
  const known = lookUp(fastifyCodes, error.code ?? '')
  if (known !== undefined) return known
  const { statusCode } = error
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'bad-request' : 'internal'
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = codeOf(error)
  if (code === 'internal' || code === 'storage-unavailable')
    request.log.error({ req: request, err: error, code }, code)
  if (code === 'internal') return answerBug(request, reply)
  if (code === 'storage-unavailable') return refuse(reply, code, { retryAfter: 5 })
  if (error.validation === undefined) return refuse(reply, code)
  const { property, detail } = faultOf(error.validation, languageOf(request.headers['accept-language']))
  return refuse(reply, code, { detail, members: { property } })
}

/**
 * Bypasses the hooks around an answer: one of them may be what failed, and Fastify's own answer would reveal its
 * message.
 */
function answerBug(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const headers = { ...reply.getHeaders(), 'content-language': language, vary: 'accept-language' }
  reply.hijack()
  answerAtLast(reply.raw, {
    body: Buffer.from(JSON.stringify(problem('internal', language, request.id))),
    headers,
  })
  return reply
}

/** 404, or 405 if the same address takes another method. Only looked up once nothing else has matched. */
function answerUnknownRoutes(app: App): void {
  const routes: { method: string; path: RegExp }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    const literal = url.replace(/[.\\+?^$()[\]{}|]/gu, String.raw`\$&`)
    const path = new RegExp(`^${literal.replaceAll('*', '.*').replace(/:\w+/gu, '[^/]+')}$`, 'u')
    for (const each of [method].flat()) routes.push({ method: each, path })
  })
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const allowed = [...new Set(routes.filter((route) => route.path.test(path)).map(({ method }) => method))]
    if (allowed.length === 0 || allowed.includes(request.method)) return refuse(reply, 'not-found')
    reply.header('allow', allowed.join(', '))
    return refuse(reply, 'method-not-allowed')
  })
}

/** For what is not HTTP at all, where there is no request yet: one problem, then the connection is cut. */
export function badHttpAnswer(): string {
  const body = JSON.stringify(problem('bad-request', 'id', '-'))
  return [
    'HTTP/1.1 400 Bad Request',
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}

/** The property at fault as the sender wrote it (`services/0`, empty for the whole body), and the sentence. */
export interface Fault {
  readonly property: string
  readonly detail: string
}

type Complaint = NonNullable<FastifyError['validation']>[number]

/** Puts Ajv's first complaint into words. */
export function faultOf(complaints: readonly Complaint[], language: Language): Fault {
  const say = faults[language]
  const complaint = mostTelling(complaints)
  const { keyword, params } = complaint
  const property = propertyOf(complaint)
  const at = property === '' ? say.whole : `“${property}”`
  const limit = String(params['limit'])
  const sentences = {
    additionalProperties: () => say.unknownProperty(at),
    required: () => say.missing(at),
    type: () => say.wrongType(at, String(params['type'])),
    enum: () => say.notOneOf(at, list(params['allowedValues'])),
    const: () => say.notOneOf(at, list([params['allowedValue']])),
    anyOf: () => anyOf(complaints, at, language),
    minLength: () => say.tooShort(at, limit),
    maxLength: () => say.tooLong(at, limit),
    minItems: () => say.tooFew(at, limit),
    maxItems: () => say.tooMany(at, limit),
    uniqueItems: () => say.twice(at),
    minimum: () => say.tooSmall(at, limit),
    exclusiveMinimum: () => say.tooSmall(at, limit),
    maximum: () => say.tooLarge(at, limit),
    exclusiveMaximum: () => say.tooLarge(at, limit),
  }
  return { property, detail: (lookUp(sentences, keyword) ?? (() => say.wrongForm(at)))() }
}

/** A union fails in every branch and then as a whole: the sender should hear about the whole. */
function mostTelling(complaints: readonly Complaint[]): Complaint {
  const [first] = complaints
  if (first === undefined) throw new Error('a validation error without a complaint')
  return complaints.find(({ keyword }) => keyword === 'anyOf') ?? first
}

function anyOf(complaints: readonly Complaint[], at: string, language: Language): string {
  const allowed = complaints.flatMap(({ keyword, params }) =>
    keyword === 'const' ? [params['allowedValue']] : [],
  )
  const types = complaints.flatMap(({ keyword, params }) =>
    keyword === 'type' ? [String(params['type'])] : [],
  )
  if (allowed.length > 0) return faults[language].notOneOf(at, list(allowed))
  return types.length > 0 ? faults[language].wrongType(at, types.join(' / ')) : faults[language].wrongForm(at)
}

function propertyOf({ instancePath, params }: Complaint): string {
  const named = params['additionalProperty'] ?? params['missingProperty']
  const path = instancePath.split('/').slice(1)
  return [...path, ...(typeof named === 'string' ? [named] : [])].join('/').slice(0, 100)
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : String(values)
}

// The last resort when an error answer has itself failed: prepared bytes, sent on the bare socket. On the way there is
// no look-up, no call and no log line that could throw again.

/** What is sent: a problem as JSON, and headers. */
export interface LastAnswer {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, OutgoingHttpHeader | undefined>>
}

const plain: LastAnswer = {
  body: Buffer.from(JSON.stringify(problem('internal', 'id', '-'))),
  headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', connection: 'close' },
}

/**
 * Sends a 500, the plain one if the better one can't be sent; cuts the connection if an answer has begun. Never
 * throws.
 */
export function answerAtLast(response: ServerResponse, better?: LastAnswer): void {
  if (better && attempt(() => write(response, better))) return
  if (attempt(() => write(response, plain))) return
  attempt(() => response.destroy())
}

function write(response: ServerResponse, { body, headers }: LastAnswer): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value)
  response
    .writeHead(500, 'Internal Server Error', { 'content-type': problemType, 'content-length': body.length })
    .end(body)
}

/** Answers in a way that may fail; if it does, a plain 500 goes out. `complain` is told why, and may fail too. */
export function orAtLast(
  reply: FastifyReply,
  answer: () => FastifyReply,
  complain: (error: unknown) => void,
): FastifyReply {
  try {
    return answer()
  } catch (error) {
    attempt(() => complain(error))
    reply.hijack()
    answerAtLast(reply.raw)
    return reply
  }
}

/** Does something that may fail when nobody is left to be told; returns whether it succeeded. */
export function attempt(what: () => void): boolean {
  try {
    what()
    return true
  } catch {
    return false
  }
}
