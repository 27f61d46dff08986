// A board that runs for weeks: hundreds of calls and passing days leave no extra nodes, listeners or memory behind; a
// page that hangs is reloaded, a new version is loaded at night, and the picture is never quite still.
import type { CDPSession, Page, WebSocketRoute } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BoardCall, BoardView } from '../../server/live/board.ts'
import { openStaffedHouse } from './accounts.ts'
import { houseOfFile } from './house.ts'
import { boardText } from './words.ts'

const MINUTE = 60_000
/** The hall's time from call to call: this many calls make two days. */
const APART = 14 * MINUTE
const CALLS = 200
/** Fluctuation of the engine itself, in kilobytes; each leaked view is three of them. */
const NOISE_KB = 400

const { browser, house } = houseOfFile(openStaffedHouse)
let page: Page
/** The board's connections, newest last; a test answers them in the server's place. */
let sockets: WebSocketRoute[]
let version: string
/** Nobody answers the board on its socket. */
let isDeaf: boolean
/** A view of the real server, from which the test makes its own. */
let real: BoardView
const start = new Date('2026-11-24T01:00:00Z')

beforeEach(async () => {
  sockets = []
  version = '0.1.0'
  isDeaf = false
  page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage()
  await page.clock.install({ time: start })
  await page.route('**/api/health', (route) =>
    route.fulfill({ json: { status: 'ok', seq: 1, day: '2026-11-24', version } }),
  )
  await page.routeWebSocket(/\/api\/live/, (socket) => {
    if (isDeaf) return
    sockets.push(socket)
    const server = socket.connectToServer()
    server.onMessage((data) => {
      const message = JSON.parse(String(data)) as { type: string; view?: BoardView }
      if (message.view) real = message.view
      socket.send(data)
    })
  })
  await page.goto(`${house.url}/display/`)
  await page.locator('.hero').waitFor()
})

let seq = 10
/** Sends the board a view, as the server would. */
function say(view: BoardView): void {
  seq += 1
  const at = new Date(start.getTime() + seq * APART).toISOString()
  sockets.at(-1)?.send(JSON.stringify({ type: 'view', topic: 'board:all', seq, at, view }))
}

function viewWith(numbers: readonly number[]): BoardView {
  const call = (number: number, status: BoardCall['status']): BoardCall => {
    const { id: counter = '' } = real.counters[number % real.counters.length] ?? {}
    return {
      id: `c${number}`,
      number: `A${String(number).padStart(3, '0')}`,
      counter,
      agency: 'dukcapil',
      zone: 'kependudukan',
      service: 'dukcapil-kk',
      status,
      at: start.toISOString(),
      calls: 1,
    }
  }
  const [newest = 0, ...others] = numbers
  return {
    ...real,
    // Whatever the hour is in the hall: in its break the foot has words of its own.
    hours: { ...real.hours, open: true, closing: false },
    notice: null,
    lines: [],
    calls: [call(newest, 'called'), ...others.map((number) => call(number, 'serving'))],
    missed: [call(newest + 5_000, 'missed')],
  }
}

/** The board gets this many calls. */
async function live(calls: number, from: number): Promise<void> {
  for (let at = 0; at < calls; at += 1) {
    const number = from + at
    say(viewWith([number, number - 1, number - 2, number - 3].filter((one) => one > 0)))
    const isLarge = page.locator('.hero .plate-called', { hasText: `A${String(number).padStart(3, '0')}` })
    if (at % 20 === 19) await isLarge.waitFor()
    // As long as a call is large; a longer silence would count as a broken connection.
    await page.clock.runFor(4_100)
  }
}

async function weigh(client: CDPSession) {
  await client.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  return { nodes, listeners: jsEventListeners, kilobytes: Math.round(usedSize / 1_024) }
}

/** This long, with beats from the server often enough for a board that listens. */
async function passes(ms: number, view: BoardView): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10_000) {
    say(view)
    await page.clock.runFor(10_000)
  }
}

/** The board's requests are answered before it would give up by its clock, which runs ahead. */
async function answered(): Promise<void> {
  await page.evaluate(() => fetch('/api/health').then((answer) => answer.text())).catch(() => null)
}

function countLoads(): () => number {
  let loads = 0
  page.on('load', () => (loads += 1))
  return () => loads
}

/** Nobody is left, and no counter is open. */
const nightView = (): BoardView => ({
  ...viewWith([]),
  calls: [],
  missed: [],
  queues: [],
  counters: real.counters.map((counter) => ({ ...counter, state: 'closed' as const })),
  hours: { ...real.hours, open: false, closing: false },
})

describe('a board', () => {
  it('is as light after hundreds of calls and two days as before', async () => {
    const client = await page.context().newCDPSession(page)
    // The first hundred: what is created once does not count as growth.
    await live(100, 1)
    const before = await weigh(client)
    await live(CALLS, 101)
    const after = await weigh(client)
    expect(after.nodes).toBeLessThan(before.nodes + 60)
    expect(after.listeners).toBeLessThan(before.listeners + 5)
    expect(after.kilobytes).toBeLessThan(before.kilobytes + NOISE_KB)
  })

  it('takes a new version in at night, and not while somebody is in the hall', async () => {
    const loads = countLoads()
    await passes(2 * MINUTE, viewWith([1]))
    await answered()
    version = '0.2.0'
    await passes(3 * MINUTE, viewWith([1]))
    await answered()
    expect(loads()).toBe(0)
    for (let passed = 0; passed < 3 * MINUTE && loads() === 0; passed += 10_000) {
      await passes(10_000, nightView())
      await answered()
    }
    expect(loads()).toBeGreaterThan(0)
    await page.locator('.hero').waitFor()
  })

  it('says at night that the hall is closed, and no more that nobody waits', async () => {
    await passes(10_000, viewWith([1]))
    await page.locator('.strip').waitFor()
    await passes(10_000, nightView())
    await page.locator('.board-night').getByText(boardText('closed')).waitFor()
    expect(await page.locator('.strip').count()).toBe(0)
  })

  it('is reloaded when it hangs although the server answers', async () => {
    await passes(MINUTE, viewWith([1]))
    isDeaf = true
    const loads = countLoads()
    for (let passed = 0; passed < 10 * MINUTE && loads() === 0; passed += 5_000) {
      await page.clock.runFor(5_000)
      await answered()
    }
    expect(loads()).toBeGreaterThan(0)
    isDeaf = false
    await page.locator('.hero').waitFor()
  })

  it('never quite stands still, and never leaves the rim that televisions cut off', async () => {
    const places = new Set<string>()
    for (let step = 0; step < 8; step += 1) {
      await passes(3 * MINUTE, viewWith([1]))
      const { left, right } = await page.locator('.body').evaluate((body) => {
        const plate = body.querySelector('.plate')
        const { x, y, width } = (plate || body).getBoundingClientRect()
        return { left: `${x.toFixed(2)} ${y.toFixed(2)}`, right: x + width }
      })
      places.add(left)
      expect(right).toBeLessThan(1280)
    }
    expect(places.size).toBe(8)
  })
})
