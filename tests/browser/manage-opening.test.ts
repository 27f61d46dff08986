// Towards the opening, in the browser: what is ready, and a hall of one's own in place of the sample.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { goToSection, openManagePage } from './manage-page.ts'
import { boardText, kioskText, openingText, panelText, shellText, standingText } from './words.ts'

const { enter, house, open } = houseOfFile(openHouse, { keepsBrowsers: true })

/** Pictures for whoever wants to look: `PICTURES=/tmp/x npx vitest run …`. */
const pictures = process.env['PICTURES']
const shot = async (page: Awaited<ReturnType<typeof enter>>, name: string) => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

it('[O1] readiness is computed from what is there: the page says what to do, and leads there', async () => {
  const page = await openManagePage({ enter }, 'readiness', shellText('section.readiness'))
  const must = page.getByRole('region', { name: openingText('level.must') })
  await must.getByRole('listitem').first().waitFor()
  expect(await page.locator('.ready-sum').textContent()).toMatch(openingText.like('readyNo'))
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'ready-id')
  const way = must.getByRole('link', { name: openingText('toPlace') })
  for (const link of await way.all()) expect(await link.getAttribute('href')).toMatch(/^\/manage\//)
  // The one point that is mended here.
  const should = page.getByRole('region', { name: openingText('level.should') })
  await should.getByRole('button', { name: openingText('copy') }).click()
  await should.getByRole('button', { name: openingText('copy') }).waitFor({ state: 'detached' })
  // On paper there is no menu.
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.menu-side').isVisible()).toBe(false)
  expect(await must.isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  // By keyboard alone: to the first thing to do.
  await way.first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(page.url()).not.toContain('readiness')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${house.url}/manage/readiness/?lang=en`)
  await page.getByText(openingText.en('levelMeans.must')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await shot(page, 'ready-en-phone')
})

it('[O21] everything in a training says that it is one: it begins with one press, and ends with another', async () => {
  const board = await open('/display/')
  await board.getByRole('main').waitFor()
  const page = await openManagePage({ enter }, 'training', openingText('trainingOff'))
  const slider = page.getByRole('slider', { name: openingText('paceTitle') })
  await slider.focus()
  await page.keyboard.press('End')
  expect(await slider.getAttribute('aria-valuetext')).toBe(openingText('pace', { count: '120' }))
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'training-off')
  await page.getByRole('button', { name: openingText('trainingGo') }).click()
  await page.getByRole('heading', { name: openingText('trainingOn') }).waitFor()
  await page.getByText(standingText('rehearsal')).waitFor()
  await board.getByText(standingText('rehearsal')).waitFor()
  expect(await slider.inputValue()).toBe('120')
  await slider.focus()
  await page.keyboard.press('Home')
  await page.getByText(openingText('paceNone')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await shot(page, 'training-on-phone')
  await page.getByRole('button', { name: openingText('trainingEnd') }).click()
  await page.getByRole('heading', { name: openingText('trainingOff') }).waitFor()
  await page.getByText(standingText('rehearsal')).waitFor({ state: 'detached' })
  await board.getByText(standingText('rehearsal')).waitFor({ state: 'detached' })
})

it('[O9] what goes and what stays is said before anything begins: then the page, the kiosk and the board are of the new hall', async () => {
  const kiosk = await open(
    new URL(house.firstRun.enrol.kiosk).pathname + new URL(house.firstRun.enrol.kiosk).search,
  )
  await kiosk.getByRole('button').first().waitFor()
  const board = await open('/display/')
  await board.getByRole('main').waitFor()

  const page = await openManagePage({ enter }, '', openingText('hintTitle'))
  await shot(page, 'hint')
  await page.getByRole('link', { name: openingText('hintGo') }).click()
  await page.getByRole('heading', { name: openingText('from') }).waitFor()
  await page.getByRole('region', { name: openingText('staysTitle') }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'begin-id')
  // By keyboard alone.
  await page.getByLabel(openingText('from.empty'), { exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  expect(await page.getByLabel(openingText('from.sample'), { exact: true }).isChecked()).toBe(true)
  await page.keyboard.press('ArrowUp')
  await page.getByLabel(openingText('name')).fill('Mal Pelayanan Publik Gianyar')
  const password = page.getByLabel(openingText('password'), { exact: true })
  await password.fill('bukan ini')
  await password.press('Enter')
  await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await shot(page, 'begin-phone')
  await page.setViewportSize({ width: 1366, height: 768 })
  await password.fill(house.firstRun.manager.password)
  await password.press('Enter')
  await page.waitForURL((url) => url.pathname === '/manage/')
  await page.getByRole('heading', { name: shellText('sectionsTitle') }).waitFor()
  expect(await page.getByText(openingText('hintTitle')).count()).toBe(0)
  await goToSection(page, 'readiness')
  await page
    .getByRole('region', { name: openingText('level.must') })
    .getByRole('listitem')
    .first()
    .waitFor()
  await shot(page, 'ready-empty')

  // Nothing was touched there: they found the new hall by themselves.
  await kiosk.getByText('Mal Pelayanan Publik Gianyar').first().waitFor()
  await board.getByText('Mal Pelayanan Publik Gianyar').first().waitFor()
  await kiosk.getByText(kioskText('preparing')).waitFor()
  await board.getByText(boardText('preparing')).first().waitFor()
  await shot(kiosk, 'kiosk-empty')
  await shot(board, 'board-empty')
  expect(await axeFaults(kiosk)).toEqual([])

  // The manager of an empty hall is shown the way to its first counter.
  await page.goto(`${house.url}/counter/`)
  await page.getByRole('link', { name: panelText('chooseToCounters') }).click()
  await page.waitForURL((url) => url.pathname === '/manage/counters/')
  // With nothing in it every page of the staff opens, and none breaks.
  for (const path of ['/', '/reception/', '/counter/', '/supervise/']) {
    await page.goto(house.url + path)
    await page.getByRole('heading').first().waitFor()
    expect(await axeFaults(page)).toEqual([])
    await shot(page, `empty${path.replaceAll('/', '-')}`)
  }
})
