// Visitors' phones in the browser tests.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { House } from './harness.ts'

export const glass = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'id-ID' }

/** A phone on this address below `/t/`; its vibrations and sounds are recorded in `window.buzzed`. */
export async function openPhone(
  browser: Browser,
  house: House,
  address: string,
  more: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...glass, ...more })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const buzzed: unknown[] = []
    Object.assign(window, { buzzed })
    navigator.vibrate = (pattern) => buzzed.push(pattern) > 0
    const make = BaseAudioContext.prototype.createOscillator
    BaseAudioContext.prototype.createOscillator = function (this: BaseAudioContext) {
      buzzed.push('note')
      return make.call(this)
    }
  })
  await page.goto(`${house.url}/t/${address}`)
  await page.locator('h1').waitFor()
  return page
}

export const button = (page: Page, name: string) => page.getByRole('button', { name })

/** The steps in words, as they stand. */
export const steps = (page: Page) => page.locator('.step').allInnerTexts()
