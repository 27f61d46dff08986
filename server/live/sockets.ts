// Sockets as the push needs them: sending without waiting for the slow, and knowing who is still there.
import type { WebSocket } from 'ws'

/** Bytes that may wait for a slow subscriber before it is cut off. */
const MOST_BUFFERED = 1_000_000
const BEAT = 5_000
/** A socket that answers no ping for this long is gone; only the network can tell so late. */
const PING = 30_000

export interface Subscriber {
  readonly socket: WebSocket
  /** Who looks, where that matters: to be shown the door when a session or a device ends. */
  readonly staff: string | null
  readonly device: {
    readonly id: string
    readonly kind: 'kiosk' | 'display'
    readonly zone: string | null
  } | null
}

/** Sends a whole message. One that can't keep up is cut off; the others never wait for it. */
export function send({ socket }: Subscriber, data: Buffer): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate()
  else socket.send(data, { binary: false })
}

/** Beats every 5 s to all of `everybody()`, and ends the sockets of those who are gone. */
export function keepAlive(everybody: () => Iterable<Subscriber>, now: () => number) {
  const alive = new WeakSet<WebSocket>()
  const beat = setInterval(() => {
    const data = Buffer.from(JSON.stringify({ type: 'beat', at: new Date(now()).toISOString() }))
    for (const subscriber of everybody()) send(subscriber, data)
  }, BEAT)
  const ping = setInterval(() => {
    for (const { socket } of everybody()) {
      if (alive.delete(socket)) socket.ping()
      else socket.terminate()
    }
  }, PING)
  return {
    welcome(socket: WebSocket): void {
      alive.add(socket)
      socket.on('pong', () => alive.add(socket))
    },
    stop(): void {
      clearInterval(beat)
      clearInterval(ping)
    },
  }
}
