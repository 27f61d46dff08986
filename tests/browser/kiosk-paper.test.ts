// The kiosk with a real (emulated) printer over TCP: what the glass says is what the paper did.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emulatedPrinter } from '../slip/printer.ts'
import { openBrowser, openHouse, type House } from './harness.ts'
import { openKioskPage } from './kiosk-page.ts'
import { signIn } from './staff.ts'

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

it('prints, says before the tap and after it that the paper is out, and prints again on a new roll', async () => {
  const printer = await emulatedPrinter()
  const kiosk = await openKioskPage(browser, house)
  const staff = await signIn(house)
  const self: unknown = await kiosk.page.evaluate(async () =>
    (await fetch('/api/devices/self?kind=kiosk')).json(),
  )
  const { id } = (self as { device: { id: string } }).device
  await staff.revise((plan) => {
    plan.printers = [
      {
        id: 'kios',
        name: { id: 'Kios', en: 'Kiosk' },
        link: { kind: 'network', host: '127.0.0.1', port: printer.port },
        paper: 80,
        answers: true,
        kiosks: [id],
        counters: [],
        reception: false,
      },
    ]
  })
  const { page } = kiosk
  const take = async () => {
    await kiosk.tap(/^Kartu Keluarga baru/)
    await kiosk.tap('Ambil nomor antrean')
    await page.locator('.taken-step').waitFor()
  }

  await take()
  await page.getByText('Ambil kertas Anda').waitFor()
  expect(printer.slips).toHaveLength(1)
  await kiosk.tap(/^Selesai/)

  printer.set({ paper: 'out' })
  await take()
  await page.getByText('Kertas habis.').waitFor()
  await page.getByRole('button', { name: 'Sudah saya catat' }).waitFor()
  await kiosk.tap(/Sudah saya catat/)
  await page.getByText('Kios ini sedang tidak mengeluarkan kertas').waitFor()

  await take()
  await page.getByText('Kertas habis.').waitFor()
  expect(printer.slips).toHaveLength(1)
  printer.set({ paper: 'full' })
  await kiosk.tap('Cetak lagi')
  await page.getByText('Ambil kertas Anda').waitFor()
  expect(printer.slips).toHaveLength(2)
  expect(kiosk.faults).toEqual([])
})
