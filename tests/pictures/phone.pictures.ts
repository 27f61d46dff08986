// The visitor's own page, from the queue to the end of the visit and in every other outcome.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en, id } from '../../kiosk-ui/phone/texts.ts'
import { openBrowser } from '../browser/harness.ts'
import { glass, openPhone } from '../browser/phones.ts'
import { film, scales } from './camera.ts'
import { fillMorning, openMorning, usePrinter, type Morning } from './morning.ts'

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

const languages = [
  { language: 'id', t: id },
  { language: 'en', t: en },
] as const

test.each(languages)('from the queue to the counter and past it, $language', async ({ language, t }) => {
  const { house, staff } = morning
  const { take, faults } = film('phone', `phone.${language}`)
  const open = (token: string, more: BrowserContextOptions = {}) =>
    openPhone(browser, house, `${token}?lang=${language}`, {
      reducedMotion: 'reduce',
      deviceScaleFactor: scales.phone,
      ...more,
    })
  const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).tap()
  const headline = (page: Page, words: string) => page.locator('.headline').getByText(words).waitFor()

  const waiting = await staff.takeNumber(['dukcapil-kk'])
  const queue = await open(waiting.token)
  await queue.getByRole('button', { name: t.late, exact: true }).waitFor()
  await take(queue, 'waiting')
  const several = await staff.post<{ visit: { token: string } }>('/api/visits', {
    services: ['dukcapil-ktp-ganti', 'dukcapil-kk', 'bpjskes-daftar'],
    missing: ['kk'],
  })
  const services = await open(several.visit.token)
  await services.getByRole('button', { name: t.late, exact: true }).waitFor()
  await take(services, 'several')
  await press(queue, t.late)
  await queue.getByRole('dialog').waitFor()
  await take(queue, 'late-ask')
  await press(queue, t.lateYes)
  await queue.getByRole('dialog').waitFor({ state: 'detached' })
  await take(queue, 'late')
  await press(queue, t.cancel)
  await queue.getByRole('dialog').waitFor()
  await take(queue, 'cancel-ask')
  await press(queue, t.cancelYes)
  await headline(queue, t.cancelledTitle)
  await take(queue, 'cancelled')
  await services.context().setOffline(true)
  await services.locator('.stale').waitFor({ timeout: 60_000 })
  await take(services, 'stale')

  await take(await openPlain(`${house.url}/t/${several.visit.token}?lang=${language}`), 'plain')
  const nobody = await open('A'.repeat(22))
  await take(nobody, 'unknown')

  const counter = 'loket-11'
  await staff.post(`/api/counters/${counter}/open`)
  const first = await staff.takeNumber(['disnaker-ak1'])
  const next = await open(first.token)
  await headline(next, t.soonTitle)
  await take(next, 'soon')
  expect(await staff.callAt(counter)).toBe(first.number)
  await next.locator('.call').waitFor()
  await take(next, 'called')
  await staff.post(`/api/counters/${counter}/miss`)
  await headline(next, t.missedTitle)
  await take(next, 'missed')

  const second = await staff.takeNumber(['disnaker-ak1'])
  const served = await open(second.token)
  expect(await staff.callAt(counter)).toBe(second.number)
  await staff.post(`/api/counters/${counter}/start`)
  await served.locator('.headline').waitFor()
  await take(served, 'serving')
  await staff.post(`/api/counters/${counter}/finish`)
  await headline(served, t.overTitle)
  await take(served, 'done')

  // Nobody listens there.
  await usePrinter(staff, 9)
  const failed = await staff.takeNumber(['dukcapil-kk'])
  await usePrinter(staff, null)
  const without = await open(failed.token)
  await without.getByText(t.slipTitle).waitFor()
  await take(without, 'no-slip')
  expect(faults).toEqual([])
  for (const context of browser.contexts()) await context.close()
})

/** The page as a browser without scripts shows it; the browser itself keeps scripts on, for axe. */
async function openPlain(url: string): Promise<Page> {
  const page = await (await browser.newContext({ ...glass, deviceScaleFactor: scales.phone })).newPage()
  const html = await (await fetch(url)).text()
  const [head = '', words = ''] = html.replace(/<script[^>]*><\/script>/g, '').split('</head>')
  const body = `${head}</head>${words.replace(/<\/?noscript>/g, '')}`
  await page.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await page.goto(url)
  return page
}
