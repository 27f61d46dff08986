// The voice on the manager's page in a real browser. How it speaks: saved with the plan's number, faults at their fields, and
// what was typed kept through a colleague's change, a refusal and a lost connection. Who speaks: what is missing and what is
// wrong in words, and a sentence that is heard.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { VoiceRules } from '../../server/hall/equipment.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage } from './manage-page.ts'
import { begins, manageText } from './words.ts'

const { enter, house, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const argv = ['/opt/piper/piper', '--model', '/opt/piper/id.onnx', '--output_file', '-']

beforeAll(async () => {
  mkdirSync(join(house.dataDir, 'clips', 'suara-ayu', 'id'), { recursive: true })
  writeFileSync(join(house.dataDir, 'voice-commands.json'), JSON.stringify([argv]), { mode: 0o600 })
})

async function openManage(): Promise<{ page: Page; context: BrowserContext }> {
  const page = await openManagePage({ enter }, 'voice', manageText('voice.formTitle'))
  return { page, context: page.context() }
}

const part = (page: Page) => page.getByRole('region', { name: manageText('voice.title') })
const save = (page: Page) => part(page).getByRole('button', { name: manageText('voice.save'), exact: true })
const button = (page: Page, name: string | RegExp) => part(page).getByRole('button', { name })
const field = (page: Page, label: string) => part(page).getByLabel(label, { exact: true })
const saved = (page: Page) => part(page).getByText(manageText('voice.saved')).waitFor()

const voiceOf = (page: Page) =>
  page.evaluate(async () => {
    const { voice } = (await (await fetch('/api/plan')).json()) as { voice?: object }
    return voice ?? null
  })

/** A colleague's change of the plan, from elsewhere; `voice` null: only of the walk. */
const colleague = (page: Page, voice: VoiceRules | null) =>
  page.evaluate(async (wanted) => {
    const { plan: from } = (await (await fetch('/api/hall')).json()) as { plan: number }
    const plan = (await (await fetch('/api/plan')).json()) as { walkSeconds: number }
    const revised = wanted ? { ...plan, voice: wanted } : { ...plan, walkSeconds: plan.walkSeconds + 1 }
    const answer = await fetch(`/api/plan?from=${from}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(revised),
    })
    if (!answer.ok) throw new Error(await answer.text())
  }, voice)

test('a manager sets all of it, once for two presses, and it is in the plan', async () => {
  const { page } = await openManage()
  const puts: string[] = []
  page.on('request', (request) => void (request.method() === 'PUT' && puts.push(request.url())))
  expect(await save(page).isDisabled()).toBe(true)
  await part(page).getByLabel('Indonesia', { exact: true }).check()
  await part(page).getByLabel(manageText('voice.twice')).check()
  await part(page).getByLabel(manageText('voice.chime')).uncheck()
  await button(page, manageText('voice.addQuiet')).click()
  await page.keyboard.type('12.00')
  await field(page, manageText('voice.to')).fill('1300')
  await button(page, manageText('voice.addWord')).click()
  await page.keyboard.type('Samsat')
  await field(page, manageText('voice.spokenIn', { language: 'Indonesia' })).fill('sam sat')
  await field(page, manageText('voice-by.clips')).selectOption('suara-ayu')
  await field(page, manageText('voice-by.command')).selectOption({ label: argv.join(' ') })
  expect(await axeFaults(page)).toEqual([])
  await save(page).dblclick()
  await saved(page)
  expect(puts).toHaveLength(1)
  expect(await voiceOf(page)).toEqual({
    languages: ['id'],
    times: 2,
    chime: false,
    quiet: [{ from: '12:00', to: '13:00' }],
    pronounce: [{ written: 'Samsat', spoken: { id: 'sam sat' } }],
    clips: 'suara-ayu',
    command: { argv, languages: ['id'] },
  })
  await page.reload()
  await part(page).getByText(manageText('voice.twice')).waitFor()
  expect(await field(page, manageText('voice.from')).inputValue()).toBe('12.00')
  expect(await field(page, manageText('voice-by.clips')).inputValue()).toBe('suara-ayu')
  expect(await field(page, manageText('voice.written')).inputValue()).toBe('Samsat')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await axeFaults(page)).toEqual([])
})

test('a word is heard before it is saved, without a chime', async () => {
  const { page } = await openManage()
  const bodies: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/voice/try')) bodies.push(request.postDataJSON())
  })
  await colleague(page, {})
  await field(page, manageText('voice.written')).waitFor({ state: 'detached' })
  await button(page, manageText('voice.addWord')).click()
  await page.keyboard.type('<b>MPP</b> \u202e💥')
  await field(page, manageText('voice.spokenIn', { language: 'Indonesia' })).fill('em pe pe')
  const sound = page.waitForResponse((answer) => answer.url().includes('/api/audio/'))
  await button(page, begins(manageText('voice.playWord', { word: '<b>MPP</b>' }))).click()
  expect([200, 206]).toContain((await sound).status())
  expect(bodies).toEqual([
    {
      texts: [
        { language: 'id', text: 'em pe pe' },
        { language: 'en', text: '<b>MPP</b> \u202e💥' },
      ],
      chime: false,
    },
  ])
  await button(page, begins(manageText('voice.removeWord', { word: '<b>MPP</b>' }))).click()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(manageText('voice.addWord'))
  expect(await save(page).isDisabled()).toBe(true)
})

test('faults are shown at their fields in words, and nothing is sent', async () => {
  const { page } = await openManage()
  const puts: string[] = []
  page.on('request', (request) => void (request.method() === 'PUT' && puts.push(request.url())))
  await button(page, manageText('voice.addQuiet')).click()
  await page.keyboard.type('12.00')
  await field(page, manageText('voice.to')).fill('12')
  await button(page, manageText('voice.addWord')).click()
  await page.keyboard.type('Samsat')
  await page.keyboard.press('Enter')
  await part(page).getByText(manageText('voice.timesSame')).waitFor()
  await part(page).getByText(manageText('voice.spokenMissing')).waitFor()
  await part(page).getByText(manageText('voice.lookAgain')).waitFor()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true')
  expect(await axeFaults(page)).toEqual([])
  expect(puts).toEqual([])
  await button(page, manageText('voice.giveUp')).click()
  await part(page).getByText(manageText('voice.timesSame')).waitFor({ state: 'detached' })
  expect(await field(page, manageText('voice.written')).count()).toBe(0)
})

test('[S6] nobody overwrites a plan that they have not seen: what was typed stays', async () => {
  const { page } = await openManage()
  await colleague(page, {})
  await part(page).getByLabel(manageText('voice.twice')).check()
  // Between the colleague's change and the news of it.
  let isFirst = true
  await page.route('**/api/plan?from=*', async (route) => {
    if (!isFirst) return route.fallback()
    isFirst = false
    await colleague(page, { quiet: [{ from: '22:00', to: '06:00' }] })
    return route.continue()
  })
  await save(page).click()
  await part(page).getByText(manageText('planChanged')).waitFor()
  expect(await voiceOf(page)).toEqual({ quiet: [{ from: '22:00', to: '06:00' }] })
  // Theirs is shown beside one's own.
  await field(page, manageText('voice.from')).waitFor()
  expect(await part(page).getByLabel(manageText('voice.twice')).isChecked()).toBe(true)
  await save(page).click()
  await saved(page)
  expect(await voiceOf(page)).toEqual({ quiet: [{ from: '22:00', to: '06:00' }], times: 2 })
  // A change of something else is not reported here; a change of the voice is, while something is typed.
  await part(page).getByLabel(manageText('voice.once')).check()
  await colleague(page, null)
  await colleague(page, { times: 2, chime: false })
  await part(page).getByText(manageText('voice.byOther')).waitFor()
  expect(await part(page).getByLabel(manageText('voice.once')).isChecked()).toBe(true)
  await button(page, manageText('voice.giveUp')).click()
  await part(page).getByText(manageText('voice.byOther')).waitFor({ state: 'detached' })
  expect(await part(page).getByLabel(manageText('voice.twice')).isChecked()).toBe(true)
  expect(await part(page).getByLabel(manageText('voice.chime')).isChecked()).toBe(false)
})

test('without a connection nothing is taken, and what was typed stays', async () => {
  const { page } = await openManage()
  await button(page, manageText('voice.addWord')).click()
  await page.keyboard.type('KIA')
  await house.kill()
  await part(page).getByText(manageText('voice.offline')).waitFor()
  expect(await save(page).isDisabled()).toBe(true)
  await field(page, manageText('voice.spokenIn', { language: 'Indonesia' })).fill('ka i a')
  await house.start()
  await part(page).getByText(manageText('voice.offline')).waitFor({ state: 'detached' })
  await save(page).click()
  await saved(page)
  expect(await voiceOf(page)).toMatchObject({ pronounce: [{ written: 'KIA', spoken: { id: 'ka i a' } }] })
})

describe('who speaks', () => {
  beforeAll(async () => {
    rmSync(join(house.dataDir, 'voice-commands.json'))
    await staff.revise((plan) => void delete plan.voice)
  })

  const sentence = (page: Page, language: string) =>
    part(page).getByLabel(manageText('voice.sentence', { language }))

  test('a sentence is played here, once for two presses, and a new one for a new sentence', async () => {
    const { page } = await openManage()
    const tries: string[] = []
    page.on('request', (request) => void (request.url().endsWith('/voice/try') && tries.push(request.url())))
    const sound = page.waitForResponse((answer) => answer.url().includes('/api/audio/'))
    const play = part(page).getByRole('button', { name: manageText('voice.play'), exact: true })
    await play.dblclick()
    await part(page)
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
    await part(page)
      .getByText(/^Diputar: [3-9] detik/)
      .waitFor()
    await sentence(page, 'Indonesia').fill('')
    await play.click()
    await part(page).getByText(manageText('voice.nothing')).waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  test('what is missing, broken, forbidden or failed is said in words', async () => {
    const { page } = await openManage()
    const argv = [join(house.dataDir, 'piper'), '--output_file', '-']
    const folder = join(house.dataDir, 'clips', 'suara-ayu', 'id')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'nol.wav'), 'bukan suara')
    await colleague(page, { clips: 'suara-ayu', command: { argv, languages: ['id'] } })
    await part(page).getByText(manageText.like('voice.missing')).waitFor()
    await part(page).getByText(manageText('voice.missingFiles')).click()
    await part(page).getByText('id/nomor-antrean.wav').waitFor()
    await part(page)
      .getByText(`id/nol.wav ${manageText('clip-fault.not-audio')}`)
      .waitFor()
    await part(page).getByText(manageText('forbidden.no-list')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    writeFileSync(join(house.dataDir, 'voice-commands.json'), JSON.stringify([argv]), { mode: 0o600 })
    await part(page)
      .getByRole('button', { name: manageText('voice.play'), exact: true })
      .click()
    await part(page)
      .getByText(
        manageText('voice.instead', {
          by: manageText('voice-by.command'),
          why: manageText('command-fault.not-there'),
        }),
      )
      .waitFor()
    await part(page).getByText(manageText.like('voice.rests')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 768 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
