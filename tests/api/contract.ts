// Checks every answer against the OpenAPI document that the server itself publishes: the status is described, the
// body has the described shape, and a problem's code is one that the route names.
import type { OutgoingHttpHeaders } from 'node:http'
import { expect } from 'vitest'
import Schema from 'typebox/schema'
import type { HallApp } from './hall-app.ts'

interface Described {
  description: string
  content?: Record<string, { schema: object }>
}
interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Described> }>>
  components: { schemas: Record<string, object> }
}

interface Answered {
  method: string
  url: string
  status: number
  headers: OutgoingHttpHeaders
  body: unknown
}

let contract: ReturnType<typeof createContract> | undefined

/** The contract, read from the first app that asks: it is the same for all. */
export function contractOf(app: HallApp['app']): ReturnType<typeof createContract> {
  contract ??= createContract(app)
  return contract
}

async function createContract(app: HallApp['app']) {
  const answer = await app.inject('/api/openapi.json')
  const { paths, components } = answer.json<Document>()
  const problem = Schema.Compile(components.schemas['Problem'] ?? false)
  // OpenAPI: an address without templates comes before one with them.
  const inOrder = Object.entries(paths).sort(([a], [b]) => a.split('{').length - b.split('{').length)
  const routes = inOrder.map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    methods,
  }))
  const compiled = new Map<object, ReturnType<typeof Schema.Compile>>()

  function check(schema: object, value: unknown, what: string): void {
    const known = compiled.get(schema) ?? Schema.Compile(schema)
    compiled.set(schema, known)
    if (known.Check(value)) return
    const [, errors] = known.Errors(value)
    throw new Error(`${what}: ${JSON.stringify(errors.slice(0, 3))} in ${JSON.stringify(value)}`)
  }

  return {
    /** Throws if an answer is not as described. */
    hold({ method, url, status, headers, body }: Answered): void {
      const [path = ''] = url.split('?')
      const type = String(headers['content-type']).split(';')[0] ?? ''
      if (status >= 400) {
        expect(type).toBe('application/problem+json')
        expect(body).toMatchObject({ status, request: expect.stringMatching(/^[\w-]{3,}$/) })
        if (!problem.Check(body)) throw new Error(`no problem: ${JSON.stringify(body)}`)
      }
      const route = routes.find(({ pattern }) => pattern.test(path))?.methods[method.toLowerCase()]
      if (!route) return
      const what = `${method} ${path} ${status}`
      const described = route.responses[status]
      if (!described) throw new Error(`${what} is not described: ${JSON.stringify(body)}`)
      if (status < 400) check(described.content?.[type]?.schema ?? {}, body, what)
      else expect(`${what}: ${described.description}`).toContain(`\`${(body as { code: string }).code}\``)
    },
  }
}
