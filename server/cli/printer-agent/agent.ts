// The bridge between the server and a printer on this PC: bytes both ways, one caller at a time. The device is open
// only while the server is connected, so that a printer may be unplugged and plugged in again at any time.
import { once } from 'node:events'
import { BlockList, createServer, isIP, type Socket } from 'node:net'
import { type Channel, LineFault, within } from '../../slip/printers/link.ts'

/** Milliseconds without a byte in either direction after which a caller counts as gone: its PC may have lost power. */
const SILENT = 20_000
/** Milliseconds for the printer to take the rest after the caller hung up. */
const LAST_BYTES = 3_000

export interface AgentParts {
  /** Null: every address of this PC. */
  readonly host: string | null
  readonly port: number
  /** IP addresses that may call. */
  readonly allow: readonly string[]
  /** Opens the printer. @throws LineFault */
  readonly open: () => Promise<Channel>
  /** Told when the printer comes back, and when it goes. */
  readonly plugged: () => void
  readonly unplugged: (why: string) => void
  /** Told once for each address that may not call. */
  readonly stranger: (address: string) => void
}

/** Starts to listen. @throws what `listen` throws when the port can't be had */
export async function startAgent(parts: AgentParts) {
  const allowed = new BlockList()
  for (const address of parts.allow) allowed.addAddress(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const strangers = new Set<string>()
  const sockets = new Set<Socket>()
  let isPlugged: boolean | null = null

  function isNow(plugged: boolean, why = ''): void {
    if (isPlugged === plugged) return
    isPlugged = plugged
    if (plugged) parts.plugged()
    else parts.unplugged(why)
  }

  async function bridge(socket: Socket): Promise<void> {
    let printer: Channel
    try {
      printer = await parts.open()
    } catch (error) {
      isNow(false, error instanceof LineFault ? error.message : String(error))
      socket.destroy()
      return
    }
    isNow(true)
    printer.listen((bytes) => socket.writable && socket.write(bytes))
    printer.onGone(() => {
      isNow(false, 'ENODEV')
      socket.destroy()
    })
    socket.once('close', printer.close)
    try {
      for await (const bytes of socket) await printer.write(bytes as Buffer)
      await within(LAST_BYTES, printer.finish())
    } catch (error) {
      // The caller cut the line, or the printer takes no more: the server notices, and asks again.
      if (error instanceof LineFault && error.why === 'unreachable') isNow(false, error.message)
    } finally {
      printer.close()
      socket.destroy()
    }
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {})
    // An IPv4 address reaches a dual-stack listener as ::ffff:192.168.1.10.
    const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    const isAllowed = isIP(address) !== 0 && allowed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
    if (!isAllowed && strangers.size < 100 && !strangers.has(address)) {
      strangers.add(address)
      parts.stranger(address)
    }
    if (!isAllowed || sockets.size > 0) return void socket.destroy()
    sockets.add(socket)
    socket.setTimeout(SILENT, () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
    void bridge(socket)
  })
  server.listen({ port: parts.port, ...(parts.host === null ? {} : { host: parts.host }) })
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : parts.port,
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
