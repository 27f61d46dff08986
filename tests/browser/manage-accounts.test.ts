// Accounts in a real browser: an officer is let in with a one-time password, and let out while serving; a supervisor
// keeps the own officers; everybody ends the own forgotten sessions.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { passDoor, userName } from './door.ts'
import { axeFaults, faultsOf, openBrowser } from './harness.ts'
import { signIn as asManager } from './staff.ts'

const OWN_PASSWORD = 'kucing tetangga makan ikan'

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

/** A page in a browser of its own, signed in. */
async function open(path: string, username: string, password: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 } })).newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}${path}`)
  await passDoor(page, username, password)
  return page
}

const openManage = () => open('/manage/', 'manager', house.firstRun.manager.password)

/** The row of an account that the search finds. */
async function rowOf(page: Page, username: string) {
  await page.getByLabel('Cari nama atau nama pengguna').fill(username)
  const row = page.locator('.account').filter({ hasText: username })
  await row.waitFor()
  return row
}

test('a new officer gets a one-time password, chooses an own one, and works', async () => {
  const page = await openManage()
  await page.getByRole('button', { name: 'Akun baru' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama', { exact: true }).fill('Ni Luh Sari')
  await dialog.getByLabel('Nama pengguna').fill('dukcapil-1')
  await dialog.getByLabel('Instansi').selectOption({ label: 'Dinas Kependudukan dan Pencatatan Sipil' })
  await dialog.getByRole('button', { name: 'Buat akun' }).click()
  await dialog.getByText('Sudah ada akun dengan nama pengguna ini').waitFor()
  await dialog.getByLabel('Nama pengguna').fill('sari')
  await dialog.getByRole('button', { name: 'Buat akun' }).click()
  const once = (await dialog.locator('.one-time-password').textContent()) ?? ''
  expect(once).toMatch(/^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/)
  expect(await axeFaults(page)).toEqual([])
  // Only the button closes it: what is gone is never shown again.
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Sudah saya catat' }).click()
  await dialog.waitFor({ state: 'detached' })
  await (await rowOf(page, 'sari')).getByText('Kata sandi sekali pakai, berlaku sampai').waitFor()

  const panel = await open('/counter/', 'sari', once)
  await panel.getByRole('heading', { name: 'Buat kata sandi Anda sendiri' }).waitFor()
  expect(await axeFaults(panel)).toEqual([])
  await panel.reload()
  await panel.getByLabel('Kata sandi sekarang').fill(once)
  await panel.getByLabel('Kata sandi baru').fill('dukcapil12345')
  await panel.keyboard.press('Enter')
  await panel.getByRole('alert').getByText('nama instansi').waitFor()
  await panel.getByLabel('Kata sandi baru').fill(OWN_PASSWORD)
  await panel.keyboard.press('Enter')
  await panel.getByRole('heading', { name: 'Di loket mana Anda bertugas?' }).waitFor()
})

test('an officer who is serving is let out: said before, done at once, and the visitor stays', async () => {
  const staff = await asManager(house)
  const { number } = await staff.takeNumber(['polres-skck-baru'])
  const panel = await open('/counter/', 'polres-1', house.passwords.get('polres-1') ?? '')
  await panel
    .getByRole('button', { name: /^Loket/ })
    .first()
    .click()
  await panel.getByRole('banner').getByText('Buka').waitFor()
  await panel.locator('.primary button').click()
  await panel.getByText('Dipanggil', { exact: true }).waitFor()

  const page = await openManage()
  const row = await rowOf(page, 'polres-1')
  await row.getByText(`bersama ${number}`).waitFor()
  await row.getByRole('button', { name: /^Atur/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Tutup akun' }).click()
  await dialog.getByText(`sedang melayani ${number}`).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Tutup akun' }).click()
  await dialog.getByText(`${number} masih di Loket`).waitFor()
  await panel.getByRole('heading', { name: 'Masuk ke panel loket' }).waitFor()
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).click()
  await row.getByText('Ditutup').waitFor()
})

test('a supervisor keeps the officers of the own agency, and sees the others without a button', async () => {
  const page = await open('/manage/', 'bpn-spv', house.passwords.get('bpn-spv') ?? '')
  await page.locator('.account').nth(2).waitFor()
  const names = await page.locator('.account').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''))
  expect(names.filter((text) => text.includes('bpn-'))).toHaveLength(3)
  expect(names).toHaveLength(3)
  expect(await page.getByRole('heading', { name: 'Perangkat' }).count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  expect(await (await rowOf(page, 'bpn-spv')).getByRole('button').count()).toBe(0)
  await (await rowOf(page, 'bpn-1')).getByRole('button', { name: /^Atur/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Ubah nama' }).click()
  await dialog.getByLabel('Nama', { exact: true }).fill('I Made Nama Baru')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await (await rowOf(page, 'bpn-1')).getByText('I Made Nama Baru').waitFor()
})

test('an officer ends a session that was forgotten at another computer', async () => {
  const given = ['pln-1', house.passwords.get('pln-1') ?? ''] as const
  const forgotten = await open('/reception/', ...given)
  await forgotten.getByRole('button', { name: 'Menu' }).waitFor()
  const page = await open('/manage/', ...given)
  const sessions = page.locator('.own-session')
  await sessions.nth(1).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await sessions.getByRole('button', { name: /^Akhiri sesi/ }).click()
  await sessions.nth(1).waitFor({ state: 'detached' })
  await sessions.first().getByText('sesi ini').waitFor()
  await userName(forgotten).waitFor()
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))
