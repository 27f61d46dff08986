// A call until all boards have it, against a bare broadcast of the same bytes.
import { median, percentile } from '../figures.mjs'
import { openCounters, openHall, takeTickets } from '../hall.mjs'
import { dropFolder, freshFolder, startBare, startClient } from '../processes.mjs'

/** @import { Informed } from '../children/sockets.mjs' */
/** @import { Row } from '../table.mjs' */

const BOARDS = 200
const CALLS = 100
/** Calls beforehand: neither process should be measured cold. */
const WARM_UP = 10

/** @returns {Promise<Row[]>} */
export async function boards() {
  const hall = await openHall(freshFolder())
  const serving = hall.counters.filter(({ services }) => services.some((id) => hall.open.includes(id)))
  const most = Math.ceil((CALLS + WARM_UP) / serving.length) + 1
  const each = serving.flatMap(({ services }) => services.filter((id) => hall.open.includes(id)).slice(0, 1))
  await takeTickets(hall, most * each.length, each)
  const staff = await openCounters(hall, serving)

  const lookers = startClient('sockets')
  await lookers.ask({ do: 'open', port: hall.server.port, topics: Array(BOARDS).fill('board:all') })
  /** @type {Informed[]} */
  const calls = []
  for (let turn = 0; calls.length < CALLS + WARM_UP && turn < 2 * (CALLS + WARM_UP); turn++) {
    const { id } = serving[turn % serving.length] ?? { id: '' }
    const path = `/api/counters/${id}/call-next`
    /** @type {Informed | null} */
    const informed = await lookers.ask({ ...post, path, cookie: staff.cookie })
    if (informed === null) continue
    calls.push(informed)
    await staff.serve(id)
  }
  await lookers.stop()
  await hall.server.stop()
  dropFolder(hall.dataDir)

  const bytes = Math.round(median(calls.map((call) => call.bytes)))
  const bare = await broadcasts(bytes, calls.length)
  const ours = calls.slice(WARM_UP).map(({ ms }) => ms)
  const theirs = bare.slice(WARM_UP).map(({ ms }) => ms)
  const over = percentile(ours, 99) - percentile(theirs, 99)
  return [
    {
      what: `call-next → ${BOARDS} boards have the view`,
      measured: `p99 ${over.toFixed(1)} ms over the bare broadcast`,
      goal: '≤ 25 ms over',
      reached: over <= 25,
      more: [
        `${ours.length} calls: p99 ${percentile(ours, 99).toFixed(1)} ms, median ${median(ours).toFixed(1)} ms`,
        `bare: p99 ${percentile(theirs, 99).toFixed(1)} ms, median ${median(theirs).toFixed(1)} ms, ${bytes} bytes each`,
      ],
    },
  ]
}

const post = { do: 'post', informed: BOARDS, anyView: false }

/**
 * @param {number} bytes
 * @param {number} count
 */
async function broadcasts(bytes, count) {
  const server = await startBare('bare-push', { bytes })
  const lookers = startClient('sockets')
  await lookers.ask({ do: 'open', port: server.port, topics: Array(BOARDS).fill('bare') })
  /** @type {Informed[]} */
  const calls = []
  while (calls.length < count) calls.push(await lookers.ask({ ...post, path: '/', cookie: '' }))
  await lookers.stop()
  await server.stop()
  return calls
}
