// The kiosk without sight: whole visits with arrows and Enter alone, what was to be spoken and that it was heard; and
// the same keys without speech.
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { silence } from './silence.ts'
import { begins, kioskText, spokenText } from './words.ts'

// No flag for autoplay: a key must be gesture enough.
const { browser, house } = houseOfFile(openStaffedHouse, { pagesStay: true })
const GUIDE = `${spokenText('guide')}.`
const IN_ENGLISH = spokenText.en('otherLanguage', { way: spokenText.en('down') })
let page: Page
/** Every sentence that was asked for, in order. */
let said: { text: string; language: string }[]

beforeAll(async () => {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } })
  page = await context.newPage()
  page.on('request', (request) => {
    if (request.url() === `${house.url}/api/speech`) said.push(request.postDataJSON())
  })
  // The kiosk's one Audio is not on the page: its actions are recorded where it is created.
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

const SPEECH = '**/api/speech'

beforeEach(async () => {
  await page.unrouteAll()
  // Making a sentence costs more than showing it: only the first test hears the real voice.
  await page.route(SPEECH, (route) => route.fulfill({ json: { audio: 'silent', seconds: 0.3 } }))
  await page.route('**/api/audio/silent', (route) =>
    route.fulfill({ contentType: 'audio/wav', body: silence(0.3) }),
  )
  await page.goto(`${house.url}/kiosk/`)
  // Not before: the page of the test before speaks until it is gone.
  said = []
  await ready()
})

/** The most wanted services come with the first view; before that there is no service to move to. */
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
/** The item under the ring; nothing while a place is loading, when it would be the whole page. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement, body } = document
    return activeElement === body ? '' : (activeElement?.textContent?.trim() ?? '')
  })

/** Presses a key until the item under the ring begins like this. */
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
  await asked(IN_ENGLISH)
  if (language === 'en') await press('ArrowDown')
  await press('Enter')
  await questionGone()
  await asked((language === 'en' ? kioskText.en : kioskText)('welcome'))
}

describe('a visit by ear', () => {
  it('takes a number in Indonesian with arrows and Enter alone', async () => {
    await page.unroute(SPEECH)
    await press('ArrowDown')
    await page.getByRole('dialog').waitFor()
    await asked(IN_ENGLISH)
    expect(said).toEqual([
      { text: GUIDE, language: 'id' },
      { text: spokenText('firstLanguage'), language: 'id' },
      { text: IN_ENGLISH, language: 'en' },
    ])
    expect(await axeFaults(page)).toEqual([])
    await press('Enter')
    await asked(spokenText('help'))
    await asked(kioskText('welcome'))
    expect(await axeFaults(page)).toEqual([])
    await page.evaluate(() => document.documentElement.setAttribute('data-text', 'large'))
    expect(await axeFaults(page)).toEqual([])
    await walkTo(/^Kartu Keluarga baru/)
    await asked(new RegExp(`^Kartu Keluarga baru, .*${spokenText('button')}\\.$`))
    await press('Enter')
    await page.locator('.shell-check').waitFor()
    await asked(spokenText.like('choices'))
    expect(await axeFaults(page)).toEqual([])
    await walkTo(begins(kioskText('takeNumber')))
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
    await walkTo(begins(kioskText('noted')))
    await press('Enter')
    await page.locator('.shell-start').waitFor()
    await asked(spokenText('bye'))
    expect(await page.locator('html').getAttribute('data-spoken')).toBeNull()
  })

  it('takes one in English, by office, with a choice undone on the way', async () => {
    await begin('en')
    await walkTo(begins(kioskText.en('byAgency')))
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
    await walkTo(begins(kioskText.en('priority')))
    await asked(new RegExp(`^${kioskText.en('priority')}.*${spokenText.en('off')}\\.$`))
    await press('Enter')
    await asked(`${spokenText.en('on')}.`)
    await walkTo(begins(kioskText.en('takeNumber')))
    await press('Enter')
    await page.locator('.number .plate').waitFor()
    await asked(/^Number, .*\d\.$|^Queue number.*\d\.$/)
    expect(said.filter(({ language }) => language === 'id').map(({ text }) => text)).toEqual([
      GUIDE,
      spokenText('firstLanguage'),
    ])
    await walkTo(begins(kioskText.en('noted')))
    await press('Enter')
    await asked(spokenText.en('bye'))
  })

  it('goes back while the left arrow is held, and has keys for help, for once more, for pace and volume', async () => {
    await begin('id')
    await walkTo(begins(kioskText('byAgency')))
    await press('Enter')
    await page.locator('.shell-agencies').waitFor()
    await asked(begins(kioskText('chooseAgency')))
    await press('F1')
    await asked(spokenText('help'))
    said = []
    await press('ArrowDown')
    await press('F3')
    await press('PageDown')
    await asked(new RegExp(`${spokenText('button')}\\.$`))
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
    await page.getByRole('dialog', { name: kioskText('stillThere') }).waitFor()
    await page.clock.runFor(1_000)
    await asked(kioskText('stillThere'))
    expect(await axeFaults(page)).toEqual([])
    await page.clock.runFor(41_000)
    await asked(kioskText('stillThereHint', { seconds: 20 }))
    await page.clock.runFor(60_000)
    await expect.poll(() => page.locator('html').getAttribute('data-spoken')).toBeNull()
  })
})

describe('without a voice', () => {
  it.each([
    ['the server has none', { status: 503, body: '{"code":"no-voice"}' }],
    ['the server is away', null],
  ])('the keys still work, and the screen says so: %s', async (_, answer) => {
    await page.route(SPEECH, (route) => (answer ? route.fulfill(answer) : route.abort()))
    await press('F1')
    await page.locator('.spoken', { hasText: spokenText('voiceless') }).waitFor()
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
    await walkTo(begins(kioskText('byAgency')))
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
    await walkTo(begins(kioskText('takeNumber')), 'Tab')
    await press('Enter')
    await page.locator('.number .plate').waitFor()
    await walkTo(begins(kioskText('noted')), 'Tab')
    await press('Enter')
    await page.locator('.shell-start').waitFor()
    expect(said).toEqual([])
  })

  it('a dialog holds the focus and gives it back', async () => {
    await page.getByRole('button', { name: spokenText('speak'), exact: true }).click()
    await page.getByRole('dialog').waitFor()
    for (let tabs = 0; tabs < 4; tabs += 1) {
      await press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
    }
  })
})
