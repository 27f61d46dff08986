// The audit's page in a real browser: what a supervisor finds by number, by person and by day, downloads as a table,
// and is told when the server is away.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { auditText } from './words.ts'

const { enter, house, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
let number: string
let service: string
let counter: string
const note = '<b>Bawa</b> fotokopi KTP'

interface HallAnswer {
  services: { id: string; status: string; agency: string }[]
  counters: { id: string; agency: string; services: string[] }[]
}

beforeAll(async () => {
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

/** The page after somebody has signed in: the manager, who has no password of their own yet, or of an agency. */
async function openAudit(username: string, { width = 1366, query = '' } = {}): Promise<Page> {
  const viewport = { width, height: 768 }
  const page = await enter(`/audit/${query}`, username, { viewport, reducedMotion: 'reduce' })
  const [found, onlyOthers] = [auditText.either('found'), auditText.either('onlyTitle')]
  const heading = (name: RegExp) => page.getByRole('heading', { name })
  await heading(found).or(heading(onlyOthers)).waitFor()
  return page
}
// The text of these lines is made by functions in `server/audit/words`: only their beginnings are written out here.
const lines = (page: Page) => page.getByRole('listitem')

test('a number is followed from its ticket to its end, with the note that goes with it, by keyboard alone', async () => {
  const page = await openAudit('manager')
  await lines(page).first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel(auditText('number')).focus()
  await page.keyboard.type(number.toLowerCase())
  await page.keyboard.press('Enter')
  // Not by the message that all is shown: it may still be there from the search before.
  await expect.poll(() => lines(page).last().innerText()).toContain(`${number} diambil untuk`)
  await page.getByText(auditText('all')).waitFor()
  expect(await lines(page).first().innerText()).toMatch(/meneruskan .* dengan catatan|Diumumkan|Pengumuman/)
  await page.getByText(auditText('note', { note })).waitFor()
  expect(new URL(page.url()).search).toBe(`?number=${number.toLowerCase()}`)
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('button', { name: auditText('clear') }).click()
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
    .getByRole('button', { name: new RegExp(`${auditText.like('onlyPerson').source}.*\\(manager\\)`) })
    .first()
    .click()
  await page.waitForURL(/\?staff=manager$/)
  // What was done to the account is part of the person's record too.
  await expect
    .poll(() => page.getByText('Membuat akun').allInnerTexts())
    .toEqual([expect.stringMatching(/\(manager\) sebagai pengelola/)])
  await page.getByText(auditText('all')).waitFor()
  expect(await page.getByLabel(auditText('person')).inputValue()).toBe('manager')
})

test('a supervisor sees their own agency, in English and on a phone', async () => {
  const page = await openAudit('dukcapil-spv', { width: 390, query: '?lang=en' })
  await page.getByText(`${number} is taken for`).waitFor()
  expect(await page.getByText('enrolment link').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel(auditText.en('day'), { exact: true }).fill('2020-01-01')
  await page.keyboard.press('Enter')
  await page.getByText(auditText.en('none')).waitFor()
})

test('the table that is taken along has what the search has', async () => {
  const page = await openAudit('dukcapil-spv', { query: `?number=${number}` })
  const taken = async () => {
    await page.getByText(auditText('all')).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: auditText('download') }).click(),
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
  await page.getByRole('heading', { name: auditText('onlyTitle') }).waitFor()
  expect(await lines(page).count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
})

test('without the server the old lines are shown as old, and the next search finds it again', async () => {
  const page = await openAudit('manager')
  await lines(page).first().waitFor()
  await house.kill()
  await page.getByRole('button', { name: auditText('search'), exact: true }).click()
  await page.locator('.part.untrue').waitFor()
  await page.getByRole('alert').locator('.problem-words').first().waitFor()
  expect(await lines(page).count()).toBeGreaterThan(0)
  await house.start()
  await page.getByRole('button', { name: auditText('search'), exact: true }).click()
  await page.locator('.part.untrue').waitFor({ state: 'detached' })
})
