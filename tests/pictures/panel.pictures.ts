// The counter panel, the supervisors' page and the record: what an officer sees, in light and dark themes.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccounts } from '../browser/accounts.ts'
import { openBrowser } from '../browser/harness.ts'
import { type Staff, signInAs } from '../browser/staff.ts'
import { film, scales } from './camera.ts'
import { fillMorning, openMorning, type Morning } from './morning.ts'

const HERE = '/api/counters/loket-1'

let morning: Morning
let browser: Browser
let passwords: ReadonlyMap<string, string>
let colleague: Staff

beforeAll(async () => {
  ;[morning, browser] = await Promise.all([openMorning(), openBrowser()])
  passwords = await makeAccounts(morning.house)
  const { staff, house } = morning
  await staff.revise((plan) => {
    plan.walkSeconds = 0
    plan.secondCallSeconds = 600
  })
  await fillMorning(staff)
  await staff.post(`${HERE}/finish`)
  await staff.post('/api/counters/loket-2/put-back')
  for (const counter of ['loket-1', 'loket-2']) await staff.post(`/api/counters/${counter}/close`)
  colleague = await signInAs(house, 'dukcapil-2', passwords.get('dukcapil-2') ?? '')
  const there = '/api/counters/loket-2'
  await colleague.callAt('loket-2')
  await colleague.post(`${there}/hold`, {
    reason: 'menunggu suami yang sedang parkir di seberang jalan',
    minutes: 30,
  })
  await colleague.callAt('loket-2')
  await colleague.post(`${there}/miss`)
})

afterAll(async () => {
  await browser.close()
  await morning.house.close()
})

const sizes = [
  { size: 'desk', language: 'id', colorScheme: 'light', width: 1366, height: 768 },
  { size: 'desk', language: 'en', colorScheme: 'dark', width: 1366, height: 768 },
  { size: 'narrow', language: 'id', colorScheme: 'dark', width: 360, height: 768 },
  { size: 'narrow', language: 'en', colorScheme: 'light', width: 360, height: 768 },
] as const
type Size = (typeof sizes)[number]

async function open(path: string, username: string, size: Size): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height },
    colorScheme: size.colorScheme,
    reducedMotion: 'reduce',
    deviceScaleFactor: scales[size.size],
  })
  const page = await context.newPage()
  await page.goto(`${morning.house.url}/${path}/?lang=${size.language}`)
  await page.locator('input[autocomplete=username]').fill(username)
  await page
    .locator('input[type=password]')
    .fill(passwords.get(username) ?? morning.house.firstRun.manager.password)
  await page.keyboard.press('Enter')
  await page.locator('input[name=password]').waitFor({ state: 'detached' })
  return page
}

/** Presses a key late enough not to be the second half of the last press. */
async function press(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(450)
  await page.keyboard.press(key)
}

async function dialog(page: Page, key: string): Promise<void> {
  await press(page, key)
  await page.getByRole('dialog').waitFor()
}

async function back(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test.each(sizes)('at the counter, $size, $language', async (size) => {
  const { take, faults } = film('counter', `${size.size}.${size.language}`)
  const { staff, house } = morning
  for (const service of ['dukcapil-kk', 'dukcapil-kk']) await staff.takeNumber([service])
  const page = await open('counter', 'dukcapil-1', size)
  await page.getByRole('button', { name: /^(Loket|Counter) 1 / }).waitFor()
  await take(page, 'choose')
  await page.getByRole('button', { name: /^(Loket|Counter) 1 / }).click()
  await page.locator('.queue .row').first().waitFor()
  await take(page, 'open')
  await press(page, ' ')
  await page.locator('.now-alert').waitFor()
  await take(page, 'called')
  await press(page, ' ')
  await page.locator('.now-serving').waitFor()
  await staff.post(`${HERE}/messages`, { text: 'Rapat singkat pukul 15.00 di ruang penyelia.' })
  await page.locator('.notice-message').waitFor()
  await take(page, 'serving')
  await dialog(page, 't')
  for (const words of ['skck', 'jkn']) {
    await page.keyboard.type(words)
    await press(page, 'Enter')
  }
  await page.locator('.to-bring').waitFor()
  await take(page, 'refer')
  await back(page)
  await dialog(page, 'a')
  await page.locator('.choices:last-of-type input[type=radio]').last().check()
  await page.locator('.papers').waitFor()
  await take(page, 'reason')
  await back(page)
  await press(page, 'd')
  await page.locator('.notice-message').waitFor({ state: 'detached' })
  await house.kill()
  await page.locator('.banner').waitFor()
  await take(page, 'offline')
  await house.start()
  await page.locator('.primary button:enabled').waitFor()
  await press(page, ' ')
  await page.locator('.now-serving').waitFor({ state: 'detached' })
  await staff.post(`${HERE}/close`)
  colleague = await signInAs(house, 'dukcapil-1', passwords.get('dukcapil-1') ?? '')
  await colleague.post(`${HERE}/open`)
  await colleague.post(`${HERE}/pause`, { reason: 'istirahat', minutes: 60 })
  await page.locator('.nobody, .now').first().waitFor()
  await take(page, 'paused')
  await staff.post(`${HERE}/close`)
  expect(faults).toEqual([])
  await page.context().close()
})

test.each(sizes)('over the agency, $size, $language', async (size) => {
  const { take, faults } = film('supervise', `${size.size}.${size.language}`)
  const page = await open('supervise', 'dukcapil-spv', size)
  await page.locator('h2').first().waitFor()
  await take(page, 'agency')
  expect(faults).toEqual([])
  await page.context().close()
})

test.each(sizes)('where it burns, $size, $language', async (size) => {
  const { take, faults } = film('monitor', `${size.size}.${size.language}`)
  const page = await open('monitor', 'manager', size)
  await page.locator('.line').first().waitFor()
  await take(page, 'hall')
  expect(faults).toEqual([])
  await page.context().close()
})

test.each(sizes)('in the record, $size, $language', async (size) => {
  const { take, faults } = film('audit', `${size.size}.${size.language}`)
  const page = await open('audit', 'dukcapil-spv', size)
  await page.locator('form').first().waitFor()
  await page.locator('ol li, table tr').nth(3).waitFor()
  await take(page, 'lines')
  expect(faults).toEqual([])
  await page.context().close()
})
