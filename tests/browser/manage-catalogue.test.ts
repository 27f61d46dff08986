// The catalogue in a real browser, by keyboard alone: an agency with some of its services goes into the draft, marked until
// somebody says that it is right.
import { expect, test } from 'vitest'
import type { Plan as Whole } from '../../server/hall/plan.ts'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { catalogueText, draftText, shellText } from './words.ts'

const { enter, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
const look = process.env['LOOK']

test('[Z7] what is taken from the catalogue is the hall’s own, and not confirmed: picked by keyboard', async () => {
  const { plan: before } = await staff.get<{ plan: Whole }>('/api/plan/draft')
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
  const { plan } = await staff.get<{ plan: Whole }>('/api/plan/draft')
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
