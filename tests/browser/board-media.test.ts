// Media on real boards: a picture and a video take turns, a broken one is left out and reported, text is in the foot,
// a call takes precedence, and many calls take the space.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { boardText } from './words.ts'

const sample = (name: string) => readFileSync(new URL(`../media/files/${name}`, import.meta.url))
const { house, open, staff } = houseOfFile(openStaffedHouse, { pagesStay: true })
let lying: Page
let upright: Page

/** Accepted by the server, but no browser can decode it: a colour type that PNG does not have. */
function brokenPicture(): Buffer {
  const file = sample('small.png')
  file[25] = 7
  return file
}

async function board(address: string, width: number, height: number): Promise<Page> {
  const page = await open(address, { viewport: { width, height } })
  await page.locator('.media').waitFor()
  return page
}

beforeAll(async () => {
  const folder = join(house.dataDir, 'media')
  mkdirSync(folder)
  writeFileSync(join(folder, '1 gambar 😀.mp4'), sample('small.jpg'))
  writeFileSync(join(folder, '2 rusak.png'), brokenPicture())
  writeFileSync(join(folder, '3.webm'), sample('moves.webm'))
  writeFileSync(join(folder, '4.mp4'), sample('moves.mp4'))
  writeFileSync(join(folder, '5 halaman.png'), '<html><script>alert(1)</script>')
  const all = [{ from: 0, to: 1440 }]
  await staff.revise((plan) => {
    plan.hours = { 1: all, 2: all, 3: all, 4: all, 5: all, 6: all, 7: all }
    const text = { id: 'Jumat ini loket tutup pukul 11.00', en: 'Counters close at 11.00 this Friday' }
    plan.media = { seconds: 3, lines: [{ text }] }
  })
  await staff.get('/api/media')
  // Enrolled, so its reports are believed.
  lying = await board(house.firstRun.enrol.display, 1920, 1080)
  await rememberFoot(lying)
  upright = await board('/display/?zone=kependudukan', 1080, 1920)
})

/** Keeps in `window.foot` what the foot has shown from now on: its turns take eight seconds each. */
const rememberFoot = (page: Page) =>
  page.evaluate(() => {
    const foot = new Set<string>()
    Object.assign(window, { foot })
    const look = () => {
      for (const where of ['.card-said', '.card-said [lang=en]', '.card-nobody'])
        for (const { textContent } of document.querySelectorAll(where)) foot.add(`${where}: ${textContent}`)
    }
    look()
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true })
  })

/** Waits until the picture or video shown has really been decoded. */
const shows = (page: Page, kind: 'IMG' | 'VIDEO') =>
  page.waitForFunction(
    (tag) => {
      const shown = document.querySelector('.media-now')
      if (shown?.tagName !== tag) return false
      return shown instanceof HTMLVideoElement
        ? shown.muted && shown.videoWidth === 160 && shown.currentTime > 0
        : (shown as HTMLImageElement).naturalWidth === 160
    },
    kind,
    { polling: 50 },
  )

describe('media on a board', () => {
  it('take turns, pictures and videos, one at a time', async () => {
    const looks = [lying, upright].map(async (page) => {
      await shows(page, 'IMG')
      await shows(page, 'VIDEO')
      expect(await page.locator('.media-now').count()).toBe(1)
      expect(await page.locator('video').count()).toBeLessThanOrEqual(1)
    })
    await Promise.all(looks)
  })

  it('that are broken are left out, and named to the manager with where', async () => {
    interface List {
      files: { name: string; failedOn: unknown[] }[]
      skipped: { name: string; why: string }[]
    }
    await expect
      .poll(
        async () => {
          const { files } = await staff.get<List>('/api/media')
          return files.filter(({ failedOn }) => failedOn.length === 1).map(({ name }) => name)
        },
        { timeout: 60_000 },
      )
      .toEqual(['2 rusak.png'])
    const { skipped } = await staff.get<List>('/api/media')
    expect(skipped).toEqual([{ name: '5 halaman.png', size: 31, why: 'unsupported' }])
    const asked: string[] = []
    lying.on('request', (request) => asked.push(request.url()))
    await shows(lying, 'IMG')
    await shows(lying, 'VIDEO')
    await shows(lying, 'IMG')
    const list = await staff.get<{ files: { id: string; name: string }[] }>('/api/media')
    const id = list.files.find(({ name }) => name === '2 rusak.png')?.id ?? ''
    expect(asked.filter((url) => url.includes(id))).toEqual([])
  })

  it('leave the foot to words every other turn, in both languages', async () => {
    const words = [
      '.card-said: Jumat ini loket tutup pukul 11.00',
      '.card-said [lang=en]: Counters close at 11.00',
      `.card-nobody: ${boardText('waiting', { count: '' }).trim()}`,
    ]
    const missing = async () => {
      const foot = await lying.evaluate(() => [...(window as unknown as { foot: Set<string> }).foot])
      return words.filter((one) => {
        const [where = '', text = ''] = one.split(': ')
        return !foot.some((shown) => shown.startsWith(`${where}: `) && shown.includes(text))
      })
    }
    await expect.poll(missing, { timeout: 60_000, interval: 200 }).toEqual([])
  })

  it('are no fault of accessibility', async () => expect(await axeFaults(lying)).toEqual([]))

  it('stand still and dim while a call comes in, and are shown beside it afterwards', async () => {
    await staff.takeNumber(['dukcapil-kk'])
    const number = await staff.callAt('loket-1')
    for (const page of [lying, upright]) {
      await page.locator('.hero .plate-called', { hasText: number ?? '' }).waitFor()
      await page.locator('.rows-media .media-still').waitFor()
    }
    const looks = [lying, upright].map(async (page) => {
      await page.locator('.media-still').waitFor({ state: 'detached' })
      await shows(page, 'IMG')
      const covers = await page.evaluate(() => {
        const plate = document.querySelector('.hero .plate-called')?.getBoundingClientRect()
        const media = document.querySelector('.media')?.getBoundingClientRect()
        if (!plate || !media) return null
        return media.left < plate.right && media.top < plate.bottom && media.bottom > plate.top
      })
      expect(covers).toBe(false)
    })
    await Promise.all(looks)
  })

  it('give their room back when many are called, and take it again', async () => {
    for (let count = 0; count < 3; count += 1) await staff.takeNumber(['dukcapil-kk'])
    const numbers = [await staff.callAt('loket-2'), await staff.callAt('loket-3')].filter(Boolean)
    await staff.takeNumber(['bpjskes-daftar'])
    numbers.push(await staff.callAt('loket-8'))
    await lying.locator('.media').waitFor({ state: 'detached' })
    const called = await lying.locator('.plate-called').allTextContents()
    expect(numbers.length).toBeGreaterThan(1)
    expect(called).toEqual(expect.arrayContaining(numbers))
    for (const counter of ['loket-1', 'loket-2', 'loket-3', 'loket-8'])
      await staff.post(`/api/counters/${counter}/start`).catch(() => undefined)
    await lying.locator('.media').waitFor()
  })
})
