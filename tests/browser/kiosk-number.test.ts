// From a chosen service to a number in the hand, in a real browser: the slip's truth on the screen, a number that
// outlives what happens around it, a slip before the scanner.
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFaults, openBrowser, openHouse, type House } from './harness.ts'
import { openKioskPage, type KioskPage } from './kiosk-page.ts'
import { signIn, type Staff } from './staff.ts'

let house: House
let browser: Browser
let staff: Staff
let kiosk: KioskPage

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  staff = await signIn(house)
  kiosk = await openKioskPage(browser, house)
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

beforeEach(() => kiosk.start())

const KK = /^Kartu Keluarga baru/
const shown = async () => (await kiosk.page.locator('.number .plate').textContent()) ?? ''

async function take(): Promise<void> {
  await kiosk.begin(KK)
  await kiosk.tap('Ambil nomor antrean')
  await kiosk.page.locator('.taken-step').waitFor()
}

describe('the slip on the number’s screen', () => {
  it('is followed from the printer into the hand, and the screen ends by itself', async () => {
    await kiosk.page.clock.install()
    await kiosk.start()
    kiosk.slip({ status: 'queued' })
    await take()
    await kiosk.page.getByText('Kertas sedang dicetak').waitFor()
    expect(await axeFaults(kiosk.page)).toEqual([])
    kiosk.slip({ status: 'printed' })
    await kiosk.page.getByText('Ambil kertas Anda').waitFor()
    expect(await axeFaults(kiosk.page)).toEqual([])
    await kiosk.page.clock.runFor(21_000)
    await kiosk.page.locator('.shell-start').waitFor()
  })

  it('says why it did not come out, prints again, and takes a note for an answer', async () => {
    await kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'ready', gives: true }])
    kiosk.slip({ status: 'failed', why: 'paper-out' })
    await take()
    await kiosk.page.getByText('Kertas habis.').waitFor()
    expect(await axeFaults(kiosk.page)).toEqual([])
    const again = kiosk.page.waitForRequest((request) => request.url().endsWith('/slip'))
    await kiosk.page.route('**/slip', (route) =>
      route.fulfill({ json: { slip: { status: 'queued', noted: false, printer: 'p', why: null } } }),
    )
    await kiosk.tap('Cetak lagi')
    await again
    await kiosk.page.getByText('Kertas sedang dicetak').waitFor()
    kiosk.slip({ status: 'failed', why: 'cover-open' })
    await kiosk.page.getByText('Tutup pencetak terbuka.').waitFor()
    const noted = kiosk.page.waitForRequest((request) => request.url().endsWith('/noted'))
    await kiosk.tap(/Sudah saya catat/)
    await noted
    await kiosk.page.locator('.shell-start').waitFor()
  })

  it('offers no second print where the printer gives none', async () => {
    await kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'paper-out', gives: false }])
    kiosk.slip({ status: 'failed', why: 'offline' })
    await take()
    await kiosk.page.getByText('Pencetak mati atau terputus.').waitFor()
    expect(await kiosk.page.getByRole('button', { name: 'Cetak lagi' }).count()).toBe(0)
  })

  it('shows the code of the phone page where there is one', async () => {
    kiosk.slip({ status: 'none' }, { url: 'https://antre.example/t/x' })
    await take()
    await kiosk.page.getByText('Pindai untuk mengikuti antrean di ponsel').waitFor()
    expect(await kiosk.page.locator('.phone-code img').getAttribute('src')).toMatch(
      /^\/api\/visits\/.+\/qr\.svg$/,
    )
    expect(await axeFaults(kiosk.page)).toEqual([])
  })

  it('of a number that nobody notes says what becomes of it before the screen goes', async () => {
    await kiosk.page.clock.install()
    await kiosk.start()
    kiosk.slip({ status: 'failed', why: 'timeout' })
    await take()
    const number = await shown()
    await passUntil(kiosk.page.getByText(`Nomor ${number} tersimpan, tetapi belum dipanggil`))
    expect(await axeFaults(kiosk.page)).toEqual([])
    await kiosk.page.locator('.number .plate').tap()
    await kiosk.page.getByText('Pencetak bermasalah.').waitFor()
    await passUntil(kiosk.page.locator('.shell-start'))
  })
})

/** Lets the page's time pass until that is there, a few seconds at once: its timers may begin a moment late. */
async function passUntil(there: Locator): Promise<void> {
  const step = async () => {
    await kiosk.page.clock.runFor(4_000)
    return there.isVisible()
  }
  await expect.poll(step, { timeout: 60_000, interval: 20 }).toBe(true)
}

describe('the number on the screen', () => {
  it('outlives the server’s restart and a reload, and is told as noted once the server is back', async () => {
    // A window of its own: another's clock is in the test's hands, and it forgets what a reload is.
    expect(kiosk.faults).toEqual([])
    kiosk = await openKioskPage(browser, house)
    await kiosk.start()
    await take()
    const number = await shown()
    await house.kill()
    await kiosk.page.getByText('Sambungan terputus').waitFor({ timeout: 20_000 })
    expect(await shown()).toBe(number)
    await house.start()
    await kiosk.page.reload()
    await kiosk.page.locator('.taken-step').waitFor()
    expect(await shown()).toBe(number)
    await house.kill()
    await kiosk.tap(/Sudah saya catat/)
    await kiosk.page.locator('.shell-start').waitFor()
    const noted = kiosk.page.waitForResponse((response) => response.url().endsWith('/noted') && response.ok())
    await house.start()
    await noted
    await kiosk.page.reload()
    await kiosk.page.locator('.shell-start').waitFor()
  })

  it('that was given while the kiosk was being loaded anew is shown, once, and nobody has another', async () => {
    const before = await staff.takeNumber(['dukcapil-kk'])
    const { page } = kiosk
    // The server has it; its answer finds nobody.
    const answered = new Promise<void>((given) => {
      void page.route('**/api/visits', (route) => void route.fetch().then(() => given()))
    })
    await kiosk.begin(KK)
    await kiosk.tap('Ambil nomor antrean')
    await answered
    await page.unroute('**/api/visits')
    await page.reload()
    await page.locator('.taken-step').waitFor()
    const after = await staff.takeNumber(['dukcapil-kk'])
    const numbers = [before.number, await shown(), after.number].map((number) => Number(number.slice(1)))
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2])
    await kiosk.tap(/Sudah saya catat/)
    await page.locator('.shell-start').waitFor()
    await page.reload()
    await page.locator('.shell-start').waitFor()
  })
})

describe('a slip before the scanner', () => {
  const scan = (token: string) => kiosk.scan(`https://antre.example/t/${token}`)

  it('shows where the visit stands, in both languages, and prints a copy', async () => {
    const { number, token } = await staff.takeNumber(['dukcapil-kk'])
    await kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'ready', gives: true }])
    await scan(token)
    await kiosk.page.getByRole('heading', { name: 'Kunjungan Anda' }).waitFor()
    expect(await shown()).toBe(number)
    expect(await axeFaults(kiosk.page)).toEqual([])
    await kiosk.tap('English')
    await kiosk.page.getByRole('heading', { name: 'Your visit' }).waitFor()
    expect(await axeFaults(kiosk.page)).toEqual([])
    const asked = kiosk.page.waitForResponse((response) => response.url().endsWith(`/${token}/slip`))
    await kiosk.tap('Print a copy')
    expect((await asked).status()).toBe(200)
    kiosk.slip({ status: 'printed' })
    await kiosk.page.getByText('Take your slip').waitFor()
  })

  it('gives the number back after a second thought, and shows another’s in its place', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const other = await staff.takeNumber(['dukcapil-kk'])
    await scan(token)
    await kiosk.tap('Batalkan nomor saya')
    expect(await axeFaults(kiosk.page)).toEqual([])
    await kiosk.tap('Tidak, tetap antre')
    await kiosk.tap('Batalkan nomor saya')
    await kiosk.tap('Ya, batalkan')
    await kiosk.page.getByText('Nomor ini sudah selesai').waitFor()
    await scan(other.token)
    await kiosk.page.getByRole('button', { name: 'Batalkan nomor saya' }).waitFor()
    expect(await shown()).toBe(other.number)
    await kiosk.tap('Kembali')
    await kiosk.page.locator('.shell-start').waitFor()
  })

  it.each(['https://antre.example/t/xxxxxxxxxxxxxxxxxxxxxx', 'WIFI:S:mal;T:WPA;P:rahasia;;'])(
    'that is unknown gets clear words (%s)',
    async (code) => {
      await kiosk.scan(code)
      await kiosk.page.getByRole('heading', { name: 'Kode ini tidak dikenal' }).waitFor()
      expect(await axeFaults(kiosk.page)).toEqual([])
    },
  )

  it('of yesterday is no longer valid, and offers nothing', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    kiosk.slip({ status: 'printed' }, { day: '2026-01-05' })
    await scan(token)
    await kiosk.page.getByText('Nomor 5 Jan ini tidak berlaku lagi. Silakan ambil nomor baru.').waitFor()
    expect(await kiosk.page.getByRole('button', { name: 'Batalkan nomor saya' }).count()).toBe(0)
    expect(await axeFaults(kiosk.page)).toEqual([])
  })

  it('presses no button, and waits while a number is on the screen', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    await kiosk.page.getByRole('button', { name: KK }).focus()
    await scan(token)
    await kiosk.page.getByRole('heading', { name: 'Kunjungan Anda' }).waitFor()
    await kiosk.tap('Kembali')
    await take()
    const number = await shown()
    await scan(token)
    expect(await shown()).toBe(number)
  })
})

it('no script failed, and nothing went against the security policy', () => {
  expect(kiosk.faults).toEqual([])
})
