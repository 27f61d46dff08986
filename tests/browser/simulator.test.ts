// The simulator in a real browser: a manager tries changes on a past day, by keyboard too, sees both sides in words and in
// figures, compares what was tried, and is told in words what cannot be tried.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openPast, PAST_DAY as DAY } from './rehearsed.ts'
import { simulatorText } from './words.ts'

const { enter } = houseOfFile(openPast)

const result = (page: Page) => page.getByRole('region', { name: simulatorText('resultTitle') }).first()
const tried = (page: Page) => page.getByRole('region', { name: simulatorText('runsTitle') }).first()
const rows = (page: Page) => tried(page).locator('tbody tr')
const run = (page: Page) => page.getByRole('button', { name: simulatorText('run'), exact: true })
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

async function choose(page: Page, from: string, to = from): Promise<void> {
  await page.getByLabel(simulatorText('from'), { exact: true }).fill(from)
  await page.getByLabel(simulatorText('to'), { exact: true }).fill(to)
}

test('a manager tries changes on a past day, compares them, and is told what can’t be tried', async () => {
  const page = await enter('/simulator/', 'manager', { reducedMotion: 'reduce' })
  await page.getByText(simulatorText('noResult')).waitFor()
  expect(await axeFaults(page)).toEqual([])

  // The wrong way round, and days with nobody.
  await choose(page, DAY, '2025-11-24')
  await run(page).press('Enter')
  await page.getByRole('alert').getByText('Hari terakhir ada sebelum hari pertama').waitFor()
  await choose(page, '2025-11-20')
  await run(page).press('Enter')
  await page.getByRole('alert').getByText('tidak ada pengunjung yang tercatat').waitFor()
  expect(await axeFaults(page)).toEqual([])

  // As it was, then with one more counter, all by keyboard.
  await choose(page, DAY)
  await run(page).press('Enter')
  await result(page)
    .getByRole('rowheader', { name: simulatorText('p90'), exact: true })
    .waitFor()
  await result(page).getByText(simulatorText('sum.nothing')).waitFor()
  await page.getByRole('button', { name: simulatorText('addOpen') }).press('Enter')
  await page.getByLabel(simulatorText('toTime'), { exact: true }).fill('12:00')
  await run(page).press('Enter')
  const words = simulatorText('words.open', { counter: 'Loket 1', from: '08.00', to: '12.00' })
  await result(page).getByText(words, { exact: true }).waitFor()
  await result(page)
    .getByRole('rowheader', { name: simulatorText('p90'), exact: true })
    .waitFor()
  await result(page).locator('svg').first().waitFor()
  expect(await rows(page).count()).toBe(2)
  expect(await axeFaults(page)).toEqual([])

  // Whatever is worth trying takes one press, and is added to what was tried.
  await result(page).locator('.sim-suggest button').first().press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('.sim-shown').length === 1)
  await rows(page).nth(2).waitFor()
  await page
    .getByRole('button', { name: `${simulatorText('show')}: ${simulatorText('nothing')}` })
    .press('Enter')
  await result(page).getByText(simulatorText('nothing'), { exact: true }).waitFor()
  await page
    .getByRole('button', { name: simulatorText('removeOf', { what: simulatorText('nothing') }) })
    .press('Enter')
  await rows(page).nth(2).waitFor({ state: 'detached' })

  // On a phone the page itself does not scroll sideways.
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await isTooWide(page)).toBe(false)
  await page.close()
})
