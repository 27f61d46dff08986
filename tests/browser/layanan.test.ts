// The public pages of services in a browser: without scripts, in both languages, on paper, and the sheet for the counter.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openKioskPage } from './kiosk-page.ts'
import { kioskText, phoneText, publicText } from './words.ts'

const { browser, house, open, staff } = houseOfFile(
  () => openHouse({ PUBLIC_URL: 'https://antre.example' }),
  { keepsBrowsers: true },
)

const phone = { viewport: { width: 390, height: 844 } }
const wide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
/** How many pages it prints on. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

describe('[Z1] what the law requires to be published about a service is there for everybody', () => {
  it.each([
    ['id-ID', publicText],
    ['en-GB', publicText.en],
  ] as const)(
    'without scripts, in the language of the browser (%s): from the list to a service and back',
    async (locale, words) => {
      const page = await open('/layanan/', { ...phone, locale, javaScriptEnabled: false })
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(words('services'))
      expect(await page.getByRole('button').count()).toBe(0)
      await page.getByRole('link', { name: /Kartu Keluarga baru|New family card/ }).click()
      await page.getByRole('heading', { name: words('requirements') }).waitFor()
      for (const key of ['procedure', 'time', 'fee', 'product', 'complaints', 'hours', 'places'] as const) {
        expect(await page.getByRole('heading', { name: words(key) }).count()).toBe(1)
      }
      await page.getByRole('link', { name: words('otherLanguage') }).click()
      await page.locator(`html[lang=${locale === 'id-ID' ? 'en' : 'id'}]`).waitFor()
    },
  )

  it.each(['/layanan/?lang=id', '/layanan/dukcapil-kk?lang=en', '/layanan/taspen-pensiun?lang=id'])(
    'for readers with any aid: %s',
    async (path) => {
      const page = await open(path, phone)
      expect(await axeFaults(page)).toEqual([])
      expect(await wide(page)).toBe(0)
    },
  )

  it('leads from a requirement to the service of this hall that issues it', async () => {
    const page = await open('/layanan/polres-skck-baru?lang=id', phone)
    await page
      .getByRole('link', { name: /KTP-el hilang atau rusak/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'KTP-el hilang atau rusak' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/layanan/dukcapil-ktp-ganti')
  })

  it('fits with letters twice as large, and on the narrowest phone', async () => {
    const page = await open('/layanan/dukcapil-kk?lang=id', { viewport: { width: 320, height: 640 } })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    expect(await wide(page)).toBe(0)
    await page.goto(`${house.url}/layanan/`)
    expect(await wide(page)).toBe(0)
  })

  it('prints: the list by agency, a service on a page, without what only a screen needs', async () => {
    const page = await open('/layanan/dukcapil-kk?lang=id')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('link', { name: publicText('otherLanguage') }).count()).toBe(0)
    expect(await page.getByRole('heading', { name: publicText('requirements') }).isVisible()).toBe(true)
    expect(await sheets(page)).toBe(1)
  })
})

describe('the sheet for the counter', () => {
  it.each(['id', 'en'])('is one A4 page with a code, and prints (%s)', async (language) => {
    const page = await open(`/layanan/dukcapil-kk/lembar?lang=${language}`)
    const words = language === 'id' ? publicText : publicText.en
    expect(await page.getByText(words('scan')).isVisible()).toBe(true)
    expect(await axeFaults(page)).toEqual([])
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printed'
      }
    })
    await page.getByRole('button', { name: words('print') }).click()
    await page.waitForFunction(() => document.title === 'printed')
    expect(await sheets(page)).toBe(1)
  })

  it('is whole without scripts', async () => {
    const page = await open('/layanan/dukcapil-kk/lembar', { javaScriptEnabled: false, locale: 'id-ID' })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByText('antre.example/layanan/dukcapil-kk').isVisible()).toBe(true)
  })
})

describe('an address that is no service', () => {
  it('says so in words, and leads to the list', async () => {
    const page = await open('/layanan/%3Cb%3E?lang=en', phone)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(publicText.en('unknownTitle'))
    expect(await axeFaults(page)).toEqual([])
    await page
      .getByRole('main')
      .getByRole('link', { name: publicText.en('all') })
      .click()
    await page.getByRole('heading', { name: publicText.en('services') }).waitFor()
  })
})

it('the first page of the hall leads there', async () => {
  const page = await open('/?lang=en')
  await page.getByRole('link', { name: /^Services/ }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await heading.filter({ hasText: publicText.en('services') }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/layanan/')
})

describe('where visitors are', () => {
  it('the kiosk says time, fee and procedure at a tap, of services of which somebody has said them', async () => {
    const kiosk = await openKioskPage(browser, house)
    await staff.revise((plan) => {
      for (const service of plan.services) if (service.id === 'dukcapil-kk') delete service.standard
    })
    await kiosk.begin(/^KTP-el hilang/, /^Kartu Keluarga baru/)
    const about = kiosk.page.getByRole('button', { name: kioskText('about') })
    await kiosk.page.locator('.step').nth(1).waitFor()
    expect(await about.count()).toBe(1)
    await kiosk.tap(kioskText('about'))
    await kiosk.page.getByText('Gratis').waitFor()
    expect(await kiosk.page.locator('.about').innerText()).toContain('14 hari kerja')
    expect(await axeFaults(kiosk.page)).toEqual([])
    await kiosk.tap(kioskText('about'))
    await kiosk.page.locator('.about').waitFor({ state: 'detached' })
    await kiosk.page.context().close()
  })

  it('the phone leads from each service of the visit to its page', async () => {
    const { token } = await staff.takeNumber(['dukcapil-kk'])
    const page = await open(`/t/${token}?lang=en`, phone)
    await page.getByRole('link', { name: phoneText.en('standard') }).click()
    await page.getByRole('heading', { level: 1, name: 'New family card' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/layanan/dukcapil-kk')
  })
})
