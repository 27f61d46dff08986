// Real sockets to a hall that really listens: what they were sent, in order, and with which code they were closed.
// Every view is checked against the schema of its topic on the way.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Schema from 'typebox/schema'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { AgencyView } from '../../server/live/agency.ts'
import { MonitorView } from '../../server/live/monitor.ts'
import { ReceptionView, ReceptionVisitView } from '../../server/live/reception.ts'
import { BoardView } from '../../server/live/board.ts'
import { CounterView } from '../../server/live/counter.ts'
import { KioskView } from '../../server/live/kiosk.ts'
import { VisitView } from '../../server/live/visit.ts'
import type { HallApp, Somebody } from './hall-app.ts'

const shapes: Record<string, object> = {
  agency: AgencyView,
  board: BoardView,
  counter: CounterView,
  kiosk: KioskView,
  monitor: MonitorView,
  visit: VisitView,
  reception: ReceptionVisitView,
}

function shapeOf(topic: string): object {
  return topic === 'reception' ? ReceptionView : (shapes[topic.split(':')[0] ?? ''] ?? {})
}

export interface Look {
  as?: Somebody
  headers?: Record<string, string>
  /** Further parameters of the address, `&v=1`. */
  more?: string
}

interface Message<V> {
  type: 'view' | 'beat'
  topic?: string
  seq?: number
  at: string
  view?: V
}

/** The hall listens from now on; returns its port. */
export async function listens({ app }: HallApp): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

/** Looks at a topic until the test ends. `V` is the topic's view. */
export function look<V>(hall: HallApp, topic: string, { as = 'nobody', headers, more = '' }: Look = {}) {
  const { port } = hall.app.server.address() as AddressInfo
  const cookie = hall.cookies.get(as)
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live?topic=${encodeURIComponent(topic)}${more}`, {
    headers: { ...(cookie === undefined ? {} : { cookie }), ...headers },
  })
  onTestFinished(() => socket.terminate())
  const messages: Message<V>[] = []
  const shape = shapeOf(topic)
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message<V>
    if (message.type === 'view') {
      const [fits, faults] = Schema.Errors(shape, message.view)
      if (!fits) throw new Error(`${topic}: ${JSON.stringify(faults)}`)
    }
    messages.push(message)
  })
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve)
  })
  /** An HTTP answer instead of a socket. */
  const refused = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
  })
  socket.on('error', () => {})

  const views = () => messages.flatMap(({ view }) => view ?? [])
  /** The first view that fits, of those that have come or will come. */
  async function view(wished: (view: V) => boolean = () => true): Promise<V> {
    for (;;) {
      const found = views().find(wished)
      if (found !== undefined) return found
      if (socket.readyState === WebSocket.CLOSED)
        throw new Error(`closed, last seen ${JSON.stringify(views().at(-1))}`)
      await Promise.race([once(socket, 'message'), closed])
    }
  }
  return { socket, messages, views, view, closed, refused }
}
