// The counter panel's pages in the browser tests: a browser per officer, opened by keyboard, and what stands on it.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { userName } from './door.ts'
import { faultsOf, type House } from './harness.ts'
import type { Staff } from './staff.ts'

export interface Panels {
  /** Errors of all pages so far. */
  readonly faults: string[][]
  /** The panel's door in a browser of its own. */
  door(options?: BrowserContextOptions): Promise<Page>
  /** A page on which this officer has signed in and opened this counter, `Loket 1`, by keyboard. `baseURL`: not the house's. */
  officerAt(username: string, counter: string, options?: BrowserContextOptions): Promise<Page>
  /** Ends all pages and closes the counters: an officer holds one at a time. */
  goHome(): Promise<void>
}

export function makePanels(
  house: House,
  browser: Browser,
  manager: Staff,
  passwords: ReadonlyMap<string, string>,
): Panels {
  const faults: string[][] = []
  const held = new Set<string>()

  async function door(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
    const page = await context.newPage()
    faults.push(faultsOf(page))
    await page.goto(`${options.baseURL ?? house.url}/counter/`)
    await userName(page).waitFor()
    return page
  }

  return {
    faults,
    door,
    async officerAt(username, counter, options) {
      const page = await door(options)
      await takePlace(page, username, passwords.get(username) ?? '', counter)
      held.add(counter.toLowerCase().replace(' ', '-'))
      return page
    },
    async goHome() {
      for (const context of browser.contexts()) await context.close()
      for (const counter of held) await manager.post(`/api/counters/${counter}/close`)
      held.clear()
    },
  }
}

/** The number in the middle of the panel. */
export const nowAt = (page: Page) => page.getByRole('main').getByRole('img', { name: /^Nomor/ })

/** The one big button. */
export const primary = (page: Page) => page.locator('.primary button')

/** Waits until a dialog of that name is there and has the keys. */
export const dialogOf = (page: Page, name: string) =>
  page.getByRole('dialog', { name }).locator(':focus').first().waitFor({ state: 'attached' })

/** Moves the focus by the tab key to what has this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.locator(':focus', { hasText: name })
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if ((await wanted.count()) > 0) return
  }
  throw new Error(`The tab key never reached ${name}`)
}

/** Signs in by keyboard at the door that stands on the page, and opens the counter of that name. */
export async function takePlace(
  page: Page,
  username: string,
  password: string,
  counter: string,
): Promise<void> {
  // The field takes the focus a moment after it is drawn.
  await page.locator('input:focus').waitFor()
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  const choice = page.getByRole('button', { name: new RegExp(`^${counter} `, 'u') })
  await choice.waitFor()
  await choice.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('banner').getByText('Buka').waitFor()
}
