// How the voice speaks, set by a manager in a real browser: saved with the plan's number, faults at their fields, and
// what was typed kept through a colleague's change, a refusal and a lost connection.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { VoiceRules } from '../../server/hall/equipment.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage } from './manage-page.ts'
import { begins, manageText } from './words.ts'

const { enter, house } = houseOfFile(openHouse, { keepsBrowsers: true })
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

/** A colleague's change of the plan, from elsewhere; `voice` null: of the walk alone. */
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
