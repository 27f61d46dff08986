// The sound of a zone with several boards at once: what was played is read from the receipts that the displays send,
// and what should be announced from the text that is made into sound. Two displays hang in the zone; the clock of one
// is wrong.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { axeFaults, faultsOf, openBrowser, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { silence } from './silence.ts'
import { boardText, manageText } from './words.ts'

const ZONE = 'kependudukan'
const HOUR = 3_600_000

interface Receipt {
  board: string
  id: string
  what: string
  status: number
}

const { browser, enter, house, staff } = houseOfFile(openHouse, {
  switches: ['--autoplay-policy=no-user-gesture-required'],
  pagesStay: true,
})
const receipts: Receipt[] = []
/** What was to be announced, by announcement. */
const texts = new Map<string, string>()
const found: string[][] = []

interface Hung {
  context: BrowserContext
  page: Page
  /** How long what it plays lasts, in seconds. */
  plays(seconds: number): void
}

/** Enrols a display in the zone, and records what it sends and receives. */
async function hang(name: string, from: Browser, clockOff = 0): Promise<Hung> {
  const { url } = await staff.post<{ url: string }>('/api/devices', { kind: 'display', zone: ZONE })
  const context = await from.newContext({ viewport: { width: 1366, height: 768 } })
  let seconds = 0.2
  await context.route('**/api/audio/**', (route) =>
    route.fulfill({ contentType: 'audio/wav', body: silence(seconds) }),
  )
  if (clockOff !== 0) {
    await context.addInitScript((off) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + off
    }, clockOff)
  }
  const page = await context.newPage()
  found.push(faultsOf(page))
  page.on('response', (answer) => {
    const [, id, what] = /\/api\/announcements\/([^/]+)\/(\w+)$/.exec(answer.url()) ?? []
    if (id !== undefined && what !== undefined)
      receipts.push({ board: name, id, what, status: answer.status() })
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const { view } = JSON.parse(String(payload)) as {
        view?: { announcement?: { id: string; text: string } }
      }
      if (view?.announcement) texts.set(view.announcement.id, view.announcement.text)
    })
  })
  const looks = page.waitForEvent('websocket')
  await page.goto(url.replace(/^https?:\/\/[^/]+/, house.url))
  await (await looks).waitForEvent('framereceived')
  return { context, page, plays: (some) => void (seconds = some) }
}

const of = (what: string, id?: string) =>
  receipts.filter((one) => one.what === what && one.status === 200 && (id === undefined || one.id === id))

/** Waits for this many receipts since `mark`. */
async function until(what: string, count: number, mark = 0): Promise<Receipt[]> {
  const since = () => receipts.slice(mark).filter((one) => one.what === what && one.status === 200)
  await expect.poll(() => since().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count)
  return since()
}

let first: Hung
let second: Hung

beforeAll(async () => {
  first = await hang('first', browser, -3 * HOUR)
  second = await hang('second', browser)
})

describe('the zone’s sound', () => {
  it('says two calls of the same moment one after the other, by one of two displays, whatever its clock says', async () => {
    for (let visits = 0; visits < 2; visits += 1) await staff.takeNumber(['dukcapil-kk'])
    const numbers = await Promise.all(['loket-1', 'loket-2'].map((counter) => staff.callAt(counter)))
    const heard = await until('heard', 2)
    const told = receipts.map(({ board, id, what }) => [board, id, what])
    const [one, two] = heard.map(({ id }) => id)
    expect(told).toEqual(
      [one, two].flatMap((id) => ['ready', 'started', 'heard'].map((what) => ['first', id, what])),
    )
    const spoken = numbers.map((number) => [...String(number)].pop())
    const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
    for (const digit of spoken) {
      const words = `nol nol ${digits[Number(digit)]}, silakan menuju loket`
      expect([...texts.values()].filter((text) => text.includes(words))).toHaveLength(1)
    }
  })

  it('loses none of ten in a second, and says what waits too long in one sound', async () => {
    const mark = receipts.length
    const calls = Array.from({ length: 10 }, (_, nth) => `loket-${1 + (nth % 2)}`)
    await Promise.all(calls.map((counter) => staff.post(`/api/counters/${counter}/recall`)))
    const panel = await staff.post<{ counter: { current: { calls: number } } }>(
      '/api/counters/loket-1/recall',
    )
    expect(panel.counter.current.calls).toBe(7)
    await calm()
    const since = receipts.slice(mark)
    // One at a time: what begins is heard before the next begins.
    const order = since.filter(({ what }) => what !== 'ready').map(({ what }) => what)
    expect(order.filter((what, place) => what !== (place % 2 === 0 ? 'started' : 'heard'))).toEqual([])
    expect([...texts.values()].some((text) => text.includes('; '))).toBe(true)
  })

  it('announces a recall again, and nothing that was undone', async () => {
    const mark = await calm()
    first.plays(3)
    await staff.post('/api/counters/loket-1/recall')
    const [playing] = await until('started', 1, mark)
    await staff.takeNumber(['dukcapil-kk'])
    await staff.post('/api/counters/loket-2/miss')
    await staff.callAt('loket-2')
    await staff.post('/api/counters/loket-2/undo')
    await until('heard', 1, mark)
    first.plays(0.2)
    await staff.post('/api/counters/loket-1/recall')
    const heard = await until('heard', 2, mark)
    expect(heard[0]?.id).toBe(playing?.id)
    // The undone call had its place between the two.
    expect(new Set(receipts.slice(mark).map(({ id }) => id)).size).toBe(2)
  })

  it('is passed on where the speaker dies in the middle', async () => {
    const mark = await calm()
    first.plays(60)
    await staff.post('/api/counters/loket-1/recall')
    const [dying] = await until('started', 1, mark)
    expect(dying?.board).toBe('first')
    await first.context.close()
    const [heard] = await until('heard', 1, mark)
    expect(heard).toMatchObject({ board: 'second', id: dying?.id })
    const view = await staff.post<{ counter: { current: { heard: boolean | null } } }>(
      '/api/counters/loket-1/recall',
    )
    expect(view.counter.current.heard).toBeNull()
    await until('heard', 2, mark)
  })

  it('goes on after a restart in the middle of a call', async () => {
    const mark = await calm()
    second.plays(6)
    await staff.post('/api/counters/loket-1/recall')
    const [playing] = await until('started', 1, mark)
    await house.kill()
    await house.start()
    const [heard] = await until('heard', 1, mark)
    expect(heard?.id).toBe(playing?.id)
    second.plays(0.2)
  })

  it('is tried from the manager’s page, and counted as heard', async () => {
    const page = await enter('/manage/devices/', 'manager')
    const part = page.getByRole('region', { name: manageText('sound.title') })
    const mark = await calm()
    await part.getByRole('button').first().dblclick()
    await part.getByText(manageText.like('sound.heard')).waitFor({ timeout: 30_000 })
    expect(await until('heard', 1, mark)).toHaveLength(1)
    await part.getByRole('button').nth(1).click()
    await part.getByText(manageText('sound.nobody')).waitFor({ timeout: 30_000 })
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })

  it('says where the browser forbids sound that one touch is wanted, and then sounds', async () => {
    await calm()
    await second.context.close()
    const strict = await openBrowser('--autoplay-policy=document-user-activation-required')
    const mark = receipts.length
    // Nothing may be looked at in this page before the touch: to a browser that counts as one.
    const third = await hang('third', strict)
    const blocked = third.page.waitForRequest(
      (request) => request.url().endsWith('/ready') && request.postData()?.includes('blocked') === true,
    )
    await staff.post('/api/counters/loket-1/recall')
    await blocked
    await third.page.getByRole('button', { name: boardText('soundOn') }).click()
    const [heard] = await until('heard', 1, mark)
    expect(heard?.board).toBe('third')
    await third.page.getByRole('button').waitFor({ state: 'detached' })
    await strict.close()
  })

  it('had no script error and nothing against the security policy of the pages', () =>
    expect(found.flat()).toEqual([]))
})

/**
 * Waits until everything has been announced: a sound check queues behind it. Returns the position of the receipts
 * then.
 */
async function calm(): Promise<number> {
  const { check } = await staff.post<{ check: { id: string } }>(`/api/zones/${ZONE}/sound-check`)
  await expect.poll(() => of('heard', check.id).length, { timeout: 90_000 }).toBe(1)
  return receipts.length
}
