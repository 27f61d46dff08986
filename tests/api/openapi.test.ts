import { describe, expect, it } from 'vitest'
import { ground } from './ground.ts'

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  security?: object[]
  requestBody?: {
    content: { 'application/json': { schema: { required?: string[]; additionalProperties?: boolean } } }
  }
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref?: string } }> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, { properties: Record<string, unknown> }>
    securitySchemes: Record<string, unknown>
  }
}

async function described() {
  const { send } = await ground()
  const { status, headers, body } = await send('GET', '/api/openapi.json')
  expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  return body as unknown as Document
}

describe('GET /api/openapi.json', () => {
  it('is OpenAPI 3.1 of the routes, with nothing that 3.0 alone knows', async () => {
    const document = await described()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/session',
        '/api/session/password',
        '/api/devices',
        '/api/devices/{id}',
        '/api/devices/enrol',
        '/api/health',
        '/api/openapi.json',
      ]),
    )
    expect(JSON.stringify(document)).not.toContain('"nullable"')
    expect(Object.keys(document.paths).filter((path) => /docs|try/.test(path))).toEqual([])
  })

  it('has for each described route an id of its own, a summary and a tag', async () => {
    const { paths } = await described()
    const operations = Object.entries(paths)
      .filter(([path]) => /^\/api\/(session|devices|health)/.test(path))
      .flatMap(([, methods]) => Object.values(methods))
    expect(operations.length).toBe(9)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(9)
    for (const { summary, tags } of operations)
      expect([summary, tags?.length]).toEqual([expect.any(String), 1])
  })

  it('says which cookie a route wants and which codes it may answer with', async () => {
    const { paths } = await described()
    const invite = paths['/api/devices']?.['post']
    expect(invite?.security).toEqual([{ staff: [] }])
    expect(Object.keys(invite?.responses ?? {})).toEqual([
      '201',
      '400',
      '401',
      '403',
      '404',
      '413',
      '415',
      '500',
      '503',
    ])
    expect(invite?.responses['404']?.description).toBe('`unknown-zone`: No such zone')
    expect(invite?.responses['404']?.content?.['application/problem+json']?.schema).toEqual({
      $ref: '#/components/schemas/Problem',
    })
    expect(invite?.requestBody?.content['application/json'].schema).toMatchObject({
      required: ['kind'],
      additionalProperties: false,
    })
    expect(paths['/api/health']?.['get']?.security).toEqual([])
    expect(paths['/api/devices/{id}']?.['delete']?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string', minLength: 1, maxLength: 100 } },
    ])
  })

  it('describes the problem once', async () => {
    const { components } = await described()
    expect(Object.keys(components.schemas['Problem']?.properties ?? {})).toEqual(
      expect.arrayContaining(['type', 'status', 'title', 'detail', 'code', 'request']),
    )
  })
})

describe('/api/docs', () => {
  it('shows it under the policy of the pages, without any script of its own inside', async () => {
    const { send } = await ground()
    const { status, text, headers } = await send('GET', '/api/docs')
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(text.match(/<script\b[^>]*>/g)?.every((tag) => tag.includes(' src="/api/docs/'))).toBe(true)
    expect(text).not.toMatch(/<script[^>]*>\s*[^\s<]|<style|style=|https?:/)
    const files = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '')
    expect(files).toHaveLength(5)
    for (const file of files) expect((await send('GET', file)).status).toBe(200)
  })
})
