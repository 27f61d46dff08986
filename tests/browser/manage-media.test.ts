// The manager puts files and texts on the boards, says when and where, and learns what is refused and why.
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { manageText, problemText } from './words.ts'

const sample = (name: string) => fileURLToPath(new URL(`../media/files/${name}`, import.meta.url))
const { enter, staff } = houseOfFile(openHouse, { pagesStay: true })
let page: Page

beforeAll(async () => {
  page = await enter('/manage/boards/', 'manager')
  await page.locator('#media-upload').waitFor()
})

const part = () => page.locator('section[aria-labelledby=media-title]')
const dialog = () => page.getByRole('dialog')
const media = async () => (await staff.get<Plan>('/api/plan')).media

describe('media on the manager’s page', () => {
  it('are uploaded; what boards can not show is refused in words', async () => {
    await page
      .locator('#media-upload')
      .setInputFiles([
        { name: '<b>gambar.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
      ])
    await part().getByText(problemText('media-unfit')).waitFor()
    await page.locator('#media-upload').setInputFiles([sample('small.jpg'), sample('moves.webm')])
    await part().locator('.media-thumb').nth(1).waitFor()
    expect(await part().locator('.media-files .media-name').allTextContents()).toEqual([
      'moves.webm',
      'small.jpg',
    ])
  })

  it('get a schedule, which says both hours or neither', async () => {
    await part()
      .getByRole('button', { name: manageText('media.scheduleOf', { name: 'small.jpg' }) })
      .click()
    await page.locator('#media-seconds').fill('20')
    await page.locator('#media-from').fill('2026-12-01')
    await page.locator('#media-hours-from').fill('08:00')
    await page.getByRole('checkbox', { name: 'Sen' }).check()
    await dialog()
      .getByRole('button', { name: manageText('media.save') })
      .click()
    await page.getByText(manageText('media.hoursBoth')).waitFor()
    await page.locator('#media-hours-to').fill('12:00')
    expect(await axeFaults(page)).toEqual([])
    await dialog()
      .getByRole('button', { name: manageText('media.save') })
      .click()
    await part()
      .getByText(
        `${manageText('media.since', { day: '1 Des' })} · Sen · 08.00–12.00 · ${manageText('media.stands', { count: 20 })}`,
      )
      .waitFor()
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
    await part()
      .getByRole('button', { name: manageText('media.addLine') })
      .click()
    await page.locator('#media-text-id').fill('Jumat tutup pukul 11.00 <b>')
    await page.locator('#media-text-en').fill('Closes at 11.00 on Friday')
    await dialog()
      .getByRole('button', { name: manageText('media.save') })
      .click()
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
    await part()
      .getByRole('button', { name: manageText('media.editOf', { name: 'Kedua' }) })
      .click()
    await page.locator('#media-text-id').fill('Kedua, diubah')
    // The line before it is removed: by then the second in the list is another one.
    await set('Kedua', 'Ketiga')
    await part().getByText('Pertama', { exact: true }).waitFor({ state: 'detached' })
    await dialog()
      .getByRole('button', { name: manageText('media.save') })
      .click()
    await dialog().getByRole('alert').getByText(manageText('planChanged')).waitFor()
    expect((await media())?.lines).toEqual(['Kedua', 'Ketiga'].map(lineOf))
    expect(await page.locator('#media-text-id').inputValue()).toBe('Kedua, diubah')
    await dialog()
      .getByRole('button', { name: manageText('media.save') })
      .click()
    await dialog().waitFor({ state: 'detached' })
    expect((await media())?.lines).toEqual([{ text: { id: 'Kedua, diubah', en: 'Kedua' } }, lineOf('Ketiga')])
  })

  it('are removed after being asked', async () => {
    await part()
      .getByRole('button', { name: manageText('media.removeOf', { name: 'moves.webm' }) })
      .click()
    await dialog()
      .getByRole('button', { name: manageText('media.remove') })
      .click()
    await part().locator('.media-name', { hasText: 'moves.webm' }).waitFor({ state: 'detached' })
    expect((await staff.get<{ files: unknown[] }>('/api/media')).files).toHaveLength(1)
    expect(await axeFaults(page)).toEqual([])
  })
})
