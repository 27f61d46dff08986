// The description of the API for people to read and try: Swagger UI at `/api/docs`. Its files are read from the disk
// when asked for; nothing is loaded before.
import { Instant } from './schemas.ts'
import { STATUS_CODES } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifySchema, type RouteOptions } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { endings } from '../../access/sessions.ts'
import { deviceCookie, staffCookie } from '../../access/who.ts'
import { lookUp } from '../../hall/look-up.ts'
import { en } from '../../texts/en.ts'
import type { Credential } from './audience.ts'
import { type Code, codes, statusOf } from './codes.ts'
import type { Guards } from './guards.ts'
import { changesHall } from './doors.ts'
import { securePages } from './headers.ts'
import { problemType } from './problem.ts'
import type { App } from './request.ts'

const files = ['swagger-ui-bundle.js', 'swagger-ui.css', 'index.css', 'favicon-32x32.png']

// In English like its buttons: its readers write programs.
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Antre API</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="stylesheet" href="/api/docs/index.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
})
`

/** As much of the document as is mended once it is made. */
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
interface Operation {
  readonly requestBody?: {
    required?: boolean
    readonly content: Readonly<Record<string, { readonly schema: { type?: string; required?: string[] } }>>
  }
  readonly responses: Readonly<Record<string, { description: string }>>
}

/** Adds `/api/docs`, under the policy of the pages. `publicUrl`: as for the pages. */
export async function showApi(app: App, { publicUrl }: { publicUrl: string | null }): Promise<void> {
  const root = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static')
  await app.register(async (scope) => {
    await securePages(scope, { publicUrl })
    await scope.register(fastifyStatic, { root, serve: false, cacheControl: false })
    for (const url of ['/api/docs', '/api/docs/']) {
      scope.get(url, (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
    }
    scope.get('/api/docs/start.js', (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(start),
    )
    for (const file of files) {
      scope.get(`/api/docs/${file}`, (_request, reply) =>
        reply.header('cache-control', 'no-cache').sendFile(file),
      )
    }
  })
}

const Problem = Type.Object(
  {
    type: Type.Literal('about:blank'),
    status: Type.Integer(),
    title: Type.String({ description: 'In the language of the request' }),
    detail: Type.String({ description: 'What happened, and what can be done about it' }),
    code: Type.Union(
      codes.map((code) => Type.Literal(code)),
      { description: 'Stable: programs go by this' },
    ),
    request: Type.String({ description: 'The request’s id in the log' }),
    property: Type.Optional(Type.String({ description: '`bad-request`: the property at fault' })),
    about: Type.Optional(Type.String({ description: 'The id of what stands in the way' })),
    ended: Type.Optional(
      Type.Object(
        {
          why: Type.Enum([...endings], { type: 'string' }),
          by: Type.Union([Type.String(), Type.Null()], { description: 'The name of who ended it' }),
          at: Instant,
        },
        { description: '`not-signed-in`: what became of the session whose cookie was sent, for a day' },
      ),
    ),
    host: Type.Optional(Type.String({ description: '`unknown-host`: the name that was asked for' })),
    count: Type.Optional(Type.Integer({ description: '`people-waiting`: how many' })),
    people: Type.Optional(
      Type.Array(Type.Object({ service: Type.String(), count: Type.Integer() }), {
        description: '`people-waiting` with several services: how many wait for each',
      }),
    ),
    accounts: Type.Optional(
      Type.Array(
        Type.Object({
          username: Type.String(),
          name: Type.String(),
          role: Type.String(),
          agency: Type.String(),
        }),
        {
          description:
            '`staff-concerned`, also together with `people-waiting`: the accounts that would be closed',
        },
      ),
    ),
  },
  { $id: 'Problem', additionalProperties: true },
)

/** What is kept about a route until somebody asks for the description. */
type Kept = Pick<RouteOptions, 'method' | 'url' | 'schema' | 'config'> & { needed: readonly Credential[] }

interface DescribeParts {
  version: string
  guards: Pick<Guards, 'credentials'>
}

/**
 * Adds `/api/openapi.json`. Must be called before the first route that it should describe. The generator is loaded
 * when the description is first asked for: until then it would take 5 MB for nothing.
 */
export function describeApi(app: App, { version, guards }: DescribeParts): void {
  const routes: Kept[] = []
  app.addHook('onRoute', ({ method, url, schema, config }) => {
    if (method !== 'HEAD' && schema?.operationId !== undefined)
      routes.push({ method, url, schema, config, needed: guards.credentials({ method, url }) })
  })
  let text: Promise<string> | null = null
  app.route({
    method: 'GET',
    url: '/api/openapi.json',
    schema: {
      operationId: 'describeApi',
      summary: 'This document: OpenAPI 3.1 of all routes',
      tags: ['hall'],
      response: { 200: Type.Unknown({ description: 'OpenAPI 3.1' }) },
    },
    handler: async (_request, reply) => {
      text ??= describe(routes, version)
      return reply.type('application/json').send(await text)
    },
  })
}

/** Gives the routes, without their handlers, to a second Fastify with the generator. */
async function describe(routes: readonly Kept[], version: string): Promise<string> {
  const { default: swagger } = await import('@fastify/swagger')
  const paper = Fastify({ exposeHeadRoutes: false })
  // Nothing is ever validated or serialised there.
  paper.setValidatorCompiler(() => () => true)
  paper.setSerializerCompiler(() => () => '')
  paper.addSchema(Problem)
  await paper.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Antre',
        version,
        description:
          'The queue of a public service mall. Errors are RFC 9457 problems with a stable `code`. Unknown properties are refused; a body that is missing counts as `{}`.',
        license: { name: 'GPL-3.0-or-later', identifier: 'GPL-3.0-or-later' },
      },
      components: {
        securitySchemes: {
          staff: { type: 'apiKey', in: 'cookie', name: staffCookie },
          device: { type: 'apiKey', in: 'cookie', name: deviceCookie },
        },
      },
    },
    convertConstToEnum: false,
    refResolver: { buildLocalReference: (schema, _base, _fragment, at) => nameOf(schema) ?? `Shape${at}` },
  })
  for (const route of routes) {
    const { method, url } = route
    paper.route({ method, url, schema: describeRoute(route), handler: () => null })
  }
  await paper.ready()
  const document = JSON.parse(JSON.stringify(paper.swagger())) as Described
  await paper.close()
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods)))
    finish(operation)
  return JSON.stringify(document)
}

/** The generator calls every body required, and every success a default response. */
function finish({ requestBody, responses: described }: Operation): void {
  const mayBeMissing = Object.values(requestBody?.content ?? {}).every(
    ({ schema }) => schema.type === 'object' && (schema.required ?? []).length === 0,
  )
  if (requestBody && mayBeMissing) requestBody.required = false
  for (const [status, answer] of Object.entries(described))
    if (answer.description === 'Default Response') answer.description = lookUp(STATUS_CODES, status) ?? status
}

const bytes = Type.String({ format: 'binary' })

/** A route's schemas, with what its door and its config add. */
function describeRoute(route: Kept): FastifySchema {
  const { needed } = route
  const given = route.schema?.response
  return {
    ...route.schema,
    ...(route.config?.body ? { body: route.config.body } : {}),
    ...(route.config?.takesFile ? { body: bytes, consumes: ['application/octet-stream'] } : {}),
    ...headersOf(route),
    security: needed.map((name) => ({ [name]: [] })),
    response: { ...answers(route, given), ...responses(problemsOf(route)) },
  }
}

/** All codes that a route may answer with: its own and those of the checks before it. */
function problemsOf({ method, url, schema, config, needed }: Kept): Code[] {
  const changes = method !== 'GET'
  const isSent = (schema?.body ?? schema?.params ?? schema?.querystring) !== undefined
  return [
    ...(isSent ? (['bad-request'] as const) : []),
    // A value in the address that is longer than any name.
    ...(url.includes(':') ? (['not-found'] as const) : []),
    ...(changes ? (['bad-json', 'body-too-large', 'wrong-content-type', 'foreign-origin'] as const) : []),
    ...(config?.key === 'required' ? (['key-required'] as const) : []),
    ...(config?.key === undefined ? [] : (['key-reused'] as const)),
    ...meantProblems(schema),
    ...(needed.length > 0 ? (['not-signed-in', 'not-allowed', 'password-must-change'] as const) : []),
    ...(config?.problems ?? []),
    ...(changes ? (['storage-unavailable'] as const) : []),
    ...(url === '/api/health' ? [] : (['unknown-host'] as const)),
    ...(changesHall(String(method), url) ? (['training-on'] as const) : []),
    'stopping',
    'internal',
  ]
}

/** The refusals of commands that say what they are meant for; their schema tells which apply. */
function meantProblems(schema: FastifySchema | undefined): Code[] {
  const said = (name: string) =>
    [schema?.body, schema?.querystring].some((one) => {
      const { properties = {} } = (one ?? {}) as { properties?: Readonly<Record<string, unknown>> }
      return Object.hasOwn(properties, name)
    })
  return [
    ...(said('notAfter') ? (['too-late'] as const) : []),
    ...(said('call') ? (['other-call'] as const) : []),
    ...(said('moves') ? (['visit-changed'] as const) : []),
  ]
}

function responses(problems: readonly Code[]): Record<string, unknown> {
  const distinct = [...new Set(problems)]
  const statuses = [...new Set(distinct.map(statusOf))].toSorted((one, other) => one - other)
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: distinct
          .filter((code) => statusOf(code) === status)
          .map((code) => `\`${code}\`: ${en[code].title}`)
          .join('; '),
        content: { [problemType]: { schema: { $ref: 'Problem#' } } },
      },
    ]),
  )
}

/** The successful responses, with the headers that they carry. */
function answers({ config }: Kept, given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null) return {}
  const header = config?.answerHeader
  if (!header) return { ...given }
  const headers = { [header.name]: { type: 'string', description: header.description } }
  return Object.fromEntries(Object.entries(given).map(([status, schema]) => [status, { ...schema, headers }]))
}

/** The route's own headers, and the key's. */
function headersOf({ schema, config }: Kept): { headers?: unknown } {
  const own = (schema?.headers as { properties?: Record<string, TSchema> } | undefined)?.properties ?? {}
  if (config?.key === undefined) return {}
  const key = Type.String({
    description: 'The same key again gets the same answer; kept until the day after',
  })
  const name = 'Idempotency-Key'
  return { headers: Type.Object({ ...own, [name]: config.key === 'required' ? key : Type.Optional(key) }) }
}

function nameOf(schema: { $id?: unknown }): string | undefined {
  return typeof schema.$id === 'string' ? schema.$id : undefined
}
