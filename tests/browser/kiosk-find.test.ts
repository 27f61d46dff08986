// Finding the right service at the kiosk, and what happens when nobody is there: the search with its own letters, the
// idle screen, the end of a visit, the server away, a kiosk that is none any more.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFaults, faultsOf, openBrowser, openHouse, type House } from './harness.ts'

let house: House
let browser: Browser
let page: Page
let faults: string[]

/** 20 mm on a 32-inch screen of 1080 × 1920, and on a 21.5-inch one of 1280 × 800, in CSS pixels. */
const TARGET = { standing: 55, lying: 55 }

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  const context = await browser.newContext({
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  faults = faultsOf(page)
  await page.goto(house.firstRun.enrol.kiosk)
  await page.locator('.shell-start .tile').first().waitFor()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

beforeEach(async () => {
  await page.setViewportSize({ width: 1080, height: 1920 })
  await page.goto(`${house.url}/kiosk/`)
  await page.locator('.shell-start .tile').first().waitFor()
})

const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().tap()
const key = (letter: string) =>
  page.locator('.keys').getByRole('button', { name: letter === ' ' ? /^Spa/ : letter, exact: letter !== ' ' })
const field = () => page.getByRole('textbox')
const firstFound = () => page.locator('.shell-search .tile').first()
const begun = () => page.getByRole('heading', { name: 'Selamat datang' })

async function search(word = 'Cari layanan'): Promise<void> {
  await tap(word)
  await page.locator('.keys').waitFor()
}

async function touchKeys(text: string): Promise<void> {
  for (const letter of text) await key(letter).tap()
}

/** Two fingers on the glass at once, as the browser gets them from the screen. */
async function twoFingers(...at: { x: number; y: number }[]): Promise<void> {
  const screen = await page.context().newCDPSession(page)
  const points = at.map((point, id) => ({ ...point, id }))
  await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points.slice(0, 1) })
  await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points })
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await screen.detach()
}

async function middleOf(selector: ReturnType<Page['locator']>): Promise<{ x: number; y: number }> {
  const box = await selector.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

describe('the search', () => {
  it('finds with mistakes what is typed on the glass, and leads to the check and back', async () => {
    await search()
    expect(await axeFaults(page)).toEqual([])
    await touchKeys('ktp ilang')
    await firstFound().filter({ hasText: 'KTP-el hilang atau rusak' }).waitFor()
    expect(await field().inputValue()).toBe('ktp ilang')
    expect(await page.getByRole('status').filter({ hasText: 'Layanan yang cocok' }).textContent()).toBe(
      'Layanan yang cocok: 1',
    )
    expect(await axeFaults(page)).toEqual([])
    await firstFound().tap()
    await page.getByRole('button', { name: 'Ambil nomor antrean' }).waitFor()
    await tap('Kembali')
    await firstFound().filter({ hasText: 'KTP-el hilang atau rusak' }).waitFor()
    await tap('Hapus')
    expect(await field().inputValue()).toBe('ktp ilan')
    await tap('Kosongkan')
    expect(await field().inputValue()).toBe('')
    await page.getByText('Ejaan bebas').waitFor()
  })

  it('finds in English, and says honestly what is still to come and where to go meanwhile', async () => {
    await tap('English')
    await search('Search')
    await touchKeys('pasport')
    await firstFound().filter({ hasText: 'New passport' }).waitFor()
    expect(await firstFound().textContent()).toMatch(
      /Coming on 1 Feb.*Until then: the nearest immigration office/,
    )
    expect(
      await page
        .locator('.shell-search .main')
        .getByRole('button', { name: /New passport/ })
        .count(),
    ).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await tap('Bahasa Indonesia')
    await firstFound().filter({ hasText: 'Paspor baru' }).waitFor()
  })

  it('says kindly that nothing was found, and leads to the agencies', async () => {
    await search()
    await touchKeys('xqzw')
    await page.getByRole('heading', { name: 'Maaf, “xqzw” tidak ditemukan' }).waitFor()
    expect(await page.locator('.main').textContent()).toContain('Resepsionis')
    expect(await axeFaults(page)).toEqual([])
    await tap('Menurut instansi')
    await page.getByRole('heading', { name: 'Pilih instansi' }).waitFor()
  })

  it('says so too when the server does not answer, and finds again when it does', async () => {
    await search()
    await page.route('**/api/search**', (route) => route.abort())
    await touchKeys('kk')
    await page.getByText('Peladen tidak menjawab').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.unroute('**/api/search**')
    await key(' ').tap()
    await firstFound().filter({ hasText: 'Kartu Keluarga baru' }).waitFor()
  })

  it('takes a real keyboard without a touch before, and never asks for the system’s', async () => {
    await search()
    await page.keyboard.type('akte lahir', { delay: 70 })
    await firstFound().filter({ hasText: 'Akta kelahiran' }).waitFor()
    await expect.poll(() => field().inputValue()).toBe('akte lahir')
    await page.keyboard.press('Backspace')
    await expect.poll(() => field().inputValue()).toBe('akte lahi')
    expect(await field().getAttribute('inputmode')).toBe('none')
  })

  it('takes two thumbs that overlap', async () => {
    await search()
    await twoFingers(await middleOf(key('k')), await middleOf(key('t')))
    await expect.poll(() => field().inputValue()).toBe('kt')
  })

  it('is worked by Tab and Enter alone', async () => {
    await search()
    await key('k').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await firstFound().filter({ hasText: 'Kartu Keluarga baru' }).waitFor()
    expect(await field().inputValue()).toBe('kk')
  })

  it.each([
    ['standing', 1080, 1920],
    ['lying', 1280, 800],
  ] as const)(
    'has keys for a thumb on a %s screen, and they cover nothing',
    async (screen, width, height) => {
      await page.setViewportSize({ width, height })
      await search()
      await touchKeys('kartu')
      await firstFound().waitFor()
      const box = await page.evaluate(() => {
        const rect = (selector: string) =>
          [...document.querySelectorAll(selector)].map((node) => node.getBoundingClientRect())
        const keys = rect('.key')
        const [first] = rect('.shell-search .tile')
        const [letters] = rect('.keys')
        const [tools] = rect('.tools')
        if (!first || !letters || !tools) throw new Error('the search has changed')
        const apart =
          first.bottom <= letters.top || first.top >= letters.bottom || first.right <= letters.left
        return {
          least: Math.min(...keys.flatMap((one) => [one.width, one.height])),
          apart,
          inside: letters.bottom <= tools.top && letters.right <= innerWidth && letters.left >= 0,
        }
      })
      expect(box.least).toBeGreaterThanOrEqual(TARGET[screen])
      expect([box.apart, box.inside]).toEqual([true, true])
    },
  )
})

describe('the ways', () => {
  it('say of an agency and of an event that is still to come when that is', async () => {
    await tap('Menurut peristiwa')
    const kua = page.getByRole('button', { name: /^Akan menikah di KUA/ })
    expect(await kua.textContent()).toContain('Segera hadir, 11 Jan')
    await tap('Kembali')
    await tap('Menurut instansi')
    expect(await page.getByRole('button', { name: /^Imigrasi/ }).textContent()).toContain(
      'Segera hadir, 1 Feb',
    )
    expect(await page.locator('.monogram').allTextContents()).toHaveLength(15)
    expect(new Set(await page.locator('.monogram').allTextContents()).size).toBe(15)
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('nobody there', () => {
  /** From now on time passes only when the test says so. */
  async function hold(): Promise<void> {
    await page.clock.install()
    await page.reload()
    await page.locator('.shell-start .tile').first().waitFor()
  }

  it('the start rests, a touch anywhere wakes it and presses nothing, nor does its second tap', async () => {
    await hold()
    const under = await middleOf(page.locator('.shell-start .tile').first())
    await page.clock.runFor(61_000)
    await page.locator('.attract').waitFor()
    expect(await axeFaults(page)).toEqual([])
    const words = await page.locator('.attract').textContent()
    for (const part of ['Mal Pelayanan Publik Karangasem', 'Sentuh untuk mulai', 'Touch to begin'])
      expect(words).toContain(part)
    await page.touchscreen.tap(under.x, under.y)
    await begun().waitFor()
    await page.touchscreen.tap(under.x, under.y)
    await page.clock.runFor(600)
    await page.locator('.shield').waitFor({ state: 'detached' })
    expect(await begun().isVisible()).toBe(true)
    // Where it is now: the queues may have come since, and moved it.
    const there = await middleOf(page.locator('.shell-start .tile').first())
    await page.touchscreen.tap(there.x, there.y)
    await page.getByRole('button', { name: 'Ambil nomor antrean' }).waitFor()
  })

  it('a key wakes it too', async () => {
    await hold()
    await page.clock.runFor(61_000)
    await page.locator('.attract').waitFor()
    await page.keyboard.press('Tab')
    await begun().waitFor()
    expect(await page.locator('.attract').count()).toBe(0)
  })

  it('its words move from minute to minute, so that nothing burns in', async () => {
    await hold()
    await page.clock.runFor(61_000)
    // Motion is reduced in this browser: it moves all the same.
    const places = await page.locator('.attract-words').evaluate((words) => {
      const [move] = words.getAnimations()
      return [0, 1, 2, 3, 4].map((minute) => {
        if (move) move.currentTime = minute * 60_000 + 30_000
        return getComputedStyle(words).transform
      })
    })
    expect(new Set(places).size).toBe(4)
    expect(places[4]).toBe(places[0])
  })

  it('an unfinished visit ends after a warning, and leaves no trace', async () => {
    await hold()
    await tap('English')
    await tap(/Display/)
    await tap('Large text')
    await tap('Close')
    await search('Search')
    await key('k').tap()
    await key('k').tap()
    await page.clock.runFor(46_000)
    await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.clock.runFor(16_000)
    await begun().waitFor()
    const root = page.locator('html')
    expect([await root.getAttribute('lang'), await root.getAttribute('data-text')]).toEqual(['id', null])
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await search()
    expect([await field().inputValue(), await page.locator('.shell-search .tile').count()]).toEqual(['', 0])
  })

  it('who only changed the language and left is forgotten with the rest', async () => {
    await hold()
    await tap('English')
    await page.getByRole('heading', { name: 'Welcome' }).waitFor()
    await page.clock.runFor(61_000)
    await page.locator('.attract').tap()
    await begun().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('id')
  })
})

describe('no way out', () => {
  it('neither by the menu, keys, dropped files, nor by the way back', async () => {
    await page.evaluate(() => {
      const kept: string[] = []
      for (const name of ['keydown', 'contextmenu', 'drop', 'auxclick'])
        addEventListener(name, (event) => {
          const what = event instanceof KeyboardEvent ? event.key : name
          if (!event.defaultPrevented) kept.push(what)
        })
      Object.assign(globalThis, { kept })
    })
    const keys = [
      'F5',
      'F11',
      'F12',
      'Control+p',
      'Control+r',
      'Control+Equal',
      'Control+Minus',
      'Alt+ArrowLeft',
    ]
    for (const one of keys) await page.keyboard.press(one)
    await page.locator('.heading').click({ button: 'right' })
    await page.locator('.heading').click({ button: 'middle' })
    await page.evaluate(() =>
      document.body.dispatchEvent(new Event('drop', { bubbles: true, cancelable: true })),
    )
    expect(await page.evaluate(() => (globalThis as unknown as { kept: string[] }).kept)).toEqual([])
    await tap('Menurut instansi')
    await page.evaluate(() => history.back())
    await page.waitForFunction(() => history.state === 'held')
    await page.evaluate(() => history.back())
    await page.waitForFunction(() => history.state === 'held')
    expect(await page.getByRole('heading', { name: 'Pilih instansi' }).isVisible()).toBe(true)
  })

  it('two fingers and Ctrl with the wheel do not zoom', async () => {
    const screen = await page.context().newCDPSession(page)
    await screen.send('Input.synthesizePinchGesture', { x: 540, y: 900, scaleFactor: 3 })
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    const prevented = await page.evaluate(
      () =>
        !document.body.dispatchEvent(
          new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true }),
        ),
    )
    expect(prevented).toBe(true)
  })

  it('nothing can be selected but in the field', async () => {
    await page.mouse.move(60, 200)
    await page.mouse.down()
    await page.mouse.move(900, 900, { steps: 5 })
    await page.mouse.up()
    expect(await page.evaluate(() => String(getSelection()))).toBe('')
  })
})

describe('one ticket', () => {
  it('comes of a double tap, of two fingers, and of taps while it is on its way', async () => {
    const keys: (string | undefined)[] = []
    await page.route('**/api/visits', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      // The others tap while this one is on its way.
      await new Promise((resolve) => {
        setTimeout(resolve, 300)
      })
      await route.continue()
    })
    await tap(/^Kartu Keluarga baru/)
    const button = page.getByRole('button', { name: 'Ambil nomor antrean' })
    const at = await middleOf(button)
    await twoFingers({ x: at.x - 80, y: at.y }, { x: at.x + 80, y: at.y })
    for (let taps = 0; taps < 3; taps += 1) await page.touchscreen.tap(at.x, at.y)
    await page.getByRole('heading', { name: 'Nomor antrean Anda' }).waitFor()
    await page.unroute('**/api/visits')
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(1)
  })
})

describe('the kiosk', () => {
  it('says plainly that it cannot give numbers while the server is away, and comes back alone', async () => {
    await page.evaluate(() => Object.assign(globalThis, { same: true }))
    await house.kill()
    const blocked = page.locator('.blocked')
    await blocked.waitFor({ timeout: 30_000 })
    expect(await blocked.textContent()).toContain('nomor belum dapat diambil')
    expect(await axeFaults(page)).toEqual([])
    await house.start()
    await blocked.waitFor({ state: 'detached', timeout: 30_000 })
    expect(await page.evaluate(() => (globalThis as { same?: boolean }).same)).toBe(true)
    await tap(/^Kartu Keluarga baru/)
    await page.getByRole('button', { name: 'Ambil nomor antrean' }).waitFor()
  })

  it('had no script error and nothing against its security policy', () => {
    expect(faults).toEqual([])
  })

  it('shows how it is enrolled once a manager took its enrolment back, even asleep', async () => {
    await page.clock.install()
    await page.reload()
    await page.locator('.shell-start .tile').first().waitFor()
    await page.clock.runFor(61_000)
    await page.locator('.attract').waitFor()
    await revokeKiosks()
    // It reports every minute, and is told then.
    await page.clock.runFor(61_000)
    await page.getByRole('heading', { name: 'Kios ini belum terdaftar' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.locator('.steps-how').textContent()).toContain('/manage/')
    expect(faults).toEqual([])
  })
})

/** What the manager does at the office. */
async function revokeKiosks(): Promise<void> {
  const session = await fetch(`${house.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(house.firstRun.manager),
  })
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { devices } = (await (await fetch(`${house.url}/api/devices`, { headers: { cookie } })).json()) as {
    devices: { id: string; kind: string }[]
  }
  for (const { id, kind } of devices) {
    if (kind === 'kiosk')
      await fetch(`${house.url}/api/devices/${id}`, { method: 'DELETE', headers: { cookie } })
  }
}
