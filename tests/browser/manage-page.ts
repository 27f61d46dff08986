// The manager's page in the browser tests: opened in a browser of its own, signed in.
import type { Browser, Page } from 'playwright-core'
import { passDoor } from './door.ts'
import { faultsOf, type House } from './harness.ts'

/** Waits until the part with this heading is there. `faults`: errors of all pages so far. */
export async function openManagePage(
  browser: Browser,
  house: House,
  { heading, faults, height = 768 }: { heading: string; faults: string[][]; height?: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}/manage/`)
  await passDoor(page, 'manager', house.firstRun.manager.password)
  await page.getByRole('heading', { name: heading }).waitFor()
  return page
}
