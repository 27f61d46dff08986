// The reports in a real browser, over some days of a rehearsal: what a manager looks for, chooses, prints and
// downloads; what supervisors and officers may see of it; and what is said where there is nothing, or nobody answers.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import type { StepsAnswer } from '../../server/reports/question.ts'
import { daysAfter } from '../../counter-ui/reports/period.ts'
import { passDoor } from './door.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openRecent } from './rehearsed.ts'
import { answeredText, chartText, figureText, reportsText, staffText } from './words.ts'

const { house, enter, open, staff } = houseOfFile(openRecent, { pagesStay: true })
let lastDay = ''
let firstDay = ''

beforeAll(async () => {
  await staff.revise((plan) => {
    plan.reports = { officers: true }
  })
  const periods = await staff.get<{ firstDay: string; lastDay: string }>('/api/reports/periods')
  firstDay = periods.firstDay
  lastDay = periods.lastDay
})

/** All the days of the rehearsal, as the address has them. */
const all = () => `period=${firstDay}..${lastDay}`
const title = (page: Page, key: Parameters<typeof reportsText>[0]) =>
  page.getByRole('heading', { level: 2, name: reportsText.either(key) })
const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
/** Nothing is being counted any more. */
async function counted(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.answer[aria-busy=true]').count()).toBe(0)
}

/** The manager’s page, signed in once; each test begins at an address of its own. */
let page: Page
async function go(path: string): Promise<void> {
  await page.goto(`${house.url}${path}`)
  await page.locator('.reports-title').waitFor()
  await counted(page)
}

/** Goes on to another address as a link of the page does, which loads only what is shown there; if it can't, it loads the page. */
async function follow(path: string): Promise<void> {
  onTestFailed(() => void page.goto('about:blank'))
  const language = await page.evaluate(() => document.documentElement.lang)
  if (!path.includes(`lang=${language}&`)) return go(path)
  await page.evaluate(async (href) => {
    const link = Object.assign(document.createElement('a'), { href })
    document.body.append(link)
    link.click()
    link.remove()
    // By then it has asked for what it shows.
    await new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(drawn))
    })
  }, path)
  await counted(page)
}

beforeAll(async () => {
  const { username, password } = house.firstRun.manager
  page = await enter('/reports/', username, { password, reducedMotion: 'reduce' })
  await page.locator('.reports-title').waitFor()
})

describe('[PG1] a report is an address: period, comparison, filters and view are kept by links and the back key', () => {
  it('shows what the server counted, and says what a figure means at a press of a key', async () => {
    await go(`/reports/?lang=id&${all()}`)
    const { rows } = await staff.get<StepsAnswer>(`/api/reports/steps?from=${firstDay}&to=${lastDay}&by=hall`)
    const taken = page.getByRole('listitem').filter({ hasText: figureText('name.taken') })
    expect(await taken.first().innerText()).toContain(
      new Intl.NumberFormat('id-ID').format(rows[0]?.taken ?? -1),
    )
    await page
      .getByRole('button', { name: figureText('name.taken'), exact: true })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: figureText('name.taken') })
    expect(await dialog.innerText()).toContain(figureText('mean.taken'))
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('goes through periods, filters and sections, and back again', async () => {
    await go(`/reports/tables/?${all()}&by=agency`)
    const search = () => decodeURIComponent(new URL(page.url()).search)
    await page.getByRole('button', { name: reportsText('filter'), exact: true }).click()
    await page.getByLabel(reportsText('by.agency'), { exact: true }).selectOption('dukcapil')
    await page.waitForURL(/agency=dukcapil/)
    await counted(page)
    const body = page.getByRole('table').last()
    expect(await body.getByRole('rowheader').count()).toBe(1)
    await page.getByRole('button', { name: reportsText('by.service'), exact: true }).click()
    await page.waitForURL(/by=service/)
    await page.getByLabel(reportsText('compare')).selectOption('before')
    await page.waitForURL(/compare=before/)
    const link = page.url()

    await page.getByRole('link', { name: reportsText('section.hours') }).click()
    await title(page, 'section.hours').waitFor()
    expect(search()).toBe(`?${all()}&compare=before&agency=dukcapil`)
    await page.goBack()
    await title(page, 'section.tables').waitFor()
    expect(page.url()).toBe(link)
    await page.goBack()
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('by=service'))
    await page.goForward()
    await page.waitForURL(/by=service/)

    // Anybody who gets the link sees the same.
    await go(new URL(link).pathname + new URL(link).search)
    await page
      .getByRole('button', {
        name: reportsText.like('filter.remove', { name: 'Dinas Kependudukan dan Pencatatan Sipil' }),
      })
      .click()
    await page.waitForURL((url) => !url.search.includes('agency'))
  })

  it('chooses the period by kind and by day, with the keyboard alone', async () => {
    await go('/reports/')
    await page.getByLabel(reportsText('period.kind')).focus()
    await page.getByLabel(reportsText('period.kind')).selectOption('week')
    await page.waitForURL(/period=\d{4}-W\d\d/)
    await page.getByRole('button', { name: reportsText('period.before') }).focus()
    const week = page.url()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.href !== week)
    await page.getByLabel(reportsText('period.kind')).selectOption('free')
    await page.waitForURL(/period=\d{4}-\d\d-\d\d\.\./)
    await page.getByLabel(reportsText('period.from'), { exact: true }).fill(firstDay)
    await page.waitForURL(new RegExp(`period=${firstDay}\\.\\.`))
    await counted(page)
    expect(await page.getByLabel(reportsText('period.from'), { exact: true }).inputValue()).toBe(firstDay)
  })
})

describe('[PG2] every section is for readers with any aid: on any width, in both themes', () => {
  it.each([
    'overview',
    'waits',
    'tables',
    'hours',
    'missing',
    'roof',
    'priority',
    'counters',
    'forecast',
    'availability',
    'ikm',
    'officers',
    'months',
    'marks',
    'mine',
  ] as const)('%s', async (section) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    // The later days, so that those before have something to compare with.
    await follow(`/reports/${section}/?lang=en&compare=before&period=${daysAfter(firstDay, 4)}..${lastDay}`)
    await title(page, `section.${section}`).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 780 })
    expect(await wide(page)).toBe(0)
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await wide(page)).toBe(0)
  })

  it('has a table behind each chart, for screen readers always and for everybody by a press', async () => {
    await follow(`/reports/hours/?lang=id&${all()}`)
    const heat = page.locator('figure').filter({ hasText: reportsText('heat.taken') })
    const table = heat.getByRole('table')
    expect(await table.getByRole('columnheader').count()).toBeGreaterThan(5)
    expect((await table.boundingBox())?.width ?? 0).toBeGreaterThan(0)
    await heat
      .getByRole('button', { name: chartText('showTableOf', { title: reportsText('heat.taken') }) })
      .press('Enter')
    await expect.poll(() => heat.locator('.chart-behind.visually-hidden').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
  })
})

it('[RP7] the month makes its own report: the overview says so once it is made, not before', async () => {
  const shown = page.getByRole('link', { name: reportsText.either('newMonth') })
  const periods = await staff.get<object>('/api/reports/periods')
  let months: object[] = [{ month: '2026-10', madeAt: null }]
  await page.route('**/api/reports/periods', (route) =>
    route.fulfill({ json: { ...periods, today: '2026-12-01' } }),
  )
  await page.route('**/api/reports/months', (route) => route.fulfill({ json: { months } }))
  const overview = async () => {
    const asked = page.waitForResponse('**/api/reports/months')
    await page.goto(`${house.url}/reports/overview/?${all()}`)
    await (await asked).finished()
    await page.locator('.reports-title').waitFor()
  }
  await overview()
  expect(await shown.count()).toBe(0)
  months = [...months, { month: '2026-11', madeAt: null }]
  await overview()
  await shown.waitFor()
  expect(await shown.getAttribute('href')).toContain('2026-11')
  await page.unrouteAll()
})

it('[PG10] no section is filtered by anything that it does not show: what it has no filter for waits for the next one', async () => {
  await follow(`/reports/priority/?lang=id&${all()}&class=priority&weekday=1,2,3,4,5,6,7`)
  const classes = page.getByRole('table', { name: reportsText('classes') })
  const taken = await classes
    .getByRole('row', { name: figureText('name.taken') })
    .getByRole('cell')
    .allInnerTexts()
  expect(taken.map((cell) => Number(cell.replaceAll('.', '')) > 0)).toEqual([true, true])
  await page.getByRole('link', { name: reportsText('section.complaints'), exact: true }).click()
  await page.getByText(reportsText('complaints.none')).or(page.getByRole('table').first()).first().waitFor()
  await page.getByRole('link', { name: reportsText('section.tables'), exact: true }).click()
  await title(page, 'section.tables').waitFor()
  const removes = page.getByRole('button', { name: reportsText.like('filter.remove') })
  expect(await removes.count()).toBe(8)
})

it('[PG3] every table can be downloaded: the pairs of agencies and their hours, each as its own CSV', async () => {
  for (const [section, table, head] of [
    ['roof', 'pairsTable', 'Dari instansi'],
    ['counters', 'staffedTable', 'Hari tanpa loket buka'],
  ] as const) {
    await follow(`/reports/${section}/?lang=id&${all()}`)
    const words = reportsText('fileOf', { title: reportsText(table), kind: 'CSV' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words, exact: true }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8')).toContain(head)
  }
})

it('[PG3] every table can be downloaded: as a workbook and as CSV, with the filters', async () => {
  await follow(`/reports/tables/?lang=id&${all()}&by=service&agency=dukcapil`)
  for (const kind of ['Excel', 'CSV']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: new RegExp(`${kind}$`) }).click(),
    ])
    expect(await download.failure()).toBeNull()
    expect(download.url()).toContain('agency=dukcapil')
    expect(download.suggestedFilename()).toMatch(kind === 'CSV' ? /\.csv$/ : /\.xlsx$/)
  }
  await page
    .getByRole('button', { name: reportsText('sortBy', { column: figureText('name.taken') }) })
    .click()
  const cells = await page.locator('.data-table tbody tr td:first-of-type').allInnerTexts()
  const counts = cells.map((cell) => Number(cell.replaceAll('.', '')))
  expect(counts.length).toBeGreaterThan(2)
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
})

it('[PG4] a report prints on A4: the hall and the period in place of what is pressed, on white, without an empty page', async () => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await follow(`/reports/waits/?lang=id&${all()}&agency=dukcapil`)
  await page.emulateMedia({ media: 'print' })
  const head = page.locator('.print-head')
  expect(await head.isVisible()).toBe(true)
  expect(await head.innerText()).toContain('Mal Pelayanan Publik Karangasem')
  expect(await head.innerText()).toContain('Dinas Kependudukan dan Pencatatan Sipil')
  expect(await page.getByLabel(reportsText('period.kind')).isVisible()).toBe(false)
  expect(
    await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--surface')),
  ).toBe('#fff')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' })
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]/)
  // Bars with patterns: a file that can be sent by post.
  await follow(`/reports/?lang=id&${all()}`)
  await page.locator('.chart-over').first().waitFor({ state: 'attached' })
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeLessThan(600_000)
})

describe('[PG5] where there is nothing to show, it is said why', () => {
  it.each([
    ['period=2019-05', () => reportsText.like('beforeFirst')],
    ['period=2190', () => reportsText.like('future')],
    // The day of the test itself.
    ['period=today', () => reportsText.like('empty')],
  ] as const)('%s', async (query, words) => {
    await follow(`/reports/waits/?lang=id&${query.replace('today', lastDay)}`)
    await page.getByText(words()).first().waitFor()
    expect(await page.locator('figure').count()).toBe(0)
  })

  it('an address that means nothing is answered in words, and hostile ones change nothing', async () => {
    await go('/reports/__proto__/?period=2026-13&by=constructor&show=<b>&agency=,,')
    await page.getByText(reportsText.like('noSectionLead')).waitFor()
    await page.goto(`${house.url}/reports/tables/?by=__proto__&show=constructor&figure=toString&${all()}`)
    await title(page, 'section.tables').waitFor()
    await counted(page)
    expect(
      await page.getByRole('button', { name: reportsText.either('by.agency'), pressed: true }).count(),
    ).toBe(1)
  })

  it('a refusal is said in the server’s words, with another try; a session that ended leads to the door', async () => {
    await go(`/reports/?lang=id&${all()}`)
    const refusal = {
      status: 429,
      code: 'too-many-requests',
      title: 'Terlalu banyak',
      detail: 'Sebentar lagi.',
    }
    await page.route('**/api/reports/visits**', (route) =>
      route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
    )
    await page.getByRole('link', { name: reportsText('section.roof') }).click()
    await page.getByLabel(reportsText('compare')).selectOption('year')
    await page.goto(`${house.url}/reports/roof/?lang=id&${all()}`)
    await page.getByText(refusal.detail).waitFor()
    await page.unroute('**/api/reports/visits**')
    await page.getByRole('button', { name: answeredText('again') }).click()
    await page.getByRole('table', { name: reportsText('pairsTable') }).waitFor()

    await page.context().clearCookies()
    await page.getByRole('link', { name: reportsText('section.missing') }).click()
    await page.getByLabel(staffText.either('username')).waitFor()
    const { username, password } = house.firstRun.manager
    await passDoor(page, username, password)
    await title(page, 'section.missing').waitFor()
    expect(new URL(page.url()).pathname).toBe('/reports/missing/')
  })
})

describe('[PG6] everybody sees what is theirs: a supervisor the own agency, an officer the own figures', () => {
  async function member(role: 'officer' | 'supervisor'): Promise<Page> {
    // Another one for a second try.
    const username = `laporan-${role}-${Date.now()}`
    const made = await staff.post<{ password: string }>('/api/staff', {
      username,
      name: 'Ni Luh',
      role,
      agency: 'dukcapil',
    })
    const page = await open(`/reports/?lang=id&${all()}`)
    await passDoor(page, username, made.password)
    const next = 'kata-sandi-yang-panjang'
    await page.getByLabel(staffText('nextPassword')).fill(next)
    await page.keyboard.press('Enter')
    await page.locator('.reports-title').waitFor()
    await counted(page)
    return page
  }

  it('a supervisor', async () => {
    const page = await member('supervisor')
    await page.goto(`${house.url}/reports/tables/?lang=id&${all()}&by=agency`)
    const rows = page.locator('.data-table tbody tr')
    await rows.first().waitFor()
    await counted(page)
    expect(await rows.count()).toBe(1)
    await page.getByRole('button', { name: reportsText('filter'), exact: true }).click()
    expect(await page.getByLabel(reportsText('by.agency'), { exact: true }).count()).toBe(0)
    await page.context().close()
  })

  it('an officer', async () => {
    const page = await member('officer')
    await title(page, 'section.mine').waitFor()
    expect(await page.getByRole('navigation').getByRole('link').count()).toBe(1)
    // Others served all day.
    await page.getByText(reportsText('mineEmpty')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
})

it('[PG7] a mark stands in the charts: over days, until it is taken away', async () => {
  await go('/reports/marks/?lang=id')
  await page.getByLabel(reportsText('by.day'), { exact: true }).fill(lastDay)
  await page.getByLabel(reportsText('markText')).fill('Loket 12 dibuka')
  await page.keyboard.press('Enter')
  // Its words stand in the field's hint, too.
  const remove = page.getByRole('button', { name: reportsText('markRemove', { text: 'Loket 12 dibuka' }) })
  await remove.first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.goto(`${house.url}/reports/waits/?lang=id&${all()}`)
  await page
    .getByRole('list', { name: chartText('marks') })
    .getByText('Loket 12 dibuka')
    .first()
    .waitFor()
  await page.goto(`${house.url}/reports/marks/?lang=id`)
  // A second try finds the first one's mark, too.
  await remove.first().waitFor()
  for (let left = await remove.count(); left > 0; left -= 1) {
    await remove.first().click()
    await expect.poll(() => remove.count()).toBe(left - 1)
  }
  await page.getByText(reportsText('marksNone')).waitFor()
})
