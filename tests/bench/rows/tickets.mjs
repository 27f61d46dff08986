// Tickets over HTTP, each on the disk before its answer, against a bare route; and the same in a full hall.
import { cpSync, readFileSync } from 'node:fs'
import { look } from '../door.mjs'
import { median, percentile, spread } from '../figures.mjs'
import { openHall, takeTickets } from '../hall.mjs'
import { dropFolder, freshFolder, startBare, startClient } from '../processes.mjs'

/** @import { Load, Loaded } from '../children/load.mjs' */
/** @import { Route } from '../children/bare-tickets.mjs' */
/** @import { Hall } from '../hall.mjs' */
/** @import { Row } from '../table.mjs' */
/** @typedef {Loaded & { cpu: number | null }} Measured `cpu`: microseconds of the server's main thread per ticket */
/** @typedef {Pick<Load, 'port' | 'path' | 'cookie' | 'bodies'> & { pid: number }} Target */

const CONNECTIONS = 32
const PATH = '/api/visits'
/**
 * In the full hall every process is new and cold: this many requests are sent first, with this many keys; the others
 * repeat them. In several runs, as closing the first connections makes V8 compile again.
 */
const WARM_UP = { runs: 5, count: 3_000, distinct: 500 }
const MEASURED = 1_500
/**
 * Both servers are new in each round, and so equally cold: some tickets are taken first, and with the measured ones
 * they make a hall of up to 2,000 visits.
 */
const FIRST = 400
const ROUNDS = 7
/** Runs of both servers in turn, once they are warm and the hall goes on growing. */
const WARM_RUNS = 6
const WARM_RUN = 2_000
const FULL = 20_000
const FULL_ROUNDS = 3

/** @returns {Promise<Row[]>} */
export async function tickets() {
  const client = startClient('load')
  /** @type {{ antre: Measured, bare: Measured }[]} */
  const rounds = []
  /** @type {number[]} */
  const warm = []
  for (let round = 0; round < ROUNDS; round++) {
    const hall = await openHall(freshFolder())
    const target = targetOf(hall)
    const bareServer = await startBare('bare-tickets', await routeOf(hall))
    const bareTarget = { ...target, port: bareServer.port, pid: bareServer.pid }
    await measured(client, bareTarget, FIRST, 'first')
    await measured(client, target, FIRST, 'first')
    const bare = await measured(client, bareTarget, MEASURED, 'ticket')
    const antre = await measured(client, target, MEASURED, 'ticket')
    rounds.push({ antre, bare })
    if (round === ROUNDS - 1) warm.push(...(await warmRatios(client, target, bareTarget)))
    await bareServer.stop()
    await hall.server.stop()
    dropFolder(hall.dataDir)
  }
  await client.stop()
  const speed = rounds.map(({ antre, bare }) => antre.perSecond / bare.perSecond)
  const late = rounds.map(({ antre, bare }) => antre.p99 / bare.p99)
  const busy = Math.max(...rounds.flatMap(({ antre, bare }) => [antre.busy, bare.busy]))
  return [
    {
      what: `tickets/s, ${CONNECTIONS} connections, durable, up to 2,000 visits`,
      measured: `${percent(median(speed))} of the bare route`,
      goal: '≥ 65 %, aim 80 %',
      reached: median(speed) >= 0.65,
      more: [
        `${ROUNDS} rounds: ${spread(speed.map((one) => one * 100))} %`,
        `${whole(rounds.map(({ antre }) => antre.perSecond))} against ${whole(rounds.map(({ bare }) => bare.perSecond))} per second`,
        ...cpuLine(rounds),
        `load client busy at most ${percent(busy)} of the time`,
        `once warm, in a hall that grows to ${FIRST + MEASURED + WARM_RUNS * WARM_RUN}: ${percent(median(warm))} (${spread(warm.map((one) => one * 100))} %)`,
      ],
    },
    {
      what: 'p99 of the same',
      measured: `${median(late).toFixed(1)} × the bare route's`,
      goal: '≤ 2 ×',
      reached: median(late) <= 2,
      more: [
        `${ROUNDS} rounds: ${spread(late, 1)} ×`,
        `${median(rounds.map(({ antre }) => antre.p99)).toFixed(1)} ms against ${median(rounds.map(({ bare }) => bare.p99)).toFixed(1)} ms`,
      ],
    },
  ]
}

/** @returns {Promise<Row[]>} */
export async function full() {
  const client = startClient('load')
  const prepared = await fullHall()
  /** @type {{ small: Measured, large: Measured }[]} */
  const rounds = []
  for (let round = 0; round < FULL_ROUNDS; round++) {
    const { measured: small } = await inHall(client, null)
    const { measured: large } = await inHall(client, prepared)
    rounds.push({ small, large })
  }
  dropFolder(prepared)
  await client.stop()
  const costs = rounds.map(({ small, large }) => small.perSecond / large.perSecond)
  const cpu = rounds.flatMap(({ small, large }) => (small.cpu && large.cpu ? [large.cpu / small.cpu] : []))
  return [
    {
      what: 'the same with 20,000 waiting',
      measured: `${median(costs).toFixed(2)} × the cost`,
      goal: '≤ 1.3 ×',
      reached: median(costs) <= 1.3,
      more: [
        `${FULL_ROUNDS} rounds: ${spread(costs, 2)} ×`,
        ...(cpu.length > 0 ? [`by processor time ${median(cpu).toFixed(2)} ×`] : []),
      ],
    },
  ]
}

/** A folder with a hall in which 20,000 wait, with the kiosk enrolled. */
async function fullHall() {
  const hall = await openHall(freshFolder())
  await takeTickets(hall, FULL, hall.open)
  await hall.server.stop()
  return hall.dataDir
}

/**
 * Both servers in turn, again and again.
 * @param {ReturnType<typeof startClient>} client
 * @param {Target} antre
 * @param {Target} bare
 */
async function warmRatios(client, antre, bare) {
  const ratios = []
  for (let run = 0; run < WARM_RUNS; run++) {
    const { perSecond: of } = await measured(client, bare, WARM_RUN, `warm-${run}`)
    const { perSecond: ours } = await measured(client, antre, WARM_RUN, `warm-${run}`)
    ratios.push(ours / of)
  }
  return ratios
}

/** @param {Hall} hall @returns {Target} */
function targetOf({ server, kiosk, open }) {
  const bodies = open.map((service) => JSON.stringify({ services: [service] }))
  return { port: server.port, pid: server.pid, path: PATH, cookie: kiosk.cookie, bodies }
}

/**
 * One round in an existing hall: a new server, warmed, measured, stopped.
 * @param {ReturnType<typeof startClient>} client
 * @param {string | null} prepared a folder to start from; null: an empty one
 * @returns {Promise<{ measured: Measured }>}
 */
async function inHall(client, prepared) {
  const dataDir = freshFolder()
  if (prepared !== null) cpSync(prepared, dataDir, { recursive: true })
  const hall = await openHall(dataDir)
  const result = await measure(client, targetOf(hall))
  await hall.server.stop()
  dropFolder(dataDir)
  return { measured: result }
}

/**
 * The ticket's route as the server itself describes it, so that the bare one never lags behind.
 * @param {Hall} hall
 * @returns {Promise<Route>}
 */
async function routeOf({ server, kiosk, open }) {
  /** @type {{ paths: Record<string, { post: { requestBody: Content, responses: Record<string, Content> } }> }} */
  const { paths } = await look(server.port, '/api/openapi.json')
  const { requestBody, responses } = paths[PATH]?.post ?? {}
  const body = requestBody?.content['application/json'].schema
  const response = responses?.[201]?.content['application/json'].schema
  if (!body || !response) throw new Error('the API does not describe its tickets')
  const answer = await kiosk.post(PATH, { services: open.slice(0, 1) })
  return { path: PATH, body, response, answer }
}
/** @typedef {{ content: { 'application/json': { schema: object } } }} Content */

/**
 * Warms and measures.
 * @param {ReturnType<typeof startClient>} client
 * @param {Target} target
 */
async function measure(client, target) {
  const { pid: _pid, ...load } = target
  const { runs, ...warmUp } = WARM_UP
  for (let run = 0; run < runs; run++) {
    await client.ask({ ...load, connections: CONNECTIONS, status: 201, ...warmUp, keys: 'warm' })
  }
  return measured(client, target, MEASURED, 'ticket')
}

/**
 * @param {ReturnType<typeof startClient>} client
 * @param {Target} target
 * @param {number} count
 * @param {string} keys
 * @returns {Promise<Measured>}
 */
async function measured(client, { pid, ...target }, count, keys) {
  const load = { ...target, connections: CONNECTIONS, status: 201 }
  const before = cpuOf(pid)
  /** @type {Loaded} */
  const loaded = await client.ask({ ...load, count, distinct: count, keys })
  const after = cpuOf(pid)
  return { ...loaded, cpu: before === null || after === null ? null : (after - before) / count }
}

/**
 * Microseconds that the main thread of a process has run so far; only Linux tells.
 * @param {number} pid
 */
export function cpuOf(pid) {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')
    return Number(nanoseconds) / 1000
  } catch {
    return null
  }
}

/** @param {{ antre: Measured, bare: Measured }[]} rounds */
function cpuLine(rounds) {
  const both = rounds.flatMap(({ antre, bare }) => (antre.cpu && bare.cpu ? [[antre.cpu, bare.cpu]] : []))
  if (both.length === 0) return []
  const ratio = median(both.map(([antre = 0, bare = 0]) => bare / antre))
  const antre = median(both.map(([antre = 0]) => antre))
  const bare = median(both.map(([, bare = 0]) => bare))
  return [`by processor time ${percent(ratio)}: ${antre.toFixed(0)} µs against ${bare.toFixed(0)} µs`]
}

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(0)} %`

/** @param {number[]} figures */
const whole = (figures) => percentile(figures, 50).toFixed(0)
