// The hall's own form: names, logo, languages, numbers; in both languages, light and dark, on a phone; and small things
// done in passing.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { draftText, formText, placeText, shellText, timesText } from './words.ts'

const { enter, house, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const look = process.env['LOOK']
const open = () => enter('/manage/hall/', 'manager')
const draftPlan = async () => (await staff.get<{ plan: Plan }>('/api/plan/draft')).plan
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: draftText('save'), exact: true }).click()
  await page.getByText(draftText.like('barSaved')).waitFor()
}
const logo = (page: Page) => page.getByLabel(placeText('logo'), { exact: true })

/** A PNG that says it is so large. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(head)
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12)
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

test('what the hall is called and how its queue goes is set, saved and not yet in effect', async () => {
  const page = await open()
  await page.locator('#f-name').fill('Mal Pelayanan Publik Buleleng')
  await page.locator('#f-name-en').fill('Buleleng Public Service Mall')
  await page.getByLabel(placeText('script'), { exact: true }).fill('ᬩᬸᬮᬾᬮᬾᬂ')
  // Hardly any computer has these letters.
  const hasLetters = () =>
    page.evaluate(() =>
      [...document.fonts].some(
        ({ unicodeRange, status }) => /U\+1B00/i.test(unicodeRange) && status === 'loaded',
      ),
    )
  await expect.poll(hasLetters).toBe(true)
  await page.getByLabel(draftText('field.timeZone'), { exact: true }).selectOption('Asia/Jakarta')
  await page.getByLabel(draftText('field.walkSeconds'), { exact: true }).fill('90')
  await page.getByLabel(draftText('field.secondCallSeconds'), { exact: true }).fill('')
  await page.getByLabel(placeText('ratePriority'), { exact: true }).fill('2,5')
  expect(await axeFaults(page)).toEqual([])
  // No field is behind the bar at the foot when it has the focus.
  for (const field of ['#f-lateSeconds', '#f-waitLimitMinutes', '#f-rates-priority']) {
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.locator(field).focus()
    const covers = await page.locator(field).evaluate((node) => {
      const { left, top, height } = node.getBoundingClientRect()
      return document.elementFromPoint(left + 5, top + height / 2) === node
    })
    expect([field, covers]).toEqual([field, true])
  }
  if (look) await page.screenshot({ path: `${look}/hall.png`, fullPage: true })
  await save(page)
  const plan = await draftPlan()
  expect(plan).toMatchObject({
    name: { id: 'Mal Pelayanan Publik Buleleng', en: 'Buleleng Public Service Mall', ban: 'ᬩᬸᬮᬾᬮᬾᬂ' },
    timeZone: 'Asia/Jakarta',
    walkSeconds: 90,
    rates: { priority: 2.5 },
  })
  expect(plan).not.toHaveProperty('secondCallSeconds')
  expect((await staff.get<Plan>('/api/plan')).walkSeconds).not.toBe(90)
})

test('a number that is none is said so in words, stays as typed, and does not reach the plan', async () => {
  const page = await open()
  const field = page.getByLabel(draftText('field.waitLimitMinutes'), { exact: true })
  const before = (await draftPlan()).waitLimitMinutes
  for (const [typed, words] of [
    ['setengah jam', formText('notNumber', { example: 30 })],
    ['2,5', formText('notWhole', { example: 30 })],
    ['-4', formText('notNumber', { example: 30 })],
    ['99999', formText('between', { least: 1, most: 1440, unit: placeText('minutes') })],
  ] as const) {
    await field.fill(typed)
    await page.getByText(words, { exact: true }).waitFor()
    expect([typed, await field.getAttribute('aria-invalid')]).toEqual([typed, 'true'])
  }
  expect(await axeFaults(page)).toEqual([])
  expect((await draftPlan()).waitLimitMinutes).toBe(before)
})

test('a language is taken away and comes back with its texts; a new one asks for every text', async () => {
  const page = await open()
  const english = 'Inggris'
  await page.getByRole('button', { name: placeText('languageRemove', { language: english }) }).click()
  await page.getByText(placeText('languageGone', { language: english })).waitFor()
  if (look) await page.screenshot({ path: `${look}/hall-languages.png` })
  await save(page)
  const without = await draftPlan()
  expect(without.languages).not.toContain('en')
  expect(without.counters.every(({ name }) => name['en'] !== '')).toBe(true)
  await page.getByLabel(placeText('languageAdd')).selectOption('en')
  await page.getByLabel(placeText('languageAdd')).selectOption('ban')
  await save(page)
  await page.locator('#f-address-ban').waitFor()
  await page.locator('#f-address-ban-faults').getByText(draftText('empty')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/hall-faults.png`, fullPage: true })
  await page
    .getByRole('button', { name: placeText('languageRemove', { language: draftText('language.ban') }) })
    .click()
  await save(page)
  await page.locator('#f-address-ban').waitFor({ state: 'detached' })
})

test('a logo that is an SVG, far too wide, broken, or a program is refused in words; a picture is made to fit', async () => {
  const page = await open()
  await logo(page).waitFor()
  const before = (await draftPlan()).slip?.logo
  const refused = async (name: string, mimeType: string, buffer: Buffer, words: string) => {
    await logo(page).setInputFiles({ name, mimeType, buffer })
    await page.getByRole('alert').getByText(words).waitFor()
  }
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"><script>window.ran=1</script></svg>'
  await refused('logo.svg', 'image/svg+xml', Buffer.from(svg), placeText('logo-fault.svg'))
  // Whatever it is called.
  await refused('logo.png', 'image/png', Buffer.from(svg), placeText('logo-fault.svg'))
  expect(await page.evaluate(() => Reflect.get(window, 'ran') ?? null)).toBeNull()
  await refused(
    'lebar.png',
    'image/png',
    pngOf(30_000, 20),
    placeText('logo-fault.too-wide', { width: 30000, height: 20, most: 8000 }),
  )
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/hall-logo.png` })
  await refused('potong.png', 'image/png', pngOf(40, 40), placeText('logo-fault.unreadable'))
  await refused('setup.png', 'image/png', Buffer.from('MZ program'), placeText('logo-fault.unreadable'))
  await refused(
    'besar.png',
    'image/png',
    Buffer.alloc(11_000_000, 1),
    placeText('logo-fault.too-heavy', { size: 11, most: 10 }),
  )
  expect((await draftPlan()).slip?.logo).toBe(before)

  // A picture of 2,000 × 1,000 pixels, as a camera or a web page gives it.
  const picture = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2000
    canvas.height = 1000
    const pen = canvas.getContext('2d')
    if (pen) {
      pen.fillRect(0, 0, 2000, 1000)
      pen.fillStyle = 'white'
      pen.fillRect(500, 250, 1000, 500)
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  await logo(page).setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: Buffer.from(picture, 'base64'),
  })
  await page.getByRole('img', { name: placeText('logoNow') }).waitFor()
  await save(page)
  const made = Buffer.from((await draftPlan()).slip?.logo ?? '', 'base64')
  expect([made.readUInt32BE(16), made.readUInt32BE(20)]).toEqual([576, 288])
})

test('the rules of the reports: the target, and who sees more, are found by the search and saved', async () => {
  const page = await enter('/manage/', 'manager')
  await page
    .getByRole('button', { name: shellText('search'), exact: true })
    .first()
    .click()
  await page.getByLabel(shellText('searchField')).fill('statistik')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: shellText('section.reports') }).waitFor()
  await page.getByLabel(placeText('reports.level'), { exact: true }).fill('20')
  await page.getByLabel(placeText('reports.public')).check()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/reports.png`, fullPage: true })
  await save(page)
  expect((await draftPlan()).reports).toEqual({ level: 20, public: true })
  await page.getByLabel(placeText('reports.level'), { exact: true }).fill('')
  await page.getByLabel(placeText('reports.public')).uncheck()
  await save(page)
  expect(await draftPlan()).not.toHaveProperty('reports')
})

test('the rules of complaints are saved, and what is as usual is left out', async () => {
  const page = await enter('/manage/complaints/', 'manager')
  await page.getByLabel(placeText('complaints.days'), { exact: true }).fill('7')
  await page.getByLabel(placeText('complaints.sp4n'), { exact: true }).selectOption('beside')
  expect(await axeFaults(page)).toEqual([])
  await save(page)
  expect((await draftPlan()).complaints).toEqual({ days: 7, sp4n: 'beside' })
  await page.getByLabel(placeText('complaints.days'), { exact: true }).fill('')
  await page.getByLabel(placeText('complaints.sp4n'), { exact: true }).selectOption('none')
  await save(page)
  expect(await draftPlan()).not.toHaveProperty('complaints')
})

test('[O3] what is typed is kept until it is saved or discarded: two tabs of one person show the same', async () => {
  const field = (one: Page) => one.getByLabel(draftText('field.lateSeconds'), { exact: true })
  const page = await open()
  await field(page).waitFor()
  const other = await page.context().newPage()
  await other.goto(`${house.url}/manage/hall/`)
  await field(other).waitFor()
  await field(page).fill('77')
  await expect.poll(() => field(other).inputValue()).toBe('77')
})

test('the form in English, dark, and on a phone', async () => {
  const page = await enter('/manage/hall/?lang=en', 'manager', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
  })
  await page.getByRole('heading', { name: placeText.en('rules') }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  if (look) await page.screenshot({ path: `${look}/hall-phone-dark.png`, fullPage: true })
})

test('on a phone the hall is closed for a day from the start page, at once and without the draft', async () => {
  const page = await enter('/manage/', 'manager', { viewport: { width: 390, height: 844 } })
  await page.getByRole('button', { name: timesText('closeDay') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(timesText('when.other')).check()
  await dialog.getByLabel(timesText('date')).fill('2099-03-20')
  await dialog.getByLabel(timesText('closeWhy')).fill('Upacara Melasti')
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/phone-close.png` })
  await dialog.getByRole('button', { name: timesText('closeGo') }).click()
  await page.getByText(timesText.like('closeDone')).waitFor()
  const { days } = await staff.get<Plan>('/api/plan')
  expect(days).toEqual([
    { day: '2099-03-20', name: { id: 'Upacara Melasti', en: 'Upacara Melasti' }, spans: [] },
  ])
  await page.getByRole('heading', { name: shellText('draftTitle'), exact: true }).waitFor()
  if (look) await page.screenshot({ path: `${look}/phone-start.png`, fullPage: true })
})
