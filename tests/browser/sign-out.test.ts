// Signing out of the pages other than a counter's panel, in a real browser: it says so if it does not work.
import { expect, it } from 'vitest'
import { menuButton, userName } from './door.ts'
import { openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { staffText } from './words.ts'

const { enter } = houseOfFile(openHouse)

it.each(['/reception/', '/supervise/', '/monitor/', '/simulator/', '/audit/'])(
  '%s is left, and stays where the line is cut',
  async (path) => {
    const page = await enter(path, 'manager')
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
