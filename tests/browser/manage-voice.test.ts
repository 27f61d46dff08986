// The voice on the manager's page in a real browser: who speaks, what is missing and what is wrong in words, and a
// sentence that is heard.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { VoiceRules } from '../../server/hall/equipment.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage } from './manage-page.ts'
import { manageText } from './words.ts'

const { enter, house } = houseOfFile(openHouse, { keepsBrowsers: true })

const openManage = () => openManagePage({ enter }, 'voice', manageText('voice.title'))

const voice = (page: Page) => page.getByRole('region', { name: manageText('voice.title') })

const sentence = (page: Page, language: string) =>
  voice(page).getByLabel(manageText('voice.sentence', { language }))

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
  const play = voice(page).getByRole('button', { name: manageText('voice.play'), exact: true })
  await play.dblclick()
  await voice(page)
    .getByText(manageText.like('voice.playing', { by: manageText('voice-by.espeak') }))
    .waitFor()
  expect([200, 206]).toContain((await sound).status())
  expect(tries).toHaveLength(1)
  await sentence(page, 'Indonesia').fill('<img src=x onerror=alert(1)> \u202eBPJS 💥 buka')
  await sentence(page, 'Inggris').fill('')
  const again = page.waitForResponse((answer) => answer.url().endsWith('/voice/try'))
  await play.click()
  await again
  // Without the English one it is shorter.
  await voice(page)
    .getByText(/^Diputar: [3-9] detik/)
    .waitFor()
  await sentence(page, 'Indonesia').fill('')
  await play.click()
  await voice(page).getByText(manageText('voice.nothing')).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('what is missing, broken, forbidden or failed is said in words', async () => {
  const page = await openManage()
  const argv = [join(house.dataDir, 'piper'), '--output_file', '-']
  const folder = join(house.dataDir, 'clips', 'suara-ayu', 'id')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'nol.wav'), 'bukan suara')
  await setVoice(page, { clips: 'suara-ayu', command: { argv, languages: ['id'] } })
  await voice(page).getByText(manageText.like('voice.missing')).waitFor()
  await voice(page).getByText(manageText('voice.missingFiles')).click()
  await voice(page).getByText('id/nomor-antrean.wav').waitFor()
  await voice(page)
    .getByText(`id/nol.wav ${manageText('clip-fault.not-audio')}`)
    .waitFor()
  await voice(page).getByText(manageText('forbidden.no-list')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  writeFileSync(join(house.dataDir, 'voice-commands.json'), JSON.stringify([argv]), { mode: 0o600 })
  await voice(page)
    .getByRole('button', { name: manageText('voice.play'), exact: true })
    .click()
  await voice(page)
    .getByText(
      manageText('voice.instead', {
        by: manageText('voice-by.command'),
        why: manageText('command-fault.not-there'),
      }),
    )
    .waitFor()
  await voice(page).getByText(manageText.like('voice.rests')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 768 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})
