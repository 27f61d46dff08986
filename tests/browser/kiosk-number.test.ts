// From a chosen service to a number in the hand, in a real browser: the screen tells the truth about the slip, a
// number outlives what happens around it, a slip is scanned.
import { saysCut } from './cut-line.ts'
import type { Locator } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { axeFaults } from './harness.ts'
import { kioskOfFile, openKioskPage } from './kiosk-page.ts'
import { kioskText, sharedText } from './words.ts'

const all = kioskOfFile()

beforeEach(() => all.kiosk.start())

const KK = /^Kartu Keluarga baru/
const shown = async () => (await all.kiosk.page.locator('.number .plate').textContent()) ?? ''

async function take(): Promise<void> {
  await all.kiosk.begin(KK)
  await all.kiosk.tap(kioskText('takeNumber'))
  await all.kiosk.page.locator('.taken-step').waitFor()
}

describe('the slip on the number’s screen', () => {
  it('is followed from the printer into the hand, and the screen ends by itself', async () => {
    await all.kiosk.page.clock.install()
    await all.kiosk.load()
    all.kiosk.slip({ status: 'queued' })
    await take()
    await all.kiosk.page.getByText(kioskText('slip.coming')).waitFor()
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    all.kiosk.slip({ status: 'printed' })
    await all.kiosk.page.getByText(kioskText('slip.paper')).waitFor()
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    await all.kiosk.page.clock.runFor(21_000)
    await all.kiosk.page.locator('.shell-start').waitFor()
  })

  it('says why it did not come out, prints again, and takes a note for an answer', async () => {
    await all.kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'ready', gives: true }])
    all.kiosk.slip({ status: 'failed', why: 'paper-out' })
    await take()
    await all.kiosk.page.getByText(kioskText('paperOut')).waitFor()
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    const again = all.kiosk.page.waitForRequest((request) => request.url().endsWith('/slip'))
    await all.kiosk.page.route('**/slip', (route) =>
      route.fulfill({ json: { slip: { status: 'queued', noted: false, printer: 'p', why: null } } }),
    )
    await all.kiosk.tap(kioskText('printAgain'))
    await again
    await all.kiosk.page.getByText(kioskText('slip.coming')).waitFor()
    all.kiosk.slip({ status: 'failed', why: 'cover-open' })
    await all.kiosk.page.getByText(kioskText('coverOpen')).waitFor()
    const noted = all.kiosk.page.waitForRequest((request) => request.url().endsWith('/noted'))
    await all.kiosk.tap(kioskText('noted'))
    await noted
    await all.kiosk.page.locator('.shell-start').waitFor()
  })

  it('offers no second print where the printer gives none', async () => {
    await all.kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'paper-out', gives: false }])
    all.kiosk.slip({ status: 'failed', why: 'offline' })
    await take()
    await all.kiosk.page.getByText(kioskText('printerOff')).waitFor()
    expect(await all.kiosk.page.getByRole('button', { name: kioskText('printAgain') }).count()).toBe(0)
  })

  it('shows the code of the phone page where there is one', async () => {
    all.kiosk.slip({ status: 'none' }, { url: 'https://antre.example/t/x' })
    await take()
    await all.kiosk.page.getByText(kioskText('scan')).waitFor()
    expect(await all.kiosk.page.locator('.phone-code img').getAttribute('src')).toMatch(
      /^\/api\/visits\/.+\/qr\.svg$/,
    )
    expect(await axeFaults(all.kiosk.page)).toEqual([])
  })

  it('says what happens to a number that nobody notes, before the screen goes', async () => {
    await all.kiosk.page.clock.install()
    await all.kiosk.load()
    all.kiosk.slip({ status: 'failed', why: 'timeout' })
    await take()
    const number = await shown()
    await passUntil(all.kiosk.page.getByText(kioskText('endKept', { number })))
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    await all.kiosk.page.locator('.number .plate').tap()
    await all.kiosk.page.getByText(kioskText('printerFault')).waitFor()
    await passUntil(all.kiosk.page.locator('.shell-start'))
  })
})

/** Lets the page's time pass until that appears, a few seconds at once: its timers may begin a moment late. */
async function passUntil(there: Locator): Promise<void> {
  const step = async () => {
    await all.kiosk.page.clock.runFor(4_000)
    return there.isVisible()
  }
  await expect.poll(step, { timeout: 60_000, interval: 20 }).toBe(true)
}

describe('the number on the screen', () => {
  it('outlives the server’s restart and a reload, and is told as noted once the server is back', async () => {
    // A window of its own: another's clock is in the test's hands, and it forgets what a reload is.
    all.kiosk = await openKioskPage(all.browser, all.house)
    await take()
    const number = await shown()
    await all.house.kill()
    await saysCut(all.kiosk.page)
    expect(await shown()).toBe(number)
    await all.house.start()
    await all.kiosk.page.reload()
    await all.kiosk.page.locator('.taken-step').waitFor()
    expect(await shown()).toBe(number)
    await all.house.kill()
    await all.kiosk.tap(kioskText('noted'))
    await all.kiosk.page.locator('.shell-start').waitFor()
    const noted = all.kiosk.page.waitForResponse(
      (response) => response.url().endsWith('/noted') && response.ok(),
    )
    await all.house.start()
    await noted
    await all.kiosk.page.reload()
    await all.kiosk.page.locator('.shell-start').waitFor()
  })

  it('that was given while the kiosk reloaded is shown, once, and nobody has another', async () => {
    const before = await all.staff.takeNumber(['dukcapil-kk'])
    const { page } = all.kiosk
    // The server has it; its answer reaches nobody.
    const answered = new Promise<void>((given) => {
      void page.route('**/api/visits', (route) => void route.fetch().then(() => given()))
    })
    await all.kiosk.begin(KK)
    await all.kiosk.tap(kioskText('takeNumber'))
    await answered
    await page.unroute('**/api/visits')
    await page.reload()
    await page.locator('.taken-step').waitFor()
    const after = await all.staff.takeNumber(['dukcapil-kk'])
    const numbers = [before.number, await shown(), after.number].map((number) => Number(number.slice(1)))
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2])
    await all.kiosk.tap(kioskText('noted'))
    await page.locator('.shell-start').waitFor()
    await page.reload()
    await page.locator('.shell-start').waitFor()
  })
})

describe('a slip before the scanner', () => {
  const scan = (token: string) => all.kiosk.scan(`https://antre.example/t/${token}`)

  it('shows the state of the visit, in both languages, and prints a copy', async () => {
    const { number, token } = await all.staff.takeNumber(['dukcapil-kk'])
    await all.kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'ready', gives: true }])
    await scan(token)
    await all.kiosk.page.getByRole('heading', { name: kioskText('yourVisit') }).waitFor()
    expect(await shown()).toBe(number)
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    await all.kiosk.tap(kioskText.en('languageName'))
    await all.kiosk.page.getByRole('heading', { name: kioskText.en('yourVisit') }).waitFor()
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    const asked = all.kiosk.page.waitForResponse((response) => response.url().endsWith(`/${token}/slip`))
    await all.kiosk.tap(kioskText.en('copy'))
    expect((await asked).status()).toBe(200)
    all.kiosk.slip({ status: 'printed' })
    await all.kiosk.page.getByText(kioskText.en('slip.paper')).waitFor()
  })

  it('gives the number back after a second thought, and shows another’s in its place', async () => {
    const { token } = await all.staff.takeNumber(['dukcapil-kk'])
    const other = await all.staff.takeNumber(['dukcapil-kk'])
    await scan(token)
    await all.kiosk.tap(kioskText('giveBack'))
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    await all.kiosk.tap(kioskText('giveBackNo'))
    await all.kiosk.tap(kioskText('giveBack'))
    await all.kiosk.tap(kioskText('giveBackYes'))
    await all.kiosk.page.getByText(kioskText('ended')).waitFor()
    await scan(other.token)
    await all.kiosk.page.getByRole('button', { name: kioskText('giveBack') }).waitFor()
    expect(await shown()).toBe(other.number)
    await all.kiosk.tap(sharedText('back'))
    await all.kiosk.page.locator('.shell-start').waitFor()
  })

  it.each(['https://antre.example/t/xxxxxxxxxxxxxxxxxxxxxx', 'WIFI:S:mal;T:WPA;P:rahasia;;'])(
    'that is unknown gets clear words (%s)',
    async (code) => {
      await all.kiosk.scan(code)
      await all.kiosk.page.getByRole('heading', { name: kioskText('unknown') }).waitFor()
      expect(await axeFaults(all.kiosk.page)).toEqual([])
    },
  )

  it('of yesterday is no longer valid, and offers nothing', async () => {
    const { token } = await all.staff.takeNumber(['dukcapil-kk'])
    all.kiosk.slip({ status: 'printed' }, { day: '2026-01-05' })
    await scan(token)
    await all.kiosk.page.getByText(`${kioskText('old', { day: '5 Jan' })} ${kioskText('takeNew')}`).waitFor()
    expect(await all.kiosk.page.getByRole('button', { name: kioskText('giveBack') }).count()).toBe(0)
    expect(await axeFaults(all.kiosk.page)).toEqual([])
  })

  it('presses no button, and waits while a number is on the screen', async () => {
    const { token } = await all.staff.takeNumber(['dukcapil-kk'])
    await all.kiosk.page.getByRole('button', { name: KK }).focus()
    await scan(token)
    await all.kiosk.page.getByRole('heading', { name: kioskText('yourVisit') }).waitFor()
    await all.kiosk.tap(sharedText('back'))
    await take()
    const number = await shown()
    await scan(token)
    expect(await shown()).toBe(number)
  })
})
