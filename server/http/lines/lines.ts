// All lines: every connection from its first byte to its last, and which of them go when there are too many. A line
// is fresh until it has sent a whole request, then it is asking or idle, or it has become a socket.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { LineLimits } from './limits.ts'

/** An answer under way counts as at least this many bytes: it holds a file, and buffers on the way. */
const LEAST_WEIGHT = 64 * 1024
/** An unfinished request may have sent this much: the largest body. */
const REQUEST_WEIGHT = 64 * 1024
/** How many requests come between two checks of what is left unread. */
const WEIGH_EVERY = 32

/** A request on a line, and its answer. */
export interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

export interface Line {
  readonly address: string
  /** The end that speaks HTTP: with TLS, the secured connection once it exists. */
  socket: Socket
  /** The connection itself. */
  readonly wire: Socket
  fresh: boolean
  asked: Asked | null
  /** What the answer is read from. */
  source: Readable | null
  /** Requests that came before the previous one was answered. */
  readonly waiting: Asked[]
  /** Nothing it says counts any more. */
  gone: boolean
}

/** Why lines were cut, and how many. */
export type Cuts = Map<string, number>

export interface LinesParts {
  readonly limits: LineLimits
  /** An address of many people (a proxy), which is not counted separately. */
  readonly isShared: (address: string) => boolean
}

export type Lines = ReturnType<typeof createLines>

export function createLines({ limits, isShared }: LinesParts) {
  /** By the remote address and port. */
  const all = new Map<string, Line>()
  const bySocket = new WeakMap<object, Line>()
  /** All sets in order of arrival: the first has been there longest. */
  const fresh = new Set<Line>()
  const freshOf = new Map<string, Set<Line>>()
  const idle = new Set<Line>()
  const asking = new Set<Line>()
  const cuts: Cuts = new Map()
  let sinceWeighed = 0
  let shut = false

  /** A new connection, about which only the origin is known. */
  function open(wire: Socket): Line | undefined {
    const key = peerOf(wire)
    // It is already gone.
    if (key === null || shut) {
      wire.destroy()
      return undefined
    }
    const address = wire.remoteAddress ?? ''
    const line: Line = {
      address,
      socket: wire,
      wire,
      fresh: true,
      asked: null,
      source: null,
      waiting: [],
      gone: false,
    }
    all.set(key, line)
    bySocket.set(wire, line)
    wire.once('close', () => forget(key, line))
    fresh.add(line)
    const ofAddress = freshOf.get(address) ?? new Set()
    freshOf.set(address, ofAddress.add(line))
    if (ofAddress.size > limits.freshOfAddress && !isShared(address))
      cut(first(ofAddress), 'many half requests from one address')
    if (fresh.size > limits.fresh) cut(first(fresh), 'many half requests')
    if (all.size > limits.all) cut(first(idle) ?? first(fresh), 'too many')
    return line
  }

  /** The same line, once its encryption is agreed. */
  function secure(socket: Socket): void {
    const line = all.get(peerOf(socket) ?? '')
    if (!line || line.gone) return void socket.destroy()
    line.socket = socket
    bySocket.set(socket, line)
  }

  function forget(key: string, line: Line): void {
    if (all.get(key) === line) all.delete(key)
    prove(line)
    idle.delete(line)
    line.gone = true
    line.waiting.length = 0
    line.socket.destroy()
    line.source?.destroy()
    const { asked } = line
    // Node reports this for an answer, but not always if its secured line breaks during the writing.
    if (asked) setImmediate(() => line.asked === asked && asked.response.emit('close'))
  }

  /** It has sent a whole request. */
  function prove(line: Line): void {
    if (!line.fresh) return
    line.fresh = false
    fresh.delete(line)
    const ofAddress = freshOf.get(line.address)
    ofAddress?.delete(line)
    if (ofAddress?.size === 0) freshOf.delete(line.address)
  }

  function cut(line: Line | undefined, why: string): void {
    if (!line || line.gone) return
    line.gone = true
    cuts.set(why, (cuts.get(why) ?? 0) + 1)
    prove(line)
    idle.delete(line)
    line.socket.destroy()
    line.wire.destroy()
  }

  /** An answer is under way; `ended` is called once that is over, however it ends. */
  function begin(line: Line, asked: Asked, ended: () => void): void {
    line.asked = asked
    idle.delete(line)
    asking.add(line)
    asked.response.once('close', () => {
      if (line.asked !== asked) return
      line.asked = null
      line.source = null
      asking.delete(line)
      if (line.gone) return
      idle.add(line)
      if (idle.size > limits.idle) cut(first(idle), 'many idle')
      ended()
    })
    if (line.fresh) proveLater(line, asked.request)
    sinceWeighed += 1
    if (sinceWeighed >= WEIGH_EVERY && asking.size > 1) weigh()
  }

  /** Resolves once the whole request has arrived; one without a body has by the next tick. */
  function proveLater(line: Line, request: IncomingMessage): void {
    request.once('end', () => prove(line))
    process.nextTick(() => {
      if (request.complete) prove(line)
    })
  }

  /** Cuts those that leave too much unread, the oldest first. */
  function weigh(): void {
    sinceWeighed = 0
    const of = new Map<string, number>()
    let together = 0
    for (const line of [...asking].reverse()) {
      const weight = weightOf(line)
      if (weight === 0) continue
      const own = (of.get(line.address) ?? 0) + weight
      const isTooMuch = own > limits.lyingOfAddress && !isShared(line.address)
      if (isTooMuch || together + weight > limits.lying) cut(line, 'unread answers')
      else {
        of.set(line.address, own)
        together += weight
      }
    }
  }

  /** It is, or will be, a socket, which is counted elsewhere. */
  function becomes(line: Line): void {
    prove(line)
    idle.delete(line)
  }

  return {
    open,
    becomes,
    secure,
    begin,
    prove,
    cut,
    weigh,
    lineOf: (socket: object) => bySocket.get(socket),
    /** Cuts lines that have not even sent a request's head: a stop waits only for requests in hand. */
    cutFresh(): void {
      for (const line of fresh) if (line.asked === null) cut(line, 'stopping')
    },
    /** Cuts all that are left, and all that arrive. */
    shut(): void {
      shut = true
      for (const line of all.values()) cut(line, 'stopping')
    },
    /** Why lines were cut since this was last asked. */
    takeCuts(): Cuts {
      const taken = new Map(cuts)
      cuts.clear()
      return taken
    },
    counts: () => ({ all: all.size, fresh: fresh.size, idle: idle.size, asking: asking.size }),
  }
}

/** Bytes held in memory for a line, because it takes nothing or does not finish. */
function weightOf({ socket, asked }: Line): number {
  const unread = socket.writableLength
  if (unread > 0) return Math.max(unread, LEAST_WEIGHT)
  return asked?.request.complete === false ? REQUEST_WEIGHT : 0
}

function first(lines: ReadonlySet<Line>): Line | undefined {
  return lines.values().next().value
}

/** Who is at the other end, `10.0.0.7 52814`; null once nobody is. */
function peerOf({ remoteAddress, remotePort }: Socket): string | null {
  return remoteAddress === undefined || remotePort === undefined ? null : `${remoteAddress} ${remotePort}`
}
