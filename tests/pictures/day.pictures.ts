// Every screen at the telling moments of one day, from before the opening to the next morning and on a holiday, in
// regular operation. The hall's clock cannot be set, so the plan's hours are arranged around the current time.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccounts } from '../browser/accounts.ts'
import { type House, openBrowser, openHouse } from '../browser/harness.ts'
import { type KioskPage, openKioskPage } from '../browser/kiosk-page.ts'
import { takePlace } from '../browser/panel.ts'
import { openPhone } from '../browser/phones.ts'
import { signIn, signInAs, type Staff } from '../browser/staff.ts'
import { film, scales } from './camera.ts'
import { openMorning, type Morning } from './morning.ts'
import type { Sight } from './sights.ts'

const LANGUAGES = ['id', 'en'] as const
type Language = (typeof LANGUAGES)[number]
const KIOSKS = { upright: { width: 1080, height: 1920 }, lying: { width: 1280, height: 800 } } as const
const OFFICERS = { id: ['dukcapil-1', 'Loket 1'], en: ['dukcapil-2', 'Loket 2'] } as const

let morning: Morning
let browser: Browser
let passwords: ReadonlyMap<string, string>
const kiosks: { kiosk: KioskPage; size: keyof typeof KIOSKS }[] = []
/** Screen and language as `desk.id`, and the page that stays open all day. */
const others: { variant: string; page: Page }[] = []
/** Moves the officers' pointers away from their pages, by counter. */
const hands = new Map<string, Staff>()
const taken: { id: string; token: string }[] = []
/** Whose phone is shown. */
let own = { id: '', token: '' }

beforeAll(async () => {
  ;[morning, browser] = await Promise.all([openMorning(), openBrowser()])
  const { house } = morning
  passwords = await makeAccounts(house)
  for (const [name, counter] of Object.values(OFFICERS)) {
    hands.set(counter.toLowerCase().replace(' ', '-'), await signInAs(house, name, passwords.get(name) ?? ''))
  }
  for (const size of ['upright', 'lying'] as const) kiosks.push({ kiosk: await openKiosk(house, size), size })
  for (const language of LANGUAGES) {
    others.push({ variant: `tv.${language}`, page: await hang(house, language) })
    const desk = await sit(language)
    const reception = await desk.context().newPage()
    await reception.goto(`${house.url}/reception/?lang=${language}`)
    others.push({ variant: `desk.${language}`, page: desk }, { variant: `door.${language}`, page: reception })
  }
})

afterAll(async () => {
  await browser.close()
  await morning.house.close()
})

function openKiosk(house: House, size: keyof typeof KIOSKS): Promise<KioskPage> {
  return openKioskPage(browser, house, KIOSKS[size], { deviceScaleFactor: scales.kiosk })
}

async function hang(house: House, language: Language): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    deviceScaleFactor: scales.tv,
  })
  const page = await context.newPage()
  await page.goto(`${house.url}/display/?zone=kependudukan&lang=${language}`)
  await page.locator('.hero').waitFor()
  return page
}

/** An officer who has taken a counter, and stays there all day. */
async function sit(language: Language): Promise<Page> {
  const [officer, counter] = OFFICERS[language]
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    deviceScaleFactor: scales.desk,
  })
  const page = await context.newPage()
  await page.goto(`${morning.house.url}/counter/`)
  await takePlace(page, officer, passwords.get(officer) ?? '', counter)
  if (language === 'en') await page.goto(`${morning.house.url}/counter/?lang=en`)
  await page.locator('.primary button').waitFor()
  return page
}

/** Spans as minutes from now, to five minutes; none: a holiday. */
function open(staff: Staff, ...spans: [number, number][]): Promise<void> {
  return staff.revise((plan) => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: plan.timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const [date = '', time = ''] = clock.format(new Date()).split(', ')
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const round = (minute: number) => Math.floor((hours * 60 + minutes + minute) / 5) * 5
    const day = spans.map(([from, to]) => ({ from: round(from), to: round(to) }))
    plan.operation = 'regular'
    for (const weekday of [1, 2, 3, 4, 5] as const) {
      plan.hours[weekday] = day.length > 0 ? day : [{ from: 480, to: 930 }]
    }
    plan.hours[6] = plan.hours[7] = plan.hours[1]
    const today = date.split('/').reverse().join('-')
    plan.holidays = plan.holidays.filter((one) => one.day !== today)
    if (day.length === 0) {
      plan.holidays = [{ day: today, name: { id: 'Hari Jadi Karangasem', en: 'Karangasem Day' } }]
    }
  })
}

/** Takes every screen, once each shows the newest plan; returns what axe found. */
async function takeAll(sight: Sight<'day'>, phone: string | null): Promise<string[]> {
  const faults: string[] = []
  const take = async (page: Page, variant: string) => {
    const { take: picture, faults: found } = film('day', variant)
    // During a colour transition the contrast is neither the old nor the new one.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
    await picture(page, sight)
    faults.push(...found)
  }
  for (const { kiosk, size } of kiosks) {
    await kiosk.start()
    await take(kiosk.page, `${size}.id`)
    await kiosk.tap('English')
    await take(kiosk.page, `${size}.en`)
  }
  for (const { page, variant } of others) {
    await page.reload()
    await page.locator('.hero, .primary button, .pick-one').first().waitFor()
    await take(page, variant)
  }
  for (const language of phone === null ? [] : LANGUAGES) {
    const page = await openPhone(browser, morning.house, `${phone}?lang=${language}`, {
      reducedMotion: 'reduce',
      deviceScaleFactor: scales.phone,
    })
    await page.locator('.as-of').waitFor()
    await take(page, `phone.${language}`)
    await page.context().close()
  }
  return faults
}

const atEach = async (action: string, body: object = {}) => {
  for (const [counter, hand] of hands) await hand.post(`/api/counters/${counter}/${action}`, body)
}

test('before the opening, with officers at their counters', async () => {
  await open(morning.staff, [55, 360])
  expect(await takeAll('early', null)).toEqual([])
})

test('in the break', async () => {
  const { staff } = morning
  await open(staff, [-120, 240])
  for (const service of ['dukcapil-kk', 'dukcapil-ktp-ganti', 'bpjskes-daftar', 'dukcapil-ktp-ganti'])
    taken.push(await staff.takeNumber([service]))
  own = taken.at(-1) ?? own
  await open(staff, [-120, -5], [55, 240])
  await atEach('pause', { reason: 'istirahat', minutes: 55 })
  expect(await takeAll('break', own.token)).toEqual([])
})

test('soon before closing', async () => {
  await open(morning.staff, [-120, 20])
  await atEach('open')
  await hands.get('loket-1')?.post('/api/counters/loket-1/call-next')
  expect(await takeAll('closing', own.token)).toEqual([])
})

test('after closing, with people left', async () => {
  await open(morning.staff, [-120, -10])
  expect(await takeAll('after', own.token)).toEqual([])
})

test('after closing, with nobody left to serve them', async () => {
  await hands.get('loket-1')?.post('/api/counters/loket-1/miss')
  await atEach('close')
  expect(await takeAll('left', own.token)).toEqual([])
})

test('at night', async () => {
  for (const { id } of taken) await morning.staff.post(`/api/reception/visits/${id}/cancel`)
  expect(await takeAll('night', own.token)).toEqual([])
})

test('on a holiday', async () => {
  await open(morning.staff)
  expect(await takeAll('holiday', null)).toEqual([])
})

test('the next morning', async () => {
  const { house } = morning
  await house.stop()
  const next = await openHouse({ CLOCK_OFFSET: '86400' }, house.dataDir)
  morning = { house: next, staff: await signIn(next) }
  await open(morning.staff, [-60, 240])
  for (const { kiosk } of kiosks.splice(0)) await kiosk.page.context().close()
  for (const { page } of others.splice(0)) await page.context().close()
  const { url } = await morning.staff.post<{ url: string }>('/api/devices', { kind: 'kiosk' })
  const enrolled = { ...next, firstRun: { ...next.firstRun, enrol: { ...next.firstRun.enrol, kiosk: url } } }
  kiosks.push({ kiosk: await openKiosk(enrolled, 'upright'), size: 'upright' })
  for (const language of LANGUAGES)
    others.push({ variant: `tv.${language}`, page: await hang(next, language) })
  expect(await takeAll('morning', own.token)).toEqual([])
})
