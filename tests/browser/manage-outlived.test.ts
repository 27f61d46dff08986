// Accounts whose agency is gone, in a real browser: their people are told when signing in, and a manager is led to
// them and closes all of them at once.
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { withoutAgency } from '../rules/without-agency.ts'
import { openStaffedHouse, passwordOf } from './accounts.ts'
import { menuButton, passDoor } from './door.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage, rowOf } from './manage-page.ts'
import { manageText, panelText, problemText, sharedText, shellText, staffText } from './words.ts'

const { house, enter, open, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })

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

  // One moved to another agency: first the agency that is gone stands there, not any other.
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
