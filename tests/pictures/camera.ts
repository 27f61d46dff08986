// Takes the pictures of the gallery, which is kept outside the sources, and has axe check each page.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { axeFaults } from '../browser/harness.ts'
import type { Group, Sight } from './sights.ts'

/** The gallery: made afresh by each run, ignored by git. */
export const folder = join(import.meta.dirname, 'gallery')
/** The few pictures that the README and the docs show are kept with them. */
export const kept = join(import.meta.dirname, '../../docs/pictures')

/** Pixels in the picture per pixel of the page: a portrait kiosk is 432 wide, a desk's page 683. */
export const scales = {
  kiosk: 0.4,
  phone: 0.7,
  desk: 0.5,
  narrow: 0.7,
  paper: 0.4,
  tv: 0.4,
  tall: 0.3,
  sign: 0.3,
} as const
const QUALITY = 48

export interface Film<G extends Group> {
  /** Takes one picture of what is shown now. */
  take(page: Page, sight: Sight<G>): Promise<void>
  /** What axe found on all of them. */
  faults: string[]
}

/** `variant` is the end of the pictures' names: the screen and the language, as `upright.id`. */
export function film<G extends Group>(group: G, variant: string): Film<G> {
  mkdirSync(join(folder, group), { recursive: true })
  const faults: string[] = []
  return {
    faults,
    async take(page, sight) {
      // Fonts that are still loading would give a different picture each time.
      await page.evaluate(() => document.fonts.ready)
      faults.push(...(await axeFaults(page)).map((fault) => `${sight}.${variant}: ${fault}`))
      await page.screenshot({ path: fileOf(group, sight, variant), type: 'jpeg', quality: QUALITY })
    },
  }
}

/** Makes a small picture of a large PNG. */
export async function develop<G extends Group>(
  browser: Browser,
  group: G,
  sight: Sight<G>,
  variant: string,
  png: Uint8Array,
): Promise<void> {
  mkdirSync(join(folder, group), { recursive: true })
  const page = await browser.newPage({ deviceScaleFactor: scales.paper })
  await page.setContent(`<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`)
  const path = fileOf(group, sight, variant)
  await page.locator('img').screenshot({ path, type: 'jpeg', quality: QUALITY })
  await page.close()
}

const fileOf = (group: string, sight: string, variant: string) =>
  join(folder, group, `${sight}.${variant}.jpg`)
