// The number on the kiosk, with a printer that prints, runs out of paper, or does not exist.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser/harness.ts'
import { emulatedPrinter } from '../slip/printer.ts'
import { glasses, openGlass } from './glass.ts'
import { fillMorning, openMorning, usePrinter, type Morning } from './morning.ts'

let morning: Morning
let browser: Browser

beforeAll(async () => {
  ;[morning, browser] = await Promise.all([openMorning(), openBrowser()])
  await fillMorning(morning.staff)
})

afterAll(async () => {
  await browser.close()
  await morning.house.close()
})

test.each(glasses)('a number and its slip, $size, $language', async (glass) => {
  const on = await openGlass(browser, morning.house, glass)
  const { t, tap, take } = on
  const { page } = on.kiosk
  const self: unknown = await page.evaluate(async () => (await fetch('/api/devices/self?kind=kiosk')).json())
  const kiosks = [(self as { device: { id: string } }).device.id]
  const number = async (...services: string[]) => {
    await on.begin(...services)
    await tap(t.takeNumber)
    await page.locator('.taken-step').first().waitFor()
  }

  await usePrinter(morning.staff, null)
  await number('dukcapil-kk')
  await page.locator('.phone-code img').waitFor()
  await take('number-no-printer')
  await tap(t.noted)
  await number('dukcapil-ktp-ganti', 'dukcapil-kk', 'bpjskes-daftar')
  await take('number-several')
  await tap(t.noted)

  const printer = await emulatedPrinter({ waits: true })
  await usePrinter(morning.staff, printer.port, { kiosks })
  await number('dukcapil-kk')
  await page.getByText(t['slip.coming']).waitFor()
  await take('number-printing')
  printer.set({ waits: false })
  await page.getByText(t['slip.paper']).waitFor()
  await take('number-printed')
  await tap(t.finish)

  const { token } = await morning.staff.takeNumber(['dukcapil-kk', 'bpjskes-daftar'])
  await on.begin()
  await on.kiosk.scan(`http://antre.karangasemkab.go.id/t/${token}`)
  await page.getByRole('button', { name: t.copy }).waitFor()
  await take('scanned')
  await tap(t.giveBack)
  await take('give-back')
  await tap(t.giveBackNo)
  await tap(t.copy)
  await page.getByText(t['slip.paper']).waitFor()
  await take('scanned-copy')
  await on.begin()
  await on.kiosk.scan(`http://antre.karangasemkab.go.id/t/${'A'.repeat(22)}`)
  await page.getByText(t.unknown).waitFor()
  await take('unknown')

  printer.set({ paper: 'out' })
  await number('dukcapil-kk')
  await page.getByText(t.paperOut).waitFor()
  await take('number-failed')
  await tap(t.noted)
  await on.begin('dukcapil-kk')
  await page.locator('.no-paper').waitFor()
  await take('no-paper')
  await on.close()
  expect(on.faults).toEqual([])
})
