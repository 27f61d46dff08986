// The sign-in page of staff in the browser tests, by its own words.
import type { Page } from 'playwright-core'
import { staffText } from './words.ts'

/** The field for the user name, in either language. By its whole label: the manager's page has a search that contains it. */
export const userName = (page: Page) => page.getByLabel(staffText.either('username'))

/** Signs in at the form on the page, or when it appears. */
export async function passDoor(page: Page, username: string, password: string): Promise<void> {
  await userName(page).fill(username)
  await page.getByLabel(staffText.either('password')).fill(password)
  await page.keyboard.press('Enter')
}

/** The menu's button. By its full name: `menu` is also in `menunggu`, of which these pages have many. */
export const menuButton = (page: Page) => page.getByRole('button', { name: staffText.either('menu') })
