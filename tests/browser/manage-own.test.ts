// What is known of services and not yet sure, in a real browser. An agency with some of its services goes from the catalogue into
// the draft by keyboard alone, marked until somebody says that it is right. A supervisor says what is right and proposes, the
// manager confirms into the draft or says why not, and what was typed is still there after a reload.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { catalogueText, draftText, problemText, shellText, standardText, superviseText } from './words.ts'

const { enter, house, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
const look = process.env['LOOK']

const openOwn = (service = '') =>
  enter(`/manage/own/${service}`, 'dukcapil-spv', { reducedMotion: 'reduce', locale: 'id-ID' })
const openProposals = () =>
  enter('/manage/proposals/', 'manager', { reducedMotion: 'reduce', locale: 'id-ID' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const fee = (page: Page) => page.locator('#own-standard-fee-id')

test('[Z7] what is taken from the catalogue is the hall’s own, and not confirmed: picked by keyboard', async () => {
  const { plan: before } = await staff.get<{ plan: Plan }>('/api/plan/draft')
  const gone = new Set(before.services.filter(({ agency }) => agency === 'polres').map(({ id }) => id))
  const stays = (id: string) => !gone.has(id)
  await staff.put('/api/plan/draft?from=0', {
    ...before,
    agencies: before.agencies.filter(({ id }) => id !== 'polres'),
    services: before.services.filter(({ id }) => stays(id)),
    counters: before.counters.filter(({ agency }) => agency !== 'polres'),
    bundles: [],
  })
  const page = await enter('/manage/catalogue/', 'manager', { reducedMotion: 'reduce', locale: 'id-ID' })
  await page.getByRole('heading', { level: 1, name: shellText('section.catalogue') }).waitFor()
  const find = page.getByLabel(catalogueText('find')).last()
  await find.focus()
  await page.keyboard.type('skck')
  const agency = page.locator('.catalogue-agency').filter({ hasText: 'Kepolisian Resor' })
  await agency.waitFor()
  expect(await page.locator('.catalogue-agency').count()).toBe(1)
  // The licences are left out.
  for (const name of ['Perpanjangan SIM A/C', 'SIM baru (pendaftaran)']) {
    await agency.getByRole('checkbox', { name }).focus()
    await page.keyboard.press('Space')
  }
  const [more] = await agency.getByText(catalogueText('show')).all()
  await more?.focus()
  await page.keyboard.press('Enter')
  await agency.getByText('KTP', { exact: false }).first().waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/catalogue.png`, fullPage: true })
  await agency.getByRole('button', { name: catalogueText('add', { count: 2 }) }).focus()
  await page.keyboard.press('Enter')
  await agency.getByText(catalogueText.like('added', { count: 2 })).waitFor()
  expect(await agency.getByRole('checkbox').count()).toBe(2)
  const saved = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'PUT' && answer.url().includes('/api/plan/draft') && answer.ok(),
  )
  await page.getByRole('button', { name: draftText('save') }).focus()
  await page.keyboard.press('Enter')
  await saved
  const { plan } = await staff.get<{ plan: Plan }>('/api/plan/draft')
  const made = plan.agencies.find(({ short }) => short === 'Polres')
  const own = plan.services.filter((one) => one.agency === made?.id)
  expect(own.map(({ name }) => name.id)).toEqual(['SKCK baru', 'Perpanjangan SKCK'])
  expect(own.flatMap(({ requirements }) => requirements).every(({ confirmed }) => confirmed === false)).toBe(
    true,
  )
})

test('what the hall has is not offered again', async () => {
  const page = await enter('/manage/catalogue/', 'manager', { reducedMotion: 'reduce', locale: 'id-ID' })
  const agency = page.locator('.catalogue-agency').filter({ hasText: 'Dinas Kependudukan' }).first()
  await agency.getByText(catalogueText('allThere')).waitFor()
  await agency.locator('summary').first().click()
  expect(await agency.getByRole('checkbox').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
})

test('[Z6] somebody of the agency confirms what is right: the mark goes, on the public page too', async () => {
  const page = await openOwn()
  const main = page.getByRole('main')
  await main.getByRole('link', { name: 'KTP-el hilang atau rusak' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  // Only their own agency's.
  expect(await main.getByRole('link', { name: 'SKCK baru' }).count()).toBe(0)
  await main.getByRole('link', { name: 'KTP-el hilang atau rusak' }).click()
  const right = button(page, standardText('rightFor', { what: standardText('title') }))
  await right.waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/own.png`, fullPage: true })
  await right.press('Enter')
  await right.waitFor({ state: 'detached' })
  const shown = await fetch(`${house.url}/layanan/dukcapil-ktp-ganti?lang=id`)
  expect(await shown.text()).not.toContain('belum dikonfirmasi')
})

test('[Z5] what a manager confirms goes into the draft: proposed, seen before and after, confirmed', async () => {
  const page = await openOwn('dukcapil-kk')
  await fee(page).fill('Gratis untuk semua')
  await page.locator('#own-standard-fee-en').fill('Free for everybody')
  await button(page, standardText('addStep')).click()
  await page.locator('#own-standard-procedure-0-id').fill('Serahkan berkas')
  await page.locator('#own-standard-procedure-0-en').fill('Hand in the papers')
  await page.locator('#own-wish').fill('Tambah dua loket')
  // Nothing typed is lost.
  await page.reload()
  await fee(page).waitFor()
  expect(await fee(page).inputValue()).toBe('Gratis untuk semua')
  await button(page, standardText('send')).click()
  await page.getByText(standardText('sent')).waitFor()
  await page.getByText('Tambah dua loket').waitFor()
  expect(await axeFaults(page)).toEqual([])

  const manager = await openProposals()
  const one = manager.getByRole('article', { name: /Kartu Keluarga baru/ })
  await one.getByText('Gratis untuk semua / Free for everybody').waitFor()
  expect(await one.innerText()).toContain('Gratis / Free of charge')
  expect(await one.innerText()).toContain('1. Serahkan berkas / Hand in the papers')
  expect(await axeFaults(manager)).toEqual([])
  if (look) await manager.screenshot({ path: `${look}/proposals.png`, fullPage: true })
  await one.getByRole('button', { name: standardText('confirm') }).press('Enter')
  await manager.getByText(standardText('noProposals')).waitFor()
  const { plan } = await staff.get<{ plan: { services: { id: string; standard?: { fee?: object } }[] } }>(
    '/api/plan/draft',
  )
  expect(plan.services.find(({ id }) => id === 'dukcapil-kk')?.standard?.fee).toEqual({
    id: 'Gratis untuk semua',
    en: 'Free for everybody',
  })
  await page.reload()
  await page.getByText(standardText('state.confirmed'), { exact: true }).waitFor()
})

test('what is refused says why, and a proposal can be taken back', async () => {
  const page = await openOwn('dukcapil-akta-lahir')
  const wish = page.locator('#own-wish')
  await wish.fill('Jam sampai pukul 17')
  await button(page, standardText('send')).click()
  await button(page, standardText('withdraw')).waitFor()
  const manager = await openProposals()
  const one = manager.getByRole('article').filter({ hasText: 'Jam sampai pukul 17' })
  const refuse = one.getByRole('button', { name: standardText('refuse') })
  expect(await refuse.isDisabled()).toBe(true)
  await one.getByLabel(standardText('note')).fill('Gedung tutup pukul 16')
  await refuse.click()
  await one.waitFor({ state: 'hidden' })
  await page.reload()
  await page.getByText('Gedung tutup pukul 16').waitFor()
  await wish.fill('Satu printer')
  await button(page, standardText('send')).click()
  await button(page, standardText('withdraw')).click()
  await page.getByText(standardText('state.withdrawn')).waitFor()
})

test('the supervisors’ page leads there', async () => {
  const page = await enter('/supervise/', 'dukcapil-spv')
  await page
    .getByRole('link', { name: superviseText('toOwn') })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: shellText('section.own') }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/manage/own/')
})

test('[Z4] an agency proposes only for itself: another agency’s service is not there, nor the managers’ list', async () => {
  const page = await openOwn('polres-skck-baru')
  await page.getByText(standardText('gone')).waitFor()
  expect(await page.getByRole('button', { name: standardText('send') }).count()).toBe(0)
  await page.goto(`${house.url}/manage/proposals/`)
  await page.getByRole('heading', { name: shellText('noSection') }).waitFor()
})

test('what would break the plan is said at the form, and nothing is sent', async () => {
  const page = await openOwn('dukcapil-kia')
  await button(page, standardText('addRequirement')).click()
  await button(page, standardText('send')).click()
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor()
  expect(await page.getByText(standardText('sent')).count()).toBe(0)
})

test('the manager attaches a file of another component, which the draft then names', async () => {
  const page = await enter('/manage/services/dukcapil-kk', 'manager', {
    reducedMotion: 'reduce',
    locale: 'id-ID',
  })
  await page
    .locator('details.rarely')
    .filter({ has: page.locator('.standard') })
    .locator('summary')
    .first()
    .click()
  await page
    .locator('summary')
    .filter({ hasText: standardText.like('files') })
    .click()
  const buffer = Buffer.from('%PDF-1.7\nSK\n%%EOF\n')
  const field = page.getByLabel(standardText('inner.legal-basis'))
  await field.setInputFiles({
    name: 'SK palsu.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html>'),
  })
  await page.getByText(problemText('file-unfit')).waitFor()
  await field.setInputFiles({ name: 'SK 12.pdf', mimeType: 'application/pdf', buffer })
  const link = page.getByRole('link', { name: 'SK 12.pdf' })
  await link.waitFor()
  expect(await axeFaults(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('SK 12.pdf')
})
