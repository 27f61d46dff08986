// The manager sees what was changed and by whom, and the draft as kiosk, board, phone and slip would show it; publishes it now or
// for a day, and brings earlier settings back.
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openManagePage } from './manage-page.ts'
import { kioskText, manageText, planText, sharedText } from './words.ts'

const { enter, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const look = process.env['LOOK']

const renamed = (plan: Plan, name: string): Plan => ({ ...plan, name: { ...plan.name, id: name } })
const nameNow = async () => (await staff.get<Plan>('/api/plan')).name['id']
/** Saves a draft of the current plan, as a form will. */
async function save(change: (plan: Plan) => Plan): Promise<void> {
  const { plan, from, base } = await staff.get<{ plan: Plan; from: number; base: number }>('/api/plan/draft')
  await staff.put(`/api/plan/draft?from=${from}&base=${base}`, change(plan))
}
/** Saves one that begins with the plan in force, whatever was there. */
async function saveAnew(change: (plan: Plan) => Plan): Promise<void> {
  const { from, base } = await staff.get<{ from: number; base: number }>('/api/plan/draft')
  await staff.put(
    `/api/plan/draft?from=${from}&base=${base}&anew=true`,
    change(await staff.get<Plan>('/api/plan')),
  )
}
async function openPart() {
  const page = await openManagePage({ enter }, 'plan', manageText('plan.title'), 900)
  return {
    page,
    part: page.getByRole('region', { name: manageText('plan.title') }),
    dialog: page.getByRole('dialog'),
  }
}

it('publishes a draft, is told of whom it touches, and brings back what was there before', async () => {
  const before = await staff.get<Plan>('/api/plan')
  const service = before.services.find(({ id }) => id === 'dukcapil-kk')
  await staff.takeNumber(['dukcapil-kk'])
  await save((plan) => renamed(plan, 'Balai Amlapura'))
  const { page, part, dialog } = await openPart()
  await part.getByText(manageText('plan.none')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await part.getByRole('button', { name: manageText('plan.publishAsk'), exact: true }).click()
  await dialog.getByText(manageText('plan.touchesNobody')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: manageText('plan.publish'), exact: true }).click()
  await dialog.getByText(manageText('plan.published')).waitFor()
  await dialog.getByRole('button', { name: sharedText('close'), exact: true }).click()
  await part.getByText(manageText('plan.now')).waitFor()
  expect(await nameNow()).toBe('Balai Amlapura')

  // A second one takes a service away for which somebody waits.
  await save((plan) => ({
    ...plan,
    services: plan.services
      .filter(({ id }) => id !== 'dukcapil-kk')
      .map((one) => ({
        ...one,
        after: one.after.filter((id) => id !== 'dukcapil-kk'),
        requirements: one.requirements.map((paper) =>
          paper.issuedBy === 'dukcapil-kk' ? { ...paper, issuedBy: null } : paper,
        ),
      })),
    counters: plan.counters.map((one) => ({
      ...one,
      services: one.services.filter((id) => id !== 'dukcapil-kk'),
    })),
    bundles: plan.bundles.map((one) => ({
      ...one,
      services: one.services.filter((id) => id !== 'dukcapil-kk'),
    })),
  }))
  await page.reload()
  await part.getByRole('button', { name: manageText('plan.publishAsk'), exact: true }).click()
  await dialog.getByText(manageText('plan.waits', { service: service?.name['id'] ?? '', count: 1 })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/plan-publish.png` })
  await dialog.getByRole('button', { name: manageText('plan.publish'), exact: true }).click()
  await dialog.getByText(manageText('plan.published')).waitFor()
  await dialog.getByRole('button', { name: sharedText('close'), exact: true }).click()
  await expect.poll(() => part.getByRole('listitem').count()).toBe(2)

  // The first one comes back.
  if (look) await part.screenshot({ path: `${look}/plan-part.png` })
  await part.getByRole('button', { name: /^Kembalikan/ }).click()
  await dialog.getByText(manageText.like('plan.backMeans')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/plan-back.png` })
  await dialog.getByRole('button', { name: manageText('plan.backGo'), exact: true }).click()
  await dialog.getByRole('button', { name: manageText('plan.publish'), exact: true }).click()
  await dialog.getByText(manageText('plan.published')).waitFor()
  const { services } = await staff.get<Plan>('/api/plan')
  expect(services.find(({ id }) => id === 'dukcapil-kk')).toEqual(service)
})

it('orders a draft for a later day, is told so, and discards it', async () => {
  await save((plan) => renamed(plan, 'Besok'))
  const { page, part, dialog } = await openPart()
  await part.getByRole('button', { name: manageText('plan.publishAsk'), exact: true }).click()
  const go = dialog.getByRole('button', { name: manageText('plan.publish'), exact: true })
  await dialog.getByRole('radio', { name: manageText('plan.whenDay'), exact: true }).check({ force: true })
  await dialog.getByLabel(manageText('plan.day'), { exact: true }).fill('2020-01-01')
  await go.click()
  await dialog.getByRole('alert').locator('.problem-words').waitFor()
  if (look) await page.screenshot({ path: `${look}/plan-day.png` })
  await dialog.getByLabel(manageText('plan.day'), { exact: true }).fill('2099-01-11')
  await go.click()
  await dialog.getByText(manageText.like('plan.ordered')).waitFor()
  await dialog.getByRole('button', { name: sharedText('close'), exact: true }).click()
  await part.getByText(manageText.like('plan.ordered')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await part.screenshot({ path: `${look}/plan-ordered.png` })
  expect(await nameNow()).not.toBe('Besok')
  await part.getByRole('button', { name: manageText('plan.drop'), exact: true }).click()
  await dialog.getByRole('button', { name: manageText('plan.drop'), exact: true }).click()
  await part.getByText(manageText('plan.draft')).waitFor({ state: 'detached' })
})

it('sees the draft that a colleague has begun meanwhile', async () => {
  const { page, part } = await openPart()
  await part.getByText(manageText('plan.lead')).waitFor()
  expect(await part.getByText(manageText('plan.draft')).count()).toBe(0)
  await save((plan) => renamed(plan, 'Lusa'))
  await part.getByText(manageText('plan.draft')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await part.getByRole('button', { name: manageText('plan.drop'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: manageText('plan.drop'), exact: true })
    .click()
  await part.getByText(manageText('plan.draft')).waitFor({ state: 'detached' })
})

it('publishes no draft that a colleague has changed while the dialog stood open', async () => {
  await save((plan) => renamed(plan, 'Satu'))
  const { page, part, dialog } = await openPart()
  await part.getByRole('button', { name: manageText('plan.publishAsk'), exact: true }).click()
  await dialog.getByText(manageText('plan.touchesNobody')).waitFor()
  await save((plan) => renamed(plan, 'Dua'))
  // The page behind the dialog has read it by now.
  await page.waitForResponse((one) => new URL(one.url()).pathname === '/api/plan/draft')
  await dialog.getByRole('button', { name: manageText('plan.publish'), exact: true }).click()
  await dialog.getByRole('alert').locator('.problem-words').waitFor()
  expect(await nameNow()).not.toBe('Dua')
})

it('sees the faults of a draft in words, on a phone too', async () => {
  await save((plan) => ({ ...plan, zones: [] }))
  const page = await enter('/manage/plan/?lang=en', 'manager', { viewport: { width: 390, height: 844 } })
  const part = page.getByRole('region', { name: manageText.en('plan.title') })
  await part.getByText(manageText.en.like('plan.faults')).click()
  expect(await part.locator('.plan-draft li').count()).toBeGreaterThan(0)
  expect(
    await part.getByRole('button', { name: manageText.en('plan.publishAsk'), exact: true }).isDisabled(),
  ).toBe(true)
  expect(await axeFaults(page)).toEqual([])
  if (look) await part.screenshot({ path: `${look}/plan-phone.png` })
})

it('says before it publishes what begins tomorrow even so', async () => {
  await staff.takeNumber(['dukcapil-kk'])
  await saveAnew((plan) => ({
    ...plan,
    timeZone: 'Asia/Jakarta',
    services: plan.services.map((one) => (one.id === 'dukcapil-kk' ? { ...one, prefix: 'ZZ' } : one)),
  }))
  const { page, part, dialog } = await openPart()
  await part.getByRole('button', { name: manageText('plan.publishAsk'), exact: true }).click()
  await dialog.getByText(manageText.like('plan.prefixes')).waitFor()
  await dialog.getByText(manageText('plan.timeZone')).waitFor()
  expect(await dialog.getByText('→ ZZ').count()).toBe(1)
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/plan-tomorrow.png` })
})

it('says at the start that a publication ordered for a day was not possible, and leads there', async () => {
  await saveAnew((plan) => renamed(plan, 'Besok'))
  const { page, part } = await openPart()
  await part.getByText(manageText('plan.draft')).waitFor()
  await page.route('**/api/plan/draft', async (route) => {
    const answer = await route.fetch()
    const draft = (await answer.json()) as object
    const order = { from: '2026-12-01', by: 'Pengelola', refused: 'people-waiting' }
    await route.fulfill({ response: answer, json: { ...draft, order } })
  })
  await page.goto(new URL('/manage/', page.url()).href)
  const alert = page.getByRole('status').filter({ hasText: manageText('plan-refused.people-waiting') })
  await alert.waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/plan-refused.png` })
  await alert.getByRole('button', { name: manageText('plan.toDraft'), exact: true }).click()
  await page.getByText(manageText.like('plan.refused')).waitFor()
})

it('[O28] any single change of the draft can be undone: who wrote each is told', async () => {
  const before = await staff.get<Plan>('/api/plan')
  const [gone] = before.bundles
  await saveAnew((plan) => ({
    ...renamed(plan, 'Balai Uji'),
    bundles: plan.bundles.slice(1),
    services: plan.services.map((one) =>
      one.id === 'dukcapil-kk' ? { ...one, quota: 4711, minutes: 47 } : one,
    ),
  }))
  const { page, part } = await openPart()
  await part.getByText(planText('title', { count: 4 })).waitFor()
  await part.getByText(planText('to', { value: 'Balai Uji' })).waitFor()
  await part
    .getByText(planText('by', { name: 'Pengelola', when: '' }).trim())
    .first()
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/changes.png`, fullPage: true })
  const take = async (what: RegExp) => {
    const button = part.getByRole('button', { name: what })
    await button.click()
    await button.waitFor({ state: 'detached' })
  }
  await take(/Batalkan perubahan ini: .*Kuota/)
  await take(new RegExp(`Batalkan perubahan ini: ${gone?.name.id}`))
  await part.getByText(planText('title', { count: 2 })).waitFor()
  const { plan } = await staff.get<{ plan: Plan }>('/api/plan/draft')
  // In its place, and all the rest as it was.
  expect(plan.bundles).toEqual(before.bundles)
  expect(plan.services.find(({ id }) => id === 'dukcapil-kk')).toMatchObject({
    quota: before.services.find(({ id }) => id === 'dukcapil-kk')?.quota,
    minutes: 47,
  })
  expect(plan.name.id).toBe('Balai Uji')
})

const health = () => staff.get<{ seq: number }>('/api/health')
const retold = (plan: Plan): Plan => ({
  ...plan,
  name: { ...plan.name, id: 'Balai Uji Coba' },
  agencies: plan.agencies.map((one) => (one.id === 'dukcapil' ? { ...one, short: 'Capil Uji' } : one)),
  bundles: [],
})

it('[O29] a preview shows the draft on the real screens: kiosk, board, phone and slip', async () => {
  await saveAnew(retold)
  const before = await health()
  const page = await enter('/manage/preview/', 'manager')
  const part = page.getByRole('region', { name: planText('preview') })
  const frame = (screen: 'kiosk' | 'board' | 'phone') =>
    page.frameLocator(`iframe[title="${planText('frameOf', { screen: planText(`screen.${screen}`) })}"]`)
  const kiosk = frame('kiosk')
  await kiosk.getByText('Balai Uji Coba').first().waitFor()
  await kiosk
    .getByRole('button', { name: kioskText('byAgency') })
    .first()
    .click()
  await kiosk
    .getByRole('button', { name: /^Capil Uji/ })
    .first()
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/preview-kiosk.png`, fullPage: true })
  // A number is neither given nor counted.
  await part.getByRole('radio', { name: planText('screen.board') }).check()
  await frame('board')
    .getByText(/^[A-Z]{1,2}\d{3}$/)
    .first()
    .waitFor()
  expect(
    await frame('board')
      .getByText(/This page could not start/)
      .count(),
  ).toBe(0)
  if (look) await page.screenshot({ path: `${look}/preview-board.png`, fullPage: true })
  await part.getByRole('radio', { name: planText('screen.phone') }).check()
  await frame('phone')
    .getByText(/^[A-Z]{1,2}\d{3}$/)
    .first()
    .waitFor()
  if (look) await page.screenshot({ path: `${look}/preview-phone.png`, fullPage: true })
  await part.getByRole('radio', { name: planText('screen.slip') }).check()
  const slip = page.getByRole('img', { name: planText('frameOf', { screen: planText('screen.slip') }) })
  await expect.poll(() => slip.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(100)
  if (look) await page.screenshot({ path: `${look}/preview-slip.png`, fullPage: true })
  // The hall itself has heard of nothing.
  expect((await health()).seq).toBe(before.seq)
})

it('[O29] a preview shows the draft on the real screens: not while it has faults', async () => {
  await saveAnew((plan) => ({ ...plan, services: plan.services.map((one) => ({ ...one, prefix: 'A' })) }))
  const page = await enter('/manage/preview/', 'manager')
  await page.getByText(planText('previewFaults')).waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
})
