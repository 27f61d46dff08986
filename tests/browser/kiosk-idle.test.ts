// A kiosk with nobody there: it rests, forgets visitors who left, and learns even asleep that it was revoked.
import { describe, expect, it } from 'vitest'
import { axeFaults } from './harness.ts'
import { middleOf, standingKiosk } from './standing-kiosk.ts'
import { kioskText, sharedText } from './words.ts'

const glass = standingKiosk()
const { key, search, tap } = glass
const field = () => glass.page.getByRole('textbox')
const begun = () => glass.page.getByRole('heading', { name: kioskText('welcome') })

describe('nobody there', () => {
  /** From now on time passes only when the test says so. */
  async function hold(): Promise<void> {
    await glass.page.clock.install()
    await glass.page.reload()
    await glass.page.locator('.shell-start .tile').first().waitFor()
  }

  it('the start rests, a touch anywhere wakes it and presses nothing, nor does its second tap', async () => {
    await hold()
    const under = await middleOf(glass.page.locator('.shell-start .tile').first())
    await glass.page.clock.runFor(61_000)
    await glass.page.locator('.attract').waitFor()
    expect(await axeFaults(glass.page)).toEqual([])
    const words = await glass.page.locator('.attract').textContent()
    for (const part of [
      'Mal Pelayanan Publik Karangasem',
      kioskText('search.touch'),
      kioskText.en('search.touch'),
    ])
      expect(words).toContain(part)
    await glass.page.touchscreen.tap(under.x, under.y)
    await begun().waitFor()
    await glass.page.touchscreen.tap(under.x, under.y)
    await glass.page.clock.runFor(600)
    await glass.page.locator('.shield').waitFor({ state: 'detached' })
    expect(await begun().isVisible()).toBe(true)
    // Where it is now: the queues may have come since, and moved it.
    const there = await middleOf(glass.page.locator('.shell-start .tile').first())
    await glass.page.touchscreen.tap(there.x, there.y)
    await glass.page.getByRole('button', { name: kioskText('takeNumber') }).waitFor()
  })

  it('a key wakes it too', async () => {
    await hold()
    await glass.page.clock.runFor(61_000)
    await glass.page.locator('.attract').waitFor()
    await glass.page.keyboard.press('Tab')
    await begun().waitFor()
    expect(await glass.page.locator('.attract').count()).toBe(0)
  })

  it('its words move from minute to minute, so that nothing burns in', async () => {
    await hold()
    await glass.page.clock.runFor(61_000)
    // Motion is reduced in this browser: it moves all the same.
    const places = await glass.page.locator('.attract-words').evaluate((words) => {
      const [move] = words.getAnimations()
      return [0, 1, 2, 3, 4].map((minute) => {
        if (move) move.currentTime = minute * 60_000 + 30_000
        return getComputedStyle(words).transform
      })
    })
    expect(new Set(places).size).toBe(4)
    expect(places[4]).toBe(places[0])
  })

  it('an unfinished visit ends after a warning, and leaves no trace', async () => {
    await hold()
    await tap(kioskText.en('languageName'))
    await tap(kioskText.en('sight'))
    await tap(kioskText.en('largeText'))
    await tap(sharedText.en('close'))
    await search(kioskText.en('search.search'))
    await key('k').tap()
    await key('k').tap()
    await glass.page.clock.runFor(46_000)
    await glass.page.getByRole('dialog', { name: kioskText.en('stillThere') }).waitFor()
    expect(await axeFaults(glass.page)).toEqual([])
    await glass.page.clock.runFor(21_000)
    await begun().waitFor()
    const root = glass.page.locator('html')
    expect([await root.getAttribute('lang'), await root.getAttribute('data-text')]).toEqual(['id', null])
    expect(await glass.page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await search()
    expect([await field().inputValue(), await glass.page.locator('.shell-search .tile').count()]).toEqual([
      '',
      0,
    ])
  })

  it('a visitor who only changed the language and left is forgotten too', async () => {
    await hold()
    await tap(kioskText.en('languageName'))
    await glass.page.getByRole('heading', { name: kioskText.en('welcome') }).waitFor()
    await glass.page.clock.runFor(61_000)
    await glass.page.locator('.attract').tap()
    await begun().waitFor()
    expect(await glass.page.locator('html').getAttribute('lang')).toBe('id')
  })
})

describe('the kiosk', () => {
  it('shows how it is enrolled once a manager took its enrolment back, even asleep', async () => {
    await glass.page.clock.install()
    await glass.page.reload()
    await glass.page.locator('.shell-start .tile').first().waitFor()
    await glass.page.clock.runFor(61_000)
    await glass.page.locator('.attract').waitFor()
    await revokeKiosks()
    // It reports every minute, and is told then.
    await glass.page.clock.runFor(61_000)
    await glass.page.getByRole('heading', { name: kioskText('enrolTitle') }).waitFor()
    expect(await axeFaults(glass.page)).toEqual([])
    expect(await glass.page.locator('.steps-how').textContent()).toContain('/manage/')
  })
})

/** What the manager does at the office. */
async function revokeKiosks(): Promise<void> {
  const session = await fetch(`${glass.house.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(glass.house.firstRun.manager),
  })
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { devices } = (await (
    await fetch(`${glass.house.url}/api/devices`, { headers: { cookie } })
  ).json()) as {
    devices: { id: string; kind: string }[]
  }
  for (const { id, kind } of devices) {
    if (kind === 'kiosk')
      await fetch(`${glass.house.url}/api/devices/${id}`, { method: 'DELETE', headers: { cookie } })
  }
}
