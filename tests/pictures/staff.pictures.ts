// The reception's page and the manager's: on the first day, on a busy morning, when something is wrong.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAccounts } from '../browser/accounts.ts'
import { openBrowser } from '../browser/harness.ts'
import { emulatedPrinter } from '../slip/printer.ts'
import { film, scales, type Film } from './camera.ts'
import { fillMorning, openMorning, usePrinter, type Morning } from './morning.ts'

let morning: Morning
let browser: Browser
let officer: { username: string; password: string }

beforeAll(async () => {
  ;[morning, browser] = await Promise.all([openMorning(), openBrowser()])
  const username = 'dukcapil-1'
  officer = { username, password: (await makeAccounts(morning.house)).get(username) ?? '' }
})

afterAll(async () => {
  await browser.close()
  await morning.house.close()
})

const sizes = [
  { size: 'desk', language: 'id', width: 1366, height: 768 },
  { size: 'desk', language: 'en', width: 1366, height: 768 },
  { size: 'narrow', language: 'id', width: 360, height: 800 },
  { size: 'narrow', language: 'en', width: 360, height: 800 },
] as const
type Size = (typeof sizes)[number]

async function open(path: 'reception' | 'manage', { size, width, height, language }: Size): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    deviceScaleFactor: scales[size],
  })
  const page = await context.newPage()
  await page.goto(`${morning.house.url}/${path}/?lang=${language}`)
  const { username, password } = path === 'manage' ? morning.house.firstRun.manager : officer
  await page.locator('input[autocomplete=username]').fill(username)
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('input[name=password]').waitFor({ state: 'detached' })
  await page.locator('h2').first().waitFor()
  return page
}

/** Those of `/manage/` in which a hall is set up. */
const sections = ['services', 'counters', 'times', 'catalogue', 'readiness', 'preview', 'begin'] as const

async function goTo(page: Page, section: string, { language }: Size): Promise<void> {
  await page.goto(`${morning.house.url}/manage/${section}/?lang=${language}`)
  await page.locator('main h2, main label').first().waitFor()
}

/** Both groups of pictures have one size. */
const films = ({ size, language }: Size): [Film<'reception'>, Film<'manage'>] => [
  film('reception', `${size}.${language}`),
  film('manage', `${size}.${language}`),
]

test.each(sizes)('before anybody came, $size, $language', async (size) => {
  const [reception, manage] = films(size)
  await reception.take(await open('reception', size), 'empty')
  const office = await open('manage', size)
  await manage.take(office, 'first')
  for (const section of sections) {
    await goTo(office, section, size)
    await manage.take(office, section)
  }
  expect([...reception.faults, ...manage.faults]).toEqual([])
  for (const context of browser.contexts()) await context.close()
})

describe('a busy morning', () => {
  beforeAll(() => fillMorning(morning.staff))

  test.each(sizes)('at work, $size, $language', async (size) => {
    const { staff, house } = morning
    const [reception, manage] = films(size)
    await usePrinter(staff, null)
    const desk = await open('reception', size)
    const search = desk.locator('input[type=search], .issue input').first()
    for (const service of size.language === 'id'
      ? ['kartu keluarga baru', 'jkn peserta mandiri']
      : ['new family card', 'health insurance']) {
      await search.fill(service)
      await search.press('Enter')
    }
    await desk.locator('.issue input[type=checkbox]').last().check()
    await reception.take(desk, 'issue')
    await desk.locator('.issue [type=submit]').click()
    await desk.locator('.visit-top').waitFor()
    await reception.take(desk, 'issued')

    const printer = await emulatedPrinter()
    await usePrinter(staff, printer.port)
    const office = await open('manage', size)
    await goTo(office, 'slips', size)
    await office.locator('.printer').waitFor()
    await office.locator('.printer').scrollIntoViewIfNeeded()
    await manage.take(office, 'hall')
    printer.set({ paper: 'out' })
    await staff.takeNumber(['dukcapil-kk'])
    await office.locator('.printer-trouble').scrollIntoViewIfNeeded()
    await manage.take(office, 'trouble')
    await reception.take(desk, 'trouble')
    await office.locator('.printer-actions .button').nth(1).click()
    await office.getByRole('dialog').waitFor()
    await manage.take(office, 'printer')
    await office.keyboard.press('Escape')

    await house.kill()
    for (const page of [desk, office]) await page.locator('.banner').waitFor()
    for (const page of [desk, office]) await page.evaluate(() => scrollTo(0, 0))
    await reception.take(desk, 'offline')
    await manage.take(office, 'offline')
    await house.start()
    expect([...reception.faults, ...manage.faults]).toEqual([])
    for (const context of browser.contexts()) await context.close()
  })
})
