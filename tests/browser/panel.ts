// The counter panel's pages in the browser tests: a browser per officer, and what it shows.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { userName } from './door.ts'
import { type FileHouse, houseOfFile } from './house.ts'
import { begins, panelText, staffText, standingText } from './words.ts'

export interface Panels extends FileHouse<StaffedHouse> {
  /** The panel's sign-in page in a browser of its own. */
  door(options?: BrowserContextOptions): Promise<Page>
  /**
   * A page on which this officer has signed in and opened this counter, `Loket 1`. The form and the choice have tests of
   * their own. `baseURL`: not the house's.
   */
  officerAt(username: string, counter: string, options?: BrowserContextOptions): Promise<Page>
  /** Ends all pages and closes the counters, as after each test; for anything that must come after that. */
  goHome(): Promise<void>
}

/**
 * Call it once in a file: a hall with staff. After each test the counters are closed: an officer holds one at a time.
 */
export function panelsOfFile(): Panels {
  const all = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
  const held = new Set<string>()

  async function goHome(): Promise<void> {
    await all.endPages()
    for (const counter of held) await all.staff.post(`/api/counters/${counter}/close`)
    held.clear()
  }
  afterEach(goHome)

  async function door(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await all.open('/counter/', options)
    await userName(page).waitFor()
    return page
  }

  return {
    ...all,
    door,
    goHome,
    async officerAt(username, name, options = {}) {
      const counter = name.toLowerCase().replace(' ', '-')
      const base = options.baseURL ?? all.house.url
      // Any address of the hall, to have the panel remember its counter before it is opened.
      const page = await all.enter('/api/health', username, options)
      const opened = await page.request.post(`${base}/api/counters/${counter}/open`, { data: {} })
      if (!opened.ok()) throw new Error(`${username} at ${name}: ${await opened.text()}`)
      held.add(counter)
      await page.evaluate((id) => localStorage.setItem('antre.counter', id), counter)
      await page.goto(`${base}/counter/`)
      await isOpen(page).waitFor()
      return page
    },
  }
}

/** The number in the middle of the panel. */
export const nowAt = (page: Page) =>
  page.getByRole('main').getByRole('img', { name: begins(standingText.like('number')) })

/** The one big button. */
export const primary = (page: Page) => page.locator('.primary button')

/**
 * The states of the number in the middle, or none. By their complete text, as lists and reasons contain the words
 * too.
 */
export const called = (page: Page) => page.getByText(panelText('status.called'), { exact: true })
export const serving = (page: Page) => page.getByText(panelText('status.serving'), { exact: true })
export const upNext = (page: Page) => page.getByText(panelText('upNext'), { exact: true })
export const nobody = (page: Page) => page.getByText(panelText('emptyTitle'), { exact: true })

/** That the number was called once more. */
export const calledTwice = (page: Page) => page.getByText(panelText('callCount', { calls: 2 }))

/** Waits long enough for a second press to be a second press: by the page's own timers, which may be slower than ours. */
export const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        setTimeout(done, 450)
      }),
  )

/** A second press, after the last one. */
export async function press(page: Page, key: string): Promise<void> {
  await settled(page)
  await page.keyboard.press(key)
}

/** Waits until a dialog of that name is there and has the focus. */
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

/** That the counter is open, as the page's head says. */
export const isOpen = (page: Page) =>
  page.getByRole('banner').getByText(staffText('counter.open'), { exact: true })

/** Signs in by keyboard at the form on the page, and opens the counter of that name. */
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
  await isOpen(page).waitFor()
}
