// The boards on every kind of screen: what must be legible across the room is, by DESIGN's figures; nothing that
// somebody waits for is cut off, covered or at an edge that a television hides; no state is shown by colour or
// movement alone.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { faultsOn } from './board-faults.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'

const { house, open, staff } = houseOfFile(openStaffedHouse, { pagesStay: true })

const glasses = { hd: [1920, 1080], uhd: [3840, 2160], laptop: [1366, 768], upright: [1080, 1920] } as const
const layouts = {
  hall: '?x',
  zone: '?zone=kependudukan',
  zones: '?layout=zones:kependudukan,jaminan-sosial',
  agency: '?layout=agency:dukcapil',
  corridor: '?layout=corridor',
} as const
const LONG = 'Badan Penyelenggara Jaminan Sosial Kesehatan Kantor Cabang Amlapura Kabupaten Karangasem'

beforeAll(async () => {
  await staff.revise((plan) => {
    Object.assign(plan.name, { ban: 'ᬫᬮ᭄ᬧᭂᬮᬬᬦᬦ᭄ᬧᬸᬩ᭄ᬮᬶᬓ᭄ᬓᬭᬗᬲᭂᬫ᭄' })
    plan.zones.forEach((zone) => (zone.arrows = { all: zone.id === 'kependudukan' ? 'left' : 'upstairs' }))
    for (const agency of plan.agencies) if (agency.id === 'bpjs-kesehatan') agency.name.id = LONG
    for (const counter of plan.counters)
      if (counter.id === 'loket-8')
        counter.name = { id: 'Loket Pengaduan dan Informasi', en: 'Complaints and information' }
  })
  const called: [service: string, counter: string][] = [
    ['dukcapil-kk', 'loket-1'],
    ['dukcapil-ktp-ganti', 'loket-2'],
    ['dukcapil-ktp-pemula', 'loket-3'],
    ['bpjskes-daftar', 'loket-9'],
    ['dpmptsp-nib-badan', 'loket-19'],
    ['bpjskes-daftar', 'loket-8'],
    ['dukcapil-akta-lahir', 'loket-5'],
  ]
  for (const [service, counter] of called) {
    await staff.takeNumber([service])
    await staff.callAt(counter)
  }
  await staff.takeNumber(['dukcapil-kk'])
  await staff.post('/api/counters/loket-2/start')
  await staff.post('/api/counters/loket-3/miss')
  await staff.post('/api/counters/loket-6/open')
  await staff.post('/api/counters/loket-6/pause', { reason: 'istirahat', minutes: 30 })
})

/** One screen for all: what hangs on it is looked at in one size after another. */
let page: Page

beforeAll(async () => {
  page = await open('/display/', { viewport: { width: 1920, height: 1080 } })
})

async function hang(query: string, glass: readonly [number, number]): Promise<void> {
  await resize(glass)
  await page.goto(`${house.url}/display/${query}`)
  await page.locator('.hero, .list, .sign').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
}

/** The same board on another screen: drawn once for its shape, and once more for the room between head and foot. */
async function resize([width, height]: readonly [number, number]): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(
    () =>
      new Promise((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))
      }),
  )
}

describe('every layout on every glass', () => {
  it.each(Object.entries(layouts))(
    '%s: is large enough, whole, within the rim, and clear',
    async (_layout, query) => {
      await hang(query, glasses.hd)
      for (const [glass, size] of Object.entries(glasses)) {
        await resize(size)
        expect.soft([glass, await faultsOn(page)]).toEqual([glass, []])
        // Larger or smaller of the same shape, it has the same parts in the same colours.
        const found = glass === 'hd' || glass === 'upright' ? await axeFaults(page) : []
        expect.soft([glass, found]).toEqual([glass, []])
      }
      // A single language takes less room: one screen is enough to test it.
      for (const language of ['&lang=id', '&lang=en']) {
        await hang(`${query}${language}`, glasses.hd)
        expect.soft([language, await faultsOn(page), await axeFaults(page)]).toEqual([language, [], []])
      }
    },
  )

  it('also a small sign over a desk, whatever its counter does', async () => {
    for (const counter of ['loket-1', 'loket-2', 'loket-4', 'loket-6', 'loket-8']) {
      await hang(`?layout=counter:${counter}`, [1024, 600])
      expect.soft([counter, await faultsOn(page)]).toEqual([counter, []])
      expect.soft([counter, await axeFaults(page)]).toEqual([counter, []])
    }
  })

  it('keeps the letters of Bali, and an upright board’s own shape', async () => {
    await hang('', glasses.upright)
    await page.locator('.head-aksara').waitFor()
    const [hero, rows] = await Promise.all(['.hero', '.rows'].map((part) => page.locator(part).boundingBox()))
    expect(rows && hero && rows.y >= hero.y + hero.height).toBe(true)
  })
})

describe('without colour', () => {
  it('called, being served and missed are told apart', async () => {
    await hang('?zone=kependudukan', glasses.hd)
    const rows = page.locator('.rows')
    await rows.locator('.row-note').waitFor()
    const greys = await page.evaluate(() =>
      ['.plate-called', '.plate-serving', '.row-past .plate'].map((kind) => {
        const node = document.querySelector(kind)
        if (!node) return null
        const { backgroundColor, borderTopColor } = getComputedStyle(node)
        const grey = (colour: string) => {
          const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
          return Math.round((0.299 * r + 0.587 * g + 0.114 * b) * a)
        }
        return { face: grey(backgroundColor), frame: grey(borderTopColor) }
      }),
    )
    const [called, serving, missed] = greys
    // Filled and bright; framed; neither.
    expect(called && called.face).toBeGreaterThan(150)
    expect(serving && serving.face).toBeLessThan(80)
    expect(serving && serving.frame).toBeGreaterThan(120)
    expect(missed).toEqual({ face: 0, frame: 0 })
  })

  it.each([
    ['moves at a new call', 'no-preference', '', true],
    ['stands still where the system asks for that', 'reduce', '', false],
    ['stands still where its address asks for that', 'no-preference', '&motion=none', false],
  ] as const)('%s', async (_what, reducedMotion, query, isMoving) => {
    await page.emulateMedia({ reducedMotion })
    await hang(`?zone=kependudukan${query}`, glasses.hd)
    await staff.post('/api/counters/loket-1/recall')
    await page.locator('.sweep').first().waitFor()
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
    expect(moving > 0).toBe(isMoving)
    await page.emulateMedia({ reducedMotion: 'reduce' })
  })
})
