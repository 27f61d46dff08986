// The door of the pages of staff, and who stands before it: the language, why a session ended, and a counter that was
// handed to somebody who is somewhere else.
import { expect, test } from 'vitest'
import { deskWork, faultsNow, says } from './desk-work.ts'
import { userName } from './door.ts'

const desk = deskWork()

test('speaks the language of the browser, and has a switch that is remembered', async () => {
  const page = await desk.panels.door()
  const context = await page.context().browser()?.newContext({ locale: 'en-GB' })
  const english = await context?.newPage()
  if (!english) throw new Error('no browser')
  await english.goto(`${desk.house.url}/counter/`)
  await english.getByLabel('User name').waitFor()
  await english.getByRole('button', { name: 'Bahasa Indonesia' }).click()
  await userName(english).waitFor()
  expect(await faultsNow(english)).toEqual([])
  await english.reload()
  await userName(english).waitFor()
  await english.goto(`${desk.house.url}/counter/?lang=en`)
  await english.getByLabel('User name').waitFor()
})

test('says why a session ended, and by whom', async () => {
  const page = await desk.panels.officerAt('dukcapil-1', 'Loket 1')
  const { staff } = await desk.manager.get<{ staff: { id: string; username: string }[] }>('/api/staff')
  const id = staff.find(({ username }) => username === 'dukcapil-1')?.id ?? ''
  await desk.manager.post(`/api/staff/${id}/sign-out`)
  await page.getByText(/mengakhiri sesi Anda, pukul/).waitFor()
  expect(await faultsNow(page)).toEqual([])
  await page.reload()
  await page.getByText(/mengakhiri sesi Anda, pukul/).waitFor()
  expect(await page.getByText('Masuk ke panel loket').count()).toBe(1)
})

test('a colleague to whom a counter was handed over sees it, while choosing one and at a closed one', async () => {
  const { page } = await desk.serving()
  const colleague = await desk.panels.officerAt('dukcapil-2', 'Loket 2')
  await colleague.getByRole('button', { name: 'Menu' }).click()
  await colleague.getByRole('button', { name: 'Tutup loket' }).click()
  await says(colleague, 'Loket ini tutup')
  await page.getByRole('button', { name: 'Serahkan loket' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Petugas 2 Dukcapil' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Serahkan', exact: true }).click()
  const choosing = await colleague.context().newPage()
  await choosing.addInitScript(() => localStorage.removeItem('antre.counter'))
  await choosing.goto(`${desk.house.url}/counter/`)
  await says(choosing, 'Loket 1 sekarang Anda pegang.')
  expect(await faultsNow(choosing)).toEqual([])
  await says(colleague, 'Loket 1 sekarang Anda pegang.')
  expect(await faultsNow(colleague)).toEqual([])
  await colleague.getByRole('button', { name: 'Ke Loket 1' }).click()
  await colleague.getByText('Sedang dilayani', { exact: true }).waitFor()
})

test('no page threw or asked for what the policy forbids', () =>
  expect(desk.panels.faults.flat()).toEqual([]))
