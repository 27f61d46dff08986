// The printers on the manager's page in a real browser: one is added for a kiosk, changed, and removed; its faults
// are shown in words; a kiosk reports its state.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { emulatedPrinter } from '../slip/printer.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { goToSection, openManagePage } from './manage-page.ts'
import { begins, hallText, manageText } from './words.ts'

/** `staff`: another manager. */
const { browser, enter, house, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const RECEPTION = manageText('printers.reception')

beforeAll(async () => {
  const kiosk = await (await browser.newContext()).newPage()
  const reported = kiosk.waitForResponse((answer) => answer.url().endsWith('/api/devices/report'))
  await kiosk.goto(house.firstRun.enrol.kiosk)
  await reported
})

const openManage = () => openManagePage({ enter }, 'slips', manageText('printers.title'), 900)

/** The field of the printer's name, in Indonesian. */
const nameIn = (dialog: Locator) => dialog.getByLabel(manageText('printers.name', { language: 'Indonesia' }))

const printers = (page: Page): Locator => page.getByRole('region', { name: manageText('printers.title') })

test('a kiosk says how it is, and its version is the server’s', async () => {
  const page = await openManagePage({ enter }, 'devices', manageText('devices'))
  const kiosk = page.getByRole('listitem').filter({ hasText: `${manageText('device.kiosk')} –` })
  await kiosk.getByText(/^Versi \d+\.\d+\.\d+ · layar \d+ × \d+/).waitFor()
  expect(await kiosk.getByText(manageText.like('versionOther')).count()).toBe(0)
})

test('a printer is added for a kiosk, says what it cannot say, is changed and taken away', async () => {
  const page = await openManage()
  expect(await axeFaults(page)).toEqual([])
  await printers(page)
    .getByRole('button', { name: manageText('printers.add') })
    .click()
  const dialog = page.getByRole('dialog')
  await nameIn(dialog).fill('Pencetak pintu utama')
  await dialog.getByRole('radio', { name: manageText('printer-link.fake') }).check()
  await dialog.getByRole('checkbox', { name: begins(manageText('printers.answers')) }).uncheck()
  await dialog
    .getByRole('group', { name: manageText('printers.kiosks') })
    .getByRole('checkbox')
    .check()
  await dialog.getByRole('checkbox', { name: begins(manageText('printers.forReception')) }).check()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  const row = printers(page).getByRole('listitem').filter({ hasText: 'Pencetak pintu utama' })
  await row.getByText(manageText('printers.silent')).waitFor()
  await row
    .getByText(
      manageText('printers.prints', {
        list: `${manageText('device.kiosk')} – ${manageText('wholeHall')}, ${RECEPTION}`,
      }),
    )
    .waitFor()
  expect(await axeFaults(page)).toEqual([])

  await printers(page)
    .getByRole('button', { name: manageText('printers.add') })
    .click()
  await nameIn(dialog).fill('Pencetak kedua')
  await dialog.getByRole('radio', { name: manageText('printer-link.fake') }).check()
  const taken = dialog.getByRole('group', { name: manageText('printers.kiosks') }).getByRole('checkbox')
  await dialog
    .getByText(manageText('printers.now', { printer: 'Pencetak pintu utama' }))
    .first()
    .waitFor()
  await taken.check()
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  await row.getByText(manageText('printers.prints', { list: RECEPTION })).waitFor()

  await row
    .getByRole('button', { name: manageText('printers.editNamed', { name: 'Pencetak pintu utama' }) })
    .click()
  await nameIn(dialog).fill('Pencetak meja depan')
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  const renamed = printers(page).getByRole('listitem').filter({ hasText: 'Pencetak meja depan' })
  await renamed
    .getByRole('button', { name: manageText('printers.removeNamed', { name: 'Pencetak meja depan' }) })
    .click()
  await dialog.getByText(manageText('printers.removeAsk')).waitFor()
  await dialog.getByRole('button', { name: manageText('printers.remove') }).click()
  await renamed.waitFor({ state: 'detached' })
})

test('a test page says what became of it, and a printer without paper is the first thing on the start page', async () => {
  const printer = await emulatedPrinter()
  const page = await openManage()
  await printers(page)
    .getByRole('button', { name: manageText('printers.add') })
    .click()
  const dialog = page.getByRole('dialog')
  await nameIn(dialog).fill('Pencetak uji')
  await dialog.getByLabel(manageText('printers.host')).fill('127.0.0.1')
  await dialog.getByLabel(manageText('printers.port')).fill(String(printer.port))
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  const row = printers(page).getByRole('listitem').filter({ hasText: 'Pencetak uji' })
  await row.getByText(manageText('printer-state.ready')).waitFor()
  const test = row.getByRole('button', { name: manageText('printers.testNamed', { name: 'Pencetak uji' }) })
  await test.click()
  await row.getByText(manageText('printers.testDone')).waitFor()
  expect(printer.slips).toHaveLength(1)
  // A new one is tried with QR codes that it draws itself; the plan keeps what was ticked.
  const saved = await page.evaluate(async () => (await fetch('/api/plan')).json())
  expect(
    saved.printers.find(({ name }: { name: { id: string } }) => name.id === 'Pencetak uji'),
  ).toMatchObject({
    drawsQr: true,
  })

  printer.set({ paper: 'out' })
  await test.click()
  await row
    .getByRole('alert')
    .getByText(manageText('printers.testFailed', { why: hallText('slip-fault.paper-out') }))
    .waitFor()
  await goToSection(page, 'start')
  await page
    .getByRole('region', { name: hallText('attention.title') })
    .getByText(hallText('attention.paper-out', { name: 'Pencetak uji' }))
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  printer.set({ paper: 'full' })
  await page.getByRole('region', { name: hallText('attention.title') }).waitFor({ state: 'detached' })
})

test('what is wrong with a printer is said in words, and nothing is lost', async () => {
  const page = await openManage()
  await printers(page)
    .getByRole('button', { name: manageText('printers.add') })
    .click()
  const dialog = page.getByRole('dialog')
  await nameIn(dialog).fill('Pencetak jauh')
  await dialog.getByLabel(manageText('printers.host')).fill('192.0.2.1')
  await dialog.getByLabel(manageText('printers.port')).fill('99999')
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  await dialog.getByRole('alert').first().waitFor()
  await dialog
    .getByText(/printers\[\d\]/)
    .first()
    .waitFor()
  expect(await dialog.getByLabel(manageText('printers.host')).inputValue()).toBe('192.0.2.1')
  expect(await axeFaults(page)).toEqual([])
})

test('two managers: saving later keeps what the other changed meanwhile', async () => {
  const [one, two] = [await openManage(), await openManage()]
  await two.getByRole('button', { name: manageText('printers.add') }).click()
  const dialog = two.getByRole('dialog')
  await nameIn(dialog).fill('Pencetak yang terlambat')
  await dialog.getByRole('radio', { name: manageText('printer-link.fake') }).check()
  const learned = two.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/plan')
  await goToSection(one, 'start')
  await one.getByRole('button', { name: manageText('operation-to.regular') }).click()
  await one
    .getByRole('dialog')
    .getByRole('button', { name: manageText('operation-to.regular') })
    .click()
  await one.getByRole('button', { name: manageText('operation-to.trial') }).waitFor()
  await learned
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await printers(two).getByText('Pencetak yang terlambat').waitFor()
  const hall = (await (await fetch(`${house.url}/api/hall`)).json()) as { operation: string }
  expect(hall.operation).toBe('regular')
})

test('two managers: saving before the page learned of the other’s change keeps it too', async () => {
  const page = await openManage()
  await printers(page)
    .getByRole('button', { name: manageText('printers.add') })
    .click()
  const dialog = page.getByRole('dialog')
  await nameIn(dialog).fill('Pencetak yang mendahului')
  await dialog.getByRole('radio', { name: manageText('printer-link.fake') }).check()
  // No news of the plan until the first attempt was answered.
  let answered: () => void = () => {}
  const isAnswered = new Promise<void>((resolve) => {
    answered = resolve
  })
  await page.route('**/api/plan', async (route) => {
    await isAnswered
    await route.continue()
  })
  await staff.revise((plan) => void (plan.walkSeconds = 77))
  const first = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  expect((await first).status()).toBe(409)
  answered()
  await dialog.waitFor({ state: 'detached' })
  await printers(page).getByText('Pencetak yang mendahului').waitFor()
  expect(await staff.get('/api/plan')).toMatchObject({ walkSeconds: 77 })
})

test('[S6] nobody overwrites a plan that they have not seen: two managers at one printer: the later one is told, and what was typed stays', async () => {
  const page = await openManage()
  await staff.revise((plan) => {
    const printer = { link: { kind: 'fake' as const }, paper: 80 as const, answers: false }
    const uses = { kiosks: [], counters: [], reception: false }
    const name = { id: 'Pencetak berdua', en: 'Shared printer' }
    plan.printers = [...(plan.printers ?? []), { id: 'shared', name, ...printer, ...uses }]
  })
  await page
    .getByRole('button', { name: manageText('printers.editNamed', { name: 'Pencetak berdua' }) })
    .click()
  const dialog = page.getByRole('dialog')
  await nameIn(dialog).fill('Pencetak saya')
  const paper = () =>
    staff.get<Plan>('/api/plan').then(({ printers: list = [] }) => list.find(({ id }) => id === 'shared'))
  await staff.revise((plan) => {
    for (const one of plan.printers ?? [])
      if (one.id === 'shared') Object.assign(one, { paper: 58, reception: true })
  })
  // Even if the page has heard of it: the form shows what was there before.
  await page
    .locator('li')
    .filter({ hasText: 'Pencetak berdua' })
    .getByText(manageText('printers.prints', { list: RECEPTION }))
    .waitFor()
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  await dialog.getByRole('alert').getByText(manageText('planChanged')).waitFor()
  expect(await paper()).toMatchObject({ name: { id: 'Pencetak berdua' }, paper: 58 })
  expect(await nameIn(dialog).inputValue()).toBe('Pencetak saya')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: manageText('printers.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await paper()).toMatchObject({ name: { id: 'Pencetak saya' } })
})

test('[S6] nobody overwrites a plan that they have not seen: two managers at what slips say: the later one is told, and what was typed stays', async () => {
  const page = await openManage()
  const slip = page.getByRole('region', { name: manageText('slip.title') })
  const below = slip.getByLabel(manageText('slip.footer', { language: 'Indonesia' }))
  const set = (text: string) =>
    staff.revise((plan) => {
      plan.slip = { header: [], logo: null, ...plan.slip, footer: [{ id: text, en: `${text} (EN)` }] }
    })
  const saved = () => staff.get<Plan>('/api/plan').then((plan) => plan.slip)
  // Nothing typed: what a colleague wrote is there.
  await set('Dari rekan')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#slip-footer-id')?.value === 'Dari rekan',
  )
  await below.fill('Dari saya')
  await set('Dari rekan lagi')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#slip-footer-en')?.value === 'Dari rekan lagi (EN)',
  )
  await slip.getByRole('button', { name: manageText('slip.save') }).click()
  await slip.getByRole('alert').getByText(manageText('planChanged')).waitFor()
  expect((await saved())?.footer).toMatchObject([{ id: 'Dari rekan lagi' }])
  expect(await below.inputValue()).toBe('Dari saya')
  await slip.getByRole('button', { name: manageText('slip.save') }).click()
  await slip.getByText(manageText('slip.saved')).waitFor()
  expect((await saved())?.footer).toMatchObject([{ id: 'Dari saya' }])
  // Saved text no longer counts as typed: a colleague's next change is shown.
  await set('Dari rekan terakhir')
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#slip-footer-id')?.value === 'Dari rekan terakhir',
  )
})

test('what slips say is typed, saved and shown on a sample; a file that is no picture is refused in words', async () => {
  const page = await openManage()
  const slip = page.getByRole('region', { name: manageText('slip.title') })
  await slip.getByLabel(manageText('slip.footer', { language: 'Indonesia' })).fill('Terima kasih')
  await slip.getByLabel(manageText('slip.footer', { language: 'Inggris' })).fill('Thank you')
  await slip
    .getByLabel(manageText('slip.logo'))
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await slip.getByRole('alert').getByText(manageText('slip.logoNotPng')).waitFor()
  await slip.getByLabel(manageText('slip.long')).check()
  const before = await slip.getByRole('img').getAttribute('src')
  await slip.getByRole('button', { name: manageText('slip.save') }).click()
  await slip.getByText(manageText('slip.saved')).waitFor()
  await page.waitForFunction(
    (old) => document.querySelector('.slip-preview')?.getAttribute('src') !== old,
    before,
  )
  const src = (await slip.getByRole('img').getAttribute('src')) ?? ''
  const shown = await page.evaluate(async (path) => (await fetch(path)).text(), src)
  expect(shown).toContain('Terima kasih')
  expect(shown).toContain('Siapkan:')
  expect(await axeFaults(page)).toEqual([])
})
