// A receipt printer over TCP: it answers status requests, prints what it gets for as long as its paper lasts, and has
// every fault that a printer can have. What it printed is kept, slip by slip.
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface PrinterState {
  paper: 'full' | 'near-end' | 'out'
  cover: 'shut' | 'open'
  error: boolean
  online: boolean
  /** Bytes after which the paper is out, in the middle of whatever it prints. */
  bytesLeft: number
  /** Whether it answers DLE EOT; `late` keeps its answers until `answerNow`, `garbage` answers nonsense, `babbles` never stops. */
  answers: 'at-once' | 'late' | 'never' | 'garbage' | 'babbles'
  /** Whether it confirms that all before was processed (GS r 1): only `odd` times, or `once`. */
  echoes: boolean | 'odd' | 'once'
  /** Whether a status request waits its turn in the buffer, as with cheap ones. */
  inTurn: boolean
  /** Bytes that it prints per second. */
  speed: number
  /** Whether it sends its status unasked. */
  asb: boolean
  /** `hangs`: accepts nothing any more; `closes`: hangs up as soon as data comes; `refuses`: hangs up at once. */
  line: 'open' | 'hangs' | 'closes' | 'refuses'
  /** Stops printing here until `go`, like a slow one. */
  waits: boolean
}

const well: PrinterState = {
  paper: 'full',
  cover: 'shut',
  error: false,
  online: true,
  bytesLeft: Infinity,
  answers: 'at-once',
  echoes: true,
  inTurn: false,
  speed: Infinity,
  asb: false,
  line: 'open',
  waits: false,
}

export type EmulatedPrinter = Awaited<ReturnType<typeof emulatedPrinter>>

/** A printer until the test ends. `port`: one that was free before. */
export async function emulatedPrinter(given: Partial<PrinterState> = {}, port = 0) {
  const state: PrinterState = { ...well, ...given }
  const sockets = new Set<Socket>()
  const slips: Buffer[] = []
  const later: (() => void)[] = []
  let buffer = Buffer.alloc(0)
  let printing = Buffer.alloc(0)
  let calls = 0
  let mostAtOnce = 0
  let cleared = 0
  let asked = 0
  let allowed = 0
  let since = performance.now()
  let ticking: NodeJS.Timeout | undefined

  const isOut = () => state.paper === 'out' || state.bytesLeft <= 0
  const stands = () => isOut() || state.cover === 'open' || state.error || !state.online

  function statusByte(n: number): number {
    if (n === 1) return 0x12 | (stands() ? 0x08 : 0)
    if (n === 2)
      return 0x12 | (state.cover === 'open' ? 4 : 0) | (isOut() ? 0x20 : 0) | (state.error ? 0x40 : 0)
    if (n === 3) return 0x12 | (state.error ? 0x08 : 0)
    return 0x12 | (isOut() ? 0x60 : 0) | (state.paper === 'full' ? 0 : 0x0c)
  }
  function asb(): Buffer {
    const first = 0x10 | (stands() ? 0x08 : 0) | (state.cover === 'open' ? 0x20 : 0)
    const paper = (isOut() ? 0x0c : 0) | (state.paper === 'full' ? 0 : 0x03)
    return Buffer.from([first, state.error ? 0x08 : 0, paper, 0x0f])
  }
  function say(socket: Socket, bytes: Uint8Array): void {
    if (state.answers === 'babbles') babble(socket)
    else if (state.answers === 'late') later.push(() => socket.writable && socket.write(bytes))
    else if (state.answers !== 'never' && socket.writable) socket.write(bytes)
  }

  /** As much as the connection takes, for as long as somebody reads; each byte would be a right answer. */
  function babble(socket: Socket): void {
    const much = Buffer.alloc(65_536, 0x12)
    const go = () => {
      while (socket.writable && socket.write(much));
    }
    socket.on('drain', go)
    go()
  }

  /** Real-time commands are done at once, whatever waits in the buffer; all else waits there. */
  function take(socket: Socket, data: Buffer): void {
    if (state.line === 'closes' && data.length > 3) return void socket.destroy()
    for (let at = 0; at < data.length; at += 1) {
      if (data[at] === 0x10 && data[at + 1] === 0x04 && !state.inTurn) {
        const n = data[at + 2] ?? 0
        say(socket, state.answers === 'garbage' ? Buffer.from('<html>') : Buffer.from([statusByte(n)]))
        at += 2
      } else if (data[at] === 0x10 && data[at + 1] === 0x14) {
        buffer = Buffer.alloc(0)
        printing = Buffer.alloc(0)
        cleared += 1
        at += 9
      } else buffer = Buffer.concat([buffer, data.subarray(at, at + 1)])
    }
    work(socket)
  }

  const echoesNow = () =>
    state.echoes === true ||
    (state.echoes === 'odd' && asked % 2 === 1) ||
    (state.echoes === 'once' && asked === 1)

  /** Whether the printer's pace lets it print a byte now; otherwise it continues by itself. */
  function mayPrint(socket: Socket): boolean {
    if (state.speed === Infinity) return true
    const now = performance.now()
    // Idle time is not saved up.
    allowed = Math.min(allowed + ((now - since) * state.speed) / 1_000, Math.max(1, state.speed / 20))
    since = now
    if (allowed >= 1) {
      allowed -= 1
      return true
    }
    clearTimeout(ticking)
    ticking = setTimeout(() => work(socket), 10)
    return false
  }

  function work(socket: Socket): void {
    while (buffer.length > 0 && !stands() && !state.waits) {
      if (buffer[0] === 0x1d && buffer[1] === 0x72) {
        asked += 1
        if (echoesNow()) say(socket, Buffer.from([state.paper === 'full' ? 0 : 3]))
        buffer = buffer.subarray(3)
        continue
      }
      if (state.inTurn && buffer[0] === 0x10 && buffer[1] === 0x04) {
        say(socket, Buffer.from([statusByte(buffer[2] ?? 0)]))
        buffer = buffer.subarray(3)
        continue
      }
      if (!mayPrint(socket)) return
      printing = Buffer.concat([printing, buffer.subarray(0, 1)])
      buffer = buffer.subarray(1)
      state.bytesLeft -= 1
      // GS V, in whatever form, is the cut.
      if (printing.at(-2) === 0x1d && printing.at(-1) === 0x56) {
        const form = buffer[0] ?? 0
        buffer = buffer.subarray(form > 0x31 ? 2 : 1)
        slips.push(printing.subarray(0, -2))
        printing = Buffer.alloc(0)
      }
    }
    if (stands() && state.asb) socket.write(asb())
  }

  const server = createServer((socket) => {
    calls += 1
    socket.on('error', () => {})
    if (state.line === 'refuses') return void socket.destroy()
    sockets.add(socket)
    mostAtOnce = Math.max(mostAtOnce, sockets.size)
    socket.on('close', () => sockets.delete(socket))
    if (state.line === 'hangs') return void socket.pause()
    socket.on('data', (data) => take(socket, data))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const close = async () => {
    clearTimeout(ticking)
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
  onTestFinished(async () => {
    if (server.listening) await close()
  })

  return {
    port: typeof address === 'object' && address ? address.port : 0,
    /** Whole slips, each up to its cut. */
    slips,
    /** What is on the paper of each. */
    texts: () => slips.map((slip) => slip.toString('latin1')),
    /** What came out of a slip that has no end. */
    half: () => printing.toString('latin1'),
    /** Bytes that it has received but not printed yet. */
    waiting: () => buffer.length,
    calls: () => calls,
    open: () => sockets.size,
    mostAtOnce: () => mostAtOnce,
    cleared: () => cleared,
    /** How often it was asked to say when all before is processed. */
    asked: () => asked,
    /** Changes its state; reports it if it sends its status unasked, and goes on printing if it can. */
    set(change: Partial<PrinterState>): void {
      Object.assign(state, change)
      for (const socket of sockets) {
        if (state.asb) socket.write(asb())
        work(socket)
      }
    },
    /** Gives the answers that were held back. */
    answerNow: () => later.splice(0).forEach((answer) => answer()),
    unplug: close,
  }
}
