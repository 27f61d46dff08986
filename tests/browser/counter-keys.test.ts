// Work at the panel without a mouse, in a real browser: an officer's whole day from signing in to signing out, with every
// action and its undo; a foot switch and a number pad, set up by pressing them, kept, and then worked with.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { menuButton } from './door.ts'
import { axeFaults } from './harness.ts'
import {
  called,
  calledTwice,
  dialogOf,
  isOpen,
  nobody,
  nowAt,
  panelsOfFile,
  serving,
  settled,
  tabTo,
  upNext,
} from './panel.ts'
import { begins, panelText, staffText } from './words.ts'

const ID_CARD = 'dukcapil-ktp-pemula'

const { door, house, officerAt, staff } = panelsOfFile()
const RECALL = panelText('action.recall')
const MISS = panelText('action.miss')

/** What axe finds once all fading has ended. */
async function axeAtRest(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  return axeFaults(page)
}

// Space and Enter in turn: the same key twice would be one press.
test('an officer’s whole day, by keyboard alone', async () => {
  const { number } = await staff.takeNumber([ID_CARD])
  const page = await door()
  const keys = page.keyboard
  await page.locator('input:focus').waitFor()
  await keys.type('dukcapil-2')
  await keys.press('Tab')
  await keys.type(house.passwords.get('dukcapil-2') ?? '')
  await keys.press('Enter')
  await page.getByText(panelText('chooseTitle')).waitFor()
  await tabTo(page, 'Loket 3')
  await keys.press('Enter')
  await isOpen(page).waitFor()

  // Called, called again, missed, and the miss undone.
  await upNext(page).waitFor()
  await keys.press(' ')
  await called(page).waitFor()
  expect(await nowAt(page).textContent()).toBe(number)
  await keys.press('r')
  await calledTwice(page).waitFor()
  await keys.press('m')
  await nobody(page).waitFor()
  await keys.press('z')
  await called(page).waitFor()
  expect(await axeAtRest(page)).toEqual([])

  // Started, put back, called again, held, and released from the list.
  await keys.press('Enter')
  await serving(page).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('p')
  await upNext(page).waitFor()
  await keys.press(' ')
  await called(page).waitFor()
  await keys.press('h')
  await dialogOf(page, panelText('holdTitle', { number }))
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('Enter')
  await nobody(page).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('c')
  await page.locator('.side button:focus:not([aria-disabled])').waitFor()
  await keys.press('Enter')
  await upNext(page).waitFor()

  // Incomplete, and back: the visitor had it after all.
  await keys.press(' ')
  await called(page).waitFor()
  await keys.press('Enter')
  await serving(page).waitFor()
  await keys.press('l')
  await dialogOf(page, panelText('incompleteTitle', { number }))
  expect(await axeAtRest(page)).toEqual([])
  await keys.press(' ')
  await keys.press('Enter')
  await nobody(page).waitFor()
  await keys.press('z')
  await serving(page).waitFor()

  // Sent on to another agency.
  await keys.press('t')
  await dialogOf(page, panelText('referTitle', { number }))
  await keys.type('skck')
  await keys.press('ArrowDown')
  await keys.press(' ')
  await page.getByRole('button', { name: staffText('pick.remove', { service: 'SKCK' }) }).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('Tab')
  await keys.press('Tab')
  await keys.press('Enter')
  await nobody(page).waitFor()

  // One more, without anything.
  await staff.takeNumber([ID_CARD])
  await upNext(page).waitFor()
  await keys.press(' ')
  await called(page).waitFor()
  await keys.press('Enter')
  await serving(page).waitFor()
  await keys.press(' ')
  await nobody(page).waitFor()
  await page.getByText(panelText('today', { served: 1 })).waitFor()

  // Lunch, and back.
  await keys.press('j')
  await dialogOf(page, panelText('pauseTitle'))
  await keys.press('Enter')
  await page.getByRole('heading', { name: panelText('pausedTitle') }).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press(' ')
  await nobody(page).waitFor()

  // Closed and signed out.
  await tabTo(page, staffText('menu'))
  await keys.press('Enter')
  await page.locator(':focus', { hasText: panelText('action.close') }).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await keys.press('Enter')
  await page.getByText(panelText('closedTitle')).waitFor()
  expect(await axeAtRest(page)).toEqual([])
  await tabTo(page, staffText('menu'))
  await keys.press('Enter')
  await page.getByRole('dialog').locator(':focus').waitFor()
  await tabTo(page, staffText('signOut'))
  await keys.press('Enter')
  await page.getByText(panelText('signInTitle')).waitFor()
})

/** Presses keys as a device sends them, including those that no keyboard has. */
async function makeDevice(page: Page) {
  const session = await page.context().newCDPSession(page)
  return async (key: string, code: string): Promise<void> => {
    await settled(page)
    const press = { key, code, isKeypad: code.startsWith('Numpad') }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...press })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press })
  }
}

async function openKeys(page: Page): Promise<void> {
  await menuButton(page).click()
  await page.getByRole('button', { name: panelText('settings.title') }).click()
  await page.getByRole('dialog', { name: panelText('settings.title') }).waitFor()
}

test('two pedals: the first calls and starts, the second calls again; after a reload too', async () => {
  await staff.takeNumber(['dukcapil-kk'])
  const page = await officerAt('dukcapil-1', 'Loket 1')
  const step = await makeDevice(page)
  await openKeys(page)
  await page.getByRole('button', { name: panelText('settings.pedals') }).click()
  await page.getByText(panelText('settings.press', { action: panelText('action.big') })).waitFor()
  await step('F13', 'F13')
  await page.getByText(panelText('settings.press', { action: RECALL })).waitFor()
  await step('F14', 'F14')
  await page
    .getByRole('button', { name: panelText('settings.change', { key: 'F14', action: RECALL }) })
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await step('F13', 'F13')
  await called(page).waitFor()
  await page.reload()
  await called(page).waitFor()
  await step('F14', 'F14')
  await calledTwice(page).waitFor()
  await step('F13', 'F13')
  await serving(page).waitFor()
  await step('F13', 'F13')
  await nobody(page).waitFor()
})

test('a dialog that the mouse opened leaves no button behind that the keys would press', async () => {
  const { id, number } = await staff.takeNumber(['dukcapil-kk'])
  const page = await officerAt('dukcapil-1', 'Loket 1')
  const strike = await makeDevice(page)
  for (const name of [
    staffText.either('menu'),
    panelText.like('callWhy'),
    begins(panelText('action.pause')),
  ]) {
    await page.getByRole('button', { name }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await strike(' ', 'Space')
  await called(page).waitFor()
  expect(await nowAt(page).textContent()).toContain(number)
  await staff.post(`/api/reception/visits/${id}/cancel`)
})

test('a key of the number pad counts for itself, with Num Lock on or off; the digit above the letters is another', async () => {
  const { number } = await staff.takeNumber(['dukcapil-kk'])
  const page = await officerAt('dukcapil-1', 'Loket 1')
  const strike = await makeDevice(page)
  await openKeys(page)
  await page.getByRole('button', { name: panelText('settings.change', { key: 'M', action: MISS }) }).click()
  await strike('1', 'Numpad1')
  await page
    .getByRole('button', { name: panelText('settings.change', { key: 'Num 1', action: MISS }) })
    .waitFor()
  // Kept; and no button of the page has the focus, which Enter would press.
  await page.reload()
  await upNext(page).waitFor()
  await strike('Enter', 'NumpadEnter')
  await called(page).waitFor()
  expect(await page.getByRole('button', { name: begins(MISS) }).textContent()).toContain('Num 1')

  await strike('1', 'Digit1')
  await strike('m', 'KeyM')
  // A later press has been carried out: these did nothing.
  await strike('r', 'KeyR')
  await calledTwice(page).waitFor()
  await called(page).waitFor()
  await strike('End', 'Numpad1')
  await page.getByRole('button', { name: panelText('row-number.release', { number }) }).waitFor()
})
