// The API described by its own schemas: OpenAPI 3.1 at `/api/openapi.json`, to be read at `/api/docs`.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifySchema, RouteOptions } from 'fastify'
import { Type } from 'typebox'
import { deviceCookie, staffCookie } from '../access/who.ts'
import { en } from '../texts/en.ts'
import { codes, statusOf, type Code } from './codes.ts'
import { credentialsOf, type Credential } from './guards.ts'
import { securePages } from './headers.ts'
import { problemType } from './problem.ts'
import type { App } from './request.ts'

const Problem = Type.Object(
  {
    type: Type.Literal('about:blank'),
    status: Type.Integer(),
    title: Type.String({ description: 'In the language of the request' }),
    detail: Type.String({ description: 'What happened and what can be done about it' }),
    code: Type.Union(
      codes.map((code) => Type.Literal(code)),
      { description: 'Stable: programs go by this' },
    ),
    request: Type.String({ description: 'Id under which the log knows the request' }),
    property: Type.Optional(Type.String({ description: 'bad-request: which property is at fault' })),
    about: Type.Optional(Type.String({ description: 'Id of what stands in the way' })),
  },
  { $id: 'Problem', additionalProperties: true },
)

/** Must be called before the first route is added: it collects them. */
export async function describeApi(app: App, { version }: { version: string }): Promise<void> {
  app.addSchema(Problem)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Antre',
        version,
        description: 'The queue of a public service mall. Errors are RFC 9457 problems with a stable `code`.',
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
    transform: ({ schema, url, route }) => ({ schema: describe(schema, route), url }),
  })
  let text: string | null = null
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    text ??= JSON.stringify(app.swagger())
    return reply.type('application/json').send(text)
  })
}

/** The same for people. Call it after `describeApi`; its files come from the disk when they are asked for. */
export async function showApi(app: App, { tls }: { tls: boolean }): Promise<void> {
  await app.register(async (scope) => {
    await securePages(scope, { tls })
    await scope.register(swaggerUi, {
      routePrefix: '/api/docs',
      theme: { title: 'Antre API' },
      uiConfig: { layout: 'BaseLayout', deepLinking: true },
    })
  })
}

type Described = FastifySchema & { hide?: boolean; description?: string }

/** Adds to a route's schemas what its guard and its config say. */
function describe(schema: Described | undefined, route: RouteOptions): FastifySchema {
  if (schema === undefined || schema.hide === true) return { ...schema, hide: true }
  const needed = [route.onRequest ?? []].flat().flatMap((hook) => credentialsOf(hook) ?? [])
  const problems = problemsOf(schema, route, needed)
  const given = typeof schema.response === 'object' ? schema.response : {}
  return {
    ...schema,
    ...keyHeader(route),
    security: needed.map((name) => ({ [name]: [] })),
    response: { ...given, ...responses(problems) },
  }
}

/** All that a route may answer with: its own codes and those that come before it. */
function problemsOf(
  schema: Described,
  { method, config }: RouteOptions,
  needed: readonly Credential[],
): Code[] {
  const changes = method !== 'GET'
  const isSent = (schema.body ?? schema.params ?? schema.querystring) !== undefined
  return [
    ...(isSent ? (['bad-request'] as const) : []),
    ...(changes ? (['bad-json', 'body-too-large', 'wrong-content-type', 'foreign-origin'] as const) : []),
    ...(config?.key === 'required' ? (['key-required'] as const) : []),
    ...(config?.key === undefined ? [] : (['key-reused'] as const)),
    ...(needed.length > 0 ? (['not-signed-in', 'not-allowed'] as const) : []),
    ...(config?.problems ?? []),
    ...(changes ? (['storage-unavailable'] as const) : []),
    'stopping',
    'internal',
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

function keyHeader({ config }: RouteOptions): { headers?: unknown } {
  if (config?.key === undefined) return {}
  const key = Type.String({
    description: 'The same key again gets the same answer; kept until the day after',
  })
  const name = 'Idempotency-Key'
  return { headers: Type.Object({ [name]: config.key === 'required' ? key : Type.Optional(key) }) }
}

function nameOf(schema: { $id?: unknown }): string | undefined {
  return typeof schema.$id === 'string' ? schema.$id : undefined
}
