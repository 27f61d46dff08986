// What may have gone wrong out of sight of the counter: a call that no speaker confirmed, a number that perhaps
// nobody holds.
import { expect, test } from 'vitest'
import { nobodyListens } from './dead-printer.ts'
import { axeFaults } from './harness.ts'
import { called, nobody, nowAt, panelsOfFile, primary, serving, upNext } from './panel.ts'
import { begins, panelText } from './words.ts'

const FAMILY_CARD = 'dukcapil-kk'

const { officerAt, staff } = panelsOfFile()

test('a call that no loudspeaker said is to be called by voice, until the visitor is here', async () => {
  // No display looks at a board: nobody can have heard it.
  await staff.takeNumber([FAMILY_CARD])
  const page = await officerAt('dukcapil-1', 'Loket 1')
  await primary(page).click()
  const alert = page.getByText(panelText('unheard.none'))
  await alert.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 768 })
  await alert.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: begins(panelText('action.start')) }).click()
  await serving(page).waitFor()
  expect(await alert.count()).toBe(0)
  await primary(page).click()
  await nobody(page).waitFor()
})

test('a number whose slip nobody took waits, says so and who deals with it, and can be called once it is noted', async () => {
  await staff.revise((plan) => void (plan.printers = [nobodyListens]))
  const { id, number } = await staff.takeNumber([FAMILY_CARD])
  const page = await officerAt('dukcapil-1', 'Loket 1')
  const row = page.getByRole('listitem').filter({ hasText: number })
  await row.getByText(panelText('becauseSlipNotTaken')).waitFor()
  await page.getByText(panelText('notYetTitle')).first().waitFor()
  expect(await primary(page).isDisabled()).toBe(true)
  expect(await row.getByRole('button').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await staff.post(`/api/reception/visits/${id}/noted`)
  await upNext(page).waitFor()
  expect(await nowAt(page).textContent()).toBe(number)
  await primary(page).click()
  await called(page).waitFor()
})
