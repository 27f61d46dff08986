// Signing out of the pages other than a counter's panel, in a real browser: it says so if it does not work.
import type { BrowserContext } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openHouse } from './harness.ts'
import { menuButton, userName } from './door.ts'
import { houseOfFile } from './house.ts'
import { staffText } from './words.ts'

const { browser, house } = houseOfFile(openHouse, { pagesStay: true })

/** One browser for all: everybody who signs out leaves it as the next one finds it. */
let context: BrowserContext
beforeAll(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.newPage()
})

it.each(['/reception/', '/supervise/', '/monitor/', '/simulator/', '/audit/'])(
  '%s is left, and stays where the line is cut',
  async (path) => {
    const { manager } = house.firstRun
    expect((await context.request.post(`${house.url}/api/session`, { data: manager })).ok()).toBe(true)
    const [page] = context.pages()
    if (!page) throw new Error('no page')
    await page.unrouteAll()
    await page.goto(`${house.url}${path}`)
    const leave = async () => {
      await menuButton(page).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: staffText('signOut'), exact: true })
        .click()
    }
    await page.route('**/api/session*', (route) => route.abort())
    await leave()
    await page.getByRole('alert').locator('.problem-words').first().waitFor()
    await page.unroute('**/api/session*')
    await leave()
    await expect.poll(() => userName(page).isVisible()).toBe(true)
  },
)
