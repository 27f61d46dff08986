// The printers on the manager's page in a real browser: one is added for a kiosk, changed, and taken away; what is
// wrong with it is said in words; a kiosk says how it is.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { emulatedPrinter } from '../slip/printer.ts'
import { axeFaults, type House, openBrowser, openHouse } from './harness.ts'
import { openManagePage } from './manage-page.ts'
import { signIn, type Staff } from './staff.ts'

let house: House
let browser: Browser
/** Another manager. */
let colleague: Staff
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  colleague = await signIn(house)
  const kiosk = await (await browser.newContext()).newPage()
  const reported = kiosk.waitForResponse((answer) => answer.url().endsWith('/api/devices/report'))
  await kiosk.goto(house.firstRun.enrol.kiosk)
  await reported
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

const openManage = () => openManagePage(browser, house, { heading: 'Pencetak slip', faults, height: 900 })

const printers = (page: Page): Locator => page.getByRole('region', { name: 'Pencetak slip' })

test('a kiosk says how it is, and its version is the server’s', async () => {
  const page = await openManage()
  const kiosk = page.getByRole('listitem').filter({ hasText: 'Kios –' })
  await kiosk.getByText(/^Versi \d+\.\d+\.\d+ · layar \d+ × \d+/).waitFor()
  expect(await kiosk.getByText('muat ulang').count()).toBe(0)
})

test('a printer is added for a kiosk, says what it cannot say, is changed and taken away', async () => {
  const page = await openManage()
  expect(await axeFaults(page)).toEqual([])
  await printers(page).getByRole('button', { name: 'Tambah pencetak' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak pintu utama')
  await dialog.getByRole('radio', { name: 'Latihan' }).check()
  await dialog.getByRole('checkbox', { name: /^Melaporkan keadaannya/ }).uncheck()
  await dialog.getByRole('group', { name: 'Kios' }).getByRole('checkbox').check()
  await dialog.getByRole('checkbox', { name: /^Resepsionis/ }).check()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.waitFor({ state: 'detached' })
  const row = printers(page).getByRole('listitem').filter({ hasText: 'Pencetak pintu utama' })
  await row.getByText('Tidak melaporkan keadaannya').waitFor()
  await row.getByText('Untuk: Kios – Seluruh mal, resepsionis').waitFor()
  expect(await axeFaults(page)).toEqual([])

  await printers(page).getByRole('button', { name: 'Tambah pencetak' }).click()
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak kedua')
  await dialog.getByRole('radio', { name: 'Latihan' }).check()
  const taken = dialog.getByRole('group', { name: 'Kios' }).getByRole('checkbox')
  await dialog.getByText('sekarang: Pencetak pintu utama').first().waitFor()
  await taken.check()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await row.getByText('Untuk: resepsionis').waitFor()

  await row.getByRole('button', { name: 'Ubah Pencetak pintu utama' }).click()
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak meja depan')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  const renamed = printers(page).getByRole('listitem').filter({ hasText: 'Pencetak meja depan' })
  await renamed.getByRole('button', { name: 'Hapus Pencetak meja depan' }).click()
  await dialog.getByText('Kios dan loketnya tidak mencetak lagi').waitFor()
  await dialog.getByRole('button', { name: 'Hapus' }).click()
  await renamed.waitFor({ state: 'detached' })
})

test('a test page says what became of it, and a printer without paper is the first thing on the page', async () => {
  const printer = await emulatedPrinter()
  const page = await openManage()
  await printers(page).getByRole('button', { name: 'Tambah pencetak' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak uji')
  await dialog.getByLabel('Alamat').fill('127.0.0.1')
  await dialog.getByLabel('Port').fill(String(printer.port))
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  const row = printers(page).getByRole('listitem').filter({ hasText: 'Pencetak uji' })
  await row.getByText('Siap').waitFor()
  const test = row.getByRole('button', { name: 'Cetak halaman uji di Pencetak uji' })
  await test.click()
  await row.getByText('Halaman uji tercetak.').waitFor()
  expect(printer.slips).toHaveLength(1)
  // A new one is tried with codes of its own making; the plan keeps what was ticked.
  const saved = await page.evaluate(async () => (await fetch('/api/plan')).json())
  expect(
    saved.printers.find(({ name }: { name: { id: string } }) => name.id === 'Pencetak uji'),
  ).toMatchObject({
    drawsQr: true,
  })

  printer.set({ paper: 'out' })
  await test.click()
  await row.getByRole('alert').getByText('Halaman uji tidak keluar: kertas habis.').waitFor()
  await page
    .getByRole('region', { name: 'Perlu perhatian' })
    .getByText('Kertas Pencetak uji habis.')
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  printer.set({ paper: 'full' })
  await page.getByRole('region', { name: 'Perlu perhatian' }).waitFor({ state: 'detached' })
})

test('what is wrong with a printer is said in words, and nothing is lost', async () => {
  const page = await openManage()
  await printers(page).getByRole('button', { name: 'Tambah pencetak' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak jauh')
  await dialog.getByLabel('Alamat').fill('192.0.2.1')
  await dialog.getByLabel('Port').fill('99999')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.getByRole('alert').first().waitFor()
  await dialog
    .getByText(/printers\[\d\]/)
    .first()
    .waitFor()
  expect(await dialog.getByLabel('Alamat').inputValue()).toBe('192.0.2.1')
  expect(await axeFaults(page)).toEqual([])
})

test('two managers: who saves later keeps what the other changed meanwhile', async () => {
  const [one, two] = [await openManage(), await openManage()]
  await two.getByRole('button', { name: 'Tambah pencetak' }).click()
  const dialog = two.getByRole('dialog')
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak yang terlambat')
  await dialog.getByRole('radio', { name: 'Latihan' }).check()
  await one.getByRole('button', { name: 'Mulai operasi reguler' }).click()
  await one.getByRole('dialog').getByRole('button', { name: 'Mulai operasi reguler' }).click()
  await one.getByRole('button', { name: 'Kembali ke uji coba' }).waitFor()
  await two.getByRole('button', { name: 'Kembali ke uji coba', includeHidden: true }).waitFor()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.waitFor({ state: 'detached' })
  await printers(two).getByText('Pencetak yang terlambat').waitFor()
  const hall = (await (await fetch(`${house.url}/api/hall`)).json()) as { operation: string }
  expect(hall.operation).toBe('regular')
})

test('two managers: who saves before the page learned of the other’s change keeps it too', async () => {
  const page = await openManage()
  await printers(page).getByRole('button', { name: 'Tambah pencetak' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak yang mendahului')
  await dialog.getByRole('radio', { name: 'Latihan' }).check()
  // No news of the plan until the first attempt was answered.
  let answered: () => void = () => {}
  const isAnswered = new Promise<void>((resolve) => {
    answered = resolve
  })
  await page.route('**/api/plan', async (route) => {
    await isAnswered
    await route.continue()
  })
  await colleague.revise((plan) => void (plan.walkSeconds = 77))
  const first = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  expect((await first).status()).toBe(409)
  answered()
  await dialog.waitFor({ state: 'detached' })
  await printers(page).getByText('Pencetak yang mendahului').waitFor()
  expect(await colleague.get('/api/plan')).toMatchObject({ walkSeconds: 77 })
})

test('[S6] nobody overwrites a plan that they have not seen: two managers at one printer: who saves later is told, and what was typed stays', async () => {
  const page = await openManage()
  await colleague.revise((plan) => {
    const printer = { link: { kind: 'fake' as const }, paper: 80 as const, answers: false }
    const uses = { kiosks: [], counters: [], reception: false }
    const name = { id: 'Pencetak berdua', en: 'Shared printer' }
    plan.printers = [...(plan.printers ?? []), { id: 'shared', name, ...printer, ...uses }]
  })
  await page.getByRole('button', { name: 'Ubah Pencetak berdua' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama (Indonesia)').fill('Pencetak saya')
  const paper = () =>
    colleague.get<Plan>('/api/plan').then(({ printers: list = [] }) => list.find(({ id }) => id === 'shared'))
  await colleague.revise((plan) => {
    for (const one of plan.printers ?? [])
      if (one.id === 'shared') Object.assign(one, { paper: 58, reception: true })
  })
  // Even where the page has heard of it: the form shows what was there before.
  await page.locator('li').filter({ hasText: 'Pencetak berdua' }).getByText('Untuk: resepsionis').waitFor()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.getByRole('alert').getByText('Isian Anda masih di sini').waitFor()
  expect(await paper()).toMatchObject({ name: { id: 'Pencetak berdua' }, paper: 58 })
  expect(await dialog.getByLabel('Nama (Indonesia)').inputValue()).toBe('Pencetak saya')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await paper()).toMatchObject({ name: { id: 'Pencetak saya' } })
})

test('[S6] nobody overwrites a plan that they have not seen: two managers at what slips say: who saves later is told, and what was typed stays', async () => {
  const page = await openManage()
  const slip = page.getByRole('region', { name: 'Isi slip' })
  const below = slip.getByLabel('Baris bawah (Indonesia)')
  const set = (text: string) =>
    colleague.revise((plan) => {
      plan.slip = { header: [], logo: null, ...plan.slip, footer: [{ id: text, en: `${text} (EN)` }] }
    })
  const saved = () => colleague.get<Plan>('/api/plan').then((plan) => plan.slip)
  // Nothing typed: what a colleague wrote is there.
  await set('Dari rekan')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#slip-footer-id')?.value === 'Dari rekan',
  )
  await below.fill('Dari saya')
  await set('Dari rekan lagi')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#slip-footer-en')?.value === 'Dari rekan lagi (EN)',
  )
  await slip.getByRole('button', { name: 'Simpan isi slip' }).click()
  await slip.getByRole('alert').getByText('Isian Anda masih di sini').waitFor()
  expect((await saved())?.footer).toMatchObject([{ id: 'Dari rekan lagi' }])
  expect(await below.inputValue()).toBe('Dari saya')
  await slip.getByRole('button', { name: 'Simpan isi slip' }).click()
  await slip.getByText('Isi slip sudah disimpan.').waitFor()
  expect((await saved())?.footer).toMatchObject([{ id: 'Dari saya' }])
  // What was saved is typed no more: the next change of a colleague is shown.
  await set('Dari rekan terakhir')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#slip-footer-id')?.value === 'Dari rekan terakhir',
  )
})

test('what slips say is typed, saved and shown on a sample; a file that is no picture is refused in words', async () => {
  const page = await openManage()
  const slip = page.getByRole('region', { name: 'Isi slip' })
  await slip.getByLabel('Baris bawah (Indonesia)').fill('Terima kasih')
  await slip.getByLabel('Baris bawah (Inggris)').fill('Thank you')
  await slip
    .getByLabel('Logo')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await slip.getByRole('alert').getByText('bukan gambar PNG').waitFor()
  await slip.getByLabel('Tulis semua persyaratan di slip').check()
  const before = await slip.getByRole('img').getAttribute('src')
  await slip.getByRole('button', { name: 'Simpan isi slip' }).click()
  await slip.getByText('Isi slip sudah disimpan.').waitFor()
  await page.waitForFunction(
    (old) => document.querySelector('.slip-preview')?.getAttribute('src') !== old,
    before,
  )
  const src = (await slip.getByRole('img').getAttribute('src')) ?? ''
  const shown = await page.evaluate(async (path) => (await fetch(path)).text(), src)
  expect(shown).toContain('Terima kasih')
  expect(shown).toContain('Siapkan:')
  expect(await axeFaults(page)).toEqual([])
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))
