// The evaluation pack in a real browser: a manager sees what is missing, answers a question, makes a pack of a month, takes it
// along and removes it; by keyboard, and on a phone.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { evaluationText, staffText } from './words.ts'

const command = join(import.meta.dirname, '../../dist/server/cli/rehearse.js')

const { enter } = houseOfFile(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'antre-past-'))
  const past = join(folder, 'data')
  const order = [`--data=${past}`, '--from=2025-11-25', '--days=1', '--visits=30', '--seed=3']
  await promisify(execFile)(process.execPath, [command, ...order])
  const house = await openHouse({}, past)
  rmSync(folder, { recursive: true, force: true })
  return house
})

test('a manager answers a question, makes a pack, takes it along and removes it', async () => {
  const page = await enter('/evaluation/', 'manager', { reducedMotion: 'reduce' })
  const missing = page.getByRole('region', { name: evaluationText('missingTitle') })
  await missing.getByText(evaluationText('missing.inspections')).waitFor()
  await page.getByText(evaluationText('none')).waitFor()

  // One question, by keyboard; another try of this test finds it answered.
  const questions = page.getByRole('region', { name: evaluationText('questionsTitle') })
  await questions.locator('summary').first().press('Enter')
  const decree = page.getByLabel('Peraturan pembentukan mal pelayanan publik (nomor, tanggal)', {
    exact: true,
  })
  await decree.fill(`Perbup 12/2026 ${Date.now()}`)
  await questions.getByRole('button', { name: evaluationText('save'), exact: true }).press('Enter')
  await questions.getByText(evaluationText('saved')).waitFor()
  await questions
    .getByRole('button', {
      name: evaluationText('stillSoOf', {
        question: 'Peraturan pembentukan mal pelayanan publik (nomor, tanggal)',
      }),
    })
    .waitFor()
  expect(await axeFaults(page)).toEqual([])

  // A period without a day is refused in words.
  const make = page.getByRole('region', { name: evaluationText('makeTitle') })
  await make.getByLabel(evaluationText('kind'), { exact: true }).selectOption('free')
  await make.getByLabel(evaluationText('from'), { exact: true }).fill('2025-11-01')
  await make.getByLabel(evaluationText('to'), { exact: true }).fill('2025-11-20')
  const go = make.getByRole('button', { name: evaluationText('go'), exact: true })
  await go.press('Enter')
  await page.getByRole('alert').getByText('mal tidak pernah dibuka').waitFor()

  await make.getByLabel(evaluationText('to'), { exact: true }).fill('2025-11-30')
  const title = 'Laporan <b>uji</b>'
  await make.getByLabel(evaluationText('docTitle'), { exact: true }).fill(title)
  await go.press('Enter')
  const kept = page.getByRole('region', { name: evaluationText('keptTitle') })
  const link = kept.getByRole('link', { name: evaluationText('downloadOf', { title }) })
  await link.waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), link.press('Enter')])
  expect(file.suggestedFilename()).toBe('antre-evaluasi-2025-11-01-2025-11-30.zip')
  expect(await axeFaults(page)).toEqual([])

  await kept.getByRole('button', { name: evaluationText('removeOf', { title }) }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(evaluationText('removeSure', { title })).waitFor()
  await dialog.getByRole('button', { name: evaluationText('remove'), exact: true }).press('Enter')
  await kept.getByText(evaluationText('none')).waitFor()

  // On a phone the page itself does not scroll sideways, and the menu is beside the title.
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  const head = page.getByRole('banner')
  const beside = [
    head.getByRole('heading', { level: 1 }),
    page.getByRole('button', { name: staffText('menu') }),
  ]
  const [heading, menu] = await Promise.all(beside.map((one) => one.boundingBox()))
  expect(heading && menu && menu.y < heading.y + heading.height && heading.x + heading.width <= menu.x).toBe(
    true,
  )
  await page.close()
})
