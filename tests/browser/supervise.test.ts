// The supervisors' page in a real browser: what needs somebody is seen and settled, counters and services are
// managed, an officer is sent elsewhere, and a cut connection shows nothing as true.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { signInAs, type Staff } from './staff.ts'
import { begins, hallText, serviceStatusText, staffText, stepStatusText, superviseText } from './words.ts'

const { enter, house, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
let officer: Staff

beforeAll(async () => {
  officer = await signInAs(house, 'dukcapil-1', house.passwords.get('dukcapil-1') ?? '')
})

/** The page after somebody has signed in; without motion: what is still fading in has less contrast. */
const openPage = (username: string, { width = 1366, query = '' } = {}) =>
  enter(`/supervise/${query}`, username, { viewport: { width, height: 768 }, reducedMotion: 'reduce' })

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const counterRow = (page: Page, name: string) =>
  region(page, superviseText('counters')).getByRole('button', { name: new RegExp(`^${name}\\b`) })
const dialogButton = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })

test('a call for help is seen at once, answered with one press, and settled', async () => {
  await officer.post('/api/counters/loket-1/open')
  const page = await openPage('dukcapil-spv')
  const needs = region(page, superviseText('attention'))
  const comes = superviseText('answered', { name: 'Penyelia Dukcapil' })
  await needs.getByText(superviseText('attentionNone')).waitFor()
  expect(await axeFaults(page)).toEqual([])

  await officer.post('/api/counters/loket-1/help', { alarm: true })
  await needs.getByText(superviseText('alarm')).waitFor()
  await page.waitForFunction(() => document.title.startsWith('(1) '))
  expect(await axeFaults(page)).toEqual([])
  await needs.getByRole('button', { name: superviseText('answerAt', { counter: 'Loket 1' }) }).press('Enter')
  await needs.getByText(comes).waitFor()
  expect(await needs.getByRole('button', { name: begins(superviseText('answer')) }).count()).toBe(0)
  await needs.locator('li:focus', { hasText: comes }).waitFor()
})

test('people waiting without an open counter need attention, until one opens', async () => {
  const page = await openPage('dukcapil-spv')
  const needs = region(page, superviseText('attention'))
  const { number } = await staff.takeNumber(['dukcapil-akta-lahir'])
  await needs.getByRole('button', { name: superviseText.like('alone', { count: 1 }) }).click()
  await dialogButton(page, superviseText('showVisit', { number })).click()
  await page
    .getByRole('dialog', { name: superviseText('visitTitle', { number }) })
    .getByText(begins(stepStatusText('waiting')))
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  for (const { id, services } of await countersOfHall())
    if (services.includes('dukcapil-akta-lahir')) await staff.post(`/api/counters/${id}/open`)
  await needs.getByText(`${superviseText('settled')}: Akta kelahiran`).waitFor()
})

test('a message stays at the counter until it has been read there', async () => {
  await officer.post('/api/counters/loket-1/open')
  const page = await openPage('dukcapil-spv')
  await counterRow(page, 'Loket 1').click()
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, superviseText('doing.message')).click()
  await page.getByLabel(superviseText('messageLabel', { counter: 'Loket 1' })).fill('Ada map di meja saya.')
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, superviseText('messageGo')).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await counterRow(page, 'Loket 1')
    .getByText(superviseText('unread', { count: 1 }))
    .waitFor()

  const { counter } = await officer.post<{ counter: { messages: { id: string; text: string }[] } }>(
    '/api/counters/loket-1/open',
  )
  expect(counter.messages).toMatchObject([{ text: 'Ada map di meja saya.' }])
  await officer.post(`/api/counters/loket-1/messages/${counter.messages[0]?.id}/read`)
  await counterRow(page, 'Loket 1').getByText(superviseText.like('unread')).waitFor({ state: 'detached' })
})

test('closing a counter puts its visitor back', async () => {
  await officer.post('/api/counters/loket-1/open')
  await staff.takeNumber(['dukcapil-kk'])
  const { call } = await officer.post<{ call: { number: string } }>('/api/counters/loket-1/call-next')
  const page = await openPage('dukcapil-spv')
  const row = counterRow(page, 'Loket 1')
  await row.getByText(call.number).waitFor()
  await row.click()
  await dialogButton(page, superviseText('doing.close')).click()
  await page.getByText(superviseText('closeAskBusy', { counter: 'Loket 1', number: call.number })).waitFor()
  await dialogButton(page, superviseText('doing.close')).click()
  await row.getByText(staffText('counter.closed')).waitFor()
  await region(page, superviseText('services'))
    .getByRole('button', { name: /^Kartu Keluarga baru/ })
    .getByText(begins(superviseText.like('waiting')))
    .waitFor()
  expect(await row.innerText()).not.toContain(call.number)
})

test('what ended by mistake is found by its number and waits again, with the reason in the record alone', async () => {
  await officer.post('/api/counters/loket-1/open')
  const { number } = await staff.takeNumber(['dukcapil-kk'])
  while ((await officer.callAt('loket-1')) !== number) await officer.post('/api/counters/loket-1/miss')
  await officer.post('/api/counters/loket-1/start')
  await officer.post('/api/counters/loket-1/finish')
  const page = await openPage('dukcapil-spv')
  await page.getByLabel(hallText('findLabel')).fill(number)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: superviseText('visitTitle', { number }) })
  await dialog.getByText(superviseText('outcome.served')).waitFor()
  await dialog
    .getByRole('button', { name: superviseText('reopenStep', { service: 'Kartu Keluarga baru' }) })
    .click()
  await page.getByLabel(superviseText('reopenReason')).fill('<b>Salah tekan</b> 👵🏽')
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, superviseText('reopen')).press('Enter')
  await dialog.getByText(begins(stepStatusText('waiting'))).waitFor()
  expect(await dialog.getByRole('button', { name: begins(superviseText('reopen')) }).count()).toBe(0)
  expect(await officer.callAt('loket-1')).toBe(number)
  await officer.post('/api/counters/loket-1/start')
  await officer.post('/api/counters/loket-1/finish')
})

test('somebody is placed at a counter, but nobody who is serving', async () => {
  await officer.post('/api/counters/loket-1/open')
  const page = await openPage('dukcapil-spv')
  await counterRow(page, 'Loket 3').click()
  await dialogButton(page, superviseText('doing.assign')).click()
  const one = page.getByRole('dialog').getByRole('radio', { name: /^Petugas 1 Dukcapil/ })
  await one.check()
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, superviseText('assignGo')).press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await counterRow(page, 'Loket 3').getByText('Petugas 1 Dukcapil').waitFor()
  await counterRow(page, 'Loket 1').getByText(staffText('counter.closed')).waitFor()

  await staff.takeNumber(['dukcapil-ktp-pemula'])
  const number = await officer.callAt('loket-3')
  await counterRow(page, 'Loket 1').click()
  await dialogButton(page, superviseText('doing.assign')).click()
  await page.getByRole('dialog').getByText(`Loket 3 · ${number}`).waitFor()
  expect(await one.isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await counterRow(page, 'Loket 3').click()
  await dialogButton(page, superviseText('doing.assign')).click()
  await page.getByText(superviseText('assignBusy', { number: number ?? '' })).waitFor()
  await page.keyboard.press('Escape')
  await officer.post('/api/counters/loket-3/put-back')
  await officer.post('/api/counters/loket-3/close')
})

test('a service closes once it is said what happens to the people waiting, including those on hold', async () => {
  const { visit } = await staff.post<{ visit: { id: string } }>('/api/visits', {
    services: ['dukcapil-akta-kawin'],
  })
  await staff.post('/api/counters/loket-5/open')
  await staff.post('/api/counters/loket-5/call', { visit: visit.id })
  await staff.post('/api/counters/loket-5/hold')
  const page = await openPage('dukcapil-spv')
  const row = region(page, superviseText('services')).getByRole('button', { name: /^Akta perkawinan/ })
  await row.getByText(superviseText('held', { count: 1 })).waitFor()
  await row.click()
  await dialogButton(page, superviseText('doing.status')).click()
  await page.getByRole('radio', { name: serviceStatusText('paused') }).check()
  await page.getByText(superviseText('waitingAsk', { count: 1 })).waitFor()
  expect(await dialogButton(page, superviseText('statusGo')).isDisabled()).toBe(true)
  await page.getByRole('radio', { name: superviseText('then.serve') }).check()
  expect(await axeFaults(page)).toEqual([])
  await dialogButton(page, superviseText('statusGo')).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await row.getByText(serviceStatusText('paused')).waitFor()
  await row.getByText(superviseText('held', { count: 1 })).waitFor()

  await row.click()
  await dialogButton(page, superviseText('doing.quota')).click()
  await page.getByLabel(superviseText('quotaLabel')).fill('5')
  await dialogButton(page, superviseText('quotaGo')).click()
  await row.getByText(superviseText('quotaOf', { taken: 1, quota: 5 })).waitFor()
})

test('a manager sees all agencies or one of them, in English and on a phone, one part at a time', async () => {
  const page = await openPage('manager', { width: 390, query: '?lang=en' })
  await page.getByLabel(superviseText.en('chooseAgency')).selectOption('polres')
  await region(page, superviseText.en('attention')).waitFor()
  const parts = page.getByRole('navigation', { name: superviseText.en('parts') })
  for (const key of ['counters', 'services', 'people'] as const) {
    const part = superviseText.en(key)
    await parts.getByRole('button', { name: part }).click()
    await region(page, part).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await axeFaults(page)).toEqual([])
  }
  expect(await region(page, superviseText.en('counters')).isVisible()).toBe(false)
  await page.reload()
  await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#agency')?.value === 'polres')
})

test('an officer is led to the counter', async () => {
  const page = await openPage('dukcapil-1')
  await page.getByRole('heading', { name: superviseText('onlyTitle') }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.getByRole('link', { name: superviseText('toCounter') }).getAttribute('href')).toBe(
    '/counter/',
  )
})

test('without the server nothing is shown as true and nothing can be ordered', async () => {
  const page = await openPage('dukcapil-spv')
  await counterRow(page, 'Loket 1').click()
  const message = dialogButton(page, superviseText('doing.message'))
  await expect.poll(() => message.isEnabled()).toBe(true)
  await house.kill()
  await page.getByRole('dialog').getByText(superviseText('offline')).waitFor()
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
