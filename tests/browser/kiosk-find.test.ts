// Finding the right service at the kiosk: the search with its own letters, and what the other ways to choose say.
import { describe, expect, it } from 'vitest'
import { axeFaults } from './harness.ts'
import { middleOf, standingKiosk } from './standing-kiosk.ts'
import { kioskText, sharedText, standingText } from './words.ts'

const glass = standingKiosk()
const { key, search, tap, twoFingers } = glass
const field = () => glass.page.getByRole('textbox')
const firstFound = () => glass.page.locator('.shell-search .tile').first()

/** 20 mm on a 32-inch screen of 1080 × 1920, and on a 21.5-inch one of 1280 × 800, in CSS pixels. */
const TARGET = { standing: 55, lying: 55 }

async function touchKeys(text: string): Promise<void> {
  for (const letter of text) await key(letter).tap()
}

describe('the search', () => {
  it('finds what is typed on the screen despite mistakes, and leads to the check and back', async () => {
    await search()
    expect(await axeFaults(glass.page)).toEqual([])
    await touchKeys('ktp ilang')
    await firstFound().filter({ hasText: 'KTP-el hilang atau rusak' }).waitFor()
    expect(await field().inputValue()).toBe('ktp ilang')
    expect(
      await glass.page
        .getByRole('status')
        .filter({ hasText: kioskText.like('search.found') })
        .textContent(),
    ).toBe(kioskText('search.found', { count: 1 }))
    expect(await axeFaults(glass.page)).toEqual([])
    await firstFound().tap()
    await glass.page.getByRole('button', { name: kioskText('takeNumber') }).waitFor()
    await tap(sharedText('back'))
    await firstFound().filter({ hasText: 'KTP-el hilang atau rusak' }).waitFor()
    await tap(kioskText('search.delete'))
    expect(await field().inputValue()).toBe('ktp ilan')
    await tap(kioskText('search.clear'))
    expect(await field().inputValue()).toBe('')
    await glass.page.getByText(kioskText('search.searchHint')).waitFor()
  })

  it('finds in English, and says honestly what is still to come and where to go meanwhile', async () => {
    await tap(kioskText.en('languageName'))
    await search(kioskText.en('search.search'))
    await touchKeys('pasport')
    await firstFound().filter({ hasText: 'New passport' }).waitFor()
    expect(await firstFound().textContent()).toMatch(
      new RegExp(
        `${kioskText.en('soonOn', { day: '1 Feb' })}.*${kioskText.en('search.meanwhile', { where: 'the nearest immigration office' })}`,
      ),
    )
    expect(
      await glass.page
        .locator('.shell-search .main')
        .getByRole('button', { name: /New passport/ })
        .count(),
    ).toBe(0)
    expect(await axeFaults(glass.page)).toEqual([])
    await tap(kioskText('languageName'))
    await firstFound().filter({ hasText: 'Paspor baru' }).waitFor()
  })

  it('says of what the hall does not have that it is not here, and where to go, in both languages', async () => {
    await search()
    await touchKeys('npwp')
    await firstFound()
      .filter({ hasText: kioskText('search.notHere') })
      .waitFor()
    expect(await glass.page.locator('.shell-search .tile').allTextContents()).toEqual([
      expect.stringMatching(new RegExp(`NPWP.*${kioskText('search.whereTo', { where: 'kantor pajak' })}`)),
    ])
    expect(
      await glass.page
        .getByRole('status')
        .filter({ hasText: kioskText('search.notHereHint') })
        .count(),
    ).toBe(1)
    expect(await glass.page.locator('.shell-search .main button').count()).toBe(0)
    expect(await axeFaults(glass.page)).toEqual([])
    await tap(kioskText.en('languageName'))
    await firstFound()
      .filter({ hasText: kioskText.en('search.notHere') })
      .waitFor()
    expect(await firstFound().textContent()).toMatch(
      new RegExp(`Tax number.*${kioskText.en('search.whereTo', { where: 'tax office' })}`),
    )
    await tap(kioskText('languageName'))
    await tap(kioskText('search.clear'))
    await touchKeys('cerai')
    await firstFound().filter({ hasText: 'Akta perceraian' }).waitFor()
    expect(await glass.page.locator('.shell-search .tile').allTextContents()).toEqual([
      expect.stringContaining('Akta perceraian'),
      expect.stringMatching(new RegExp(`Gugatan cerai.*${kioskText('search.notHere')}.*Pengadilan`, 'i')),
    ])
  })

  it('says kindly that nothing was found, and leads to the agencies', async () => {
    await search()
    await touchKeys('xqzw')
    await glass.page.getByRole('heading', { name: kioskText('search.nothing', { text: 'xqzw' }) }).waitFor()
    expect(await glass.page.locator('.main').textContent()).toContain(kioskText('search.nothingHint'))
    expect(await axeFaults(glass.page)).toEqual([])
    await tap(kioskText('byAgency'))
    await glass.page.getByRole('heading', { name: kioskText('chooseAgency') }).waitFor()
  })

  it('says so too when the server does not answer, and finds again when it does', async () => {
    await search()
    await glass.page.route('**/api/search**', (route) => route.abort())
    await touchKeys('kk')
    await glass.page.getByText(standingText('offlineDetail')).waitFor()
    expect(await axeFaults(glass.page)).toEqual([])
    await glass.page.unroute('**/api/search**')
    await key(' ').tap()
    await firstFound().filter({ hasText: 'Kartu Keluarga baru' }).waitFor()
  })

  it('takes a real keyboard without a touch before, and never asks for the system’s', async () => {
    await search()
    await glass.page.keyboard.type('akte lahir', { delay: 70 })
    await firstFound().filter({ hasText: 'Akta kelahiran' }).waitFor()
    await expect.poll(() => field().inputValue()).toBe('akte lahir')
    await glass.page.keyboard.press('Backspace')
    await expect.poll(() => field().inputValue()).toBe('akte lahi')
    expect(await field().getAttribute('inputmode')).toBe('none')
  })

  it('takes two thumbs that overlap', async () => {
    await search()
    await twoFingers(await middleOf(key('k')), await middleOf(key('t')))
    await expect.poll(() => field().inputValue()).toBe('kt')
  })

  it('is worked by Tab and Enter alone', async () => {
    await search()
    await key('k').focus()
    await glass.page.keyboard.press('Enter')
    await glass.page.keyboard.press('Enter')
    await firstFound().filter({ hasText: 'Kartu Keluarga baru' }).waitFor()
    expect(await field().inputValue()).toBe('kk')
  })

  it.each([
    ['standing', 1080, 1920],
    ['lying', 1280, 800],
  ] as const)(
    'has keys for a thumb on a %s screen, and they cover nothing',
    async (screen, width, height) => {
      await glass.page.setViewportSize({ width, height })
      await search()
      await touchKeys('kartu')
      await firstFound().waitFor()
      const box = await glass.page.evaluate(() => {
        const rect = (selector: string) =>
          [...document.querySelectorAll(selector)].map((node) => node.getBoundingClientRect())
        const keys = rect('.key')
        const [first] = rect('.shell-search .tile')
        const [letters] = rect('.keys')
        const [tools] = rect('.tools')
        if (!first || !letters || !tools) throw new Error('the search has changed')
        const apart =
          first.bottom <= letters.top || first.top >= letters.bottom || first.right <= letters.left
        return {
          least: Math.min(...keys.flatMap((one) => [one.width, one.height])),
          apart,
          inside: letters.bottom <= tools.top && letters.right <= innerWidth && letters.left >= 0,
        }
      })
      expect(box.least).toBeGreaterThanOrEqual(TARGET[screen])
      expect([box.apart, box.inside]).toEqual([true, true])
    },
  )
})

describe('the ways', () => {
  it('say of an agency and of an event that is still to come when that is', async () => {
    await tap(kioskText('byEvent'))
    const kua = glass.page.getByRole('button', { name: /^Akan menikah di KUA/ })
    expect(await kua.textContent()).toContain(kioskText('soonOn', { day: '11 Jan' }))
    await tap(sharedText('back'))
    await tap(kioskText('byAgency'))
    expect(await glass.page.getByRole('button', { name: /^Imigrasi/ }).textContent()).toContain(
      kioskText('soonOn', { day: '1 Feb' }),
    )
    expect(await glass.page.locator('.monogram').allTextContents()).toHaveLength(15)
    expect(new Set(await glass.page.locator('.monogram').allTextContents()).size).toBe(15)
    expect(await axeFaults(glass.page)).toEqual([])
  })
})
