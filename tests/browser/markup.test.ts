// Markup in everything that people can name or type, on every screen: it is shown as text. The pages' policy, which
// would block it, is switched off here, so that only the pages themselves keep it out.
import type { Page, Request } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { hallText, kioskText, monitorText, receptionText, simulatorText, staffText } from './words.ts'

/** Out of a text, out of an attribute, out of a script, and as an SVG has it. */
const markup = `<img src=x onerror="window.ran=1">" onfocus="window.ran=1" autofocus '</script></title><svg onload="window.ran=1">`
const start = '<img src=x'
/** For fields that take few characters. */
const short = '<img src=x>'

const { browser, house, staff } = houseOfFile(() => openHouse({ PUBLIC_URL: 'http://antre.example' }), {
  spoilsPages: true,
  pagesStay: true,
})
/** How the buttons begin that leave the page or change its language. */
const LEADS_AWAY = [
  staffText('signOut'),
  kioskText('languageName'),
  kioskText.en('languageName'),
  monitorText('toBig'),
  monitorText.en('toBig'),
]
let token: string
let number: string

/** Every text of a plan: everything with languages. */
function spoil(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  if ('id' in part && 'en' in part) Object.assign(part, { id: markup, en: markup })
  else for (const inner of Object.values(part)) spoil(inner)
}

beforeAll(async () => {
  await staff.revise((plan) => {
    plan.walkSeconds = 0
    plan.printers = [
      {
        id: 'pencetak',
        name: { id: '', en: '' },
        link: { kind: 'fake' },
        paper: 80,
        answers: true,
        kiosks: [],
        counters: [],
        reception: false,
      },
    ]
    spoil(plan)
    plan.agencies.forEach((agency, nth) => (agency.short = `${short}${nth}`))
  })
  await staff.post('/api/staff', {
    username: 'markup',
    name: markup.slice(0, 60),
    role: 'supervisor',
    agency: 'dukcapil',
  })
  await staff.post('/api/devices', { kind: 'kiosk', label: markup.slice(0, 60) })
  const act = (action: string, body?: object) => staff.post(`/api/counters/loket-1/${action}`, body)
  await act('open')
  const taken = async () => (await staff.takeNumber(['dukcapil-kk'])).number
  await taken()
  await act('call-next')
  await act('start')
  await act('hold', { reason: markup })
  await taken()
  await act('call-next')
  await act('start')
  await act('finish', { outcome: 'incomplete', words: markup, told: markup })
  ;({ token, number } = await staff.takeNumber(['dukcapil-kk', 'bpjskes-daftar']))
  await act('call-next')
  await act('start')
  await act('refer', {
    service: 'dukcapil-ktp-ganti',
    comeBack: true,
    note: markup,
  })
  await act('call-next')
  await act('help', { alarm: true })
  await act('messages', { text: markup })
  await staff.callAt('loket-2')
  await staff.post('/api/counters/loket-2/pause', { reason: markup })
}, 120_000)

/** A page for each who looks: it is led from address to address, as opening another costs more than most addresses do. */
const pages = new Map<string, Page>()

/** The page of such a browser at this address, without a content security policy. */
async function open(
  path: string,
  { as = 'nobody', width = 1366, javaScriptEnabled = true } = {},
): Promise<Page> {
  const key = `${as} ${width} ${javaScriptEnabled}`
  let page = pages.get(key)
  if (!page) {
    const viewport = { width, height: 768 }
    const context = await browser.newContext({ viewport, javaScriptEnabled, bypassCSP: true })
    if (as === 'manager') {
      await context.request.post(`${house.url}/api/session`, { data: house.firstRun.manager })
    }
    page = await context.newPage()
    pages.set(key, page)
  }
  await page.goto(path.startsWith('http') ? path : `${house.url}${path}`)
  return page
}

/** What became of the markup: nothing, if it was shown as text. */
const made = (page: Page) =>
  page.evaluate(() => ({
    ran: Reflect.get(window, 'ran') ?? null,
    elements: [...document.querySelectorAll('img[src=x], [onfocus], [onerror], [onload], [autofocus]')].map(
      ({ outerHTML }) => outerHTML.slice(0, 200),
    ),
  }))
const nothing = { ran: null, elements: [] }

/** Waits for it to be shown. */
const shown = (page: Page) =>
  page.waitForFunction((text) => document.body.innerText.includes(text), start, { timeout: 20_000 })

/**
 * Presses a button that can be pressed and has not been; returns its label, or null if there is none any more. Links that
 * lead away do not count.
 */
const pressNext = (page: Page): Promise<string | null> =>
  page
    .locator('button:not([role]), [role=button], input:is([type=button], [type=submit], [type=reset])')
    .evaluateAll((buttons, away) => {
      for (const button of buttons) {
        if (button.hasAttribute('data-met')) continue
        button.setAttribute('data-met', '')
        const name = button.textContent ?? ''
        if (away.some((words) => name.trim().startsWith(words))) continue
        if (!button.checkVisibility({ visibilityProperty: true }) || button.closest('[aria-hidden=true]'))
          continue
        if (button.matches(':disabled, [aria-disabled=true]') || !(button instanceof HTMLElement)) continue
        button.focus()
        button.click()
        return name
      }
      return null
    }, LEADS_AWAY)

/** Whether a dialog opens: it has until the page has drawn everything it asked for. */
async function opens(page: Page, asksStill: () => boolean): Promise<boolean> {
  for (let looks = 0; looks < 20; looks += 1) {
    const quiet = !asksStill()
    const isOpen = await page.evaluate(async () => {
      await new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(drawn))
      })
      return [...document.querySelectorAll('dialog, [role=dialog]')].some((one) => one.checkVisibility())
    })
    if (isOpen) return true
    if (quiet) return false
  }
  return false
}

/** Presses everything that can be pressed, so that every dialog is seen. Returns how the markup came out in each. */
async function pressAll(page: Page): Promise<[name: string, made: unknown][]> {
  const dialogs: [string, unknown][] = []
  const asked = new Set<Request>()
  const asks = (request: Request) => void asked.add(request)
  const answered = (request: Request) => void asked.delete(request)
  page.on('request', asks).on('requestfinished', answered).on('requestfailed', answered)
  for (let presses = 0; presses < 36; presses += 1) {
    let name = await pressNext(page)
    if (name === null) {
      // The result of the last press may come by the socket.
      await page.waitForTimeout(300)
      name = await pressNext(page)
    }
    if (name === null) break
    if (!(await opens(page, () => asked.size > 0))) continue
    dialogs.push([name, await made(page)])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  page.off('request', asks).off('requestfinished', answered).off('requestfailed', answered)
  return dialogs
}
const harmless = (dialogs: readonly [string, unknown][]) => dialogs.map(([name]) => [name, nothing])

it('would be seen if it were no text', async () => {
  const page = await open('/')
  await page.evaluate((html) => (document.body.innerHTML = html), markup)
  await page.waitForFunction(() => Reflect.get(window, 'ran') === 1)
  expect((await made(page)).elements).not.toEqual([])
})

it.each([
  '/',
  '/display/',
  '/display/?layout=corridor',
  '/display/?layout=agency:dukcapil',
  '/display/?layout=counter:loket-1',
  '/display/?zone=kependudukan',
])('is text on %s', async (path) => {
  const page = await open(path)
  await shown(page)
  expect(await made(page)).toEqual(nothing)
})

it.each([
  ['/counter/', 1],
  ['/reception/', 0],
  ['/supervise/', 3],
  ['/monitor/', 2],
  ['/audit/', 0],
  ['/manage/', 1],
  ['/manage/people/', 1],
  ['/manage/devices/', 2],
  ['/manage/slips/', 1],
  ['/manage/zones/', 2],
  ['/manage/counters/', 2],
  ['/manage/services/', 1],
])('is text on %s, and in every dialog there', async (path, atLeast) => {
  const page = await open(path, { as: 'manager' })
  await shown(page)
  expect(await made(page)).toEqual(nothing)
  const dialogs = await pressAll(page)
  expect(dialogs).toEqual(harmless(dialogs))
  expect(dialogs.length).toBeGreaterThanOrEqual(atLeast)
  expect(await made(page)).toEqual(nothing)
})

it('is text among the counters and services of a simulation', async () => {
  const page = await open('/simulator/', { as: 'manager' })
  await page.getByRole('button', { name: simulatorText('addShared') }).click()
  await shown(page)
  await pressAll(page)
  expect(await made(page)).toEqual(nothing)
})

it('is text on the card of a visit at the reception', async () => {
  const page = await open('/reception/', { as: 'manager' })
  await page.getByLabel(hallText('findLabel')).fill(number)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: receptionText('visitTitle', { number }) }).waitFor()
  const dialogs = await pressAll(page)
  expect(dialogs).toEqual(harmless(dialogs))
  expect(await made(page)).toEqual(nothing)
})

it('is text in the record of a number', async () => {
  const page = await open(`/audit/?number=${number}`, { as: 'manager' })
  await page.getByText(number).first().waitFor()
  await shown(page)
  expect(await made(page)).toEqual(nothing)
})

it('is text on every page of a kiosk', async () => {
  const page = await open(house.firstRun.enrol.kiosk, { as: 'kiosk' })
  await shown(page)
  for (let step = 0; step < 4; step += 1) {
    expect(await made(page)).toEqual(nothing)
    await page.getByRole('button', { name: start }).first().click()
  }
  expect(await made(page)).toEqual(nothing)
})

it.each([true, false])('is text on a phone, with scripts: %s', async (javaScriptEnabled) => {
  const page = await open(`/t/${token}`, { width: 360, javaScriptEnabled })
  await page.getByText(start).first().waitFor()
  expect(await made(page)).toEqual(nothing)
})

it.each(['slip.svg', 'qr.svg'])('is text on the slip, opened by itself: %s', async (file) => {
  const page = await open(`/api/visits/${token}/${file}`)
  expect(await page.evaluate(() => document.documentElement.localName)).toBe('svg')
  expect(await page.evaluate(() => document.querySelectorAll('img, image, script, [onload]').length)).toBe(0)
  expect(await page.evaluate(() => Reflect.get(window, 'ran') ?? null)).toBeNull()
})
