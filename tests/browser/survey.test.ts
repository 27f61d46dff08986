// The survey in real browsers against a real server: on a visitor's phone, on the tablet at the exit by touch, keyboard and
// ear, without a connection, and paper forms typed in a row.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { glass } from './phones.ts'
import { silence } from './silence.ts'
import { begins, entryText, manageText, phoneText, spokenText, surveyText } from './words.ts'

/** Who changes the time of a page closes its browser: that time is not for others. */
const { house, staff, open, enter } = houseOfFile(() => openHouse({ PUBLIC_URL: 'https://antre.example' }), {
  keepsBrowsers: true,
})
const SERVICE = 'dukcapil-kk'
const NAME = 'Kartu Keluarga baru'
const standing = { viewport: { width: 1080, height: 1920 }, hasTouch: true, reducedMotion: 'reduce' } as const

/** A visit whose only step was served, as its holder sees it. */
async function served(): Promise<{ token: string; right: string }> {
  const { id, token } = await staff.takeNumber([SERVICE])
  await staff.post('/api/counters/loket-1/open')
  await staff.post('/api/counters/loket-1/call', { visit: id })
  await staff.post('/api/counters/loket-1/start')
  await staff.post('/api/counters/loket-1/finish')
  return { token, right: (await rightsOf(token))[0] ?? '' }
}

async function rightsOf(token: string): Promise<string[]> {
  const { visit } = await staff.get<{ visit: { surveys: { right: string }[] } }>(`/api/visits/${token}`)
  return visit.surveys.map(({ right }) => right)
}

/** How many answers the server has, by what managers are shown. */
async function answersSoFar(): Promise<number> {
  const { day } = (await (await fetch(`${house.url}/api/health`)).json()) as { day: string }
  const { rows } = await staff.get<{ rows: { count: number }[] }>(`/api/surveys/bursts?from=${day}&to=${day}`)
  return rows.reduce((sum, { count }) => sum + count, 0)
}

const faces = (page: Page) => page.locator('.face')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Taps the best face of each question until there are no more. */
async function rateWell(page: Page, questions = 3): Promise<void> {
  for (let nth = 1; nth <= questions; nth += 1) {
    await page
      .locator('.over')
      .getByText(new RegExp(` · ${nth} `))
      .waitFor()
    await faces(page).last().tap()
  }
}

/**
 * From now on a page's own time passes only as the test lets it: a busy machine must not make anybody late. Its count of
 * milliseconds begins at 0 again, so whoever waits for quiet must touch it once more: else the quiet lasts longer by as
 * much as the page is old.
 */
async function holdTime(page: Page): Promise<void> {
  await page.clock.install()
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000))
}

/** What axe finds while time is held: it waits for moments of the page's own time. */
async function axeFaultsNow(page: Page): Promise<string[]> {
  const look = { isDone: false }
  const found = axeFaults(page).finally(() => {
    look.isDone = true
  })
  while (!look.isDone) await page.clock.runFor(10)
  return found
}

/** Lets a page's own time pass, some milliseconds at a time, until that is so. */
async function passUntil(page: Page, isSo: () => Promise<boolean>, at = 1_000): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(at)
        return isSo()
      },
      { timeout: 60_000 },
    )
    .toBe(true)
}

describe('on the phone', () => {
  const phone = (path: string, more: BrowserContextOptions = {}) => open(path, { ...glass, ...more })

  it('[SU19] three taps are an answer: from the page of the number to thanks, in Indonesian', async () => {
    const { token } = await served()
    const page = await phone(`/t/${token}`)
    await page.getByRole('link', { name: phoneText('rate') }).tap()
    await page.getByText(surveyText('nth', { nth: 1, count: 3 })).waitFor()
    // What leads here never leaves the browser with the address.
    expect(new URL(page.url()).hash).not.toBe('')
    expect(await page.locator('.over').innerText()).toContain(NAME)
    expect(await page.locator('h1').evaluate((title) => title === document.activeElement)).toBe(true)
    // Never only a face.
    const words = await faces(page).allInnerTexts()
    expect(words).toHaveLength(4)
    expect(words.every((one) => one.trim() !== '')).toBe(true)
    for (const side of await faces(page).evaluateAll((all) => all.map((one) => one.clientHeight))) {
      expect(side).toBeGreaterThanOrEqual(56)
    }
    expect(await axeFaults(page)).toEqual([])
    await rateWell(page)
    await page.getByRole('heading', { name: surveyText('enough') }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await button(page, surveyText('send')).tap()
    await page.getByText(surveyText('thanksHint')).waitFor()
    expect(await rightsOf(token)).toEqual([])
    // The right is used; anybody who comes back is told so.
    await page.reload()
    await page.getByText(surveyText('used')).waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  it('all nine, words and who one is, in English, on the narrowest phone', async () => {
    const { token, right } = await served()
    const page = await phone(`/survey/?lang=en#${right}`, { viewport: { width: 320, height: 640 } })
    await rateWell(page)
    await button(page, surveyText.en('more', { count: 6 })).tap()
    for (let nth = 4; nth <= 9; nth += 1) {
      await page.getByText(surveyText.en('nth', { nth, count: 9 })).waitFor()
      if (nth === 5) await button(page, surveyText.en('skip')).tap()
      else await faces(page).first().tap()
    }
    await button(page, surveyText.en('write')).tap()
    await page.getByRole('textbox').fill('<b>Hot</b> in here 🥵')
    await button(page, surveyText.en('proceed')).tap()
    await button(page, surveyText.en('aboutYou')).tap()
    await page.locator('.profile-answers .button').first().tap()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    expect(await axeFaults(page)).toEqual([])
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/api/surveys'),
    )
    await button(page, surveyText.en('proceed')).tap()
    await button(page, surveyText.en('send')).tap()
    const { answers, words, profile } = (await sent).postDataJSON() as Record<string, object>
    expect(Object.keys(answers ?? {})).toHaveLength(8)
    expect(words).toBe('<b>Hot</b> in here 🥵')
    expect(Object.keys(profile ?? {})).toHaveLength(1)
    await page.getByText(surveyText.en('thanksHint')).waitFor()
    expect(await rightsOf(token)).toEqual([])
  })

  it('[SU20] nobody waits for a connection, and nothing arrives twice: an answer is kept on the phone and sent', async () => {
    const { token, right } = await served()
    const page = await phone(`/survey/?lang=id#${right}`)
    await page.clock.install()
    await page.getByText(surveyText('nth', { nth: 1, count: 3 })).waitFor()
    await page.context().setOffline(true)
    await rateWell(page)
    await button(page, surveyText('send')).tap()
    await passUntil(page, () => page.getByText(surveyText('keptPhone')).isVisible())
    expect(await rightsOf(token)).toEqual([right])
    await page.context().setOffline(false)
    await expect.poll(() => rightsOf(token)).toEqual([])
    await expect.poll(() => page.evaluate(() => localStorage.getItem('antre.voices'))).toBeNull()
    await page.context().close()
  })

  it('who leaves the page at the end has answered', async () => {
    const { token, right } = await served()
    const page = await phone(`/survey/?lang=id#${right}`)
    await rateWell(page)
    await page.getByRole('heading', { name: surveyText('enough') }).waitFor()
    await page.goto(`${house.url}/layanan/`)
    await expect.poll(() => rightsOf(token)).toEqual([])
  })

  it('the poster leads who has a number to its questions, and others to the slip and to complaints', async () => {
    const poster = await open('/survey/poster?lang=en')
    await poster.getByText('antre.example/survey/', { exact: true }).waitFor()
    expect(await axeFaults(poster)).toEqual([])
    const page = await phone('/LICENSE.txt')
    await page.route('**/api/health', (route) => route.fulfill({ json: { rehearsal: true } }))
    await page.goto(`${house.url}/survey/`)
    await page.getByText(surveyText('posterScan')).waitFor()
    await page.getByText(surveyText('rehearsal')).waitFor()
    const complaint = page.getByRole('link', { name: surveyText('complaint') })
    expect(await complaint.getAttribute('href')).toBe('/complaint/?lang=id')
    expect(await axeFaults(page)).toEqual([])
    const { token } = await served()
    await page.goto(`${house.url}/t/${token}`)
    await page.getByRole('link', { name: phoneText('rate') }).waitFor()
    await page.goto(`${house.url}/survey/`)
    await page.getByText(surveyText('nth', { nth: 1, count: 3 })).waitFor()
  })
})

describe('[SU21] the tablet is for everybody, and forgets each', () => {
  const invitation = (page: Page) => page.getByRole('button', { name: begins(surveyText('touch')) })

  async function tablet(more: BrowserContextOptions = standing): Promise<Page> {
    const { url } = await staff.post<{ url: string }>('/api/devices', { kind: 'survey' })
    const { pathname, search } = new URL(url)
    const page = await open(pathname + search, more)
    await invitation(page).waitFor()
    return page
  }

  async function begin(page: Page): Promise<void> {
    await invitation(page).tap()
    await page.getByRole('button', { name: begins('Dukcapil') }).tap()
    await button(page, NAME).tap()
  }

  it('is made by a manager like a kiosk, with its zone', async () => {
    const page = await enter('/manage/devices', house.firstRun.manager.username)
    await button(page, manageText('newDevice')).click()
    await page.getByRole('radio', { name: manageText('device.survey') }).check()
    await page.getByLabel(manageText('zone'), { exact: true }).selectOption({ index: 1 })
    await button(page, manageText('makeLink')).click()
    const link = await page.getByLabel(manageText('link'), { exact: true }).inputValue()
    const found = new URL(link)
    expect(found.pathname).toBe('/survey/')
    const glassOf = await open(found.pathname + found.search, standing)
    await invitation(glassOf).waitFor()
    // From there a complaint is one touch away, and the way back as well.
    await invitation(glassOf).tap()
    await glassOf.getByRole('link', { name: surveyText('complaint') }).tap()
    await glassOf.waitForURL('**/complaint/?lang=id')
    const { devices } = await staff.get<{ devices: { kind: string; zone: string | null }[] }>('/api/devices')
    expect(devices.find(({ kind }) => kind === 'survey')?.zone).not.toBeNull()
  })

  it('by touch, five taps to an answer; then it invites the next, in the hall’s first language', async () => {
    const page = await tablet()
    expect(await axeFaults(page)).toEqual([])
    await begin(page)
    await page.locator('.over').getByText(/1 /).waitFor()
    await holdTime(page)
    await page.locator('.shield').waitFor({ state: 'detached' })
    const sides = await page
      .locator('button, a[href]')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map((box) => [box.width, box.height]),
      )
    for (const side of sides.flat()) expect(side).toBeGreaterThanOrEqual(56)
    expect(await axeFaultsNow(page)).toEqual([])
    await page.getByRole('button', { name: surveyText('sight') }).tap()
    await button(page, surveyText('contrast')).tap()
    await button(page, surveyText('low')).tap()
    await page.getByRole('dialog').getByRole('button').last().tap()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // Everything that is pressed is below 1,220 mm on a 32-inch glass whose lower edge is at 700 mm.
    const tops = await faces(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    for (const top of tops) expect(top).toBeGreaterThan(1920 * 0.27)
    expect(await axeFaultsNow(page)).toEqual([])
    const before = await answersSoFar()
    await faces(page).last().tap()
    await button(page, surveyText('startOver')).waitFor()
    await page
      .getByRole('group', { name: surveyText('languages') })
      .getByRole('button')
      .last()
      .tap()
    for (const nth of [2, 3]) {
      await page.getByText(surveyText.en('nth', { nth, count: 3 })).waitFor()
      await page.clock.runFor(400)
      await faces(page).nth(nth).tap()
    }
    // Nobody presses anything more.
    await page.getByRole('heading', { name: surveyText.en('enough') }).waitFor()
    const thanks = page.getByRole('heading', { name: surveyText.en('thanks') })
    await passUntil(page, () => thanks.isVisible())
    await page.getByText(surveyText.en('thanksHint')).waitFor()
    expect(await axeFaultsNow(page)).toEqual([])
    expect(await answersSoFar()).toBe(before + 1)
    await passUntil(page, () => invitation(page).isVisible(), 5_000)
    expect(await page.evaluate(() => [document.documentElement.lang, localStorage.length])).toEqual(['id', 0])
    expect(await page.locator('html').getAttribute('data-contrast')).toBeNull()
    await page.context().close()
  })

  it('asks whether somebody is there, and goes back without an answer', async () => {
    const page = await tablet({ ...standing, viewport: { width: 1280, height: 800 } })
    await begin(page)
    await page.locator('.over').getByText(/1 /).waitFor()
    await holdTime(page)
    await faces(page).first().tap()
    const before = await answersSoFar()
    await passUntil(
      page,
      () => page.getByRole('dialog', { name: surveyText('stillThere') }).isVisible(),
      5_000,
    )
    expect(await axeFaultsNow(page)).toEqual([])
    await passUntil(page, () => invitation(page).isVisible(), 5_000)
    expect(await answersSoFar()).toBe(before)
    await page.context().close()
  })

  it('by ear: arrows and Enter alone, each face by its words', async () => {
    const page = await tablet({ viewport: { width: 1280, height: 800 } })
    const said: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api/speech')) said.push((request.postDataJSON() as { text: string }).text)
    })
    // Making a sentence costs more than showing it: the first alone is the real voice's.
    await page.route('**/api/speech', (route) =>
      said.length > 1 ? route.fulfill({ json: { audio: 'silent', seconds: 0.3 } }) : route.continue(),
    )
    await page.route('**/api/audio/silent', (route) =>
      route.fulfill({ contentType: 'audio/wav', body: silence(0.3) }),
    )
    const asked = (text: string | RegExp) =>
      expect
        .poll(() => said.some((one) => (typeof text === 'string' ? one === text : text.test(one))), {
          timeout: 20_000,
          message: `asked for ${text}, said ${said.join(' | ')}`,
        })
        .toBe(true)
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    /** Presses the arrow until the item under the ring begins like this. */
    async function walkTo(words: RegExp): Promise<void> {
      for (let steps = 0; steps < 40 && !words.test(await focused()); steps += 1) {
        await page.keyboard.press('ArrowDown')
      }
      expect(await focused()).toMatch(words)
    }
    await page.keyboard.press('ArrowDown')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await asked(surveyText('chooseAgency'))
    await walkTo(/Dukcapil/)
    await page.keyboard.press('Enter')
    await asked(surveyText('chooseService'))
    await walkTo(/^Kartu Keluarga baru/)
    await page.keyboard.press('Enter')
    await page.locator('.over').getByText(/1 /).waitFor()
    for (const nth of [1, 2, 3]) {
      await page
        .locator('.over')
        .getByText(new RegExp(` · ${nth} `))
        .waitFor()
      const question = await page.locator('h1').innerText()
      await asked(question)
      const best = await faces(page).last().innerText()
      await walkTo(new RegExp(`^${best}$`))
      await asked(`${best}, ${spokenText('button')}.`)
      await page.keyboard.press('Enter')
    }
    await asked(surveyText('enough'))
    // With a keyboard, people write with it: what is one of the guide's keys elsewhere is typed there.
    await walkTo(new RegExp(`^${surveyText('write')}$`))
    await page.keyboard.press('Enter')
    await asked(surveyText('wordsTitle'))
    await page.getByRole('textbox').focus()
    await page.keyboard.type('Bagus sekalii')
    await page.keyboard.press('Backspace')
    expect(await page.getByRole('textbox').inputValue()).toBe('Bagus sekali')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: surveyText('enough') }).waitFor()
    const before = await answersSoFar()
    await walkTo(new RegExp(`^${surveyText('send')}$`))
    await page.keyboard.press('Enter')
    await asked(`${surveyText('thanks')}`)
    await expect.poll(answersSoFar).toBe(before + 1)
  })

  it('[SU20] nobody waits for a connection, and nothing arrives twice: not even what was lost on the way', async () => {
    const page = await tablet()
    const before = await answersSoFar()
    await begin(page)
    let reaches = true
    await page.route('**/api/surveys', async (route) => {
      // The first arrives, but its answer does not; the connection is gone.
      if (reaches) await route.fetch()
      reaches = false
      await route.abort()
    })
    await rateWell(page)
    await holdTime(page)
    await button(page, surveyText('send')).tap()
    await passUntil(page, () => page.getByText(surveyText('keptTablet')).isVisible())
    expect(await answersSoFar()).toBe(before + 1)
    expect(await page.evaluate(() => localStorage.getItem('antre.tablet'))).not.toBeNull()
    await page.unrouteAll()
    await page.reload()
    await passUntil(page, () => page.evaluate(() => localStorage.getItem('antre.tablet') === null))
    expect(await answersSoFar()).toBe(before + 1)
    await page.context().close()
  })
})

describe('paper forms', () => {
  let page: Page
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const focused = () =>
    page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.id : ''))

  it('[SU8] a paper form counts for the month written on it: typed in a row by keyboard, faults at their field', async () => {
    page = await enter('/survey-entry/', house.firstRun.manager.username)
    const before = await answersSoFar()
    await field(entryText('service')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    // What is wrong is said in its place.
    await button(page, entryText('save')).click()
    await page.getByRole('alert').getByText(entryText('fault.service')).waitFor()
    await expect.poll(focused).toBe('entry-service')
    await field(entryText('service')).selectOption(SERVICE)
    await field(entryText('month')).selectOption({ index: 1 })
    await field(entryText('element.persyaratan')).focus()
    await page.keyboard.type('3')
    await expect.poll(focused).toBe('entry-prosedur')
    await page.keyboard.type('7')
    await page.getByRole('alert').getByText(entryText('fault.digit')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Backspace')
    // Left blank, then the others.
    await page.keyboard.press('Enter')
    await page.keyboard.type('4444444')
    await expect.poll(focused).toBe('entry-words')
    await page.keyboard.type('Kurang kursi')
    await page.keyboard.press('Enter')
    await page.getByText(entryText('saved', { count: 1 })).waitFor()
    await expect.poll(focused).toBe('entry-persyaratan')
    expect(await answersSoFar()).toBe(before + 1)
    // The service and the month stay; the last one can be compared with the paper.
    const last = page.getByRole('region', { name: entryText('last') })
    expect(await last.innerText()).toMatch(/Kartu Keluarga baru[^]*Kurang kursi/)
    await expect.poll(() => last.locator('dd').allInnerTexts()).toContain(entryText('blank'))
    await page.keyboard.type('1')
    // What the paper says about the respondent is sent too, and is blank for the next one.
    const woman = page
      .getByRole('group', { name: entryText('profile') })
      .getByRole('combobox')
      .first()
    await woman.selectOption({ index: 1 })
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await woman.press('Enter')
    expect(Object.keys(((await sent).postDataJSON() as { profile: object }).profile)).toHaveLength(1)
    await page.getByText(entryText('saved', { count: 2 })).waitFor()
    expect(await woman.inputValue()).toBe('')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').getByText(entryText('fault.empty')).waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})
