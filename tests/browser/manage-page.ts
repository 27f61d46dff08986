// The manager's page in the browser tests: opened in a browser of its own, signed in.
import type { Locator, Page } from 'playwright-core'
import type { FileHouse } from './house.ts'
import type { House } from './harness.ts'
import { manageText } from './words.ts'

/** Waits until the part with this heading is there. */
export async function openManagePage(
  { enter }: Pick<FileHouse<House>, 'enter'>,
  heading: string,
  height = 768,
): Promise<Page> {
  const page = await enter('/manage/', 'manager', {
    viewport: { width: 1366, height },
    reducedMotion: 'reduce',
  })
  await page.getByRole('heading', { name: heading, exact: true }).waitFor()
  return page
}

/** The row of an account that the search finds. */
export async function rowOf(page: Page, username: string): Promise<Locator> {
  await page.getByLabel(manageText('accounts.search')).fill(username)
  const row = page.locator('.account').filter({ hasText: username })
  await row.waitFor()
  return row
}
