// The line to a printer on the network: raw bytes over TCP, usually at port 9100.
import { lookup as systemLookup } from 'node:dns'
import { connect, isIP, type LookupFunction, type Socket } from 'node:net'
import { patiently } from '../../worker/patience.ts'
import { type Channel, LineFault } from './link.ts'
import { createReach, type Reach } from './reach.ts'

/** Milliseconds for a printer in the same building to accept the connection. */
const CONNECT = 2_000
/** Milliseconds to wait for it to close. */
const GOODBYE = 300

const find = createLookup()

export interface Finding {
  /** Decides where a printer may be. */
  readonly mayReach?: Reach
  /** Finds the addresses of a name; by default as the system does. */
  readonly lookup?: LookupFunction
}

/**
 * Opens a line to a printer. For a name, only the addresses that were checked are called: a different answer a moment
 * later changes nothing. @throws LineFault `unreachable` when nobody accepts in time, or it is out of reach
 */
export function openTcp(
  host: string,
  port: number,
  signal: AbortSignal,
  { mayReach = createReach(() => null), lookup = find }: Finding = {},
): Promise<Channel> {
  return new Promise((resolve, reject) => {
    // An address needs no look-up.
    if (isIP(host) !== 0 && !mayReach(host, port)) {
      reject(outOfReach(host, port))
      return
    }
    const inReach: LookupFunction = (name, options, told) =>
      lookup(name, options, (error, found, family) => {
        if (error) return told(error, found, family)
        const all = typeof found === 'string' ? [{ address: found, family: family ?? 4 }] : found
        const near = all.filter(({ address }) => mayReach(address, port))
        const [first] = near
        if (first === undefined) told(outOfReach(name, port), [])
        else if (typeof found === 'string') told(null, first.address, first.family)
        else told(null, near)
      })
    const socket = connect({ host, port, noDelay: true, lookup: inReach })
    const letGo = () => socket.destroy()
    signal.addEventListener('abort', letGo)
    socket.once('close', () => {
      signal.removeEventListener('abort', letGo)
      fail('called off')
    })
    const fail = (message: string) => {
      stop()
      socket.destroy()
      reject(new LineFault('unreachable', message))
    }
    const stop = patiently(CONNECT, () => fail(`${host}:${port} does not answer`))
    socket.once('error', (error) => fail(error.message))
    socket.once('connect', () => {
      stop()
      socket.removeAllListeners('error')
      resolve(channelOf(socket))
    })
  })
}

/** Screens get the same code for all of these; only the log says why. */
function outOfReach(host: string, port: number): LineFault {
  return new LineFault('unreachable', `${host}:${port} is no place of a printer: see docs/printers.md`)
}

/** A connected socket as a line. */
function channelOf(socket: Socket): Channel {
  let gone = false
  let told = () => {}
  const early: Uint8Array[] = []
  let heard = (bytes: Uint8Array): void => void early.push(bytes)
  const isGone = () => {
    if (gone) return
    gone = true
    told()
  }
  // The end that follows an error reports it.
  socket.on('error', () => {})
  socket.on('data', (bytes) => heard(bytes))
  // A printer that has stopped talking takes nothing more either.
  socket.once('end', isGone)
  socket.once('close', isGone)

  const settle =
    (resolve: () => void, reject: (error: LineFault) => void) =>
    (error?: Error | null): void =>
      error ? reject(new LineFault('unreachable', error.message)) : resolve()
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (gone) reject(new LineFault('unreachable', 'the line is gone'))
        else socket.write(bytes, settle(resolve, reject))
      }),
    listen(listener) {
      heard = listener
      for (const bytes of early.splice(0)) listener(bytes)
    },
    onGone(listener) {
      told = listener
      if (gone) listener()
    },
    finish: () =>
      new Promise((resolve, reject) => {
        socket.once('error', settle(resolve, reject))
        socket.once('close', () => reject(new LineFault('unreachable', 'the line is gone')))
        socket.end(() => resolve())
      }),
    hangUp: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => socket.destroy(), GOODBYE)
        const isOver = () => {
          clearTimeout(timer)
          resolve()
        }
        if (socket.closed) isOver()
        else socket.once('close', isOver).end()
      }),
    close: () => socket.destroy(),
  }
}

/**
 * Looks names up for `net.connect`. The system does so on one of the four threads that all the server's files and
 * passwords share, and takes ten seconds or more if no name server answers: so one name is looked up at a time, once
 * for all who wait for it. `lookup`: the system's own by default.
 */
export function createLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  const waiting = new Map<
    string,
    { ask: (done: () => void) => void; told: Parameters<LookupFunction>[2][] }
  >()
  let busy = false

  function next(): void {
    const [first] = waiting.values()
    if (busy || first === undefined) return
    busy = true
    first.ask(() => {
      busy = false
      next()
    })
  }

  return (host, options, told) => {
    const key = `${host} ${JSON.stringify(options)}`
    const same = waiting.get(key)
    if (same) {
      same.told.push(told)
      return
    }
    const all = [told]
    const ask = (done: () => void): void =>
      lookup(host, options, (...found) => {
        waiting.delete(key)
        done()
        for (const one of all) one(...found)
      })
    waiting.set(key, { ask, told: all })
    next()
  }
}
