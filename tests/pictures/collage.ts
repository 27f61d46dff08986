// Several pictures on one sheet: the first picture of the README and of the page about boards.
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { axeFaults } from '../browser/harness.ts'
import { kept } from './camera.ts'

export interface Placed {
  page: Page
  /** From the sheet's left and top edge, and the width of the picture, in pixels. */
  left: number
  top: number
  width: number
}

/**
 * Takes a picture of each page as it is now and writes them all to `docs/pictures/<file>`; later ones lie on top.
 * Returns what axe found on them.
 */
export async function collage(
  browser: Browser,
  file: string,
  size: { width: number; height: number },
  placed: readonly Placed[],
): Promise<string[]> {
  const images: string[] = []
  const faults: string[] = []
  for (const { page, left, top, width } of placed) {
    await page.evaluate(() => document.fonts.ready)
    faults.push(...(await axeFaults(page)))
    const png = (await page.screenshot()).toString('base64')
    images.push(
      `<img style="left:${left}px;top:${top}px;width:${width}px" src="data:image/png;base64,${png}">`,
    )
  }
  const sheet = await browser.newPage({ viewport: size })
  await sheet.setContent(
    `<style>body{margin:0;background:#d8dedb}img{position:absolute;border-radius:10px;box-shadow:0 4px 18px #0006}</style>${images.join('')}`,
  )
  await sheet.screenshot({ path: join(kept, file) })
  await sheet.close()
  return faults
}
