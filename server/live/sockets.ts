// Sockets as the push needs them: sending without waiting for the slow, and knowing who is still there.
import type { WebSocket } from 'ws'

/** Bytes that may wait for a slow subscriber before it is cut off. */
const MOST_BUFFERED = 1_000_000
const BEAT = 5_000
/** A socket that answers no ping for this long is gone; only the network can tell so late. */
const PING = 30_000

/** A display that looks at a board, and may be asked to speak. */
export interface Display {
  readonly id: string
  /** Where it stands; null: anywhere in the hall. */
  readonly zone: string | null
  /** The zone whose board it shows; null: that of the whole hall. */
  readonly board: string | null
}

export interface Subscriber {
  readonly socket: WebSocket
  readonly display: Display | null
  /** The code to close with once it may not look any more: a session ends, a device is taken back. Null: all is well. */
  readonly whyNot: () => number | null
}

/** Sends a whole message. One that can't keep up is cut off; the others never wait for it. */
export function send({ socket }: Subscriber, data: Buffer): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate()
  else socket.send(data, { binary: false })
}

/** Calls `beat` every 5 s, and ends the sockets of those of `everybody()` who are gone. */
export function keepAlive(everybody: () => Iterable<Subscriber>, beat: () => void) {
  const alive = new WeakSet<WebSocket>()
  const beats = setInterval(beat, BEAT)
  const pings = setInterval(() => {
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
      clearInterval(beats)
      clearInterval(pings)
    },
  }
}
