// Thousands of phones that follow their own visits: one call until all of them know, against a bare broadcast.
import { median, spread } from '../figures.mjs'
import { openCounters, openHall, takeTickets } from '../hall.mjs'
import { dropFolder, freshFolder, startBare, startClient } from '../processes.mjs'

/** @import { Informed } from '../children/sockets.mjs' */
/** @import { Row } from '../table.mjs' */

const PHONES = 2_000
const CALLS = 11
/** Calls beforehand: neither process should be measured cold. */
const WARM_UP = 3

/** @returns {Promise<Row[]>} */
export async function phones() {
  const hall = await openHall(freshFolder())
  // All wait for one service: a call moves every one of them up.
  const [service = ''] = hall.open
  const counter = hall.counters.find(({ services }) => services.includes(service))
  if (!counter) throw new Error(`no counter serves ${service}`)
  const tokens = await takeTickets(hall, PHONES, [service])
  const staff = await openCounters(hall, [counter])

  const lookers = startClient('sockets')
  await lookers.ask({ do: 'open', port: hall.server.port, topics: tokens.map((token) => `visit:${token}`) })
  /** @type {Informed[]} */
  const calls = []
  while (calls.length < CALLS + WARM_UP) {
    // Visitors who have been served hear nothing more of the queue.
    const informed = PHONES - calls.length
    const path = `/api/counters/${counter.id}/call-next`
    calls.push(await lookers.ask({ do: 'post', path, cookie: staff.cookie, informed, anyView: true }))
    await staff.serve(counter.id)
  }
  await lookers.stop()
  await hall.server.stop()
  dropFolder(hall.dataDir)

  const bytes = Math.round(median(calls.map((call) => call.bytes)))
  const ours = calls.slice(WARM_UP).map(({ ms }) => ms)
  const bare = (await broadcasts(bytes)).slice(WARM_UP).map(({ ms }) => ms)
  const ratio = median(ours) / median(bare)
  return [
    {
      what: `${PHONES.toLocaleString('en')} phones on their own visits, one call`,
      measured: `${ratio.toFixed(1)} × the bare broadcast`,
      goal: '≤ 3 ×',
      reached: ratio <= 3,
      more: [
        `${CALLS} calls: median ${median(ours).toFixed(0)} ms (${spread(ours)})`,
        `bare: median ${median(bare).toFixed(0)} ms (${spread(bare)}), ${bytes} bytes each`,
      ],
    },
  ]
}

/** @param {number} bytes */
async function broadcasts(bytes) {
  const server = await startBare('bare-push', { bytes })
  const lookers = startClient('sockets')
  await lookers.ask({ do: 'open', port: server.port, topics: Array(PHONES).fill('bare') })
  /** @type {Informed[]} */
  const calls = []
  const order = { do: 'post', path: '/', cookie: '', informed: PHONES, anyView: true }
  while (calls.length < CALLS + WARM_UP) calls.push(await lookers.ask(order))
  await lookers.stop()
  await server.stop()
  return calls
}
