// A line between a page and the server that can fall silent, or lose answers on their way back.
import { createServer, connect, type Socket } from 'node:net'
import type { House } from './harness.ts'

/**
 * `open`: all passes. `silent`: nothing passes, and nobody is told, as when a laptop sleeps. `lost`: what the page asks
 * reaches the server; what the server answers ends the connection.
 */
export type Way = 'open' | 'silent' | 'lost'

export interface Line {
  /** Where the page finds the server through this line. */
  readonly url: string
  /** From now on. Back to `open`, all connections are made anew. */
  turn(way: Way): void
  /** How often a request for this path (its beginning, `POST /api/…`) set out for the server. */
  asked(start: string): number
  close(): Promise<void>
}

export async function openLine({ url }: House): Promise<Line> {
  let way: Way = 'open'
  const pairs = new Set<readonly [Socket, Socket]>()
  const requests: string[] = []
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(url).port), '127.0.0.1')
    const pair = [client, upstream] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      upstream.destroy()
    }
    client.on('data', (bytes) => {
      if (way === 'silent') return
      requests.push(...(bytes.toString('latin1').match(/^[A-Z]+ \/\S+(?= HTTP\/1\.1\r$)/gm) ?? []))
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (way === 'lost') end()
      else if (way === 'open') client.write(bytes)
    })
    for (const socket of pair) socket.on('close', end).on('error', end)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  function cut(): void {
    for (const [client, upstream] of pairs) {
      client.destroy()
      upstream.destroy()
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    turn(next) {
      way = next
      if (next === 'open') cut()
    },
    asked: (start) => requests.filter((request) => request.startsWith(start)).length,
    close() {
      cut()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}
