// Boards that have something to say about themselves: banners at the top, a card over the foot. Each takes its room
// from what matters least; no number, counter, arrow or agency is cut off.
import type { Page } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { faultsOn } from './board-faults.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'

// First an hour ahead, then a minute: the clock is behind the last event, and it is still a rehearsal.
const { open, house, staff } = houseOfFile(() => openHouse({ CLOCK_OFFSET: '3600' }), { pagesStay: true })
/** One screen for all: what hangs on it is another address each time. */
let page: Page

const glasses = { hd: [1920, 1080], upright: [1080, 1920] } as const
const CALLS = [
  ['dukcapil-kk', 'loket-1'],
  ['dukcapil-ktp-ganti', 'loket-2'],
  ['bpjskes-daftar', 'loket-8'],
  ['bpd-air', 'loket-13'],
  ['pdam-bayar', 'loket-14'],
  ['dpmptsp-nib-badan', 'loket-19'],
] as const

beforeAll(async () => {
  for (const [service, counter] of CALLS) {
    await staff.takeNumber([service])
    await staff.callAt(counter)
  }
  page = await open('/display/')
})

async function hang(
  query: string,
  [width, height]: readonly [number, number],
  at = house.url,
): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.goto(`${at}/display/${query}`)
  await page.locator('.hero, .list, .sign').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

/** Whether the line below the large call is within its field; a list has neither. */
const agencyIsWhole = () =>
  page.evaluate(() => {
    const hero = document.querySelector('.hero')?.getBoundingClientRect()
    const line = document.querySelector('.hero-agency')?.getBoundingClientRect()
    if (!hero) return document.querySelector('.list') !== null
    return line !== undefined && line.bottom <= hero.bottom + 1 && line.right <= hero.right + 1
  })

test('a rehearsal keeps number, counter and agency whole, and the code hides no call', async () => {
  for (const [glass, size] of Object.entries(glasses)) {
    for (const query of ['?x', '?layout=zones&enrol', '?layout=corridor&enrol']) {
      await hang(query, size)
      if (query !== '?x') await page.locator('.join-code').waitFor()
      const of = `${glass} ${query}`
      const found = [await faultsOn(page), await axeFaults(page), await agencyIsWhole()]
      expect.soft([of, found]).toEqual([of, [[], [], true]])
    }
  }
})

test('both banners, of the clock and of the rehearsal, keep them whole too, on a small sign as well', async () => {
  await house.stop()
  const later = await openHouse({ CLOCK_OFFSET: '60' }, house.dataDir)
  onTestFinished(later.close)
  for (const [glass, size] of Object.entries(glasses)) {
    for (const query of [
      '?zone=kependudukan',
      '?layout=zones',
      '?layout=agency:dukcapil',
      '?layout=corridor',
    ]) {
      await hang(query, size, later.url)
      const of = `${glass} ${query}`
      expect(await page.locator('.banner-line').count()).toBe(2)
      const found = [await faultsOn(page), await axeFaults(page), await agencyIsWhole()]
      expect.soft([of, found]).toEqual([of, [[], [], true]])
    }
  }
  await hang('?layout=counter:loket-1', [1024, 600], later.url)
  expect(await faultsOn(page)).toEqual([])
  const words = await page.locator('.sign-words').boundingBox()
  expect(words && words.y + words.height).toBeLessThan(600)
})
