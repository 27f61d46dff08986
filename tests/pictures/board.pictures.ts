// Pictures of the boards: every layout, both ways a television hangs, and what they say when something is wrong.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser/harness.ts'
import { film, scales } from './camera.ts'
import { collage } from './collage.ts'
import { callEverybody, openMorning, type Morning } from './morning.ts'
import type { Sight } from './sights.ts'

let morning: Morning
let browser: Browser

beforeAll(async () => {
  ;[morning, browser] = await Promise.all([openMorning(), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await morning.house.close()
})

const glasses = {
  tv: { width: 1920, height: 1080 },
  tall: { width: 1080, height: 1920 },
  sign: { width: 1280, height: 800 },
} as const
type Glass = keyof typeof glasses

/** The board with this address. */
async function hang(glass: Glass, query: string, deviceScaleFactor: number = scales[glass]): Promise<Page> {
  const context = await browser.newContext({ viewport: glasses[glass], deviceScaleFactor })
  const page = await context.newPage()
  await page.goto(`${morning.house.url}/display/?${query}`)
  await page.locator('.hero, .list, .sign, .empty, .join-code').first().waitFor()
  return page
}

/** Takes the picture and returns what axe found. */
async function take(sight: Sight<'display'>, glass: Glass, page: Page): Promise<string[]> {
  const { take: picture, faults } = film('display', `${glass}.id`)
  await picture(page, sight)
  return faults
}

test('a television that nobody has set up', async () => {
  expect(await take('code', 'tv', await hang('tv', ''))).toEqual([])
})

test('before the first call', async () => {
  expect(await take('empty', 'tv', await hang('tv', 'zone=kependudukan'))).toEqual([])
})

const LAYOUTS = [
  ['zone', 'tv', 'zone=kependudukan'],
  ['zone', 'tall', 'zone=kependudukan'],
  ['hall', 'tv', 'layout=zones'],
  ['zones', 'tv', 'layout=zones:kependudukan,jaminan-sosial'],
  ['agency', 'tv', 'layout=agency:dukcapil'],
  ['agency', 'tall', 'layout=agency:polres'],
  ['corridor', 'tall', 'layout=corridor'],
  ['sign', 'sign', 'layout=counter:loket-1'],
] as const

test('a busy morning, in every layout', async () => {
  await callEverybody(morning.staff)
  const faults: string[] = []
  for (const [sight, glass, query] of LAYOUTS)
    faults.push(...(await take(sight, glass, await hang(glass, query))))
  expect(faults).toEqual([])
  for (const context of browser.contexts()) await context.close()
})

test('the sheet of all layouts', async () => {
  const faults = await collage(browser, 'boards.png', { width: 1600, height: 892 }, [
    { page: await hang('tv', 'zone=kependudukan', 1), left: 16, top: 16, width: 760 },
    { page: await hang('tv', 'layout=zones', 1), left: 792, top: 16, width: 792 },
    { page: await hang('sign', 'layout=counter:loket-1', 1), left: 16, top: 478, width: 636 },
    { page: await hang('tall', 'layout=corridor', 1), left: 668, top: 478, width: 224 },
    { page: await hang('tall', 'layout=agency:dukcapil', 1), left: 908, top: 478, width: 224 },
    { page: await hang('tv', 'layout=agency:bpjs-kesehatan', 1), left: 1148, top: 478, width: 436 },
  ])
  expect(faults).toEqual([])
  for (const context of browser.contexts()) await context.close()
})

test('when the server is away', async () => {
  const page = await hang('tv', 'zone=kependudukan')
  await morning.house.kill()
  await page.locator('.board-stale').waitFor()
  const faults = await take('stale', 'tv', page)
  // What may no longer be true is deliberately hard to read.
  expect(faults.filter((fault) => !fault.includes('color-contrast'))).toEqual([])
  await morning.house.start()
})
