// Stands between the connections ("lines") and the server: Fastify gets the requests of each line one after the other,
// so that answers come in the order of requests, and whatever ends a line ends its answer too. Only what may become a
// socket reaches the sockets.
import { type IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Duplex, Readable } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { badHttpAnswer, answerAtLast, attempt } from '../ground/errors.ts'
import type { App } from '../ground/request.ts'
import { isLoopback } from '../ground/way.ts'
import type { LineLimits } from './limits.ts'
import { type Asked, type Line, createLines } from './lines.ts'

/** Milliseconds that a stop waits for answers that are under way. */
const LAST_ANSWERS = 3_000
/** Milliseconds within which an upgrade is answered. */
const UPGRADED_BY = 10_000
/** Milliseconds between checks for clients that leave too much unread, besides one every so many requests. */
const WEIGH_MS = 1_000
/** How often to log that lines were cut. */
const SAY_EVERY = 60_000
/** Where sockets are; see live.ts. */
const SOCKETS = '/api/live'

type UpgradeListener = (request: IncomingMessage, socket: Socket, head: Buffer) => void

export interface KeepLinesParts {
  readonly limits: LineLimits
  /** A proxy on this PC speaks for all phones. */
  readonly behindProxy: boolean
}

/** Keeps the lines of the app's server. Call it before any hook of `preClose` that waits for something. */
export function keepLines(app: App, { limits, behindProxy }: KeepLinesParts): void {
  const { server } = app
  const lines = createLines({ limits, isShared: (address) => behindProxy && isLoopback(address) })
  server.on('connection', lines.open).on('secureConnection', lines.secure)
  // Nobody catches what is thrown here.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    try {
      // A line that has not asked anything gets no answer: it would be taken for the answer to its next request.
      if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') socket.destroy()
      else endBad(socket as Socket)
    } catch {
      socket.destroy()
    }
  })

  function endBad(socket: Socket): void {
    const line = lines.lineOf(socket)
    // The other side does not speak HTTP, or already has half an answer.
    const isUnsaid = line?.asked?.response.headersSent !== true
    if (line?.socket !== socket || isHandshaking(socket) || !isUnsaid || !socket.writable)
      return void socket.destroy()
    line.gone = true
    hangUp(socket, badHttpAnswer())
  }

  /** Answers one, then those that arrived in the meantime. */
  function answer(line: Line, asked: Asked, route: RequestListener): void {
    // An answer of Node's own is still being sent: a client that sends so much at once is not reading.
    if (asked.response.socket === null) return lines.cut(line, 'unread answers')
    lines.begin(line, asked, () => {
      const next = line.waiting.shift()
      if (next) answer(line, next, route)
    })
    if (namesTwoHosts(asked.request)) return endBad(line.socket)
    route(asked.request as never, asked.response as never)
  }

  function take(route: RequestListener): RequestListener {
    return (request, response) => {
      // It left before the secured line was known, as did whatever it sent right after: nobody waits for an answer.
      if (request.socket.destroyed) return
      const line = lines.lineOf(request.socket) ?? lines.open(request.socket)
      if (!line || line.gone) return
      const asked = { request, response }
      if (line.asked === null) answer(line, asked, route)
      else if (line.waiting.push(asked) > limits.waiting) lines.cut(line, 'many requests at once')
    }
  }

  /** Node no longer reads this line: whoever has it now must end it. */
  function upgrade(route: RequestListener, sockets: UpgradeListener): UpgradeListener {
    return (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      const line = lines.lineOf(socket)
      if (line) lines.becomes(line)
      if (!line || line.gone || line.asked !== null) return void socket.destroy()
      if (hasBody(request) || namesTwoHosts(request)) return hangUp(socket, badHttpAnswer())
      socket.setTimeout(UPGRADED_BY, () => socket.destroy())
      if (isForSockets(request)) return sockets(request, socket, head)
      const response = new ServerResponse(request)
      response.shouldKeepAlive = false
      response.once('finish', () => hangUp(socket))
      // Node no longer reports that there is room again.
      socket.on('drain', () => response.emit('drain'))
      response.assignSocket(socket)
      route(request as never, response as never)
    }
  }

  app.addHook('onReady', (done) => {
    const route = unfailing(app, takeListener(server, 'request') as RequestListener)
    const sockets = takeListener(server, 'upgrade') as UpgradeListener | undefined
    server.on('request', take(route))
    if (sockets) server.on('upgrade', upgrade(route, sockets))
    done()
  })

  // Whatever an answer is read from is closed with its line, even if the line ends before it is sent.
  app.addHook('onSend', ({ raw }, _reply, payload, done) => {
    const line = payload instanceof Readable ? lines.lineOf(raw.socket) : undefined
    if (line) line.source = payload as Readable
    if (line?.gone === true) line.source?.destroy()
    done(null, payload)
  })

  endInTime(app, lines)
}

/** Catches what Fastify throws on its way to a route, where nobody would answer. */
function unfailing(app: App, route: RequestListener): RequestListener {
  return (request, response) => {
    try {
      route(request, response)
    } catch (err) {
      attempt(() => app.log.error({ err }, 'unexpected: a request found no way to its route'))
      answerAtLast(response)
    }
  }
}

function endInTime(app: App, lines: ReturnType<typeof createLines>): void {
  const saying = setInterval(() => {
    const cuts = Object.fromEntries(lines.takeCuts())
    if (Object.keys(cuts).length > 0) app.log.warn({ cuts }, 'lines were cut')
  }, SAY_EVERY).unref()
  const weighing = setInterval(lines.weigh, WEIGH_MS).unref()
  let shutting: NodeJS.Timeout | undefined
  app.addHook('preClose', (done) => {
    clearInterval(saying)
    lines.cutFresh()
    shutting = setTimeout(() => lines.shut(), LAST_ANSWERS).unref()
    done()
  })
  app.addHook('onClose', (_app, done) => {
    clearInterval(weighing)
    clearTimeout(shutting)
    done()
  })
}

/** Takes the one listener of an event away from the server. */
function takeListener(server: App['server'], event: string) {
  const [listener] = server.listeners(event)
  server.removeAllListeners(event)
  return listener
}

function isForSockets({ method, url = '', headers }: IncomingMessage): boolean {
  return method === 'GET' && url.split('?')[0] === SOCKETS && headers.upgrade?.toLowerCase() === 'websocket'
}

/** Node does not read the body of an upgrade; a command must not be carried out without it. */
function hasBody({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined
}

/**
 * Whether it says twice whom it is sent to: Node takes the first, something in front of us might take the last.
 * @see RFC 9112, 3.2: such a request is answered with 400
 */
function namesTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') hosts += 1
  return hosts > 1
}

function isHandshaking(socket: Socket): boolean {
  return socket instanceof TLSSocket && socket.getCipher() === undefined
}

/** Milliseconds for the last words to arrive. */
const LINGER = 1_000

const hungUp = new WeakSet<Duplex>()

/**
 * Sends the last words, reads and drops whatever still comes (unread data would discard them), and destroys the line.
 */
export function hangUp(socket: Duplex, lastWords?: string): void {
  if (hungUp.has(socket)) return
  hungUp.add(socket)
  const end = (): void => {
    clearTimeout(timer)
    socket.destroy()
  }
  const timer = setTimeout(end, LINGER).unref()
  // The other side ended too, or the line broke: nothing is left to wait for.
  socket.once('end', end).once('close', end).on('error', end)
  if (lastWords === undefined) socket.end()
  else socket.end(lastWords)
  socket.resume()
}
