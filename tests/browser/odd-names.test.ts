// Names that no manager should give and one will: they are read as they are, nothing in them runs, and no page grows
// wider than its glass for one.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openBrowser, openHouse } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

const markup = `<img src=x onerror="window.ran=1">"'&amp;</script><script>window.ran=1</script>`
const names = [markup, `Pengurusan${'panjangsekali'.repeat(9)}`, 'خدمة بطاقة الهوية', 'ᬓᬃᬢᬸ ᬓᬸᬮᬯᬃᬕ']
const named = (nth: number) => {
  const text = names[nth % names.length] ?? markup
  return { id: text, en: text }
}

let house: House
let browser: Browser
let staff: Staff
let services: string[]

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  staff = await signIn(house)
  await staff.revise((plan) => {
    const open = plan.services.filter(({ phase }) => phase.status === 'open').slice(0, names.length)
    open.forEach((service, nth) => {
      service.name = named(nth)
      for (const paper of service.requirements) paper.name = named(nth + 1)
    })
    services = open.map(({ id }) => id)
    for (const list of [plan.zones, plan.counters]) list.forEach((part, nth) => (part.name = named(nth)))
    plan.name = named(0)
  })
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const ran = (page: Page) => page.evaluate(() => Reflect.get(window, 'ran') ?? null)

it.each([true, false])('on a phone, with scripts: %s', async (javaScriptEnabled) => {
  const { token } = await staff.takeNumber(services)
  const context = await browser.newContext({ viewport: { width: 320, height: 600 }, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${house.url}/t/${token}`)
  for (const name of names) await page.getByText(name).first().waitFor()
  expect([await wide(page), await ran(page)]).toEqual([0, null])
  await context.close()
})

it('at the reception no list covers the one beside it', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.request.post(`${house.url}/api/session`, { data: house.firstRun.manager })
  const page = await context.newPage()
  await page.goto(`${house.url}/reception/`)
  for (const name of names) await page.locator('.pick-one', { hasText: name }).first().waitFor()
  const [list, part] = await page.evaluate(() =>
    ['.pick', '.reception-give .part, .part.reception-give, .reception-give'].map(
      (where) => document.querySelector(where)?.getBoundingClientRect().right ?? 0,
    ),
  )
  expect(list).toBeGreaterThan(0)
  expect(list).toBeLessThanOrEqual(part ?? 0)
  expect([await wide(page), await ran(page)]).toEqual([0, null])
  await context.close()
})

it.each([390, 1366])('on the supervisors’ page, %s px wide', async (width) => {
  await staff.takeNumber(services)
  const context = await browser.newContext({ viewport: { width, height: 768 } })
  await context.request.post(`${house.url}/api/session`, { data: house.firstRun.manager })
  const page = await context.newPage()
  await page.goto(`${house.url}/supervise/`)
  for (const part of ['Loket', 'Layanan']) {
    if (width < 900) await page.getByRole('navigation').getByRole('button', { name: part }).click()
    const rows = page.getByRole('region', { name: part })
    for (const name of names) await rows.getByRole('button', { name }).first().waitFor()
    await rows.getByRole('button').first().click()
    await page.getByRole('dialog').waitFor()
    expect([part, await wide(page), await ran(page)]).toEqual([part, 0, null])
    await page.keyboard.press('Escape')
  }
  await context.close()
})
