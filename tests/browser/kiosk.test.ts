// The kiosk in a real browser against a real server: what a visitor does with a finger, and what must not go wrong.
import { houseOfFile } from './house.ts'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goHome, loadKiosk, tap as tapOn } from './kiosk-page.ts'
import { axeFaults, openHouse } from './harness.ts'
import { kioskText, problemText } from './words.ts'

const { browser, house, staff } = houseOfFile(openHouse, { pagesStay: true })
/** One enrolled kiosk, as one window of a browser that keeps its cookie. */
let page: Page
/** Every body that was sent for a number, with its key. */
let sent: { key: string | undefined; body: { services: string[]; missing: string[]; priority: boolean } }[]

beforeAll(async () => {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true })
  page = await context.newPage()
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${house.url}/api/visits`) {
      sent.push({ key: request.headers()['idempotency-key'], body: request.postDataJSON() })
    }
  })
  await page.goto(house.firstRun.enrol.kiosk)
  await page.getByRole('heading', { name: kioskText('welcome') }).waitFor()
})

beforeEach(async () => {
  await goHome(page, house)
  // Not before: what the test before left unanswered is asked once more.
  sent = []
})

const tap = (name: string | RegExp) => tapOn(page, name)
const numberShown = async () => (await page.locator('.number .plate').textContent()) ?? ''

/** `A005` after `A004`. */
function following(number: string): string {
  const letters = number.replace(/\d/g, '')
  return letters + String(Number(number.slice(letters.length)) + 1).padStart(3, '0')
}

describe('a number', () => {
  it('is two taps away from the start, in Indonesian', async () => {
    await tap(/^Kartu Keluarga baru/)
    expect(await axeFaults(page)).toEqual([])
    await tap(kioskText('takeNumber'))
    await page.getByRole('heading', { name: kioskText('yourNumber') }).waitFor()
    expect(await numberShown()).toMatch(/^A\d{3}$/)
    expect(await page.locator('.taken-step').textContent()).toContain('Lantai 1, sebelah kiri pintu masuk')
    expect(await axeFaults(page)).toEqual([])
    await tap(kioskText('noted'))
    await page.getByRole('heading', { name: kioskText('welcome') }).waitFor()
  })

  it('is taken in English by the office, and the next visitor begins in Indonesian', async () => {
    await tap(kioskText.en('languageName'))
    await tap(kioskText.en('byAgency'))
    await tap(/^Dukcapil/)
    await tap(/^Lost or damaged ID card/)
    await tap(kioskText.en('priority'))
    await tap(kioskText.en('takeNumber'))
    await page.getByRole('heading', { name: kioskText.en('yourNumber') }).waitFor()
    expect(await numberShown()).toMatch(/^B\d{3}$/)
    expect(sent[0]?.body).toMatchObject({ services: ['dukcapil-ktp-ganti'], priority: true, language: 'en' })
    await tap(kioskText.en('noted'))
    await page.getByRole('heading', { name: kioskText('welcome') }).waitFor()
  })

  it('is one for all services of a life event, and what is missing goes with it', async () => {
    await tap(kioskText('byEvent'))
    expect(await axeFaults(page)).toEqual([])
    await tap(/^Baru menikah/)
    await page
      .getByRole('button', { name: /^Bukti|^Pendaftaran JKN/ })
      .first()
      .tap()
    await tap(kioskText('proceedWith', { count: 2 }))
    await page.locator('.paper-button').nth(0).tap()
    expect(await axeFaults(page)).toEqual([])
    await tap(kioskText('takeNumber'))
    await page.locator('.taken-step').nth(1).waitFor()
    const { services, missing } = sent[0]?.body ?? { services: [], missing: [] }
    expect([services, missing.length]).toEqual([['dukcapil-akta-kawin', 'dukcapil-kk'], 1])
    expect(await page.locator('.taken-step').nth(1).textContent()).toContain(
      kioskText('after', { service: 'Akta perkawinan' }),
    )
  })

  it('gets the service in front that issues a missing paper', async () => {
    await tap(kioskText('byAgency'))
    await tap(/^BPJS Kesehatan/)
    await tap(/^Pendaftaran JKN peserta mandiri (?!Dukcapil|BPJS)/)
    await page.getByRole('button', { name: new RegExp(`^Kartu Keluarga.*${kioskText('lacking')}`) }).tap()
    await tap(kioskText('addFirst'))
    await tap(kioskText('takeNumber'))
    await page.locator('.taken-step').nth(1).waitFor()
    expect(sent[0]?.body.services).toEqual(['dukcapil-kk', 'bpjskes-daftar'])
  })
})

describe('one ticket', () => {
  it('comes of two taps at once', async () => {
    const { number: before } = await staff.takeNumber(['dukcapil-kk'])
    await tap(/^Kartu Keluarga baru/)
    await page.getByRole('button', { name: kioskText('takeNumber') }).evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    await page.locator('.taken-step').waitFor()
    expect(await numberShown()).toBe(following(before))
    expect((await staff.takeNumber(['dukcapil-kk'])).number).toBe(following(await numberShown()))
  })

  it('comes of an answer that was lost on the way', async () => {
    let lost = 0
    await page.route('**/api/visits', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort()
    })
    await tap(/^Kartu Keluarga baru/)
    await tap(kioskText('takeNumber'))
    await page.locator('.taken-step').waitFor()
    await page.unroute('**/api/visits')
    const keys = new Set(sent.map(({ key }) => key))
    expect([lost, sent.length, keys.size]).toEqual([1, 2, 1])
    expect((await staff.takeNumber(['dukcapil-kk'])).number).toBe(following(await numberShown()))
  })
})

describe('a service that closes', () => {
  const close = (status: 'paused' | 'open') =>
    staff.revise((plan) => {
      const service = plan.services.find(({ id }) => id === 'dukcapil-ktp-ganti')
      if (!service) throw new Error('the sample hall has changed')
      service.phase =
        status === 'open'
          ? { status }
          : { status, until: null, reason: { id: 'Mesin cetak rusak', en: 'The printer broke' } }
    })

  async function chooseTwo(): Promise<void> {
    await tap(/^Kartu Keluarga baru/)
    await tap(kioskText('addMore'))
    await tap(kioskText('byAgency'))
    await tap(/^Dukcapil/)
    await tap(/^KTP-el hilang atau rusak/)
  }

  it('says so before the tap, and the rest of the choice goes on', async () => {
    await chooseTwo()
    await close('paused')
    await page.locator('.step-off', { hasText: 'Mesin cetak rusak' }).waitFor()
    expect(await page.getByRole('button', { name: kioskText('takeNumber') }).isDisabled()).toBe(true)
    expect(await axeFaults(page)).toEqual([])
    await tap(kioskText('goOnWithout'))
    await tap(kioskText('takeNumber'))
    await page.locator('.taken-step').waitFor()
    expect(sent.map(({ body }) => body.services)).toEqual([['dukcapil-kk']])
    await close('open')
  })

  it('is named when it closed between the look and the tap', async () => {
    // From now on the kiosk gets nothing new: it uses what it saw last.
    await page.routeWebSocket('**/api/live**', (socket) => {
      const server = socket.connectToServer()
      let views = 0
      server.onMessage((message) => {
        views += String(message).includes('"view"') ? 1 : 0
        if (views === 1 || !String(message).includes('"view"')) socket.send(message)
      })
    })
    await page.reload()
    await chooseTwo()
    await close('paused')
    await tap(kioskText('takeNumber'))
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.textContent()).toContain('KTP-el hilang atau rusak')
    expect(await axeFaults(page)).toEqual([])
    await tap(kioskText('goOnWithout'))
    await tap(kioskText('takeNumber'))
    await page.locator('.taken-step').waitFor()
    expect(sent.at(-1)?.body.services).toEqual(['dukcapil-kk'])
    await close('open')
    await page.unrouteAll()
    await loadKiosk(page, house)
  })
})

describe('the kiosk', () => {
  it('keeps the choice while the server is down, and takes one number when it is back', async () => {
    await tap(/^Kartu Keluarga baru/)
    await house.kill()
    await tap(kioskText('takeNumber'))
    await page.getByRole('alert').waitFor({ timeout: 20_000 })
    expect(await page.getByRole('alert').textContent()).toContain(kioskText('silence'))
    await house.start()
    await tap(kioskText('retrySame'))
    await page.locator('.taken-step').waitFor()
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect((await staff.takeNumber(['dukcapil-kk'])).number).toBe(following(await numberShown()))
  })

  it('goes back to its start when nobody touches it, and forgets who was there', async () => {
    await page.clock.install()
    await page.reload()
    await tap(kioskText.en('languageName'))
    await tap(/^New family card/)
    await tap(kioskText.en('priority'))
    await page.clock.runFor(46_000)
    await page.getByRole('dialog', { name: kioskText.en('stillThere') }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.clock.runFor(21_000)
    await page.getByRole('heading', { name: kioskText('welcome') }).waitFor()
    expect(await page.locator('.actions').count()).toBe(0)
    await tap(/^Kartu Keluarga baru/)
    const priority = page.getByRole('button', { name: kioskText('priority') })
    expect(await priority.getAttribute('aria-pressed')).toBe('false')
  })

  it('shows how it is enrolled where nobody did so, and why an old link does not work', async () => {
    const stranger = await browser.newContext()
    const other = await stranger.newPage()
    await other.goto(`${house.url}/kiosk/?enrol=${'x'.repeat(43)}`)
    await other.getByRole('heading', { name: kioskText('enrolTitle') }).waitFor()
    expect(await other.getByRole('alert').textContent()).toContain(problemText('bad-token'))
    expect(other.url()).toBe(`${house.url}/kiosk/`)
    expect(await axeFaults(other)).toEqual([])
    await stranger.close()
  })
})
