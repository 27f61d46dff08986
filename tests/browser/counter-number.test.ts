// Numbers, people and dialogs at the panel, in a real browser by keyboard: a particular number, no number, a
// colleague, a visitor who does not come; and every dialog in a narrow strip.
import { expect, test } from 'vitest'
import { deskWork, faultsNow, says } from './desk-work.ts'
import { called, dialogOf, nobody, nowAt, press, serving, upNext } from './panel.ts'
import { begins, panelText } from './words.ts'

const desk = deskWork()
const { atWork } = desk

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
