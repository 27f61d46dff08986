// The manager's page and the first page in a real browser: a device is enrolled by its link, the operation is chosen,
// the password changed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { passDoor } from './door.ts'
import { axeFaults, faultsOf, type House, openBrowser, openHouse } from './harness.ts'

const OWN_PASSWORD = 'gerbang-candi-pagi-hari'

let house: House
let browser: Browser
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** A page in a browser of its own. */
async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 } })).newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}${path}`)
  return page
}

async function signIn(page: Page, password: string): Promise<void> {
  await passDoor(page, 'manager', password)
}

/** The manager's page after signing in. */
async function openManage(): Promise<Page> {
  const page = await open('/manage/')
  await signIn(page, house.firstRun.manager.password)
  await page.getByRole('heading', { name: 'Perangkat' }).waitFor()
  return page
}

test('the first page names the hall and leads to the others', async () => {
  const page = await open('/')
  await page.getByRole('heading', { name: 'Mal Pelayanan Publik Karangasem' }).waitFor()
  const ways = page.getByRole('main').getByRole('link')
  const paths = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(paths).toEqual([
    '/kiosk/',
    '/display/',
    '/counter/',
    '/reception/',
    '/supervise/',
    '/audit/',
    '/manage/',
  ])
  for (const path of paths) expect((await fetch(`${house.url}${path}`)).status).toBe(200)
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Karangasem Public Service Mall' }).waitFor()
})

describe('the manager', () => {
  test('makes a link that turns a browser into a display of a zone, and takes it back', async () => {
    const page = await openManage()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Perangkat baru' }).click()
    await page.getByRole('radio', { name: 'Layar' }).check()
    await page.getByLabel('Zona', { exact: true }).selectOption({ label: 'Jaminan sosial dan kerja' })
    await page.getByLabel('Nama (tidak wajib)').fill('TV dekat tangga')
    await page.getByRole('button', { name: 'Buat tautan' }).click()
    const link = await page.getByLabel('Tautan pendaftaran').inputValue()
    expect(link).toMatch(new RegExp(`^${house.url}/display/\\?enrol=[\\w-]{20,}$`))
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    const device = page.getByRole('listitem').filter({ hasText: 'TV dekat tangga' })
    await device.getByText('Menunggu didaftarkan').waitFor()

    const token = new URL(link).searchParams.get('enrol')
    const enrolled = await fetch(`${house.url}/api/devices/enrol`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    expect(await enrolled.json()).toMatchObject({ device: { kind: 'display', zone: 'jaminan-sosial' } })

    await device.getByRole('button', { name: /^Cabut/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click()
    await device.waitFor({ state: 'detached' })
  })

  test('begins regular operation only after being told what it means', async () => {
    const page = await openManage()
    await page.getByRole('button', { name: 'Mulai operasi reguler' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('di luar jam itu kios tidak memberi nomor').waitFor()
    await dialog.getByRole('button', { name: 'Batal' }).click()
    expect(await operation()).toBe('trial')
    await page.getByRole('button', { name: 'Mulai operasi reguler' }).click()
    await dialog.getByRole('button', { name: 'Mulai operasi reguler' }).click()
    await page.getByRole('button', { name: 'Kembali ke uji coba' }).waitFor()
    expect(await operation()).toBe('regular')
  })

  test('is told what a password lacks, changes it, and signs in with the new one', async () => {
    const page = await openManage()
    const change = async (current: string, next: string) => {
      await page.getByLabel('Kata sandi sekarang').fill(current)
      await page.getByLabel('Kata sandi baru').fill(next)
      await page.keyboard.press('Enter')
    }
    await page.getByText('masih kata sandi sementara').waitFor()
    await change('salah sama sekali', OWN_PASSWORD)
    await page.getByRole('alert').getByText('kata sandi salah').waitFor()
    await change(house.firstRun.manager.password, 'pendek')
    await page.getByRole('alert').getByText('minimal 10 karakter').waitFor()
    await change(house.firstRun.manager.password, OWN_PASSWORD)
    await page.getByText('Kata sandi sudah diganti.').waitFor()
    expect(await page.getByText('masih kata sandi sementara').count()).toBe(0)
    expect(existsSync(join(house.dataDir, 'first-run.json'))).toBe(false)

    await page.getByRole('button', { name: 'Keluar', exact: true }).click()
    await signIn(page, house.firstRun.manager.password)
    await page.getByRole('alert').getByText('kata sandi salah').waitFor()
    await signIn(page, OWN_PASSWORD)
    await page.getByRole('heading', { name: 'Perangkat' }).waitFor()
  })

  async function operation(): Promise<string> {
    return ((await (await fetch(`${house.url}/api/hall`)).json()) as { operation: string }).operation
  }
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))
