import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { codes, statusOf } from '../../server/http/ground/codes.ts'
import { languageOf } from '../../server/http/ground/language.ts'
import { loggedUrl } from '../../server/http/ground/server.ts'
import { en } from '../../server/texts/en.ts'
import { id } from '../../server/texts/id.ts'
import { ground } from './ground.ts'

const json = { 'content-type': 'application/json' }

describe('a problem', () => {
  it('is RFC 9457 with a stable code and the id that the log knows', async () => {
    const { send } = await ground()
    const { status, headers, body } = await send('GET', '/api/nowhere')
    expect(status).toBe(404)
    expect(headers['content-type']).toBe('application/problem+json')
    expect(body).toEqual({
      type: 'about:blank',
      status: 404,
      ...id['not-found'],
      code: 'not-found',
      request: expect.any(String),
    })
  })

  it('speaks the language of the request, Indonesian otherwise', async () => {
    const { send } = await ground()
    const ask = async (language: string) =>
      (await send('GET', '/api/nowhere', { headers: { 'accept-language': language } })).body['title']
    expect(await ask('en-GB')).toBe(en['not-found'].title)
    expect(await ask('ja')).toBe(id['not-found'].title)
  })

  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['EN-us,en;q=0.9', 'en'],
    ['ja, en;q=0.5, id;q=0.4', 'en'],
    ['en;q=0.4, id;q=0.9', 'id'],
    ['en;q=0', 'id'],
    ['in', 'id'],
    ['en;q=abc', 'id'],
    ['*', 'id'],
  ])('Accept-Language %s: %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })

  it('has a title and a sentence in both languages for every code', () => {
    for (const code of codes) {
      expect(statusOf(code)).toBeGreaterThanOrEqual(400)
      for (const { title, detail } of [id[code], en[code]]) {
        expect(title.length).toBeLessThan(50)
        expect(detail).toMatch(/^\p{Lu}.*[.]$/u)
      }
    }
  })
})

describe('a body that does not fit is 400 bad-request and names the property', () => {
  it.each([
    [{ services: ['a'], colour: 1 }, 'colour', '“colour” is not known.'],
    [{}, 'services', '“services” is missing.'],
    [{ services: 'a' }, 'services', '“services” must be of type array.'],
    [{ services: [5] }, 'services/0', '“services/0” must be of type string.'],
    [{ services: [''] }, 'services/0', '“services/0” is too short, at least 1 characters.'],
    [{ services: [] }, 'services', '“services” has too few entries, at least 1.'],
    [{ services: ['a', 'b', 'c', 'd'] }, 'services', '“services” has too many entries, at most 3.'],
    [{ services: ['a', 'a'] }, 'services', '“services” has the same entry twice.'],
    [{ services: ['a'], priority: 'true' }, 'priority', '“priority” must be of type boolean.'],
    [{ services: ['a'], outcome: 'lost' }, 'outcome', '“outcome” must be one of: served, incomplete.'],
    [{ services: ['a'], minutes: 0 }, 'minutes', '“minutes” is too small, at least 1.'],
    [{ services: ['a'], minutes: 61 }, 'minutes', '“minutes” is too large, at most 60.'],
    [{ services: ['a'], zone: 5 }, 'zone', '“zone” must be of type string / null.'],
    [[], '', 'The body must be of type object.'],
  ])('%j', async (payload, property, detail) => {
    const { send } = await ground()
    const answer = await send('POST', '/api/try', { payload, headers: { 'accept-language': 'en' } })
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request', property, detail } })
  })

  it('in Indonesian too', async () => {
    const { send } = await ground()
    expect((await send('POST', '/api/try', { payload: {} })).body['detail']).toBe('“services” belum diisi.')
  })

  it('and null is no object', async () => {
    const { send } = await ground()
    expect((await send('POST', '/api/try', { payload: 'null', headers: json })).code).toBe('bad-request')
  })
})

describe('what can’t be read', () => {
  it.each([
    ['broken JSON', '{"services":', json, 400, 'bad-json'],
    ['a poisoned prototype', '{"__proto__":{}}', json, 400, 'bad-json'],
    [
      'another content type',
      'services=a',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'wrong-content-type',
    ],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'wrong-content-type'],
    ['a nonsense content type', '{}', { 'content-type': '///' }, 415, 'wrong-content-type'],
    ['more than 64 KB', JSON.stringify({ services: ['a'.repeat(66_000)] }), json, 413, 'body-too-large'],
  ])('%s', async (_what, payload, headers, status, code) => {
    const { send } = await ground()
    const answer = await send('POST', '/api/try', { payload, headers })
    expect([answer.status, answer.code]).toEqual([status, code])
  })

  it('a body of no content type', async () => {
    const { app } = await ground()
    const response = await app.inject({ method: 'POST', url: '/api/try', headers: { 'content-length': '2' } })
    expect([response.statusCode, response.json().code]).toEqual([415, 'wrong-content-type'])
  })

  it('an invalid address', async () => {
    const { send } = await ground()
    expect((await send('GET', '/api/%c0')).code).toBe('not-found')
    expect((await send('DELETE', `/api/devices/${'x'.repeat(500)}`)).code).toBe('not-found')
  })

  it('a request that takes half a minute to arrive is cut off', async () => {
    const { app } = await ground()
    expect(app.server.requestTimeout).toBe(30_000)
  })

  it('bytes that are no HTTP', async () => {
    const { app } = await ground()
    const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(address.port), address.hostname, () => socket.write('hello\r\n\r\n'))
      let all = ''
      socket.on('data', (chunk) => (all += String(chunk)))
      socket.on('end', () => resolve(all))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"bad-request"')
  })
})

describe('an empty body', () => {
  it.each([
    ['with no content type', {}],
    ['as application/json', json],
  ])('%s is {}', async (_what, headers) => {
    const { send, signIn } = await ground()
    const cookie = await signIn('wayan')
    expect((await send('POST', '/api/try/staff', { headers: { ...headers, cookie } })).status).toBe(200)
    expect((await send('DELETE', '/api/session', { headers: { ...headers, cookie } })).status).toBe(200)
    expect((await send('POST', '/api/try', { headers })).body['property']).toBe('services')
  })
})

describe('an address', () => {
  it('that takes another method answers 405 and which', async () => {
    const { send } = await ground()
    const { status, code, headers } = await send('DELETE', '/api/devices')
    expect([status, code, headers['allow']]).toEqual([405, 'method-not-allowed', 'POST, GET, HEAD'])
    expect((await send('POST', '/api/devices/some-id')).headers['allow']).toBe('DELETE')
  })

  it('with a final slash is another one', async () => {
    const { send } = await ground()
    expect((await send('GET', '/api/health/')).code).toBe('not-found')
  })
})

describe('what goes wrong inside', () => {
  it('never leaks, and is logged once with the id of the answer', async () => {
    const lines: string[] = []
    const stream = { write: (line: string) => void lines.push(line) }
    const { send } = await ground({ log: { level: 'info', stream } })
    const headers = { cookie: `antre_staff=${'x'.repeat(43)}` }
    const { status, code, text, body } = await send('POST', '/api/try/bug?token=geheim', { headers })
    expect([status, code]).toEqual([500, 'internal'])
    expect(text).not.toContain('secret')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      req: { id: body['request'], url: '/api/try/bug' },
      err: { message: 'the secret inside' },
    })
    expect(lines[0]).not.toMatch(/geheim|xxx/)
  })

  it('is logged without a visit’s token, and what went well is not logged at all', async () => {
    const lines: string[] = []
    const stream = { write: (line: string) => void lines.push(line) }
    const { send } = await ground({ log: { level: 'info', stream } })
    await send('GET', '/api/health')
    await send('POST', '/api/try', { payload: {} })
    expect(lines).toEqual([])
    await send('POST', '/api/visits/geheim/try')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ req: { url: '/api/visits/…/try' } })
  })

  it.each([
    ['/t/geheim', '/t/…'],
    ['/t/geheim?x=1', '/t/…'],
    ['/api/visits/geheim', '/api/visits/…'],
    ['/api/complaints/geheim/qr.svg', '/api/complaints/…/qr.svg'],
    ['/kiosk/?enrol=geheim', '/kiosk/'],
    ['/api/live?topic=visit:geheim', '/api/live'],
    ['/api/visits', '/api/visits'],
  ])('is logged for %s as %s', (url, logged) => {
    expect(loggedUrl(url)).toBe(logged)
  })

  it('on the disk is 503 storage-unavailable', async () => {
    const { send } = await ground()
    const { status, code, headers } = await send('POST', '/api/try/disk')
    expect([status, code, headers['retry-after']]).toEqual([503, 'storage-unavailable', '5'])
  })
})
