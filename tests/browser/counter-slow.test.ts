// A connection with slow answers: the page says so before anybody wonders, a press that comes meanwhile waits for its
// turn, and it is carried out only if everything is still as it was seen.
import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { deskWork, faultsNow, says } from './desk-work.ts'
import { called, calledTwice, nowAt, press, primary, serving, settled, upNext } from './panel.ts'
import { panelText } from './words.ts'

const desk = deskWork()
const START = panelText('action.start')

/** Holds back what is sent there until it is released. */
async function keep(page: Page, path: string): Promise<() => Promise<void>> {
  const kept: Route[] = []
  let isOpen = false
  await page.route(path, async (route) => {
    if (isOpen) return route.continue()
    kept.push(route)
  })
  return async () => {
    await expect.poll(() => kept.length).toBeGreaterThan(0)
    isOpen = true
    await Promise.all(kept.map((route) => route.continue()))
  }
}

/** Somebody is called at Loket 1, and as many more wait. */
async function calling(more = 0): Promise<Page> {
  const { page } = await desk.atWork(more + 2)
  await press(page, ' ')
  await upNext(page).waitFor()
  await press(page, ' ')
  await called(page).waitFor()
  return page
}

test('a key without an answer is said to have none, and that goes with the answer', async () => {
  const page = await calling()
  const letGo = await keep(page, '**/recall')
  await press(page, 'r')
  await page.getByText(panelText('slow')).waitFor()
  await letGo()
  await calledTwice(page).waitFor()
  expect(await page.getByText(panelText('slow')).count()).toBe(0)
})

test('a second key waits for the answer to the first, says so, and then does what it means', async () => {
  const page = await calling()
  const letGo = await keep(page, '**/recall')
  await settled(page)
  await page.keyboard.press('r')
  await page.keyboard.press(' ')
  await says(page, panelText('thenComes', { action: START }))
  await letGo()
  await serving(page).waitFor()
  expect(await calledTwice(page).count()).toBe(1)
})

test('a second key meant for a visitor who has gone does nothing to the next, and says so', async () => {
  const page = await calling(1)
  const first = await nowAt(page).textContent()
  const letGo = await keep(page, '**/miss')
  await settled(page)
  await page.keyboard.press('m')
  await page.keyboard.press(' ')
  await says(page, panelText('thenComes', { action: START }))
  await letGo()
  await says(page, panelText('notDone', { action: START }))
  expect(await faultsNow(page)).toEqual([])
  expect(await nowAt(page).textContent()).not.toBe(first)
  expect(await primary(page).textContent()).toContain(panelText('action.call-next'))
  await press(page, ' ')
  await called(page).waitFor()
  expect(await page.getByText(panelText.like('notDone')).count()).toBe(0)
})

test('the same key once more is impatience: it counts once', async () => {
  const page = await calling(1)
  const letGo = await keep(page, '**/start')
  await press(page, ' ')
  await press(page, ' ')
  await letGo()
  await serving(page).waitFor()
  expect(await primary(page).textContent()).toContain(panelText('action.finish'))
})
