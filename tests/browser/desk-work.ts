// An officer at work in the hall, for the tests of a whole file: family cards that wait, a counter of theirs, and the
// keys. After each test everybody goes home, and nobody waits on.
import type { Page } from 'playwright-core'
import { afterEach, beforeAll } from 'vitest'
import { axeFaults } from './harness.ts'
import { called, type Panels, panelsOfFile, press, serving } from './panel.ts'

const FAMILY_CARD = 'dukcapil-kk'

export interface DeskWork extends Panels {
  /** Family cards that wait, and an officer at a counter of theirs who serves the first. */
  atWork(count?: number): Promise<{ page: Page; number: string; numbers: string[] }>
}

/** Call it once in a file: a hall and a browser of its own. */
export function deskWork(): DeskWork {
  const panels = panelsOfFile()
  const { staff } = panels
  /** Visits of the running test. */
  let taken: { id: string; number: string }[] = []

  beforeAll(() =>
    staff.revise((plan) => {
      plan.walkSeconds = 0
      plan.secondCallSeconds = 600
    }),
  )

  afterEach(async () => {
    // First, as a visitor at a counter cannot be cancelled.
    await panels.goHome()
    for (const { id } of taken) await staff.post(`/api/reception/visits/${id}/cancel`)
    taken = []
  })

  return {
    ...panels,
    async atWork(count = 1) {
      for (let one = 0; one < count; one++) taken.push(await staff.takeNumber([FAMILY_CARD]))
      const page = await panels.officerAt('dukcapil-1', 'Loket 1')
      await press(page, ' ')
      await called(page).waitFor()
      await press(page, ' ')
      await serving(page).waitFor()
      const numbers = taken.map(({ number }) => number)
      return { page, number: numbers[0] ?? '', numbers }
    },
  }
}

/** What axe finds once all colours are final. */
export async function faultsNow(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  return axeFaults(page)
}

export const says = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
