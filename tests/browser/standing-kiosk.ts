// A kiosk in the hall, for the tests of a whole file: it stands at its start before each of them, and is touched as people
// touch it.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach } from 'vitest'
import { type House, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { goHome, tap } from './kiosk-page.ts'
import { kioskText } from './words.ts'

export interface Glass {
  readonly house: House
  readonly page: Page
  /** Touches the first button whose name begins like this. */
  tap(name: string | RegExp): Promise<void>
  /** A key of the on-screen letters. */
  key(letter: string): Locator
  /** Opens the search; `word`: what leads to it. */
  search(word?: string): Promise<void>
  /** Two fingers on the screen at once, as the browser gets them. */
  twoFingers(...at: { x: number; y: number }[]): Promise<void>
}

/** Call it once in a file: a hall and a browser of its own. */
export function standingKiosk(): Glass {
  const { browser, house } = houseOfFile(openHouse, { pagesStay: true })
  let page: Page

  beforeAll(async () => {
    const context = await browser.newContext({
      viewport: { width: 1080, height: 1920 },
      hasTouch: true,
      reducedMotion: 'reduce',
    })
    page = await context.newPage()
    await page.goto(house.firstRun.enrol.kiosk)
    await page.locator('.shell-start .tile').first().waitFor()
  })

  beforeEach(async () => {
    await page.setViewportSize({ width: 1080, height: 1920 })
    await goHome(page, house)
  })

  return {
    house,
    get page() {
      return page
    },
    tap: (name) => tap(page, name),
    key: (letter) =>
      page.locator('.keys').getByRole('button', {
        name: letter === ' ' ? kioskText.either('search.space') : letter,
        exact: true,
      }),
    async search(word = kioskText('search.search')) {
      await tap(page, word)
      await page.locator('.keys').waitFor()
    },
    async twoFingers(...at) {
      const screen = await page.context().newCDPSession(page)
      const points = at.map((point, id) => ({ ...point, id }))
      await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points.slice(0, 1) })
      await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points })
      await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
      await screen.detach()
    },
  }
}

export async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
