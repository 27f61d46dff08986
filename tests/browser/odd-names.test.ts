// Names that no manager should give but one will: they are shown as they are, nothing in them runs, and none makes a
// page wider than its screen.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { monitorText, superviseText } from './words.ts'

const markup = `<img src=x onerror="window.ran=1">"'&amp;</script><script>window.ran=1</script>`
const names = [markup, `Pengurusan${'panjangsekali'.repeat(9)}`, 'خدمة بطاقة الهوية', 'ᬓᬃᬢᬸ ᬓᬸᬮᬯᬃᬕ']
const named = (nth: number) => {
  const text = names[nth % names.length] ?? markup
  return { id: text, en: text }
}

const { enter, open, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
let services: string[]

beforeAll(async () => {
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

const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const ran = (page: Page) => page.evaluate(() => Reflect.get(window, 'ran') ?? null)

it.each([true, false])('on a phone, with scripts: %s', async (javaScriptEnabled) => {
  const { token } = await staff.takeNumber(services)
  const page = await open(`/t/${token}`, { viewport: { width: 320, height: 600 }, javaScriptEnabled })
  for (const name of names) await page.getByText(name).first().waitFor()
  expect([await wide(page), await ran(page)]).toEqual([0, null])
})

it('at the reception no list covers the one beside it', async () => {
  const page = await enter('/reception/', 'manager')
  for (const name of names) await page.locator('.pick-one', { hasText: name }).first().waitFor()
  const [list, part] = await page.evaluate(() =>
    ['.pick', '.reception-give .part, .part.reception-give, .reception-give'].map(
      (where) => document.querySelector(where)?.getBoundingClientRect().right ?? 0,
    ),
  )
  expect(list).toBeGreaterThan(0)
  expect(list).toBeLessThanOrEqual(part ?? 0)
  expect([await wide(page), await ran(page)]).toEqual([0, null])
})

it.each([390, 1366])('on the supervisors’ page, %s px wide', async (width) => {
  await staff.takeNumber(services)
  const page = await enter('/supervise/', 'manager', { viewport: { width, height: 768 } })
  for (const part of [superviseText('counters'), superviseText('services')]) {
    if (width < 900) await page.getByRole('navigation').getByRole('button', { name: part }).click()
    const rows = page.getByRole('region', { name: part })
    for (const name of names) await rows.getByRole('button', { name }).first().waitFor()
    await rows.getByRole('button').first().click()
    await page.getByRole('dialog').waitFor()
    expect([part, await wide(page), await ran(page)]).toEqual([part, 0, null])
    await page.keyboard.press('Escape')
  }
})

it('on the monitor, on a phone, a desk and a wall', async () => {
  await staff.takeNumber(services)
  const page = await enter('/monitor/', 'manager', { viewport: { width: 390, height: 768 } })
  for (const width of [390, 1000, 1366]) {
    await page.setViewportSize({ width, height: 768 })
    await page
      .getByRole('region', { name: monitorText('zones') })
      .getByRole('button')
      .first()
      .waitFor()
    expect([width, await wide(page), await ran(page)]).toEqual([width, 0, null])
  }
  await page.getByRole('button', { name: monitorText('toBig') }).click()
  await page.locator('.big-line').first().waitFor()
  expect([await wide(page), await ran(page)]).toEqual([0, null])
})
