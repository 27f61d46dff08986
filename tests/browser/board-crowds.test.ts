// Boards with none to forty calls at once, with short and long names, on every screen: whatever the combination, each
// text is complete and as high as DESIGN asks, arrows stay, and when calls take turns the board says so and leaves
// none out.
import { readFileSync } from 'node:fs'
import type { Page, WebSocketRoute } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { BoardCall, BoardView } from '../../server/live/board.ts'
import type { HallAnswer } from '../../server/live/hall.ts'
import { faultsOn } from './board-faults.ts'
import { openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'

const { browser, house } = houseOfFile(openHouse)
const picture = readFileSync(new URL('../media/files/small.jpg', import.meta.url))

/** Called, missed, and whether there are media. */
const CROWDS = [
  [0, 0, true],
  [0, 4, false],
  [1, 0, false],
  [1, 2, true],
  [6, 0, false],
  [6, 4, false],
  [12, 0, false],
  [12, 4, false],
  [40, 0, false],
] as const
const LABELS = ['PENGADUA', 'INFORMAS', 'KASIR-01', 'Priority', 'Sidik 10', 'BERKAS 3']
const LONG_AGENCY = 'Badan Penyelenggara Jaminan Sosial Kesehatan Kantor Cabang Kabupaten Karangasem'
const LONG_ZONE = 'Pelayanan terpadu, pembayaran, dan pengambilan dokumen'

const glasses = {
  hd: { width: 1920, height: 1080 },
  small: { width: 1280, height: 720 },
  upright: { width: 1080, height: 1920 },
} as const
const layouts = {
  zone: '?zone=kependudukan',
  hall: '?layout=zones',
  agency: '?layout=agency:dukcapil',
  corridor: '?layout=corridor',
} as const
type Layout = keyof typeof layouts

/** The sample hall with names as long as a plan may have them. */
function withLongNames(hall: HallAnswer): HallAnswer {
  return {
    ...hall,
    agencies: hall.agencies.map((agency, nth) =>
      nth % 2 === 0
        ? { ...agency, name: { id: LONG_AGENCY, en: `The ${LONG_AGENCY}` }, short: 'BPJS Kesehatan K' }
        : agency,
    ),
    zones: hall.zones.map((zone) => ({
      ...zone,
      name: { id: LONG_ZONE, en: `The ${LONG_ZONE}` },
      where: { id: `Lantai 2, ${LONG_ZONE}`, en: `Upper floor, ${LONG_ZONE}` },
    })),
    counters: hall.counters.map((counter, nth) => {
      const label = LABELS[nth % LABELS.length] ?? ''
      return { ...counter, label, name: { id: `Loket ${label}`, en: `Counter ${label}` } }
    }),
  }
}

interface Hung {
  page: Page
  /** Shows this view; resolves when it is on the screen. */
  show(change: (view: BoardView) => BoardView): Promise<void>
  /** Lets the page turn; sends a beat, as a board that hears nothing for twelve seconds would say so. */
  turn(): Promise<void>
  hall: HallAnswer
}

async function hang(
  query: string,
  viewport: { width: number; height: number },
  isLong: boolean,
): Promise<Hung> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.clock.install()
  const answer = (await (await fetch(`${house.url}/api/hall`)).json()) as HallAnswer
  const hall = isLong ? withLongNames(answer) : answer
  await page.route('**/api/hall', (route) => route.fulfill({ json: hall }))
  await page.route('**/api/media/*', (route) => route.fulfill({ contentType: 'image/jpeg', body: picture }))
  let socket: WebSocketRoute | undefined
  let real: { seq: number; view: BoardView; topic: string } | undefined
  await page.routeWebSocket(/\/api\/live/, (line) => {
    socket = line
    line.connectToServer().onMessage((data) => {
      const message = JSON.parse(String(data)) as {
        type: string
        seq: number
        view?: BoardView
        topic: string
      }
      if (!message.view || real) return
      real = { ...message, view: message.view }
      line.send(data)
    })
  })
  await page.goto(`${house.url}/display/${query}&motion=none`)
  await page.locator('.hero, .list, .sign').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // From now on only the test makes time pass: no page turns while it is checked.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))
  let seq = 1_000
  const now = async () => new Date(await page.evaluate(() => Date.now())).toISOString()
  return {
    page,
    hall,
    async turn() {
      socket?.send(JSON.stringify({ type: 'beat', at: await now() }))
      await page.clock.runFor(8_000)
    },
    async show(change) {
      if (!socket || !real) throw new Error('The board has no connection')
      seq += 1
      const view = change(real.view)
      socket.send(JSON.stringify({ type: 'view', topic: real.topic, seq, at: await now(), view }))
      const wanted = view.calls[0]?.number ?? null
      await page.waitForFunction(
        ([first, count]) => {
          const numbers = [...document.querySelectorAll('.plate')].map((plate) => plate.textContent)
          return first === null
            ? numbers.length === Number(count)
            : numbers.some((one) => one === first || one?.[0] === first[0])
        },
        [wanted, String(view.missed.length)] as const,
      )
      await page.clock.runFor(100)
    },
  }
}

/** This many calls of the counters that this layout shows; the first of each crowd has letters of its own. */
function crowd(
  layout: Layout,
  hall: HallAnswer,
  count: number,
  letter: string,
  status: BoardCall['status'],
): BoardCall[] {
  const counters = hall.counters.filter(({ zone, agency }) =>
    layout === 'zone' ? zone === 'kependudukan' : layout === 'agency' ? agency === 'dukcapil' : true,
  )
  return Array.from({ length: count }, (_, at) => {
    const { id = '', agency = '', zone = '' } = counters[at % counters.length] ?? {}
    const number = `${letter}${String(at + 101).padStart(3, '0')}`
    const instant = new Date(Date.now() - at * 1_000).toISOString()
    return {
      id: `${number} ${status}`,
      number,
      counter: id,
      agency,
      zone,
      service: 'x',
      status,
      at: instant,
      calls: 1,
    }
  })
}

const look = (page: Page) =>
  page.evaluate(() => ({
    numbers: [...document.querySelectorAll('.plate')].map((plate) => plate.textContent ?? ''),
    lost: [...document.querySelectorAll('.row, .hero-called')]
      .filter((row) => row.querySelector('.plate-called') && !row.querySelector('.way'))
      .map((row) => row.textContent ?? ''),
    mark: document.querySelector('.turns')?.textContent ?? null,
  }))

const LETTERS = 'BCDEFGHJKLMNPQRSTUVWXYZ'
let nth = 0

/** Plays the table on one board and returns what was wrong, each with its place. */
async function play(layout: Layout, { page, show, turn, hall }: Hung): Promise<string[]> {
  const wrong: string[] = []
  for (const [count, missing, hasMedia] of CROWDS) {
    nth += 1
    const letter = LETTERS[nth % LETTERS.length] ?? ''
    const calls = crowd(layout, hall, count, letter, 'called')
    const missed = crowd(layout, hall, missing, `${letter}A`, 'missed')
    const media: BoardView['media'] = hasMedia ? [{ id: 'x1', kind: 'picture', seconds: 600 }] : []
    const ready = [...calls, ...missed].map(({ number, counter }) => ({
      number: `W${number.slice(-4)}`,
      service: hall.counters.find(({ id }) => id === counter)?.services[0] ?? '',
    }))
    await show((view) => ({ ...view, calls, missed, ready, recent: [], media, announcement: null }))
    const of = `${count} calls, ${missing} missed, media ${hasMedia}`
    const seen = new Set<string>()
    const { mark: first } = await look(page)
    const pages = first === null ? 1 : Number(/\/(\d+)/.exec(first)?.[1])
    for (let at = 0; at < pages; at += 1) {
      const { numbers, lost, mark } = await look(page)
      for (const number of numbers) seen.add(number)
      const faults = await faultsOn(page)
      if (layout === 'hall' || layout === 'corridor') faults.push(...lost.map((row) => `${row} has no arrow`))
      if (pages > 1 && !mark?.includes(`/${pages}`)) faults.push(`page ${at} has no mark`)
      wrong.push(...faults.map((fault) => `${of}: ${fault}`))
      if (at < pages - 1) await turn()
    }
    const gone = [...calls, ...missed].filter(({ number }) => !seen.has(number))
    if (gone.length > 0) wrong.push(`${of}: on no page are ${gone.map(({ number }) => number).join(' ')}`)
  }
  return wrong
}

const TABLE = [
  ['zone', 'hd', ''],
  ['zone', 'upright', ''],
  ['hall', 'hd', ''],
  ['hall', 'hd', '&lang=en'],
  ['hall', 'upright', ''],
  ['agency', 'hd', ''],
  ['corridor', 'hd', ''],
  ['corridor', 'small', ''],
  ['corridor', 'upright', ''],
] as const

describe('[B10] a board cuts nothing off, loses nobody and no arrow, and says that it turns pages', () => {
  it.each(TABLE)('%s on %s %s', async (layout, glass, language) => {
    for (const names of ['short', 'long']) {
      const hung = await hang(`${layouts[layout]}${language}`, glasses[glass], names === 'long')
      const wrong = await play(layout, hung)
      expect.soft([names, wrong]).toEqual([names, []])
      await hung.page.context().close()
    }
  })
})
