// The names that the server goes by: another site's page that points its own name at our address (DNS rebinding) is
// told that there is nobody of that name here.
import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { hallApp, type Given, type HallApp } from './hall-app.ts'

/**
 * Sends these bytes on a real connection; returns status line, code and detail of what came back until it was closed.
 */
async function raw(hall: HallApp, bytes: string): Promise<string> {
  const { port } = hall.app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => (said += text))
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  const code = /"code":"([\w-]+)"/.exec(said)?.[1]
  return `${said.split(' ')[1]}${code === undefined ? '' : ` ${code}`}`
}
async function listening(given: Given = {}) {
  const hall = await hallApp(given)
  await hall.app.listen({ port: 0, host: '127.0.0.1' })
  return hall
}
const from = (hall: HallApp, host: string, url = '/api/hall') =>
  raw(hall, `GET ${url} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)

const own = hostname().split('.')[0] ?? ''

describe('[I21] the server answers only to its own names', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST',
    'localhost.:3000',
    'localhost:',
    '127.0.0.1:3000',
    '192.168.1.10',
    '8.8.8.8',
    '[::1]:3000',
    '[fe80::1]',
    '[::ffff:192.168.1.10]:80',
    own,
    own.toUpperCase(),
    `${own}.local`,
    `${own}.local.:3000`,
    'antre.karangasem.go.id',
    'ANTRE.karangasem.go.id:443',
    'mpp.lan',
    'xn--mpp-dma.example',
  ])('[I21] the server answers only to its own names: %s is one', async (host) => {
    const hall = await listening({
      publicUrl: 'https://antre.karangasem.go.id',
      hostNames: ['mpp.lan', 'xn--mpp-dma.example'],
    })
    expect(await from(hall, host)).toBe('200')
  })

  it.each([
    'evil.example',
    'evil.example:3000',
    'evil.example.',
    'antre.karangasem.go.id',
    'localhost.evil.example',
    'evil-localhost',
    'local',
    `${own}.evil.example`,
    `${own}.local.evil.example`,
    '127.0.0.1.evil.example',
    '127.1',
    '0x7f000001',
    '2130706433',
    '256.1.1.1',
    '127.0.0.1:80:80',
    '127.0.0.1:80a',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost/',
    'localhost, evil.example',
    'localhost evil.example',
    '[::1',
    '::1',
    '[::1]evil.example',
    '[evil.example]',
    '..',
    '.',
    ':3000',
    '',
    'a'.repeat(5_000),
    '__proto__',
    'constructor',
  ])('[I21] the server answers only to its own names: %s is none', async (host) => {
    const hall = await listening()
    expect(await from(hall, host)).toBe('421 unknown-host')
    expect(await from(hall, host, '/nowhere')).toBe('421 unknown-host')
    expect(await from(hall, host, '/api/health')).toBe('200')
  })

  it('[I21] the server answers only to its own names: on every way in', async () => {
    const hall = await listening()
    const head = 'connection: close\r\nhost: evil.example\r\n'
    const ways = {
      'POST /api/session': `POST /api/session HTTP/1.1\r\n${head}content-length: 0\r\n\r\n`,
      'HEAD /api/hall': `HEAD /api/hall HTTP/1.1\r\n${head}\r\n`,
      'OPTIONS /api/visits': `OPTIONS /api/visits HTTP/1.1\r\n${head}\r\n`,
      'a socket': `GET /api/live?topic=kiosk HTTP/1.1\r\nhost: evil.example\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      'a page': `GET /kiosk/ HTTP/1.1\r\n${head}\r\n`,
      'HTTP/1.0 with a name': `GET /api/hall HTTP/1.0\r\nhost: evil.example\r\n\r\n`,
      'HTTP/1.0 without': `GET /api/hall HTTP/1.0\r\n\r\n`,
      'a whole address': `GET http://evil.example/api/hall HTTP/1.1\r\nconnection: close\r\nhost: localhost\r\n\r\n`,
      'a whole address with somebody in it': `GET http://localhost@evil.example/api/hall HTTP/1.1\r\nconnection: close\r\nhost: localhost\r\n\r\n`,
    }
    const found: Record<string, string> = {}
    for (const [way, bytes] of Object.entries(ways)) found[way] = await raw(hall, bytes)
    const wanted = Object.fromEntries(Object.keys(ways).map((way) => [way, '421 unknown-host']))
    expect(found).toEqual({ ...wanted, 'HEAD /api/hall': '421' })
  })

  it('[I21] the server answers only to its own names: a whole address counts, whatever the Host', async () => {
    const hall = await listening()
    const get = (target: string, host: string) =>
      raw(hall, `GET ${target} HTTP/1.1\r\nconnection: close\r\nhost: ${host}\r\n\r\n`)
    expect(await get('http://localhost:3000/api/hall', 'localhost:3000')).toBe('200')
    expect(await get('HTTP://LOCALHOST/api/hall', 'evil.example')).toBe('200')
    expect(await get('http://localhost?x=1', 'localhost')).toBe('404 not-found')
    expect(await get('http://evil.example/api/health', 'localhost')).toBe('200')
  })

  it('[I21] the server answers only to its own names: HTTP/1.0 without a name is asked for health at most', async () => {
    const hall = await listening()
    expect(await raw(hall, 'GET /api/health HTTP/1.0\r\n\r\n')).toBe('200')
  })

  it.each([
    ['a view', 'GET /api/hall', ''],
    ['health', 'GET /api/health', ''],
    ['a command', 'POST /api/session', 'content-type: application/json\r\ncontent-length: 0\r\n'],
    [
      'a socket',
      'GET /api/live?topic=kiosk',
      'upgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n',
    ],
  ])(
    '[I21] the server answers only to its own names: a request with two is none: %s',
    async (_what, line, more) => {
      const hall = await listening()
      const said = (hosts: string[]) => {
        const connection = `connection: ${more.startsWith('upgrade') ? 'Upgrade' : 'close'}`
        return raw(
          hall,
          [`${line} HTTP/1.1`, connection, ...hosts.map((host) => `Host: ${host}`), more].join('\r\n') +
            '\r\n',
        )
      }
      expect(await said(['localhost', 'localhost'])).toBe('400 bad-request')
      expect(await said(['localhost', 'evil.example'])).toBe('400 bad-request')
      expect(await said(['evil.example', 'localhost'])).toBe('400 bad-request')
    },
  )

  it('[I21] the server answers only to its own names: one with two is refused in its turn', async () => {
    const hall = await listening()
    const { port } = hall.app.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.setEncoding('utf8').on('data', (text: string) => (said += text))
    const get = (hosts: string) => `GET /api/health HTTP/1.1\r\n${hosts}\r\n`
    socket.write(
      get('host: localhost\r\n') + get('host: localhost\r\nhost: localhost\r\n') + get('host: localhost\r\n'),
    )
    await once(socket, 'close')
    expect([...said.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '400'])
  })

  it('[I21] the server answers only to its own names: a proxy that tells another one changes nothing', async () => {
    const hall = await listening({ publicUrl: 'https://antre.karangasem.go.id', trustProxy: 'loopback' })
    const get = (host: string, told: string) =>
      raw(
        hall,
        `GET /api/hall HTTP/1.1\r\nconnection: close\r\nhost: ${host}\r\nx-forwarded-host: ${told}\r\n\r\n`,
      )
    expect(await get('evil.example', 'antre.karangasem.go.id')).toBe('421 unknown-host')
    expect(await get('127.0.0.1:3000', 'antre.karangasem.go.id')).toBe('200')
  })

  it.each([
    ['id', /HOST_NAMES/, /nama/],
    ['en', /HOST_NAMES/, /name/],
  ])(
    '[I21] the server answers only to its own names: and says which setting to mend (%s)',
    async (language, ...words) => {
      const hall = await hallApp()
      const headers = { host: 'evil.example', 'accept-language': language }
      const { status, body } = await hall.ask('GET /api/hall', { headers })
      expect([status, body['host']]).toEqual([421, 'evil.example'])
      for (const word of words) expect(body['detail']).toMatch(word)
    },
  )
})
