// The boards on every glass they hang on: what must carry through the room does, by DESIGN's figures; nothing that somebody
// waits for is cut off, covered or at an edge that a television hides; no state is told by colour or movement alone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, openBrowser, openHouse, type House } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

let house: House
let browser: Browser
let staff: Staff

const glasses = { hd: [1920, 1080], uhd: [3840, 2160], laptop: [1366, 768], upright: [1080, 1920] } as const
const layouts = {
  hall: '?x',
  zone: '?zone=kependudukan',
  zones: '?layout=zones:kependudukan,jaminan-sosial',
  agency: '?layout=agency:dukcapil',
  corridor: '?layout=corridor',
} as const
/** Percent of the shorter side that televisions may cut off all around. */
const RIM = 2.4

const LONG = 'Badan Penyelenggara Jaminan Sosial Kesehatan Kantor Cabang Amlapura Kabupaten Karangasem'

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  staff = await signIn(house)
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

afterAll(async () => {
  await browser.close()
  await house.close()
})

async function hang(
  query: string,
  [width, height]: readonly [number, number],
  more: object = {},
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height }, ...more })).newPage()
  await page.goto(`${house.url}/display/${query}`)
  await page.locator('.hero, .list, .sign').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** What is wrong with what stands on the board now, each in words. */
const faultsOn = (page: Page, rim: number) =>
  page.evaluate((percent) => {
    const short = Math.min(innerWidth, innerHeight)
    const edge = (short * percent) / 100
    const faults: string[] = []
    const shown = (node: Element) => {
      const { left, right, top, bottom } = node.getBoundingClientRect()
      return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 }
    }
    // Numbers and where to go: whole, on top, and within what a television shows.
    for (const node of document.querySelectorAll(
      '.plate, .row-counter, .hero-counter .first, .way, .clock',
    )) {
      const { left, right, top, bottom, x, y } = shown(node)
      const there = document.elementFromPoint(x, y)
      if (left < edge || top < edge || right > innerWidth - edge || bottom > innerHeight - edge)
        faults.push(`${node.textContent || node.getAttribute('aria-label')} is at the edge`)
      if (!there || !(node.contains(there) || there.contains(node)))
        faults.push(`${node.textContent} is covered by ${there ? there.className : 'nothing'}`)
      const { clientWidth, scrollWidth } = node
      if (scrollWidth > clientWidth + 1 && clientWidth > 0) faults.push(`${node.textContent} is cut off`)
    }
    const plates = [...document.querySelectorAll('.plate')].map((node) => ({ node, ...shown(node) }))
    plates.forEach((one, at) => {
      for (const other of plates.slice(at + 1)) {
        const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top + 1
        if (!apart && other.bottom > one.top + 1)
          faults.push(`${one.node.textContent} and ${other.node.textContent} overlap`)
      }
    })
    // Sizes, by the shorter side; the second language is small beside the first, for who sits nearer.
    const pen = document.createElement('canvas').getContext('2d')
    for (const node of document.querySelectorAll('.hero .plate, .sign .plate')) {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(node)
      if (pen) pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
      const capital = pen ? pen.measureText('H').actualBoundingBoxAscent : 0
      if (capital < short * 0.14) faults.push(`a capital of the number is ${capital} px high`)
    }
    const texts = [...document.querySelectorAll('.board *')].filter((node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()),
    )
    const canvas = (node: Element): [number, number, number] => {
      for (let at: Element | null = node; at; at = at.parentElement) {
        const [r = 0, g = 0, b = 0, a = 1] = (
          getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
        ).map(Number)
        if (a === 1) return [r, g, b]
      }
      return [0, 0, 0]
    }
    const light = (colour: readonly number[]) =>
      colour
        .map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0)
    for (const node of texts) {
      const { color, fontSize } = getComputedStyle(node)
      const isSecond = node.matches('.also, .also *, .row-note, .row-note *, .head-aksara')
      const isName = node.matches('.head-name, .row-counter-long') && innerHeight >= innerWidth
      if (!isSecond && Number.parseFloat(fontSize) < short * (isName ? 0.0599 : 0.0699))
        faults.push(`${node.textContent} is ${fontSize}`)
      const ink = (color.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3)
      const [high = 0, low = 0] = [light(ink), light(canvas(node))].sort((a, b) => b - a)
      // Large letters are small from 8 m: what WCAG asks of small ones.
      if ((high + 0.05) / (low + 0.05) < 4.5) faults.push(`${node.textContent} is ${color}`)
    }
    return [...new Set(faults)]
  }, rim)

describe('every layout on every glass', () => {
  for (const [glass, size] of Object.entries(glasses)) {
    it(`${glass}: is large enough, whole, within the rim, and clear`, async () => {
      for (const [layout, query] of Object.entries(layouts)) {
        // One language alone takes less room: one glass is enough for it.
        for (const language of glass === 'hd' ? ['', '&lang=id', '&lang=en'] : ['']) {
          const page = await hang(`${query}${language}`, size)
          const name = `${layout}${language}`
          expect.soft([name, await faultsOn(page, RIM), await axeFaults(page)]).toEqual([name, [], []])
          await page.context().close()
        }
      }
    })
  }

  it('also a small sign over a desk, whatever its counter does', async () => {
    for (const counter of ['loket-1', 'loket-2', 'loket-4', 'loket-6', 'loket-8']) {
      const page = await hang(`?layout=counter:${counter}`, [1024, 600])
      expect.soft([counter, await faultsOn(page, RIM)]).toEqual([counter, []])
      expect.soft([counter, await axeFaults(page)]).toEqual([counter, []])
      await page.context().close()
    }
  })

  it('keeps the letters of Bali, and an upright board’s own shape', async () => {
    const page = await hang('', glasses.upright)
    await page.locator('.head-aksara').waitFor()
    const [hero, rows] = await Promise.all(['.hero', '.rows'].map((part) => page.locator(part).boundingBox()))
    expect(rows && hero && rows.y >= hero.y + hero.height).toBe(true)
    await page.context().close()
  })
})

describe('without colour', () => {
  it('called, being served and missed are told apart', async () => {
    const page = await hang('?zone=kependudukan', glasses.hd)
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
    await page.context().close()
  })

  it.each([
    ['moves at a new call', {}, '', true],
    ['stands still where the system asks for that', { reducedMotion: 'reduce' }, '', false],
    ['stands still where its address asks for that', {}, '&motion=none', false],
  ])('%s', async (_what, more, query, isMoving) => {
    const page = await hang(`?zone=kependudukan${query}`, glasses.hd, more)
    await staff.post('/api/counters/loket-1/recall')
    await page.locator('.sweep').first().waitFor()
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
    expect(moving > 0).toBe(isMoving)
    await page.context().close()
  })
})
