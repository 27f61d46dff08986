// Connections held open on purpose: what nobody reads is closed, a client that was told goodbye goes, and an invalid
// upgrade leaves nothing behind. Counted by what the server has open.
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectSecurely } from 'node:tls'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { limitsFor, type LineLimits } from '../../server/http/lines/limits.ts'
import { get, openFiles, readAll, rudeLine } from '../rude/line.ts'
import { makePair } from '../tls/certificate.ts'
import { type Given, hallApp, type HallApp } from './hall-app.ts'

const CLOSE = 'connection: close\r\n'
const SOCKET = 'connection: upgrade\r\nupgrade: websocket\r\n'
const KEY = 'sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
const LARGE = Buffer.alloc(8_000_000, 'x')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'antre-lines-'))
  const pages = join(folder, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'antre-source.tar.gz'), LARGE)
  writeFileSync(join(pages, 'assets', 'large.js'), LARGE)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function open(given: Given = {}) {
  const dir = mkdtempSync(join(folder, 'hall-'))
  mkdirSync(join(dir, 'media'))
  copyFileSync(new URL('../media/files/moves.mp4', import.meta.url), join(dir, 'media', 'film.mp4'))
  writeFileSync(join(dir, 'media', 'film.mp4'), LARGE, { flag: 'a' })
  const hall = await hallApp({ dir, pages: join(folder, 'pages'), ...given })
  await hall.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = hall.app.server.address() as AddressInfo
  const count = promisify(hall.app.server.getConnections.bind(hall.app.server))
  return {
    hall,
    port,
    /** Connections that the server has open. */
    count: async () => count(),
    async say(said: string | Buffer, from?: string): Promise<Socket> {
      const socket = await rudeLine(port, said, from)
      onTestFinished(() => void socket.destroy())
      return socket
    },
  }
}

/** The address of what is in the media folder. */
async function mediaUrl(hall: HallApp): Promise<string> {
  const { files } = await hall.does<{ files: { id: string }[] }>('GET /api/media', { as: 'manager' })
  return `/api/media/${files[0]?.id}`
}

describe('an answer that nobody reads', () => {
  it.each(['/source', '/assets/large.js', '/api/docs/swagger-ui-bundle.js', 'media'])(
    '%s, thirty times in one breath by who leaves, leaves no file open',
    async (what) => {
      const { hall, port, say, count } = await open()
      const url = what === 'media' ? await mediaUrl(hall) : what
      const files = () => openFiles([join(folder, 'pages'), 'swagger-ui-bundle', 'film.mp4'])
      for (let nth = 0; nth < 5; nth++) {
        const line = await say(get(url).repeat(30))
        await new Promise((resolve) => {
          setTimeout(resolve, 50)
        })
        line.resetAndDestroy()
      }
      await expect.poll(count).toBe(0)
      await expect.poll(files).toEqual([])
      expect(await readAll(await rudeLine(port, get('/api/health', 'connection: close\r\n')))).toMatch(
        / 200 OK/,
      )
    },
  )
})

it('an answer over TLS that nobody reads leaves no file open either', async () => {
  const { say, count } = await open({ server: { tls: makePair('hall') } })
  const files = () => openFiles([join(folder, 'pages'), 'swagger-ui-bundle'])
  for (let nth = 0; nth < 120; nth++) {
    const wire = await say('')
    const line = connectSecurely({ socket: wire, rejectUnauthorized: false }).on('error', () => {})
    await once(line, 'secureConnect')
    const asked = get(['/assets/large.js', '/source', '/api/docs/swagger-ui-bundle.js'][nth % 3] ?? '')
    line.pause().write(asked.repeat(1 + (nth % 20)))
    // Some go before the server has noticed them.
    if (nth % 2 === 0) await promisify(setImmediate)()
    line.destroy()
  }
  await expect.poll(count).toBe(0)
  await expect.poll(files).toEqual([])
})

describe('requests in one breath', () => {
  it('are answered one after the other, in their order', async () => {
    const { say } = await open()
    const paths = ['/api/health', '/api/nowhere', '/api/hall', '/api/health', '/%ff', '/api/health']
    const said = await readAll(await say(paths.map((path) => get(path)).join('') + get('/kiosk', CLOSE)))
    expect([...said.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status]) => Number(status))).toEqual([
      200, 404, 200, 200, 404, 200, 308,
    ])
  })

  it('that nobody reads cost one answer: the next waits, and too many end the line', async () => {
    const { say, count } = await open()
    const files = () => openFiles([join(folder, 'pages')]).length
    const patient = await say(get('/source').repeat(10))
    const asked = await Promise.all(Array.from({ length: 3 }, () => say(get('/assets/large.js').repeat(10))))
    await expect.poll(files).toBeGreaterThan(0)
    expect(files()).toBeLessThanOrEqual(4)
    await say(get('/source').repeat(400))
    await expect.poll(count).toBe(4)
    for (const line of [patient, ...asked]) line.destroy()
    await expect.poll(count).toBe(0)
    await expect.poll(files).toBe(0)
  })

  it('with one in the midst that wants to be a socket end the line, and nothing else', async () => {
    const { hall, say, count } = await open()
    const upgrade = get('/api/live?topic=kiosk', `${SOCKET}${KEY}`)
    for (const before of ['/source', '/api/health', '/api/nowhere', '/%ff'])
      await say(get(before).repeat(2) + upgrade)
    await expect.poll(count).toBe(0)
    expect(await hall.outcome('GET /api/health')).toBe(200)
  })
})

describe('the source', () => {
  it('is given to eight at a time, and again once one of them has gone', async () => {
    const { say, hall } = await open()
    const files = () => openFiles(['antre-source']).length
    const readers = await Promise.all(Array.from({ length: 8 }, () => say(get('/source'))))
    await expect.poll(files).toBe(8)
    expect(await hall.outcome('GET /source')).toBe('429 too-many-requests')
    readers[0]?.destroy()
    await expect.poll(() => hall.outcome('GET /source')).toBe(200)
  })
})

describe('a client that is told goodbye goes, even if it does not reply', () => {
  const patience = { head: 150, request: 300, look: 30, stalled: 300 }
  const half = 'POST /api/visits HTTP/1.1\r\nhost: antre.local\r\ncontent-type: application/json\r\n'

  it.each([
    ['nothing', ''],
    ['half a head', half],
    ['half a body', `${half}content-length: 50\r\n\r\n{"services":`],
    ['what is no HTTP', '\u0016\u0003\u0001 hello'],
    ['an answer that it does not read', get('/assets/large.js')],
    ['a question after half a body', `${half}content-length: 9\r\n\r\n{${get('/source')}`],
  ])('%s', async (_what, said) => {
    const { say, count } = await open({ server: { patience } })
    await Promise.all(Array.from({ length: 10 }, () => say(said)))
    await expect.poll(count).toBe(0)
    await expect.poll(() => openFiles([join(folder, 'pages')])).toEqual([])
  })

  it('with TLS: nothing, half a handshake, no handshake, and nothing after it', async () => {
    const { say, count, port } = await open({ server: { patience, tls: makePair('hall') } })
    const hello = Buffer.from('16030100c8010000c40303', 'hex')
    for (const said of ['', hello, get('/api/health'), Buffer.alloc(3_000, 0x16)]) await say(said)
    const secure = connectSecurely({ port, host: '127.0.0.1', rejectUnauthorized: false })
    onTestFinished(() => void secure.destroy())
    await once(secure, 'secureConnect')
    secure.on('error', () => {}).write(half)
    await expect.poll(count).toBe(0)
  })

  it('a socket that was refused, and says no goodbye', async () => {
    const { say, count } = await open()
    const refused = await say(get('/api/live?topic=nowhere', `${SOCKET}${KEY}`))
    refused.resume()
    await once(refused, 'end')
    await expect.poll(count).toBe(0)
  })
})

describe('an invalid upgrade', () => {
  const long = `/api/visits/${'x'.repeat(300)}`
  const paths = ['/%ff', '/t/%c0', '/api/visits/%E0%A4%A', long, '/api/nowhere', '/api/live/%ff', '/kiosk']
  const kinds = ['websocket', 'WebSocket', 'h2c', 'anything, else', '']

  it.each(paths)('on %j is answered and its line closed', async (path) => {
    const { say, count } = await open()
    for (const kind of kinds) {
      const line = await say(get(path, `connection: upgrade\r\nupgrade: ${kind}\r\n`))
      if (kind !== '') await readAll(line)
    }
    const crowd = await Promise.all(
      Array.from({ length: 100 }, (_, nth) =>
        say(get(path, `connection: upgrade\r\nupgrade: ${kinds[nth % 3]}\r\n`)),
      ),
    )
    await Promise.all(crowd.map(readAll))
    await expect.poll(count).toBeLessThanOrEqual(1)
    await expect.poll(() => openFiles([join(folder, 'pages')])).toEqual([])
  })

  it('has the whole of a long answer, and leaves when half of it was read', async () => {
    const { say, count } = await open()
    const asked = get('/assets/large.js', 'connection: upgrade\r\nupgrade: h2c\r\n')
    expect((await readAll(await say(asked))).length).toBeGreaterThan(LARGE.length)
    const half = await say(asked)
    half.resume()
    await once(half, 'data')
    half.destroy()
    await expect.poll(count).toBe(0)
    await expect.poll(() => openFiles([join(folder, 'pages')])).toEqual([])
  })

  it('of a browser’s page from elsewhere is refused', async () => {
    const { say, count } = await open()
    for (const path of paths) {
      const line = await say(get(path, `${SOCKET}${KEY}origin: http://evil.example\r\n`))
      expect(await readAll(line)).toMatch(/^HTTP\/1.1 40[34] /)
    }
    await expect.poll(count).toBe(0)
  })

  it('beside an ordinary question is let be: a client that could do HTTP/2 has its answer', async () => {
    const { say } = await open()
    const said = await readAll(await say(get('/api/health', 'connection: upgrade\r\nupgrade: h2c\r\n')))
    expect(said).toMatch(/^HTTP\/1.1 200 OK/)
    expect(said).toMatch(/^connection: close\r$/im)
  })

  it('with a body, which nobody would read, is no command', async () => {
    const { hall, say } = await open()
    await hall.take(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    const { seq } = hall.hall
    const head = `connection: upgrade\r\nupgrade: h2c\r\ncookie: ${hall.cookies.get('ayu')}\r\ncontent-length: 26\r\n`
    const said = await readAll(
      await say(`${get('/api/counters/loket-1/finish', head, 'POST')}{"outcome":"incomplete"}  `),
    )
    expect(said).toMatch(/^HTTP\/1.1 400 /)
    expect(hall.hall.seq).toBe(seq)
  })
})

describe('a stop', () => {
  it('does not wait for clients that do not finish', async () => {
    const patience = { head: 200_000, request: 200_000, look: 200_000, stalled: 200_000 }
    const { hall, say, count } = await open({ server: { patience } })
    for (const said of ['', 'GET /', get('/source'), get('/source').repeat(9), get('/api/live', SOCKET)])
      await say(said)
    await say(get('/api/live?topic=kiosk', `${SOCKET}${KEY}`))
    await say(get('/api/live?topic=nowhere', `${SOCKET}${KEY}`))
    await expect.poll(count).toBeGreaterThan(4)
    await hall.app.close()
    expect(await count()).toBe(0)
  })
})

describe('a bad frame', () => {
  it('ends its socket and writes nothing into the log', async () => {
    const logged: string[] = []
    const { say, count } = await open({ logged })
    const before = logged.length
    const bad = [
      [0xff, 0xff, 0xff, 0xff],
      [0x81, 0x02, 0x68, 0x69],
      [0x83, 0x80, 0, 0, 0, 0],
      [0x81, 0xfe, 0xff, 0xff],
    ]
    for (const bytes of bad) {
      const line = await say(get('/api/live?topic=kiosk', `${SOCKET}${KEY}`))
      line.resume()
      await once(line, 'data')
      line.write(Buffer.from([...bytes, 0, 0, 0, 0]))
    }
    await expect.poll(count).toBe(0)
    expect(logged.slice(before)).toEqual([])
  })
})

describe('so many lines and no more', () => {
  const few: LineLimits = {
    all: 12,
    fresh: 8,
    freshOfAddress: 5,
    idle: 3,
    lying: 64_000_000,
    lyingOfAddress: 64_000_000,
    waiting: 16,
  }

  it('an address may hold a number of idle lines, and the oldest makes room', async () => {
    const { say, count } = await open({ server: { lineLimits: few } })
    const silent: Socket[] = []
    for (let nth = 0; nth < 20; nth++) silent.push(await say('GET /'))
    expect(await Promise.all(silent.slice(0, 15).map(readAll))).toEqual(Array.from({ length: 15 }, () => ''))
    await expect.poll(count).toBe(5)
    expect(await readAll(await say(get('/api/health', CLOSE)))).toMatch(/ 200 OK/)
  })

  it('another address has its own, up to what all may hold together', async () => {
    const { say, count } = await open({ server: { lineLimits: few } })
    for (const address of ['127.0.0.2', '127.0.0.3', '127.0.0.4'])
      for (let nth = 0; nth < 4; nth++) await say('', address)
    await expect.poll(count).toBe(8)
    expect(await readAll(await say(get('/api/health', CLOSE), '127.0.0.5'))).toMatch(/ 200 OK/)
  })

  it('of those that wait for a next question the oldest go', async () => {
    const { say, count } = await open({ server: { lineLimits: few } })
    for (let nth = 0; nth < 10; nth++) await say(get('/api/health'))
    await expect.poll(count).toBe(3)
  })

  it('lines that leave much unread go, the oldest first, and others of that address are answered', async () => {
    const lineLimits = {
      ...few,
      all: 500,
      freshOfAddress: 500,
      fresh: 500,
      idle: 500,
      lyingOfAddress: 2_000_000,
    }
    const { say, count } = await open({ server: { lineLimits } })
    for (let nth = 0; nth < 200; nth++) await say(get('/assets/large.js'))
    await expect.poll(count).toBeLessThanOrEqual(64)
    expect(await readAll(await say(get('/api/health', CLOSE)))).toMatch(/ 200 OK/)
    await expect.poll(() => openFiles([join(folder, 'pages')]).length).toBeLessThanOrEqual(64)
  })

  it('has room for all phones of a hall behind one router, and for half as many descriptors', () => {
    expect(limitsFor(Infinity).freshOfAddress).toBeGreaterThanOrEqual(3_000)
    expect(limitsFor(4_096).freshOfAddress).toBeGreaterThanOrEqual(800)
    for (const descriptors of [256, 1_024, 4_096, 65_536]) {
      const { all, fresh, idle } = limitsFor(descriptors)
      expect(all).toBeLessThan(descriptors)
      expect(fresh + idle).toBeLessThan(all)
    }
  })
})
