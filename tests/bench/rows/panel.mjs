// From an officer's key to the panel's new state on the screen, while the kiosks give numbers and boards look on.
import { chromium } from 'playwright-core'
import { findChromium } from '../../run/chromium.mjs'
import { median, percentile } from '../figures.mjs'
import { openCounters, openHall, takeTickets } from '../hall.mjs'
import { dropFolder, freshFolder, startClient } from '../processes.mjs'

/** @import { Row } from '../table.mjs' */

const BOARDS = 200
const WAITING = 500
/** Call, start and finish, each by one key. */
const ROUNDS = 15
const WARM_UP = 2
/** For this long after an answer the same key still counts as the same press. */
const APART_MS = 500

/** @returns {Promise<Row[]>} */
export async function panel() {
  const hall = await openHall(freshFolder())
  const counter = hall.counters.find(({ services }) => services.some((id) => hall.open.includes(id)))
  if (!counter) throw new Error('no counter serves an open service')
  const own = counter.services.filter((id) => hall.open.includes(id))
  await takeTickets(hall, WAITING, own)
  const staff = await openCounters(hall, [counter])
  const lookers = startClient('sockets')
  await lookers.ask({ do: 'open', port: hall.server.port, topics: Array(BOARDS).fill('board:all') })

  const executablePath = findChromium()
  if (executablePath === null) throw new Error('this row needs Chromium')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const url = `http://127.0.0.1:${hall.server.port}`
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
  const [name = '', value = ''] = staff.cookie.split('=')
  await context.addCookies([{ name, value, url }])
  await context.addInitScript(`localStorage.setItem('antre.counter', ${JSON.stringify(counter.id)})`)
  const page = await context.newPage()
  await page.goto(`${url}/counter/`)
  await page.locator('.primary button:enabled').waitFor()

  const ended = new AbortController()
  const load = (async () => {
    while (!ended.signal.aborted) await takeTickets(hall, 4, own)
  })()
  /** @type {number[]} */
  const times = []
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    for (const state of ['.now-called', '.now-serving', '.now-nobody']) {
      await page.waitForTimeout(APART_MS)
      await page.evaluate(watch, state)
      await page.keyboard.press(' ')
      times.push(await page.evaluate(() => /** @type {any} */ (globalThis).drawn))
    }
  }
  ended.abort()
  await load
  await browser.close()
  await lookers.stop()
  await hall.server.stop()
  dropFolder(hall.dataDir)

  const seen = times.slice(WARM_UP * 3)
  const most = percentile(seen, 95)
  return [
    {
      what: 'counter panel: from the key to the new state, drawn',
      measured: `p95 ${most.toFixed(0)} ms`,
      goal: '≤ 100 ms',
      reached: most <= 100,
      more: [
        `${seen.length} keys: median ${median(seen).toFixed(0)} ms; ${BOARDS} boards, numbers given meanwhile`,
      ],
    },
  ]
}

/**
 * In the page: times the next key until its result is on the screen.
 * @param {string} state
 */
function watch(state) {
  const page = /** @type {any} */ (globalThis)
  page.drawn = new Promise((resolve) => {
    page.addEventListener(
      'keydown',
      (/** @type {{ timeStamp: number }} */ { timeStamp }) => {
        const look = () => {
          if (page.document.querySelector(state) === null) return page.requestAnimationFrame(look)
          page.requestAnimationFrame(() => page.setTimeout(() => resolve(page.performance.now() - timeStamp)))
        }
        page.requestAnimationFrame(look)
      },
      { once: true, capture: true },
    )
  })
}
