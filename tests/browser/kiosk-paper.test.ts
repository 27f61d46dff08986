// The kiosk with an emulated printer over TCP: the screen says what really happened to the paper.
import { expect, it } from 'vitest'
import { emulatedPrinter } from '../slip/printer.ts'
import { openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openKioskPage } from './kiosk-page.ts'
import { kioskText } from './words.ts'

const { browser, house, staff } = houseOfFile(openHouse)

it('prints, says before the tap and after it that the paper is out, and prints again on a new roll', async () => {
  const printer = await emulatedPrinter()
  const kiosk = await openKioskPage(browser, house)
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
    await kiosk.tap(kioskText('takeNumber'))
    await page.locator('.taken-step').waitFor()
  }

  await take()
  await page.getByText(kioskText('slip.paper')).waitFor()
  expect(printer.slips).toHaveLength(1)
  await kiosk.tap(kioskText('finish'))

  printer.set({ paper: 'out' })
  await take()
  await page.getByText(kioskText('paperOut')).waitFor()
  await page.getByRole('button', { name: kioskText('noted') }).waitFor()
  await kiosk.tap(kioskText('noted'))
  await page.getByText(kioskText('noPaper')).waitFor()

  await take()
  await page.getByText(kioskText('paperOut')).waitFor()
  expect(printer.slips).toHaveLength(1)
  printer.set({ paper: 'full' })
  await kiosk.tap(kioskText('printAgain'))
  await page.getByText(kioskText('slip.paper')).waitFor()
  expect(printer.slips).toHaveLength(2)
})
