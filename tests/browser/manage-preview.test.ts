// The draft as kiosk, board, phone and slip would show it, before it is published.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { kioskText, planText } from './words.ts'

const { enter, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const look = process.env['LOOK']
const shot = async (page: Page, name: string) => {
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true })
}
const health = () => staff.get<{ seq: number }>('/api/health')
async function saveDraft(change: (plan: Plan) => Plan): Promise<void> {
  const { from, base } = await staff.get<{ from: number; base: number }>('/api/plan/draft')
  const plan = change(await staff.get<Plan>('/api/plan'))
  await staff.put(`/api/plan/draft?from=${from}&base=${base}&anew=true`, plan)
}
const renamed = (plan: Plan): Plan => ({
  ...plan,
  name: { ...plan.name, id: 'Balai Uji Coba' },
  agencies: plan.agencies.map((one) => (one.id === 'dukcapil' ? { ...one, short: 'Capil Uji' } : one)),
  bundles: [],
})

test('[O29] a preview shows the draft on the real screens: kiosk, board, phone and slip', async () => {
  await saveDraft(renamed)
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
  await shot(page, 'preview-kiosk')
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
  await shot(page, 'preview-board')
  await part.getByRole('radio', { name: planText('screen.phone') }).check()
  await frame('phone')
    .getByText(/^[A-Z]{1,2}\d{3}$/)
    .first()
    .waitFor()
  await shot(page, 'preview-phone')
  await part.getByRole('radio', { name: planText('screen.slip') }).check()
  const slip = page.getByRole('img', { name: planText('frameOf', { screen: planText('screen.slip') }) })
  await expect.poll(() => slip.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(100)
  await shot(page, 'preview-slip')
  // The hall itself has heard of nothing.
  expect((await health()).seq).toBe(before.seq)
})

test('[O29] a preview shows the draft on the real screens: not while it has faults', async () => {
  await saveDraft((plan) => ({ ...plan, services: plan.services.map((one) => ({ ...one, prefix: 'A' })) }))
  const page = await enter('/manage/preview/', 'manager')
  await page.getByText(planText('previewFaults')).waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
})
