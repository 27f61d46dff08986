// Reports of ten years and of one, and whether anybody who takes a ticket meanwhile notices.
import { cpSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { DAYS, decade } from '../decade.mjs'
import { managerOf } from '../door.mjs'
import { median, spread } from '../figures.mjs'
import { openHall } from '../hall.mjs'
import { dropFolder, freshFolder, startClient } from '../processes.mjs'

/** @import { Loaded } from '../children/load.mjs' */
/** @import { Row } from '../table.mjs' */

const ROUNDS = 5
/** Of ten years, the one that is not over apart. */
const MONTHS = 118
const TICKETS = { connections: 16, count: 1_200 }
/** @type {[report: string, more: string][]} */
const reports = [
  ['steps', '&by=service'],
  ['steps', '&by=weekday&split=hour'],
  ['steps', '&by=day'],
  ['steps', '&by=month&split=class'],
  ['visits', ''],
  ['counters', ''],
  ['missing', '&trend=month'],
]

/** @returns {Promise<Row[]>} */
export async function reportsOfTenYears() {
  const dataDir = freshFolder()
  cpSync(await decade(), dataDir, { recursive: true })
  const hall = await openHall(dataDir)
  const { port } = hall.server
  const { cookie } = await managerOf(port, dataDir)
  const today = new Date(Date.now() - 86_400_000)
  /** @param {number} days */
  const ago = (days) => new Date(today.getTime() - days * 86_400_000).toISOString().slice(0, 10)
  /**
   * Milliseconds until the whole answer is there.
   * @param {string} report
   * @param {string} more
   * @param {number} days
   */
  const ask = async (report, more, days) => {
    const began = performance.now()
    const url = `http://127.0.0.1:${port}/api/reports/${report}?from=${ago(days)}&to=${ago(0)}${more}`
    const answer = await fetch(url, { headers: { cookie } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${report}: ${text}`)
    return performance.now() - began
  }
  const began = performance.now()
  for (let tries = 0; tries < 30; tries += 1) {
    const isThere = await ask('steps', '&by=hall', DAYS - 2).then(
      () => true,
      () => false,
    )
    if (isThere) break
  }
  const first = performance.now() - began
  // A hall that never made the reports of its months makes them now, one after the other, by the same process.
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/reports/months`, { headers: { cookie } })
    const { months } = /** @type {{ months: unknown[] }} */ (await answer.json())
    if (months.length >= MONTHS) break
    await setTimeout(500)
  }
  /** @type {{ what: string, decade: number[], year: number[] }[]} */
  const measured = []
  for (const [report, more] of reports) {
    /** @type {{ what: string, decade: number[], year: number[] }} */
    const one = { what: `${report}${more}`, decade: [], year: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      one.decade.push(await ask(report, more, DAYS - 2))
      one.year.push(await ask(report, more, 364))
    }
    measured.push(one)
  }
  const slowest = Math.max(...measured.map(({ decade: all }) => median(all)))
  const year = Math.max(...measured.map(({ year: all }) => median(all)))
  const pack = await packOf(port, cookie, ago(364), ago(0))
  const beside = await tickets(hall, () => ask('steps', '&by=weekday&split=hour', DAYS - 2))
  await hall.server.stop()
  dropFolder(dataDir)
  return [
    {
      what: 'any report of ten years, 2,000,000 steps',
      measured: `${slowest.toFixed(0)} ms`,
      goal: '≤ 1,000 ms',
      reached: slowest <= 1000,
      more: [
        ...measured.map((one) => `${one.what}: ${spread(one.decade)} ms`),
        `the very first, which makes the columns: ${(first / 1000).toFixed(1)} s`,
      ],
    },
    {
      what: 'the same of a year',
      measured: `${year.toFixed(0)} ms`,
      goal: '≤ 300 ms',
      reached: year <= 300,
      more: measured.map((one) => `${one.what}: ${spread(one.year)} ms`),
    },
    {
      what: 'the evaluation pack of a year, 200,000 steps',
      measured: `${(pack.ms / 1000).toFixed(1)} s`,
      goal: '≤ 60 s',
      reached: pack.ms <= 60_000,
      more: [`${(pack.bytes / 1e6).toFixed(1)} MB`],
    },
    {
      what: 'p99 of a ticket while reports of ten years run',
      measured: `${median(beside.ratios).toFixed(1)} × without`,
      goal: '≤ 2 ×',
      reached: median(beside.ratios) <= 2,
      more: [
        `${beside.ratios.length} rounds: ${spread(beside.ratios, 1)} ×`,
        `${median(beside.with).toFixed(1)} ms against ${median(beside.without).toFixed(1)} ms, ${TICKETS.connections} connections`,
      ],
    },
  ]
}

/**
 * Milliseconds until an evaluation pack is there, and how large it is.
 * @param {number} port
 * @param {string} cookie
 * @param {string} from
 * @param {string} to
 */
async function packOf(port, cookie, from, to) {
  const at = `http://127.0.0.1:${port}/api/evaluation`
  const began = performance.now()
  const headers = { cookie, 'content-type': 'application/json' }
  const order = { method: 'POST', headers, body: JSON.stringify({ from, to, title: 'Bench' }) }
  const { id } = /** @type {{ id: string }} */ (await (await fetch(at, order)).json())
  for (;;) {
    const answer = await fetch(`${at}/${id}`, { headers: { cookie } })
    const { state, bytes } = /** @type {{ state: string, bytes: number }} */ (await answer.json())
    if (state === 'done') return { ms: performance.now() - began, bytes }
    if (state !== 'running') throw new Error(`the pack: ${state}`)
    await setTimeout(100)
  }
}

/**
 * Tickets without and with reports beside them, in turn.
 * @param {Awaited<ReturnType<typeof openHall>>} hall
 * @param {() => Promise<number>} report
 */
async function tickets({ server, kiosk, open }, report) {
  const client = startClient('load')
  const bodies = open.map((service) => JSON.stringify({ services: [service] }))
  const load = {
    port: server.port,
    path: '/api/visits',
    cookie: kiosk.cookie,
    bodies,
    status: 201,
    ...TICKETS,
  }
  /** @param {string} keys */
  const take = async (keys) => {
    /** @type {Loaded} */
    const { p99 } = await client.ask({ ...load, distinct: TICKETS.count, keys })
    return p99
  }
  await take('warm')
  /** @type {{ without: number[], with: number[], ratios: number[] }} */
  const found = { without: [], with: [], ratios: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const without = await take(`without-${round}`)
    const tickets = { under: true }
    const reporting = (async () => {
      while (tickets.under) await report()
    })()
    const beside = await take(`with-${round}`)
    tickets.under = false
    await reporting
    found.without.push(without)
    found.with.push(beside)
    found.ratios.push(beside / without)
  }
  await client.stop()
  return found
}
