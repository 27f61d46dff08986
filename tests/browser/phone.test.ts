// The visitor's own page in a real browser against a real server: with scripts and without, over calls, sleep and bad
// networks, in both languages.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, faultsOf, openBrowser, openHouse, type House } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

let house: House
let browser: Browser
let staff: Staff

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  staff = await signIn(house)
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

const glass = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'id-ID' }

/** A phone that looks at this address below `/t/`. */
async function phone(address: string, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...glass, ...more })
  const page = await context.newPage()
  // What the phone was told to do with its motor.
  await page.addInitScript(() => {
    const buzzed: unknown[] = []
    Object.assign(window, { buzzed })
    navigator.vibrate = (pattern) => buzzed.push(pattern) > 0
  })
  await page.goto(`${house.url}/t/${address}`)
  await page.locator('h1').waitFor()
  return page
}

const buzzes = (page: Page) => page.evaluate(() => (window as unknown as { buzzed: unknown[] }).buzzed.length)
const button = (page: Page, name: string) => page.getByRole('button', { name })
/** The steps in words, as they stand. */
const steps = (page: Page) => page.locator('.step').allInnerTexts()
/** Everything of the page fits a narrow glass, also with letters of twice the size. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('a visit, from the queue to the counter', () => {
  it('is followed: before, soon, called and called again, served', async () => {
    const before = await staff.takeNumber(['dukcapil-kk'])
    const { number, token } = await staff.takeNumber(['dukcapil-kk', 'bpjskes-daftar'])
    const page = await phone(token)
    const faults = faultsOf(page)
    expect(await page.locator('.number').textContent()).toBe(number)
    expect((await steps(page))[0]).toContain('1 orang sebelum Anda')
    expect(await axeFaults(page)).toEqual([])
    expect(await staff.callAt('loket-1')).toBe(before.number)
    await page.getByText('Segera menuju ruang tunggu').waitFor()
    expect(await axeFaults(page)).toEqual([])

    await button(page, 'Beri tahu saya dengan bunyi dan getar').tap()
    await button(page, 'Bunyi dan getar menyala').waitFor()
    const trial = await buzzes(page)
    expect(trial).toBeGreaterThan(0)
    expect(await staff.callAt('loket-2')).toBe(number)
    await page.locator('.call').getByText('Loket 2').waitFor()
    await page.waitForFunction(
      (count) => (window as unknown as { buzzed: unknown[] }).buzzed.length > count,
      trial,
    )
    expect(await page.title()).toBe(`Loket 2 sekarang! ${number}`)
    expect(await page.locator('.call').getAttribute('role')).toBe('alert')
    expect((await page.locator('.call').boundingBox())?.height).toBeGreaterThan(700)
    expect(await button(page, 'Saya terlambat').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])

    const once = await buzzes(page)
    await staff.post('/api/counters/loket-2/recall')
    await page.getByText('Panggilan ke\u20112').waitFor()
    await page.waitForFunction(
      (count) => (window as unknown as { buzzed: unknown[] }).buzzed.length > count,
      once,
    )

    await staff.post('/api/counters/loket-2/start')
    await page.locator('.headline').getByText('Sedang dilayani di Loket 2').waitFor()
    expect(await button(page, 'Batalkan nomor').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await staff.post('/api/counters/loket-2/finish')
    await page.locator('.step').first().getByText('Selesai').waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('brings a referral’s service and its papers with it', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(token)
    expect(await page.locator('.step').count()).toBe(1)
    await staff.callAt('loket-2')
    await staff.post('/api/counters/loket-2/refer', { service: 'bpjskes-daftar' })
    await page.locator('.step').getByText('Pendaftaran JKN peserta mandiri').waitFor()
    await page.locator('.papers summary').getByText('Pendaftaran JKN peserta mandiri').waitFor()
    await page.context().close()
  })
})

describe('who is late', () => {
  it('says so and is called later; a second thought changes nothing', async () => {
    const { number, token } = await staff.takeNumber(['bpjskes-daftar'])
    const page = await phone(`${token}?lang=en`)
    await button(page, 'I am late').tap()
    await page.getByText(`Number ${number} keeps its place`).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await button(page, 'No, I am ready').tap()
    expect(await page.getByText('Can be called from').count()).toBe(0)
    await button(page, 'I am late').tap()
    await button(page, 'Yes, I am late').tap()
    await page.locator('.step').getByText('Can be called from').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })

  it('comes back after a missed call; a dialog that lies open never hides a call', async () => {
    const { number, token } = await staff.takeNumber(['dpmptsp-reklame'])
    const page = await phone(token)
    await button(page, 'Batalkan nomor').tap()
    await page.getByRole('dialog').waitFor()
    expect(await staff.callAt('loket-22')).toBe(number)
    await page.locator('.call').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await staff.post('/api/counters/loket-22/miss')
    await page.getByText('Nomor Anda terlewat').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await button(page, 'Panggil saya lagi').tap()
    await page.locator('.step').getByText('Dapat dipanggil mulai pukul').waitFor()
    await page.context().close()
  })
})

describe('giving the number back', () => {
  it('is asked once more, and is over', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(`${token}?lang=en`)
    await button(page, 'Cancel my number').tap()
    expect(await axeFaults(page)).toEqual([])
    await button(page, 'No, keep waiting').tap()
    await button(page, 'Cancel my number').tap()
    await button(page, 'Yes, cancel it').tap()
    await page.getByText('This number was cancelled').waitFor()
    expect(await button(page, 'Cancel my number').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })

  it('takes a call back', async () => {
    const { number, token } = await staff.takeNumber(['bpd-air'])
    const page = await phone(token)
    expect(await staff.callAt('loket-13')).toBe(number)
    await page.locator('.call').waitFor()
    await button(page, 'Batalkan nomor').tap()
    await button(page, 'Ya, batalkan').tap()
    await page.getByText('Nomor ini sudah dibatalkan').waitFor()
    expect(await staff.callAt('loket-13')).toBeNull()
    await page.context().close()
  })

  it('twice, from two phones with the same slip: both see it', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const [one, two] = [await phone(token), await phone(token)]
    for (const page of [one, two]) await button(page, 'Batalkan nomor').tap()
    await button(one, 'Ya, batalkan').tap()
    await one.getByText('Nomor ini sudah dibatalkan').waitFor()
    await two.getByText('Nomor ini sudah dibatalkan').waitFor()
    expect(await two.getByRole('dialog').count()).toBe(0)
    await Promise.all([one, two].map((page) => page.context().close()))
  })
})

describe('without scripts', () => {
  it.each([
    ['id', 'orang sebelum Anda', 'Yang perlu disiapkan', 'Ruang tunggu', 'Terlambat atau ingin membatalkan?'],
    ['en', 'before you', 'What to bring', 'Waiting areas', 'Late, or want to cancel?'],
  ])('the page says all of it (%s), and leads to the other language', async (lang, ...words) => {
    await staff.takeNumber(['bpjskes-daftar'])
    const { number, token } = await staff.takeNumber(['bpjskes-daftar'])
    const page = await phone(`${token}?lang=${lang}`, { javaScriptEnabled: false })
    const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ')
    for (const word of [number, ...words]) expect(text).toContain(word)
    expect(await page.getByRole('button').count()).toBe(0)
    await page.getByRole('link', { name: lang === 'id' ? 'English' : 'Indonesia' }).click()
    await page.locator(`html[lang=${lang === 'id' ? 'en' : 'id'}]`).waitFor()
    await page.context().close()
  })

  it('what the scripts draw first is what the server drew: nothing moves', async () => {
    const { token } = await staff.takeNumber(['bpjskes-daftar', 'dukcapil-kk'])
    const drawn = await phone(token, { javaScriptEnabled: false })
    const live = await phone(token)
    const words = async (page: Page) => [
      await page.locator('h1').innerText(),
      await page.locator('.number').innerText(),
      ...(await steps(page)),
      ...(await page.locator('.zone').allInnerTexts()),
    ]
    await button(live, 'Saya terlambat').waitFor()
    expect(await words(live)).toEqual(await words(drawn))
    await Promise.all([drawn, live].map((page) => page.context().close()))
  })
})

describe('on the way', () => {
  it('an old view is dimmed and says how old it is; the phone comes back by itself', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(token)
    await button(page, 'Saya terlambat').waitFor()
    await page.context().setOffline(true)
    await page.getByText('Keadaan terakhir pukul').waitFor({ timeout: 40_000 })
    expect(await page.locator('.stale').count()).toBe(1)
    expect(await button(page, 'Batalkan nomor').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText('Keadaan terakhir pukul').waitFor({ state: 'detached' })
    await button(page, 'Batalkan nomor').waitFor()
    await page.context().close()
  })

  it('the language changes without a new page, and stays after a reload', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(token)
    await page.getByRole('link', { name: 'English' }).tap()
    await page.getByText('Your services').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await page.getByText('Your services').waitFor()
    await page.context().close()
  })

  it('asks for one page, one script, one style and no typeface; nothing from elsewhere', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const context = await browser.newContext(glass)
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).origin}`))
    await page.goto(`${house.url}/t/${token}`)
    await button(page, 'Saya terlambat').waitFor()
    const kinds = asked.filter((one) => one.endsWith(house.url)).map((one) => one.split(' ')[0])
    expect(kinds.filter((kind) => kind !== 'other' && kind !== 'image').sort()).toEqual([
      'document',
      'script',
      'stylesheet',
    ])
    expect(asked.filter((one) => !/^(\S+) (http|ws):\/\/127\.0\.0\.1/.test(one))).toEqual([])
    await context.close()
  })

  it('a narrow glass with letters of twice the size needs no sideways scrolling', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk', 'bpjskes-daftar'])
    const page = await phone(token, { viewport: { width: 360, height: 640 } })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })
})

describe('a token that nobody holds', () => {
  it.each([
    ['A'.repeat(22), 'Nomor ini tidak ada'],
    ['AAAA', 'Alamat ini terpotong'],
  ])('%s is told in plain words', async (token, words) => {
    const page = await phone(token)
    const faults = faultsOf(page)
    await page.getByText(words).waitFor()
    expect(await page.locator('h1').textContent()).toBe('Nomor tidak ditemukan')
    expect(await axeFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })
})
