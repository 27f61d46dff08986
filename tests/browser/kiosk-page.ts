// What tests of the kiosk's number share: a kiosk's window whose live views can be changed on their way, as a printer
// or an older view would change them.
import type { Browser, BrowserContextOptions, Page, WebSocketRoute } from 'playwright-core'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { beforeAll } from 'vitest'
import { type House, openHouse } from './harness.ts'
import { type FileHouse, houseOfFile } from './house.ts'
import { scan } from './scanner.ts'
import { begins, kioskText } from './words.ts'

export interface KioskPage {
  page: Page
  tap(name: string | RegExp): Promise<void>
  /** Types like a scanner: all at once, Enter at the end unless something else is. */
  scan(text: string, end?: 'Enter' | 'Tab' | ''): Promise<() => Promise<void>>
  /** From now on every view of the visit's topic has this slip; the newest is sent again. */
  slip(slip: Partial<VisitView['visit']['slip']> | null, more?: object): void
  /** From now on the kiosk's view has these printers. */
  printers(make: (device: string) => object[]): Promise<void>
  /** From now on the kiosk gets no new view of the hall: it uses the last one. */
  freeze(on: boolean): void
  /** Takes a number for `services`, from the start. */
  begin(...services: RegExp[]): Promise<void>
  /** As the next visitor finds it, and with nothing changed on its way. */
  start(): Promise<void>
  /** The same by a new page: all of it has a clock that was installed, and the plan as it is now. */
  load(): Promise<void>
}

interface Seen {
  socket: WebSocketRoute
  message: { topic: string; view: KioskView & VisitView }
}

export async function openKioskPage(
  browser: Browser,
  house: House,
  viewport = { width: 1080, height: 1920 },
  more: BrowserContextOptions = {},
): Promise<KioskPage> {
  const context = await browser.newContext({ viewport, hasTouch: true, reducedMotion: 'reduce', ...more })
  const page = await context.newPage()
  let slipNow: object | null = null
  let visitNow: object = {}
  let printersNow: object[] | null = null
  let frozen = false
  const seen = new Map<string, Seen>()

  function forward({ socket, message }: Seen): void {
    const view = structuredClone(message.view)
    if (message.topic.startsWith('visit:') && slipNow) {
      Object.assign(view.visit, visitNow)
      Object.assign(view.visit.slip, slipNow)
    }
    if (message.topic === 'kiosk' && printersNow) Object.assign(view, { printers: printersNow })
    socket.send(JSON.stringify({ ...message, view }))
  }
  function again(prefix: string): void {
    for (const [topic, one] of seen) if (topic.startsWith(prefix)) forward(one)
  }

  await page.routeWebSocket('**/api/live**', (socket) => {
    socket.connectToServer().onMessage((text) => {
      const message = JSON.parse(String(text)) as Seen['message'] & { type: string }
      if (message.type !== 'view') return socket.send(text)
      if (frozen && message.topic === 'kiosk' && seen.has('kiosk')) return
      seen.set(message.topic, { socket, message })
      forward({ socket, message })
    })
  })
  await page.goto(house.firstRun.enrol.kiosk)
  await page.locator('.shell-start').waitFor()

  async function load(): Promise<void> {
    slipNow = null
    visitNow = {}
    printersNow = null
    frozen = false
    seen.clear()
    await loadKiosk(page, house)
  }

  return {
    page,
    tap: (name) => tap(page, name),
    scan: (text, end) => scan(page, text, end),
    slip(slip, more = {}) {
      slipNow = slip
      visitNow = more
      again('visit:')
    },
    async printers(make) {
      const self = await page.evaluate(async () => (await fetch('/api/devices/self?kind=kiosk')).json())
      printersNow = make((self as { device: { id: string } }).device.id)
      again('kiosk')
    },
    freeze: (on) => void (frozen = on),
    async begin(...services) {
      for (const [place, service] of services.entries()) {
        if (place > 0) await tap(page, kioskText('addMore'))
        await tap(page, service)
      }
    },
    load,
    async start() {
      // What the page was told of these stands on it until it is told otherwise.
      if (printersNow !== null || frozen) return load()
      slipNow = null
      visitNow = {}
      await goHome(page, house)
      for (const topic of seen.keys()) if (topic.startsWith('visit:')) seen.delete(topic)
    },
  }
}

/** A hall with one kiosk for all tests of a file, and a member of the staff; there from `beforeAll` on. */
export function kioskOfFile(): FileHouse<House> & { kiosk: KioskPage } {
  const all = houseOfFile(openHouse, { pagesStay: true })
  const withKiosk = { ...all, kiosk: {} as KioskPage }
  beforeAll(async () => {
    withKiosk.kiosk = await openKioskPage(all.browser, all.house)
  })
  return withKiosk
}

/** Back to the start as the next visitor finds it: by the way out that is there, else by a new page, which costs much more. */
export async function goHome(page: Page, house: House): Promise<void> {
  if (await isFresh(page)) return
  const named = (key: 'startOver' | 'noted' | 'finish') =>
    page.getByRole('button', { name: kioskText.either(key) })
  const out = named('startOver').or(named('noted')).or(named('finish')).first()
  if ((await page.getByRole('dialog').count()) === 0 && (await out.isVisible())) {
    await out.tap()
    await page.locator('.shell-start').waitFor()
  }
  if (!(await isFresh(page))) await loadKiosk(page, house)
}

export async function loadKiosk(page: Page, house: House): Promise<void> {
  await page.goto(`${house.url}/kiosk/`)
  await page.locator('.shell-start .tile').first().waitFor()
}

/** Whether it stands at its start and nothing is left of a visitor. */
const isFresh = (page: Page) =>
  page.evaluate(() => {
    const { dataset, lang } = document.documentElement
    const left = '.actions, .blocked, .shield, .scan-word > *, [role="dialog"]'
    return (
      lang === 'id' &&
      Object.keys(dataset).length === 0 &&
      document.querySelector('.shell-start .tile') !== null &&
      document.querySelector(left) === null
    )
  })

/** Touches the first button whose name begins like this: some go on with a hint. */
export const tap = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name: begins(name) })
    .first()
    .tap()
