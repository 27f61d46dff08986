// The page of emergency numbers in a real browser: sheets are made and printed, slips are entered by keyboard alone, what is
// wrong is said at its field, and what was entered is corrected and taken back.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { emergencyText, homeText, receptionText } from './words.ts'

const DAY_SECONDS = 86_400
/** One o'clock in the afternoon in the hall, whatever time it is here. */
const offset = (DAY_SECONDS + 5 * 3_600 - (Math.floor(Date.now() / 1000) % DAY_SECONDS)) % DAY_SECONDS
const { enter, house } = houseOfFile(() => openStaffedHouse({ CLOCK_OFFSET: String(offset) }), {
  pagesStay: true,
})

interface Slip {
  number: string
  check: number
}
let page: Page
const printed: Slip[][] = []

const row = (nth = 1) => page.getByRole('group', { name: emergencyText('row', { nth }), exact: true })
const field = (name: Parameters<typeof emergencyText>[0], nth = 1) =>
  row(nth).getByLabel(emergencyText(name as 'number'), { exact: true })
const type = async (...words: string[]) => {
  for (const one of words) {
    await page.keyboard.type(one)
    await page.keyboard.press('Enter')
  }
}
const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'] ?? '')
const slip = (sheet: number, nth: number): Slip => {
  const found = printed[sheet - 1]?.[nth - 1]
  if (!found) throw new Error(`no slip ${nth} of sheet ${sheet}`)
  return found
}
/** As somebody types it: only digits. */
const digits = (sheet: number, nth: number) =>
  `${slip(sheet, nth).number.replace(/\D/g, '')}${slip(sheet, nth).check}`

test('sheets are made once, and printed eight slips to a page, each whole', async () => {
  page = await enter('/reception/', 'dukcapil-1', { reducedMotion: 'reduce' })
  await page.getByRole('link', { name: receptionText('toPaper') }).click()
  await page.getByText(emergencyText('none')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  // The browser's own dialog has nobody here to close it.
  await page.evaluate(() => {
    const told = window as unknown as { prints: number }
    told.prints = 0
    window.print = () => void (told.prints += 1)
  })
  await page.getByLabel(emergencyText('count')).fill('2')
  await page.keyboard.press('Enter')
  await page.getByText(emergencyText('made', { from: 1, to: 2 })).waitFor()
  await page.waitForFunction(() => (window as unknown as { prints: number }).prints === 1)

  const sheets = page.locator('.print-sheet')
  for (const sheet of await sheets.all()) {
    const numbers = await sheet.locator('.print-number strong').allInnerTexts()
    const checks = await sheet.locator('.print-check b').allInnerTexts()
    printed.push(numbers.map((number, nth) => ({ number, check: Number(checks[nth]) })))
  }
  expect(printed.map((one) => one.map(({ number }) => number))).toEqual(
    ['001', '002'].map((sheet) => [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => `DAR${sheet}-0${nth}`)),
  )
  // Nothing of it is on the screen, and nothing else on paper.
  expect(await sheets.first().isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.paper').isVisible()).toBe(false)
  expect(await page.getByText(emergencyText('practice')).count()).toBe(16)
  const cut = await sheets.evaluateAll((all) =>
    all.flatMap((one) => {
      const edge = one.getBoundingClientRect()
      const outside = (node: Element) => {
        const box = node.getBoundingClientRect()
        const parent = node.closest('.print-slip')?.getBoundingClientRect() ?? edge
        return box.bottom > parent.bottom + 1 || box.right > parent.right + 1 || box.bottom > edge.bottom + 1
      }
      return [...one.querySelectorAll('.print-slip, .print-slip *, .print-head li')]
        .filter(outside)
        .map((node) => node.className)
    }),
  )
  expect(cut).toEqual([])
  // A page for each sheet, and none that is empty.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]/)
  await page.emulateMedia({ media: 'screen' })
})

test('slips are entered by keyboard alone, row after row', async () => {
  await field('number').focus()
  await type(digits(1, 1), 'kartu kel', '0810', '8.20', '821', '0835', '', '', '')
  await page.getByText(emergencyText('saved', { number: slip(1, 1).number })).waitFor()
  await expect.poll(focused).toBe('number')
  // On the same sheet the slip and its check digit are enough; Ctrl + Enter saves from wherever one is.
  await type(digits(1, 2).slice(-3), 'kartu kel', '9')
  await page.keyboard.press('Control+Enter')
  const entered = page.getByRole('row').filter({ hasText: slip(1, 2).number })
  await entered.waitFor()
  expect(await entered.getByRole('cell').allInnerTexts()).toEqual(
    expect.arrayContaining(['09.00', emergencyText('outcome.served')]),
  )
  await page.getByText(emergencyText('progress', { sheet: '001', done: 2, all: 8 })).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('[PA12] what is wrong is shown at its field, and the rest stays', async () => {
  const wrong = async (name: 'number' | 'called' | 'service' | 'counter' | 'ended') => {
    const input = field(name)
    await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true')
    const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(' ')
    return page
      .locator(ids.map((id) => `#${id}`).join(', '))
      .first()
      .innerText()
  }
  await field('number').fill(digits(1, 1))
  await page.keyboard.press('Enter')
  expect(await wrong('number')).toBe(emergencyText('wrong.entered'))
  const right = digits(1, 3)
  await field('number').fill(`${right.slice(0, -1)}${(Number(right.at(-1)) + 1) % 10}`)
  await page.keyboard.press('Enter')
  expect(await wrong('number')).toBe(emergencyText('wrong.check'))
  await field('number').fill('999019')
  await page.keyboard.press('Enter')
  await wrong('number')
  await field('number').fill(right)
  await page.keyboard.press('Enter')
  await type('zzz', '0910', '0905', '', 'x')
  expect(await wrong('service')).toBe(emergencyText('chooseService'))
  expect(await wrong('called')).toBe(emergencyText('reversed'))
  expect(await wrong('ended')).toBe(emergencyText('notATime'))
  await field('counter').fill('999')
  await page.keyboard.press('Control+Enter')
  expect(await wrong('counter')).toBe(emergencyText('unknownCounter', { label: '999' }))
  await expect.poll(focused).toBe('service')
  expect(await field('number').inputValue()).toBe(`001-03-${right.at(-1)}`)
  expect(await axeFaults(page)).toEqual([])

  // What only the server knows is said there as well: nobody was served in the evening yet.
  await field('service').fill('kartu kel')
  await page.keyboard.press('Enter')
  await field('counter').fill('')
  await field('called').fill('0912')
  await field('ended').fill('1859')
  await page.keyboard.press('Control+Enter')
  expect(await wrong('ended')).not.toBe('')
  await expect.poll(focused).toBe('ended')
  await field('ended').fill('0955')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('row')
    .filter({ hasText: slip(1, 3).number })
    .waitFor()
})

test('what was entered is corrected and taken back, with the reason', async () => {
  await page
    .getByRole('button', { name: emergencyText('correctThis', { number: slip(1, 2).number }) })
    .click()
  const correction = page.getByRole('group', {
    name: emergencyText('rowCorrect', { number: slip(1, 2).number }),
  })
  await correction.getByLabel(emergencyText('arrived'), { exact: true }).fill('0945')
  await correction.getByLabel(emergencyText('because')).selectOption('mistyped')
  await correction.getByRole('button', { name: emergencyText('save') }).click()
  const changed = page.getByRole('row').filter({ hasText: slip(1, 2).number })
  await expect.poll(() => changed.getByRole('cell').allInnerTexts()).toContain('09.45')

  await page
    .getByRole('button', { name: emergencyText('takeBackThis', { number: slip(1, 2).number }) })
    .click()
  expect(await axeFaults(page)).toEqual([])
  await page
    .getByRole('dialog')
    .getByRole('button', { name: emergencyText('takeBack') })
    .click()
  await changed.waitFor({ state: 'detached' })
  await page.getByText(emergencyText('progress', { sheet: '001', done: 2, all: 8 })).waitFor()
})

test('[PA13] nothing is lost or entered twice: the plug is pulled, somebody types on, and another enters the same sheet', async () => {
  const other = await enter('/paper/?lang=en', 'dukcapil-2', { viewport: { width: 390, height: 844 } })
  await other.getByRole('heading', { name: emergencyText.en('enter') }).waitFor()
  expect(await axeFaults(other)).toEqual([])
  const wide = await other.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide).toBeLessThanOrEqual(0)

  await page
    .getByRole('group', { name: emergencyText.like('row') })
    .getByLabel(emergencyText('number'))
    .last()
    .focus()
  await type(digits(1, 5), 'kartu kel', '0950')
  await house.kill()
  await page.keyboard.press('Control+Enter')
  await house.start()
  const saved = page.getByRole('row').filter({ hasText: slip(1, 5).number })
  // If the server was away too long, the row is still there to be sent once more.
  const again = page.getByRole('button', { name: emergencyText('save') })
  for (let tries = 0; tries < 5 && !(await saved.isVisible()); tries += 1) {
    await saved
      .or(page.getByRole('alert').filter({ hasText: /./ }).first())
      .first()
      .waitFor()
    if (!(await saved.isVisible())) await again.first().click()
  }
  await saved.waitFor()

  const number = other.getByLabel(emergencyText.en('number'), { exact: true }).first()
  await number.fill(digits(1, 5))
  await other.keyboard.press('Enter')
  await other.getByText(emergencyText.en('wrong.entered')).waitFor()
  const found = await fetch(`${house.url}/`)
  expect(await found.text()).toContain('Antre')
})

test('the first page leads here', async () => {
  const home = await enter('/paper/', 'dukcapil-2')
  await home.goto(`${house.url}/`)
  await home.getByRole('link', { name: homeText('paper') }).click()
  await home.getByRole('heading', { name: emergencyText('sheets') }).waitFor()
  expect(new URL(home.url()).pathname).toBe('/paper/')
})
