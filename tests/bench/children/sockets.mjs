// The onlookers: many WebSockets in one process, each on its topic, and the one who posts what they all wait for. The
// parent gives it orders by messages.
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { frameReader } from './frames.mjs'

/**
 * @typedef {{ do: 'open', port: number, topics: string[] }} Open
 * @typedef {{ do: 'post', path: string, cookie: string, informed: number }} Post `informed`: how many sockets must
 *   get a view that names the call of the answer (or any view, where `anyView`) before it counts
 * @typedef {{ ms: number, bytes: number }} Informed from the first byte of the request to the last of those sockets;
 *   bytes of one view, on average
 */

/**
 * @typedef {{ do: 'settle', path: string, cookie: string }} Settle
 * @typedef {{ views: number[] }} Settled for each socket that heard anything: milliseconds from the first byte of the request to
 *   the last view that follows from it. Whatever comes later changed only with the clock
 */

/** Sockets opened at a time: a server's backlog is finite. */
const AT_ONCE = 50
/** Milliseconds without any view after which the hall is quiet. */
const QUIET = 80
/** Milliseconds in which what a forecast changed is sent: at most every 50 ms per topic, in portions. */
const SENT = 200
/** The longest wait for a view. */
const PATIENCE = 20_000

const agent = new Agent({ keepAlive: true })

/** @type {{ views: { at: number, payload: Buffer }[] }[]} */
const sockets = []
let port = 0
let lastView = 0

process.on('message', async (/** @type {Open | Settle | (Post & { anyView: boolean })} */ order) => {
  try {
    process.send?.({ done: await done(order) })
  } catch (error) {
    process.send?.({ failed: String(error) })
  }
})

/** @param {Open | Settle | (Post & { anyView: boolean })} order */
function done(order) {
  if (order.do === 'open') return open(order)
  return order.do === 'settle' ? settle(order) : post(order)
}

/**
 * When all that follows from a call is on the screens: also what comes later than the call itself.
 * @param {Settle} order
 * @returns {Promise<Settled | null>} null if the answer was that nobody could be called
 */
async function settle({ path, cookie }) {
  await quiet()
  for (const looker of sockets) looker.views = []
  const start = performance.now()
  const { call } = await answerTo(path, cookie)
  if (call === null) return null
  const { seq } = await health()
  while (((await health()).forecast ?? -1) < seq) {
    if (performance.now() - start > PATIENCE) throw new Error('no forecast knows of the call')
    await pause(10)
  }
  await pause(SENT)
  return { views: sockets.flatMap(({ views }) => views.at(-1) ?? []).map(({ at }) => at - start) }
}

/** @param {Open} order */
async function open({ topics, ...order }) {
  port = order.port
  for (let from = 0; from < topics.length; from += AT_ONCE) {
    await Promise.all(topics.slice(from, from + AT_ONCE).map((topic) => join(topic)))
  }
  await quiet()
}

/**
 * Opens one socket and waits for its first view.
 * @param {string} topic
 * @returns {Promise<void>}
 */
function join(topic) {
  return new Promise((resolve, reject) => {
    const looker = { views: /** @type {{ at: number, payload: Buffer }[]} */ ([]) }
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const read = frameReader(
      (payload) => {
        if (!isView(payload)) return
        lastView = performance.now()
        looker.views.push({ at: lastView, payload })
        resolve()
      },
      (answer) => socket.write(answer),
    )
    let head = ''
    let isOpen = false
    socket.on('data', (chunk) => {
      if (isOpen) return read(chunk)
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!head.startsWith('HTTP/1.1 101 ')) return reject(new Error(head))
      isOpen = true
      sockets.push(looker)
      const rest = Buffer.from(head.slice(end + 4), 'latin1')
      if (rest.length > 0) read(rest)
    })
    socket.once('error', reject).once('close', () => reject(new Error(`${topic} was closed`)))
    socket.write(
      [
        `GET /api/live?topic=${encodeURIComponent(topic)} HTTP/1.1`,
        `host: 127.0.0.1:${port}`,
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 13',
        `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
        '\r\n',
      ].join('\r\n'),
    )
  })
}

/** `{"type":"view"…`, not a beat. @param {Buffer} payload */
const isView = (payload) => payload.toString('latin1', 9, 13) === 'view'

/**
 * @param {Post & { anyView: boolean }} order
 * @returns {Promise<Informed | null>} null if the answer was that nobody could be called
 */
async function post({ path, cookie, informed, anyView }) {
  await quiet()
  for (const looker of sockets) looker.views = []
  const start = performance.now()
  const { call } = await answerTo(path, cookie)
  if (call === null) return null
  const needle = anyView ? '' : call.id
  for (;;) {
    const seen = sockets.flatMap(({ views }) => views.find(({ payload }) => payload.includes(needle)) ?? [])
    if (seen.length >= informed) {
      const bytes = seen.reduce((sum, { payload }) => sum + payload.length, 0) / seen.length
      return { ms: Math.max(...seen.map(({ at }) => at)) - start, bytes }
    }
    if (performance.now() - start > PATIENCE) throw new Error(`${seen.length} of ${informed} were informed`)
    await pause(20)
  }
}

/** @returns {Promise<{ seq: number, forecast: number | null }>} */
async function health() {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
  return /** @type {Promise<{ seq: number, forecast: number | null }>} */ (answer.json())
}

async function quiet() {
  while (performance.now() - lastView < QUIET) await pause(QUIET / 4)
}

/**
 * @param {string} path
 * @param {string} cookie
 * @returns {Promise<{ call: { id: string } | null }>}
 */
function answerTo(path, cookie) {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const sent = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => (text += part))
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(text))
      })
    })
    sent.once('error', reject).end('{}')
  })
}
