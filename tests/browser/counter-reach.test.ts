// Everything on the panel is within reach: with few keys however long the list is, in a narrow strip, and the papers
// the visitor has to bring.
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { deskWork, faultsNow, says } from './desk-work.ts'
import { called, press, upNext } from './panel.ts'
import { panelText } from './words.ts'

const desk = deskWork()

const focused = (page: Page, name: string) =>
  page.getByRole('button', { name }).and(page.locator(':focus')).waitFor()

/** The list of those on hold. */
const held = (page: Page) => page.getByText(panelText('heldTitle'))

/** Which action buttons are not completely visible within the window. */
const hidden = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.actions button, .primary button')]
      .filter((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect()
        const places = [
          [(left + right) / 2, top + 4],
          [(left + right) / 2, bottom - 4],
        ] as const
        return places.some(([x, y]) => !button.contains(document.elementFromPoint(x, y)))
      })
      .map((button) => button.textContent),
  )

test('C goes from list to list: those on hold are two presses away, however many wait', async () => {
  const { page, numbers } = await desk.atWork(12)
  const [first = '', second = ''] = numbers
  await press(page, 'h')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Enter')
  await held(page).waitFor()
  await press(page, 'c')
  await focused(page, panelText('row-number.call', { number: second }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('c')
  await focused(page, panelText('row-number.release', { number: first }))
  await page.keyboard.press('c')
  await focused(page, panelText('row-number.call', { number: second }))
  await page.keyboard.press('c')
  await press(page, 'Enter')
  await held(page).waitFor({ state: 'detached' })
  expect(await faultsNow(page)).toEqual([])
})

test('all actions fit in a strip of 360 px, however much there is to know of the visitor', async () => {
  const { staff } = desk
  const { page } = await desk.atWork()
  const { id } = await staff.takeNumber(['dukcapil-ktp-ganti'])
  await staff.post('/api/counters/loket-2/open')
  await staff.post('/api/counters/loket-2/call', { visit: id })
  await staff.post('/api/counters/loket-2/start')
  const note = 'Sudah dicek di sini: data keluarga belum sama dengan akta nikah. '.repeat(4).trim()
  await staff.post('/api/counters/loket-2/refer', { service: 'dukcapil-kk', note })
  await staff.post('/api/counters/loket-2/close')
  await press(page, ' ')
  await upNext(page).waitFor()
  await press(page, ' ')
  await called(page).waitFor()
  await press(page, ' ')
  await says(page, 'Sudah dicek di sini')
  for (const height of [768, 640]) {
    await page.setViewportSize({ width: 360, height })
    expect(await hidden(page)).toEqual([])
  }
  expect(await faultsNow(page)).toEqual([])
})

test('[W16] finishing as served may note the documents that were handed over: one by one press, others by a digit or a touch', async () => {
  await desk.staff.revise((plan) => {
    for (const service of plan.services) if (service.id === 'dukcapil-kk') service.documents = true
  })
  const { page } = await desk.atWork(2)
  const handed = page.getByRole('group', { name: panelText('documents') })
  const count = (many: number) => handed.getByText(String(many), { exact: true }).waitFor()
  /** What the finish says that this key press sends. */
  const finished = async (): Promise<unknown> => {
    const sent = page.waitForResponse((answer) => answer.url().endsWith('/finish'))
    await press(page, ' ')
    const answer = await sent
    expect(answer.status()).toBe(200)
    return (answer.request().postDataJSON() as { documents?: number }).documents
  }
  await page.setViewportSize({ width: 360, height: 640 })
  await count(1)
  expect(await hidden(page)).toEqual([])
  expect(await faultsNow(page)).toEqual([])
  expect(await finished()).toBe(1)
  // The next visitor begins with one again.
  await upNext(page).waitFor()
  expect(await handed.count()).toBe(0)
  await press(page, ' ')
  await called(page).waitFor()
  await press(page, ' ')
  await count(1)
  await page.keyboard.press('3')
  await count(3)
  await handed.getByRole('button').last().click()
  await count(4)
  await page.keyboard.press('0')
  await count(0)
  expect(await finished()).toBeUndefined()
})

test('papers are ticked off in the card, and those left blank are then listed as missing', async () => {
  const { page } = await desk.atWork()
  const papers = page.getByRole('group', { name: panelText('papers') }).getByRole('checkbox')
  const all = await papers.count()
  expect(all).toBeGreaterThan(2)
  await papers.first().click()
  await says(page, panelText('papersThere', { there: 1, all }))
  // The keys keep their meaning.
  await press(page, 'l')
  const lacking = page.getByRole('dialog').getByRole('checkbox', { checked: true })
  await lacking.first().waitFor()
  expect(await lacking.count()).toBe(all - 1)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await papers.first().click()
  await press(page, 'l')
  await page.getByRole('dialog').waitFor()
  expect(await lacking.count()).toBe(0)
  await page.keyboard.press('Escape')
  expect(await faultsNow(page)).toEqual([])
})
