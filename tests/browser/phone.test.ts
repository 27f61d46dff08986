// The visitor's own page in a real browser against a real server: from the queue to the counter, late, given back, and
// without a slip.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { nobodyListens } from './dead-printer.ts'
import { axeFaults } from './harness.ts'
import { button, phonesOfFile, steps } from './phones.ts'
import { phoneText, stepStatusText } from './words.ts'

const { house, open, phone, staff } = phonesOfFile()

/** From now on the page's vibrations and sounds are recorded in `window.buzzed`. */
const rememberBuzzes = (page: Page) =>
  page.evaluate(() => {
    const buzzed: unknown[] = []
    Object.assign(window, { buzzed })
    navigator.vibrate = (pattern) => buzzed.push(pattern) > 0
    const make = BaseAudioContext.prototype.createOscillator
    BaseAudioContext.prototype.createOscillator = function (this: BaseAudioContext) {
      buzzed.push('note')
      return make.call(this)
    }
  })
const told = (page: Page) => page.evaluate(() => (window as unknown as { buzzed: unknown[] }).buzzed)
const buzzes = (page: Page) => page.evaluate(() => (window as unknown as { buzzed: unknown[] }).buzzed.length)

describe('a visit, from the queue to the counter', () => {
  it('is followed: before, soon, called and called again, served', async () => {
    const before = await staff.takeNumber(['dukcapil-kk'])
    const { number, token } = await staff.takeNumber(['dukcapil-kk', 'bpjskes-daftar'])
    const page = await phone(token)
    await rememberBuzzes(page)
    expect(await page.locator('.number').textContent()).toBe(number)
    expect((await steps(page))[0]).toContain(phoneText('aheadOne'))
    await button(page, 'Kantin').tap()
    await page.locator('.waits [aria-pressed=true]').getByText('Kantin').waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await staff.callAt('loket-1')).toBe(before.number)
    // A counter is free: the call may come at any moment.
    await staff.post('/api/counters/loket-2/open')
    await page.getByText(phoneText('soonTitle')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    const board = await open('/display/?zone=kependudukan', { viewport: { width: 1920, height: 1080 } })
    await board.locator('.card-ready b').getByText(number).waitFor()
    await board.context().close()

    await button(page, phoneText('alertOn')).tap()
    await button(page, phoneText('alertIsOn')).waitFor()
    const trial = await buzzes(page)
    expect(await told(page)).toEqual(['note', 'note', [200]])
    expect(await staff.callAt('loket-2')).toBe(number)
    await page.locator('.call').getByText('Loket 2').waitFor()
    await page.waitForFunction(
      (count) => (window as unknown as { buzzed: unknown[] }).buzzed.length > count,
      trial,
    )
    await expect.poll(() => page.title()).toBe(phoneText('titleCalled', { counter: 'Loket 2', number }))
    expect(await page.locator('.call').getAttribute('role')).toBe('alert')
    expect((await page.locator('.call').boundingBox())?.height).toBeGreaterThan(700)
    expect(await button(page, phoneText('late')).count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])

    const once = await buzzes(page)
    await staff.post('/api/counters/loket-2/recall')
    await page.getByText(phoneText('calledAgain', { times: 2 })).waitFor()
    await page.waitForFunction(
      (count) => (window as unknown as { buzzed: unknown[] }).buzzed.length > count,
      once,
    )

    await staff.post('/api/counters/loket-2/start')
    await page
      .locator('.headline')
      .getByText(phoneText('servedAt', { counter: 'Loket 2' }))
      .waitFor()
    expect(await button(page, phoneText('cancel')).count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await staff.post('/api/counters/loket-2/finish')
    await page.locator('.step').first().getByText(stepStatusText('done')).waitFor()
  })

  it('brings a referral’s service and its papers with it', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(token)
    expect(await page.locator('.step').count()).toBe(1)
    await staff.callAt('loket-2')
    await staff.post('/api/counters/loket-2/refer', { service: 'bpjskes-daftar' })
    await page.locator('.step').getByText('Pendaftaran JKN peserta mandiri').waitFor()
    await page.locator('.papers summary').getByText('Pendaftaran JKN peserta mandiri').waitFor()
  })

  it('shows what the reception adds, before all else, and what it cancels', async () => {
    const { id, token } = await staff.takeNumber(['dukcapil-kk', 'bpd-air'])
    const page = await phone(token)
    const visit = `/api/reception/visits/${id}/steps`
    await staff.post(visit, { service: 'pdam-pengaduan', before: true })
    await page.locator('.papers summary').getByText('Pengaduan pelanggan air').waitFor()
    expect((await steps(page)).map((step) => step.includes(stepStatusText('blocked')))).toEqual([
      false,
      true,
      true,
    ])
    await staff.post(`${visit}/${id}.2/cancel`)
    await page.locator('.step').getByText(stepStatusText('cancelled')).waitFor()
    expect(await axeFaults(page)).toEqual([])
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
  })
})

describe('a late visitor', () => {
  it('says so and is called later; a second thought changes nothing', async () => {
    const { number, token } = await staff.takeNumber(['bpjskes-daftar'])
    const page = await phone(`${token}?lang=en`)
    await button(page, phoneText.en('late')).tap()
    await page.getByText(phoneText.en.like('lateHint', { number })).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await button(page, phoneText.en('lateNo')).tap()
    expect(await page.getByText(phoneText.en.like('from')).count()).toBe(0)
    await button(page, phoneText.en('late')).tap()
    await button(page, phoneText.en('lateYes')).tap()
    await page.locator('.step').getByText(phoneText.en.like('from')).waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  it('comes back after a missed call; an open dialog never hides a call', async () => {
    const { number, token } = await staff.takeNumber(['dpmptsp-reklame'])
    const page = await phone(token)
    await button(page, phoneText('cancel')).tap()
    await page.getByRole('dialog').waitFor()
    expect(await staff.callAt('loket-22')).toBe(number)
    await page.locator('.call').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await staff.post('/api/counters/loket-22/miss')
    await page.getByText(phoneText('missedTitle')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await button(page, phoneText('callMeAgain')).tap()
    await page.locator('.step').getByText(phoneText.like('from')).waitFor()
  })
})

describe('giving the number back', () => {
  it('is asked once more, and is over', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(`${token}?lang=en`)
    await button(page, phoneText.en('cancel')).tap()
    expect(await axeFaults(page)).toEqual([])
    await button(page, phoneText.en('keep')).tap()
    await button(page, phoneText.en('cancel')).tap()
    await button(page, phoneText.en('cancelYes')).tap()
    await page.getByText(phoneText.en('cancelledTitle')).waitFor()
    expect(await button(page, phoneText.en('cancel')).count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
  })

  it('takes a call back', async () => {
    const { number, token } = await staff.takeNumber(['bpd-air'])
    const page = await phone(token)
    expect(await staff.callAt('loket-13')).toBe(number)
    await page.locator('.call').waitFor()
    await button(page, phoneText('cancel')).tap()
    await button(page, phoneText('cancelYes')).tap()
    await page.getByText(phoneText('cancelledTitle')).waitFor()
    expect(await staff.callAt('loket-13')).toBeNull()
  })

  it('twice, from two phones with the same slip: both see it', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const [one, two] = [await phone(token), await phone(token)]
    for (const page of [one, two]) await button(page, phoneText('cancel')).tap()
    await button(one, phoneText('cancelYes')).tap()
    await one.getByText(phoneText('cancelledTitle')).waitFor()
    await two.getByText(phoneText('cancelledTitle')).waitFor()
    expect(await two.getByRole('dialog').count()).toBe(0)
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
    await page.getByText(phoneText('slipTitle')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await button(page, phoneText('slipKept')).tap()
    await page.getByText(phoneText('slipTitle')).waitFor({ state: 'detached' })
    expect(await staff.callAt('loket-23')).toBe(number)
    await page.locator('.call').waitFor()
  })
})
