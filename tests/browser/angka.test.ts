// The public figures in a browser: without scripts, in both languages, and only where the plan allows it.
import { expect, it } from 'vitest'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openRecent } from './rehearsed.ts'
import { angkaText } from './words.ts'

const { open, staff } = houseOfFile(openRecent)

const bare = { viewport: { width: 360, height: 780 }, javaScriptEnabled: false }

it('[PG8] the public figures are there only if the plan says so: without scripts, in the browser’s language', async () => {
  await staff.revise((plan) => {
    plan.reports = {}
  })
  const closed = await open('/angka/?lang=id', bare)
  expect(await closed.getByRole('heading', { level: 1 }).innerText()).toBe(angkaText('none'))
  await closed.context().close()

  await staff.revise((plan) => {
    plan.reports = { public: true }
  })
  for (const [locale, words] of [
    ['id-ID', angkaText],
    ['en-GB', angkaText.en],
  ] as const) {
    const page = await open('/angka', { ...bare, locale })
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words('title'))
    // Nobody came today.
    await page.getByText(words('fewVisitors')).waitFor()
    await page.getByText(words.like('come')).first().waitFor()
    const body = (await page.locator('body').innerText()).toLowerCase()
    expect(body).not.toMatch(/undefined|\bnull\b|\bnan\b|[{}]/)
    await page.context().close()
  }
})

it('[PG9] the public figures are for readers with any aid: on any width, and on paper', async () => {
  const page = await open('/angka/?lang=id', { viewport: { width: 360, height: 780 } })
  expect(await axeFaults(page)).toEqual([])
  const wide = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await wide()).toBe(0)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('link', { name: angkaText('toServices') }).isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  const service = page.locator('.angka-services').getByRole('link').first()
  const name = await service.innerText()
  await service.click()
  await page.waitForURL(/\/layanan\/[a-z]/)
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
})
