// The kiosk up to the number: every place where something is chosen, and every reason why nothing can be.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser/harness.ts'
import { glasses, openGlass, type GlassPage } from './glass.ts'
import { fillMorning, openMorning, type Morning } from './morning.ts'

let morning: Morning
let browser: Browser

beforeAll(async () => {
  ;[morning, browser] = await Promise.all([openMorning(), openBrowser()])
  await fillMorning(morning.staff)
})

afterAll(async () => {
  await browser.close()
  await morning.house.close()
})

const open = (glass: (typeof glasses)[number]) => openGlass(browser, morning.house, glass)
const place = (on: GlassPage, name: string) => on.kiosk.page.locator(`.shell-${name}`).waitFor()

test.each(glasses)('the ways to a service, $size, $language', async (glass) => {
  const on = await open(glass)
  const { t, tap, take } = on
  await on.begin()
  await take('start')
  await tap(t.byEvent)
  await place(on, 'events')
  await take('events')
  await on.kiosk.page.locator('.shell-events .tile').first().tap()
  await place(on, 'event')
  await take('event')
  await on.begin()
  await tap(t.byAgency)
  await place(on, 'agencies')
  await take('agencies')
  await tap('Dukcapil')
  await place(on, 'agency')
  await take('agency')
  await on.begin()
  await tap(t.allServices)
  await place(on, 'wanted')
  await take('wanted')
  expect(on.faults).toEqual([])
  await on.close()
})

/** Types on the screen, from wherever the search can be opened. */
async function search(on: GlassPage, text: string): Promise<void> {
  await on.tap(on.t['search.search'])
  await place(on, 'search')
  const keys = on.kiosk.page.locator('.keys')
  for (const letter of text) await keys.getByRole('button', { name: letter, exact: true }).tap()
}

test.each(glasses)('the search, $size, $language', async (glass) => {
  const on = await open(glass)
  const { page } = on.kiosk
  const typed = {
    id: { found: 'pernikahan', soon: 'paspor' },
    en: { found: 'mariage', soon: 'passport' },
  }[glass.language]
  const found = page.locator('.shell-search .tile').first()
  await on.begin()
  await search(on, '')
  await on.take('search')
  await on.begin()
  await search(on, typed.found)
  await found.waitFor()
  await on.take('search-found')
  await on.begin()
  await search(on, typed.soon)
  await found.waitFor()
  await on.take('search-soon')
  await on.begin()
  await search(on, 'xqzw')
  await page.getByRole('heading', { name: /xqzw/ }).waitFor()
  await on.take('search-nothing')
  expect(on.faults).toEqual([])
  await on.close()
})

test.each(glasses)('nobody there, $size, $language', async (glass) => {
  const on = await open(glass)
  const { page } = on.kiosk
  await page.clock.install()
  await on.begin()
  await page.clock.runFor(61_000)
  await page.locator('.attract').waitFor()
  // Skipping a minute was a silent minute for its connection too.
  await page.locator('.blocked').waitFor({ state: 'detached' })
  await on.take('rest')
  expect(on.faults).toEqual([])
  await on.close()
})

test.each(glasses)('the check, $size, $language', async (glass) => {
  const on = await open(glass)
  const { t, tap, take } = on
  await on.begin('dukcapil-kk')
  await take('check')
  await on.begin('dukcapil-ktp-ganti', 'dukcapil-kk', 'bpjskes-daftar')
  await take('check-several')
  await on.begin('bpjskes-daftar')
  await on.kiosk.page.locator('.paper-button').first().tap()
  await take('check-missing')
  await on.begin('dukcapil-kk')
  await tap(t.sight)
  await take('sights')
  expect(on.faults).toEqual([])
  await on.close()
})

test.each(glasses)('what stands in the way, $size, $language', async (glass) => {
  const on = await open(glass)
  const { take } = on
  const { page } = on.kiosk
  await on.begin('dukcapil-kk', 'dukcapil-ktp-ganti')
  await pauseService(true)
  await page.locator('.step-off').waitFor()
  await take('service-closed')
  await pauseService(false)
  await page.locator('.step-off').waitFor({ state: 'detached' })

  await page.clock.install()
  await on.begin('dukcapil-kk')
  await page.clock.runFor(46_000)
  await page.getByRole('dialog').waitFor()
  // Skipping hours were silent hours for its connection too.
  await page.locator('.blocked').waitFor({ state: 'detached' })
  await take('still-there')
  await on.close()
  expect(on.faults).toEqual([])
})

test.each(glasses)('the server away, and a kiosk that is none any more, $size, $language', async (glass) => {
  const on = await open(glass)
  const { page } = on.kiosk
  await on.begin()
  await morning.house.kill()
  await page.locator('.blocked').waitFor()
  await on.take('cannot-give')
  await morning.house.start()
  await page.locator('.blocked').waitFor({ state: 'detached' })
  // The person who enrols it reads the hall's first language: the visitor's ended with the visit.
  if (glass.language === 'id') {
    await on.begin('dukcapil-kk')
    await page.context().clearCookies()
    await on.tap(on.t.takeNumber)
    await page.getByRole('heading', { name: on.t.enrolTitle }).waitFor()
    await on.take('not-enrolled')
  }
  await on.close()
  expect(on.faults).toEqual([])
})

test.each(glasses)('for who sees or reaches less, $size, $language', async (glass) => {
  const on = await open(glass)
  const { t, tap, take } = on
  const show = async (sight: string) => {
    await on.begin()
    await tap(t.sight)
    await tap(sight)
    await tap(glass.language === 'id' ? 'Tutup' : 'Close')
  }
  const check = async () => {
    await on.kiosk.page.locator('.wanted .tile').first().tap()
    await place(on, 'check')
  }
  const number = async () => {
    await tap(t.takeNumber)
    await on.kiosk.page.locator('.taken-step').waitFor()
  }
  const look = async () => {
    await search(on, 'nikah')
    await on.kiosk.page.locator('.shell-search .tile').first().waitFor()
  }
  await show(t.largeText)
  await take('large-start')
  await look()
  await take('large-search')
  await show(t.largeText)
  await check()
  await take('large-check')
  await number()
  await take('large-number')
  await show(t.contrast)
  await take('contrast-start')
  await look()
  await take('contrast-search')
  await show(t.contrast)
  await check()
  await take('contrast-check')
  await number()
  await take('contrast-number')
  if (glass.size === 'upright') {
    await show(t.low)
    await take('low-start')
    await look()
    await take('low-search')
    await show(t.low)
    await check()
    await take('low-check')
  }
  await on.close()
  expect(on.faults).toEqual([])
})

/** Closes one service for a while, as a manager would, or opens it again. */
function pauseService(paused: boolean): Promise<void> {
  return morning.staff.revise((plan) => {
    const service = plan.services.find(({ id }) => id === 'dukcapil-ktp-ganti')
    if (!service) throw new Error('the sample hall has changed')
    service.phase = paused
      ? { status: 'paused', until: null, reason: { id: 'Mesin cetak rusak', en: 'The printer broke' } }
      : { status: 'open' }
  })
}
