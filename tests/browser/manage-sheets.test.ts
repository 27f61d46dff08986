// The manager downloads the plan as a workbook, sends back one that was edited, sees what would change and what is wrong, and
// puts it into the draft. A list of staff becomes accounts, and a sheet of slips with their first passwords, one a fold, which
// only the printer and whoever sent the list see.
import { readFileSync, writeFileSync } from 'node:fs'
import type { FileChooser } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { table, workbook } from '../sheets/zip.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { goToSection, openManagePage } from './manage-page.ts'
import { sheetText, staffText } from './words.ts'

const { enter, staff } = houseOfFile(openHouse, { keepsBrowsers: true, newForRetry: true })
const look = process.env['LOOK']
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const agenciesOf = (plan: Plan) => plan.agencies.map(({ id, name, short }) => [id, name.id, name.en, short])
const heads = ['ID – jangan diubah', 'Nama', 'Nama (Inggris)', 'Singkatan']
const file = (name: string, rows: readonly (readonly (string | number | null)[])[], more = {}) => ({
  name,
  mimeType,
  buffer: workbook({ sheets: { Instansi: table([heads, ...rows]), ...more } }),
})
const draftOf = () =>
  staff.get<{ plan: Plan; from: number; base: number; changedBy: string | null }>('/api/plan/draft')
const open = () => openManagePage({ enter }, 'sheets', sheetText('sendTitle'), 1000)

it('downloads the workbook, sends it back edited, looks at what changes, and puts it into the draft', async () => {
  const page = await open()
  expect(await axeFaults(page)).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: sheetText('xlsx'), exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^antre-\d{4}-\d{2}-\d{2}\.xlsx$/)
  const bytes = readFileSync(await download.path())
  const input = page.getByLabel(sheetText('file'))
  await input.setInputFiles({ name: 'sama.xlsx', mimeType, buffer: bytes })
  await page.getByText(sheetText('nothing'), { exact: true }).waitFor()

  const { plan } = await draftOf()
  const rows = agenciesOf(plan).filter(([id]) => id !== 'taspen')
  const edited = rows.map(([id = '', name = '', en = '', short = '']) => [
    id,
    id === 'dukcapil' ? 'Disdukcapil' : name,
    en,
    short,
  ])
  await input.setInputFiles(
    file('instansi.xlsx', [...edited, ['', 'Dinas Perhubungan', 'Transport office', 'Dishub']]),
  )
  const result = page.getByRole('heading', { name: sheetText('resultTitle', { name: 'instansi.xlsx' }) })
  await result.waitFor()
  await page.getByText('Dinas Perhubungan').waitFor()
  await page.getByText('Disdukcapil / Population and Civil Registration Office').waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/sheets-changes.png`, fullPage: true })
  expect((await draftOf()).changedBy).toBeNull()
  await page.getByRole('button', { name: sheetText('take'), exact: true }).click()
  await page.getByText(sheetText('taken', { name: 'instansi.xlsx' })).waitFor()
  const saved = await draftOf()
  expect(saved.changedBy).not.toBeNull()
  const names = saved.plan.agencies.map(({ name }) => name.id)
  expect([names[0], names.at(-1), names.includes('Taspen')]).toEqual([
    'Disdukcapil',
    'Dinas Perhubungan',
    false,
  ])
  if (look) await page.screenshot({ path: `${look}/sheets-taken.png`, fullPage: true })
  // From now on the draft is what is downloaded.
  await page.getByLabel(sheetText('draft'), { exact: true }).waitFor()
})

it('names each fault at its cell, asks which thing a row is, and goes on when that is answered', async () => {
  const page = await open()
  const { plan } = await draftOf()
  const rows = agenciesOf(plan)
  const input = page.getByLabel(sheetText('file'))
  const counters = {
    Loket: table([
      ['ID – jangan diubah', 'Nomor loket', 'Zona'],
      ...plan.counters.map(({ id, label }, nth) => [id, label, nth === 3 ? 'Zona Bulan' : null]),
    ]),
  }
  await input.setInputFiles(
    file('salah.xlsx', [...rows, ['', rows[0]?.[1] ?? '', 'Again', 'Lagi']], counters),
  )
  const blocked = page.getByRole('region', { name: sheetText('blockedTitle') })
  await blocked.getByText('Loket C5 · Zona').waitFor()
  await blocked.getByText('"Zona Bulan" tidak ada di lembar Zona.').waitFor()
  expect(await page.getByRole('button', { name: sheetText('take') }).count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/sheets-faults.png`, fullPage: true })

  await input.setInputFiles(file('dua.xlsx', [...rows, ['', rows[0]?.[1] ?? '', 'Again', 'Lagi']]))
  await blocked.getByText(sheetText('askLead')).waitFor()
  await blocked.getByLabel(sheetText('askNew'), { exact: true }).check()
  await page.getByRole('button', { name: sheetText('take'), exact: true }).waitFor()
  await page.getByText(sheetText.like('counts')).first().waitFor()
})

it('says what a file is that is no spreadsheet, and what is too large', async () => {
  const page = await open()
  const input = page.getByLabel(sheetText('file'))
  await input.setInputFiles({ name: 'laporan.xlsx', mimeType, buffer: Buffer.from('%PDF-1.7') })
  await page.getByText('Berkas ini berupa PDF; simpan sebagai .xlsx.').waitFor()
  await input.setInputFiles({ name: 'besar.xlsx', mimeType, buffer: Buffer.alloc(9 * 1024 * 1024) })
  await page.getByText(sheetText('tooLarge', { name: 'besar.xlsx', size: '9', most: '8' })).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

it('shows what a colleague saved meanwhile before it takes anything', async () => {
  const page = await open()
  const { plan } = await draftOf()
  const rows = agenciesOf(plan).map(([id = '', name = '', en = '', short = '']) => [
    id,
    name,
    en,
    id === 'bpn' ? 'ATR' : short,
  ])
  await page.getByLabel(sheetText('file')).setInputFiles(file('singkatan.xlsx', rows))
  const take = page.getByRole('button', { name: sheetText('take'), exact: true })
  await take.waitFor()
  const { from, base } = await draftOf()
  await staff.put(`/api/plan/draft?from=${from}&base=${base}`, { ...plan, walkSeconds: plan.walkSeconds + 1 })
  await take.click()
  await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor()
  await take.waitFor()
  expect((await draftOf()).plan.agencies.some(({ short }) => short === 'ATR')).toBe(false)
  await take.click()
  await page.getByText(sheetText('taken', { name: 'singkatan.xlsx' })).waitFor()
  const now = (await draftOf()).plan
  expect([now.walkSeconds, now.agencies.find(({ id }) => id === 'bpn')?.short]).toEqual([
    plan.walkSeconds + 1,
    'ATR',
  ])
})

it('is found in the menu', async () => {
  const page = await openManagePage({ enter }, 'plan', 'Konsep dan terbitan')
  await goToSection(page, 'sheets')
  await page.getByRole('heading', { name: sheetText('fetchTitle'), exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/manage/sheets/')
})

it('works by keyboard alone', async () => {
  const page = await open()
  const { plan } = await draftOf()
  const rows = agenciesOf(plan).map(([id = '', name = '', en = '', short = '']) => [
    id,
    name,
    en,
    id === 'bpn' ? 'BPN!' : short,
  ])
  const choosers: FileChooser[] = []
  page.on('filechooser', (one) => choosers.push(one))
  // The links are drawn once more when the draft is known, and take the focus with them: then it is pressed again.
  await expect
    .poll(
      async () => {
        if (choosers.length > 0) return true
        await page.getByRole('link', { name: sheetText('json'), exact: true }).focus()
        await page.keyboard.press('Tab')
        const type = await page.evaluate(() => document.activeElement?.getAttribute('type'))
        if (type === 'file') await page.keyboard.press('Enter')
        return false
      },
      { interval: 1_000 },
    )
    .toBe(true)
  await choosers[0]?.setFiles(file('papan-ketik.xlsx', rows))
  const take = page.getByRole('button', { name: sheetText('take'), exact: true })
  await take.waitFor()
  for (let nth = 0; nth < 6 && !(await take.evaluate((one) => one === document.activeElement)); nth += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText(sheetText('taken', { name: 'papan-ketik.xlsx' })).waitFor()
  expect((await draftOf()).plan.agencies.find(({ id }) => id === 'bpn')?.short).toBe('BPN!')
})

/** A list of staff. */
const list = (rows: readonly (readonly (string | null)[])[]) => ({
  name: 'petugas.xlsx',
  mimeType,
  buffer: workbook({ sheets: { Petugas: table([['Nama pengguna', 'Nama', 'Peran', 'Instansi'], ...rows]) } }),
})
const people = [
  ['wayan.sudiarta', 'I Wayan Sudiarta', 'petugas', 'Disdukcapil'],
  ['komang.ayu', 'Ni Komang Ayu Lestari', 'penyelia', 'Disdukcapil'],
  ['made.rai', 'I Made Rai', 'petugas', 'BPN'],
  ['ketut.sari', 'Ni Ketut Sari', 'petugas', 'BPN'],
]

it('makes accounts of a list, prints a slip for each, and their owners sign in with it', async () => {
  const { agencies } = await staff.get<{ agencies: { short: string }[] }>('/api/plan')
  const [one = '', two = ''] = agencies.map(({ short }) => short)
  const rows = people.map(([username = '', name = '', role = ''], nth) => [
    username,
    name,
    role,
    nth < 2 ? one : two,
  ])
  const page = await openManagePage({ enter }, 'people', sheetText('staffTitle'), 1000)
  const part = page.getByRole('region', { name: sheetText('staffTitle') })
  const input = part.getByLabel(sheetText('staffFile'))
  await input.setInputFiles(list([...rows, ['x', 'Kurang', 'petugas', one]]))
  await part.getByText('Petugas A6 · Nama pengguna').waitFor()
  expect(await part.getByRole('button', { name: sheetText('staffTake') }).count()).toBe(0)

  await input.setInputFiles(list(rows))
  await part
    .getByText(sheetText('counts', { added: '4', changed: '0', gone: '0' }))
    .first()
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/staff-list.png`, fullPage: true })
  await part.getByRole('button', { name: sheetText('staffTake'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(sheetText('slipsTitle', { count: '4' })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/staff-slips.png` })
  const passwords = await dialog.locator('code').allTextContents()
  expect(new Set(passwords).size).toBe(4)

  // On paper there are the slips and nothing else, three to a sheet, none over two sheets.
  await page.emulateMedia({ media: 'print' })
  const boxes = await page
    .locator('.password-slip')
    .evaluateAll((slips) => slips.map((slip) => slip.getBoundingClientRect().height))
  expect(boxes.map((height) => Math.round((height * 25.4) / 96))).toEqual([99, 99, 99, 99])
  expect(await page.locator('.password-slip').first().textContent()).toContain(passwords[0])
  expect(await dialog.isVisible()).toBe(false)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  if (look) writeFileSync(`${look}/slips.pdf`, pdf)
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  await page.emulateMedia({ media: 'screen' })

  // No storage of the browser has them, and once closed they are gone.
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  for (const password of passwords) expect(kept).not.toContain(password)
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: sheetText('slipsClose'), exact: true }).click()
  await dialog.getByText(sheetText('slipsCloseAsk')).waitFor()
  await dialog.getByRole('button', { name: sheetText('slipsCloseAnyway'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.content()).not.toContain(passwords[0])
  await page.locator('.account').filter({ hasText: 'komang.ayu' }).waitFor({ state: 'attached' })

  const panel = await enter('/counter/', 'made.rai', { password: passwords[2] ?? '' })
  await panel.getByRole('heading', { name: staffText('firstTitle') }).waitFor()

  // The paper was lost: those who never signed in get another one.
  await input.setInputFiles(list(rows))
  await part.getByText(sheetText('staffNothing')).waitFor()
  await part.getByLabel(sheetText.like('staffAgain')).check()
  await part.getByRole('button', { name: sheetText('staffTake'), exact: true }).click()
  await dialog.waitFor()
  const others = await dialog.locator('code').allTextContents()
  expect(others.some((password) => passwords.includes(password))).toBe(false)
})
