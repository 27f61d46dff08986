// Zones and counters in forms: many at once, order by keys and by dragging, deleting what is in use, and what happens at
// a counter just now.
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { begins, draftText, floorText, formText, shellText } from './words.ts'

const { enter, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
const look = process.env['LOOK']

const draftPlan = async () => (await staff.get<{ plan: Plan }>('/api/plan/draft')).plan
const row = (page: Page, name: string) =>
  page.locator('.things-row').filter({ has: page.getByRole('link', { name, exact: true }) })
const names = (page: Page) => page.locator('.things-row a').allTextContents()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
async function save(page: Page): Promise<void> {
  await button(page, draftText('save')).click()
  await page.getByText(draftText.like('barSaved')).waitFor()
}
const openCounters = async () => {
  const page = await enter('/manage/counters/', 'manager')
  await row(page, 'Loket 1').waitFor()
  return page
}

/** Every test begins with the plan in force. */
beforeEach(async () => {
  const { from, base } = await staff.get<{ from: number; base: number }>('/api/plan/draft')
  await staff.put(`/api/plan/draft?from=${from}&base=${base}&anew=true`, await staff.get<Plan>('/api/plan'))
})

test('ten counters are added at once, and one thing is changed for many', async () => {
  const page = await openCounters()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/counters.png` })
  await button(page, floorText('addCounters')).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(floorText('firstLabel')).fill('7')
  await dialog.getByText(floorText('labelsTaken', { labels: '7' })).waitFor()
  expect(await dialog.getByRole('button', { name: floorText('addCounters') }).isDisabled()).toBe(true)
  await dialog.getByLabel(floorText('firstLabel')).fill('101')
  await dialog.getByLabel(floorText('howMany')).fill('10')
  await dialog.getByText(floorText('willBe', { first: 'Loket 101', last: 'Loket 110' })).waitFor()
  await dialog.getByLabel(floorText('sortAgency')).selectOption({ index: 1 })
  await dialog.getByLabel(floorText('sortZone')).selectOption({ index: 1 })
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/counters-add.png` })
  await dialog.getByRole('button', { name: floorText('addCounters') }).click()
  await row(page, 'Loket 110').waitFor()
  await page.getByLabel(formText('find')).fill('loket 10')
  await page.getByLabel(formText('selectAll')).check()
  await button(page, floorText('changeZone')).click()
  await dialog.getByLabel(floorText('sortZone')).selectOption({ label: 'Jaminan sosial dan kerja' })
  await dialog.getByRole('button', { name: floorText('apply') }).click()
  await save(page)
  const { counters, zones } = await draftPlan()
  const zone = zones.find(({ name }) => name['id'] === 'Jaminan sosial dan kerja')
  const made = counters.filter(({ label }) => /^10\d$|^110$/.test(label))
  expect(made.map(({ name }) => name['en'])).toEqual(
    ['101', '102', '103', '104', '105', '106', '107', '108', '109', '110'].map((one) => `Counter ${one}`),
  )
  // `Loket 10` and those that begin like it; 110 was not shown.
  expect(made.filter((one) => one.zone === zone?.id).map(({ label }) => label)).toEqual([
    '101',
    '102',
    '103',
    '104',
    '105',
    '106',
    '107',
    '108',
    '109',
  ])
  for (const { id, services } of made) {
    expect(id).toMatch(/^loket-1\d\d-[a-z0-9]{8}$/)
    expect(services.length).toBeGreaterThan(0)
  }
})

test('services are given to many counters of one agency, and not across agencies', async () => {
  const page = await openCounters()
  await page.getByLabel(formText('select', { name: 'Loket 1' }), { exact: true }).check()
  await page.getByLabel(formText('select', { name: 'Loket 2' }), { exact: true }).check()
  await button(page, floorText('changeServices')).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: floorText('mode.only') }).check({ force: true })
  await dialog.getByRole('checkbox').first().check()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/counters-services.png` })
  await dialog.getByRole('button', { name: floorText('apply') }).click()
  await save(page)
  const { counters } = await draftPlan()
  const [one, two] = ['loket-1', 'loket-2'].map((id) => counters.find((counter) => counter.id === id))
  expect([one?.services.length, two?.services]).toEqual([1, one?.services])

  await page.getByLabel(formText('selectAll')).check()
  await button(page, floorText('changeServices')).click()
  await dialog.getByText(floorText('manyAgencies')).waitFor()
  expect(await dialog.getByRole('button', { name: floorText('apply') }).isDisabled()).toBe(true)
})

test('without a mouse: a zone is made, put in order, duplicated and deleted', async () => {
  const page = await enter('/manage/zones/', 'manager')
  await page.locator('.things-row').first().waitFor()
  const before = await names(page)
  const keys = page.keyboard
  await button(page, floorText('addZone')).focus()
  await keys.press('Enter')
  await keys.type('Teras belakang')
  await keys.press('Tab')
  await keys.type('Back terrace')
  await keys.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Teras belakang' }).waitFor()
  // The focus is on the heading; the first field is one step on.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Teras belakang')
  await keys.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-name')
  await keys.press('Tab')
  await keys.press('Tab')
  await keys.type('Lantai 1, di belakang')
  await keys.press('Tab')
  await keys.type('Ground floor, at the back')
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/zone.png`, fullPage: true })
  await keys.press('Control+s')
  await page.getByText(draftText.like('barSaved')).waitFor()
  await page.goBack()
  // Back in the list the focus is where one was.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Teras belakang')
  await button(page, formText('upOf', { name: 'Teras belakang' })).focus()
  await keys.press('Enter')
  await page.getByText(formText.like('moved', { name: 'Teras belakang' })).waitFor({ state: 'attached' })
  expect(await names(page)).toEqual([...before.slice(0, -1), 'Teras belakang', ...before.slice(-1)])
  // The button that moved the row still has the focus, and moves it on.
  await keys.press('Enter')
  await expect
    .poll(() => names(page))
    .toEqual([...before.slice(0, -2), 'Teras belakang', ...before.slice(-2)])
  await button(page, formText('duplicateOf', { name: 'Teras belakang' })).press('Enter')
  const copy = formText('copyName', { name: 'Teras belakang' })
  await row(page, copy).waitFor()
  await button(page, formText('removeOf', { name: copy })).press('Enter')
  await page.getByRole('dialog').waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: formText('remove'), exact: true })
    .press('Enter')
  await row(page, copy).waitFor({ state: 'detached' })
  await keys.press('Control+s')
  await page.getByText(draftText.like('barSaved')).waitFor()
  expect((await draftPlan()).zones.map(({ name }) => name['id'])).toEqual([
    ...before.slice(0, -2),
    'Teras belakang',
    ...before.slice(-2),
  ])
})

test('a row is dragged to another place', async () => {
  const page = await enter('/manage/zones/', 'manager')
  await page.locator('.things-row').first().waitFor()
  const [first = '', second = '', ...rest] = await names(page)
  await row(page, first).locator('.things-grip').dragTo(row(page, second))
  await expect.poll(() => names(page)).toEqual([second, first, ...rest])
})

test('a zone that counters stand in is deleted with a place for them, or says at each what is missing', async () => {
  const page = await enter('/manage/zones/', 'manager')
  const gone = 'Jaminan sosial dan kerja'
  await row(page, gone).waitFor()
  await button(page, formText('removeOf', { name: gone })).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(floorText('zoneWarn')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/zone-delete.png` })
  const before = await draftPlan()
  const zone = before.zones.find(({ name }) => name['id'] === gone)
  const stood = before.counters.filter((counter) => counter.zone === zone?.id).map(({ id }) => id)
  expect(stood.length).toBeGreaterThan(1)
  // Without a place: each counter says what is missing.
  await dialog.getByRole('button', { name: formText('remove'), exact: true }).click()
  await save(page)
  await page.getByRole('link', { name: draftText.like('barFaults') }).click()
  const faults = page.getByRole('link', { name: new RegExp(`${draftText('field.zone')}$`, 'u') })
  await expect.poll(() => faults.count()).toBe(stood.length)
  await faults.first().click()
  await page.locator('#f-zone-faults').getByText(draftText('chosenGone')).waitFor()
  if (look) await page.screenshot({ path: `${look}/zone-gone.png`, fullPage: true })
  await page.getByLabel(draftText('field.zone'), { exact: true }).selectOption({ index: 1 })
  await page.locator('#f-zone-faults').getByText(draftText('chosenGone')).waitFor({ state: 'detached' })

  // With a place: they stand there.
  await page
    .getByRole('navigation', { name: shellText('menuTitle') })
    .getByRole('link', { name: shellText('section.zones') })
    .click()
  const [next = ''] = await names(page)
  await button(page, formText('removeOf', { name: next })).click()
  await dialog.getByRole('combobox').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: formText('remove'), exact: true }).click()
  await save(page)
  const after = await draftPlan()
  const was = before.zones.find(({ name }) => name['id'] === next)
  expect(after.counters.filter((counter) => counter.zone === was?.id)).toEqual([])
})

test('a counter is deleted while its officer serves: said with name and number, and the hall goes on', async () => {
  const { number } = await staff.takeNumber(['dukcapil-kk'])
  await staff.post('/api/counters/loket-1/open')
  await staff.callAt('loket-1')
  const page = await openCounters()
  await page.getByText(floorText('state.open')).first().waitFor()
  await button(page, formText('removeOf', { name: 'Loket 1' })).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(new RegExp(`Loket 1: .* ${number}`, 'u')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/counter-delete.png` })
  await dialog.getByRole('button', { name: formText('remove'), exact: true }).click()
  await row(page, 'Loket 1').waitFor({ state: 'detached' })
  await save(page)
  expect((await staff.get<Plan>('/api/plan')).counters.some(({ id }) => id === 'loket-1')).toBe(true)
})

test('on a phone a counter is closed at once', async () => {
  await staff.post('/api/counters/loket-3/open').catch(() => undefined)
  const page = await enter('/manage/counters/loket-3', 'manager', { viewport: { width: 390, height: 844 } })
  await button(page, floorText('close')).click()
  const dialog = page.getByRole('dialog')
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/phone-close.png` })
  await dialog.getByRole('button', { name: floorText('close'), exact: true }).click()
  await page.getByText(begins(`${floorText('now')}: ${floorText('state.closed')}`)).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  if (look) await page.screenshot({ path: `${look}/phone-counter.png`, fullPage: true })
  await page.goto(page.url().replace('loket-3', ''))
  await row(page, 'Loket 3').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  if (look) await page.screenshot({ path: `${look}/phone-counters.png` })

  // A name that takes two lines there stands above what is said of it, not on it.
  await page.goto(new URL('/manage/agencies/', page.url()).href)
  await row(page, 'Dinas Kependudukan dan Pencatatan Sipil').waitFor()
  const into = await page.evaluate(() =>
    [...document.querySelectorAll('.things-words')].flatMap((words) => {
      const [name, about] = [words.querySelector('a'), words.querySelector('.things-about')]
      if (!name || !about) return ['nothing']
      const letters = document.createRange()
      letters.selectNodeContents(name)
      const under = letters.getBoundingClientRect().bottom - about.getBoundingClientRect().top
      return under > 1 ? [name.textContent] : []
    }),
  )
  expect(into).toEqual([])
})
