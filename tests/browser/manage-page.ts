// The manager's page in the browser tests: a section of it, opened in a browser of its own, signed in.
import type { Locator, Page } from 'playwright-core'
import type { FileHouse } from './house.ts'
import type { House } from './harness.ts'
import { manageText, shellText } from './words.ts'

/** Opens a section by its id (empty: the start page), and waits until the part with this heading is there. */
export async function openManagePage(
  { enter }: Pick<FileHouse<House>, 'enter'>,
  section: string,
  heading: string,
  height = 768,
): Promise<Page> {
  const page = await enter(manageAt(section), 'manager', {
    viewport: { width: 1366, height },
    reducedMotion: 'reduce',
  })
  await page.getByRole('heading', { name: heading, exact: true }).waitFor()
  return page
}

/** The address of a section; empty: the start page. */
export const manageAt = (section: string) => (section === '' ? '/manage/' : `/manage/${section}/`)

/** Goes to a section by the menu, as people do; `start`: to the start page. */
export async function goToSection(page: Page, section: SectionName | 'start'): Promise<void> {
  const title = section === 'start' ? shellText('start') : shellText(`section.${section}`)
  await page
    .getByRole('navigation', { name: shellText('menuTitle') })
    .getByRole('link', { name: title, exact: true })
    .click()
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
}

type SectionName = Parameters<typeof shellText>[0] extends infer Key
  ? Key extends `section.${infer Name}`
    ? Name
    : never
  : never

/** The row of an account that the search finds. */
export async function rowOf(page: Page, username: string): Promise<Locator> {
  await page.getByLabel(manageText('accounts.search')).fill(username)
  const row = page.locator('.account').filter({ hasText: username })
  await row.waitFor()
  return row
}
