// Help at the counter in real browsers: the open call, the alarm that nobody in front of the desk may notice, messages.
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from './harness.ts'
import { nobody, panelsOfFile } from './panel.ts'
import { signInAs, type Staff } from './staff.ts'
import { begins, panelText } from './words.ts'

const HERE = '/api/counters/loket-4'

const { enter, goHome, house, officerAt, staff } = panelsOfFile()
let supervisor: Staff

beforeAll(async () => {
  supervisor = await signInAs(house, 'dukcapil-spv', house.passwords.get('dukcapil-spv') ?? '')
})

// An alarm stays until it is answered.
afterEach(async () => {
  await goHome()
  await staff.post(`${HERE}/help/answer`).catch(() => {})
})

/** What somebody looking over the officer's shoulder can read, without the clocks. */
async function readable(page: Page): Promise<string> {
  const text = await page.locator('.panel').innerText()
  return `${await page.title()}\n${text}`.replace(/\d+[.:]\d\d([.:]\d\d)?|\d+ detik/g, '…')
}

const sign = (page: Page, dots: string) =>
  page.getByRole('heading', { level: 1, name: `Loket 4${dots}`, exact: true })

/** The counters from which the reception is shown an alarm. */
async function alarmsAtReception(): Promise<string[]> {
  const page = await enter('/counter/', 'manager')
  await page.getByText(panelText('chooseTitle')).waitFor()
  await page.goto(`${house.url}/reception/`)
  await page.locator('.alarm').first().waitFor()
  return page.locator('.alarm strong').allTextContents()
}

describe('the open call', () => {
  test('one key calls, the panel says since when and who is coming', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4')
    await page.keyboard.press('b')
    await page.getByText(panelText.like('help.called')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await supervisor.post(`${HERE}/help/answer`)
    await page.getByText(panelText.like('help.comes')).waitFor()
    expect(await page.getByRole('button', { name: panelText('help.takeBack') }).count()).toBe(0)
  })

  test('the caller can withdraw it', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4')
    await page.keyboard.press('b')
    await page.getByRole('button', { name: panelText('help.takeBack') }).click()
    await page.getByText(panelText.like('help.called')).waitFor({ state: 'hidden' })
    expect(await page.getByText(panelText.like('help.comes')).count()).toBe(0)
  })
})

describe('the silent alarm', () => {
  test('two presses raise it at the reception, and nothing on the panel but a dot tells of it', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4')
    const before = await readable(page)
    await page.keyboard.press('F8')
    await page.keyboard.press('F8')
    await sign(page, '·').waitFor()
    expect((await readable(page)).replace('Loket 4·', 'Loket 4')).toBe(before)
    expect(await alarmsAtReception()).toEqual(['Loket 4'])
    expect(await axeFaults(page)).toEqual([])

    await staff.post(`${HERE}/help/answer`)
    await sign(page, '··').waitFor()
    expect((await readable(page)).replace('Loket 4··', 'Loket 4')).toBe(before)
  })

  test('one press, however long, raises nothing; nor do two letters in a field', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.keyboard.down('F8')
    await page.keyboard.down('F8')
    await page.keyboard.down('F8')
    await page.keyboard.up('F8')
    // A call for help by the same route: anything sent before it would have arrived.
    await page.keyboard.press('b')
    await page.getByText(panelText.like('help.called')).waitFor()
    expect(asked.filter((url) => url.endsWith('/help')).length).toBe(1)
    await sign(page, '').waitFor()
  })

  test('three touches of the counter’s name raise it, also where no keyboard is', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4', {
      viewport: { width: 360, height: 768 },
      hasTouch: true,
    })
    const name = page.getByRole('heading', { level: 1 })
    for (const _touch of [1, 2, 3]) await name.tap()
    await sign(page, '·').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  test('it works behind a dialog, and while a field has the keys', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4')
    await page.keyboard.press('j')
    await page.getByLabel(panelText('pauseTime')).focus()
    await page.keyboard.press('F8')
    await page.keyboard.press('F8')
    await page.locator('.head-sign', { hasText: '·' }).waitFor({ state: 'attached' })
    expect(await page.getByLabel(panelText('pauseTime')).inputValue()).toBe('')
  })

  test('an open call that becomes an alarm goes on looking like an open call', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4')
    await page.keyboard.press('b')
    await page.getByText(panelText.like('help.called')).waitFor()
    await page.keyboard.press('F8')
    await page.keyboard.press('F8')
    await sign(page, '·').waitFor()
    await page.getByText(panelText.like('help.called')).waitFor()
    await page.getByRole('button', { name: panelText('help.takeBack') }).click()
    await page.getByText(panelText.like('help.called')).waitFor({ state: 'hidden' })
    // It only looks withdrawn.
    await sign(page, '·').waitFor()
    expect(await alarmsAtReception()).toEqual(['Loket 4'])
  })
})

describe('messages', () => {
  test('they stay until read, the oldest first, and never take the focus', async () => {
    const page = await officerAt('dukcapil-2', 'Loket 4')
    await page.keyboard.press('j')
    const time = page.getByLabel(panelText('pauseTime'))
    await time.focus()
    await page.keyboard.type('1')
    await supervisor.post(`${HERE}/messages`, { text: '<b>Tolong</b> ke ruang rapat 📎' })
    await supervisor.post(`${HERE}/messages`, { text: 'مرحبا' })
    await page.getByText(panelText('help.more', { count: 1 })).waitFor({ state: 'attached' })
    await page.keyboard.type('2')
    expect(await time.inputValue()).toBe('12')
    await page.keyboard.press('Escape')
    await page.getByText('<b>Tolong</b> ke ruang rapat 📎').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('d')
    await page.getByText('مرحبا').waitFor()
    await page.getByRole('button', { name: begins(panelText('action.read')) }).click()
    await page.getByText(panelText('help.messages')).waitFor({ state: 'hidden' })
    await page.reload()
    await nobody(page).waitFor()
    expect(await page.getByText(panelText('help.messages')).count()).toBe(0)
  })
})
