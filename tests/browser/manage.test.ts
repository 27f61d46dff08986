// The manager's page and the first page in a real browser: a device is enrolled by its link, the operation is chosen,
// the password changed; and that the server ended by itself or had a fault is told: when, how often, and what to send on.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { id as weak } from '../../server/texts/answers.ts'
import { passDoor } from './door.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { goToSection } from './manage-page.ts'
import { begins, homeText, manageText, problemText, sharedText, shellText, staffText } from './words.ts'

const OWN_PASSWORD = 'gerbang-candi-pagi-hari'

const { enter, house, open } = houseOfFile(openHouse, { keepsBrowsers: true, newForRetry: true })
const GLASS = { viewport: { width: 1366, height: 900 } }

/** The manager's page after signing in. */
async function openManage(): Promise<Page> {
  const page = await enter('/manage/', 'manager', GLASS)
  await page.getByRole('heading', { level: 1, name: shellText('start'), exact: true }).waitFor()
  return page
}

test('the first page names the hall and leads to the others', async () => {
  const page = await open('/', GLASS)
  await page.getByRole('heading', { name: 'Mal Pelayanan Publik Karangasem' }).waitFor()
  const ways = page.getByRole('main').getByRole('link')
  const paths = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(paths).toEqual([
    '/kiosk/',
    '/display/',
    '/layanan/',
    '/counter/',
    '/reception/',
    '/paper/',
    '/survey-entry/',
    '/findings/',
    '/supervise/',
    '/monitor/',
    '/complaints/',
    '/reports/',
    '/surveys/',
    '/evaluation/',
    '/simulator/',
    '/audit/',
    '/manage/',
  ])
  for (const path of paths) expect((await fetch(`${house.url}${path}`)).status).toBe(200)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: homeText('otherLanguage') }).click()
  await page.getByRole('heading', { name: 'Karangasem Public Service Mall' }).waitFor()
})

describe('the manager', () => {
  test('is told nothing where nothing happened; then what, how often, and the report to copy', async () => {
    const page = await openManage()
    await page.getByRole('heading', { name: shellText('sectionsTitle'), exact: true }).waitFor()
    expect(await page.getByText(manageText('incidents.title')).count()).toBe(0)

    await house.stop()
    const at = Date.now()
    const fault = { id: 'f1', version: '0.1.0', where: ['at read (dist/server/main.js:12:3)'] }
    const incidents = [
      { ...fault, kind: 'survived', first: at - 9_000, last: at, count: 1200, what: 'Error: <b>garis</b>' },
      { ...fault, kind: 'restarted', first: at, last: at, count: 1, what: 'TypeError: x' },
      { ...fault, kind: 'survived', first: 0, last: 0, count: 1, what: 'Error: lama sekali' },
    ]
    writeFileSync(join(house.dataDir, 'incidents.json'), JSON.stringify(incidents), { mode: 0o600 })
    await house.start()
    await house.kill()
    await house.start()

    await page.reload()
    await page.getByRole('heading', { name: manageText('incidents.title'), exact: true }).waitFor()
    const part = page.locator('section[aria-labelledby=incidents-title]')
    const rows = part.getByRole('listitem')
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(new RegExp(`${begins(manageText('incident.ended')).source}.*, \\d\\d\\.\\d\\d$`)),
      expect.stringMatching(begins(`${manageText('incident.survived')} 1.200 `)),
      expect.stringContaining(manageText('incident.restarted')),
    ])
    await part.getByText(manageText('incidents.show')).click()
    const report = part.getByRole('textbox', { name: manageText('incidents.report') })
    expect(await report.inputValue()).toMatch(
      /ended {2}1 ×.*[^]*survived {2}1200 × since .*[^]*<b>garis[^]*main\.js:12:3/,
    )
    expect(await axeFaults(page)).toEqual([])
    await page.context().grantPermissions(['clipboard-write', 'clipboard-read'])
    await part.getByRole('button', { name: manageText('incidents.copy') }).click()
    await part.getByText(manageText('incidents.copied')).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await report.inputValue())

    await page.goto(`${house.url}/manage/?lang=en`)
    await part.getByText(manageText.en('incident.ended')).waitFor()
    expect(await rows.nth(1).textContent()).toMatch(manageText.en.like('incidents.often', { count: '1,200' }))
  })

  test('makes a link that turns a browser into a display of a zone, and takes it back', async () => {
    const page = await openManage()
    expect(await axeFaults(page)).toEqual([])
    await goToSection(page, 'devices')
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: manageText('newDevice') }).click()
    await page.getByRole('radio', { name: manageText('device.display') }).check()
    await page
      .getByLabel(manageText('zone'), { exact: true })
      .selectOption({ label: 'Jaminan sosial dan kerja' })
    await page.getByLabel(manageText('label')).fill('TV dekat tangga')
    await page.getByRole('button', { name: manageText('makeLink') }).click()
    const link = await page.getByLabel(manageText('link')).inputValue()
    expect(link).toMatch(new RegExp(`^${house.url}/display/\\?enrol=[\\w-]{20,}$`))
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    const device = page.getByRole('listitem').filter({ hasText: 'TV dekat tangga' })
    await device.getByText(manageText('notEnrolled')).waitFor()

    const token = new URL(link).searchParams.get('enrol')
    const enrolled = await fetch(`${house.url}/api/devices/enrol`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    expect(await enrolled.json()).toMatchObject({ device: { kind: 'display', zone: 'jaminan-sosial' } })

    await device.getByRole('button', { name: begins(manageText.like('revokeDevice')) }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: manageText('revoke') })
      .click()
    await device.waitFor({ state: 'detached' })
  })

  test('begins regular operation only after being told what it means', async () => {
    const page = await openManage()
    await page.getByRole('button', { name: manageText('operation-to.regular') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(manageText('operation-ask.regular')).waitFor()
    await dialog.getByRole('button', { name: sharedText('cancel') }).click()
    expect(await operation()).toBe('trial')
    await page.getByRole('button', { name: manageText('operation-to.regular') }).click()
    await dialog.getByRole('button', { name: manageText('operation-to.regular') }).click()
    await page.getByRole('button', { name: manageText('operation-to.trial') }).waitFor()
    expect(await operation()).toBe('regular')
  })

  test('is told what a password lacks, changes it, and signs in with the new one', async () => {
    const page = await openManage()
    const change = async (current: string, next: string) => {
      await page.getByLabel(staffText('currentPassword'), { exact: true }).fill(current)
      await page.getByLabel(staffText('nextPassword'), { exact: true }).fill(next)
      await page.keyboard.press('Enter')
    }
    await page.getByText(staffText('mustChange')).waitFor()
    await page.getByRole('link', { name: shellText('changePassword') }).click()
    await change('salah sama sekali', OWN_PASSWORD)
    await page.getByRole('alert').getByText(problemText('bad-credentials')).waitFor()
    await change(house.firstRun.manager.password, 'pendek')
    await page.getByRole('alert').getByText(weak['too-short']).waitFor()
    await change(house.firstRun.manager.password, OWN_PASSWORD)
    await page.getByText(staffText('passwordChanged')).waitFor()
    expect(await page.getByText(staffText('mustChange')).count()).toBe(0)
    expect(existsSync(join(house.dataDir, 'first-run.json'))).toBe(false)

    await page.getByRole('button', { name: staffText('signOut'), exact: true }).click()
    await passDoor(page, 'manager', house.firstRun.manager.password)
    await page.getByRole('alert').getByText(problemText('bad-credentials')).waitFor()
    await passDoor(page, 'manager', OWN_PASSWORD)
    await page.getByRole('heading', { level: 1, name: shellText('section.account'), exact: true }).waitFor()
  })

  async function operation(): Promise<string> {
    return ((await (await fetch(`${house.url}/api/hall`)).json()) as { operation: string }).operation
  }
})
