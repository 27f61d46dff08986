// The audit's page in a real browser: what a supervisor finds by number, by person and by day, takes along as a table,
// and is told when the server is away.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { axeFaults, faultsOf, openBrowser } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

let house: StaffedHouse
let browser: Browser
let staff: Staff
let number: string
let service: string
let counter: string
const faults: string[][] = []
const note = '<b>Bawa</b> fotokopi KTP'

interface HallAnswer {
  services: { id: string; status: string; agency: string }[]
  counters: { id: string; agency: string; services: string[] }[]
}

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
  staff = await signIn(house)
  const { services, counters } = (await (await fetch(`${house.url}/api/hall`)).json()) as HallAnswer
  const open = services.filter(({ status }) => status === 'open')
  const own = open.find(({ agency }) => agency === 'dukcapil')
  service = own?.id ?? ''
  counter = counters.find(({ services: of }) => of.includes(service))?.id ?? ''
  number = (await staff.takeNumber([service])).number
  await staff.callAt(counter)
  const other = open.find(({ agency }) => agency !== 'dukcapil')?.id
  await staff.post(`/api/counters/${counter}/refer`, { service: other, note })
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** The page after somebody has signed in: the manager, who has no password of their own yet, or of an agency. */
async function openAudit(username: string, { width = 1366, query = '' } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 768 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}/audit/${query}`)
  const given = username === 'manager' ? house.firstRun.manager.password : house.passwords.get(username)
  await page.getByLabel(/Nama pengguna|User name/).fill(username)
  await page
    .getByLabel(/Kata sandi|Password/, { exact: true })
    .first()
    .fill(given ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Catatan, |^The record|^Untuk penyelia/ }).waitFor()
  return page
}
const lines = (page: Page) => page.getByRole('listitem')

test('a number is followed from its ticket to its end, with the note that goes with it, by keyboard alone', async () => {
  const page = await openAudit('manager')
  await lines(page).first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Nomor antrean').focus()
  await page.keyboard.type(number.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByText('Semua sudah ditampilkan.').waitFor()
  expect(await lines(page).last().innerText()).toContain(`${number} diambil untuk`)
  expect(await lines(page).first().innerText()).toMatch(/mengarahkan .* dengan catatan|Diumumkan|Pengumuman/)
  await page.getByText(`Catatan: ${note}`).waitFor()
  expect(new URL(page.url()).search).toBe(`?number=${number.toLowerCase()}`)
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Kosongkan' }).click()
  await page.getByText('Membuat akun').first().waitFor()
  expect(new URL(page.url()).search).toBe('')
})

test('a person on a line narrows the search to what that person did and what was done to the account', async () => {
  const page = await openAudit('manager')
  await page
    .getByText(/^Masuk dari/)
    .first()
    .waitFor()
  await page
    .getByRole('button', { name: /^Hanya .*\(manager\)/ })
    .first()
    .click()
  await page.waitForURL(/\?staff=manager$/)
  await page.getByText('Semua sudah ditampilkan.').waitFor()
  // What was done to the account is the person's record too.
  expect(await page.getByText('Membuat akun').allInnerTexts()).toEqual([
    expect.stringMatching(/\(manager\) sebagai pengelola/),
  ])
  expect(await page.getByLabel('Petugas').inputValue()).toBe('manager')
})

test('a supervisor sees the own agency, in English and on a phone', async () => {
  const page = await openAudit('dukcapil-spv', { width: 390, query: '?lang=en' })
  await page.getByText(`${number} is taken for`).waitFor()
  expect(await page.getByText('enrolment link').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Day', { exact: true }).fill('2020-01-01')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing in the record fits.').waitFor()
})

test('the table that is taken along has what the search has', async () => {
  const page = await openAudit('dukcapil-spv', { query: `?number=${number}` })
  const taken = async () => {
    await page.getByText('Semua sudah ditampilkan.').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
    return readFileSync(await download.path(), 'utf8')
  }
  let table = ''
  // A call that nobody hears is recorded seconds after it: perhaps between the two.
  const more = async () => {
    await page.reload()
    table = await taken()
    return table.trim().split('\r\n').length - (await lines(page).count())
  }
  await expect.poll(more, { timeout: 60_000 }).toBe(1)
  expect(table).toMatch(/^\uFEFFHari,Pukul,Nomor,Loket,Siapa,Apa yang terjadi,/)
  expect(table).toContain(note)
})

test('an officer is told whose page it is', async () => {
  const page = await openAudit('dukcapil-1')
  await page.getByRole('heading', { name: 'Untuk penyelia dan pengelola' }).waitFor()
  expect(await lines(page).count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
})

test('without the server the old lines are shown as old, and the next search finds it again', async () => {
  const page = await openAudit('manager')
  await lines(page).first().waitFor()
  await house.kill()
  await page.getByRole('button', { name: 'Cari', exact: true }).click()
  await page.locator('.part.untrue').waitFor()
  await page.getByRole('alert').locator('.problem-words').first().waitFor()
  expect(await lines(page).count()).toBeGreaterThan(0)
  await house.start()
  await page.getByRole('button', { name: 'Cari', exact: true }).click()
  await page.locator('.part.untrue').waitFor({ state: 'detached' })
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))
