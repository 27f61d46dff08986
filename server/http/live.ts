// The socket: it only reads. Who may look at which topic is said here, and a socket's handlers are the one place
// where a throw would end the process, so they do next to nothing.
import '@fastify/websocket'
import type { WebSocket } from 'ws'
import { Type } from 'typebox'
import { mayActFor, type Who } from '../access/who.ts'
import type { Hall } from '../hall/hall.ts'
import { PROTOCOL } from '../live/protocol.ts'
import type { Push } from '../live/push.ts'
import { split } from '../live/view-of.ts'
import type { App } from './request.ts'
import { closed } from './schemas.ts'

/** Close codes of the contract. */
const WRONG_VERSION = 4001
const NOT_ALLOWED = 4003
const NO_SUCH_TOPIC = 4004
/** RFC 6455: a client that talks where it should listen. */
const POLICY = 1008
/** Messages after which a talking client is shown the door. */
const MOST_MESSAGES = 20

const Query = Type.Object(
  { topic: Type.Optional(Type.String({ maxLength: 200 })), v: Type.Optional(Type.String({ maxLength: 10 })) },
  closed,
)

/** Adds `GET /api/live?topic=T`. */
export function addLive(app: App, { hall, push }: { hall: Hall; push: Push }): void {
  app.get(
    '/api/live',
    {
      websocket: true,
      schema: {
        operationId: 'live',
        summary: 'WebSocket: whole views of one topic, and a beat every 5 seconds',
        tags: ['live'],
        querystring: Query,
      },
    },
    (socket, request) => {
      const { topic = '', v } = request.query
      listen(socket)
      const code = whyNot(hall, request.who, topic, v)
      if (code !== null) return socket.close(code)
      const { staff, device: display } = request.who
      const [kind] = split(topic)
      const subscriber = {
        socket,
        staff: kind === 'counter' ? (staff?.id ?? null) : null,
        device: kind === 'board' ? display : null,
      }
      try {
        if (!push.subscribe(topic, subscriber)) socket.close(NO_SUCH_TOPIC)
      } catch (error) {
        request.log.error({ err: error }, 'no first view')
        socket.close(1011)
      }
    },
  )
}

function whyNot(hall: Hall, { staff }: Who, topic: string, version: string | undefined): number | null {
  if (version !== undefined && version !== String(PROTOCOL)) return WRONG_VERSION
  const [kind, id] = split(topic)
  if (kind !== 'counter' || id === null) return null
  const counter = hall.layout.counters.get(id)
  if (!staff) return NOT_ALLOWED
  if (!counter) return staff.role === 'manager' ? NO_SUCH_TOPIC : NOT_ALLOWED
  return mayActFor(staff, counter.agency) ? null : NOT_ALLOWED
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
