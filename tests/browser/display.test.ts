// The board in a real browser against a real server: calls are seen, also many at once; old numbers are not shown as
// true; each announcement is spoken once, by the display that is asked to.
import { saysCut } from './cut-line.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Plan, takesVisitors } from '../../server/hall/plan.ts'
import { axeFaults, faultsOf, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { silence } from './silence.ts'
import { boardText, phoneText, standingText } from './words.ts'

const { browser, house, staff } = houseOfFile(openHouse, { pagesStay: true })
let wall: BrowserContext
/** The enrolled display of the whole hall. */
let page: Page

/** From the last test: somebody is already at the first one's counter. */
let tries = 0

const television = { viewport: { width: 1920, height: 1080 } }

async function hang(context: BrowserContext): Promise<Page> {
  await context.route('**/api/audio/**', (route) =>
    route.fulfill({ contentType: 'audio/wav', body: silence(0.1) }),
  )
  return context.newPage()
}

/**
 * As on a television that nobody touched. The browser's own rule cannot be tested: there, inspecting the page counts
 * as a touch.
 */
async function forbidSoundBeforeTouch(screen: Page): Promise<void> {
  await screen.addInitScript(() => {
    let touched = false
    addEventListener('click', () => (touched = true), true)
    const play = Reflect.get(HTMLMediaElement.prototype, 'play')
    HTMLMediaElement.prototype.play = function forbidden() {
      return touched ? play.call(this) : Promise.reject(new DOMException('no touch yet', 'NotAllowedError'))
    }
  })
}

beforeAll(async () => {
  wall = await browser.newContext(television)
  page = await hang(wall)
  await forbidSoundBeforeTouch(page)
  await page.goto(house.firstRun.enrol.display)
  await page.locator('.hero-empty').waitFor()
})

/** A board of one zone that nobody enrolled. */
async function boardOf(zone: string, language = 'id'): Promise<Page> {
  const context = await browser.newContext(television)
  const board = await hang(context)
  await board.goto(`${house.url}/display/?zone=${zone}&lang=${language}`)
  await board.locator('.hero').waitFor()
  return board
}

const heard = (id: string) =>
  page.waitForResponse((answer) => answer.url().includes(id) && answer.request().method() === 'POST')

describe('the sound', () => {
  it('waits for one touch where the browser forbids it, and then the call is heard', async () => {
    await staff.takeNumber(['dukcapil-kk'])
    const receipt = heard('/heard')
    const number = await staff.callAt('loket-1')
    const button = page.getByRole('button', { name: boardText('soundOn') })
    await button.waitFor()
    expect(await page.locator('.hero .plate-called').textContent()).toBe(number)
    await button.click()
    expect((await receipt).status()).toBe(200)
    await button.waitFor({ state: 'detached' })
  })

  it('is played by the speaker alone, a recall as another announcement', async () => {
    const mute = await boardOf('kependudukan')
    const played: string[] = []
    mute.on('request', (request) => {
      if (request.url().includes('/api/audio/')) played.push(request.url())
    })
    const receipt = heard('/heard')
    await staff.post('/api/counters/loket-1/recall')
    expect((await receipt).status()).toBe(200)
    expect(await mute.locator('.hero .plate-called').count()).toBe(1)
    expect(played).toEqual([])
    await mute.context().close()
  })
})

describe('a board', () => {
  it('shows a call with its counter and agency, in letters that carry through the room', async () => {
    const board = await boardOf('kependudukan')
    const hero = board.locator('.hero')
    expect(await hero.textContent()).toContain('Loket 1')
    expect(await hero.textContent()).toContain('Dinas Kependudukan dan Pencatatan Sipil')
    const sizes = await board.evaluate(() => {
      const size = (node: Element) => Number.parseFloat(getComputedStyle(node).fontSize) / innerHeight
      // The second language is small beside the first, for people nearby.
      const texts = [...document.querySelectorAll('.board *:not(.also):not(.row-note)')].filter((node) =>
        [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()),
      )
      const plate = document.querySelector('.hero .plate')
      return { number: plate ? size(plate) : 0, least: Math.min(...texts.map(size)) }
    })
    // A capital of this typeface is two thirds of its size high: 21 % of the height make 14 %.
    expect(sizes.number).toBeGreaterThanOrEqual(0.21)
    expect(sizes.least).toBeGreaterThan(0.0699)
    expect(await axeFaults(board)).toEqual([])
    await board.context().close()
  })

  it('speaks English if asked to, and says who is next and how many wait', async () => {
    const { number } = await staff.takeNumber(['dukcapil-ktp-pemula'])
    const board = await boardOf('kependudukan', 'en')
    expect(await board.locator('.hero').textContent()).toContain('Counter 1')
    expect(await board.locator('.strip').textContent()).toContain(number)
    expect(await board.getByRole('img', { name: boardText.en('waiting', { count: 1 }) }).count()).toBe(1)
    await board.context().close()
  })

  it('keeps everybody visible who is called at the same moment', async () => {
    const counters = [2, 8, 10, 11, 13, 14, 19, 23, 25].map((label) => `loket-${label}`)
    await staff.takeNumber(['dukcapil-kk'])
    for (const service of [
      'bpjskes-daftar',
      'bpjstk-jht-berhenti',
      'disnaker-ak1',
      'bpd-air',
      'pdam-bayar',
      'dpmptsp-nib-badan',
      'bpn-cek-sertipikat',
      'polres-skck-baru',
    ])
      await staff.takeNumber([service])
    const numbers = await Promise.all(counters.map((counter) => staff.callAt(counter)))
    // The numbers may stand in the queues before they are called.
    const called = page.locator('.plate-called')
    await expect.poll(() => called.allTextContents()).toEqual(expect.arrayContaining(numbers))
    const outside = await called.evaluateAll(
      (plates) =>
        plates.filter((plate) => {
          const { left, right, top, bottom } = plate.getBoundingClientRect()
          return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
        }).length,
    )
    expect(outside).toBe(0)
  })

  it('dims and says so when the server is gone, and shows the truth when it is back', async () => {
    await page.clock.install()
    await page.reload()
    await page.locator('.hero .plate-called').first().waitFor()
    await house.kill()
    await saysCut(page)
    await page.clock.fastForward(13_000)
    await page.locator('.board-stale').waitFor()
    expect(await page.getByText(standingText('stale')).count()).toBe(1)
    const dimmed = await page.locator('.body').evaluate((body) => Number(getComputedStyle(body).opacity))
    expect(dimmed).toBeLessThan(0.3)
    await house.start()
    await page.clock.runFor(3_000)
    await page.locator('.board:not(.board-stale)').waitFor()
    await page.locator('.hero .plate-called').first().waitFor()
    await staff.takeNumber(['dukcapil-kk'])
    await staff.post('/api/counters/loket-1/miss')
    const number = await staff.callAt('loket-1')
    // Large once it is announced; the calls of the test before may come first.
    await page.locator('.hero .plate-called', { hasText: number ?? '-' }).waitFor({ timeout: 60_000 })
  })

  it('hangs on a television that lacks what browsers learned after 2018', async () => {
    const context = await browser.newContext(television)
    await context.addInitScript(() => {
      const young: [of: object, names: string[]][] = [
        [
          window,
          'queueMicrotask AbortController AbortSignal structuredClone ResizeObserver IntersectionObserver globalThis BigInt WeakRef BroadcastChannel requestIdleCallback PointerEvent'.split(
            ' ',
          ),
        ],
        [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'toSorted', 'toReversed', 'with']],
        [String.prototype, ['replaceAll', 'matchAll', 'at', 'padStart', 'padEnd', 'trimStart', 'trimEnd']],
        [Object, ['fromEntries', 'entries', 'values', 'getOwnPropertyDescriptors', 'hasOwn']],
        [Promise, ['allSettled', 'any']],
        [Promise.prototype, ['finally']],
        [Element.prototype, ['append', 'prepend', 'replaceChildren', 'toggleAttribute', 'getAnimations']],
        [Crypto.prototype, ['randomUUID']],
      ]
      for (const [of, names] of young) for (const name of names) Reflect.deleteProperty(of, name)
    })
    const board = await context.newPage()
    const old = faultsOf(board)
    await board.goto(`${house.url}/display/?zone=kependudukan`)
    await board.locator('.hero .plate-called').waitFor()
    expect(old).toEqual([])
    await context.close()
  })

  it('[A13] visitors who asked for staff to come are not sent to the counter: nor by the phone', async () => {
    // In a zone where nobody else is called: there the call stays large.
    const { counters, services } = await staff.get<Plan>('/api/plan')
    const counter = counters.filter(({ zone }) => zone === 'kendaraan-pajak')[tries]
    tries += 1
    const service = services.find(({ id, phase }) => counter?.services.includes(id) && takesVisitors(phase))
    if (!counter || !service) throw new Error('no such zone')
    const desk = counter.name['id'] ?? ''
    const asked = { services: [service.id], comeToMe: true }
    const { visit } = await staff.post<{ visit: { id: string; token: string } }>('/api/visits', asked)
    await staff.post(`/api/counters/${counter.id}/open`)
    await staff.post(`/api/counters/${counter.id}/call`, { visit: visit.id })
    const board = await boardOf('kendaraan-pajak')
    const hero = board.locator('.hero', { hasText: desk })
    expect(await hero.textContent()).toContain(boardText('comes'))
    await board.goto(`${house.url}/display/?layout=counter:${counter.id}&lang=en`)
    await board.locator('.sign', { hasText: boardText.en('comes') }).waitFor()
    await board.goto(`${house.url}/t/${visit.token}`)
    const call = board.locator('.call', { hasText: `${phoneText('comes')} ${desk}` })
    await call.waitFor()
    expect(await call.textContent()).not.toContain(phoneText('goTo'))
    await board.context().close()
  })
})
