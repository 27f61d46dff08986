// The load: kept-alive connections with one open request each, written and read by hand, so that this process is
// never the bottleneck. Both servers get the same bytes from it. Its parent gives it orders by messages.
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../figures.mjs'

/**
 * What one run of requests is. Request `n` is the `n % distinct`th, so that `distinct` below `count` repeats
 * requests with their keys `<keys>-0`, `<keys>-1`, …; the bodies take turns.
 * @typedef {object} Load
 * @property {number} port
 * @property {string} path
 * @property {string} cookie
 * @property {number} connections
 * @property {number} count
 * @property {string} keys
 * @property {number} distinct
 * @property {string[]} bodies JSON
 * @property {number} status that every answer must have
 * @property {number} [everyMs] each connection asks once in so many milliseconds; absent: without a pause
 */

/**
 * @typedef {object} Loaded
 * @property {number} perSecond answers per second
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number[]} waits of each answer, milliseconds
 * @property {number} busy share of the time that this process worked, 0 to 1: near 1 it would measure itself
 */

process.on('message', async (/** @type {Load} */ load) => {
  try {
    process.send?.({ done: await run(load) })
  } catch (error) {
    process.send?.({ failed: String(error) })
  }
})

/**
 * @param {Load} load
 * @returns {Promise<Loaded>}
 */
async function run(load) {
  const requests = Array.from({ length: load.count }, (_, index) => requestOf(load, index))
  const sockets = await Promise.all(Array.from({ length: load.connections }, () => open(load.port)))
  /** @type {number[]} */
  const waits = []
  let sent = 0
  const before = performance.eventLoopUtilization()
  const start = performance.now()
  await Promise.all(
    sockets.map((socket, nth) => {
      const { status, everyMs = 0 } = load
      const pace = { everyMs, nextAt: start + (nth / sockets.length) * everyMs }
      return converse(
        socket,
        () => requests[sent++],
        status,
        (ms) => waits.push(ms),
        pace,
      )
    }),
  )
  const seconds = (performance.now() - start) / 1000
  const { utilization } = performance.eventLoopUtilization(before)
  for (const socket of sockets) socket.destroy()
  return {
    perSecond: waits.length / seconds,
    p50: percentile(waits, 50),
    p99: percentile(waits, 99),
    waits,
    busy: utilization,
  }
}

/**
 * @param {Load} load
 * @param {number} index
 */
function requestOf({ port, path, cookie, keys, distinct, bodies }, index) {
  const which = index % distinct
  const body = bodies[which % bodies.length] ?? '{}'
  return [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `cookie: ${cookie}`,
    `idempotency-key: ${keys}-${which}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

/**
 * @param {number} port
 * @returns {Promise<import('node:net').Socket>}
 */
function open(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', reject).once('connect', () => resolve(socket))
  })
}

/**
 * Sends one request after the other on a connection, until there is none left.
 * @param {import('node:net').Socket} socket
 * @param {() => string | undefined} next
 * @param {number} status
 * @param {(ms: number) => void} answered
 * @param {{ everyMs: number, nextAt: number }} pace
 * @returns {Promise<void>}
 */
function converse(socket, next, status, answered, pace) {
  const firstLine = `HTTP/1.1 ${status} `
  return new Promise((resolve, reject) => {
    let sentAt = 0
    let head = ''
    /** Bytes of the answer that are still to come; negative before its head is complete. */
    let left = -1
    const send = async () => {
      if (pace.everyMs > 0) await pause(Math.max(0, pace.nextAt - performance.now()))
      pace.nextAt += pace.everyMs
      const request = next()
      if (request === undefined) return resolve()
      head = ''
      left = -1
      sentAt = performance.now()
      socket.write(request, 'latin1')
    }
    socket.on('data', (chunk) => {
      if (left < 0) {
        head += chunk.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        if (!head.startsWith(firstLine)) return reject(new Error(head))
        left = lengthOf(head) - (head.length - end - 4)
      } else left -= chunk.length
      if (left > 0) return
      answered(performance.now() - sentAt)
      void send()
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('the server closed a connection')))
    void send()
  })
}

/** @param {string} head of an answer, in lower case as Node writes it */
function lengthOf(head) {
  const at = head.indexOf('content-length: ')
  if (at < 0) throw new Error(`no length: ${head}`)
  return Number.parseInt(head.slice(at + 16), 10)
}
