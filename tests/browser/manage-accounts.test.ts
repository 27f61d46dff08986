// Accounts in a real browser: an officer signs in with a one-time password, and is signed out while serving; a
// supervisor manages the agency's officers; everybody ends their own forgotten sessions. Where an agency is gone, its people
// are told when signing in, and a manager is led to them and closes all of them at once.
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { id as weak } from '../../server/texts/answers.ts'
import { withoutAgency } from '../rules/without-agency.ts'
import { openStaffedHouse, passwordOf } from './accounts.ts'
import { menuButton, passDoor, userName } from './door.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage, rowOf } from './manage-page.ts'
import { called, isOpen, primary } from './panel.ts'
import { begins, manageText, panelText, problemText, sharedText, shellText, staffText } from './words.ts'

const OWN_PASSWORD = 'kucing tetangga makan ikan'

const { enter, house, open, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })

const openManage = () => enter('/manage/people/', 'manager')

test('a new officer gets a one-time password, chooses a password, and works', async () => {
  const page = await openManage()
  await page.getByRole('button', { name: manageText('accounts.make') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(manageText('accounts.name'), { exact: true }).fill('Ni Luh Sari')
  await dialog.getByLabel(manageText('accounts.username'), { exact: true }).fill('dukcapil-1')
  await dialog
    .getByLabel(manageText('accounts.agency'), { exact: true })
    .selectOption({ label: 'Dinas Kependudukan dan Pencatatan Sipil' })
  await dialog.getByRole('button', { name: manageText('accounts.makeGo') }).click()
  await dialog.getByText(problemText('username-taken')).waitFor()
  await dialog.getByLabel(manageText('accounts.username'), { exact: true }).fill('sari')
  await dialog.getByRole('button', { name: manageText('accounts.makeGo') }).click()
  const once = (await dialog.locator('.one-time-password').textContent()) ?? ''
  expect(once).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/)
  expect(await axeFaults(page)).toEqual([])
  // Only the button closes it: it is never shown again.
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: manageText('accounts.handedOver') }).click()
  await dialog.waitFor({ state: 'detached' })
  await (await rowOf(page, 'sari')).getByText(manageText.like('accounts.oneTime')).waitFor()

  const panel = await enter('/counter/', 'sari', { password: once })
  await panel.getByRole('heading', { name: staffText('firstTitle') }).waitFor()
  expect(await axeFaults(panel)).toEqual([])
  await panel.reload()
  await panel.getByLabel(staffText('currentPassword'), { exact: true }).fill(once)
  await panel.getByLabel(staffText('nextPassword'), { exact: true }).fill('dukcapil12345')
  await panel.keyboard.press('Enter')
  await panel.getByRole('alert').getByText(weak['known-here']).waitFor()
  await panel.getByLabel(staffText('nextPassword'), { exact: true }).fill(OWN_PASSWORD)
  await panel.keyboard.press('Enter')
  await panel.getByRole('heading', { name: panelText('chooseTitle') }).waitFor()
})

test('an officer who is serving is signed out: announced before, done at once, and the visitor stays', async () => {
  const { number } = await staff.takeNumber(['polres-skck-baru'])
  const panel = await enter('/counter/', 'polres-1')
  await panel
    .getByRole('button', { name: /^Loket/ })
    .first()
    .click()
  await isOpen(panel).waitFor()
  await primary(panel).click()
  await called(panel).waitFor()

  const page = await openManage()
  const row = await rowOf(page, 'polres-1')
  await row.getByText(manageText.like('accounts.atCounterWith', { number })).waitFor()
  await row.getByRole('button', { name: begins(manageText.like('accounts.manageNamed')) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: manageText('accounts.disable'), exact: true }).click()
  await dialog.getByText(manageText.like('accounts.willPauseWith', { number })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: manageText('accounts.disable'), exact: true }).click()
  await dialog.getByText(manageText.like('accounts.isPausedWith', { number })).waitFor()
  await panel.getByRole('heading', { name: panelText('signInTitle') }).waitFor()
  await dialog.getByRole('button', { name: sharedText('close'), exact: true }).click()
  await row.getByText(manageText('accounts.closed')).waitFor()
})

test('a supervisor manages the officers of their agency, and sees the others without a button', async () => {
  const page = await enter('/manage/people/', 'bpn-spv')
  await page.locator('.account').nth(2).waitFor()
  const names = await page.locator('.account').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''))
  expect(names.filter((text) => text.includes('bpn-'))).toHaveLength(3)
  expect(names).toHaveLength(3)
  expect(await page.getByRole('heading', { name: manageText('devices') }).count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  expect(await (await rowOf(page, 'bpn-spv')).getByRole('button').count()).toBe(0)
  await (
    await rowOf(page, 'bpn-1')
  )
    .getByRole('button', { name: begins(manageText.like('accounts.manageNamed')) })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: manageText('accounts.changeName') }).click()
  await dialog.getByLabel(manageText('accounts.name'), { exact: true }).fill('I Made Nama Baru')
  await dialog.getByRole('button', { name: manageText('accounts.changeGo') }).click()
  await (await rowOf(page, 'bpn-1')).getByText('I Made Nama Baru').waitFor()
})

test('an officer ends a session that was forgotten at another computer', async () => {
  const forgotten = await enter('/reception/', 'pln-1')
  await menuButton(forgotten).waitFor()
  const page = await enter('/manage/', 'pln-1')
  const sessions = page.locator('.own-session')
  await sessions.nth(1).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await sessions.getByRole('button', { name: begins(manageText.like('accounts.endNamed')) }).click()
  await sessions.nth(1).waitFor({ state: 'detached' })
  await sessions.first().getByText(manageText('accounts.thisOne')).waitFor()
  await userName(forgotten).waitFor()
})

/**
 * The agency leaves the hall, and its accounts are left behind: they are opened again after they were closed with it.
 */
async function leaveBehind(agency: string): Promise<void> {
  const { plan: from } = await staff.get<{ plan: number }>('/api/hall')
  const plan = withoutAgency(await staff.get<Plan>('/api/plan'), agency)
  await staff.put(`/api/plan?from=${from}&accounts=close`, plan)
  const { staff: accounts } = await staff.get<{ staff: { id: string; agency: string | null }[] }>(
    '/api/staff',
  )
  for (const { id } of accounts.filter((one) => one.agency === agency))
    await staff.post(`/api/staff/${id}/enable`)
}

test('an officer who is signed in is told why the session ended, and when signing in whom to ask', async () => {
  const panel = await enter('/counter/', 'pln-1')
  await panel.getByRole('heading', { name: panelText('chooseTitle') }).waitFor()
  const desk = await enter('/reception/', 'pln-2')
  await menuButton(desk).waitFor()
  await leaveBehind('pln')
  // The reception looks at a socket; the list of counters asks with the next press.
  await desk.getByText(staffText.like('ended.agency-gone')).waitFor()
  expect(await axeFaults(desk)).toEqual([])
  await panel.reload()
  await panel.getByText(staffText.like('ended.agency-gone')).waitFor()

  const again = await open('/counter/')
  await passDoor(again, 'pln-1', passwordOf(house, 'pln-1'))
  await again.getByRole('alert').getByText(problemText('agency-gone')).waitFor()
  expect(await axeFaults(again)).toEqual([])
})

test('a manager is led to all of them and closes them with one answer', async () => {
  await leaveBehind('taspen')
  const page = await openManagePage({ enter }, '', shellText('sectionsTitle'))
  const alert = page.locator('.attention-go')
  await alert.getByText(manageText.like('accounts.outlived', { count: 6 })).waitFor()
  await alert.getByText('Taspen').waitFor()
  await alert.getByRole('button', { name: manageText('accounts.outlivedShow') }).click()
  await page.getByRole('heading', { name: manageText('accounts.outlivedTitle') }).waitFor()
  const rows = page.locator('.account')
  expect(await rows.count()).toBe(6)
  await rows.first().getByText(manageText.like('accounts.agencyGone')).waitFor()
  expect(await axeFaults(page)).toEqual([])

  // One moved to another agency: at first the agency that is gone is shown there, not any other.
  await rows.filter({ hasText: 'taspen-1' }).getByRole('button').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: manageText('accounts.change') }).click()
  expect(await dialog.getByLabel(manageText('accounts.agency'), { exact: true }).inputValue()).toBe('taspen')
  await dialog.getByLabel(manageText('accounts.agency'), { exact: true }).selectOption('bpn')
  await dialog.getByRole('button', { name: manageText('accounts.changeGo') }).click()
  await dialog.waitFor({ state: 'detached' })
  await alert.getByText(manageText.like('accounts.outlived', { count: 5 })).waitFor()

  await page.getByRole('button', { name: manageText('accounts.outlivedClose', { count: 5 }) }).click()
  await dialog.getByText(manageText('accounts.outlivedAsk', { count: 5 })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: manageText('accounts.outlivedClose', { count: 5 }) }).click()
  await dialog.getByText(manageText('accounts.outlivedDone', { count: 5 })).waitFor()
  await dialog.getByRole('button', { name: sharedText('close'), exact: true }).click()
  await alert.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: manageText('accounts.outlivedAll') }).click()
  const shut = manageText('accounts.closed')
  expect(await (await rowOf(page, 'taspen-1')).getByText(shut).count()).toBe(0)
  await (await rowOf(page, 'taspen-2')).getByText(shut).waitFor()
})
