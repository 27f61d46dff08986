// A foot switch and a number pad at the panel, in a real browser: set up by pressing them, kept, and then worked with.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { axeFaults, openBrowser } from './harness.ts'
import { makePanels, nowAt, type Panels } from './panel.ts'
import { signIn, type Staff } from './staff.ts'

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

/** Presses keys as a device sends them, also those that no keyboard has. */
async function makeDevice(page: Page) {
  const session = await page.context().newCDPSession(page)
  return async (key: string, code: string): Promise<void> => {
    // Long enough for a second press to be a second press.
    await page.waitForTimeout(450)
    const press = { key, code, isKeypad: code.startsWith('Numpad') }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
  }
}

async function openKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Tombol dan pilihan' }).click()
  await page.getByRole('dialog', { name: 'Tombol dan pilihan' }).waitFor()
}

const called = (page: Page) => page.getByText('Dipanggil', { exact: true }).waitFor()

test('two pedals: the first calls and starts, the second calls again; after a reload too', async () => {
  await manager.takeNumber(['dukcapil-kk'])
  const page = await panels.officerAt('dukcapil-1', 'Loket 1')
  const step = await makeDevice(page)
  await openKeys(page)
  await page.getByRole('button', { name: 'Atur dua pedal kaki' }).click()
  await page.getByText('Tekan tombol untuk Tindakan utama').waitFor()
  await step('F13', 'F13')
  await page.getByText('Tekan tombol untuk Panggil ulang').waitFor()
  await step('F14', 'F14')
  await page.getByRole('button', { name: 'Ganti F14 untuk Panggil ulang' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await step('F13', 'F13')
  await called(page)
  await page.reload()
  await called(page)
  await step('F14', 'F14')
  await page.getByText('Panggilan ke-2').waitFor()
  await step('F13', 'F13')
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  await step('F13', 'F13')
  await page.getByText('Belum ada yang menunggu').waitFor()
})

test('a dialog that the mouse opened leaves no button behind that the keys would press', async () => {
  const { id, number } = await manager.takeNumber(['dukcapil-kk'])
  const page = await panels.officerAt('dukcapil-1', 'Loket 1')
  const strike = await makeDevice(page)
  for (const name of ['Menu', /^Panggil .* dengan alasan/, 'Jeda']) {
    await page.getByRole('button', { name }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await strike(' ', 'Space')
  await called(page)
  expect(await nowAt(page).textContent()).toContain(number)
  await manager.post(`/api/reception/visits/${id}/cancel`)
})

test('a key of the number pad counts for itself, with Num Lock on or off; the digit above the letters is another', async () => {
  const { number } = await manager.takeNumber(['dukcapil-kk'])
  const page = await panels.officerAt('dukcapil-1', 'Loket 1')
  const strike = await makeDevice(page)
  await openKeys(page)
  await page.getByRole('button', { name: 'Ganti M untuk Terlewat' }).click()
  await strike('1', 'Numpad1')
  await page.getByRole('button', { name: 'Ganti Num 1 untuk Terlewat' }).waitFor()
  // Kept; and no button of the page has the focus, which Enter would press.
  await page.reload()
  await page.getByText('Berikutnya', { exact: true }).waitFor()
  await strike('Enter', 'NumpadEnter')
  await called(page)
  expect(await page.getByRole('button', { name: 'Terlewat' }).textContent()).toContain('Num 1')

  await strike('1', 'Digit1')
  await strike('m', 'KeyM')
  // What was pressed after them is done: they did nothing.
  await strike('r', 'KeyR')
  await page.getByText('Panggilan ke-2').waitFor()
  await called(page)
  await strike('End', 'Numpad1')
  await page.getByRole('button', { name: `Antrekan lagi ${number}` }).waitFor()
})

test('no page threw or asked for what the policy forbids', () => expect(panels.faults.flat()).toEqual([]))
