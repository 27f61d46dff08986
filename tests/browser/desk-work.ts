// An officer at work in the hall, for the tests of a whole file: family cards that wait, a counter of theirs, and the
// keys. After each test everybody goes home, and nobody waits on.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { axeFaults, openBrowser } from './harness.ts'
import { makePanels, type Panels } from './panel.ts'
import { signIn, type Staff } from './staff.ts'

const FAMILY_CARD = 'dukcapil-kk'

export interface DeskWork {
  readonly house: StaffedHouse
  readonly manager: Staff
  readonly panels: Panels
  /** Family cards that wait, and an officer at a counter of theirs who serves the first. */
  serving(count?: number): Promise<{ page: Page; numbers: string[] }>
}

/** To be called once in a file: a hall and a browser of its own. */
export function deskWork(): DeskWork {
  let house: StaffedHouse
  let browser: Browser
  let manager: Staff
  let panels: Panels
  /** Visits of the running test. */
  let taken: { id: string; number: string }[] = []

  beforeAll(async () => {
    ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
    manager = await signIn(house)
    panels = makePanels(house, browser, manager, house.passwords)
    await manager.revise((plan) => {
      plan.walkSeconds = 0
      plan.secondCallSeconds = 600
    })
  })

  afterEach(async () => {
    await panels.goHome()
    for (const { id } of taken) await manager.post(`/api/reception/visits/${id}/cancel`)
    taken = []
  })

  afterAll(async () => {
    await browser.close()
    await house.close()
  })

  return {
    get house() {
      return house
    },
    get manager() {
      return manager
    },
    get panels() {
      return panels
    },
    async serving(count = 1) {
      for (let one = 0; one < count; one++) taken.push(await manager.takeNumber([FAMILY_CARD]))
      const page = await panels.officerAt('dukcapil-1', 'Loket 1')
      await press(page, ' ')
      await page.getByText('Dipanggil', { exact: true }).waitFor()
      await press(page, ' ')
      await page.getByText('Sedang dilayani', { exact: true }).waitFor()
      return { page, numbers: taken.map(({ number }) => number) }
    },
  }
}

/** Long enough after the last one for a second press to be a second press. */
export async function press(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(450)
  await page.keyboard.press(key)
}

/** What axe finds once everything has its last colour. */
export async function faultsNow(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  return axeFaults(page)
}

export const says = (page: Page, words: string) => page.getByText(words).first().waitFor()
