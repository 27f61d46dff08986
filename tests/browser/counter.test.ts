// An officer's day in a real browser: by keyboard alone, with slips of the finger, and with the server gone for a while.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { passDoor, userName } from './door.ts'
import { axeFaults, faultsOf, openBrowser } from './harness.ts'
import { takePlace } from './panel.ts'
import { signIn, type Staff } from './staff.ts'

const ID_CARD = 'dukcapil-ktp-pemula'
const FAMILY_CARD = 'dukcapil-kk'

let house: StaffedHouse
let browser: Browser
let manager: Staff
const faults: string[][] = []
/** Counters that the officers of the running test hold. */
let held: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
  manager = await signIn(house)
  // Nobody walks here: who comes back from another zone can be called at once.
  await manager.revise((plan) => {
    plan.walkSeconds = 0
  })
})

// Everybody goes home after each test, as an officer holds one counter at a time.
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  for (const counter of held) await manager.post(`/api/counters/${counter}/close`)
  held = []
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** Takes a number and answers it. */
async function take(service: string, more: { priority?: boolean } = {}): Promise<string> {
  const answer = await manager.post<{ visit: { number: string } }>('/api/visits', {
    services: [service],
    ...more,
  })
  return answer.visit.number
}

/** The panel's door in a browser of its own. */
async function openPanel(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
  const page = await context.newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}/counter/`)
  await userName(page).waitFor()
  return page
}

/** A page on which this officer has signed in and opened this counter, by keyboard. */
async function officerAt(username: string, counter: string, width = 1366): Promise<Page> {
  const page = await openPanel({ viewport: { width, height: 768 } })
  await takePlace(page, username, house.passwords.get(username) ?? '', counter)
  held.push(counter.toLowerCase().replace(' ', '-'))
  return page
}

const nowAt = (page: Page) => page.getByRole('main').getByRole('img', { name: /^Nomor/ })
const primary = (page: Page) => page.locator('.primary button')
const spelled = (number: string) => `Nomor ${number.split('').join(' ')}`
/** Long enough for a second press to be a second press. */
const settled = (page: Page) => page.waitForTimeout(450)

/** Waits until a dialog has the keys: it takes the focus a moment after it is drawn. */
const dialogOf = (page: Page, name: string) =>
  page.getByRole('dialog', { name }).locator(':focus').first().waitFor({ state: 'attached' })

/** Calls the next number and answers which it was. */
async function callNext(page: Page): Promise<string> {
  await page.keyboard.press(' ')
  await page.getByText('Dipanggil', { exact: true }).waitFor()
  return (await nowAt(page).textContent()) ?? ''
}

describe('signing in', () => {
  test('a wrong password is refused in words, and the door stays', async () => {
    const page = await openPanel()
    await passDoor(page, 'dukcapil-1', 'bukan kata sandinya')
    await page.getByRole('alert').getByText('Nama pengguna atau kata sandi salah').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  test('an officer is offered the counters of the own agency alone', async () => {
    const page = await openPanel()
    await passDoor(page, 'polres-1', house.passwords.get('polres-1') ?? '')
    await page.getByText('Di loket mana Anda bertugas?').waitFor()
    const own = karangasem.counters.filter(({ agency }) => agency === 'polres')
    expect(await page.getByRole('button', { name: /^Loket/ }).count()).toBe(own.length)
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('a round by keyboard alone', () => {
  test('call, recall, start, refer to another agency; the number comes back to the first counter', async () => {
    const number = await take(FAMILY_CARD)
    const page = await officerAt('dukcapil-1', 'Loket 1')
    expect(await axeFaults(page)).toEqual([])

    expect(await callNext(page)).toBe(number)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('r')
    await page.getByText('Panggilan ke-2').waitFor()
    await page.keyboard.press(' ')
    await page.getByText('Sedang dilayani', { exact: true }).waitFor()

    await page.keyboard.press('t')
    await dialogOf(page, `Teruskan ${number}`)
    await page.keyboard.type('skck')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Hapus SKCK' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press(' ')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Tolong buatkan SKCK dahulu.')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('Belum ada yang menunggu').waitFor()

    const counter = '/api/counters/loket-25'
    await manager.post(`${counter}/open`)
    const answer = await manager.post<{ counter: { current: unknown } }>(`${counter}/call-next`)
    expect(answer.counter.current).toMatchObject({ number, note: 'Tolong buatkan SKCK dahulu.' })
    await manager.post(`${counter}/start`)
    await manager.post(`${counter}/finish`)

    await page.getByText('Berikutnya', { exact: true }).waitFor()
    expect(await callNext(page)).toBe(number)
    await page.getByText('Kembali dari layanan lain').waitFor()
    await settled(page)
    await page.keyboard.press(' ')
    await page.getByText('Sedang dilayani', { exact: true }).waitFor()
    await settled(page)
    await page.keyboard.press(' ')
    await page.getByText('Belum ada yang menunggu').waitFor()
  })

  test('a miss is taken back, and a hold let go', async () => {
    const number = await take(ID_CARD)
    const page = await officerAt('dukcapil-2', 'Loket 4')
    await callNext(page)
    await page.keyboard.press('m')
    await page.getByText(`${number} akan kembali ke “dipanggil”.`).waitFor()
    await page.keyboard.press('z')
    await page.getByText('Dipanggil', { exact: true }).waitFor()

    await page.keyboard.press('h')
    await dialogOf(page, `Tunda ${number}`)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const again = page.getByRole('button', { name: `Antrekan lagi ${number}` })
    await again.waitFor()
    await settled(page)
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await page.getByText('Berikutnya', { exact: true }).waitFor()
    expect(await nowAt(page).textContent()).toBe(number)
  })
})

describe('slips of the finger', () => {
  test('a double press calls and does not start; a double click neither', async () => {
    await take(ID_CARD)
    await take(ID_CARD)
    const page = await officerAt('dukcapil-2', 'Loket 3')
    await page.getByText('Berikutnya', { exact: true }).waitFor()
    await page.keyboard.press(' ')
    await page.keyboard.press(' ')
    await page.getByText('Dipanggil', { exact: true }).waitFor()
    await page.keyboard.press(' ')
    // Only who is called, not who is served, can be called again.
    await page.keyboard.press('r')
    await page.getByText('Panggilan ke-2').waitFor()
    await page.keyboard.press('p')
    await page.getByText('Berikutnya', { exact: true }).waitFor()
    await settled(page)
    await primary(page).dblclick()
    await page.getByText('Dipanggil', { exact: true }).waitFor()
    await page.keyboard.press('r')
    await page.getByText('Panggilan ke-2').waitFor()
    expect(await page.getByText('Sedang dilayani', { exact: true }).count()).toBe(0)
    await page.keyboard.press('p')
  })

  test('a key held down is one press', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 3')
    await page.getByText('Berikutnya', { exact: true }).waitFor()
    await page.keyboard.down(' ')
    await page.getByText('Dipanggil', { exact: true }).waitFor()
    await settled(page)
    await page.keyboard.down(' ')
    await page.keyboard.up(' ')
    await page.keyboard.press('r')
    await page.getByText('Panggilan ke-2').waitFor()
    expect(await page.getByText('Sedang dilayani', { exact: true }).count()).toBe(0)
    await page.keyboard.press('p')
  })
})

describe('the server away', () => {
  test('the panel says so and takes no command; what stood there stands there again', async () => {
    const number = await take(FAMILY_CARD)
    const page = await officerAt('dukcapil-1', 'Loket 2')
    await callNext(page)
    await house.kill()
    await page.getByText('Tindakan baru dapat dilakukan setelah tersambung kembali').waitFor()
    expect(await primary(page).isDisabled()).toBe(true)
    await page.keyboard.press(' ')
    await house.start()
    await page.locator('.primary button:enabled').waitFor()
    expect(await nowAt(page).getAttribute('aria-label')).toBe(spelled(number))
    await page.getByText('Dipanggil', { exact: true }).waitFor()
    await page.keyboard.press(' ')
    await page.getByText('Sedang dilayani', { exact: true }).waitFor()
  })

  test('a session that ended elsewhere leads to the door', async () => {
    const page = await officerAt('dukcapil-spv', 'Loket 5')
    await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }))
    await page.getByText('Masuk ke panel loket').waitFor()
    expect(await primary(page).count()).toBe(0)
  })
})

test('a strip of 360 px shows all of it and never scrolls sideways', async () => {
  await take(ID_CARD, { priority: true })
  const page = await officerAt('dukcapil-2', 'Loket 4', 360)
  await callNext(page)
  const { inner, outer } = await page.evaluate(() => ({
    inner: document.documentElement.scrollWidth,
    outer: document.documentElement.clientWidth,
  }))
  expect(inner).toBe(outer)
  expect(await axeFaults(page)).toEqual([])
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))
