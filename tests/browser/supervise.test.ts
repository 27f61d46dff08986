// The supervisors' page in a real browser: what needs somebody is seen and settled, counters and services are steered,
// an officer is led away, and a cut connection shows nothing as true.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { axeFaults, faultsOf, openBrowser } from './harness.ts'
import { signIn, signInAs, type Staff } from './staff.ts'

let house: StaffedHouse
let browser: Browser
let manager: Staff
let officer: Staff
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
  manager = await signIn(house)
  officer = await signInAs(house, 'dukcapil-1', house.passwords.get('dukcapil-1') ?? '')
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** The page after somebody has signed in. */
async function openPage(username: string, { width = 1366, query = '' } = {}): Promise<Page> {
  // Without motion: what is still fading in has less contrast.
  const context = await browser.newContext({ viewport: { width, height: 768 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}/supervise/${query}`)
  await page.getByLabel(/Nama pengguna|User name/).fill(username)
  await page
    .getByLabel(/Kata sandi|Password/, { exact: true })
    .first()
    .fill(house.passwords.get(username) ?? house.firstRun.manager.password)
  await page.keyboard.press('Enter')
  return page
}

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const counterRow = (page: Page, name: string) =>
  region(page, 'Loket').getByRole('button', { name: new RegExp(`^${name}\\b`) })
const dialogButton = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })

test('a call for help is seen at once, answered with one press, and settled', async () => {
  await officer.post('/api/counters/loket-1/open')
  const page = await openPage('dukcapil-spv')
  const needs = region(page, 'Perlu perhatian')
  await needs.getByText('Semua berjalan baik.').waitFor()
  expect(await axeFaults(page)).toEqual([])

  await officer.post('/api/counters/loket-1/help', { alarm: true })
  await needs.getByText('Alarm senyap').waitFor()
  await page.waitForFunction(() => document.title.startsWith('(1) '))
  expect(await axeFaults(page)).toEqual([])
  await needs.getByRole('button', { name: 'Saya datang ke Loket 1' }).press('Enter')
  await needs.getByText('Penyelia Dukcapil datang').waitFor()
  expect(await needs.getByRole('button', { name: /^Saya datang/ }).count()).toBe(0)
  await needs.locator('li:focus', { hasText: 'Penyelia Dukcapil datang' }).waitFor()
})

test('people who wait without an open counter are a thing to look at, until one opens', async () => {
  const page = await openPage('dukcapil-spv')
  const needs = region(page, 'Perlu perhatian')
  const { number } = await manager.takeNumber(['dukcapil-akta-lahir'])
  await needs.getByRole('button', { name: /^Akta kelahiran .*: 1 menunggu, tidak ada loket/ }).click()
  await dialogButton(page, `Lihat ${number}`).click()
  await page
    .getByRole('dialog', { name: `Nomor ${number}` })
    .getByText('Menunggu')
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  for (const { id, services } of await countersOfHall())
    if (services.includes('dukcapil-akta-lahir')) await manager.post(`/api/counters/${id}/open`)
  await needs.getByText('Beres: Akta kelahiran').waitFor()
})

test('a message stands at the counter until it was read there', async () => {
  await officer.post('/api/counters/loket-1/open')
  const page = await openPage('dukcapil-spv')
  await counterRow(page, 'Loket 1').click()
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, 'Kirim pesan').click()
  await page.getByLabel('Pesan ke Loket 1').fill('Ada map di meja saya.')
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, 'Kirim').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await counterRow(page, 'Loket 1').getByText('1 pesan belum dibaca').waitFor()

  const { counter } = await officer.post<{ counter: { messages: { id: string; text: string }[] } }>(
    '/api/counters/loket-1/open',
  )
  expect(counter.messages).toMatchObject([{ text: 'Ada map di meja saya.' }])
  await officer.post(`/api/counters/loket-1/messages/${counter.messages[0]?.id}/read`)
  await counterRow(page, 'Loket 1').getByText('pesan belum dibaca').waitFor({ state: 'detached' })
})

test('a counter that is closed puts back whom it has', async () => {
  await officer.post('/api/counters/loket-1/open')
  await manager.takeNumber(['dukcapil-kk'])
  const { call } = await officer.post<{ call: { number: string } }>('/api/counters/loket-1/call-next')
  const page = await openPage('dukcapil-spv')
  const row = counterRow(page, 'Loket 1')
  await row.getByText(call.number).waitFor()
  await row.click()
  await dialogButton(page, 'Tutup loket').click()
  await page.getByText(`${call.number} kembali menunggu`).waitFor()
  await dialogButton(page, 'Tutup loket').click()
  await row.getByText('Tutup').waitFor()
  await region(page, 'Layanan')
    .getByRole('button', { name: /^Kartu Keluarga baru/ })
    .getByText(/^\d+ menunggu/)
    .waitFor()
  expect(await row.innerText()).not.toContain(call.number)
})

test('what ended by mistake is found by its number and waits again, with the reason in the record alone', async () => {
  await officer.post('/api/counters/loket-1/open')
  const { number } = await manager.takeNumber(['dukcapil-kk'])
  while ((await officer.callAt('loket-1')) !== number) await officer.post('/api/counters/loket-1/miss')
  await officer.post('/api/counters/loket-1/start')
  await officer.post('/api/counters/loket-1/finish')
  const page = await openPage('dukcapil-spv')
  await page.getByLabel('Nomor antrean').fill(number)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Nomor ${number}` })
  await dialog.getByText('Selesai dilayani').waitFor()
  await dialog.getByRole('button', { name: 'Buka lagi Kartu Keluarga baru' }).click()
  await page.getByLabel('Mengapa dibuka lagi').fill('<b>Salah tekan</b> 👵🏽')
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, 'Buka lagi').press('Enter')
  await dialog.getByText(/^Menunggu/).waitFor()
  expect(await dialog.getByRole('button', { name: /^Buka lagi/ }).count()).toBe(0)
  expect(await officer.callAt('loket-1')).toBe(number)
  await officer.post('/api/counters/loket-1/start')
  await officer.post('/api/counters/loket-1/finish')
})

test('somebody is placed at a counter, but nobody who serves', async () => {
  await officer.post('/api/counters/loket-1/open')
  const page = await openPage('dukcapil-spv')
  await counterRow(page, 'Loket 3').click()
  await dialogButton(page, 'Tempatkan petugas').click()
  const one = page.getByRole('dialog').getByRole('radio', { name: /^Petugas 1 Dukcapil/ })
  await one.check()
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, 'Tempatkan').press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await counterRow(page, 'Loket 3').getByText('Petugas 1 Dukcapil').waitFor()
  await counterRow(page, 'Loket 1').getByText('Tutup').waitFor()

  await manager.takeNumber(['dukcapil-ktp-pemula'])
  const number = await officer.callAt('loket-3')
  await counterRow(page, 'Loket 1').click()
  await dialogButton(page, 'Tempatkan petugas').click()
  await page.getByRole('dialog').getByText(`Loket 3 · ${number}`).waitFor()
  expect(await one.isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await counterRow(page, 'Loket 3').click()
  await dialogButton(page, 'Tempatkan petugas').click()
  await page.getByText(`${number} masih di loket ini`).waitFor()
  await page.keyboard.press('Escape')
  await officer.post('/api/counters/loket-3/put-back')
  await officer.post('/api/counters/loket-3/close')
})

test('a service closes once it is said what becomes of those who wait, and who is on hold is among them', async () => {
  const { visit } = await manager.post<{ visit: { id: string } }>('/api/visits', {
    services: ['dukcapil-akta-kawin'],
  })
  await manager.post('/api/counters/loket-5/open')
  await manager.post('/api/counters/loket-5/call', { visit: visit.id })
  await manager.post('/api/counters/loket-5/hold')
  const page = await openPage('dukcapil-spv')
  const row = region(page, 'Layanan').getByRole('button', { name: /^Akta perkawinan/ })
  await row.getByText('1 ditunda').waitFor()
  await row.click()
  await dialogButton(page, 'Ubah status').click()
  await page.getByRole('radio', { name: 'Berhenti sementara' }).check()
  await page.getByText('1 orang masih menunggu').waitFor()
  expect(await dialogButton(page, 'Simpan status').isDisabled()).toBe(true)
  await page.getByRole('radio', { name: 'Tetap dilayani sampai habis' }).check()
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, 'Simpan status').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await row.getByText('Berhenti sementara').waitFor()
  await row.getByText('1 ditunda').waitFor()

  await row.click()
  await dialogButton(page, 'Kuota hari ini').click()
  await page.getByLabel('Nomor paling banyak hari ini').fill('5')
  await dialogButton(page, 'Simpan kuota').click()
  await row.getByText('1 dari 5 nomor').waitFor()
})

test('a manager sees all agencies or one of them, in English and on a phone, one part at a time', async () => {
  const page = await openPage('manager', { width: 390, query: '?lang=en' })
  await page.getByLabel('Agency').selectOption('polres')
  await region(page, 'Needs attention').waitFor()
  const parts = page.getByRole('navigation', { name: 'Parts of the page' })
  for (const part of ['Counters', 'Services', 'Staff']) {
    await parts.getByRole('button', { name: part }).click()
    await region(page, part).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await axeFaults(page)).toEqual([])
  }
  expect(await region(page, 'Counters').isVisible()).toBe(false)
  await page.reload()
  await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#agency')?.value === 'polres')
})

test('an officer is led to the counter', async () => {
  const page = await openPage('dukcapil-1')
  await page.getByRole('heading', { name: 'Hanya untuk penyelia' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.getByRole('link', { name: 'Panel loket' }).getAttribute('href')).toBe('/counter/')
})

test('without the server nothing is shown as true and nothing can be ordered', async () => {
  const page = await openPage('dukcapil-spv')
  await counterRow(page, 'Loket 1').click()
  const message = dialogButton(page, 'Kirim pesan')
  await expect.poll(() => message.isEnabled()).toBe(true)
  await house.kill()
  await page.getByRole('dialog').getByText('Sambungan terputus').waitFor()
  await expect.poll(() => message.isDisabled()).toBe(true)
  await page.locator('.sheets.untrue').waitFor()
  await house.start()
  await page.locator('.sheets:not(.untrue)').waitFor()
  await expect.poll(() => message.isEnabled()).toBe(true)
})

async function countersOfHall(): Promise<{ id: string; services: string[] }[]> {
  const answer = await fetch(`${house.url}/api/hall`)
  return ((await answer.json()) as { counters: { id: string; services: string[] }[] }).counters
}

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))
