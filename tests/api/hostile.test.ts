// What attackers send: other files by the address, headers in a value, names that every object has, two requests in
// one. As bytes on a real connection if a client would tidy them up.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHall, type HallApp } from './hall-app.ts'

const SECRET = 'nobody may read this'
let folder: string
let hall: HallApp
let port: number
let kiosk: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'antre-hostile-'))
  writeFileSync(join(folder, 'secret.txt'), SECRET)
  const pages = join(folder, 'pages')
  for (const page of [
    'home',
    'kiosk',
    'display',
    'counter',
    'reception',
    'manage',
    'supervise',
    'monitor',
    'simulator',
    'phone',
    'assets',
  ]) {
    mkdirSync(join(pages, page), { recursive: true })
    writeFileSync(join(pages, page, 'index.html'), `<title>${page}</title>`)
  }
  writeFileSync(join(pages, 'secret.txt'), SECRET)
  writeFileSync(join(pages, 'assets', '.secret'), SECRET)
  hall = await openHall({ pages, publicUrl: 'https://antre.example' })
  await hall.enrol('kiosk')
  kiosk = hall.cookies.get('kiosk') ?? ''
  await hall.app.listen({ port: 0, host: '127.0.0.1' })
  port = (hall.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await hall.close()
  rmSync(folder, { recursive: true })
})

/** Sends these bytes; returns all that came back until the connection was closed. */
async function raw(bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.setEncoding('latin1').on('data', (text: string) => (said += text))
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  return said
}

const get = (path: string, more = '') =>
  raw(`GET ${path} HTTP/1.1\r\nhost: antre.local\r\nconnection: close\r\n${more}\r\n`)

describe('no address leads out of the folder of pages', () => {
  const ups = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '%252e%252e%252f',
    '....//',
    '%c0%ae%c0%ae/',
    './../',
  ]
  const places = ['/assets/', '/kiosk/', '/', '/api/audio/', '/api/docs/', '/t/', '/api/visits/']
  it.each(places)('%s', async (place) => {
    for (const up of ups) {
      for (const path of [
        `${place}${up}secret.txt`,
        `${place}${up}${up}secret.txt`,
        `${place}${up.repeat(8)}etc/passwd`,
      ]) {
        const answer = await get(path)
        expect(`${path} ${answer.slice(0, 12)}`).toMatch(/ HTTP\/1.1 (?:4\d\d|308)/)
        expect(answer).not.toMatch(/nobody may read this|root:/)
      }
    }
  })

  it.each([
    '/assets/.secret',
    '/assets/',
    '/assets',
    '/assets//etc/passwd',
    '/assets/%00',
    '/assets/..%00/secret.txt',
    '/assets/kiosk.js%00.txt',
    '/secret.txt',
    '/kiosk/secret.txt',
    '/phone/index.html',
    '//etc/passwd',
    'http://evil.example/secret.txt',
    'file:///etc/passwd',
  ])('%s is not there', async (path) => {
    const answer = await get(path)
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /)
    expect(answer).not.toMatch(/nobody may read this|root:/)
  })
})

describe('nothing that was sent becomes a header', () => {
  const headOf = (answer: string) => answer.split('\r\n\r\n')[0] ?? ''

  it.each([
    '/kiosk?a=%0d%0aset-cookie:%20x=1',
    '/kiosk?%E5%98%8A%E5%98%8Dset-cookie:x=1',
    '/kiosk?a=%0aset-cookie:x',
  ])('in the address of a redirect: %s', async (path) => {
    const head = headOf(await get(path))
    expect(head).toMatch(/^HTTP\/1.1 308 /)
    expect(head).not.toMatch(/^set-cookie/im)
    expect(head).toContain(`location: ${path.replace('?', '/?')}`)
  })

  it('in the policy, from the Host', async () => {
    const head = headOf(await get('/kiosk/', 'x-forwarded-host: evil.example; script-src *\r\n'))
    expect(head).toContain("script-src 'self';")
    expect(head).not.toContain('evil.example')
  })

  it('from a cookie: a device’s is given again only where it is one', async () => {
    expect(headOf(await get('/kiosk/', 'cookie: antre_device=a\x0bb; Path=/evil\r\n'))).not.toMatch(
      /^set-cookie/im,
    )
    expect(headOf(await get('/kiosk/', `cookie: ${kiosk}\r\n`))).toContain(
      `set-cookie: ${kiosk}; Path=/; HttpOnly`,
    )
  })

  it('from a language', async () => {
    const head = headOf(await get('/api/nowhere', 'accept-language: en\t, "\\x";q=set-cookie: a\r\n'))
    expect(head).toMatch(/^content-language: (?:id|en)\r?$/m)
  })
})

describe('one line is one request after the other', () => {
  it.each([
    ['two lengths', 'content-length: 2\r\ncontent-length: 3\r\n'],
    ['a length and pieces', 'content-length: 2\r\ntransfer-encoding: chunked\r\n'],
    ['an odd encoding', 'transfer-encoding: xchunked\r\n'],
    ['a length that is none', 'content-length: +2\r\n'],
    ['a folded header', 'x-a: b\r\n c\r\ncontent-length : 2\r\n'],
    ['a bare line feed', 'x-a: b\ncontent-length: 2\r\n'],
  ])('%s is refused, and what follows is not taken for a request', async (_what, headers) => {
    const { seq } = hall.hall
    const smuggled = 'GET /api/health HTTP/1.1\r\nhost: antre.local\r\nconnection: close\r\n\r\n'
    const answer = await raw(
      `POST /api/visits HTTP/1.1\r\nhost: antre.local\r\ncontent-type: application/json\r\nconnection: close\r\n${headers}\r\n{}${smuggled}`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /)
    expect(answer).not.toContain('"status":"ok"')
    expect(hall.hall.seq).toBe(seq)
  })

  it('a head without end is refused', async () => {
    expect(await get('/api/health', `x-a: ${'x'.repeat(20_000)}\r\n`)).toMatch(/^HTTP\/1.1 4\d\d /)
    expect(await get(`/api/${'x'.repeat(20_000)}`)).toMatch(/^HTTP\/1.1 4\d\d /)
  })

  it('other methods do nothing', async () => {
    for (const method of ['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await raw(
        `${method} /api/visits HTTP/1.1\r\nhost: antre.local\r\nconnection: close\r\n\r\n`,
      )
      expect(`${method} ${answer.slice(0, 12)}`).toMatch(new RegExp(`^${method} (?:HTTP/1.1 4\\d\\d|)$`))
      expect(answer).not.toMatch(/^access-control/im)
    }
  })
})

describe('names that every object has', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']

  it.each([
    '{"__proto__":{"admin":true},"services":["kk"]}',
    '{"constructor":{"prototype":{"admin":true}},"services":["kk"]}',
    '{"services":["kk"],"priority":{"__proto__":{"admin":true}}}',
    '{"\\u005f_proto__":{"admin":true},"services":["kk"]}',
  ])('in a body are refused: %s', async (body) => {
    // By the parser, before any schema checks it: a schema that lets more in would not undo it.
    expect(await hall.outcome('POST /api/visits', { as: 'kiosk', key: body, body })).toBe('400 bad-json')
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  })

  it.each(names)('%s is no service, no counter, no visit, no device, no query', async (name) => {
    expect(
      await hall.outcome('POST /api/visits', { as: 'kiosk', key: name, body: { services: [name] } }),
    ).toBe('404 unknown-service')
    expect(await hall.outcome(`POST /api/counters/${name}/open`, { as: 'manager', body: {} })).toBe(
      '404 unknown-counter',
    )
    expect(await hall.outcome(`GET /api/visits/${name}`)).toBe('404 unknown-visit')
    expect(await hall.outcome(`DELETE /api/devices/${name}`, { as: 'manager' })).toBe('404 unknown-device')
    expect(await hall.outcome(`GET /api/search?q=kk&${name}=x`)).toBe('400 bad-request')
    expect(await hall.outcome(`GET /api/search?q=${name}`)).toBe(200)
  })

  it('as a key are a key like any other', async () => {
    for (const key of names) {
      const ask = { as: 'manager', key, body: { services: ['kk'] } } as const
      const [one, two] = [await hall.ask('POST /api/visits', ask), await hall.ask('POST /api/visits', ask)]
      expect([one.status, two.status, two.body]).toEqual([201, 201, one.body])
    }
  })

  it('are no languages, on every way to a refusal', async () => {
    const languages = [...names, 'in;q=0.1,constructor', '__proto__-x', 'hasOwnProperty;q=1', 'id;q=toString']
    const paths = [
      '/%ff',
      '/t/%c0',
      '/api/visits/%E0%A4%A',
      `/api/visits/${'x'.repeat(300)}`,
      '/api/nowhere',
      '/api/session',
    ]
    for (const language of languages)
      for (const path of paths) {
        const answer = await get(path, `accept-language: ${language}\r\n`)
        expect(`${language} ${path} ${answer.slice(0, 12)}`).toMatch(/ HTTP\/1.1 40[14]$/)
        expect(answer).toMatch(/^content-language: id\r?$/m)
      }
    expect(await hall.outcome('GET /api/health')).toBe(200)
  })
})
