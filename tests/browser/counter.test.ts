// An officer's day in a real browser: by keyboard alone, with typing errors, and with the server gone for a while.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { passDoor } from './door.ts'
import { axeFaults } from './harness.ts'
import {
  called,
  calledTwice,
  dialogOf,
  nobody,
  nowAt,
  panelsOfFile,
  primary,
  serving,
  settled,
  upNext,
} from './panel.ts'
import { panelText, problemText, staffText, standingText } from './words.ts'

const ID_CARD = 'dukcapil-ktp-pemula'
const FAMILY_CARD = 'dukcapil-kk'

const { door, house, officerAt, staff } = panelsOfFile()

// Nobody walks here: visitors back from another zone can be called at once.
beforeAll(() =>
  staff.revise((plan) => {
    plan.walkSeconds = 0
  }),
)

/** Takes a number and returns it. */
async function take(service: string, more: { priority?: boolean } = {}): Promise<string> {
  const answer = await staff.post<{ visit: { number: string } }>('/api/visits', {
    services: [service],
    ...more,
  })
  return answer.visit.number
}

const spelled = (number: string) => standingText('number', { spelled: number.split('').join(' ') })
/** Calls the next number and returns it. */
async function callNext(page: Page): Promise<string> {
  await page.keyboard.press(' ')
  await called(page).waitFor()
  return (await nowAt(page).textContent()) ?? ''
}

describe('signing in', () => {
  test('a wrong password is refused in words, and the door stays', async () => {
    const page = await door()
    await passDoor(page, 'dukcapil-1', 'bukan kata sandinya')
    await page.getByRole('alert').getByText(problemText('bad-credentials')).waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  test('an officer is offered only the counters of their own agency', async () => {
    const page = await door()
    await passDoor(page, 'polres-1', house.passwords.get('polres-1') ?? '')
    await page.getByText(panelText('chooseTitle')).waitFor()
    const own = karangasem.counters.filter(({ agency }) => agency === 'polres')
    expect(await page.getByRole('button', { name: /^Loket/ }).count()).toBe(own.length)
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('a round by keyboard alone', () => {
  test('call, recall, start, refer to another agency; the number comes back to the first counter', async () => {
    const number = await take(FAMILY_CARD)
    const page = await officerAt('dukcapil-1', 'Loket 1')
    expect(await axeFaults(page)).toEqual([])

    expect(await callNext(page)).toBe(number)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('r')
    await calledTwice(page).waitFor()
    await page.keyboard.press(' ')
    await serving(page).waitFor()

    await page.keyboard.press('t')
    await dialogOf(page, panelText('referTitle', { number }))
    await page.keyboard.type('skck')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: staffText('pick.remove', { service: 'SKCK' }) }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press(' ')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Tolong buatkan SKCK dahulu.')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await nobody(page).waitFor()

    const counter = '/api/counters/loket-25'
    await staff.post(`${counter}/open`)
    const answer = await staff.post<{ counter: { current: unknown } }>(`${counter}/call-next`)
    expect(answer.counter.current).toMatchObject({ number, note: 'Tolong buatkan SKCK dahulu.' })
    await staff.post(`${counter}/start`)
    await staff.post(`${counter}/finish`)

    await upNext(page).waitFor()
    expect(await callNext(page)).toBe(number)
    await page.getByText(panelText.like('why.come-back')).waitFor()
    await settled(page)
    await page.keyboard.press(' ')
    await serving(page).waitFor()
    await settled(page)
    await page.keyboard.press(' ')
    await nobody(page).waitFor()
  })

  test('a miss is undone, and a hold released', async () => {
    const number = await take(ID_CARD)
    const page = await officerAt('dukcapil-2', 'Loket 4')
    await callNext(page)
    await page.keyboard.press('m')
    await page.getByText(panelText('undo.missed', { number })).waitFor()
    await page.keyboard.press('z')
    await called(page).waitFor()

    await page.keyboard.press('h')
    await dialogOf(page, panelText('holdTitle', { number }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const again = page.getByRole('button', { name: panelText('row-number.release', { number }) })
    await again.waitFor()
    await settled(page)
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await upNext(page).waitFor()
    expect(await nowAt(page).textContent()).toBe(number)
  })
})

describe('slips of the finger', () => {
  test('a double press calls and does not start; a double click neither', async () => {
    await take(ID_CARD)
    await take(ID_CARD)
    const page = await officerAt('dukcapil-2', 'Loket 3')
    await upNext(page).waitFor()
    await page.keyboard.press(' ')
    await page.keyboard.press(' ')
    await called(page).waitFor()
    await page.keyboard.press(' ')
    // Only who is called, not who is served, can be called again.
    await page.keyboard.press('r')
    await calledTwice(page).waitFor()
    await page.keyboard.press('p')
    await upNext(page).waitFor()
    await settled(page)
    await primary(page).dblclick()
    await called(page).waitFor()
    await page.keyboard.press('r')
    await calledTwice(page).waitFor()
    expect(await serving(page).count()).toBe(0)
    await page.keyboard.press('p')
  })

  test('a key held down is one press', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 3')
    await upNext(page).waitFor()
    await page.keyboard.down(' ')
    await called(page).waitFor()
    await settled(page)
    await page.keyboard.down(' ')
    await page.keyboard.up(' ')
    await page.keyboard.press('r')
    await calledTwice(page).waitFor()
    expect(await serving(page).count()).toBe(0)
    await page.keyboard.press('p')
  })
})

describe('the server away', () => {
  test('the panel says so and takes no command; afterwards it shows the same again', async () => {
    const number = await take(FAMILY_CARD)
    const page = await officerAt('dukcapil-1', 'Loket 2')
    await callNext(page)
    await house.kill()
    await page.getByText(panelText('notTaken')).waitFor()
    expect(await primary(page).isDisabled()).toBe(true)
    await page.keyboard.press(' ')
    await house.start()
    await page.locator('.primary button:enabled').waitFor()
    expect(await nowAt(page).getAttribute('aria-label')).toBe(spelled(number))
    await called(page).waitFor()
    await page.keyboard.press(' ')
    await serving(page).waitFor()
  })

  test('a session that ended elsewhere leads to the door', async () => {
    const page = await officerAt('dukcapil-spv', 'Loket 5')
    await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }))
    await page.getByText(panelText('signInTitle')).waitFor()
    expect(await primary(page).count()).toBe(0)
  })
})

test('a strip of 360 px shows all of it and never scrolls sideways', async () => {
  await take(ID_CARD, { priority: true })
  const page = await officerAt('dukcapil-2', 'Loket 4', { viewport: { width: 360, height: 768 } })
  await callNext(page)
  const { inner, outer } = await page.evaluate(() => ({
    inner: document.documentElement.scrollWidth,
    outer: document.documentElement.clientWidth,
  }))
  expect(inner).toBe(outer)
  expect(await axeFaults(page)).toEqual([])
})
