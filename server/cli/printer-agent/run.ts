// The command `printer-agent`: its arguments, what it says, and below that the bridge to the printer.
import { once } from 'node:events'
import { isIP, BlockList, createServer, type Socket } from 'node:net'
import { openDevice } from '../../slip/printers/device.ts'
import { type Channel, LineFault, within } from '../../slip/printers/link.ts'
import { type CommandLanguage, type ExitCode, readArguments, text, usageAnswer } from '../arguments.ts'
import { type PrinterAgentTexts, en, id } from './texts.ts'

interface Surroundings {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

interface Outcome {
  readonly code: ExitCode
  /** Ends the running agent; null: none is running. */
  readonly stop: (() => Promise<void>) | null
}

const languages: Readonly<Record<CommandLanguage, PrinterAgentTexts>> = { id, en }

/** Starts the agent that the arguments ask for. */
export async function runPrinterAgent(args: readonly string[], around: Surroundings): Promise<Outcome> {
  const { out, err } = around
  const asked = parse(args)
  const texts = languages[asked?.language ?? 'id']
  const usage = usageAnswer(asked, asked !== null && asked.allow.length > 0, texts.usage, around)
  if (usage !== null || asked === null) return { code: usage ?? 2, stop: null }
  const { device, host, port, allow } = asked
  const where = `${host?.includes(':') === true ? `[${host}]` : (host ?? '*')}:${port}`
  try {
    const agent = await startAgent({
      host,
      port,
      allow,
      open: () => openDevice(device),
      plugged: () => out(texts.plugged(device)),
      unplugged: (why) => out(texts.unplugged(device, why)),
      stranger: (address) => out(texts.stranger(address)),
    })
    out(texts.listening(where, device, allow.join(', ')))
    return { code: 0, stop: agent.stop }
  } catch (error) {
    err(texts.cannotListen(where, (error as Error).message))
    return { code: 1, stop: null }
  }
}

function parse(args: readonly string[]) {
  const given = { allow: { type: 'string', multiple: true }, device: text, port: text, host: text } as const
  const asked = readArguments(args, given)
  if (asked === null) return null
  const { values, words, language, help } = asked
  const { allow = [], device = '/dev/usb/lp0', host = null } = values
  const port = Number(values.port ?? '9100')
  const isRight =
    words.length === 0 &&
    Number.isInteger(port) &&
    port >= 0 &&
    port <= 65_535 &&
    (host === null || isIP(host) !== 0) &&
    allow.every((address) => isIP(address) !== 0)
  return isRight ? { allow, device, host, port, language, help } : null
}

// The bridge between the server and a printer on this PC: bytes both ways, one caller at a time. The device is open
// only while the server is connected, so that a printer may be unplugged and plugged in again at any time.

/** Milliseconds without a byte in either direction after which a caller counts as gone: its PC may have lost power. */
const SILENT = 20_000
/** Milliseconds for the printer to take the rest after the caller hung up. */
const LAST_BYTES = 3_000

interface AgentParts {
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
