// An officer's whole day without a mouse: from signing in to signing out, every action and the way back from it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { axeFaults, openBrowser } from './harness.ts'
import { dialogOf, makePanels, nowAt, type Panels, tabTo } from './panel.ts'
import { signIn, type Staff } from './staff.ts'

const ID_CARD = 'dukcapil-ktp-pemula'

let house: StaffedHouse
let browser: Browser
let manager: Staff
let panels: Panels
let password: string

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
  password = house.passwords.get('dukcapil-2') ?? ''
  manager = await signIn(house)
  panels = makePanels(house, browser, manager, house.passwords)
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

const says = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor()
const called = (page: Page) => says(page, 'Dipanggil')
const serving = (page: Page) => says(page, 'Sedang dilayani')
const nobody = (page: Page) => says(page, 'Belum ada yang menunggu')

/** What axe finds once nothing fades in any more. */
async function axeAtRest(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  return axeFaults(page)
}

// Space and Enter in turn: the same key twice would be one press.
test('an officer’s whole day, by keyboard alone', async () => {
  const { number } = await manager.takeNumber([ID_CARD])
  const page = await panels.door()
  const keys = page.keyboard
  await page.locator('input:focus').waitFor()
  await keys.type('dukcapil-2')
  await keys.press('Tab')
  await keys.type(password)
  await keys.press('Enter')
  await says(page, 'Di loket mana Anda bertugas?')
  await tabTo(page, 'Loket 3')
  await keys.press('Enter')
  await page.getByRole('banner').getByText('Buka').waitFor()

  // Called, called again, missed, and the miss taken back.
  await says(page, 'Berikutnya')
  await keys.press(' ')
  await called(page)
  expect(await nowAt(page).textContent()).toBe(number)
  await keys.press('r')
  await says(page, 'Panggilan ke-2')
  await keys.press('m')
  await says(page, 'Belum ada yang menunggu')
  await keys.press('z')
  await called(page)
  expect(await axeAtRest(page)).toEqual([])

  // Started, put back, called again, held, and let go from the list.
  await keys.press('Enter')
  await serving(page)
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('p')
  await says(page, 'Berikutnya')
  await keys.press(' ')
  await called(page)
  await keys.press('h')
  await dialogOf(page, `Tunda ${number}`)
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('Enter')
  await nobody(page)
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('c')
  await page.locator('.side button:focus:not([aria-disabled])').waitFor()
  await keys.press('Enter')
  await says(page, 'Berikutnya')

  // Incomplete, and back: the visitor had it after all.
  await keys.press(' ')
  await called(page)
  await keys.press('Enter')
  await serving(page)
  await keys.press('l')
  await dialogOf(page, `${number} belum lengkap`)
  expect(await axeAtRest(page)).toEqual([])
  await keys.press(' ')
  await keys.press('Enter')
  await nobody(page)
  await keys.press('z')
  await serving(page)

  // Sent on to another agency.
  await keys.press('t')
  await dialogOf(page, `Teruskan ${number}`)
  await keys.type('skck')
  await keys.press('ArrowDown')
  await keys.press(' ')
  await page.getByRole('button', { name: 'Hapus SKCK' }).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('Tab')
  await keys.press('Tab')
  await keys.press('Enter')
  await nobody(page)

  // One more, without anything.
  await manager.takeNumber([ID_CARD])
  await says(page, 'Berikutnya')
  await keys.press(' ')
  await called(page)
  await keys.press('Enter')
  await serving(page)
  await keys.press(' ')
  await nobody(page)
  await page.getByText('Hari ini Anda melayani 1 pengunjung').waitFor()

  // Lunch, and back.
  await keys.press('j')
  await dialogOf(page, 'Jeda loket')
  await keys.press('Enter')
  await page.getByRole('heading', { name: 'Loket dijeda' }).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press(' ')
  await nobody(page)

  // Closed and signed out.
  await tabTo(page, 'Menu')
  await keys.press('Enter')
  await page.locator(':focus', { hasText: 'Tutup loket' }).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('Enter')
  await says(page, 'Loket ini tutup')
  expect(await axeAtRest(page)).toEqual([])
  await tabTo(page, 'Menu')
  await keys.press('Enter')
  await page.getByRole('dialog').locator(':focus').waitFor()
  await tabTo(page, 'Keluar')
  await keys.press('Enter')
  await says(page, 'Masuk ke panel loket')
  expect(panels.faults.flat()).toEqual([])
})
