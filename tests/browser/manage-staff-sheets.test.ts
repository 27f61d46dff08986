// A list of staff becomes accounts, and a sheet of slips with their first passwords, one a fold, which only the printer and
// whoever sent the list see.
import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { table, workbook } from '../sheets/zip.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage } from './manage-page.ts'
import { sheetText, staffText } from './words.ts'

const { enter, staff } = houseOfFile(openHouse)
const look = process.env['LOOK']
const list = (rows: readonly (readonly (string | null)[])[]) => ({
  name: 'petugas.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
