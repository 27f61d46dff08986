// Clients that are rude, each in its own way: they open connections, say something, and leave as they like.
import type { Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { Random } from '../property/prng.ts'
import { firstOf, get, rudeLine } from './line.ts'

export interface Rudeness {
  readonly random: Random
  readonly port: number
  /** With TLS, a connection may break before the handshake is done. */
  readonly tls: boolean
  /** Connections that are not released until the end. */
  readonly held: Set<Socket>
}

const SOCKET =
  'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
const half = 'POST /api/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'
const LARGE = [
  '/source',
  '/assets/large.js',
  '/api/docs/swagger-ui-bundle.js',
  '/api/openapi.json',
  '/api/hall',
]
const HALVES = [
  '',
  'GET',
  'GET /api/health HTTP/1.1\r\nhost: a\r\n',
  half,
  `${half}content-length: 60\r\n\r\n{"user`,
]
const NOWHERE = ['/%ff', '/t/%c0', `/api/visits/${'x'.repeat(300)}`, '/api/nowhere', '/kiosk/']
const FRAMES = [
  [0xff, 0xff, 0xff, 0xff],
  [0x81, 0x02, 0x68, 0x69],
  [0x83, 0x80, 0, 0, 0, 0],
  [0x81, 0xfe, 0xff, 0xff, 0, 0, 0, 0],
]

/** One rude thing, done this many times at once. Ends when all is said; what was opened is dropped or held. */
export type Rude = (given: Rudeness, times: number) => Promise<void>

export const rudeClients: Readonly<Record<string, Rude>> = {
  'half requests': crowd(({ random }) => random.pick(HALVES), 'hold'),
  'unread answers': crowd(({ random }) => get(random.pick(LARGE)), 'leave late'),
  'many requests in one breath': crowd(
    ({ random }) => get(random.pick(LARGE)).repeat(5 + random.int(60)),
    'leave late',
  ),
  'resets in the middle of an answer': crowd(({ random }) => get(random.pick(LARGE)), 'reset'),
  'what is no HTTP': crowd(
    ({ random }) => Buffer.from([random.int(256), random.int(256), 3, 1, 0, 200]),
    'hold',
  ),
  'upgrades that are none': crowd(
    ({ random }) =>
      get(
        random.pick(NOWHERE),
        `connection: upgrade\r\nupgrade: ${random.pick(['websocket', 'h2c', 'x'])}\r\n`,
      ),
    'hold',
  ),
  'sockets that are not read': crowd(
    ({ random }) => get(`/api/live?topic=${random.pick(['kiosk', 'board:all', 'nowhere'])}`, SOCKET),
    'leave late',
  ),
  'bad frames': async (given, times) => {
    await together(times, async () => {
      const line = await open(given, get('/api/live?topic=kiosk', SOCKET))
      line.resume()
      await firstOf(line, 'data', 'close')
      line.write(Buffer.from(given.random.pick(FRAMES)))
      line.write(Buffer.alloc(64))
    })
  },
  'questions upon questions': async (given, times) => {
    await together(times, async () => {
      const line = await open(given, '')
      line.resume()
      for (let nth = 0; nth < 20 && !line.destroyed; nth++) {
        line.write(
          get(given.random.pick(['/api/health', '/api/search?q=surat+pajak+izin', '/api/nowhere', '/%ff'])),
        )
        await firstOf(line, 'data', 'close')
      }
      line.destroy()
    })
  },
}

type Leaving = 'hold' | 'leave late' | 'reset'

function crowd(say: (given: Rudeness) => string | Buffer, leaving: Leaving): Rude {
  return async (given, times) => {
    await together(times, async () => {
      const line = await open(given, say(given))
      if (leaving === 'hold') given.held.add(line)
      else if (leaving === 'reset') {
        line.resume()
        await Promise.race([firstOf(line, 'data', 'close'), pause(500)])
        reset(line)
      } else {
        await pause(given.random.int(1_500))
        if (given.random.oneIn(2)) line.destroy()
        else reset(line)
      }
    })
  }
}

/** A connection, with TLS mostly a secure one; its handshake is left half done now and then. */
async function open({ port, tls, random, held }: Rudeness, said: string | Buffer): Promise<Socket> {
  if (!tls) return rudeLine(port, said)
  if (random.oneIn(4)) {
    const raw = await rudeLine(
      port,
      random.pick([Buffer.alloc(0), Buffer.from('16030100c8010000c4', 'hex'), Buffer.from(get('/'))]),
    )
    held.add(raw)
  }
  const wire = await rudeLine(port, '')
  const line = connectSecurely({ socket: wire, rejectUnauthorized: false })
  wires.set(line, wire)
  line.on('error', () => {})
  await firstOf(line, 'secureConnect', 'close')
  line.pause()
  line.write(said)
  return line
}

/** The socket below a secure connection: only that can be reset. */
const wires = new WeakMap<Socket, Socket>()

function reset(line: Socket): void {
  const wire = wires.get(line) ?? line
  wire.resetAndDestroy()
  line.destroy()
}

const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

async function together(times: number, what: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: times }, what))
}
