// What an officer does not do with every visitor, in a real browser by keyboard: several services at once, something
// missing, a certain number, nobody's number, a colleague; and what can't be taken back any more.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { axeFaults, openBrowser } from './harness.ts'
import { dialogOf, makePanels, nowAt, type Panels } from './panel.ts'
import { signIn, type Staff } from './staff.ts'

const FAMILY_CARD = 'dukcapil-kk'
/** Markup, emoji, and letters from the right. */
const ODD = '<b>surat kuasa</b> تفويض 👵🏽'

let house: StaffedHouse
let browser: Browser
let manager: Staff
let panels: Panels

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
  manager = await signIn(house)
  panels = makePanels(house, browser, manager, house.passwords)
  await manager.revise((plan) => {
    plan.walkSeconds = 0
    plan.secondCallSeconds = 600
  })
})

/** Visits of the running test. */
let taken: { id: string; number: string }[] = []

// Everybody goes home after each test, and nobody waits on.
afterEach(async () => {
  await panels.goHome()
  for (const { id } of taken) await manager.post(`/api/reception/visits/${id}/cancel`)
  taken = []
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** Long enough for a second press to be a second press. */
async function press(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(450)
  await page.keyboard.press(key)
}

/** What axe finds once everything has its last colour. */
async function faultsNow(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  return axeFaults(page)
}

const says = (page: Page, words: string) => page.getByText(words).first().waitFor()

/** Family cards that wait, and an officer at a counter of theirs who serves the first. */
async function serving(count = 1): Promise<{ page: Page; numbers: string[] }> {
  for (let one = 0; one < count; one++) {
    const { visit } = await manager.post<{ visit: { id: string; number: string } }>('/api/visits', {
      services: [FAMILY_CARD],
    })
    taken.push(visit)
  }
  const page = await panels.officerAt('dukcapil-1', 'Loket 1')
  await press(page, ' ')
  await page.getByText('Dipanggil', { exact: true }).waitFor()
  await press(page, ' ')
  await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  return { page, numbers: taken.map(({ number }) => number) }
}

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

  expect(await manager.callAt('loket-25')).toBe(numbers[0])
  await press(page, 'z')
  await says(page, 'sudah berlanjut di Loket 25')
  await manager.post('/api/counters/loket-25/start')
  const { counter } = await manager.post<{ counter: { current: { steps: unknown[] } } }>(
    '/api/counters/loket-25/pause',
  )
  expect(counter.current.steps).toHaveLength(3)
  await manager.post('/api/counters/loket-25/finish')
  await manager.post('/api/counters/loket-25/close')
})

test('a note that is too long stays as it was pasted, says so, and is not sent until it is shorter', async () => {
  const { page, numbers } = await serving()
  await press(page, 't')
  await dialogOf(page, `Teruskan ${numbers[0]}`)
  await page.keyboard.type('skck')
  await page.keyboard.press('Enter')
  const note = page.getByLabel('Catatan untuk rekan')
  await note.focus()
  await page.keyboard.insertText('x'.repeat(10_000))
  await says(page, 'Terlalu panjang: 10.000 karakter, paling banyak 500.')
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
  const page = await panels.officerAt('dukcapil-1', 'Loket 1')
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
  const miss = page.getByRole('button', { name: /^Tidak datang/ })
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
  await other.goto(`${house.url}/counter/`)
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

test('no page threw or asked for what the policy forbids', () => expect(panels.faults.flat()).toEqual([]))
