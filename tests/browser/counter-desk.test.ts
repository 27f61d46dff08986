// What an officer does not do with every visitor, in a real browser by keyboard: several services at once, something
// missing, another end; and what can no longer be undone.
import { expect, test } from 'vitest'
import { faults } from '../../server/texts/faults.ts'
import { deskWork, faultsNow, says } from './desk-work.ts'
import { called, dialogOf, nobody, nowAt, press, serving, upNext } from './panel.ts'
import { begins, panelText, staffText } from './words.ts'

/** Markup, emoji, and letters from the right. */
const ODD = '<b>surat kuasa</b> تفويض 👵🏽'

const desk = deskWork()
const { atWork } = desk

test('two services at once: what is needed there is said, and an undo that comes too late says why', async () => {
  const { page, number } = await atWork()
  await press(page, 't')
  await dialogOf(page, panelText('referTitle', { number }))
  const removing = page
    .getByRole('dialog')
    .getByRole('button', { name: begins(staffText.like('pick.remove')) })
  for (const words of ['skck', 'jkn', 'ktp']) {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await removing.nth(2).waitFor()
  await page.keyboard.press('Backspace')
  await removing.nth(2).waitFor({ state: 'detached' })
  await says(page, 'Pas foto latar merah')
  await says(page, panelText('referNoSlip'))
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, panelText('undo.referred', { number }))

  expect(await desk.staff.callAt('loket-25')).toBe(number)
  await press(page, 'z')
  await says(page, panelText('notUndoneElsewhere', { counter: 'Loket 25' }))
  await desk.staff.post('/api/counters/loket-25/start')
  const { counter } = await desk.staff.post<{ counter: { current: { steps: unknown[] } } }>(
    '/api/counters/loket-25/pause',
  )
  expect(counter.current.steps).toHaveLength(3)
  await desk.staff.post('/api/counters/loket-25/finish')
  await desk.staff.post('/api/counters/loket-25/close')
})

test('a note that is too long stays as it was pasted, says so, and is not sent until it is shorter', async () => {
  const { page, number } = await atWork()
  await press(page, 't')
  await dialogOf(page, panelText('referTitle', { number }))
  await page.mouse.click(4, 400)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press(page, 't')
  await dialogOf(page, panelText('referTitle', { number }))
  await page.keyboard.type('skck')
  await page.keyboard.press('Enter')
  const note = page.getByLabel(panelText('referNote'))
  await note.focus()
  await page.keyboard.insertText('x'.repeat(10_000))
  await says(page, staffText('tooLong', { count: '10.000', most: 500 }))
  // A press beside the dialog discarded nothing: now there is something to lose.
  await page.mouse.click(4, 400)
  expect(await note.inputValue()).toHaveLength(10_000)
  expect(await faultsNow(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await serving(page).waitFor()

  // 500 as the server counts: an emoji is one.
  await note.fill('👋'.repeat(500))
  await page.getByText(staffText.like('tooLong')).waitFor({ state: 'detached' })
  await note.press('Enter')
  await says(page, panelText('undo.referred', { number }))
})

test('a visitor who fetches what is missing is back today, with what was told', async () => {
  const { page, number } = await atWork()
  await press(page, 'l')
  await dialogOf(page, panelText('incompleteTitle', { number }))
  await page.keyboard.press(' ')
  await page.getByLabel(panelText('lacksWords')).fill(ODD)
  await page.getByLabel(panelText('told')).fill('Loket 1 buka sampai 15.00.')
  await page.keyboard.press('Tab')
  await page.keyboard.press(' ')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, panelText('rowReturns'))
  await page.getByRole('button', { name: panelText('row-number.release', { number }) }).waitFor()
  await press(page, 'c')
  await press(page, 'Enter')
  await upNext(page).waitFor()
  await press(page, ' ')
  await says(page, panelText('returnedTold', { told: 'Loket 1 buka sampai 15.00.' }))
  await says(page, ODD)
  await press(page, ' ')
  await serving(page).waitFor()
  await press(page, ' ')
  await nobody(page).waitFor()
})

test('finished for another reason of the plan, and undone', async () => {
  const { page, number } = await atWork()
  await press(page, 'a')
  await dialogOf(page, panelText('finishTitle', { number }))
  await page.keyboard.press(' ')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, panelText('undo.finished', { number }))
  await press(page, 'z')
  await serving(page).waitFor()
  await press(page, ' ')
  await nobody(page).waitFor()
})

test('a reason that counts as incomplete leads on to what is missing, and the visitor is back today', async () => {
  const { page, number } = await atWork()
  await press(page, 'a')
  await dialogOf(page, panelText('finishTitle', { number }))
  const told = page.getByLabel(panelText('told'))
  await page.getByRole('radio', { name: 'Hanya bertanya' }).check()
  expect(await told.count()).toBe(0)
  await page.getByRole('radio', { name: 'Data tidak cocok' }).check()
  await page.getByRole('checkbox').first().check()
  // The server's refusal scrolls into view, in a form that is longer than the screen.
  await told.fill('sampai\u0007besok')
  await press(page, 'Enter')
  await page.getByRole('dialog').getByText(faults.id.unseen('').trim()).waitFor()
  await page.waitForFunction(() => {
    const line = document.querySelector('.dialog .problem-words')
    const { left = 0, top = 0, height = 0 } = line?.getBoundingClientRect() ?? {}
    return line?.contains(document.elementFromPoint(left + 8, top + height / 2))
  })
  expect(await told.evaluate((field) => field === document.activeElement)).toBe(true)
  await told.fill(ODD)
  await page.getByRole('checkbox', { name: panelText('comeBack') }).check()
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await page.getByRole('button', { name: panelText('row-number.release', { number }) }).click()
  await upNext(page).waitFor()
  await press(page, ' ')
  await says(page, panelText('returnedTold', { told: ODD }))
  await page.locator('.fact-missing li').first().waitFor()
})

test('a missed visitor who turns up at the desk is called at once, and the panel asks why', async () => {
  const { page, number } = await atWork()
  const missed = page.getByRole('listitem').filter({ hasText: number })
  // Back to *called*, as if nobody had come.
  await press(page, 'z')
  await called(page).waitFor()
  await press(page, 'm')
  await missed.getByRole('button', { name: panelText('callWhy', { number }) }).click()
  await dialogOf(page, panelText('callTitle'))
  const call = page.getByRole('dialog').getByRole('button', { name: panelText('callGo') })
  await call.click()
  await says(page, panelText('callBack'))
  expect(await faultsNow(page)).toEqual([])
  await page.getByRole('radio', { name: 'Sudah berada di loket' }).check()
  // Long enough after the answer to the first press for this one to be a second.
  await page.waitForTimeout(450)
  await call.click()
  await says(page, panelText('reasonIs', { reason: 'Sudah berada di loket' }))
  expect(await nowAt(page).textContent()).toBe(number)
})
