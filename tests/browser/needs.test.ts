// What a page says if it can't start: without JavaScript, in a browser older than it is built for, without cookies.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { needs } from '../../server/launch/needs.mjs'
import { pages } from '../../server/launch/pages.mjs'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'

const { browser, house, staff } = houseOfFile(openHouse, { spoilsPages: true, pagesStay: true })

// Those of the phone and of the services come drawn.
const own = pages
  .filter(({ browsers }) => !['phone', 'any', 'preview'].includes(browsers))
  .map(({ name }) => name)
const ADDRESSES: Readonly<Record<string, string>> = { home: '', 'survey-tablet': 'survey/?enrol=x' }
const addressOf = (name: string) => `${house.url}/${ADDRESSES[name] ?? `${name}/`}`
const old = (page: Page) => page.locator('#needs-old')

/** Takes from the browser what came with the oldest one that any page is built for. */
async function age(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(CSS, 'supports', { value: () => false })
    Reflect.deleteProperty(Event.prototype, 'composedPath')
    Reflect.deleteProperty(Promise, 'any')
  })
}

/** The page's own script is one that this browser can't read, as an old one can't read today's. */
async function spoil(page: Page): Promise<void> {
  await page.route(/\/assets\/(?!needs).*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'a syntax of tomorrow' }),
  )
}

/**
 * A window for each state of the browser, in which one page after the other is loaded: a new one costs more than most pages do.
 */
let windows: Readonly<Record<'without' | 'aged' | 'spoilt' | 'well' | 'cookieless', Page>>

beforeAll(async () => {
  windows = {
    without: await browser.newPage({ javaScriptEnabled: false }),
    aged: await browser.newPage(),
    spoilt: await browser.newPage(),
    well: await browser.newPage(),
    cookieless: await browser.newPage(),
  }
  await age(windows.aged)
  for (const page of [windows.aged, windows.spoilt]) await spoil(page)
  const devtools = await windows.cookieless.context().newCDPSession(windows.cookieless)
  await devtools.send('Emulation.setDocumentCookieDisabled', { disabled: true })
})

describe.each(own)('[Q10] no page stays blank without a word: /%s/', (name) => {
  it('says without JavaScript that it needs it, in both languages', async () => {
    const page = windows.without
    await page.goto(addressOf(name))
    // Not by its text: the search for texts leaves out what is in a noscript.
    const words = page.locator('noscript .needs').last()
    await words.waitFor()
    expect(await words.innerText()).toMatch(/Halaman ini memerlukan JavaScript[^]*This page needs JavaScript/)
  })

  it('says in a browser that is too old which one it needs', async () => {
    const page = windows.aged
    await page.goto(addressOf(name))
    await old(page).waitFor()
    const kind = pages.find((one) => one.name === name)?.browsers
    expect(await old(page).innerText()).toContain(
      kind === 'tv' ? 'Chrome 53' : kind === 'visitor' ? 'Chrome 87' : 'Chrome 109',
    )
    expect(await page.getByText('This browser is too old').isVisible()).toBe(true)
    expect(await axeFaults(page)).toEqual([])
  })

  it('says that it could not start where the browser is not the reason', async () => {
    const page = windows.spoilt
    await page.goto(addressOf(name))
    await page.getByText(needs.failed().id).waitFor()
    expect(await old(page).isVisible()).toBe(false)
  })

  it('says none of it where all is well', async () => {
    const page = windows.well
    await page.goto(addressOf(name), { waitUntil: 'load' })
    await page.locator('#app > *, #page > *').first().waitFor()
    expect(await page.locator('.needs').filter({ visible: true }).count()).toBe(0)
  })
})

describe('[Q10] no page stays blank without a word: without cookies', () => {
  async function open(path: string): Promise<Page> {
    const page = windows.cookieless
    await page.goto(`${house.url}${path}`, { waitUntil: 'load' })
    await page.locator('#app > *, #page > *').first().waitFor()
    return page
  }
  const words = (page: Page) => page.locator('#needs-cookies')

  it.each([
    '/kiosk/',
    '/counter/',
    '/reception/',
    '/supervise/',
    '/monitor/',
    '/evaluation/',
    '/simulator/',
    '/audit/',
    '/manage/',
    '/display/?enrol=x',
    '/survey/?enrol=x',
  ])('%s says that it needs them', async (path) => {
    const page = await open(path)
    await words(page).waitFor()
    expect(await words(page).innerText()).toMatch(/kuki[^]*cookies/)
    expect(await axeFaults(page)).toEqual([])
  })

  it.each(['/display/', '/survey/', '/'])('%s does without, and says nothing', async (path) => {
    const page = await open(path)
    expect(await words(page).filter({ visible: true }).count()).toBe(0)
  })
})

describe('the page of a number', () => {
  it('says in a browser that is too old that it does not update, and reloads', async () => {
    const { number, token } = await staff.takeNumber(['bpjskes-daftar'])
    const page = await browser.newPage()
    await page.clock.install()
    await age(page)
    await spoil(page)
    await page.goto(`${house.url}/t/${token}`, { waitUntil: 'load' })
    await old(page).waitFor()
    expect(await page.locator('.number').innerText()).toBe(number)
    expect(await axeFaults(page)).toEqual([])
    const again = page.waitForRequest(`${house.url}/t/${token}`)
    await page.clock.runFor(31_000)
    await again
    await page.close()
  })
})
