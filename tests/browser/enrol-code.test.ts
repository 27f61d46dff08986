// I17 in a real browser: a television shows a code, the manager types it, and the television is not touched again.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passDoor } from './door.ts'
import { axeFaults, faultsOf, openBrowser, openHouse, type House } from './harness.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

async function open(path: string) {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const faults = faultsOf(page)
  await page.goto(`${house.url}${path}`)
  return { page, faults }
}

test('[I17] a television becomes a display by the code that it shows: a television becomes the board of its zone by the code that it shows, also after a restart', async () => {
  const tv = await open('/display/?rim=4')
  const shown = tv.page.locator('.join-code')
  await shown.waitFor()
  expect(await axeFaults(tv.page)).toEqual([])

  const { page, faults } = await open('/manage/')
  await passDoor(page, 'manager', house.firstRun.manager.password)
  await page.getByRole('button', { name: 'Layar dengan kode' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Kode di layar').fill('XXX XXX')
  await dialog.getByRole('button', { name: 'Daftarkan' }).click()
  await dialog.getByText('Tidak ada layar yang menampilkan kode itu').waitFor()

  // The server forgets codes with a restart: the television shows another one by itself.
  const before = (await shown.textContent()) ?? ''
  await house.kill()
  await house.start()
  await expect.poll(() => shown.textContent(), { timeout: 20_000 }).not.toBe(before)

  await dialog.getByLabel('Kode di layar').fill(((await shown.textContent()) ?? '').toLowerCase())
  await dialog.getByLabel('Zona').selectOption({ label: 'Kependudukan dan keluarga' })
  await dialog.getByRole('button', { name: 'Daftarkan' }).click()
  await dialog.getByText('Layar – Kependudukan dan keluarga sudah terdaftar.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shown.waitFor({ state: 'detached' })
  await tv.page.getByRole('heading', { name: 'Kependudukan dan keluarga' }).waitFor()
  // The link's token is not left in the address, and what was asked of the glass is.
  expect(new URL(tv.page.url()).search).toBe('?rim=4')
  expect([tv.faults, faults]).toEqual([[], []])
})
