// An officer's whole day without a mouse: from signing in to signing out, every action and its undo.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
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
  tabTo,
  upNext,
} from './panel.ts'
import { panelText, staffText } from './words.ts'

const ID_CARD = 'dukcapil-ktp-pemula'

const { door, house, staff } = panelsOfFile()

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
