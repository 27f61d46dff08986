// The manager puts files and words on the boards, says when and where, and learns what is not taken and why.
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, faultsOf, openBrowser, openHouse, type House } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

const sample = (name: string) => fileURLToPath(new URL(`../media/files/${name}`, import.meta.url))
let house: House
let browser: Browser
let staff: Staff
let page: Page
let faults: string[]

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  staff = await signIn(house)
  page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  faults = faultsOf(page)
  await page.goto(`${house.url}/manage/`)
  const { username, password } = house.firstRun.manager
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.locator('button[type=submit]').first().click()
  await page.locator('#media-upload').waitFor()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

const part = () => page.locator('section[aria-labelledby=media-title]')
const media = async () => (await staff.get<Plan>('/api/plan')).media

describe('media on the manager’s page', () => {
  it('are uploaded; what boards can not show is refused in words', async () => {
    await page
      .locator('#media-upload')
      .setInputFiles([
        { name: '<b>gambar.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
      ])
    await part().getByText('Layar hanya menampilkan gambar PNG').waitFor()
    await page.locator('#media-upload').setInputFiles([sample('small.jpg'), sample('moves.webm')])
    await part().locator('.media-thumb').nth(1).waitFor()
    expect(await part().locator('.media-files .media-name').allTextContents()).toEqual([
      'moves.webm',
      'small.jpg',
    ])
  })

  it('get a schedule, which says both hours or neither', async () => {
    await part().getByRole('button', { name: 'Jadwal small.jpg' }).click()
    await page.locator('#media-seconds').fill('20')
    await page.locator('#media-from').fill('2026-12-01')
    await page.locator('#media-hours-from').fill('08:00')
    await page.getByRole('checkbox', { name: 'Sen' }).check({ timeout: 4000 })
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Isi kedua jam, atau kosongkan keduanya.').waitFor()
    await page.locator('#media-hours-to').fill('12:00')
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await part().getByText('mulai 1 Des · Sen · 08.00–12.00 · 20 detik').waitFor()
    expect((await media())?.files).toEqual([
      {
        file: 'small.jpg',
        seconds: 20,
        from: '2026-12-01',
        days: [1],
        hours: { from: '08:00', to: '12:00' },
      },
    ])
  })

  it('are words too, in every language of the plan', async () => {
    await part().getByRole('button', { name: 'Pengumuman baru' }).click()
    await page.locator('#media-text-id').fill('Jumat tutup pukul 11.00 <b>')
    await page.locator('#media-text-en').fill('Closes at 11.00 on Friday')
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await part().getByText('Jumat tutup pukul 11.00 <b>').waitFor()
    expect((await media())?.lines).toEqual([
      { text: { id: 'Jumat tutup pukul 11.00 <b>', en: 'Closes at 11.00 on Friday' } },
    ])
  })

  it('[S6] nobody overwrites a plan that they have not seen: changed by two managers: each line stays what its author saw', async () => {
    const lineOf = (text: string) => ({ text: { id: text, en: text } })
    const set = (...texts: string[]) =>
      staff.revise((plan) => void (plan.media = { ...plan.media, lines: texts.map(lineOf) }))
    await set('Pertama', 'Kedua', 'Ketiga')
    await part().getByRole('button', { name: 'Ubah pengumuman "Kedua"' }).click()
    const dialog = page.getByRole('dialog')
    await page.locator('#media-text-id').fill('Kedua, diubah')
    // The line before it goes away: the second in the list is another one by then.
    await set('Kedua', 'Ketiga')
    await part().getByText('Pertama', { exact: true }).waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await dialog.getByRole('alert').getByText('Isian Anda masih di sini').waitFor()
    expect((await media())?.lines).toEqual(['Kedua', 'Ketiga'].map(lineOf))
    expect(await page.locator('#media-text-id').inputValue()).toBe('Kedua, diubah')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect((await media())?.lines).toEqual([{ text: { id: 'Kedua, diubah', en: 'Kedua' } }, lineOf('Ketiga')])
  })

  it('are removed after being asked', async () => {
    await part().getByRole('button', { name: 'Hapus moves.webm' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click()
    await part().locator('.media-name', { hasText: 'moves.webm' }).waitFor({ state: 'detached' })
    expect((await staff.get<{ files: unknown[] }>('/api/media')).files).toHaveLength(1)
    expect(await axeFaults(page)).toEqual([])
    expect(faults).toEqual([])
  })
})
