// A board in a rush: ten calls within three seconds, more than can be announced. The large number is the one being
// announced, from the first to the last; nothing jumps away and back between two sounds, and visitors already at the
// counter are not announced.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { axeFaults, openHouse, pause } from './harness.ts'
import { houseOfFile } from './house.ts'
import { silence } from './silence.ts'

const ZONE = 'kependudukan'

const { browser, house, staff } = houseOfFile(openHouse, {
  switches: ['--autoplay-policy=no-user-gesture-required'],
  pagesStay: true,
})
let page: Page
/** Ten counters of the zone, each with a service of its own. */
const wanted = new Map<string, string>()
/** The numbers of each sound, in the order in which they began. */
const sounds = new Map<string, string[]>()
/** Whether nothing is being announced; null before the first view. */
let isCalm: boolean | null = null

beforeAll(async () => {
  await staff.revise((plan) => {
    const open = plan.services.filter(({ phase }) => phase.status === 'open').map(({ id }) => id)
    for (const counter of plan.counters) {
      const service = counter.services.find((id) => open.includes(id))
      if (service === undefined || wanted.size === 10) continue
      counter.zone = ZONE
      wanted.set(counter.id, service)
    }
  })
  const { url } = await staff.post<{ url: string }>('/api/devices', { kind: 'display', zone: ZONE })
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  await context.route('**/api/audio/**', (route) =>
    route.fulfill({ contentType: 'audio/wav', body: silence(3) }),
  )
  page = await context.newPage()
  // The large number, each time that it changes.
  await page.addInitScript(() => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    const look = () => {
      const number = document.querySelector('.hero .plate')?.textContent ?? ''
      if (number !== '' && shown.at(-1) !== number) shown.push(number)
    }
    // What is drawn, not what stood there for a moment between two frames.
    let isAsked = false
    const lookSoon = () => {
      if (isAsked) return
      isAsked = true
      requestAnimationFrame(() => {
        isAsked = false
        look()
      })
    }
    new MutationObserver(lookSoon).observe(document, { childList: true, characterData: true, subtree: true })
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const { view } = JSON.parse(String(payload)) as { view?: { announcement?: Said | null } }
      // A beat does not count.
      if (view === undefined) return
      const said = view.announcement
      isCalm = said === null
      if (said) sounds.set(said.id, [said.number, ...(said.also ?? []).map(({ number }) => number)])
    })
  })
  await page.goto(url.replace(/^https?:\/\/[^/]+/, house.url))
})

interface Said {
  id: string
  number: string
  also?: { number: string }[]
}

const shown = () => page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
const saidNow = () => [...sounds.values()].flat()

it('[B6] the large number follows the voice: through a rush of ten, and visitors already there are not announced', async () => {
  // On whichever connection: on a slow machine the first may be given up.
  await expect.poll(() => isCalm).not.toBeNull()
  for (const counter of wanted.keys()) await staff.post(`/api/counters/${counter}/open`)
  // The hall has called somebody before.
  const [[counter = '', service = ''] = []] = wanted
  await staff.takeNumber([service])
  await staff.callAt(counter)
  await expect.poll(() => isCalm && sounds.size > 0, { timeout: 30_000 }).toBe(true)
  await staff.post(`/api/counters/${counter}/start`)
  await staff.post(`/api/counters/${counter}/finish`)
  sounds.clear()
  const numbers: string[] = []
  for (const [counter, service] of wanted) {
    await staff.takeNumber([service])
    numbers.push((await staff.callAt(counter)) ?? '')
    await pause(250)
  }
  expect(new Set(numbers).size).toBe(10)
  // Two have reached the counter before their turn.
  const found = [...wanted.keys()].slice(-2)
  for (const counter of found) await staff.post(`/api/counters/${counter}/start`)
  const toSay = numbers.slice(0, 8)
  await expect.poll(() => saidNow().length, { timeout: 60_000 }).toBe(toSay.length)
  await expect
    .poll(async () => (await shown()).at(-1), { timeout: 20_000 })
    .toBe(sounds.get([...sounds.keys()].at(-1) ?? '')?.[0])
  expect(saidNow()).toEqual(toSay)
  // From where the voice begins: on a slow machine that may take long.
  const all = await shown()
  const large = all.slice(all.lastIndexOf(toSay[0] ?? ''))
  // Nothing came back, and the large numbers followed the order of the sounds.
  expect(large).toEqual(toSay.filter((number) => large.includes(number)))
  expect(
    [...sounds.values()].map(([first]) => first).filter((first) => !large.includes(first ?? '')),
  ).toEqual([])
  expect(await axeFaults(page)).toEqual([])
})
