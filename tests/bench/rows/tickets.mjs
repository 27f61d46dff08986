// Tickets over HTTP, each on the disk before its answer, against a bare route; and the same in a full hall. Servers are
// measured as they are on any morning: warm, in a hall that is empty, since a midnight comes before each round.
import { setTimeout as pause } from 'node:timers/promises'
import { look } from '../door.mjs'
import { median, percent, spread } from '../figures.mjs'
import { openHall } from '../hall.mjs'
import { cpuOf, dropFolder, freshFolder, startBare, startClient } from '../processes.mjs'

/** @import { Load, Loaded } from '../children/load.mjs' */
/** @import { Route } from '../children/bare-tickets.mjs' */
/** @import { Hall } from '../hall.mjs' */
/** @import { Server } from '../processes.mjs' */
/** @import { Row } from '../table.mjs' */
/** @typedef {Loaded & { cpu: number | null }} Measured `cpu`: microseconds of the server's main thread per ticket */
/** @typedef {{ antre: Measured, bare: Measured }} Round */
/** @typedef {ReturnType<typeof startClient>} Client */
/** @typedef {{ content: { 'application/json': { schema: object } } }} Content */

const PATH = '/api/visits'
const CONNECTIONS = 32
/** Tickets of a day, which are those of a round. */
const DAY = 2_000
/** Days that go before, with as many requests to the bare route. */
const WARM_UP = 6
const ROUNDS = 11
const FULL = 20_000
const FULL_ROUNDS = 3
/** Milliseconds for what a midnight leaves to do: the facts of the day, memory. */
const SETTLED = 200

/** @returns {Promise<Row[]>} */
export async function tickets() {
  const client = startClient('load')
  const hall = await openHall(freshFolder(), { midnights: true })
  const bareServer = await startBare('bare-tickets', await routeOf(hall))
  const requests = requestsOf(hall)
  /** @returns {Promise<Round>} */
  const round = async () => {
    await morning(hall)
    const antre = await measure(client, hall.server, requests, DAY)
    return { antre, bare: await measure(client, bareServer, requests, DAY) }
  }
  const cold = await round()
  for (let day = 1; day < WARM_UP; day++) await round()
  /** @type {Round[]} */
  const rounds = []
  while (rounds.length < ROUNDS) rounds.push(await round())
  await bareServer.stop()
  await close(client, hall)

  const speeds = rounds.map(speedOf)
  const lates = rounds.map(({ antre, bare }) => antre.p99 / bare.p99)
  const busy = Math.max(...rounds.flatMap(({ antre, bare }) => [antre.busy, bare.busy]))
  /** @param {keyof Loaded} figure */
  const both = (figure, digits = 0) =>
    /** @type {const} */ (['antre', 'bare'])
      .map((side) => median(rounds.map((round) => round[side][figure])).toFixed(digits))
      .join(' against ')
  return [
    {
      what: `tickets/s, ${CONNECTIONS} connections, durable, up to 2,000 visits`,
      measured: `${percent(median(speeds))} of the bare route`,
      goal: '≥ 50 %, aim 60 %',
      reached: median(speeds) >= 0.5,
      more: [
        `${ROUNDS} rounds: ${spread(speeds.map((speed) => speed * 100))} %; the first tickets of cold servers: ${percent(speedOf(cold))}`,
        `${both('perSecond')} per second`,
        ...byProcessorTime(rounds),
        `load client busy at most ${percent(busy)} of the time`,
      ],
    },
    {
      what: 'p99 of the same',
      measured: `${median(lates).toFixed(1)} × the bare route's`,
      goal: '≤ 3 ×',
      reached: median(lates) <= 3,
      more: [`${ROUNDS} rounds: ${spread(lates, 1)} ×`, `${both('p99', 1)} ms`],
    },
  ]
}

/** @returns {Promise<Row[]>} */
export async function full() {
  const client = startClient('load')
  const hall = await openHall(freshFolder(), { midnights: true })
  const requests = requestsOf(hall)
  /** @param {number} count */
  const take = (count) => measure(client, hall.server, requests, count)
  for (let day = 0; day < WARM_UP; day++) {
    await morning(hall)
    await take(DAY)
  }
  /** @type {{ small: Measured, large: Measured }[]} */
  const rounds = []
  while (rounds.length < FULL_ROUNDS) {
    await morning(hall)
    const small = await take(DAY)
    await take(FULL - DAY)
    rounds.push({ small, large: await take(DAY) })
  }
  await close(client, hall)
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

/** A midnight passes, and the first visitor of the day has come. @param {Hall} hall */
async function morning({ server, kiosk, open }) {
  server.nextDay()
  await pause(SETTLED)
  await kiosk.post(PATH, { services: open.slice(0, 1) })
  await pause(SETTLED)
}

/**
 * @param {Client} client
 * @param {Hall} hall
 */
async function close(client, hall) {
  await client.stop()
  await hall.server.stop()
  dropFolder(hall.dataDir)
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

/** One service each, all services in turn. @param {Hall} hall */
function requestsOf({ kiosk, open }) {
  const bodies = open.map((service) => JSON.stringify({ services: [service] }))
  return { path: PATH, cookie: kiosk.cookie, bodies, connections: CONNECTIONS, status: 201 }
}

let runs = 0

/**
 * @param {Client} client
 * @param {Server} server
 * @param {Omit<Load, 'port' | 'count' | 'keys'>} requests
 * @param {number} count
 * @returns {Promise<Measured>}
 */
async function measure(client, { port, pid }, requests, count) {
  const before = cpuOf(pid)
  /** @type {Loaded} */
  const loaded = await client.ask({ ...requests, port, count, keys: `run-${(runs += 1)}` })
  const after = cpuOf(pid)
  return { ...loaded, cpu: before === null || after === null ? null : (after - before) / count }
}

/** @param {Round} round */
const speedOf = ({ antre, bare }) => antre.perSecond / bare.perSecond

/** @param {Round[]} rounds */
function byProcessorTime(rounds) {
  const both = rounds.flatMap(({ antre, bare }) => (antre.cpu && bare.cpu ? [[antre.cpu, bare.cpu]] : []))
  if (both.length === 0) return []
  const ratio = median(both.map(([antre = 0, bare = 0]) => bare / antre))
  const antre = median(both.map(([antre = 0]) => antre))
  const bare = median(both.map(([, bare = 0]) => bare))
  return [`by processor time ${percent(ratio)}: ${antre.toFixed(0)} µs against ${bare.toFixed(0)} µs`]
}
