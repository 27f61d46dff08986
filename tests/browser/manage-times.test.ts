// The times in the forms: weekly hours, a day closed at short notice, holidays to tick, periods, single days, hours of
// their own, quotas, the calendar; by mouse, by keyboard alone, and on a phone.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CalendarDay } from '../../server/hall/hours.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { draftText, formText, timesText } from './words.ts'

const { enter, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const look = process.env['LOOK']
const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const

interface Draft {
  plan: Plan
  from: number
  base: number
}
const draftNow = () => staff.get<Draft>('/api/plan/draft')
const planNow = () => staff.get<Plan>('/api/plan')
const opened = (path = '', options = {}) => enter(`/manage/times/${path}`, 'manager', options)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
async function save(page: Page): Promise<Plan> {
  await button(page, draftText('save')).click()
  await page.getByText(draftText.like('barSaved')).waitFor()
  return (await draftNow()).plan
}
async function seen(page: Page, name: string): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/times-${name}.png`, fullPage: true })
}
/** A day some days from today, by the hall's view of today. */
async function dayIn(days: number): Promise<string> {
  const { day } = await staff.get<{ day: string }>('/api/health')
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

test('[X1] one answer says when the hall, an agency, a service or a counter is open on a day: the week, as forms', async () => {
  const page = await opened()
  await page.getByRole('heading', { name: timesText('part.week'), exact: true }).waitFor()
  await seen(page, 'week')
  const monday = page.locator('.week > li').first()
  await monday
    .getByLabel(timesText('closesOn', { day: 'Senin' }))
    .last()
    .fill('14.45')
  await button(page, timesText('likeMonday')).click()
  await page.getByLabel(timesText('lastMinutes')).fill('30')
  await page.getByLabel(timesText('lastCapacity')).check()
  const { hours, lastTicket } = await save(page)
  expect(hours[1].at(-1)?.to).toBe(14 * 60 + 45)
  expect([hours[2], hours[3], hours[4], hours[5]]).toEqual([hours[1], hours[1], hours[1], hours[1]])
  expect(lastTicket).toEqual({ minutes: 30, capacity: true })
})

test('[X2] a single day overrides a holiday, a holiday a period, a period the week: a wrong time is said at its day', async () => {
  const page = await opened()
  const sunday = page.locator('.week > li').last()
  await sunday.getByRole('button', { name: `${timesText('addHours')} (Minggu)`, exact: true }).click()
  await sunday.getByLabel(timesText('closesOn', { day: 'Minggu' })).fill('7')
  await save(page)
  await sunday.locator('.field-fault').waitFor()
  expect(await sunday.locator('.field-fault').innerText()).toMatch(
    /jam tutup 07.00 harus sesudah jam buka 08.00/i,
  )
  await seen(page, 'fault')
  await sunday.getByRole('button', { name: timesText.like('removeSpan', { day: 'Minggu' }) }).click()
  expect((await save(page)).hours[7]).toEqual([])
})

test('[X5] where a holiday or a single day names agencies, only those are open: closed at short notice, on a phone, at once', async () => {
  const before = await draftNow()
  const page = await opened('', PHONE)
  await button(page, timesText('closeDay')).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(timesText('when.tomorrow')).check()
  await dialog.getByLabel(timesText('closeWhy')).fill('Listrik padam')
  await seen(page, 'close-phone')
  await button(page, timesText('closeGo')).click()
  await page.getByText(/Sudah berlaku/).waitFor()
  const tomorrow = await dayIn(1)
  expect((await planNow()).days).toEqual([
    { day: tomorrow, name: { id: 'Listrik padam', en: 'Listrik padam' }, spans: [] },
  ])
  // The draft that somebody works on is as it was, and keeps the closed day when it is published.
  expect((await draftNow()).plan).toEqual(before.plan)
  const { days } = await staff.get<{ days: CalendarDay[] }>(
    `/api/plan/calendar?from=${tomorrow}&to=${tomorrow}&draft=true`,
  )
  expect(days).toMatchObject([{ spans: [], because: { kind: 'day' } }])
  await seen(page, 'closed-phone')
})

test('[X14] holidays are offered, and a person ticks each: with their decree, and a year without one is said', async () => {
  const page = await opened('holidays')
  const list = page.locator('.holidays > li')
  await page.getByText(/1497 Tahun 2025/).waitFor()
  expect(await list.filter({ has: page.getByRole('checkbox', { checked: true }) }).count()).toBe(
    (await draftNow()).plan.holidays.filter(({ day }) => day.startsWith('2026-')).length,
  )
  await seen(page, 'holidays')
  await list.filter({ hasText: 'Cuti bersama Natal' }).getByRole('checkbox').check()
  await list.filter({ hasText: 'Galungan' }).getByRole('checkbox').check()
  await page.getByRole('radio', { name: '2027' }).check()
  await page.getByText(timesText('noDecree', { year: 2027 })).waitFor()
  await list.filter({ hasText: '13 Januari 2027' }).getByRole('checkbox').check()
  await seen(page, 'holidays-2027')
  const { holidays } = await save(page)
  expect(holidays).toContainEqual({
    day: '2026-12-24',
    name: { id: 'Cuti bersama Natal', en: 'Joint leave: Christmas' },
    kind: 'joint-leave',
    source: expect.stringMatching(/^SKB/),
  })
  expect(holidays.map(({ day }) => day)).toEqual(holidays.map(({ day }) => day).toSorted())
  expect(holidays.map(({ day }) => day)).toContain('2027-01-13')
})

test('[X5] where a holiday or a single day names agencies, only those are open: half a holiday, and an agency that stays open', async () => {
  const page = await opened('2026-12-24')
  await page.getByRole('heading', { name: 'Kamis, 24 Desember 2026', exact: true }).waitFor()
  await page.getByRole('radio', { name: timesText('holiday.half') }).check()
  const agency = (await draftNow()).plan.agencies[0]
  await page.getByLabel(agency?.name.id ?? '', { exact: true }).check()
  await seen(page, 'holiday')
  const { holidays } = await save(page)
  expect(holidays.find(({ day }) => day === '2026-12-24')).toMatchObject({
    spans: [{ from: 480, to: 720 }],
    open: [agency?.id],
  })
  await page.getByRole('link', { name: formText('backToList') }).click()
  await page.getByRole('heading', { name: timesText('part.days'), exact: true }).waitFor()
  await seen(page, 'days')
})

test('[X6] a period applies from its first to its last day, and an agency’s period replaces its own week: made by keyboard alone', async () => {
  const page = await opened('periods')
  const add = button(page, timesText('addPeriod'))
  await add.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Bulan Ramadan')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ramadan')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Bulan Ramadan', exact: true }).waitFor()
  await page.getByLabel(draftText('field.from'), { exact: true }).fill('2027-02-08')
  await page.getByLabel(draftText('field.to'), { exact: true }).fill('2027-03-09')
  await page.keyboard.press('Control+s')
  await page.getByText(draftText.like('barSaved')).waitFor()
  await seen(page, 'period')
  const { plan } = await draftNow()
  expect(plan.periods).toMatchObject([
    { name: { id: 'Bulan Ramadan', en: 'Ramadan' }, from: '2027-02-08', to: '2027-03-09', hours: plan.hours },
  ])
  await page.goto(page.url().replace(/periods.*|[^/]*$/, 'periods'))
  await page.getByRole('link', { name: 'Bulan Ramadan' }).waitFor()
  await seen(page, 'periods')
})

test('[X3] an agency is open within the hall’s hours, its services and counters within its own: hours of their own', async () => {
  const page = await opened('own')
  await button(page, `${timesText('ownAdd')} (${timesText('own.counters')})`).click()
  await page.getByLabel(timesText('ownChoose')).selectOption({ label: 'Loket 7' })
  const week = page.getByRole('group', { name: 'Loket 7' })
  await week
    .getByLabel(timesText('opensOn', { day: 'Senin' }))
    .first()
    .fill('0900')
  await seen(page, 'own')
  const plan = await save(page)
  expect(plan.counters.find(({ id }) => id === 'loket-7')?.hours?.[1][0]?.from).toBe(540)
  await button(page, `${timesText('ownRemove')}: Loket 7`).click()
  const loket = (await save(page)).counters.find(({ id }) => id === 'loket-7')
  expect(loket).toBeDefined()
  expect(loket).not.toHaveProperty('hours')
})

test('[X12] what is left is shown before a number is taken, and what to do when nothing is: quotas as forms', async () => {
  const page = await opened('quotas')
  await button(page, timesText('addQuota')).click()
  await page.keyboard.type('Paspor')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Passports')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Paspor', exact: true }).waitFor()
  const { plan } = await draftNow()
  const [one, other] = plan.services
  for (const service of [one, other]) await page.getByLabel(service?.name.id ?? '', { exact: true }).check()
  await page.getByLabel(draftText('field.most'), { exact: true }).fill('15')
  await page.getByLabel(draftText('field.per'), { exact: true }).selectOption('half-day')
  await page.getByLabel(timesText('split')).selectOption('690')
  await page.getByLabel(draftText('field.atZero'), { exact: true }).selectOption('reception')
  await seen(page, 'quota')
  expect((await save(page)).quotas).toMatchObject([
    {
      name: { id: 'Paspor', en: 'Passports' },
      services: [one?.id, other?.id],
      most: 15,
      per: 'half-day',
      splitAt: 690,
      atZero: { answer: 'reception' },
    },
  ])
})

test('[X15] the calendar shows the coming days as they will be', async () => {
  const page = await opened('calendar')
  await page.getByRole('table').first().waitFor()
  await page.getByRole('link', { name: 'Kamis, 24 Desember 2026' }).waitFor()
  // It says about the day what its form said.
  const first = page.locator('.month').filter({ hasText: 'Desember 2026' })
  expect(await first.locator('.month-days').innerText()).toMatch(
    /Cuti bersama Natal, 08.00–12.00 \(hanya Dukcapil\)/,
  )
  await seen(page, 'calendar')
  const phone = await opened('calendar', PHONE)
  await phone.getByRole('table').first().waitFor()
  await seen(phone, 'calendar-phone')
  await phone.goto(phone.url().replace('calendar', ''))
  await phone.getByRole('heading', { name: timesText('part.week'), exact: true }).waitFor()
  await seen(phone, 'week-phone')
})
