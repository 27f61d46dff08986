// A whole day in a few seconds: 700 visitors of the sample hall, 60 boards watching, and then the days after. The
// server's memory grows with the day's visitors, by no more than a visit weighs, and is freed with the day.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { Plan } from '../../server/hall/plan.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { morning, openHall, type HallApp } from '../api/hall-app.ts'

const VISITS = 700
const BOARDS = 30
/** What a visit with one step may weigh in the hall's memory, with its call, its keys and its place in the indexes. */
const VISIT_KB = 7
/** What the engine itself moves to and fro between two measurements. */
const NOISE_KB = 1_200
/** Left of a day that is over: some of what the engine made of the code it ran. A day that is kept weighs 3,500. */
const LEFT_KB = 2_000

const MINUTE = 60_000
/** A visitor every 38 seconds, from eight to half past three. */
const PACE = 38_000

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let hall: HallApp
let plan: Plan
const boards: WebSocket[] = []
let views = 0

beforeAll(async () => {
  plan = karangasem
  hall = await openHall({ plan, at: morning - 60 * MINUTE })
  await hall.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = hall.app.server.address() as AddressInfo
  const topics = ['board:all', ...plan.zones.map(({ id }) => `board:${id}`)]
  for (let at = 0; at < BOARDS; at += 1) {
    const topic = topics[at % topics.length] ?? ''
    const board = new WebSocket(`ws://127.0.0.1:${port}/api/live?topic=${topic}`, {
      perMessageDeflate: false,
    })
    board.on('message', count)
    boards.push(board)
  }
  await until(() => views >= BOARDS)
})

afterAll(async () => {
  boards.forEach((board) => board.terminate())
  await hall.close()
})

const count = () => void (views += 1)

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(5)
}

/** Not through `hall.ask`, which checks every answer against the API's description: that takes memory of its own. */
async function post(path: string, body: object = {}): Promise<void> {
  const cookie = hall.cookies.get('manager') ?? ''
  const headers = { cookie, 'idempotency-key': randomUUID() }
  const answer = await hall.app.inject({ method: 'POST', url: `/api/${path}`, headers, payload: body })
  if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
}

/** This many visitors come and are served, at one counter after the other. */
async function pass(visits: number): Promise<void> {
  const open = plan.counters.flatMap((counter) => {
    const service = counter.services.find((id) =>
      plan.services.some((one) => one.id === id && one.phase.status === 'open'),
    )
    return service === undefined ? [] : [{ id: counter.id, service }]
  })
  for (let at = 0; at < visits; at += 1) {
    const counter = open[at % open.length]
    if (!counter) throw new Error('no counter is open')
    hall.clock.now += PACE
    await post('visits', { services: [counter.service] })
    if (at < open.length) await post(`counters/${counter.id}/open`)
    await post(`counters/${counter.id}/call-next`)
    if (at % 5 === 0) await post(`counters/${counter.id}/recall`)
    if (at % 11 === 0) await post(`counters/${counter.id}/miss`)
    else {
      await post(`counters/${counter.id}/start`)
      await post(`counters/${counter.id}/finish`)
    }
  }
}

/** Kilobytes in use after garbage collection, once the boards have had their last view. */
async function weigh(): Promise<number> {
  let before = -1
  while (before !== views) {
    before = views
    await setTimeout(150)
  }
  collectGarbage()
  collectGarbage()
  return Math.round(process.memoryUsage().heapUsed / 1_024)
}

it('the server keeps of a day what its visits weigh, and of a day that is over nothing', async () => {
  // What is created once, for the first visit and the first view, does not count as growth.
  await pass(60)
  const weights = [await weigh()]
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await pass(VISITS / 4)
    weights.push(await weigh())
  }
  const grown = weights.slice(1).map((weight, at) => weight - (weights[at] ?? 0))
  const allowed = (VISITS / 4) * VISIT_KB + NOISE_KB
  expect.soft(grown.filter((kilobytes) => kilobytes > allowed)).toEqual([])
  expect(views).toBeGreaterThan(VISITS * BOARDS)

  // Yesterday is kept, for late questions and repeated commands; the day before is not.
  for (const visits of [1, 60]) {
    hall.later({ hours: 20 })
    await pass(visits)
  }
  const [first = 0] = weights
  const left = (await weigh()) - first
  expect(left).toBeLessThan(LEFT_KB)
}, 120_000)
