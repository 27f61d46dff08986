// The kiosk without sight: whole visits with arrows and Enter alone, what was asked to be said and that it was heard;
// and the same keys without speech.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axeFaults, faultsOf, openBrowser, openHouse, type House } from './harness.ts'

let house: House
let browser: Browser
let page: Page
let faults: string[]
/** Every sentence that was asked for, in order. */
let said: { text: string; language: string }[]

beforeAll(async () => {
  house = await openHouse()
  // No flag for autoplay: a key must be gesture enough.
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } })
  page = await context.newPage()
  faults = faultsOf(page)
  page.on('request', (request) => {
    if (request.url() === `${house.url}/api/speech`) said.push(request.postDataJSON())
  })
  // The kiosk's one Audio is not on the page: what it does is noted where it is made.
  await page.addInitScript(() => {
    const heard = { whole: 0, voices: 0 }
    const Native = Audio
    Object.assign(globalThis, {
      heard,
      Audio: function listened() {
        const audio = new Native()
        heard.voices += 1
        // At its end a sound pauses first, and the next one may be there before it has ended.
        audio.addEventListener('pause', () => {
          if (audio.ended && audio.currentTime > 0.2) heard.whole += 1
        })
        return audio
      },
    })
  })
  await page.goto(house.firstRun.enrol.kiosk)
  await ready()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

beforeEach(async () => {
  await page.unrouteAll()
  await page.goto(`${house.url}/kiosk/`)
  // Not before: the page of the test before speaks until it is gone.
  said = []
  await ready()
})

/** What is most wanted comes with the first view; who is quicker than that finds no service to walk to. */
const ready = () => page.getByRole('button', { name: /^Kartu Keluarga baru/ }).waitFor()

const press = (key: string) => page.keyboard.press(key)
const texts = () => said.map(({ text }) => text)
const asked = (text: string | RegExp) =>
  expect
    .poll(() => texts().some((one) => (typeof text === 'string' ? one === text : text.test(one))), {
      timeout: 20_000,
      message: `asked for ${text}`,
    })
    .toBe(true)
/** How many sentences were heard to their end, and how many voices there are: one, so never two at once. */
const heard = () =>
  page.evaluate(() => (globalThis as unknown as { heard: { whole: number; voices: number } }).heard)
/** What is under the ring; nothing while a place comes, where the whole page would be meant. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement, body } = document
    return activeElement === body ? '' : (activeElement?.textContent?.trim() ?? '')
  })

/** Presses a key until what is under the ring begins like this. */
async function walkTo(words: RegExp, key = 'ArrowDown'): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (words.test(await focused())) return
    await press(key)
  }
  throw new Error(`never came to ${words}; stands at ${await focused()}`)
}

/** The question is answered, and what was behind it can be reached. */
async function questionGone(): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('[inert]').count()).toBe(0)
}

/** Begins with an arrow, and chooses the language by voice. */
async function begin(language: 'id' | 'en'): Promise<void> {
  await press('ArrowDown')
  await page.getByRole('dialog').waitFor()
  await asked('For English, press down, then Enter.')
  if (language === 'en') await press('ArrowDown')
  await press('Enter')
  await questionGone()
  await asked(language === 'en' ? 'Welcome. What do you need?' : 'Selamat datang. Ada keperluan apa?')
}

describe('a visit by ear', () => {
  it('takes a number in Indonesian with arrows and Enter alone', async () => {
    await press('ArrowDown')
    await page.getByRole('dialog').waitFor()
    await asked('For English, press down, then Enter.')
    expect(said).toEqual([
      { text: 'Panduan suara.', language: 'id' },
      { text: 'Untuk bahasa Indonesia, tekan Enter.', language: 'id' },
      { text: 'For English, press down, then Enter.', language: 'en' },
    ])
    expect(await axeFaults(page)).toEqual([])
    await press('Enter')
    await asked(/^Panah bawah: berikutnya\./)
    await asked('Selamat datang. Ada keperluan apa?')
    expect(await axeFaults(page)).toEqual([])
    await page.evaluate(() => document.documentElement.setAttribute('data-text', 'large'))
    expect(await axeFaults(page)).toEqual([])
    await walkTo(/^Kartu Keluarga baru/)
    await asked(/^Kartu Keluarga baru, .*tombol\.$/)
    await press('Enter')
    await page.locator('.shell-check').waitFor()
    await asked(/^\d+ pilihan\.$/)
    expect(await axeFaults(page)).toEqual([])
    await walkTo(/^Ambil nomor antrean/)
    await press('Enter')
    await page.locator('.number .plate').waitFor()
    const number = (await page.locator('.number .plate').textContent()) ?? ''
    said = []
    await asked(`Nomor, ${[...number].join(', ')}.`)
    await asked(/Zona .*Lantai 1/)
    const { whole, voices } = await heard()
    expect(voices).toBe(1)
    await expect.poll(async () => (await heard()).whole, { timeout: 20_000 }).toBeGreaterThan(whole)
    expect(await axeFaults(page)).toEqual([])
    await walkTo(/^Sudah saya catat/)
    await press('Enter')
    await page.locator('.shell-start').waitFor()
    await asked('Panduan suara selesai. Terima kasih.')
    expect(await page.locator('html').getAttribute('data-spoken')).toBeNull()
  })

  it('takes one in English, by office, with a choice taken back on the way', async () => {
    await begin('en')
    await walkTo(/^By agency/)
    await press('Enter')
    await page.locator('.shell-agencies').waitFor()
    await walkTo(/Dukcapil/)
    await press('Enter')
    await page.locator('.shell-agency').waitFor()
    await press('Escape')
    await page.locator('.shell-agencies').waitFor()
    await walkTo(/Dukcapil/)
    await press('Enter')
    await page.locator('.shell-agency').waitFor()
    await walkTo(/^Lost or damaged ID card/)
    await press('Enter')
    await page.locator('.shell-check').waitFor()
    await walkTo(/^I am entitled to priority/)
    await asked(/^I am entitled to priority.*not selected\.$/)
    await press('Enter')
    await asked('selected.')
    await walkTo(/^Take a number/)
    await press('Enter')
    await page.locator('.number .plate').waitFor()
    await asked(/^Number, .*\d\.$|^Queue number.*\d\.$/)
    expect(said.filter(({ language }) => language === 'id').map(({ text }) => text)).toEqual([
      'Panduan suara.',
      'Untuk bahasa Indonesia, tekan Enter.',
    ])
    await walkTo(/^I have noted it/)
    await press('Enter')
    await asked('The spoken guide has ended. Thank you.')
  })

  it('goes back while the left arrow is held, and has keys for help, for once more, for pace and volume', async () => {
    await begin('id')
    await walkTo(/^Menurut instansi/)
    await press('Enter')
    await page.locator('.shell-agencies').waitFor()
    await asked(/^Pilih instansi/)
    await press('F1')
    await asked(/^Panah bawah: berikutnya\./)
    said = []
    await press('ArrowDown')
    await press('F3')
    await press('PageDown')
    await asked(/tombol\.$/)
    const [sentence] = texts()
    await press('F2')
    // Once asked for, a sentence is not asked for again in the same visit.
    expect(texts().filter((text) => text === sentence)).toHaveLength(1)
    await page.keyboard.down('ArrowLeft')
    await expect
      .poll(async () => {
        await page.keyboard.down('ArrowLeft')
        return page.locator('.shell-start').count()
      })
      .toBe(1)
    await page.keyboard.up('ArrowLeft')
  })

  it('is asked whether anybody is there later than others, and hears the seconds', async () => {
    await page.clock.install()
    await page.reload()
    await ready()
    await press('F1')
    await page.clock.runFor(500)
    await press('Enter')
    await page.clock.runFor(60_000)
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.clock.runFor(61_000)
    await page.getByRole('dialog', { name: 'Apakah Anda masih di sini?' }).waitFor()
    await page.clock.runFor(1_000)
    await asked('Apakah Anda masih di sini?')
    expect(await axeFaults(page)).toEqual([])
    await page.clock.runFor(41_000)
    await asked('Layar kembali ke awal dalam 20 detik.')
    await page.clock.runFor(60_000)
    await expect.poll(() => page.locator('html').getAttribute('data-spoken')).toBeNull()
  })
})

describe('without a voice', () => {
  it.each([
    ['the server has none', { status: 503, body: '{"code":"no-voice"}' }],
    ['the server is away', null],
  ])('the keys still work, and the screen says so: %s', async (_, answer) => {
    await page.route('**/api/speech', (route) => (answer ? route.fulfill(answer) : route.abort()))
    await press('F1')
    await page.locator('.spoken', { hasText: 'Suara tidak tersedia' }).waitFor()
    await press('Enter')
    await questionGone()
    await walkTo(/^Kartu Keluarga baru/)
    await press('Enter')
    await page.locator('.shell-check').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('keys without speech', () => {
  it('take a number: Tab, arrows, Enter, Escape, and nothing is said', async () => {
    await press('Tab')
    await walkTo(/^Menurut instansi/)
    await press('Enter')
    await page.locator('.shell-agencies').waitFor()
    await expect.poll(focused).toBe(await page.locator('h1').textContent())
    await press('Escape')
    await page.locator('.shell-start').waitFor()
    await press('Tab')
    await walkTo(/^Kartu Keluarga baru/)
    const ring = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    )
    expect(ring).not.toBe('none')
    await press('Enter')
    await page.locator('.shell-check').waitFor()
    await walkTo(/^Ambil nomor antrean/, 'Tab')
    await press('Enter')
    await page.locator('.number .plate').waitFor()
    await walkTo(/^Sudah saya catat/, 'Tab')
    await press('Enter')
    await page.locator('.shell-start').waitFor()
    expect(said).toEqual([])
  })

  it('a dialog holds the focus and gives it back', async () => {
    await page.getByRole('button', { name: 'Suara' }).click()
    await page.getByRole('dialog').waitFor()
    for (let tabs = 0; tabs < 4; tabs += 1) {
      await press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
    }
  })
})

it('had no script error and nothing against the security policy', () => {
  expect(faults).toEqual([])
})
