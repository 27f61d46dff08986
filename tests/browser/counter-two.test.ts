// Two panels on one counter, a laptop that slept, a broken connection: the panel shows the truth, and each press
// counts once.
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Line, openLine } from './cut-line.ts'
import { menuButton } from './door.ts'
import { called, calledTwice, isOpen, nowAt, panelsOfFile, primary, serving, upNext } from './panel.ts'
import { panelText, problemText, standingText } from './words.ts'

const FAMILY_CARD = 'dukcapil-kk'
const HERE = '/api/counters/loket-2'

const { house, officerAt, staff } = panelsOfFile()
let line: Line

beforeAll(async () => {
  line = await openLine(house)
})

// Before the counter is closed; a visitor there waits on for the next test.
afterEach(() => line.turn('open'))

afterAll(() => line.close())

const notTaken = (page: Page) => page.getByText(panelText('notTaken'))

/** The connection is back, and the panel has noticed both: the cut and the reconnection. */
async function mend(page: Page): Promise<void> {
  const before = line.asked('GET /api/live')
  line.turn('open')
  await expect.poll(() => line.asked('GET /api/live')).toBeGreaterThan(before)
  await page.locator('.primary button:enabled').waitFor()
}

describe('two panels on one counter', () => {
  test('on two computers: what one does is shown on the other, and two presses at once are one start', async () => {
    await staff.takeNumber([FAMILY_CARD])
    const one = await officerAt('dukcapil-1', 'Loket 2')
    const two = await officerAt('dukcapil-1', 'Loket 2')
    await one.keyboard.press(' ')
    await called(two).waitFor()
    expect(await nowAt(two).textContent()).toBe(await nowAt(one).textContent())

    // Neither command is sent before both were pressed: neither sees what the other did.
    const starts: (() => Promise<void>)[] = []
    for (const page of [one, two]) {
      await page.route('**/start', (route) => {
        starts.push(() => route.continue())
        if (starts.length === 2) void Promise.all(starts.map((go) => go()))
      })
      await page.keyboard.press('Enter')
    }
    await Promise.all([serving(one).waitFor(), serving(two).waitFor()])
    // The later one is told why: its answer may come after the view.
    const told = (page: Page) => page.getByRole('alert').getByText(problemText('already-started')).count()
    await expect.poll(async () => (await told(one)) + (await told(two)), { timeout: 20_000 }).toBe(1)
  })

  test('in two tabs: a counter closed in one is closed in the other, which can open it again', async () => {
    const one = await officerAt('dukcapil-1', 'Loket 2')
    const two = await one.context().newPage()
    await two.goto(`${house.url}/counter/`)
    await isOpen(two).waitFor()
    await menuButton(one).click()
    await one.getByRole('button', { name: panelText('action.close') }).click()
    for (const page of [one, two]) await page.getByText(panelText('closedTitle')).waitFor()
    await two.keyboard.press(' ')
    await isOpen(one).waitFor()
    expect(await primary(one).textContent()).toContain(panelText('action.call-next'))
  })

  test('a supervisor closes it: the panel says so, and nothing can be done with the visitor any more', async () => {
    await staff.takeNumber([FAMILY_CARD])
    const page = await officerAt('dukcapil-1', 'Loket 2')
    await page.keyboard.press(' ')
    await called(page).waitFor()
    await page.keyboard.press('h')
    await page.getByRole('dialog').waitFor()
    await staff.post(`${HERE}/close`)
    await page.getByText(panelText('closedTitle')).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('group', { name: panelText('actionsTitle') }).count()).toBe(0)
  })
})

describe('a line that breaks', () => {
  test('a laptop that slept says that it does not know, takes nothing, and then shows what happened', async () => {
    await staff.takeNumber([FAMILY_CARD])
    const page = await officerAt('dukcapil-1', 'Loket 2', { baseURL: line.url })
    await page.keyboard.press(' ')
    await called(page).waitFor()
    line.turn('silent')
    await notTaken(page).waitFor()
    const asked = line.asked(`POST ${HERE}/start`)
    await page.keyboard.press('Enter')
    await staff.post(`${HERE}/close`)
    line.turn('open')
    await page.getByText(panelText('closedTitle')).waitFor()
    expect(line.asked(`POST ${HERE}/start`)).toBe(asked)
  })

  test('what was pressed while answers were lost happened once', async () => {
    await staff.takeNumber([FAMILY_CARD])
    const page = await officerAt('dukcapil-1', 'Loket 2', { baseURL: line.url })
    await page.keyboard.press(' ')
    await called(page).waitFor()
    line.turn('lost')
    await page.keyboard.press('r')
    await expect.poll(() => line.asked(`POST ${HERE}/recall`), { timeout: 20_000 }).toBeGreaterThan(1)
    await mend(page)
    await calledTwice(page).waitFor()
    await page.keyboard.press('Enter')
    await serving(page).waitFor()
    expect(await calledTwice(page).count()).toBe(1)
  })

  test('a key pressed before a cut and again after it does nothing to the next visitor, however late it arrives', async () => {
    await staff.takeNumber([FAMILY_CARD])
    await staff.takeNumber([FAMILY_CARD])
    const page = await officerAt('dukcapil-1', 'Loket 2', { baseURL: line.url })
    await page.keyboard.press(' ')
    await called(page).waitFor()
    const first = await nowAt(page).textContent()
    line.turn('held')
    await page.keyboard.press('m')
    await page.getByRole('alert').getByText(standingText('offlineDetail')).waitFor({ timeout: 20_000 })
    await mend(page)
    await page.keyboard.press('m')
    await upNext(page).waitFor()
    await page.keyboard.press(' ')
    await called(page).waitFor()
    const second = await nowAt(page).textContent()
    expect(second).not.toBe(first)

    const late = await line.letLoose()
    expect(late.length).toBeGreaterThan(0)
    expect(late.filter(({ status }) => status !== 409)).toEqual([])
    // What follows shows everything the late ones did.
    await page.keyboard.press('Enter')
    await serving(page).waitFor()
    expect(await nowAt(page).textContent()).toBe(second)
  })

  test('a call that was given up calls nobody when it arrives', async () => {
    await staff.takeNumber([FAMILY_CARD])
    const page = await officerAt('dukcapil-1', 'Loket 2', { baseURL: line.url })
    const next = await nowAt(page).textContent()
    line.turn('held')
    await page.keyboard.press(' ')
    await page.getByRole('alert').getByText(standingText('offlineDetail')).waitFor({ timeout: 20_000 })
    await mend(page)
    const late = await line.letLoose()
    expect(late.map(({ code }) => code)).toEqual(late.map(() => 'too-late'))
    expect(late.length).toBeGreaterThan(0)
    // The press after it is the first that calls.
    await page.keyboard.press(' ')
    await called(page).waitFor()
    expect(await nowAt(page).textContent()).toBe(next)
    expect(await page.getByText(panelText.like('callCount')).count()).toBe(0)
  })
})
