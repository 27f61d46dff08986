// The socket, which only sends. Who may look at which topic is in doors.ts. A socket's handlers are the one place
// where a throw would end the process, so they do next to nothing.
import websocket from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { WebSocket } from 'ws'
import { network } from '../../access/throttle.ts'
import type { Who } from '../../access/who.ts'
import { closeCodes, PROTOCOL } from '../../live/protocol.ts'
import type { Push } from '../../live/push.ts'
import { ownPart, split } from '../../live/view-of.ts'
import type { Guards } from '../ground/guards.ts'
import type { HeardTime } from '../ground/other-clocks.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed } from '../ground/schemas.ts'
import { addressOf } from '../ground/way.ts'
import { hangUp } from '../lines/keep-lines.ts'

/** RFC 6455: a client that talks when it should listen; a server that fails. */
const POLICY = 1008
const FAILED = 1011
/** IANA's registry of close codes: try again later. A page does so by itself. */
const LATER = 1013
/** Bytes of the longest message; nothing that arrives here is read. */
const MOST_SAID = 1024
/** Milliseconds to wait for a goodbye. */
const LAST_WORD = 5_000
/** Messages after which a talking client is disconnected. */
const MOST_MESSAGES = 20

const Query = Type.Object(
  {
    topic: Type.Optional(Type.String({ maxLength: 200 })),
    v: Type.Optional(Type.String({ maxLength: 10 })),
    /** What time the browser says it is, milliseconds since 1970. */
    clock: Type.Optional(Type.String({ maxLength: 20 })),
  },
  closed,
)

export interface LiveParts {
  readonly guards: Pick<Guards, 'whyNot'>
  readonly push: Push
  /** Who is behind a request with this `Cookie` header, now. */
  readonly who: (cookies: string | undefined) => Who
  /** How many sockets may be open; the usual by default. */
  readonly limits?: SocketLimits | undefined
  /** Told what time callers report. */
  readonly heardTime: HeardTime
}

/** Makes routes with a `wsHandler` possible. Call it before the first. */
export async function openSockets(app: App): Promise<void> {
  // `ws` knows the last one, its types do not.
  const options = { maxPayload: MOST_SAID, perMessageDeflate: false, closeTimeout: LAST_WORD }
  await app.register(websocket, {
    options,
    // The push says goodbye to the sockets when the app stops.
    preClose: (done) => done(),
    errorHandler(error, socket, request) {
      // Anyone sending bad frames could fill the log; anything else that goes wrong is our fault.
      if (!isOfTheirs(error)) request.log.error({ err: error }, 'a socket failed')
      socket.terminate()
    },
  })
}

/** A malformed frame (`WS_ERR_…`), or a line that broke (`ECONNRESET`, `EPIPE`…). */
function isOfTheirs(error: NodeJS.ErrnoException): boolean {
  return error.code?.startsWith('WS_ERR_') === true || error.syscall !== undefined
}

/** Adds `GET /api/live?topic=T`. */
export function addLive(app: App, { guards, push, who, limits, heardTime }: LiveParts): void {
  const limit = createSocketLimit(limits)
  endRefusedUpgrades(app)
  app.route({
    method: 'GET',
    url: '/api/live',
    schema: {
      operationId: 'live',
      summary: 'WebSocket: whole views of one topic, and a beat every 5 seconds',
      tags: ['live'],
      description:
        'Topics: `kiosk`, `board:all`, `board:<zone>`, `counter:<id>`, `visit:<token>`, `reception`, `reception:<visit>`, `agency:<id>`, `monitor`. The server sends `{type: "view", topic, seq, at, view}`, the whole view each time, and `{type: "beat", at}`; it reads nothing. Close codes: 4001 a page of another version (`v` is optional), 4003 not allowed (any more), 4004 no such topic (any more), 1013 too many sockets just now.',
      querystring: Query,
      response: { 101: Type.Null({ description: 'The socket' }) },
    },
    config: { problems: ['bad-request', 'foreign-origin'] },
    // Somebody opened the address as a page.
    handler: async (_request, reply) => refuse(reply.header('upgrade', 'websocket'), 'bad-request'),
    wsHandler: (socket, request) => {
      listen(socket)
      const leave = limit.take({ who: request.who, ip: addressOf(request) })
      if (leave === null) return socket.close(LATER)
      socket.on('close', leave)
      const { topic = '', v, clock } = request.query as { topic?: string; v?: string; clock?: string }
      if (v !== undefined && v !== String(PROTOCOL)) return socket.close(closeCodes.wrongVersion)
      heardTime(request, clock)
      const code = guards.whyNot(topic, request.who)
      if (code !== null) return socket.close(code)
      const display = displayOf(request, topic)
      const part = ownPart(topic, request.who.staff)
      const whyNot = () => {
        const now = who(request.headers.cookie)
        const isSame = display === null || now.display?.id === display.id
        // Somebody who has moved to another agency.
        if (!isSame || ownPart(topic, now.staff) !== part) return closeCodes.notAllowed
        return guards.whyNot(topic, now)
      }
      const subscriber = { socket, display, whyNot }
      try {
        if (!push.subscribe(part, subscriber)) socket.close(closeCodes.noSuchTopic)
      } catch (error) {
        request.log.error({ err: error }, 'no first view')
        socket.close(FAILED)
      }
    },
  })
}

/**
 * If the very first hook refuses a socket (a foreign origin, a stop) the plugin never sees it, and nobody reads it
 * any more: it would stay open for ever.
 */
function endRefusedUpgrades(app: App): void {
  app.addHook('onResponse', (request, _reply, done) => {
    if (request.raw.headers.upgrade !== undefined) hangUp(request.raw.socket)
    done()
  })
}

function displayOf({ who: { display } }: FastifyRequest, topic: string) {
  const [kind, id] = split(topic)
  if (kind !== 'board' || !display) return null
  return { id: display.id, zone: display.zone, board: id === 'all' ? null : id }
}

/** What a client says is not read; one that keeps talking is closed. */
function listen(socket: WebSocket): void {
  let messages = 0
  socket.on('message', () => {
    messages += 1
    if (messages === MOST_MESSAGES) socket.close(POLICY)
    if (messages > MOST_MESSAGES * 10) socket.terminate()
  })
  // Without a listener an error of one socket (a frame too large, a broken one) would end the process.
  socket.on('error', () => socket.terminate())
}

// How many sockets may be open, so that nobody fills the server with them. Counting by address alone does not work:
// two thousand phones come from one, behind the Wi-Fi's router or a mobile network's. So strangers share one large
// number, of which no address gets more than half, and known callers (staff, kiosks, boards) are counted separately
// and always get in.

export interface SocketLimits {
  /** All strangers together: phones, and screens that nobody enrolled. */
  readonly strangers: number
  /** Strangers at one address: more phones than a hall has visitors in an hour. */
  readonly address: number
  /** One person or one device: a panel in a few tabs, a board in all its zones. */
  readonly known: number
}

/** A socket takes about 40 KB: this is 250 MB at worst, and three times what the largest hall needs. */
export const usualLimits: SocketLimits = { strangers: 6_000, address: 3_000, known: 100 }

/** The same if fewer connections are allowed: half of them for sockets, the rest for requests. */
export function socketLimitsFor(lines: number): SocketLimits {
  const strangers = Math.min(usualLimits.strangers, Math.floor(lines / 2))
  return { ...usualLimits, strangers, address: Math.floor(strangers / 2) }
}

/** Counts the sockets. `take` returns a function that gives the place back, or null if there is none. */
export function createSocketLimit(limits: SocketLimits = usualLimits) {
  const open = new Map<string, number>()
  const count = (key: string, by: number) => {
    const now = (open.get(key) ?? 0) + by
    if (now === 0) open.delete(key)
    else open.set(key, now)
  }

  return {
    take(request: Pick<FastifyRequest, 'who' | 'ip'>): (() => void) | null {
      const known = nameOf(request)
      const places: [key: string, most: number][] =
        known === null
          ? [
              ['strangers', limits.strangers],
              [`address ${network(request.ip)}`, limits.address],
            ]
          : [[known, limits.known]]
      if (places.some(([key, most]) => (open.get(key) ?? 0) >= most)) return null
      for (const [key] of places) count(key, 1)
      return () => {
        for (const [key] of places) count(key, -1)
      }
    },
    /** How many keys are stored: none once all sockets are gone. */
    size: () => open.size,
  }
}

export type SocketLimit = ReturnType<typeof createSocketLimit>

function nameOf({ who: { staff, kiosk, display } }: Pick<FastifyRequest, 'who'>): string | null {
  if (staff) return `staff ${staff.id}`
  const device = kiosk ?? display
  return device ? `device ${device.id}` : null
}
