// I17 in a real browser: a television shows a code, the manager types it, and the television is not touched again.
import { expect, test } from 'vitest'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { manageText, problemText } from './words.ts'

const { enter, house, open } = houseOfFile(openHouse)
const ZONE = 'Kependudukan dan keluarga'

test('[I17] a television becomes a display by the code that it shows: a television becomes the board of its zone by the code that it shows, also after a restart', async () => {
  const tv = await open('/display/?rim=4')
  const shown = tv.locator('.join-code')
  await shown.waitFor()
  expect(await axeFaults(tv)).toEqual([])

  const page = await enter('/manage/devices/', 'manager')
  await page.getByRole('button', { name: manageText('byCode') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(manageText('code')).fill('XXX XXX')
  await dialog.getByRole('button', { name: manageText('enrol') }).click()
  await dialog.getByText(problemText('unknown-code')).waitFor()

  // The server forgets codes with a restart: the television shows another one by itself.
  const before = (await shown.textContent()) ?? ''
  await house.kill()
  await house.start()
  await expect.poll(() => shown.textContent(), { timeout: 20_000 }).not.toBe(before)

  await dialog.getByLabel(manageText('code')).fill(((await shown.textContent()) ?? '').toLowerCase())
  await dialog.getByLabel(manageText('zone')).selectOption({ label: ZONE })
  await dialog.getByRole('button', { name: manageText('enrol') }).click()
  await dialog
    .getByText(manageText('codeDone', { name: `${manageText('device.display')} – ${ZONE}` }))
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shown.waitFor({ state: 'detached' })
  await tv.getByRole('heading', { name: ZONE }).waitFor()
  // The link's token is not left in the address, but the screen's options are.
  expect(new URL(tv.url()).search).toBe('?rim=4')
})
