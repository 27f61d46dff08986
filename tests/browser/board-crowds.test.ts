// Boards with none to forty calls at once, with short and long names, on every screen: whatever the combination, each
// text is complete and as high as DESIGN asks, arrows stay, and when calls take turns the board says so and leaves
// none out.
import { readFileSync } from 'node:fs'
import type { Page, WebSocketRoute } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BoardCall, BoardView } from '../../server/live/board.ts'
import type { HallAnswer } from '../../server/live/hall.ts'
import { dayText } from '../../server/texts/day.ts'
import { openStaffedHouse } from './accounts.ts'
import { faultsOn } from './board-faults.ts'
import { houseOfFile } from './house.ts'

const { browser, house } = houseOfFile(openStaffedHouse, { pagesStay: true })
const picture = readFileSync(new URL('../media/files/small.jpg', import.meta.url))

/**
 * Called, missed, whether there are media, whether it is the hall's break (then long words stand in the middle), and whether
 * somebody rehearses, which a banner says above.
 */
const CROWDS = [
  [0, 0, true],
  [0, 4, false],
  [0, 4, false, true],
  [0, 4, false, true, true],
  [1, 0, false],
  [1, 2, true],
  [6, 0, false],
  [6, 4, false],
  [12, 0, false],
  [12, 4, false],
  [40, 0, false],
] as const satisfies readonly [number, number, boolean, boolean?, boolean?][]
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

const BREAK = dayText('boardBreak', () => ({ time: '13.00' }))

/** In the middle of the working day or in its break, whatever the hour is in the hall. */
const atHours = (view: BoardView, isBreak: boolean): BoardView => ({
  ...view,
  hours: { ...view.hours, open: !isBreak, closing: false, words: null },
  notice: isBreak ? BREAK : null,
  lines: isBreak ? [BREAK] : [],
})

/** One board for all: another layout is another address, another screen another size. */
let page: Page
let hall: HallAnswer
let socket: WebSocketRoute | undefined
/** The first view that the server sent since the page was loaded. */
let real: { seq: number; view: BoardView; topic: string } | undefined
/** The page's time. */
let now = 0
let seq = 1_000

beforeAll(async () => {
  page = await (await browser.newContext()).newPage()
  await page.clock.install()
  await page.route('**/api/hall', (route) => route.fulfill({ json: hall }))
  await page.route('**/api/media/*', (route) => route.fulfill({ contentType: 'image/jpeg', body: picture }))
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
})

async function hang(
  query: string,
  viewport: { width: number; height: number },
  isLong: boolean,
): Promise<void> {
  const answer = (await (await fetch(`${house.url}/api/hall`)).json()) as HallAnswer
  hall = isLong ? withLongNames(answer) : answer
  real = undefined
  await page.setViewportSize(viewport)
  await page.clock.resume()
  await page.goto(`${house.url}/display/${query}&motion=none`)
  await page.locator('.hero, .list, .sign').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  // From now on only the test makes time pass: no page turns while it is checked.
  now = await page.evaluate(() => Date.now() + 1_000)
  await page.clock.pauseAt(now)
}

async function passes(ms: number): Promise<void> {
  await page.clock.runFor(ms)
  now += ms
}

/** Lets the page turn; sends a beat, as a board that hears nothing for twelve seconds would say so. */
async function turn(): Promise<void> {
  socket?.send(JSON.stringify({ type: 'beat', at: new Date(now).toISOString() }))
  await passes(8_000)
}

/** Shows this view; resolves when it is on the screen. */
async function show(change: (view: BoardView) => BoardView): Promise<void> {
  if (!socket || !real) throw new Error('The board has no connection')
  seq += 1
  const view = change(real.view)
  socket.send(JSON.stringify({ type: 'view', topic: real.topic, seq, at: new Date(now).toISOString(), view }))
  const wanted = (view.calls[0] ?? view.missed[0])?.number ?? null
  await page.waitForFunction((first) => {
    const numbers = [...document.querySelectorAll('.plate')].map((plate) => plate.textContent)
    return first === null
      ? numbers.length === 0
      : numbers.some((one) => one === first || one?.[0] === first[0])
  }, wanted)
  await passes(100)
}

/** This many calls of the counters that this layout shows; the first of each crowd has letters of its own. */
function crowd(layout: Layout, count: number, letter: string, status: BoardCall['status']): BoardCall[] {
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

const look = () =>
  page.evaluate(() => ({
    numbers: [...document.querySelectorAll('.plate')].map((plate) => plate.textContent ?? ''),
    lost: [...document.querySelectorAll('.row, .hero-called')]
      .filter((row) => row.querySelector('.plate-called') && !row.querySelector('.way'))
      .map((row) => row.textContent ?? ''),
    mark: document.querySelector('.turns')?.textContent ?? null,
  }))

const LETTERS = 'BCDEFGHJKLMNPQRSTUVWXYZ'
let nth = 0

/** As many who should come near, for the same counters. */
function asReady(calls: readonly BoardCall[]): BoardView['ready'] {
  const services = new Map(hall.counters.map(({ id, services: [first = ''] }) => [id, first]))
  return calls.map(({ number, counter }) => ({
    number: `W${number.slice(-4)}`,
    service: services.get(counter) ?? '',
  }))
}

/** Plays the table on the board and returns what was wrong, each with its place. */
async function play(layout: Layout): Promise<string[]> {
  const wrong: string[] = []
  for (const [count, missing, hasMedia, isBreak = false, rehearses = false] of CROWDS) {
    nth += 1
    const letter = LETTERS[nth % LETTERS.length] ?? ''
    const calls = crowd(layout, count, letter, 'called')
    const missed = crowd(layout, missing, `${letter}A`, 'missed')
    const media: BoardView['media'] = hasMedia ? [{ id: 'x1', kind: 'picture', seconds: 600 }] : []
    const ready = asReady([...calls, ...missed])
    await show((view) => ({
      ...atHours(view, isBreak),
      hall: { ...view.hall, clockOffset: rehearses ? 60 : 0 },
      calls,
      missed,
      ready,
      recent: [],
      media,
      announcement: null,
    }))
    const of = `${count} calls, ${missing} missed, media ${hasMedia}${isBreak ? ', break' : ''}${rehearses ? ', rehearsal' : ''}`
    const seen = new Set<string>()
    for (let at = 0, pages = 1; at < pages; at += 1) {
      if (at > 0) await turn()
      const [{ numbers, lost, mark }, faults] = await Promise.all([look(), faultsOn(page)])
      if (at === 0 && mark !== null) pages = Number(/\/(\d+)/.exec(mark)?.[1])
      for (const number of numbers) seen.add(number)
      if (layout === 'hall' || layout === 'corridor') faults.push(...lost.map((row) => `${row} has no arrow`))
      if (pages > 1 && !mark?.includes(`/${pages}`)) faults.push(`page ${at} has no mark`)
      wrong.push(...faults.map((fault) => `${of}: ${fault}`))
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

describe('[B10] a board cuts nothing off, leaves out nobody and no arrow, and shows that it turns pages', () => {
  it.each(TABLE)('%s on %s %s', async (layout, glass, language) => {
    for (const names of ['short', 'long']) {
      await hang(`${layouts[layout]}${language}`, glasses[glass], names === 'long')
      expect.soft([names, await play(layout)]).toEqual([names, []])
    }
  })
})
