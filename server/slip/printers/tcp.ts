// The line to a printer on the network: raw bytes over TCP, usually at port 9100.
import { connect, type Socket } from 'node:net'
import { type Channel, LineFault } from './channel.ts'
import { createLookup } from './names.ts'

/** Milliseconds in which a printer in the same building takes the call. */
const CONNECT = 2_000
/** Milliseconds that its goodbye is waited for. */
const GOODBYE = 300

const lookup = createLookup()

/** Opens a line to a printer. @throws LineFault `unreachable` when nobody takes it in time */
export function openTcp(host: string, port: number, signal: AbortSignal): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, lookup })
    const letGo = () => socket.destroy()
    signal.addEventListener('abort', letGo)
    socket.once('close', () => {
      signal.removeEventListener('abort', letGo)
      fail('called off')
    })
    const fail = (message: string) => {
      clearTimeout(timer)
      socket.destroy()
      reject(new LineFault('unreachable', message))
    }
    const timer = setTimeout(fail, CONNECT, `${host}:${port} does not answer`)
    socket.once('error', (error) => fail(error.message))
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeAllListeners('error')
      resolve(channelOf(socket))
    })
  })
}

/** A connected socket as a line. */
export function channelOf(socket: Socket): Channel {
  let gone = false
  let told = () => {}
  const early: Uint8Array[] = []
  let heard = (bytes: Uint8Array): void => void early.push(bytes)
  const isGone = () => {
    if (gone) return
    gone = true
    told()
  }
  // The end that follows an error says it to whoever waits.
  socket.on('error', () => {})
  socket.on('data', (bytes) => heard(bytes))
  // A printer that says nothing more takes nothing more either.
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
