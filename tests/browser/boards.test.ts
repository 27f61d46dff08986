// Several boards at once in one hall: whatever is called, in whatever haste, is on all boards that it concerns, and
// on none twice; what is undone is gone; after a restart they show the present. Each layout shows its own part.
import { saysCut } from './cut-line.ts'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { boardText } from './words.ts'

const { house, open, staff } = houseOfFile(openHouse, { pagesStay: true })
const boards = new Map<string, Page>()

const lying = { width: 1920, height: 1080 }
const walls: [name: string, query: string, viewport: { width: number; height: number }][] = [
  ['hall', '', lying],
  ['zone', '?zone=kependudukan', lying],
  ['upright', '?layout=zones:kependudukan', { width: 1080, height: 1920 }],
  ['agency', '?layout=agency:dukcapil', lying],
  ['corridor', '?layout=corridor', lying],
  ['sign', '?layout=counter:loket-1', { width: 1024, height: 600 }],
]

beforeAll(async () => {
  for (const [name, query, viewport] of walls) {
    const page = await open(`/display/${query}`, { viewport })
    await page.locator('.hero, .list, .sign').first().waitFor()
    boards.set(name, page)
  }
})

function board(name: string): Page {
  const page = boards.get(name)
  if (!page) throw new Error(`no board ${name}`)
  return page
}

/** Waits until the board shows exactly these numbers as called, each once. */
async function shows(name: string, numbers: readonly (string | null)[]): Promise<void> {
  const expected = [...numbers].sort().join(' ')
  await board(name).waitForFunction((wanted) => {
    const plates = [...document.querySelectorAll('.plate-called')].map((plate) => plate.textContent)
    return plates.sort().join(' ') === wanted
  }, expected)
}

/** Records in `window.stoodLarge` which numbers are large from now on. */
const rememberLarge = (page: Page) =>
  page.evaluate(() => {
    const seen = new Set<string>()
    Reflect.set(window, 'stoodLarge', seen)
    new MutationObserver(() => {
      const number = document.querySelector('.hero .plate-called')?.textContent
      if (number) seen.add(number)
    }).observe(document.body, { childList: true, subtree: true })
  })

/** Called numbers that are cut off or covered: the element at a plate's middle must be the plate. */
const hiddenOn = (name: string) =>
  board(name)
    .locator('.plate-called')
    .evaluateAll((plates) =>
      plates
        .filter((plate) => {
          const { left, right, top, bottom } = plate.getBoundingClientRect()
          const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
          return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || there !== plate
        })
        .map((plate) => plate.textContent),
    )

describe('boards', () => {
  it('show two calls of the same moment at once, one after the other large', async () => {
    await staff.takeNumber(['dukcapil-kk'])
    await staff.takeNumber(['dukcapil-kk'])
    for (const name of ['zone', 'upright']) await rememberLarge(board(name))
    const numbers = await Promise.all(['loket-1', 'loket-2'].map((counter) => staff.callAt(counter)))
    expect(new Set(numbers).size).toBe(2)
    for (const name of ['hall', 'zone', 'upright', 'agency', 'corridor']) await shows(name, numbers)
    await shows('sign', [numbers[0] ?? null])
    for (const name of ['zone', 'upright']) {
      const large = await board(name).waitForFunction(() => {
        const seen = Reflect.get(window, 'stoodLarge') as Set<string>
        return seen.size === 2 ? [...seen] : null
      })
      expect([name, new Set(await large.jsonValue())]).toEqual([name, new Set(numbers)])
    }
  })

  it('remove what was undone, and count a recall as the same call', async () => {
    await staff.post('/api/counters/loket-2/recall')
    const [first] = await board('sign').locator('.plate-called').allTextContents()
    await board('zone').locator('.hero .plate-called').first().waitFor()
    await staff.post('/api/counters/loket-2/miss')
    await shows('zone', [first ?? null])
    await board('zone')
      .locator('.row-note', { hasText: boardText('missed') })
      .waitFor()
    await staff.post('/api/counters/loket-2/undo')
    await board('zone').locator('.row-note').waitFor({ state: 'detached' })
    await board('zone').waitForFunction(() => document.querySelectorAll('.plate-called').length === 2)
    expect(await board('zone').locator('.plate-called').allTextContents()).toContain(first)
  })

  it('keep ten calls of one second in sight, none covered or cut', async () => {
    const counters = [8, 10, 11, 13, 14, 19, 23, 25].map((label) => `loket-${label}`)
    for (const service of [
      'bpjskes-daftar',
      'bpjstk-jht-berhenti',
      'disnaker-ak1',
      'bpd-air',
      'pdam-bayar',
      'dpmptsp-nib-badan',
      'bpn-cek-sertipikat',
      'polres-skck-baru',
    ]) {
      await staff.takeNumber([service])
    }
    await Promise.all(counters.map((counter) => staff.callAt(counter)))
    for (const name of ['hall', 'corridor']) {
      await board(name).waitForFunction(() => document.querySelectorAll('.plate-called').length === 10)
      expect([name, await hiddenOn(name)]).toEqual([name, []])
    }
    // Calls elsewhere do not appear on a zone's or an agency's board.
    for (const name of ['zone', 'agency', 'upright']) {
      expect([name, await board(name).locator('.plate-called').count()]).toEqual([name, 2])
    }
  })

  it('come back after a restart with the now', async () => {
    await house.kill()
    await saysCut(board('zone'))
    // A banner takes its room from the last line, never from where to go.
    const whole = await board('zone')
      .locator('.hero-counter')
      .evaluate((line) => line.clientHeight >= Number.parseFloat(getComputedStyle(line).fontSize))
    expect(whole).toBe(true)
    await house.start()
    await staff.post('/api/counters/loket-1/start')
    await board('sign').locator('.sign-serving .plate-serving').waitFor()
    await board('zone').waitForFunction(() => document.querySelectorAll('.plate-called').length === 1)
    expect(await board('zone').locator('.board-stale').count()).toBe(0)
  })

  it('say what a counter does that has nobody', async () => {
    await staff.post('/api/counters/loket-1/finish')
    await staff.post('/api/counters/loket-1/pause', { reason: 'istirahat', minutes: 30 })
    await board('sign').getByText(boardText.like('until')).waitFor()
    await board('zone').locator('.card-paused', { hasText: 'Loket 1' }).waitFor()
    await staff.post('/api/counters/loket-1/close')
    await board('sign').getByText(boardText('counterClosed')).waitFor()
    expect(await board('sign').locator('.plate').count()).toBe(0)
  })

  it('of a zone that left the plan say so, while the others go on, and are themselves again when it is back', async () => {
    const zone = 'pembayaran'
    const { url } = await staff.post<{ url: string }>('/api/devices', { kind: 'display', zone })
    const page = await open(url, { viewport: lying })
    await page.locator('.hero').waitFor()
    let before: Plan | undefined
    await staff.revise((plan) => {
      before = structuredClone(plan)
      plan.zones = plan.zones.filter(({ id }) => id !== zone)
      for (const { arrows } of plan.zones) if (arrows) Reflect.deleteProperty(arrows, zone)
      for (const counter of plan.counters) if (counter.zone === zone) counter.zone = 'kependudukan'
    })
    await page.getByText(boardText('noSuchPlace')).waitFor()
    expect(await page.locator('.plate').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await staff.takeNumber(['dukcapil-kk'])
    const number = await staff.callAt('loket-1')
    await board('zone')
      .locator('.hero .plate-called', { hasText: number ?? '-' })
      .waitFor()
    for (const end of ['miss', 'close']) await staff.post(`/api/counters/loket-1/${end}`)
    await staff.revise((plan) => void Object.assign(plan, before))
    await page.reload()
    await page.locator('.hero').waitFor()
    await page.context().close()
  })

  it('are accessible to people who cannot see them, in every layout', async () => {
    for (const [name] of walls) expect([name, await axeFaults(board(name))]).toEqual([name, []])
  })

  it('keep a flat page: after a hundred recalls there are as many nodes as before', async () => {
    // The others would draw each of the hundred too.
    for (const [name] of walls) if (name !== 'zone') await board(name).context().close()
    const client = await board('zone').context().newCDPSession(board('zone'))
    await staff.takeNumber(['dukcapil-kk'])
    await staff.callAt('loket-1')
    const count = async () => {
      await client.send('HeapProfiler.collectGarbage')
      const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters')
      return { nodes, jsEventListeners }
    }
    await board('zone').locator('.plate-called').nth(1).waitFor()
    const before = await count()
    for (let turn = 0; turn < 100; turn += 1) await staff.post('/api/counters/loket-1/recall')
    await board('zone').waitForFunction(() => !document.querySelector('.sweep'))
    const after = await count()
    expect(after.nodes).toBeLessThan(before.nodes + 50)
    expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 2)
  })
})
