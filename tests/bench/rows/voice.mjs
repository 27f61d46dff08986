// From a call until the speaking display has the address of its sound: a hall's first call, later ones, and one from
// the cache.
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { displayOf } from '../door.mjs'
import { median, spread } from '../figures.mjs'
import { openCounters, openHall, takeTickets } from '../hall.mjs'
import { dropFolder, freshFolder } from '../processes.mjs'

/** @import { Row } from '../table.mjs' */

/** @typedef {{ id: string, audio: string | null, speaker: string | null }} Said */

const CALLS = 10
/** Milliseconds after a start in which the server waits for displays to reconnect. */
const RETURNED = 6_000
const PATIENCE = 20_000
/** Milliseconds that the hall's first display is there before the first call. */
const SETTLED = 3_000

/**
 * A hall whose counters are open, where the first display came `settled` ms ago.
 * @param {number} settled
 */
async function openHallWithDisplay(settled) {
  const hall = await openHall(freshFolder())
  const { port } = hall.server
  await pause(RETURNED)
  const counter = hall.counters.find(({ services }) => services.some((id) => hall.open.includes(id)))
  if (!counter) throw new Error('no counter serves anybody')
  const services = counter.services.filter((id) => hall.open.includes(id)).slice(0, 1)
  // Before there is a display: nothing here makes the voice get ready.
  await takeTickets(hall, CALLS + 1, services)
  const staff = await openCounters(hall, [counter])
  const display = await displayOf(port, hall.dataDir)
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live?topic=board:all`, {
    headers: { cookie: display.cookie },
  })
  /** @type {{ said: Said | null, at: number }} */
  const last = { said: null, at: 0 }
  socket.on('message', (/** @type {Buffer} */ data) => {
    const message = JSON.parse(data.toString())
    const now = message.type === 'view' ? message.view.announcement : null
    if (now?.audio && now.id !== last.said?.id) Object.assign(last, { said: now, at: performance.now() })
  })
  await new Promise((resolve) => {
    socket.once('message', resolve)
  })
  await pause(settled)

  return {
    /** Calls, waits for the sound's address, confirms that it was heard; ms. @param {'call-next' | 'recall'} how */
    async call(how) {
      const before = last.said?.id
      const start = performance.now()
      await staff.post(`/api/counters/${counter.id}/${how}`)
      while (last.said === null || last.said.id === before) {
        if (performance.now() - start > PATIENCE) throw new Error('nothing was said')
        await pause(5)
      }
      await display.post(`/api/announcements/${last.said.id}/heard`)
      return last.at - start
    },
    serve: () => staff.serve(counter.id),
    async close() {
      socket.terminate()
      await hall.server.stop()
      dropFolder(hall.dataDir)
    },
  }
}

/** @returns {Promise<Row[]>} */
export async function voice() {
  const surprised = await openHallWithDisplay(0)
  const atOnce = await surprised.call('call-next')
  await surprised.close()

  const hall = await openHallWithDisplay(SETTLED)
  const first = await hall.call('call-next')
  /** @type {number[]} */
  const others = []
  /** @type {number[]} */
  const again = []
  while (others.length < CALLS) {
    again.push(await hall.call('recall'))
    await hall.serve()
    others.push(await hall.call('call-next'))
  }
  await hall.close()
  return [
    {
      what: 'first announcement of a hall: call → its sound',
      measured: `${first.toFixed(0)} ms`,
      goal: '≤ 500 ms',
      reached: first <= 500,
      more: [
        `the hall's first display had come ${SETTLED / 1_000} s before; called the moment it comes: ${atOnce.toFixed(0)} ms`,
        `the next ${CALLS}, each another number: ${median(others).toFixed(0)} ms (${spread(others)})`,
      ],
    },
    {
      what: 'announcement from the cache',
      measured: `${median(again).toFixed(0)} ms`,
      goal: '≤ 30 ms',
      reached: median(again) <= 30,
      more: [`${again.length} recalls: ${spread(again)} ms`],
    },
  ]
}
