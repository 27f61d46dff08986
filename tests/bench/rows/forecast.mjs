// What a forecast costs those who don't wait for it: a ticket beside its process and beside the same process held
// still, alternately, in one server; and how soon after a call all screens tell what the new forecast says. In a hall
// of 160 services.
import { spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { look, managerOf } from '../door.mjs'
import { median, percentile, spread } from '../figures.mjs'
import { openCounters, openHall, takeTickets } from '../hall.mjs'
import { dropFolder, freshFolder, startClient } from '../processes.mjs'
import { cpuOf } from './tickets.mjs'

/** @import { Loaded } from '../children/load.mjs' */
/** @import { Settled } from '../children/sockets.mjs' */
/** @import { Hall } from '../hall.mjs' */
/** @import { Row } from '../table.mjs' */

const SERVICES = 160
/** Rounds with and without a forecast, in turn; a round is about a second, so that a busy moment falls into both. */
const ROUNDS = 20
const ROUND = { count: 120, connections: 8, everyMs: 60 }
/** Calls that are waited for, each with all that follows from it. */
const CALLS = 12
const PHONES = 50

/** @returns {Promise<Row[]>} */
export async function forecast() {
  const rows = []
  for (const waiting of [200, 2_000]) rows.push(...(await withSoMany(waiting)))
  return rows
}

/** @param {number} waiting @returns {Promise<Row[]>} */
async function withSoMany(waiting) {
  const { hall, staff, tokens, serving } = await largeHall(waiting)
  const { settled, cpu: each } = await screens(hall, staff, tokens, serving)
  const { beside, alone } = await tickets(hall)
  await hall.server.stop()
  dropFolder(hall.dataDir)
  const late = median(settled)
  /** @param {(one: Round) => number} of */
  const ratios = (of) => beside.map((one, nth) => of(one) / of(/** @type {Round} */ (alone[nth])))
  /** @param {Round[]} rounds @param {number} percent */
  const whole = (rounds, percent) =>
    percentile(
      rounds.flatMap(({ waits }) => waits),
      percent,
    )
  const p99 = whole(beside, 99) / whole(alone, 99)
  const isKnown = beside.every(({ cpu }) => cpu !== null)
  const many = waiting.toLocaleString('en')
  return [
    {
      what: `p99 of a ticket beside forecasts, from ${many} waiting on`,
      measured: `${p99.toFixed(2)} × without`,
      goal: '≤ 1.1 ×',
      reached: p99 <= 1.1,
      more: [
        `of ${ROUNDS * ROUND.count} tickets each, in ${ROUNDS} rounds in turn: p99 ${whole(beside, 99).toFixed(1)} against ${whole(alone, 99).toFixed(1)} ms, median ${whole(beside, 50).toFixed(2)} against ${whole(alone, 50).toFixed(2)} ms`,
        `of each round: median of the ratios ${median(ratios((one) => one.p99)).toFixed(2)}, ${spread(
          ratios((one) => one.p99),
          2,
        )} ×`,
        ...(isKnown
          ? [
              `by the processor time of the server's main thread ${median(ratios(({ cpu }) => cpu ?? 0)).toFixed(2)} ×`,
            ]
          : []),
      ],
    },
    {
      what: `a call → its forecast on all screens, ${SERVICES} services, ${many} waiting`,
      measured: `${late.toFixed(0)} ms`,
      goal: '≤ 2,000 ms',
      reached: late <= 2_000,
      more: [
        `${settled.length} calls: ${spread(settled)} ms; kiosk, board and ${PHONES} phones`,
        ...(each === null ? [] : [`processor time of its process for each: ${each.toFixed(0)} ms`]),
      ],
    },
  ]
}

/**
 * Every service of the sample hall several times over, until there are 160, at its counters, all open, and this many
 * people waiting. @param {number} waiting
 */
async function largeHall(waiting) {
  const dataDir = freshFolder()
  const first = await openHall(dataDir)
  const manager = await managerOf(first.server.port, dataDir)
  const { cookie } = manager
  const at = `http://127.0.0.1:${first.server.port}/api/plan`
  const answer = await fetch(at, { headers: { cookie } })
  const plan = /** @type {Plan} */ (await answer.json())
  const services = plan.services.filter(({ phase }) => phase.status === 'open' || phase.status === 'trial')
  const added = Array.from({ length: SERVICES - plan.services.length }, (_, nth) => {
    const of = /** @type {Plan['services'][number]} */ (services[nth % services.length])
    return { ...of, id: `${of.id}-${nth}`, after: [], of: of.id }
  })
  const counters = plan.counters.map((one) => ({
    ...one,
    services: [...one.services, ...added.filter(({ of }) => one.services.includes(of)).map(({ id }) => id)],
  }))
  const grown = {
    ...plan,
    services: [...plan.services, ...added.map(({ of: _of, ...service }) => service)],
    counters,
  }
  const put = await fetch(at, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'if-match': answer.headers.get('etag') ?? '' },
    body: JSON.stringify(grown),
  })
  if (!put.ok) throw new Error(await put.text())
  const hall = { ...first, ...(await servicesOf(first.server.port)) }
  const serving = hall.counters.filter((one) => one.services.some((id) => hall.open.includes(id)))
  const served = hall.open.filter((id) => serving.some((one) => one.services.includes(id)))
  const staff = await openCounters(hall, serving)
  const tokens = await takeTickets(hall, waiting, served)
  return { hall, staff, tokens, serving }
}
/** @typedef {{ services: { id: string, after: string[], phase: { status: string } }[], counters: { id: string, services: string[] }[] }} Plan */

/** @param {number} port */
async function servicesOf(port) {
  /** @type {{ services: { id: string, status: string }[], counters: { id: string, services: string[] }[] }} */
  const { services, counters } = await look(port, '/api/hall')
  const open = services.filter(({ status }) => status === 'open' || status === 'trial').map(({ id }) => id)
  return { open, counters }
}

/**
 * Milliseconds from a call until the last screen has all that follows from it; nothing else happens meanwhile.
 * @param {Hall} hall
 * @param {Awaited<ReturnType<typeof openCounters>>} staff
 * @param {string[]} tokens
 * @param {{ id: string }[]} serving
 */
async function screens({ server }, staff, tokens, serving) {
  const lookers = startClient('sockets')
  const last = tokens.slice(-PHONES).map((token) => `visit:${token}`)
  await lookers.ask({ do: 'open', port: server.port, topics: ['kiosk', 'board:all', ...last] })
  // The first forecast reads the past and starts its process.
  await pause(5_000)
  /** @type {number[]} */
  const settled = []
  const worker = processOf(server.pid)
  const before = cpuOf(worker)
  for (let turn = 0; settled.length < CALLS && turn < 3 * CALLS; turn += 1) {
    const { id } = serving[turn % serving.length] ?? { id: '' }
    /** @type {Settled | null} */
    const one = await lookers.ask({
      do: 'settle',
      path: `/api/counters/${id}/call-next`,
      cookie: staff.cookie,
    })
    if (one) settled.push(Math.max(...one.views))
  }
  const after = cpuOf(worker)
  await lookers.stop()
  const isKnown = before !== null && after !== null && settled.length > 0
  return { settled, cpu: isKnown ? (after - before) / settled.length / 1000 : null }
}

/** @typedef {{ waits: number[], p99: number, cpu: number | null }} Round `cpu`: microseconds of the server's main thread per ticket */

/**
 * Tickets beside forecasts, and beside a forecast's process that is held still, in turn: the same server, hall and minute.
 * @param {Hall} hall
 */
async function tickets({ server, kiosk, open }) {
  const worker = processOf(server.pid)
  const client = startClient('load')
  const bodies = open.map((service) => JSON.stringify({ services: [service] }))
  const load = { port: server.port, path: '/api/visits', cookie: kiosk.cookie, bodies, status: 201, ...ROUND }
  /** @param {string} keys @returns {Promise<Round>} */
  const take = async (keys) => {
    const before = cpuOf(server.pid)
    /** @type {Loaded} */
    const { waits, p99 } = await client.ask({ ...load, distinct: ROUND.count, keys })
    const after = cpuOf(server.pid)
    return { waits, p99, cpu: before === null || after === null ? null : (after - before) / ROUND.count }
  }
  await take('warm')
  /** @type {{ beside: Round[], alone: Round[] }} */
  const found = { beside: [], alone: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each goes first as often as the other.
    for (const one of round % 2 === 0
      ? /** @type {const} */ (['beside', 'alone'])
      : /** @type {const} */ (['alone', 'beside'])) {
      if (one === 'alone') process.kill(worker, 'SIGSTOP')
      found[one].push(await take(`${one}-${round}`))
      if (one === 'alone') process.kill(worker, 'SIGCONT')
      // Whatever was held up has finished.
      await pause(500)
    }
  }
  await client.stop()
  return found
}

/**
 * The forecast's process of a server.
 * @param {number} server
 */
function processOf(server) {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(server)], { encoding: 'utf8' })
  const line = stdout.split('\n').find((one) => one.includes('forecast-worker')) ?? ''
  const pid = Number.parseInt(line, 10)
  if (!Number.isInteger(pid)) throw new Error('no forecast is made')
  return pid
}
