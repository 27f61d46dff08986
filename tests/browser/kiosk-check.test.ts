// The check before the number, in a real browser: the order of several services, papers, the two choices of help,
// what this kiosk can't print, and every refusal at the tap with the choice kept.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CounterView } from '../../server/live/counter.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { type KioskPage, openKioskPage } from './kiosk-page.ts'
import { begins, kioskText, sharedText } from './words.ts'

const { browser, house, staff } = houseOfFile(openHouse, { pagesStay: true })
let kiosk: KioskPage
let first: Plan
/** A test has changed the plan. */
let isChanged = false

beforeAll(async () => {
  first = await staff.get<Plan>('/api/plan')
  kiosk = await openKioskPage(browser, house)
})

beforeEach(async () => {
  if (!isChanged) return kiosk.start()
  await staff.revise((plan) => void Object.assign(plan, structuredClone(first)))
  isChanged = false
  await kiosk.load()
})

async function revise(change: (plan: Plan) => void): Promise<void> {
  isChanged = true
  await staff.revise(change)
}

const KK = /^Kartu Keluarga baru/
const KTP = /^KTP-el hilang/
const TAKE = kioskText('takeNumber')
const AFTER_KK = kioskText('after', { service: 'Kartu Keluarga baru' })
const row = (place: number) => kiosk.page.locator('.step').nth(place)
const priority = () => kiosk.page.getByRole('button', { name: kioskText('priority') })

/** What the next ticket is asked with. */
async function sent(): Promise<{
  services: string[]
  missing: string[]
  priority: boolean
  comeToMe: boolean
}> {
  const asked = kiosk.page.waitForRequest((request) => request.url().endsWith('/api/visits'))
  await kiosk.tap(TAKE)
  const body: unknown = (await asked).postDataJSON()
  return body as Awaited<ReturnType<typeof sent>>
}

describe('the check', () => {
  it('says which service comes first and where each zone is, before and after the tap', async () => {
    await kiosk.begin(KTP, KK)
    await kiosk.page.getByText(AFTER_KK).waitFor()
    const rows = await kiosk.page.locator('.step').allTextContents()
    expect(rows[0]).toMatch(/^Kartu Keluarga baru.*Zona .*Lantai/)
    expect(rows[1]).toMatch(/^KTP-el hilang.*Zona .*Lantai/)
    expect(await axeFaults(kiosk.page)).toEqual([])
    expect((await sent()).services).toEqual(['dukcapil-ktp-ganti', 'dukcapil-kk'])
    await kiosk.page.locator('.taken-step').nth(1).waitFor()
    expect(await row(0).textContent()).toContain('Kartu Keluarga baru')
    expect(await row(1).textContent()).toContain(AFTER_KK)
  })

  it('sends what is missing to the counter, and one tap does first what issues it', async () => {
    await kiosk.tap(kioskText('byAgency'))
    await kiosk.tap(/^BPJS Kesehatan/)
    await kiosk.tap(/^Pendaftaran JKN peserta mandiri/)
    await kiosk.page
      .getByRole('button', { name: new RegExp(`^Kartu Keluarga.*${kioskText('lacking')}`) })
      .tap()
    await kiosk.tap(kioskText('addFirst'))
    await kiosk.page.getByText(kioskText.like('issuedInVisit')).waitFor()
    expect(await row(0).textContent()).toContain('Kartu Keluarga baru')
    expect(await row(1).textContent()).toContain(AFTER_KK)
    await kiosk.page.locator('.paper-button').first().tap()
    const answer = kiosk.page.waitForResponse((response) => response.url().endsWith('/api/visits'))
    expect((await sent()).missing).toHaveLength(2)
    const { visit } = (await (await answer).json()) as { visit: { id: string } }
    await kiosk.page.locator('.taken-step').nth(1).waitFor()
    const counter = first.counters.find(({ services }) => services.includes('dukcapil-kk'))?.id ?? ''
    await staff.post(`/api/counters/${counter}/open`)
    await staff.post(`/api/counters/${counter}/call`, { visit: visit.id })
    const { counter: view } = await staff.post<{ counter: CounterView }>(`/api/counters/${counter}/start`)
    expect(view.current?.missing.map(({ service }) => service)).toContain('dukcapil-kk')
    await staff.post(`/api/counters/${counter}/finish`)
  })

  it('shows the whole of what a touched paper opens', async () => {
    await kiosk.begin(KK)
    const { page } = kiosk
    // The last one that is wholly visible: what it opens is not.
    const visible = page.locator('.paper-button')
    const edge = await page.locator('.actions').evaluate((node) => node.getBoundingClientRect().top)
    const bottoms = await visible.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom))
    const last = bottoms.filter((bottom) => bottom < edge).length - 1
    await visible.nth(last).tap()
    const opened = page.locator('.paper-lacking')
    await expect.poll(() => opened.evaluate((node) => node.getBoundingClientRect().bottom)).toBeLessThan(edge)
    expect(await opened.locator('.advice, .advice-words').count()).toBeGreaterThan(0)
  })

  it('offers priority in one tap, and not where it would change nothing', async () => {
    await kiosk.begin(KK)
    expect(await priority().textContent()).toContain(kioskText('priorityHint'))
    await priority().tap()
    await kiosk.tap(kioskText('comeToMe'))
    await revise((plan) => void (plan.rates = { regular: 1, priority: 1 }))
    await priority().waitFor({ state: 'detached' })
    expect(await axeFaults(kiosk.page)).toEqual([])
    expect(await sent()).toMatchObject({ priority: false, comeToMe: true })
  })

  it('says before the tap that no paper comes out here, and only then', async () => {
    const words = kiosk.page.getByText(kioskText('noPaper'))
    await kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'near-end', gives: true }])
    expect(await words.count()).toBe(0)
    await kiosk.printers((device) => [{ id: 'p', kiosks: [device], state: 'paper-out', gives: false }])
    await words.waitFor()
    expect(await axeFaults(kiosk.page)).toEqual([])
    await kiosk.begin(KK)
    await kiosk.page.locator('.shell-check .no-paper').waitFor()
    expect(await axeFaults(kiosk.page)).toEqual([])
  })
})

describe('a no at the tap', () => {
  const refusal = () => kiosk.page.getByRole('alert')

  /** The plan changes while the kiosk still uses the old one. */
  async function behindItsBack(change: (plan: Plan) => void): Promise<void> {
    kiosk.freeze(true)
    await revise(change)
    await kiosk.tap(TAKE)
    await refusal().waitFor()
    expect(await axeFaults(kiosk.page)).toEqual([])
  }

  it('for a quota names the service, and the rest goes on', async () => {
    await staff.takeNumber(['dukcapil-ktp-ganti'])
    await kiosk.begin(KK, KTP)
    await behindItsBack((plan) => {
      const ktp = plan.services.find(({ id }) => id === 'dukcapil-ktp-ganti')
      if (ktp) ktp.quota = 1
    })
    expect(await refusal().textContent()).toContain('KTP-el hilang atau rusak')
    await kiosk.tap(kioskText('goOnWithout'))
    expect((await sent()).services).toEqual(['dukcapil-kk'])
    await kiosk.page.locator('.taken-step').waitFor()
  })

  it('for closing time keeps the choice, also when the kiosk hears of it', async () => {
    await kiosk.begin(KK)
    await behindItsBack((plan) => {
      plan.operation = 'regular'
      plan.hours = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
    })
    expect(await row(0).textContent()).toContain('Kartu Keluarga baru')
    await revise((plan) => void (plan.operation = 'trial'))
    await kiosk.tap(kioskText('retrySame'))
    await kiosk.page.locator('.taken-step').waitFor()
  })

  it('for a clock in doubt keeps the choice', async () => {
    await kiosk.page.route('**/api/visits', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        json: {
          status: 503,
          code: 'clock-suspect',
          title: 'Jam sedang diperiksa',
          detail: 'Hubungi petugas.',
        },
      }),
    )
    await kiosk.begin(KK)
    await kiosk.tap(TAKE)
    await refusal().waitFor()
    expect(await refusal().textContent()).toContain('Jam sedang diperiksa')
    expect(await axeFaults(kiosk.page)).toEqual([])
    await kiosk.page.unroute('**/api/visits')
    await kiosk.tap(kioskText('retrySame'))
    await kiosk.page.locator('.taken-step').waitFor()
  })

  it('for a revoked kiosk shows how to enrol it', async () => {
    const other = await openKioskPage(browser, house)
    await other.begin(KK)
    await other.page.context().clearCookies()
    await other.tap(TAKE)
    await other.page.getByRole('heading', { name: kioskText('enrolTitle') }).waitFor()
    expect(await axeFaults(other.page)).toEqual([])
    await other.page.context().close()
  })
})

describe('the papers below the visible part', () => {
  const ahead = () => kiosk.page.locator('.papers-ahead button')
  const papers = () => kiosk.page.locator('.paper')

  /** As many papers as a visit with many services has. */
  const many = (plan: Plan) => {
    const service = plan.services.find(({ id }) => id === 'dukcapil-kk')
    const one = service?.requirements[0]
    if (!service || !one) throw new Error('the sample hall has changed')
    service.requirements = Array.from({ length: 17 }, (_, nth) => ({
      ...structuredClone(one),
      id: `paper-${nth}`,
      name: { id: `Surat ${nth}`, en: `Letter ${nth}` },
    }))
  }

  it.each([
    ['upright', 1080, 1920],
    ['lying', 1280, 800],
  ])('%s: it says how many, names the first ones, and leads to them', async (_name, width, height) => {
    await revise(many)
    await kiosk.page.setViewportSize({ width, height })
    await kiosk.load()
    await kiosk.tap(kioskText('sight'))
    await kiosk.tap(kioskText('largeText'))
    await kiosk.tap(sharedText('close'))
    await kiosk.begin(KTP, KK)
    await ahead().waitFor()
    expect(await ahead().innerText()).toMatch(begins(kioskText.like('papersAhead')))
    expect(await ahead().innerText()).toContain(await papers().first().locator('.paper-words').innerText())
    expect(await axeFaults(kiosk.page)).toEqual([])
    await ahead().tap()
    await ahead().waitFor({ state: 'detached' })
    await expect.poll(() => papers().first().isVisible()).toBe(true)
    // A visitor who has read them is not told again.
    await papers().last().scrollIntoViewIfNeeded()
    await kiosk.page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(resolve)
        }),
    )
    expect(await ahead().count()).toBe(0)
    await kiosk.page.setViewportSize({ width: 1080, height: 1920 })
  })
})
