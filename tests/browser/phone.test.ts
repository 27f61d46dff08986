// The visitor's own page in a real browser against a real server: where the number stands, and giving it back.
import type { Browser, Page } from 'playwright-core'
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

async function phone(token: string, locale = 'id-ID'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, locale })
  const page = await context.newPage()
  await page.goto(`${house.url}/t/${token}`)
  await page.locator('h1').waitFor()
  return page
}

describe('the page of a visit', () => {
  it('follows the number from the queue to the counter', async () => {
    await staff.takeNumber(['dukcapil-kk'])
    const { number, token } = await staff.takeNumber(['dukcapil-kk', 'bpjskes-daftar'])
    const page = await phone(token)
    const faults = faultsOf(page)
    expect(await page.locator('.number').textContent()).toBe(number)
    expect(await page.locator('.step').first().textContent()).toContain('1 orang sebelum Anda')
    expect(await axeFaults(page)).toEqual([])
    await staff.callAt('loket-1')
    await page.locator('.step').first().getByText('Anda berikutnya').waitFor()
    await staff.callAt('loket-2')
    await page.getByText('Silakan menuju Loket 2').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await staff.post('/api/counters/loket-2/start')
    await page.getByText('Sedang dilayani di Loket 2').waitFor()
    expect(await page.getByRole('button', { name: 'Batalkan nomor' }).count()).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('gives the number back after one more question, in the phone’s own language', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(token, 'en-GB')
    await page.getByRole('button', { name: 'Cancel my number' }).tap()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'No, keep waiting' }).tap()
    await page.getByRole('button', { name: 'Cancel my number' }).tap()
    await page.getByRole('button', { name: 'Yes, cancel it' }).tap()
    await page.getByText('This visit is over').waitFor()
    expect(await page.getByRole('button', { name: 'Cancel my number' }).count()).toBe(0)
    await page.context().close()
  })

  it('says so where the token is nobody’s', async () => {
    const page = await phone('A'.repeat(22))
    expect(await page.locator('h1').textContent()).toBe('Nomor tidak ditemukan')
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
})
