// The sections of the manager's page have addresses: linked, reloaded, left by the back key, found by the search, and
// all of that without a mouse.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { goToSection, openManagePage } from './manage-page.ts'
import { manageText, shellText } from './words.ts'

const { enter, house } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
const look = process.env['LOOK']
const openStart = () => openManagePage({ enter }, '', shellText('start'))
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const pathOf = (page: Page) => new URL(page.url()).pathname
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

test('a section has an address: it is reloaded, left by the back key, and opened in a tab of its own', async () => {
  const page = await openStart()
  if (look) await page.screenshot({ path: `${look}/start.png`, fullPage: true })
  await goToSection(page, 'voice')
  expect(pathOf(page)).toBe('/manage/voice/')
  expect(await page.title()).toBe(`${shellText('section.voice')} · ${shellText('title')} · Antre`)
  // People who cannot see the page hear where they are.
  expect(await focused(page)).toBe(shellText('section.voice'))
  await page.reload()
  await title(page, shellText('section.voice')).waitFor()
  await page.getByRole('heading', { name: manageText('voice.title'), exact: true }).waitFor()
  await goToSection(page, 'devices')
  await page.goBack()
  await title(page, shellText('section.voice')).waitFor()
  await page.goForward()
  await title(page, shellText('section.devices')).waitFor()
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('link', { name: shellText('section.slips'), exact: true })
      .first()
      .click({ modifiers: ['Control'] }),
  ])
  await title(tab, shellText('section.slips')).waitFor()
  expect(pathOf(page)).toBe('/manage/devices/')
})

test('every section is drawn, and axe finds nothing', async () => {
  const page = await openStart()
  const menu = page.getByRole('navigation', { name: shellText('menuTitle') })
  const links = menu.getByRole('link')
  const elsewhere = [manageText('toAudit'), manageText('toMonitor'), manageText('toSimulator')]
  const names = (await links.allTextContents()).filter((name) => !elsewhere.includes(name))
  expect(names.length).toBeGreaterThanOrEqual(8)
  for (const name of names) {
    await menu.getByRole('link', { name, exact: true }).click()
    await title(page, name).waitFor()
    await page.getByText(shellText('loading')).waitFor({ state: 'detached' })
    expect([name, await axeFaults(page)]).toEqual([name, []])
    if (look) await page.screenshot({ path: `${look}/section-${name}.png`, fullPage: true })
  }
})

test('an address that leads nowhere says so and leads back', async () => {
  const page = await enter('/manage/tidak-ada/', 'manager')
  await title(page, shellText('noSection')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page
    .getByRole('main')
    .getByRole('link', { name: shellText('start') })
    .last()
    .click()
  await title(page, shellText('start')).waitFor()
  // A lone percent sign is not an address either.
  await page.goto(`${house.url}/manage/%25E0%25`)
  await title(page, shellText('noSection')).waitFor()
})

test('the search finds sections, things, people and devices, by keys alone', async () => {
  const page = await openStart()
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: shellText('searchTitle') })
  await dialog.waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/search.png` })
  await page.keyboard.type('kata sandi')
  await page.keyboard.press('Enter')
  await title(page, shellText('section.account')).waitFor()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('PLN-1')
  await dialog.getByRole('link', { name: /pln-1/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await title(page, shellText('section.people')).waitFor()
  expect(pathOf(page)).toBe('/manage/people/pln-1')
  await page.locator('.account').filter({ hasText: 'pln-1' }).first().waitFor()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('loket 7')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Loket 7', exact: true }).waitFor()
  expect(pathOf(page)).toBe('/manage/counters/loket-7')
  await goToSection(page, 'people')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('xyzzy')
  await dialog.getByText(shellText('searchNone', { words: 'xyzzy' })).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  // A slash that somebody types is a slash.
  await page.getByLabel(manageText('accounts.search')).fill('')
  await page.getByLabel(manageText('accounts.search')).press('/')
  expect(await dialog.count()).toBe(0)
})

test('on a phone the menu is behind a button, and nothing is cut off', async () => {
  const page = await enter('/manage/devices/?lang=en', 'manager', { viewport: { width: 390, height: 844 } })
  await title(page, shellText.en('section.devices')).waitFor()
  await page.getByRole('heading', { name: manageText.en('sound.title'), exact: true }).waitFor()
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await wide()).toBeLessThanOrEqual(390)
  if (look) await page.screenshot({ path: `${look}/phone.png`, fullPage: true })
  await page.getByRole('button', { name: /^Menu/ }).click()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/phone-menu.png` })
  await page.getByRole('link', { name: shellText.en('section.voice'), exact: true }).click()
  await title(page, shellText.en('section.voice')).waitFor()
  expect(await page.getByRole('button', { name: /^Menu/ }).getAttribute('aria-expanded')).toBe('false')
  expect(await wide()).toBeLessThanOrEqual(390)
})
