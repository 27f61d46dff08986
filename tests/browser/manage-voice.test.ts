// The voice on the manager's page in a real browser: who speaks, what is missing and what is wrong in words, and a
// sentence that is heard.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { VoiceRules } from '../../server/hall/equipment.ts'
import { axeFaults, type House, openBrowser, openHouse } from './harness.ts'
import { openManagePage } from './manage-page.ts'

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

const openManage = () => openManagePage(browser, house, { heading: 'Suara panggilan', faults })

const voice = (page: Page) => page.getByRole('region', { name: 'Suara panggilan' })

const setVoice = (page: Page, rules: VoiceRules) =>
  page.evaluate(async (wanted) => {
    const { plan: from } = (await (await fetch('/api/hall')).json()) as { plan: number }
    const plan = (await (await fetch('/api/plan')).json()) as object
    await fetch(`/api/plan?from=${from}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...plan, voice: wanted }),
    })
  }, rules)

test('a sentence is played here, once for two presses, and a new one for a new sentence', async () => {
  const page = await openManage()
  const tries: string[] = []
  page.on('request', (request) => void (request.url().endsWith('/voice/try') && tries.push(request.url())))
  const sound = page.waitForResponse((answer) => answer.url().includes('/api/audio/'))
  const play = voice(page).getByRole('button', { name: 'Putar di sini' })
  await play.dblclick()
  await voice(page)
    .getByText(/^Diputar: \d+ detik. Dibacakan oleh: Suara bawaan\.$/)
    .waitFor()
  expect([200, 206]).toContain((await sound).status())
  expect(tries).toHaveLength(1)
  await voice(page).getByLabel('Kalimat (Indonesia)').fill('<img src=x onerror=alert(1)> \u202eBPJS 💥 buka')
  await voice(page).getByLabel('Kalimat (Inggris)').fill('')
  await play.click()
  await voice(page)
    .getByText(/^Diputar: [3-9] detik/)
    .waitFor()
  await voice(page).getByLabel('Kalimat (Indonesia)').fill('')
  await play.click()
  await voice(page).getByText('Tulis kalimatnya dahulu.').waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('what is missing, broken, forbidden or failed is said in words', async () => {
  const page = await openManage()
  const argv = [join(house.dataDir, 'piper'), '--output_file', '-']
  const folder = join(house.dataDir, 'clips', 'suara-ayu', 'id')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'nol.wav'), 'bukan suara')
  await setVoice(page, { clips: 'suara-ayu', command: { argv, languages: ['id'] } })
  await voice(page)
    .getByText(/^\d+ dari \d+ kata dan ungkapan belum direkam/)
    .waitFor()
  await voice(page).getByText('Berkas yang belum ada').click()
  await voice(page).getByText('id/nomor-antrean.wav').waitFor()
  await voice(page).getByText('id/nol.wav bukan suara WAV').waitFor()
  await voice(page)
    .getByText(/^Belum diizinkan: pemilik komputer server/)
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  writeFileSync(join(house.dataDir, 'voice-commands.json'), JSON.stringify([argv]), { mode: 0o600 })
  await voice(page).getByRole('button', { name: 'Putar di sini' }).click()
  await voice(page)
    .getByText('Program suara di server tidak dapat dipakai: programnya tidak ada di server.')
    .waitFor()
  await voice(page)
    .getByText(/^Gagal pukul .*Suara bawaan menggantikannya/)
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 768 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('no page said an error', () => {
  expect(faults.flat()).toEqual([])
})
