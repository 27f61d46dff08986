// What a manager sees of the survey and does with it, in a real browser over a rehearsed hall with answers of two
// months: the IKM in the reports, questions, answers, plans, and the report that is published, printed and taken
// along.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/store/open.ts'
import { makeStore } from '../../server/store/store.ts'
import { NINE } from '../../server/survey/stored.ts'
import { axeFaults, type House, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { ikmText, skmText, surveysText } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'antre-surveys-'))
const command = join(import.meta.dirname, '../../dist/server/cli/rehearse.js')
const SERVICE = 'dukcapil-kk'
/** The hall's month, and the one before. */
let [month, before] = ['', '']

const monthBefore = (of: string) => {
  const [year = 0, number = 0] = of.split('-').map(Number)
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7)
}

/** Two days of a small hall that is open today, too; twelve answers in this month, six in the one before. */
async function openAnswered(): Promise<House> {
  const dir = join(folder, 'hall')
  execFileSync(process.execPath, [command, '--data', dir, '--days', '2', '--visits', '40', '--seed', '7'], {
    stdio: 'ignore',
  })
  const db = openDatabase(dir)
  const store = makeStore(db, (error) => {
    throw error
  })
  const [last] = [...store.record.days()].slice(-1)
  month = (last?.day ?? '').slice(0, 7)
  before = monthBefore(month)
  for (const [of, count, score] of [
    [before, 6, 3],
    [month, 12, 4],
  ] as const)
    store.surveys.add(of, {
      month: of,
      answers: Array.from({ length: count }, (_, nth) => ({
        id: `${of}-${nth}`,
        month: of,
        service: SERVICE,
        agency: 'dukcapil',
        questions: 0,
        scores: Object.fromEntries(NINE.map((element) => [element, element === 'waktu' ? 2 : score])),
      })),
      words: [
        {
          id: `words-${of}`,
          month: of,
          service: SERVICE,
          agency: 'dukcapil',
          text: 'AC <b>panas</b> sekali',
        },
      ],
      profiles: { sex: { female: 7, male: 5 } },
    })
  db.close()
  return openHouse({}, dir)
}

const { house, enter, open, staff } = houseOfFile(openAnswered, { pagesStay: true })
let page: Page

beforeAll(async () => {
  const { username, password } = house.firstRun.manager
  page = await enter('/surveys/', username, { password, reducedMotion: 'reduce' })
  await page.locator('.surveys-title').waitFor()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** At an address, once nothing is on its way any more. */
async function go(path: string): Promise<void> {
  await page.goto(`${house.url}${path}`)
  await page.locator('h2').first().waitFor()
  await expect.poll(() => page.locator('.answer[aria-busy=true]').count()).toBe(0)
}
const wide = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
/** Axe, and nothing wider than the page, on a phone in the dark and on a desk. */
async function isForEverybody(): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(wide).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect.poll(wide).toBe(0)
}

describe('[SK6] the IKM is told by whole months', () => {
  it('of the hall, with mutu, the lowest elements, and the weights as printed', async () => {
    await go(`/reports/ikm/?lang=id&period=${before}-03..${month}-02`)
    const months = page.locator('.period-words')
    expect(await months.innerText()).not.toMatch(/\d \p{L}+ \d/u)
    const { rows } = await staff.get<{ rows: { ikm: number; n: number }[] }>(
      `/api/reports/ikm?from=${before}&to=${month}&by=hall`,
    )
    const [row] = rows
    expect(row).toMatchObject({ n: 18, ikm: 87.04 })
    const tiles = page.locator('.tiles')
    expect(await tiles.innerText()).toContain('87,04')
    expect(await tiles.innerText()).toContain('B · Baik')
    await page.getByText(ikmText.like('lowest')).filter({ hasText: 'Waktu penyelesaian' }).waitFor()
    await page.getByRole('button', { name: ikmText('weight.printed') }).click()
    await page.waitForURL(/show=printed/)
    await page.getByText('86,17').first().waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).first().click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^antre-ikm-.*\.csv$/)
    await isForEverybody()
  })

  it('of a service that nobody answered it is said that there is none', async () => {
    await go(`/reports/ikm/?lang=en&period=${month}&service=__proto__,constructor`)
    expect(await page.locator('.answer-empty').first().innerText()).toBe(ikmText.en('noAnswers'))
  })
})

describe('[SK4] weights add to 1', () => {
  it('said at the field; what is saved holds from a coming month, and the old wording stays', async () => {
    await go('/surveys/questions/?lang=id')
    expect(await page.getByText(surveysText('versionFirst')).count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: surveysText('change') }).press('Enter')
    await page.getByRole('button', { name: surveysText('addExtra') }).click()
    const extra = page.locator('details').last()
    for (const field of await extra.locator('fieldset input').all()) await field.fill('Ramah anak')
    const weight = extra.getByLabel(surveysText('weightOf'))
    await weight.fill('1,5')
    await extra.getByText(surveysText.like('weightBad')).waitFor()
    expect(await page.getByRole('button', { name: surveysText('save') }).isDisabled()).toBe(true)
    await weight.fill('0,1')
    await isForEverybody()
    await page.getByRole('button', { name: surveysText('save') }).click()
    await page.getByText(surveysText.like('savedFor')).waitFor()
    await page.getByText(surveysText('state.coming'), { exact: true }).waitFor()
    await page.getByText(surveysText('state.now'), { exact: true }).waitFor()
    await page
      .getByRole('button', { name: surveysText.like('lookOf') })
      .first()
      .click()
    await page.getByText('Ramah anak').first().waitFor()
  })
})

it('an answer that is left out stays in the list, with the reason, and is counted apart', async () => {
  await go(`/surveys/answers/?lang=id&from=${before}&to=${before}`)
  const rows = page.locator('tbody tr')
  expect(await rows.count()).toBe(6)
  const out = await page.locator('.surveys-out').count()
  await page
    .getByRole('button', { name: surveysText.like('excludeOf') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(surveysText('reason')).fill('Dua puluh sama persis')
  await dialog.getByRole('button', { name: surveysText('exclude'), exact: true }).click()
  await expect.poll(() => page.locator('.surveys-out').count()).toBe(out + 1)
  expect(await rows.count()).toBe(6)
  await page.getByText('Dua puluh sama persis').first().waitFor()
  await isForEverybody()
})

it('words of visitors are shown as they were written, and can be made a finding', async () => {
  await go(`/surveys/words/?lang=id&from=${month}&to=${month}`)
  await page.getByText('AC <b>panas</b> sekali').waitFor()
  await page.getByRole('button', { name: surveysText.like('makeFindingOf') }).click()
  await page.getByText(surveysText('madeFinding')).waitFor()
  const { findings } = await staff.get<{ findings: { source: string; words: string; service: string }[] }>(
    '/api/findings?source=visitor',
  )
  expect(findings[0]).toMatchObject({ words: 'AC <b>panas</b> sekali', service: SERVICE })
  await isForEverybody()
})

/** How many pages a PDF has. */
const sheets = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

describe('the report', () => {
  it('[SK7] the poster is one sheet: with the plans for the lowest elements, on A3 and on A4', async () => {
    await go(`/surveys/follow-up/?lang=id&from=${before}&to=${month}`)
    await page.getByLabel(surveysText('what')).fill('Satu loket lagi pada Senin pagi')
    await page.getByLabel(surveysText('owner')).fill('Koordinator loket')
    await page.getByLabel(surveysText('due')).fill('2099-12-24')
    await isForEverybody()
    await page.getByRole('button', { name: surveysText('addPlan') }).click()
    await page.locator('.surveys-list').getByText('Satu loket lagi pada Senin pagi').first().waitFor()

    await go(`/surveys/report/?lang=id&from=${before}&to=${month}`)
    const poster = page.getByRole('article', { name: skmText('title') })
    expect(await poster.innerText()).toContain('Satu loket lagi pada Senin pagi')
    for (const paper of ['A4', 'A3']) {
      await page.getByRole('radio', { name: paper }).check()
      await page.getByRole('button', { name: surveysText('print', { paper }) }).waitFor()
      expect(sheets(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
      const cut = await poster.evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight)
      expect(cut).toBeLessThanOrEqual(1)
    }
    await isForEverybody()
  })

  it('[SK3] the public reads what was published, as it was then: without scripts, in both languages', async () => {
    const bare = { viewport: { width: 360, height: 780 }, javaScriptEnabled: false }
    const at = `/skm/${before}..${month}`
    const nothing = await open('/skm/2026-13..__proto__?lang=en', bare)
    expect(await nothing.getByRole('heading', { level: 1 }).innerText()).toBe(skmText.en('unknown'))
    await nothing.context().close()

    await go(`/surveys/report/?lang=id&from=${before}&to=${month}`)
    await page
      .getByRole('button', { name: surveysText('publish') })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: surveysText('publish') })
      .click()
    await page.getByText(surveysText.like('publishedOn')).first().waitFor()
    for (const [locale, words] of [
      ['id-ID', skmText],
      ['en-GB', skmText.en],
    ] as const) {
      const shown = await open('/skm', { ...bare, locale })
      expect(await shown.getByRole('heading', { level: 1 }).innerText()).toBe(words('title'))
      const text = await shown.locator('main').innerText()
      for (const part of [words('of'), words('elements'), words('trend'), words('agencies')])
        expect(text).toContain(part)
      expect(text).not.toMatch(/undefined|\bnull\b|\bNaN\b|[{}]/)
      await shown.context().close()
    }
    const shown = await open(`${at}?lang=id`, { viewport: { width: 360, height: 780 } })
    expect(await axeFaults(shown)).toEqual([])
    expect(
      await shown.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
    await shown.context().close()
  })

  it('[SK8] ten people who ask for the document at once all get it', async () => {
    const sizes = await page.evaluate(
      async (path) =>
        Promise.all(
          Array.from({ length: 10 }, async (_, nth) => {
            const answer = await fetch(`${path}&in=${nth < 5 ? 'id' : 'en'}`)
            return [answer.status, (await answer.arrayBuffer()).byteLength > 10_000]
          }),
        ),
      `/api/skm/report.docx?from=${before}&to=${month}`,
    )
    expect(sizes).toEqual(Array.from({ length: 10 }, () => [200, true]))
  })
})
