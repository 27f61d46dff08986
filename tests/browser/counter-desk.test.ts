// What an officer does not do with every visitor, in a real browser by keyboard: several services at once, something
// missing, another end; and what can't be taken back any more.
import { expect, test } from 'vitest'
import { deskWork, faultsNow, press, says } from './desk-work.ts'
import { dialogOf, nowAt } from './panel.ts'

/** Markup, emoji, and letters from the right. */
const ODD = '<b>surat kuasa</b> تفويض 👵🏽'

const desk = deskWork()
const { serving } = desk

test('two services at once: what is needed there is said, and an undo that comes too late says why', async () => {
  const { page, numbers } = await serving()
  await press(page, 't')
  await dialogOf(page, `Teruskan ${numbers[0]}`)
  const removing = page.getByRole('dialog').getByRole('button', { name: /^Hapus/ })
  for (const words of ['skck', 'jkn', 'ktp']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await removing.nth(2).waitFor()
  await page.keyboard.press('Backspace')
  await removing.nth(2).waitFor({ state: 'detached' })
  await says(page, 'Pas foto latar merah')
  await says(page, 'Loket ini tanpa pencetak')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, `${numbers[0]} akan kembali ke loket ini dan batal diteruskan.`)

  expect(await desk.manager.callAt('loket-25')).toBe(numbers[0])
  await press(page, 'z')
  await says(page, 'sudah berlanjut di Loket 25')
  await desk.manager.post('/api/counters/loket-25/start')
  const { counter } = await desk.manager.post<{ counter: { current: { steps: unknown[] } } }>(
    '/api/counters/loket-25/pause',
  )
  expect(counter.current.steps).toHaveLength(3)
  await desk.manager.post('/api/counters/loket-25/finish')
  await desk.manager.post('/api/counters/loket-25/close')
})

test('a note that is too long stays as it was pasted, says so, and is not sent until it is shorter', async () => {
  const { page, numbers } = await serving()
  await press(page, 't')
  await dialogOf(page, `Teruskan ${numbers[0]}`)
  await page.mouse.click(4, 400)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press(page, 't')
  await dialogOf(page, `Teruskan ${numbers[0]}`)
  await page.keyboard.type('skck')
  await page.keyboard.press('Enter')
  const note = page.getByLabel('Catatan untuk rekan')
  await note.focus()
  await page.keyboard.insertText('x'.repeat(10_000))
  await says(page, 'Terlalu panjang: 10.000 karakter, paling banyak 500.')
  // A press beside the dialog took nothing: now there is something to lose.
  await page.mouse.click(4, 400)
  expect(await note.inputValue()).toHaveLength(10_000)
  expect(await faultsNow(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()

  // 500 as the server counts: an emoji is one.
  await note.fill('👋'.repeat(500))
  await page.getByText('Terlalu panjang').waitFor({ state: 'detached' })
  await note.press('Enter')
  await says(page, `${numbers[0]} akan kembali ke loket ini`)
})

test('who fetches what is missing is back today, with what was told', async () => {
  const { page, numbers } = await serving()
  await press(page, 'l')
  await dialogOf(page, `${numbers[0]} belum lengkap`)
  await page.keyboard.press(' ')
  await page.getByLabel('Yang kurang, dengan kata sendiri').fill(ODD)
  await page.getByLabel('Yang disampaikan kepada pengunjung').fill('Loket 1 buka sampai 15.00.')
  await page.keyboard.press('Tab')
  await page.keyboard.press(' ')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, 'Kembali hari ini')
  await page.getByRole('button', { name: `Antrekan lagi ${numbers[0]}` }).waitFor()
  await press(page, 'c')
  await press(page, 'Enter')
  await page.getByText('Berikutnya', { exact: true }).waitFor()
  await press(page, ' ')
  await says(page, 'Disampaikan: Loket 1 buka sampai 15.00.')
  await says(page, ODD)
  await press(page, ' ')
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  await press(page, ' ')
  await says(page, 'Belum ada yang menunggu')
})

test('finished for another reason of the plan, and taken back', async () => {
  const { page, numbers } = await serving()
  await press(page, 'a')
  await dialogOf(page, `Selesaikan ${numbers[0]}`)
  await page.keyboard.press(' ')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, `${numbers[0]} akan dibuka lagi`)
  await press(page, 'z')
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  await press(page, ' ')
  await says(page, 'Belum ada yang menunggu')
})

test('a reason that counts as incomplete leads on to what is missing, and the visitor is back today', async () => {
  const { page, numbers } = await serving()
  await press(page, 'a')
  await dialogOf(page, `Selesaikan ${numbers[0]}`)
  const told = page.getByLabel('Yang disampaikan kepada pengunjung')
  await page.getByRole('radio', { name: 'Hanya bertanya' }).check()
  expect(await told.count()).toBe(0)
  await page.getByRole('radio', { name: 'Data tidak cocok' }).check()
  await page.getByRole('checkbox').first().check()
  // What the server says against it comes into sight, in a form that is longer than the glass.
  await told.fill('sampai\u0007besok')
  await press(page, 'Enter')
  await page.getByRole('dialog').getByText('karakter kendali').waitFor()
  await page.waitForFunction(() => {
    const line = document.querySelector('.dialog .problem-words')
    const { left = 0, top = 0, height = 0 } = line?.getBoundingClientRect() ?? {}
    return line?.contains(document.elementFromPoint(left + 8, top + height / 2))
  })
  expect(await told.evaluate((field) => field === document.activeElement)).toBe(true)
  await told.fill(ODD)
  await page.getByRole('checkbox', { name: 'Kembali hari ini' }).check()
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await page.getByRole('button', { name: `Antrekan lagi ${numbers[0]}` }).click()
  await page.getByText('Berikutnya', { exact: true }).waitFor()
  await press(page, ' ')
  await says(page, `Disampaikan: ${ODD}`)
  await page.locator('.fact-missing li').first().waitFor()
})

test('who was missed and stands at the desk is called at once, and the panel asks why', async () => {
  const { page, numbers } = await serving()
  const missed = page.getByRole('listitem').filter({ hasText: String(numbers[0]) })
  // Back to *called*, as if nobody had come.
  await press(page, 'z')
  await says(page, 'Dipanggil')
  await press(page, 'm')
  await missed.getByRole('button', { name: `Panggil ${numbers[0]} dengan alasan` }).click()
  await dialogOf(page, 'Panggil nomor tertentu')
  const call = page.getByRole('dialog').getByRole('button', { name: 'Panggil' })
  await call.click()
  await says(
    page,
    'Nomor ini tadi terlewat. Bila orangnya sudah di loket, pilih alasannya, lalu panggil lagi.',
  )
  expect(await faultsNow(page)).toEqual([])
  await page.getByRole('radio', { name: 'Sudah berada di loket' }).check()
  // Long enough after the answer to the first press for this one to be a second.
  await page.waitForTimeout(450)
  await call.click()
  await says(page, 'Alasan: Sudah berada di loket.')
  expect(await nowAt(page).textContent()).toBe(numbers[0])
})

test('no page threw or asked for what the policy forbids', () =>
  expect(desk.panels.faults.flat()).toEqual([]))
