// The routes as the OpenAPI document describes them, and nothing else: what is described is tried, new routes too.
import type { HallApp } from '../api/hall-app.ts'
import type { Shape } from './values.ts'

/** A parameter in a request's address or headers. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: Shape
}

export interface Route {
  /** `POST /api/counters/{id}/open`. */
  readonly line: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** Null: the route takes none. */
  readonly body: Shape | null
  /** Only devices may. */
  readonly devices: boolean
}

interface Operation {
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly (Omit<Parameter, 'required'> & { readonly required?: boolean })[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> }
}

/** All routes of the document that this app serves. */
export async function routesOf({ app }: Pick<HallApp, 'app'>): Promise<Route[]> {
  const answer = await app.inject('/api/openapi.json')
  const { paths } = answer.json<{ paths: Record<string, Record<string, Operation>> }>()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([name, { security = [], parameters = [], requestBody }]) => {
      const method = name.toUpperCase()
      const body = requestBody?.content['application/json']
      return {
        line: `${method} ${path}`,
        method,
        path,
        parameters: parameters.map((one) => ({ ...one, required: one.required ?? false })),
        body: body?.schema ?? null,
        devices: security.length > 0 && security.every((needed) => 'device' in needed),
      }
    }),
  )
}
