// A connection between a page and the server that can fall silent, lose answers on their way back, or hold requests
// back and deliver them much later.
import { createServer, connect, type Socket } from 'node:net'
import type { Page } from 'playwright-core'
import type { House } from './harness.ts'
import { standingText } from './words.ts'

/**
 * `open`: everything passes. `silent`: nothing passes, and nobody is told, as when a laptop sleeps. `lost`: requests
 * reach the server; its answers end the connection. `held`: nothing passes, but requests are held back, as a kernel
 * or a router does during a cut, even once the page has given up and gone.
 */
export type Way = 'open' | 'silent' | 'lost' | 'held'

/** What became of a held request; status 0: the server closed without an answer. */
export interface LateAnswer {
  readonly status: number
  readonly code: string | undefined
}

export interface Line {
  /** The server's address through this connection. */
  readonly url: string
  /** From now on. Back at `open`, all connections are made again. */
  turn(way: Way): void
  /** How often a request for this path (its beginning, `POST /api/…`) was sent. */
  asked(start: string): number
  /** On how many connections something is held back. */
  holds(): number
  /** Delivers everything held back to the server; resolves with its answers, which nobody else hears. */
  letLoose(): Promise<LateAnswer[]>
  close(): Promise<void>
}

export async function openLine({ url }: Pick<House, 'url'>): Promise<Line> {
  let way: Way = 'open'
  const pairs = new Set<readonly [Socket, Socket]>()
  const requests: string[] = []
  const kept = new Map<Socket, Buffer[]>()
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(url).port), '127.0.0.1')
    const pair = [client, upstream] as const
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      client.destroy()
      if (!kept.has(upstream)) upstream.destroy()
    }
    client.on('data', (bytes) => {
      if (way === 'silent') return
      if (way === 'held') return void kept.set(upstream, [...(kept.get(upstream) ?? []), bytes])
      requests.push(...(bytes.toString('latin1').match(/^[A-Z]+ \/\S+(?= HTTP\/1\.1\r$)/gm) ?? []))
      upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      if (way === 'lost') end()
      else if (way === 'open') client.write(bytes)
    })
    client.on('close', end).on('error', end)
    upstream.on('close', () => kept.delete(upstream))
    upstream.on('close', end).on('error', end)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  function cut(): void {
    for (const [client, upstream] of pairs) {
      client.destroy()
      if (!kept.has(upstream)) upstream.destroy()
    }
  }

  /** What was held back for one connection arrives, and is answered. */
  function bring(upstream: Socket, bytes: Buffer[]): Promise<LateAnswer> {
    return new Promise((resolve) => {
      let heard = ''
      upstream.on('data', (more) => {
        heard += more.toString('latin1')
        const [, status, length = '0'] = /^HTTP\/1\.1 (\d+)[^]*?content-length: (\d+)/i.exec(heard) ?? []
        const body = heard.slice(heard.indexOf('\r\n\r\n') + 4)
        if (status === undefined || body.length < Number(length)) return
        resolve({ status: Number(status), code: /"code":"([\w-]+)"/.exec(body)?.[1] })
      })
      upstream.once('close', () => resolve({ status: 0, code: undefined }))
      upstream.write(Buffer.concat(bytes))
    })
  }

  return {
    url: `http://127.0.0.1:${port}`,
    turn(next) {
      way = next
      if (next === 'open') cut()
    },
    asked: (start) => requests.filter((request) => request.startsWith(start)).length,
    holds: () => kept.size,
    async letLoose() {
      const answers = await Promise.all([...kept].map(([upstream, bytes]) => bring(upstream, bytes)))
      for (const upstream of kept.keys()) upstream.destroy()
      kept.clear()
      return answers
    },
    close() {
      for (const upstream of kept.keys()) upstream.destroy()
      cut()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

/** Waits until a kiosk or a board says that it is cut off, in whichever words: those of the first seconds pass. */
export const saysCut = (page: Page) =>
  page
    .getByText(standingText('reconnecting'))
    .or(page.getByText(standingText('stale')))
    .first()
    .waitFor()
