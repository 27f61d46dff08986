// The monitor in a real browser: where it burns is first and in words, each line leads to what can be done about it, the
// wall fits without scrolling, and nothing is shown as true that may not be.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { HallAnswer } from '../../server/live/hall.ts'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { signInAs, type Staff } from './staff.ts'
import { monitorText, superviseText } from './words.ts'

const { enter, house, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
let officer: Staff
let hall: HallAnswer

const still = { reducedMotion: 'reduce' } as const
const agencies = (page: Page) => page.getByRole('region', { name: monitorText('agencies'), exact: true })
const lines = (page: Page) => agencies(page).locator('.line')
const line = (page: Page, name: string) => lines(page).filter({ has: page.getByRole('heading', { name }) })
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

beforeAll(async () => {
  hall = await staff.get<HallAnswer>('/api/hall')
  officer = await signInAs(house, 'dukcapil-1', house.passwords.get('dukcapil-1') ?? '')
})

test('the wall cuts nothing off of what it says of the hall, also before anybody came and out of hours', async () => {
  const { hours } = await staff.get<Plan>('/api/plan')
  const never = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
  await staff.revise(
    (plan) => void (plan.hours = { ...never, [(new Date().getUTCDay() + 3) % 7 || 7]: hours[1] }),
  )
  const page = await enter('/monitor/?big', 'manager', { viewport: { width: 1366, height: 768 }, ...still })
  const said = page.getByText(monitorText('trial'))
  await said.filter({ hasText: monitorText('closed') }).waitFor()
  expect(await said.evaluate((words) => words.scrollWidth > words.clientWidth)).toBe(false)
  await staff.revise((plan) => void (plan.hours = hours))
})

test('a calm hall says so, and what burns is first, with the way to put it out', async () => {
  const page = await enter('/monitor/', 'manager', still)
  await page.getByText(monitorText('calm'), { exact: true }).first().waitFor()
  expect(await lines(page).count()).toBe(hall.agencies.length)
  expect(await axeFaults(page)).toEqual([])

  // Nobody serves them yet.
  await staff.takeNumber(['dukcapil-kk'])
  await staff.takeNumber(['dukcapil-kk'])
  const { short = '' } = hall.agencies.find(({ id }) => id === 'dukcapil') ?? {}
  await page
    .getByRole('status')
    .getByText(monitorText('burningOne', { names: short }))
    .waitFor()
  await lines(page)
    .first()
    .getByText(monitorText('why.alone', { count: 2 }))
    .waitFor()
  await page.waitForFunction(() => document.title.startsWith('(1) '))
  expect(await axeFaults(page)).toEqual([])

  // One press leads to the form that places somebody at the counter for which most wait, by keyboard too.
  const [opens = { id: '', name: { id: '' } }] = hall.counters.filter(({ services }) =>
    services.includes('dukcapil-kk'),
  )
  const button = line(page, short).getByRole('button', {
    name: monitorText('openCounter', { counter: opens.name.id }),
  })
  await button.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio').first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('radio').first().press('Space')
  await dialog.getByRole('button', { name: superviseText('assignGo'), exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await officer.post(`/api/counters/${opens.id}/open`)
  await line(page, short)
    .getByText(monitorText('openShort', { open: 1 }))
    .waitFor()
  await page
    .getByText(monitorText('why.alone', { count: 2 }))
    .first()
    .waitFor({ state: 'detached' })

  // A call for help outranks all; stopping numbers opens the service.
  await officer.post(`/api/counters/${opens.id}/help`, {})
  await lines(page)
    .first()
    .getByRole('button', { name: monitorText('answer', { counter: opens.name.id }) })
    .click()
  await dialog.getByRole('button', { name: new RegExp(superviseText('answer')) }).click()
  await page.keyboard.press('Escape')
  await page.getByText(monitorText.like('why.help')).first().waitFor({ state: 'detached' })
})

test('the details say what the forecast rests on, and lead to the agency', async () => {
  const page = await enter('/monitor/?lang=en', 'manager', still)
  const { short = '' } = hall.agencies.find(({ id }) => id === 'dukcapil') ?? {}
  await agencies(page)
    .waitFor({ state: 'detached', timeout: 1 })
    .catch(() => {})
  await page
    .getByRole('button', { name: monitorText.en('moreOf', { name: short }) })
    .first()
    .press('Enter')
  const dialog = page.getByRole('dialog', { name: short })
  await dialog.getByRole('figure').getByText(monitorText.en('chartTitle')).first().waitFor()
  await dialog.getByText(monitorText.en.like('usualFew')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('link', { name: monitorText.en('openSupervise') }).click()
  await page.waitForURL(/supervise/)
  await page.waitForFunction(() => document.querySelector('select')?.value === 'dukcapil')
})

test('on a phone nothing is wider than it, and in the dark it can be read; a supervisor sees the own agency alone', async () => {
  const page = await enter('/monitor/', 'dukcapil-spv', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    ...still,
  })
  await lines(page).first().waitFor()
  expect([await lines(page).count(), await isTooWide(page)]).toEqual([1, false])
  expect(await axeFaults(page)).toEqual([])
})

test('the wall needs no scrolling when everything burns, keeps its address, and goes back', async () => {
  const asked = hall.services.filter(({ status }) => status === 'open')
  for (const { id } of hall.agencies) {
    const own = asked.find(({ agency }) => agency === id)
    if (own) await staff.takeNumber([own.id])
  }
  const page = await enter('/monitor/?big', 'manager', { viewport: { width: 1920, height: 1080 }, ...still })
  await page.locator('.big-line').nth(5).waitFor()
  /** How far the lowest line, or what comes below it, is below the list or the screen; nothing scrolls there. */
  const cut = () =>
    page.evaluate(() => {
      const bottom = (of: string) =>
        Math.max(...[...document.querySelectorAll(of)].map((one) => one.getBoundingClientRect().bottom))
      const lines = bottom('.big-line') - bottom('.big-lines')
      return Math.ceil(Math.max(0, lines - 1, bottom('.big-more') - innerHeight))
    })
  expect([await cut(), await isTooWide(page)]).toEqual([0, false])
  await page.getByText(monitorText.like('bigMoreBurning')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  for (const [width, height] of [
    [1366, 768],
    [1080, 1920],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect.poll(cut).toBe(0)
    expect(await isTooWide(page)).toBe(false)
  }
  await page.getByRole('button', { name: monitorText('toSmall') }).click()
  await lines(page).first().waitFor()
  expect(page.url()).not.toContain('big')
  await page.getByRole('button', { name: monitorText('toBig') }).click()
  await page.waitForURL(/\?big$/)
})

test('a cut connection shows nothing as true, a session that ends shows the door, and an officer is sent elsewhere', async () => {
  const page = await enter('/monitor/', 'dukcapil-spv', still)
  await lines(page).first().waitFor()
  await house.kill()
  await page.getByText(monitorText('offline')).waitFor()
  await page.locator('.untrue').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await house.start()
  await page.getByText(monitorText('offline')).waitFor({ state: 'detached' })
  const { staff: accounts } = await staff.get<{ staff: { id: string; username: string }[] }>('/api/staff')
  const own = accounts.find(({ username }) => username === 'dukcapil-spv')
  await staff.post(`/api/staff/${own?.id}/sign-out`)
  await page.getByText(monitorText('signInTitle')).waitFor()

  const other = await enter('/monitor/', 'dukcapil-2', still)
  await other.getByRole('heading', { name: superviseText('onlyTitle') }).waitFor()
})
