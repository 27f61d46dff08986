// The draft of the plan in the forms: kept while it is typed, saved when the person says so, joined with what a
// colleague saved, and its faults at their fields.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { passDoor } from './door.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { draftText, floorText, formText, shellText } from './words.ts'

const { enter, house, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const look = process.env['LOOK']

interface Draft {
  plan: Plan
  from: number
  base: number
  changedBy: string | null
}
const draftNow = () => staff.get<Draft>('/api/plan/draft')
async function drop(): Promise<void> {
  const { from, base } = await draftNow()
  await staff.put(`/api/plan/draft?from=${from}&base=${base}&anew=true`, await staff.get<Plan>('/api/plan'))
}
/** A colleague's change. */
async function colleague(change: (plan: Plan) => void): Promise<void> {
  const { plan, from, base } = await draftNow()
  change(plan)
  await staff.put(`/api/plan/draft?from=${from}&base=${base}`, plan)
}
const openCounter = (path = '/manage/counters/loket-7') => enter(path, 'manager')
const label = (page: Page) => page.getByLabel(draftText('field.label'), { exact: true })
const save = (page: Page) => page.getByRole('button', { name: draftText('save'), exact: true })
const saved = (page: Page) => page.getByText(draftText.like('barSaved')).waitFor()
const counterIn = ({ counters }: Plan, id = 'loket-7') => counters.find((one) => one.id === id)

test('[O3] what is typed is kept until it is saved or discarded: after leaving, loading again, and signing in again', async () => {
  const page = await openCounter()
  await label(page).fill('7X')
  await page.getByText(draftText.like('barUnsaved', { count: 1 })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/counter-unsaved.png` })
  // Nothing is saved by surprise.
  expect(counterIn((await draftNow()).plan)?.label).toBe('7')
  await page.getByRole('link', { name: formText('backToList') }).click()
  await page.getByRole('link', { name: 'Loket 7', exact: true }).waitFor()
  await page.goto(`${house.url}/kiosk/`)
  await page.goto(`${house.url}/manage/counters/loket-7`)
  await label(page).waitFor()
  expect(await label(page).inputValue()).toBe('7X')

  // The session ends while somebody types: typed before, as the page may show the door by itself at any moment after.
  await label(page).fill('7Y')
  await page.context().clearCookies()
  // A key, as the page may notice by itself before a click can be made.
  await page.keyboard.press('Control+S')
  await passDoor(page, 'manager', house.firstRun.manager.password)
  await label(page).waitFor()
  expect(await label(page).inputValue()).toBe('7Y')
  await save(page).click()
  await saved(page)
  const after = await draftNow()
  expect(counterIn(after.plan)?.label).toBe('7Y')
  // In the hall nothing has changed.
  expect(counterIn(await staff.get<Plan>('/api/plan'))?.label).toBe('7')
  if (look) await page.screenshot({ path: `${look}/counter-saved.png` })
})

test('[O4] nothing goes into the draft before somebody saves it: Ctrl+S does, and taking back leaves no trace', async () => {
  const page = await openCounter('/manage/counters/loket-9')
  await label(page).fill('9X')
  await page.getByText(draftText.like('barUnsaved', { count: 1 })).waitFor()
  await page.getByRole('button', { name: draftText('discard'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: draftText('discardGo'), exact: true })
    .click()
  expect(await label(page).inputValue()).toBe('9')
  expect(counterIn((await draftNow()).plan, 'loket-9')?.label).toBe('9')
  await label(page).fill('9Y')
  await label(page).press('Control+s')
  await saved(page)
  expect(counterIn((await draftNow()).plan, 'loket-9')?.label).toBe('9Y')
  await page.reload()
  await label(page).waitFor()
  expect(await page.getByText(draftText.like('barUnsaved')).count()).toBe(0)
  // Anybody about to publish is told what would not be published.
  await label(page).fill('9Z')
  await page
    .getByRole('navigation', { name: shellText('menuTitle') })
    .getByRole('link', { name: shellText('section.plan'), exact: true })
    .click()
  await page.getByText(draftText('notPublished', { count: 1 })).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('[O3] what is typed is kept until it is saved or discarded: a browser’s damaged store is no harm', async () => {
  const page = await openCounter('/manage/counters/loket-10')
  await label(page).waitFor()
  await page.evaluate(() => localStorage.setItem('antre-draft-manager', '{"from":1,"mine":'))
  await page.reload()
  await label(page).waitFor()
  expect(await label(page).inputValue()).toBe('10')
})

test('[O3] what is typed is kept until it is saved or discarded: while the server is away, and when it is back', async () => {
  const page = await openCounter()
  await label(page).waitFor()
  await house.kill()
  await label(page).fill('7Z')
  await save(page).click()
  await page.getByRole('alert').locator('.problem-words').first().waitFor({ timeout: 40_000 })
  if (look) await page.screenshot({ path: `${look}/counter-offline.png` })
  expect(await label(page).inputValue()).toBe('7Z')
  await house.start()
  await save(page).click()
  await saved(page)
  expect(counterIn((await draftNow()).plan)?.label).toBe('7Z')
})

test('[O3] what is typed is kept until it is saved or discarded: the tab is closed in the middle of a word', async () => {
  const page = await openCounter('/manage/counters/loket-11')
  await label(page).fill('1')
  const context = page.context()
  // Closed at once: what was typed a moment ago has not been kept by its timer yet.
  await label(page).press('x')
  await page.close({ runBeforeUnload: true })
  const again = await context.newPage()
  await again.goto(`${house.url}/manage/counters/loket-11`)
  await label(again).waitFor()
  await expect.poll(() => label(again).inputValue()).toBe('1x')
})

test('[O5] what two managers change is merged, field by field: different fields, and both see both', async () => {
  const page = await openCounter()
  await label(page).fill('7A')
  await colleague((plan) => {
    const one = counterIn(plan)
    if (one) one.zone = 'jaminan-sosial'
  })
  await save(page).click()
  await saved(page)
  expect(counterIn((await draftNow()).plan)).toMatchObject({ label: '7A', zone: 'jaminan-sosial' })
  // The page shows the colleague's change too.
  await expect
    .poll(() => page.getByLabel(draftText('field.zone'), { exact: true }).inputValue())
    .toBe('jaminan-sosial')
})

test('[O5] what two managers change is merged, field by field: the same field waits until the person has chosen', async () => {
  const page = await openCounter()
  await label(page).fill('70')
  await colleague((plan) => {
    const one = counterIn(plan)
    if (one) one.label = '71'
  })
  await save(page).click()
  const conflict = page.getByRole('region', { name: draftText('conflictsTitle') })
  await conflict.getByText(draftText('theirs', { value: '71' })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/conflict.png`, fullPage: true })
  expect(counterIn((await draftNow()).plan)?.label).toBe('71')
  expect(await save(page).isDisabled()).toBe(true)
  // Loading the page again forgets neither.
  await page.reload()
  await conflict.getByText(draftText('mine', { value: '70' })).waitFor()
  await conflict.getByRole('button', { name: new RegExp(`^${draftText('takeMine')}`) }).click()
  await conflict.waitFor({ state: 'detached' })
  await save(page).click()
  await saved(page)
  expect(counterIn((await draftNow()).plan)?.label).toBe('70')
})

test('[O6] a fault of the draft is shown at its field in words: and the list of faults leads there', async () => {
  await drop()
  const page = await openCounter()
  await label(page).fill('8')
  await save(page).click()
  await saved(page)
  await page
    .locator('#f-label-faults')
    .getByText(draftText('sameAs', { thing: 'Loket 8' }))
    .waitFor()
  expect(await label(page).getAttribute('aria-invalid')).toBe('true')
  if (look) await page.screenshot({ path: `${look}/fault.png` })
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('link', { name: draftText.like('barFaults') }).click()
  await page.getByRole('heading', { level: 1, name: shellText('section.plan') }).waitFor()
  const fault = page.getByRole('link', { name: `Loket 8 · ${draftText('field.label')}` })
  await fault.waitFor()
  if (look) await page.screenshot({ path: `${look}/faults.png`, fullPage: true })
  await fault.click()
  await label(page).waitFor()
  expect(new URL(page.url()).hash).toBe('#f-label')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-label')
  expect(floorText('sortZone')).toBe('Zona')
})
