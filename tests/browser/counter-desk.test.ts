// What an officer does not do with every visitor, in a real browser by keyboard: several services at once, something
// missing, another end, and what can no longer be undone; a particular number, no number, a colleague, a visitor who
// does not come; and every dialog in a narrow strip.
import { expect, test } from 'vitest'
import { faults } from '../../server/texts/faults.ts'
import { deskWork, faultsNow, says } from './desk-work.ts'
import { called, dialogOf, nobody, nowAt, press, serving, settled, upNext } from './panel.ts'
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
  await settled(page)
  await call.click()
  await says(page, panelText('reasonIs', { reason: 'Sudah berada di loket' }))
  expect(await nowAt(page).textContent()).toBe(number)
})

test('a particular number is called with a reason: typed, or from the list', async () => {
  const { page, numbers } = await atWork(3)
  await press(page, ' ')
  await upNext(page).waitFor()
  await press(page, 'g')
  await dialogOf(page, panelText('callTitle'))
  await page.keyboard.type('Z999')
  await page.keyboard.press('Enter')
  await says(page, panelText('callUnknown'))
  await page.getByLabel(panelText('callLabel')).fill((numbers[2] ?? '').toLowerCase())
  await page.keyboard.press('Tab')
  await page.keyboard.press(' ')
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, panelText('reasonIs', { reason: 'Sudah berada di loket' }))
  expect(await nowAt(page).textContent()).toBe(numbers[2])

  await press(page, 'z')
  await upNext(page).waitFor()
  await press(page, 'c')
  await press(page, 'ArrowDown')
  await press(page, 'ArrowLeft')
  await dialogOf(page, panelText('callTitle'))
  expect(await page.getByLabel(panelText('callLabel')).inputValue()).toBe(numbers[2])
  await press(page, 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('a visitor without a number is served at once; if undone, nobody waits', async () => {
  const page = await desk.officerAt('dukcapil-1', 'Loket 1')
  await press(page, 'n')
  await dialogOf(page, panelText('action.serve'))
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await serving(page).waitFor()
  const number = (await nowAt(page).textContent()) ?? ''
  await says(page, panelText('undo.seated', { number }))
  await press(page, 'z')
  await nobody(page).waitFor()
})

test('a colleague takes the counter over with the visitor; the handover can be undone', async () => {
  const { page, number } = await atWork()
  await press(page, 's')
  await dialogOf(page, panelText('action.hand-over'))
  await says(page, panelText('handOverWith', { number }))
  await page.getByRole('radio', { name: 'Petugas 2 Dukcapil' }).check()
  expect(await faultsNow(page)).toEqual([])
  await press(page, 'Enter')
  await says(page, panelText('undo.handed-over'))
  expect(await page.getByRole('button', { name: begins(panelText('action.finish')) }).count()).toBe(0)
  await press(page, 'z')
  await page.getByRole('button', { name: begins(panelText('action.finish-reason')) }).waitFor()
  await press(page, ' ')
  await nobody(page).waitFor()
})

test('a visitor who does not come waits for the second call, and is let back at once', async () => {
  const { page, number } = await atWork()
  await press(page, 'z')
  await called(page).waitFor()
  const miss = page.getByRole('button', { name: begins(panelText('action.miss')) })
  expect(await miss.textContent()).toContain(panelText('secondFollows'))
  await press(page, 'm')
  await says(page, panelText.like('becauseSecond'))
  await says(page, panelText('undo.unanswered', { number }))
  await press(page, 'c')
  await press(page, 'Enter')
  await upNext(page).waitFor()
  await press(page, ' ')
  await called(page).waitFor()
  expect(await nowAt(page).textContent()).toBe(number)
  expect(await miss.textContent()).not.toContain(panelText('secondFollows'))
  await press(page, ' ')
  await serving(page).waitFor()
  await press(page, ' ')
  await nobody(page).waitFor()
})

test('a dialog about a visitor goes when the visitor goes, at another computer too', async () => {
  const { page } = await atWork()
  const other = await page.context().newPage()
  await other.goto(`${desk.house.url}/counter/`)
  await serving(other).waitFor()
  await press(page, 'l')
  await page.getByRole('dialog').waitFor()
  await press(other, ' ')
  await nobody(page).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('in a strip of 360 px every dialog is whole, in the dark too', async () => {
  const { page } = await atWork()
  await page.setViewportSize({ width: 360, height: 768 })
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const key of ['t', 'l', 'a', 's']) {
    await press(page, key)
    await page.getByRole('dialog').waitFor()
    const ends = page.locator('.dialog-ends button').first()
    const [box, wide] = [
      await ends.boundingBox(),
      await page.evaluate(() => document.documentElement.scrollWidth),
    ]
    expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThan(768)
    expect(wide).toBe(360)
    expect(await faultsNow(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await press(page, ' ')
})
