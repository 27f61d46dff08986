// The survey in the docs: the tablet at the exit as it invites, a question on it, and one on a phone.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openBrowser, openHouse } from '../browser/harness.ts'
import { glass } from '../browser/phones.ts'
import { signIn } from '../browser/staff.ts'
import { id } from '../../kiosk-ui/survey/texts.ts'
import { collage } from './collage.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

test('the survey in visitors’ hands', async () => {
  const staff = await signIn(house)
  const upright = {
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    reducedMotion: 'reduce',
  } as const
  const tablet = async () => {
    const { url } = await staff.post<{ url: string }>('/api/devices', { kind: 'survey' })
    const page = await (await browser.newContext(upright)).newPage()
    await page.goto(url)
    await page.locator('.attract-faces').waitFor()
    return page
  }
  const invites = await tablet()
  const asks = await tablet()
  await asks.locator('.attract-touch').tap()
  await asks.getByRole('button', { name: /^Dukcapil/ }).tap()
  await asks.getByRole('button', { name: 'Kartu Keluarga baru', exact: true }).tap()
  await asks.locator('.face').first().waitFor()

  const { id: visit, token } = await staff.takeNumber(['dukcapil-kk'])
  await staff.post('/api/counters/loket-1/open')
  await staff.post('/api/counters/loket-1/call', { visit })
  await staff.post('/api/counters/loket-1/start')
  await staff.post('/api/counters/loket-1/finish')
  const { visit: own } = await staff.get<{ visit: { surveys: { right: string }[] } }>(`/api/visits/${token}`)
  const phone = await (await browser.newContext({ ...glass, deviceScaleFactor: 2 })).newPage()
  await phone.goto(`${house.url}/survey/#${own.surveys.map(({ right }) => right).join()}`)
  await phone.locator('.face').first().waitFor()
  const end = await (await browser.newContext({ ...glass, deviceScaleFactor: 2 })).newPage()
  await end.goto(phone.url())
  for (const nth of [1, 2, 3]) {
    await end.getByText(id.nth.replace('{nth}', String(nth)).replace('{count}', '3')).waitFor()
    await end.locator('.face').last().tap()
  }
  await end.getByRole('heading', { name: id.enough }).waitFor()

  const faults = await collage(browser, 'survey.png', { width: 1480, height: 720 }, [
    { page: invites, left: 30, top: 30, width: 371 },
    { page: asks, left: 431, top: 30, width: 371 },
    { page: phone, left: 832, top: 30, width: 294 },
    { page: end, left: 1156, top: 30, width: 294 },
  ])
  expect(faults).toEqual([])
})
