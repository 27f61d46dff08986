// The manager learns that the server ended by itself or had a fault: when, how often, and what to send on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage } from './manage-page.ts'
import { begins, manageText, shellText } from './words.ts'

const { enter, house } = houseOfFile(openHouse)

it('says nothing where nothing happened; then what, how often, and the report to copy', async () => {
  const before = await openManagePage({ enter }, '', shellText('sectionsTitle'))
  expect(await before.getByText(manageText('incidents.title')).count()).toBe(0)
  await before.close()

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

  const page = await openManagePage({ enter }, '', manageText('incidents.title'))
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
