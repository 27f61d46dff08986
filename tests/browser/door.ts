// The door of the pages of staff in the browser tests, by its own words.
import type { Page } from 'playwright-core'
import { staffText } from './words.ts'

/** The field for the user name, in either language. By its whole label: the manager's page has a search that contains it. */
export const userName = (page: Page) => page.getByLabel(staffText.either('username'))

/** Signs in at the door that stands on the page, or is about to. */
export async function passDoor(page: Page, username: string, password: string): Promise<void> {
  await userName(page).fill(username)
  await page.getByLabel(staffText.either('password')).fill(password)
  await page.keyboard.press('Enter')
}

/** What opens the menu. By its whole name: much on these pages waits, `menunggu`. */
export const menuButton = (page: Page) => page.getByRole('button', { name: staffText.either('menu') })
