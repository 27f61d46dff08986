// Whatever fails while the server refuses, a plain 500 goes out and the process lives: each place is made to throw.
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { describe, expect, it, vi } from 'vitest'
import type { App } from '../../server/http/ground/request.ts'
import { languageOf } from '../../server/http/ground/language.ts'
import { pageAddress } from '../../server/http/ground/way.ts'
import { badHttpAnswer } from '../../server/http/ground/errors.ts'
import { ground, password } from './ground.ts'

/** A request for this language makes the choice of language throw, on which every refusal depends. */
const BOOM = 'xx-boom'

vi.mock(import('../../server/http/ground/language.ts'), async (original) => {
  const real = await original()
  return {
    ...real,
    languageOf: (header: string | undefined) => {
      if (header?.includes(BOOM)) throw new Error('no such language: the secret inside')
      return real.languageOf(header)
    },
  }
})
vi.mock(import('../../server/http/ground/way.ts'), async (original) => ({
  ...(await original()),
  pageAddress: (url: string) => {
    if (url.includes('boom')) throw new Error('no such address')
    return url
  },
}))

/** Listens; sends these bytes on a connection of its own and returns all that came back. */
async function lineTo(app: App) {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return async (bytes: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.setEncoding('utf8').on('data', (text: string) => (said += text))
    socket.on('error', () => {})
    socket.write(bytes)
    await once(socket, 'close')
    return said
  }
}

const head = (line: string, more = '') =>
  `${line} HTTP/1.1\r\nhost: antre.local\r\nconnection: close\r\n${more}\r\n`
const boom = `accept-language: ${BOOM}\r\n`

/** That it is the last answer, and reveals no internals. */
function expectPlain(answer: string): void {
  expect(answer).toMatch(/^HTTP\/1.1 500 /)
  expect(answer).toContain('application/problem+json')
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status: 500, code: 'internal' })
  expect(answer).not.toContain('secret')
}

it('the mocks throw', () => {
  expect(() => languageOf(BOOM)).toThrow('secret')
  expect(() => pageAddress('/boom')).toThrow('no such address')
  expect(badHttpAnswer()).toMatch(/^HTTP/)
})

/** A post of JSON whose refusal throws. */
const post = (path: string, body: string, more = '') =>
  head(
    `POST ${path}`,
    `${boom}${more}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`,
  ) + body

describe('a refusal that throws', () => {
  it.each([
    ['for an address that can’t be decoded', head('GET /%ff', boom)],
    ['for a part of an address that is too long', head(`GET /api/visits/${'x'.repeat(300)}`, boom)],
    ['for an address that leads nowhere', head('GET /api/nowhere', boom)],
    ['for a method that is none here', head('DELETE /api/health', boom)],
    ['at a guard', head('GET /api/session', boom)],
    ['in a route', post('/api/try/bug', '')],
    ['for a body that is no JSON', post('/api/try', '{')],
    ['for a body of another shape', post('/api/try', '{}')],
    ['for a text nobody sees', post('/api/try', '{"services":["a\\u0007b"]}')],
    ['from a foreign page', post('/api/try/bug', '', 'origin: http://evil.example\r\n')],
  ])('%s', async (_what, bytes) => {
    const { app, send } = await ground()
    const line = await lineTo(app)
    expectPlain(await line(bytes))
    expect((await send('GET', '/api/health')).status).toBe(200)
  })
})

describe('a throw elsewhere on the way', () => {
  it('before the router: the address is taken as it came', async () => {
    const { app } = await ground()
    expect(await (await lineTo(app))(head('GET /boom'))).toMatch(/^HTTP\/1.1 404 /)
  })

  it('on the way to the router', async () => {
    const { app } = await ground()
    app.server.removeAllListeners('request').on('request', () => {
      throw new Error('the secret inside')
    })
    const answer = await (await lineTo(app))(head('GET /api/health'))
    expectPlain(answer)
    expect(answer).toContain('connection: close')
  })

  it('by the log', async () => {
    let full = false
    const stream = {
      write: () => {
        if (full) throw new Error('ENOSPC: the secret inside')
      },
    }
    const { app, send } = await ground({ log: { level: 'info', stream } })
    const line = await lineTo(app)
    full = true
    expectPlain(await line(head('POST /api/try/bug', 'content-length: 0\r\n')))
    expectPlain(await line(head('GET /%ff', boom)))
    expect((await send('GET', '/api/health')).status).toBe(200)
  })

  it.each([
    ['onRequest', 500],
    ['preParsing', 500],
    ['preValidation', 500],
    ['preHandler', 500],
    ['preSerialization', 500],
    ['onSend', 500],
    ['onResponse', 200],
  ] as const)('in the hook %s: %i', async (hook, status) => {
    const { app } = await ground()
    app.addHook(hook as 'onRequest', async () => {
      throw new Error('the secret inside')
    })
    const answer = await (await lineTo(app))(head('GET /api/health'))
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).not.toContain('secret')
  })

  it.each([
    ['a text', 'the secret inside'],
    ['a number', 7],
  ])('as %s that is no error', async (_what, thrown) => {
    const { app } = await ground()
    app.addHook('onRequest', () => {
      throw thrown
    })
    const answer = await (await lineTo(app))(head('GET /api/health'))
    expect(answer).toMatch(/^HTTP\/1.1 500 /)
    expect(answer).not.toContain('secret')
  })

  it('by a header that can’t be sent', async () => {
    const { app, send } = await ground()
    app.addHook('onSend', (_request, reply, _payload, done) => {
      reply.header('x-a', 'b\r\nc')
      done()
    })
    const line = await lineTo(app)
    expectPlain(await line(head('GET /api/health')))
    expectPlain(await line(head('GET /api/nowhere')))
    expect((await send('GET', '/api/health')).code).toBe('internal')
  })

  it('by bytes that are no HTTP', async () => {
    const { app } = await ground()
    expect(await (await lineTo(app))('\x00\x01\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  })
})

it('somebody who signs in goes on as before', async () => {
  const { send } = await ground()
  expect((await send('POST', '/api/session', { payload: { username: 'wayan', password } })).status).toBe(200)
})
