import { describe, expect, it } from 'vitest'
import { ground } from './ground.ts'
import { hallApp } from './hall-app.ts'

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  security?: object[]
  requestBody?: {
    required?: boolean
    content: Record<string, { schema: { required?: string[]; additionalProperties?: boolean } }>
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
  const { app } = await hallApp()
  const response = await app.inject('/api/openapi.json')
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    200,
    'application/json; charset=utf-8',
  ])
  return response.json<Document>()
}

/** The lines of the design's contract. */
const contract = `GET /api/health
  GET /api/hall
  GET /api/openapi.json
  POST /api/session
  GET /api/session
  DELETE /api/session
  POST /api/devices
  POST /api/devices/enrol
  POST /api/visits
  GET /api/visits/{token}
  POST /api/visits/{token}/cancel
  POST /api/visits/{token}/late
  POST /api/visits/{token}/slip
  POST /api/visits/{token}/noted
  POST /api/counters/{id}/open
  POST /api/counters/{id}/pause
  POST /api/counters/{id}/close
  POST /api/counters/{id}/call-next
  POST /api/counters/{id}/call
  POST /api/counters/{id}/recall
  POST /api/counters/{id}/start
  POST /api/counters/{id}/finish
  POST /api/counters/{id}/miss
  POST /api/counters/{id}/put-back
  POST /api/counters/{id}/hold
  POST /api/counters/{id}/release
  POST /api/counters/{id}/refer
  POST /api/counters/{id}/undo
  POST /api/announcements/{id}/heard
  GET /api/live`.split(/\n\s*/)

function operationsOf({ paths }: Document) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      line: `${method.toUpperCase()} ${path}`,
      path,
    })),
  )
}

describe('GET /api/openapi.json', () => {
  it('describes the plan that is sent as it does the one that is read, with its revision both ways', async () => {
    const { paths } = await described()
    const { get, put } = paths['/api/plan'] ?? {}
    const sent = put?.requestBody?.content['application/json']?.schema
    const read = get?.responses['200']
    expect(sent?.required).toEqual(expect.arrayContaining(['name', 'agencies', 'services', 'counters']))
    expect(sent).toEqual(read?.content?.['application/json']?.schema)
    expect(put?.parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'if-match', in: 'header' }),
        expect.objectContaining({ name: 'from', in: 'query' }),
      ]),
    )
    for (const answer of [read, put?.responses['200']])
      expect(answer).toMatchObject({ headers: { ETag: { schema: { type: 'string' } } } })
    expect(put?.responses).toHaveProperty('428')
  })

  it('is OpenAPI 3.1 of every line of the contract, with nothing that 3.0 alone knows', async () => {
    const document = await described()
    expect(document.openapi).toBe('3.1.0')
    expect(operationsOf(document).map(({ line }) => line)).toEqual(expect.arrayContaining(contract))
    expect(JSON.stringify(document)).not.toContain('"nullable"')
    expect(Object.keys(document.paths).filter((path) => /docs/.test(path))).toEqual([])
  })

  it('has for every route an id of its own, a summary, a tag and the parameters of its address', async () => {
    const operations = operationsOf(await described())
    const ids = operations.map(({ operationId }) => operationId)
    expect(ids).toEqual([...new Set(ids)])
    for (const { line, path, summary, tags, parameters = [] } of operations) {
      expect([line, summary, tags]).toEqual([line, expect.any(String), [expect.any(String)]])
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`)
      expect([line, inPath]).toEqual([line, path.match(/\{\w+\}/g) ?? []])
    }
  })

  it('refers to nothing that is not in it', async () => {
    const document = await described()
    const refs = new Set(JSON.stringify(document).match(/(?<="\$ref":")[^"]+/g))
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...refs].filter((ref) => !known.includes(ref))).toEqual([])
    expect(known).toContain('#/components/schemas/Problem')
  })

  it('asks for the key where the contract does, and takes it with every command', async () => {
    const operations = operationsOf(await described())
    const keyed = operations
      .filter(({ parameters = [] }) => parameters.some(({ name }) => name === 'Idempotency-Key'))
      .map(({ line }) => line)
    const required = operations
      .filter(({ parameters = [] }) =>
        parameters.some((parameter) => parameter.name === 'Idempotency-Key' && parameter.required),
      )
      .map(({ line }) => line)
    expect(required).toEqual(['POST /api/visits'])
    expect(keyed).toEqual(
      expect.arrayContaining(['POST /api/counters/{id}/call-next', 'POST /api/counters/{id}/undo']),
    )
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
      '409',
      '413',
      '415',
      '421',
      '500',
      '503',
    ])
    expect(invite?.responses['404']?.description).toContain('`unknown-zone`: No such zone')
    expect(invite?.responses['404']?.content?.['application/problem+json']?.schema).toEqual({
      $ref: '#/components/schemas/Problem',
    })
    expect(invite?.requestBody?.content['application/json']?.schema).toMatchObject({
      required: ['kind'],
      additionalProperties: false,
    })
    expect(paths['/api/health']?.['get']?.security).toEqual([])
    expect(paths['/api/devices/{id}']?.['delete']?.parameters).toContainEqual({
      name: 'id',
      in: 'path',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 100 },
    })
  })

  it('requires a body only where something must be in it', async () => {
    const { paths } = await described()
    const required = (path: string) => paths[path]?.['post']?.requestBody?.required
    for (const path of ['/api/visits', '/api/session', '/api/counters/{id}/call', '/api/devices'])
      expect([path, required(path)]).toEqual([path, true])
    for (const path of [
      '/api/counters/{id}/call-next',
      '/api/counters/{id}/undo',
      '/api/visits/{token}/cancel',
    ])
      expect([path, required(path)]).toEqual([path, false])
  })

  it('describes a file that is sent or answered as a file, never as JSON', async () => {
    const operations = operationsOf(await described())
    const sending = operations.filter(
      ({ requestBody }) => requestBody?.content['application/octet-stream'] !== undefined,
    )
    expect(sending.map(({ line, requestBody }) => [line, requestBody?.required]).toSorted()).toEqual([
      ['POST /api/findings/{id}/evidence', true],
      ['POST /api/media', true],
      ['POST /api/plan/import', true],
      ['POST /api/staff/import', true],
      ['POST /api/standard-files', true],
    ])
    const types = (line: string) =>
      Object.keys(operations.find((one) => one.line === line)?.responses['200']?.content ?? {})
    expect(types('GET /api/agencies/{id}/logo')).toEqual(['image/png'])
    expect(types('GET /api/media/{id}')).toEqual(['*/*'])
  })

  it('says in words of every answer what it is', async () => {
    for (const { line, responses } of operationsOf(await described()))
      for (const [status, { description }] of Object.entries(responses))
        expect([line, status, description]).toEqual([line, status, expect.stringMatching(/^(?!Default).+/)])
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
