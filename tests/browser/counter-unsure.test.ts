// What may have gone wrong where nobody at the counter sees it: a call that no speaker confirmed, a number that may be
// in nobody's hand.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { nobodyListens } from './dead-printer.ts'
import { axeFaults, openBrowser } from './harness.ts'
import { makePanels, nowAt, type Panels, primary } from './panel.ts'
import { signIn, type Staff } from './staff.ts'

const FAMILY_CARD = 'dukcapil-kk'

let house: StaffedHouse
let browser: Browser
let manager: Staff
let panels: Panels

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
  manager = await signIn(house)
  panels = makePanels(house, browser, manager, house.passwords)
})

afterEach(() => panels.goHome())

afterAll(async () => {
  await browser.close()
  await house.close()
})

test('a call that no loudspeaker said is to be called by voice, until the visitor is here', async () => {
  // No display looks at a board: nobody can have heard it.
  await manager.takeNumber([FAMILY_CARD])
  const page = await panels.officerAt('dukcapil-1', 'Loket 1')
  await primary(page).click()
  const alert = page.getByText('tidak ada layar yang bersuara: panggil dengan suara.')
  await alert.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 768 })
  await alert.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Mulai' }).click()
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  expect(await alert.count()).toBe(0)
  await page.getByRole('button', { name: /^Selesai(?!,)/ }).click()
  await page.getByText('Belum ada yang menunggu').waitFor()
})

test('a number whose slip nobody took waits, says so and who sees to it, and can be called once it is noted', async () => {
  await manager.revise((plan) => void (plan.printers = [nobodyListens]))
  const { id, number } = await manager.takeNumber([FAMILY_CARD])
  const page = await panels.officerAt('dukcapil-1', 'Loket 1')
  const row = page.getByRole('listitem').filter({ hasText: number })
  await row.getByText('Slip belum diambil: resepsionis mengurusnya').waitFor()
  await page.getByText('Belum ada yang dapat dipanggil').first().waitFor()
  expect(await primary(page).isDisabled()).toBe(true)
  expect(await row.getByRole('button').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await manager.post(`/api/reception/visits/${id}/noted`)
  await page.getByText('Berikutnya', { exact: true }).waitFor()
  expect(await nowAt(page).textContent()).toBe(number)
  await primary(page).click()
  await page.getByText('Dipanggil', { exact: true }).waitFor()
})

test('no page threw or asked for what the policy forbids', () => expect(panels.faults.flat()).toEqual([]))
