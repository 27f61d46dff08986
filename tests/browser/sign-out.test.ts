// Signing out of the pages that are not a counter's panel, in a real browser: it says so where it does not work.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { passDoor, userName } from './door.ts'
import { faultsOf, type House, openBrowser, openHouse } from './harness.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

it.each(['/reception/', '/supervise/', '/audit/'])(
  '%s is left, and stays where the line is cut',
  async (path) => {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    const faults = faultsOf(page)
    await page.goto(`${house.url}${path}`)
    await passDoor(page, 'manager', house.firstRun.manager.password)
    const leave = async () => {
      await page.getByRole('button', { name: 'Menu' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Keluar', exact: true }).click()
    }
    await page.route('**/api/session*', (route) => route.abort())
    await leave()
    await page.getByRole('alert').locator('.problem-words').first().waitFor()
    await page.unroute('**/api/session*')
    await leave()
    await userName(page).waitFor()
    expect(faults).toEqual([])
  },
)
