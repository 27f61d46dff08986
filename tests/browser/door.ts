// The door of the pages of staff in the browser tests, by its own words.
import type { Page } from 'playwright-core'
import { id as words } from '../../counter-ui/texts/id.ts'

/** The field for the user name. By its whole label: the manager's page has a search that contains it. */
export const userName = (page: Page) => page.getByLabel(words.username, { exact: true })

/** Signs in at the door that stands on the page, or is about to. */
export async function passDoor(page: Page, username: string, password: string): Promise<void> {
  await userName(page).fill(username)
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}
