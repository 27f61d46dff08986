// The first picture of the README: the kiosk, the board and the panel of one counter, at the same moment.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccounts } from '../browser/accounts.ts'
import { openBrowser } from '../browser/harness.ts'
import { openKioskPage } from '../browser/kiosk-page.ts'
import { takePlace } from '../browser/panel.ts'
import { signInAs } from '../browser/staff.ts'
import { collage } from './collage.ts'
import { callEverybody, openMorning, type Morning } from './morning.ts'

const OWN_PASSWORD = 'kucing tetangga makan ikan'

let morning: Morning
let browser: Browser

beforeAll(async () => {
  ;[morning, browser] = await Promise.all([openMorning(), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await morning.house.close()
})

test('the hall at a glance', async () => {
  const { house, staff } = morning
  const passwords = await makeAccounts(house)
  await callEverybody(staff)
  await staff.post('/api/counters/loket-1/start')
  await staff.post('/api/counters/loket-1/finish')
  await staff.post('/api/counters/loket-1/close')

  for (const services of [
    ['dukcapil-kk'],
    ['dukcapil-kk', 'bpjskes-daftar'],
    ['dukcapil-kk'],
    ['dukcapil-kk'],
  ])
    await staff.takeNumber(services)
  const username = 'dukcapil-1'
  const given = passwords.get(username) ?? ''
  const officer = await signInAs(house, username, given)
  await officer.post('/api/session/password', { current: given, next: OWN_PASSWORD })

  const panel = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await panel.goto(`${house.url}/counter/`)
  await takePlace(panel, username, OWN_PASSWORD, 'Loket 1')
  await panel.locator('.primary button').click()
  const board = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await board.goto(`${house.url}/display/?zone=kependudukan`)
  await board.locator('.hero-call').waitFor()
  await panel
    .getByRole('main')
    .getByRole('img', { name: /^Nomor/ })
    .waitFor()
  const { page: kiosk } = await openKioskPage(browser, house)
  await kiosk.locator('.shell-start .tile').first().waitFor()

  const faults = await collage(browser, 'screens.png', { width: 1600, height: 760 }, [
    { page: kiosk, left: 30, top: 30, width: 394 },
    { page: board, left: 454, top: 30, width: 660 },
    { page: panel, left: 760, top: 290, width: 810 },
  ])
  expect(faults).toEqual([])
})
