// Signing in to the pages of staff: the language, why a session ended, and a counter that was handed to somebody who
// is somewhere else. And out of those other than a counter's panel: they say so if it does not work.
import { expect, test } from 'vitest'
import { deskWork, faultsNow, says } from './desk-work.ts'
import { menuButton, userName } from './door.ts'
import { serving } from './panel.ts'
import { kioskText, panelText, staffText } from './words.ts'

const desk = deskWork()

test('speaks the language of the browser, and has a switch that is remembered', async () => {
  const page = await desk.door()
  const context = await page.context().browser()?.newContext({ locale: 'en-GB' })
  const english = await context?.newPage()
  if (!english) throw new Error('no browser')
  await english.goto(`${desk.house.url}/counter/`)
  await userName(english).waitFor()
  await english.getByRole('button', { name: kioskText('languageName') }).click()
  await userName(english).waitFor()
  expect(await faultsNow(english)).toEqual([])
  await english.reload()
  await userName(english).waitFor()
  await english.goto(`${desk.house.url}/counter/?lang=en`)
  await userName(english).waitFor()
})

test('says why a session ended, and by whom', async () => {
  const page = await desk.officerAt('dukcapil-1', 'Loket 1')
  const { staff } = await desk.staff.get<{ staff: { id: string; username: string }[] }>('/api/staff')
  const id = staff.find(({ username }) => username === 'dukcapil-1')?.id ?? ''
  await desk.staff.post(`/api/staff/${id}/sign-out`)
  await page.getByText(staffText.like('ended.ended')).waitFor()
  expect(await faultsNow(page)).toEqual([])
  await page.reload()
  await page.getByText(staffText.like('ended.ended')).waitFor()
  expect(await page.getByText(panelText('signInTitle')).count()).toBe(1)
})

test('a colleague to whom a counter was handed over sees it, while choosing one and at a closed one', async () => {
  const { page } = await desk.atWork()
  const colleague = await desk.officerAt('dukcapil-2', 'Loket 2')
  await menuButton(colleague).click()
  await colleague.getByRole('button', { name: panelText('action.close') }).click()
  await says(colleague, panelText('closedTitle'))
  await page.getByRole('button', { name: panelText('action.hand-over') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Petugas 2 Dukcapil' }).check({ force: true })
  await dialog.getByRole('button', { name: panelText('handOverGo'), exact: true }).click()
  const choosing = await colleague.context().newPage()
  await choosing.addInitScript(() => localStorage.removeItem('antre.counter'))
  await choosing.goto(`${desk.house.url}/counter/`)
  await says(choosing, panelText('handed', { counter: 'Loket 1' }))
  expect(await faultsNow(choosing)).toEqual([])
  await says(colleague, panelText('handed', { counter: 'Loket 1' }))
  expect(await faultsNow(colleague)).toEqual([])
  await colleague.getByRole('button', { name: panelText('chooseElsewhere', { counter: 'Loket 1' }) }).click()
  await serving(colleague).waitFor()
})

test.each(['/reception/', '/supervise/', '/monitor/', '/simulator/', '/audit/'])(
  '%s is left, and stays where the line is cut',
  async (path) => {
    const page = await desk.enter(path, 'manager')
    const leave = async () => {
      await menuButton(page).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: staffText('signOut'), exact: true })
        .click()
    }
    await page.route('**/api/session*', (route) => route.abort())
    await leave()
    await page.getByRole('alert').locator('.problem-words').first().waitFor()
    await page.unroute('**/api/session*')
    await leave()
    await expect.poll(() => userName(page).isVisible()).toBe(true)
  },
)
