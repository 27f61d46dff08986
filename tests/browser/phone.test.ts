// The visitor's own page in a real browser against a real server: from the queue to the counter, late, given back, and
// without a slip.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nobodyListens } from './dead-printer.ts'
import { axeFaults, faultsOf, openBrowser, openHouse, type House } from './harness.ts'
import { button, openPhone, steps } from './phones.ts'
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

const phone = (address: string) => openPhone(browser, house, address)
const told = (page: Page) => page.evaluate(() => (window as unknown as { buzzed: unknown[] }).buzzed)
const buzzes = (page: Page) => page.evaluate(() => (window as unknown as { buzzed: unknown[] }).buzzed.length)
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
    await page.getByText('Segera menuju zona Anda').waitFor()
    expect(await axeFaults(page)).toEqual([])

    await button(page, 'Beri tahu saya dengan bunyi dan getar').tap()
    await button(page, 'Bunyi dan getar menyala').waitFor()
    const trial = await buzzes(page)
    expect(await told(page)).toEqual(['note', 'note', [200]])
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

  it('shows what the reception adds, before all else, and what it cancels', async () => {
    const { id, token } = await staff.takeNumber(['dukcapil-kk', 'bpd-air'])
    const page = await phone(token)
    const faults = faultsOf(page)
    const visit = `/api/reception/visits/${id}/steps`
    await staff.post(visit, { service: 'pdam-pengaduan', before: true })
    await page.locator('.papers summary').getByText('Pengaduan pelanggan air').waitFor()
    expect((await steps(page)).map((step) => step.includes('Menunggu langkah sebelumnya'))).toEqual([
      false,
      true,
      true,
    ])
    await staff.post(`${visit}/${id}.2/cancel`)
    await page.locator('.step').getByText('Dibatalkan').waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('names each zone in lines of words, also where nothing is to be done', async () => {
    const page = await phone((await staff.takeNumber(['dukcapil-kk'])).token)
    const widths = await page
      .locator('.zone')
      .evaluateAll((zones) =>
        zones.map((zone) => (zone.querySelector('.zone-name')?.clientWidth ?? 0) / zone.clientWidth),
      )
    expect(widths.length).toBeGreaterThan(3)
    expect(Math.min(...widths)).toBeGreaterThan(0.5)
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

describe('a slip that did not come out', () => {
  it('is made good by a tap: the phone holds the number', async () => {
    await staff.revise((plan) => {
      plan.printers = [{ ...nobodyListens, answers: false }]
    })
    const { number, token } = await staff.takeNumber(['bpn-roya'])
    // Nobody knows any more whether it came out.
    await house.kill()
    await house.start()
    expect(await staff.callAt('loket-23')).toBeNull()
    const page = await phone(token)
    await page.getByText('Slip Anda tidak tercetak').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await button(page, 'Nomor ini sudah saya pegang').tap()
    await page.getByText('Slip Anda tidak tercetak').waitFor({ state: 'detached' })
    expect(await staff.callAt('loket-23')).toBe(number)
    await page.locator('.call').waitFor()
    await page.context().close()
  })
})
