// Going home without Selesai, in a real browser: the panel asks, the supervisor is told, and the next morning both say
// of which day the number is.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { passDoor } from './door.ts'
import { axeFaults, faultsOf, openBrowser, openHouse } from './harness.ts'
import { makePanels, nowAt } from './panel.ts'
import { signIn } from './staff.ts'

let house: StaffedHouse
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** The page of somebody who signs in there by mouse. */
async function enters(url: string, username: string, password: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  faults.push(faultsOf(page))
  await page.goto(url)
  await passDoor(page, username, password)
  return page
}
const faults: string[][] = []

it('[Y7] visitors who are left at a counter are not forgotten', async () => {
  const manager = await signIn(house)
  const panels = makePanels(house, browser, manager, house.passwords)
  const { number } = await manager.takeNumber(['dukcapil-ktp-pemula'])
  const page = await panels.officerAt('dukcapil-2', 'Loket 3')
  await page.keyboard.press(' ')
  await page.getByText('Dipanggil', { exact: true }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Sedang dilayani', { exact: true }).first().waitFor()

  // The hours are over.
  await manager.revise((plan) => {
    plan.operation = 'regular'
    for (const day of [1, 2, 3, 4, 5, 6, 7] as const) plan.hours[day] = []
  })
  await page.getByText('Jam pelayanan sudah selesai.').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Menu' }).click()
  const menu = page.getByRole('dialog')
  await menu.getByText(`${number} masih di loket ini: selesaikan dahulu.`).waitFor()
  await menu.getByRole('button', { name: 'Keluar', exact: true }).click()
  await menu.getByRole('alert').getByText('Selesaikan dahulu').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await menu.getByRole('button', { name: 'Keluar juga' }).click()
  await page.getByText('Masuk ke panel loket').waitFor()

  const { username, password } = house.firstRun.manager
  const watching = await enters(`${house.url}/supervise/`, username, password)
  await watching.getByText(`${number} masih tercatat dilayani sesudah jam pelayanan.`).waitFor()

  // The next morning.
  await house.stop()
  const next = await openHouse({ CLOCK_OFFSET: '86400' }, house.dataDir)
  try {
    const back = await enters(`${next.url}/counter/`, 'dukcapil-2', house.passwords.get('dukcapil-2') ?? '')
    await back.getByRole('button', { name: /^Loket 3 /u }).click()
    await back.getByText('Nomor hari ').waitFor()
    expect(await nowAt(back).textContent()).toBe(number)
    expect(await back.locator('.now-since').textContent()).toMatch(
      /^sejak (Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)$/,
    )
    expect(await axeFaults(back)).toEqual([])
    const morning = await enters(`${next.url}/supervise/`, username, password)
    await morning.getByText(`${number} masih tercatat dilayani sejak`).waitFor()
  } finally {
    await next.close()
  }
  expect(faults.flat()).toEqual([])
})
