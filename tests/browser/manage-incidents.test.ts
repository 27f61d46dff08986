// The manager learns that the server ended by itself or had a fault: when, how often, and what to send on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFaults, openBrowser, openHouse, type House } from './harness.ts'
import { openManagePage } from './manage-page.ts'

let house: House
let browser: Browser
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await house.close()
})

it('says nothing where nothing happened; then what, how often, and the report to copy', async () => {
  const before = await openManagePage(browser, house, { heading: 'Perangkat', faults })
  expect(await before.getByText('Gangguan server').count()).toBe(0)
  await before.close()

  await house.stop()
  const at = Date.now()
  const fault = { id: 'f1', version: '0.1.0', where: ['at read (dist/server/main.js:12:3)'] }
  const incidents = [
    { ...fault, kind: 'survived', first: at - 9_000, last: at, count: 1200, what: 'Error: <b>garis</b>' },
    { ...fault, kind: 'restarted', first: at, last: at, count: 1, what: 'TypeError: x' },
    { ...fault, kind: 'survived', first: 0, last: 0, count: 1, what: 'Error: lama sekali' },
  ]
  writeFileSync(join(house.dataDir, 'incidents.json'), JSON.stringify(incidents), { mode: 0o600 })
  await house.start()
  await house.kill()
  await house.start()

  const page = await openManagePage(browser, house, { heading: 'Gangguan server', faults })
  const part = page.locator('section[aria-labelledby=incidents-title]')
  const rows = part.getByRole('listitem')
  expect(await rows.allTextContents()).toEqual([
    expect.stringMatching(/^Server berhenti tanpa pesan.*, \d\d\.\d\d$/),
    expect.stringMatching(/^Kesalahan di dalam program. Antrean berjalan terus. 1.200 kali, terakhir /),
    expect.stringContaining('memulai ulang dirinya'),
  ])
  await part.getByText('Lihat laporan').click()
  const report = part.getByRole('textbox', { name: 'Laporan untuk perawat server' })
  expect(await report.inputValue()).toMatch(
    /ended {2}1 ×.*[^]*survived {2}1200 × since .*[^]*<b>garis[^]*main\.js:12:3/,
  )
  expect(await axeFaults(page)).toEqual([])
  await page.context().grantPermissions(['clipboard-write', 'clipboard-read'])
  await part.getByRole('button', { name: 'Salin laporan' }).click()
  await part.getByText('Laporan disalin.').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await report.inputValue())

  await page.goto(`${house.url}/manage/?lang=en`)
  await part.getByText('The server was gone without a word').waitFor()
  expect(await rows.nth(1).textContent()).toContain('1,200 times, last on')
  expect(faults.flat()).toEqual([])
})
