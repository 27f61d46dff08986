// The visitor's own page when something is missing: scripts, the network, room on the screen, the visit itself.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFaults } from './harness.ts'
import { button, glass, phonesOfFile, steps } from './phones.ts'
import { phoneText } from './words.ts'

const { browser, house, phone, staff } = phonesOfFile()

/** By how much the page is wider than the screen, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('without scripts', () => {
  it.each([
    ['id', phoneText],
    ['en', phoneText.en],
  ] as const)('the page says all of it (%s), and leads to the other language', async (lang, words) => {
    await staff.takeNumber(['bpjskes-daftar'])
    const { number, token } = await staff.takeNumber(['bpjskes-daftar'])
    const page = await phone(`${token}?lang=${lang}`, { javaScriptEnabled: false })
    const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ')
    // The visits of the other language wait too.
    expect(text).toMatch(new RegExp(`${words('aheadOne')}|${words.like('ahead').source}`))
    for (const key of ['papers', 'zones', 'askReception'] as const) expect(text).toContain(words(key))
    expect(text).toContain(number)
    expect(await page.getByRole('button').count()).toBe(0)
    await page.getByRole('link', { name: words('otherLanguage') }).click()
    await page.locator(`html[lang=${lang === 'id' ? 'en' : 'id'}]`).waitFor()
  })

  it('what the scripts draw first is what the server drew: nothing moves', async () => {
    const { token } = await staff.takeNumber(['bpjskes-daftar', 'dukcapil-kk'])
    const drawn = await phone(token, { javaScriptEnabled: false })
    const live = await phone(token)
    const words = async (page: Page) => [
      await page.locator('h1').innerText(),
      await page.locator('.number').innerText(),
      ...(await steps(page)),
      ...(await page.locator('.zone').allInnerTexts()),
    ]
    await button(live, phoneText('late')).waitFor()
    expect(await words(live)).toEqual(await words(drawn))
  })
})

describe('on the way', () => {
  it('an old view is dimmed and says how old it is; the phone comes back by itself', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(token)
    await button(page, phoneText('late')).waitFor()
    await page.context().setOffline(true)
    await page.getByText(phoneText.like('asOfStale')).waitFor({ timeout: 40_000 })
    expect(await page.locator('.stale').count()).toBe(1)
    expect(await button(page, phoneText('cancel')).count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText(phoneText.like('asOfStale')).waitFor({ state: 'detached' })
    await button(page, phoneText('cancel')).waitFor()
  })

  it('the language changes without a new page, and stays after a reload', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await phone(token)
    await page.getByRole('link', { name: phoneText('otherLanguage') }).tap()
    await page.getByText(phoneText.en('steps')).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await page.getByText(phoneText.en('steps')).waitFor()
  })

  it('asks for one page, one script and the look at the browser, one style and no typeface; nothing from elsewhere', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const context = await browser.newContext(glass)
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).origin}`))
    await page.goto(`${house.url}/t/${token}`)
    await button(page, phoneText('late')).waitFor()
    const kinds = asked.filter((one) => one.endsWith(house.url)).map((one) => one.split(' ')[0])
    expect(kinds.filter((kind) => kind !== 'other' && kind !== 'image').sort()).toEqual([
      'document',
      'script',
      'script',
      'stylesheet',
    ])
    expect(asked.filter((one) => !/^(\S+) (http|ws):\/\/127\.0\.0\.1/.test(one))).toEqual([])
  })

  it('a narrow glass with letters of twice the size needs no sideways scrolling', async () => {
    // A number of two letters is the widest of a morning.
    const { number, token } = await staff.takeNumber(['disnaker-ak1', 'dukcapil-kk'])
    expect(number).toMatch(/^[A-Z]{2}\d{3}$/)
    const page = await phone(token, { viewport: { width: 360, height: 640 } })
    expect(await overflow(page)).toBe(0)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await overflow(page)).toBe(0)
  })

  it('keeps the words of the hall’s name whole with letters of twice the size, and the number in sight', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    for (const lang of ['id', 'en']) {
      const page = await phone(`${token}?lang=${lang}`)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      // As many lines as words at most.
      const name = await page.locator('.head-name').evaluate((node) => ({
        words: node.textContent.split(' ').length,
        lines: Math.round(
          node.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(node).lineHeight),
        ),
      }))
      expect(name.lines).toBeLessThanOrEqual(name.words)
      const number = await page.locator('.number').boundingBox()
      const height = page.viewportSize()?.height ?? 0
      expect(number && number.y + number.height).toBeLessThanOrEqual(height)
    }
  })
})

describe('a token that nobody holds', () => {
  it.each([
    ['A'.repeat(22), phoneText('unknownHint')],
    ['AAAA', phoneText('shortHint')],
  ])('%s is told in plain words', async (token, words) => {
    const page = await phone(token)
    await page.getByText(words).waitFor()
    expect(await page.locator('h1').textContent()).toBe(phoneText('unknownTitle'))
    expect(await axeFaults(page)).toEqual([])
  })
})
