// Accounts whose agency is gone, in a real browser: their people are told at the door, a manager is led to them and
// closes all of them at once.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { withoutAgency } from '../rules/without-agency.ts'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { passDoor } from './door.ts'
import { axeFaults, faultsOf, openBrowser } from './harness.ts'
import { openManagePage } from './manage-page.ts'
import { signIn as asManager } from './staff.ts'

let house: StaffedHouse
let browser: Browser
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** The door of a page in a browser of its own, after the account's password was typed. */
async function knock(path: string, username: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}${path}`)
  await passDoor(page, username, house.passwords.get(username) ?? '')
  return page
}

/** The agency leaves the hall, and its accounts stay behind: they come back open once they were closed with it. */
async function leaveBehind(agency: string): Promise<void> {
  const staff = await asManager(house)
  const { plan: from } = await staff.get<{ plan: number }>('/api/hall')
  const plan = withoutAgency(await staff.get<Plan>('/api/plan'), agency)
  await staff.put(`/api/plan?from=${from}&accounts=close`, plan)
  const { staff: accounts } = await staff.get<{ staff: { id: string; agency: string | null }[] }>(
    '/api/staff',
  )
  for (const { id } of accounts.filter((one) => one.agency === agency))
    await staff.post(`/api/staff/${id}/enable`)
}

test('an officer who is signed in is told why the session ended, and at the door whom to ask', async () => {
  const panel = await knock('/counter/', 'pln-1')
  await panel.getByRole('heading', { name: 'Di loket mana Anda bertugas?' }).waitFor()
  const desk = await knock('/reception/', 'pln-2')
  await desk.getByRole('button', { name: 'Menu' }).waitFor()
  await leaveBehind('pln')
  // The reception looks at a socket; the list of counters asks with the next press.
  await desk.getByText('karena instansi Anda tidak ada lagi di mal ini').waitFor()
  expect(await axeFaults(desk)).toEqual([])
  await panel.reload()
  await panel.getByText('menutup akun Anda').waitFor()

  const again = await knock('/counter/', 'pln-1')
  await again.getByRole('alert').getByText('tanyakan kepada pengelola mal').waitFor()
  expect(await axeFaults(again)).toEqual([])
})

test('a manager is led to all of them and closes them with one answer', async () => {
  await leaveBehind('taspen')
  const page = await openManagePage(browser, house, { heading: 'Perangkat', faults })
  const alert = page.locator('.attention-go')
  await alert.getByText('6 akun masih terbuka').waitFor()
  await alert.getByText('Taspen').waitFor()
  await alert.getByRole('button', { name: 'Lihat akunnya' }).click()
  await page.getByRole('heading', { name: 'Akun tanpa instansi' }).waitFor()
  const rows = page.locator('.account')
  expect(await rows.count()).toBe(6)
  await rows.first().getByText('tidak ada lagi di mal ini').waitFor()
  expect(await axeFaults(page)).toEqual([])

  // One moved to another agency: first the agency that is gone stands there, not any other.
  await rows.filter({ hasText: 'taspen-1' }).getByRole('button').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Ubah nama, peran, atau instansi' }).click()
  expect(await dialog.getByLabel('Instansi').inputValue()).toBe('taspen')
  await dialog.getByLabel('Instansi').selectOption('bpn')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.waitFor({ state: 'detached' })
  await alert.getByText('5 akun masih terbuka').waitFor()

  await page.getByRole('button', { name: 'Tutup semua (5 akun)' }).click()
  await dialog.getByText('Tutup 5 akun ini?').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Tutup semua (5 akun)' }).click()
  await dialog.getByText('5 akun ditutup.').waitFor()
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).click()
  await alert.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Tampilkan semua akun' }).click()
  await page.getByLabel('Cari nama atau nama pengguna').fill('taspen-1')
  expect(await page.locator('.account-shut').count()).toBe(0)
  await page.getByLabel('Cari nama atau nama pengguna').fill('taspen-2')
  await page.locator('.account-shut').getByText('Ditutup').waitFor()
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))
