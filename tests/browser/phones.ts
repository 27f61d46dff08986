// Visitors' phones in the browser tests.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type House, openHouse } from './harness.ts'
import { type FileHouse, houseOfFile } from './house.ts'

export const glass = { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'id-ID' }

export interface Phones extends FileHouse<House> {
  /** A phone on this address below `/t/`, that of an earlier test if there is one of its kind. */
  phone(address: string, more?: BrowserContextOptions): Promise<Page>
}

/** Call it once in a file: a hall of its own, and its visitors' phones. */
export function phonesOfFile(): Phones {
  const all = houseOfFile(openHouse, { keepsBrowsers: true })
  return {
    ...all,
    async phone(address, more = {}) {
      const page = await all.open(`/t/${address}`, { ...glass, ...more })
      await page.locator('h1').waitFor()
      return page
    },
  }
}

/** A new phone on this address below `/t/`. */
export async function openPhone(
  browser: Browser,
  house: House,
  address: string,
  more: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ ...glass, ...more })
  const page = await context.newPage()
  await page.goto(`${house.url}/t/${address}`)
  await page.locator('h1').waitFor()
  return page
}

export const button = (page: Page, name: string) => page.getByRole('button', { name })

/** The steps in words, as they are now. */
export const steps = (page: Page) => page.locator('.step').allInnerTexts()
