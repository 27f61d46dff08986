// The kiosk in a real browser against a real server: what a visitor does with a finger, and what must not go wrong.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFaults, faultsOf, openBrowser, openHouse, type House } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

let house: House
let browser: Browser
let staff: Staff
/** One enrolled kiosk, as one window of a browser that keeps its cookie. */
let page: Page
let faults: string[]
/** Every body that was sent for a number, with its key. */
let sent: { key: string | undefined; body: { services: string[]; missing: string[]; priority: boolean } }[]

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  staff = await signIn(house)
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true })
  page = await context.newPage()
  faults = faultsOf(page)
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${house.url}/api/visits`) {
      sent.push({ key: request.headers()['idempotency-key'], body: request.postDataJSON() })
    }
  })
  await page.goto(house.firstRun.enrol.kiosk)
  await page.getByRole('heading', { name: 'Selamat datang' }).waitFor()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

beforeEach(async () => {
  sent = []
  await page.goto(`${house.url}/kiosk/`)
  await page.getByRole('button', { name: 'Menurut instansi' }).waitFor()
})

const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().tap()
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
    await tap('Ambil nomor antrean')
    await page.getByRole('heading', { name: 'Nomor antrean Anda' }).waitFor()
    expect(await numberShown()).toMatch(/^A\d{3}$/)
    expect(await page.locator('.taken-step').textContent()).toContain('Lantai 1, sebelah kiri pintu masuk')
    expect(await axeFaults(page)).toEqual([])
    await tap(/Sudah saya catat/)
    await page.getByRole('heading', { name: 'Selamat datang' }).waitFor()
  })

  it('is taken in English by the office, and the next visitor begins in Indonesian', async () => {
    await tap('English')
    await tap('By agency')
    await tap(/^Dukcapil/)
    await tap(/^Lost or damaged ID card/)
    await tap('I am entitled to priority')
    await tap('Take a number')
    await page.getByRole('heading', { name: 'Your number' }).waitFor()
    expect(await numberShown()).toMatch(/^B\d{3}$/)
    expect(sent[0]?.body).toMatchObject({ services: ['dukcapil-ktp-ganti'], priority: true, language: 'en' })
    await tap(/I have noted it/)
    await page.getByRole('heading', { name: 'Selamat datang' }).waitFor()
  })

  it('is one for all services of a life event, and what is missing goes with it', async () => {
    await tap('Menurut peristiwa')
    expect(await axeFaults(page)).toEqual([])
    await tap(/^Baru menikah/)
    await page
      .getByRole('button', { name: /^Bukti|^Pendaftaran JKN/ })
      .first()
      .tap()
    await tap(/^Lanjut dengan 2 layanan/)
    await page.locator('.paper-button').nth(0).tap()
    expect(await axeFaults(page)).toEqual([])
    await tap('Ambil nomor antrean')
    await page.locator('.taken-step').nth(1).waitFor()
    const { services, missing } = sent[0]?.body ?? { services: [], missing: [] }
    expect([services, missing.length]).toEqual([['dukcapil-akta-kawin', 'dukcapil-kk'], 1])
    expect(await page.locator('.taken-step').nth(1).textContent()).toContain('Setelah Akta perkawinan')
  })

  it('gets the service in front that issues a missing paper', async () => {
    await tap('Menurut instansi')
    await tap(/^BPJS Kesehatan/)
    await tap(/^Pendaftaran JKN peserta mandiri (?!Dukcapil|BPJS)/)
    await page.getByRole('button', { name: /^Kartu Keluarga.*Belum punya/ }).tap()
    await tap('Tambahkan dan dahulukan')
    await tap('Ambil nomor antrean')
    await page.locator('.taken-step').nth(1).waitFor()
    expect(sent[0]?.body.services).toEqual(['dukcapil-kk', 'bpjskes-daftar'])
  })
})

describe('one ticket', () => {
  it('comes of two taps at once', async () => {
    const { number: before } = await staff.takeNumber(['dukcapil-kk'])
    await tap(/^Kartu Keluarga baru/)
    await page.getByRole('button', { name: 'Ambil nomor antrean' }).evaluate((button: HTMLElement) => {
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
    await tap('Ambil nomor antrean')
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
    await tap('Tambah layanan lain')
    await tap('Menurut instansi')
    await tap(/^Dukcapil/)
    await tap(/^KTP-el hilang atau rusak/)
  }

  it('says so before the tap, and the rest of the choice goes on', async () => {
    await chooseTwo()
    await close('paused')
    await page.locator('.step-off', { hasText: 'Mesin cetak rusak' }).waitFor()
    expect(await page.getByRole('button', { name: 'Ambil nomor antrean' }).isDisabled()).toBe(true)
    expect(await axeFaults(page)).toEqual([])
    await tap('Lanjut tanpa layanan ini')
    await tap('Ambil nomor antrean')
    await page.locator('.taken-step').waitFor()
    expect(sent.map(({ body }) => body.services)).toEqual([['dukcapil-kk']])
    await close('open')
  })

  it('is named when it closed between the look and the tap', async () => {
    // From now on the kiosk hears nothing new: it taps for what it saw last.
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
    await tap('Ambil nomor antrean')
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.textContent()).toContain('KTP-el hilang atau rusak')
    expect(await axeFaults(page)).toEqual([])
    await tap('Lanjut tanpa layanan ini')
    await tap('Ambil nomor antrean')
    await page.locator('.taken-step').waitFor()
    expect(sent.at(-1)?.body.services).toEqual(['dukcapil-kk'])
    await close('open')
    await page.unrouteAll()
  })
})

describe('the kiosk', () => {
  it('keeps the choice while the server is down, and takes one number when it is back', async () => {
    await tap(/^Kartu Keluarga baru/)
    await house.kill()
    await tap('Ambil nomor antrean')
    await page.getByRole('alert').waitFor({ timeout: 20_000 })
    expect(await page.getByRole('alert').textContent()).toContain('Sistem belum menjawab')
    await house.start()
    await tap('Coba lagi')
    await page.locator('.taken-step').waitFor()
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect((await staff.takeNumber(['dukcapil-kk'])).number).toBe(following(await numberShown()))
  })

  it('goes back to its start when nobody touches it, and forgets who was there', async () => {
    await page.clock.install()
    await page.reload()
    await tap('English')
    await tap(/^New family card/)
    await tap('I am entitled to priority')
    await page.clock.runFor(46_000)
    await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.clock.runFor(21_000)
    await page.getByRole('heading', { name: 'Selamat datang' }).waitFor()
    expect(await page.locator('.actions').count()).toBe(0)
    await tap(/^Kartu Keluarga baru/)
    const priority = page.getByRole('button', { name: 'Saya berhak didahulukan' })
    expect(await priority.getAttribute('aria-pressed')).toBe('false')
  })

  it('shows how it is enrolled where nobody did so, and why an old link does not work', async () => {
    const stranger = await browser.newContext()
    const other = await stranger.newPage()
    await other.goto(`${house.url}/kiosk/?enrol=${'x'.repeat(43)}`)
    await other.getByRole('heading', { name: 'Kios ini belum terdaftar' }).waitFor()
    expect(await other.getByRole('alert').textContent()).toContain('Mintalah tautan baru')
    expect(other.url()).toBe(`${house.url}/kiosk/`)
    expect(await axeFaults(other)).toEqual([])
    await stranger.close()
  })

  it('had no script error and nothing against its security policy', () => {
    expect(faults).toEqual([])
  })
})
