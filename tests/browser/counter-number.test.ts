// Numbers, people and dialogs at the panel, in a real browser by keyboard: a certain number, nobody's number, a
// colleague, who does not come; and every dialog in a narrow strip.
import { expect, test } from 'vitest'
import { deskWork, faultsNow, press, says } from './desk-work.ts'
import { dialogOf, nowAt } from './panel.ts'

const desk = deskWork()
const { serving } = desk

test('a certain number is called with a reason: typed, or from the list', async () => {
  const { page, numbers } = await serving(3)
  await press(page, ' ')
  await page.getByText('Berikutnya', { exact: true }).waitFor()
  await press(page, 'g')
  await dialogOf(page, 'Panggil nomor tertentu')
  await page.keyboard.type('Z999')
  await page.keyboard.press('Enter')
  await says(page, 'Hari ini tidak ada nomor itu.')
  await page.getByLabel('Nomor antrean').fill((numbers[2] ?? '').toLowerCase())
  await page.keyboard.press('Tab')
  await page.keyboard.press(' ')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, 'Alasan: Sudah berada di loket.')
  expect(await nowAt(page).textContent()).toBe(numbers[2])

  await press(page, 'z')
  await page.getByText('Berikutnya', { exact: true }).waitFor()
  await press(page, 'c')
  await press(page, 'ArrowDown')
  await press(page, 'ArrowLeft')
  await dialogOf(page, 'Panggil nomor tertentu')
  expect(await page.getByLabel('Nomor antrean').inputValue()).toBe(numbers[2])
  await press(page, 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('who stands there without a number is served at once; taken back, nobody waits', async () => {
  const page = await desk.panels.officerAt('dukcapil-1', 'Loket 1')
  await press(page, 'n')
  await dialogOf(page, 'Layani tanpa nomor')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  const number = await nowAt(page).textContent()
  await says(page, `Nomor ${number} akan dibatalkan`)
  await press(page, 'z')
  await says(page, 'Belum ada yang menunggu')
})

test('a colleague takes the counter over with the visitor; who handed over may take it back', async () => {
  const { page, numbers } = await serving()
  await press(page, 's')
  await dialogOf(page, 'Serahkan loket')
  await says(page, `bersama ${numbers[0]}`)
  await page.getByRole('radio', { name: 'Petugas 2 Dukcapil' }).check()
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, 'Loket akan kembali ke petugas yang menyerahkannya.')
  expect(await page.getByRole('button', { name: /^Selesai/ }).count()).toBe(0)
  await press(page, 'z')
  await page.getByRole('button', { name: /^Selesai, alasan lain/ }).waitFor()
  await press(page, ' ')
  await says(page, 'Belum ada yang menunggu')
})

test('who does not come waits for the second call, and is let back at once', async () => {
  const { page, numbers } = await serving()
  await press(page, 'z')
  await page.getByText('Dipanggil', { exact: true }).waitFor()
  const miss = page.getByRole('button', { name: /^Terlewat/ })
  expect(await miss.textContent()).toContain('nanti dipanggil lagi')
  await press(page, 'm')
  await says(page, 'panggilan kedua pukul')
  await says(page, 'panggilan keduanya batal')
  await press(page, 'c')
  await press(page, 'Enter')
  await page.getByText('Berikutnya', { exact: true }).waitFor()
  await press(page, ' ')
  await page.getByText('Dipanggil', { exact: true }).waitFor()
  expect(await nowAt(page).textContent()).toBe(numbers[0])
  expect(await miss.textContent()).not.toContain('lagi')
  await press(page, ' ')
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  await press(page, ' ')
  await says(page, 'Belum ada yang menunggu')
})

test('a dialog about a visitor goes when the visitor goes, at another computer too', async () => {
  const { page } = await serving()
  const other = await page.context().newPage()
  await other.goto(`${desk.house.url}/counter/`)
  await other.getByText('Sedang dilayani', { exact: true }).waitFor()
  await press(page, 'l')
  await page.getByRole('dialog').waitFor()
  await press(other, ' ')
  await says(page, 'Belum ada yang menunggu')
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('in a strip of 360 px every dialog is whole, in the dark too', async () => {
  const { page } = await serving()
  await page.setViewportSize({ width: 360, height: 768 })
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const key of ['t', 'l', 'a', 's']) {
    await press(page, key)
    await page.getByRole('dialog').waitFor()
    const ends = page.locator('.dialog-ends button').first()
    const [box, wide] = [
      await ends.boundingBox(),
      await page.evaluate(() => document.documentElement.scrollWidth),
    ]
    expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(768)
    expect(wide).toBe(360)
    expect(await faultsNow(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await press(page, ' ')
})

test('no page threw or asked for what the policy forbids', () =>
  expect(desk.panels.faults.flat()).toEqual([]))
