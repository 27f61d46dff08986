// A scanner at the kiosk that sends no Enter, splits its scans, or comes at a bad moment: one visit, or one message.
import { beforeEach, describe, expect, it } from 'vitest'
import { axeFaults } from './harness.ts'
import { kioskOfFile } from './kiosk-page.ts'
import { scan } from './scanner.ts'
import { begins, kioskText } from './words.ts'

const all = kioskOfFile()

beforeEach(() => all.kiosk.start())

const KK = /^Kartu Keluarga baru/
const codeOf = (token: string) => `https://antre.example/t/${token}`
const newVisit = () => all.staff.takeNumber(['dukcapil-kk'])
const plate = () => all.kiosk.page.locator('.number .plate').textContent()
const yourVisit = () => all.kiosk.page.getByRole('heading', { name: kioskText('yourVisit') }).waitFor()
/** The message for a scan that shows no visit. */
const word = (text: string | RegExp) => all.kiosk.page.locator('.scan-word').getByText(text).waitFor()
const ONCE_MORE = kioskText('scan.torn')

describe('[Q11] a scan is one visit or one search, and its letters go nowhere else', () => {
  it('without Enter it is taken once, and the Enter that comes late does nothing', async () => {
    const { token } = await newVisit()
    let asked = 0
    all.kiosk.page.on('websocket', (socket) => void (socket.url().includes(token) && (asked += 1)))
    await all.kiosk.page.getByRole('button', { name: KK }).focus()
    const late = await all.kiosk.scan(codeOf(token), '')
    await yourVisit()
    const finish = all.kiosk.page.getByRole('button', { name: begins(kioskText('finish')) })
    await finish.waitFor()
    await finish.focus()
    await late()
    await yourVisit()
    expect(await finish.isVisible()).toBe(true)
    expect(asked).toBe(1)
  })

  it('with Tab at its end it is taken too, and the focus stays', async () => {
    const { token } = await newVisit()
    await all.kiosk.scan(codeOf(token), 'Tab')
    await yourVisit()
    expect(await all.kiosk.page.evaluate(() => document.activeElement?.localName)).toBe('h1')
  })

  it.each([
    ['too short', codeOf('AbCdEf')],
    ['half of the address', 'https://antre.exam'],
    ['a wrong letter', codeOf('AbCdEf_0123456789!wxyz')],
    ['two run together', codeOf('AbCdEf-_0123456789wxyz') + codeOf('AbCdEf-_0123456789wxyz')],
    ['its end alone', 'f-_0123456789wxyz'],
  ])('torn (%s) it asks for another one, and what is on the screen stays', async (_, text) => {
    await all.kiosk.tap(KK)
    await all.kiosk.scan(text)
    await word(ONCE_MORE)
    expect(await all.kiosk.page.locator('.shell-check').count()).toBe(1)
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    await all.kiosk.tap(kioskText.en('languageName'))
    await word(kioskText.en('scan.torn'))
  })

  it('leaves nothing in the field of the search, torn or whole', async () => {
    const { token } = await newVisit()
    const field = all.kiosk.page.getByRole('textbox')
    await all.kiosk.tap(kioskText('search.search'))
    await all.kiosk.page.locator('.keys').getByRole('button', { name: 'k', exact: true }).tap()
    await all.kiosk.scan('https://antre.exam', '')
    await word(ONCE_MORE)
    expect(await field.inputValue()).toBe('k')
    await field.focus()
    await all.kiosk.scan(codeOf('cut'))
    expect(await field.inputValue()).toBe('k')
    await all.kiosk.scan(codeOf(token))
    await yourVisit()
    expect(await all.kiosk.page.locator('.scan-word').textContent()).toBe('')
  })

  it('presses nothing where the kiosk speaks', async () => {
    const { number, token } = await newVisit()
    await all.kiosk.page.keyboard.press('F1')
    await all.kiosk.tap(kioskText('languageName'))
    await all.kiosk.page.locator('[data-spoken] .spoken').waitFor()
    await all.kiosk.page.keyboard.press('ArrowDown')
    await all.kiosk.page.keyboard.press('ArrowDown')
    await all.kiosk.scan(`${codeOf(token)}?l=id `)
    await yourVisit()
    expect(await plate()).toBe(number)
  })
})

describe('[Q11] a scan is one visit or one search, and its letters go nowhere else: at a bad moment', () => {
  it('while a number is on the screen that somebody has to take', async () => {
    const { token } = await newVisit()
    await all.kiosk.tap(KK)
    await all.kiosk.tap(kioskText('takeNumber'))
    await all.kiosk.page.getByRole('heading', { name: kioskText('yourNumber') }).waitFor()
    await all.kiosk.scan(codeOf(token))
    await word(kioskText('scan.number'))
    await all.kiosk.page.getByRole('heading', { name: kioskText('yourNumber') }).waitFor()
    expect(await axeFaults(all.kiosk.page)).toEqual([])
  })

  it('while a number is on its way', async () => {
    const { token } = await newVisit()
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await all.kiosk.page.route('**/api/visits', async (route) => {
      await held
      await route.continue()
    })
    await all.kiosk.tap(KK)
    await all.kiosk.tap(kioskText('takeNumber'))
    await all.kiosk.page.getByText(kioskText('taking')).waitFor()
    await all.kiosk.scan(codeOf(token))
    await word(kioskText('scan.busy'))
    answer()
    await all.kiosk.page.getByRole('heading', { name: kioskText('yourNumber') }).waitFor()
    expect(await all.kiosk.page.locator('.scan-word').textContent()).toBe('')
    await all.kiosk.page.unrouteAll()
  })

  it('while another visit is asked whether it is to be cancelled: the question stays what it was', async () => {
    const { number, token } = await newVisit()
    const other = await newVisit()
    await all.kiosk.scan(codeOf(token))
    await all.kiosk.tap(kioskText('giveBack'))
    await all.kiosk.scan(codeOf(other.token))
    await word(kioskText('scan.dialog'))
    await all.kiosk.page.getByRole('dialog', { name: kioskText('giveBackSure', { number }) }).waitFor()
    expect(await axeFaults(all.kiosk.page)).toEqual([])
    await all.kiosk.tap(kioskText('giveBackNo'))
    await all.kiosk.scan(codeOf(other.token))
    await all.kiosk.page.getByRole('group', { name: kioskText('languages') }).waitFor()
    expect(await all.kiosk.page.locator('.scan-word').textContent()).toBe('')
  })

  it('while the kiosk is cut off, and it goes when the visit can be shown', async () => {
    const { token } = await newVisit()
    await all.kiosk.page.clock.install()
    await all.kiosk.load()
    await all.house.kill()
    await all.kiosk.page.clock.runFor(20_000)
    await all.kiosk.page.getByText(kioskText('blocked.connection')).waitFor()
    await all.kiosk.scan(codeOf(token))
    await word(kioskText('scan.offline'))
    expect(await all.kiosk.page.locator('.shell-start').count()).toBe(1)
    await all.house.start()
    await all.kiosk.page.clock.resume()
  })

  it('where the browser is no kiosk (yet, or any more)', async () => {
    const context = await all.browser.newContext({ viewport: { width: 1080, height: 1920 } })
    const page = await context.newPage()
    await page.goto(`${all.house.url}/kiosk/`)
    await page.getByRole('heading', { name: kioskText('enrolTitle') }).waitFor()
    await scan(page, codeOf('AbCdEf-_0123456789wxyz'))
    await page.locator('.scan-word').getByText(kioskText('scan.unready')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await context.close()
  })
})
