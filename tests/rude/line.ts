// A raw connection to the server, for clients that misbehave: it says what it likes, reads only when told to, and
// never hangs up by itself when the server does.
import { once } from 'node:events'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** Opens a line and says this. Nothing is read, and it stays open on this side until it is destroyed. */
export async function rudeLine(port: number, said: string | Buffer, from?: string): Promise<Socket> {
  const socket = connect({
    port,
    host: '127.0.0.1',
    allowHalfOpen: true,
    ...(from === undefined ? {} : { localAddress: from }),
  })
  socket.on('error', () => {})
  socket.pause()
  await firstOf(socket, 'connect', 'close')
  socket.write(said)
  return socket
}

/** Reads until the server has said all: it ended its side, or cut the connection. */
export async function readAll(socket: Socket): Promise<string> {
  let said = ''
  socket
    .setEncoding('latin1')
    .on('data', (text: string) => (said += text))
    .resume()
  if (!socket.readableEnded && !socket.closed)
    await Promise.race([once(socket, 'end'), once(socket, 'close')])
  return said
}

/** Waits for the first of these events, however many others come. */
export async function firstOf(socket: Socket, ...events: readonly string[]): Promise<void> {
  if (socket.closed) return
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race(events.map((event) => once(socket, event, { signal }).catch(() => {})))
  waiting.abort()
}

/** Files and folders that a process has open whose path contains one of these; none if the system can't tell. */
export function openFiles(within: readonly string[], pid: number | 'self' = 'self'): string[] {
  const folder = `/proc/${pid}/fd`
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = target(`${folder}/${name}`)
    return within.some((part) => path.includes(part)) ? [path] : []
  })
}

/** One that was closed between the list and the look leads nowhere. */
function target(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}

/** A request without a body. */
export const get = (path: string, more = '', method = 'GET') =>
  `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${more}\r\n`
