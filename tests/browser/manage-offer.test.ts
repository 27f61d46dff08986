// Agencies, services, papers, life events and reasons in the forms of the draft: made, found, changed for many, put in
// order, deleted; by pointer and by keyboard.
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Plan, Service } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { draftText, eventText, formText, offerText, paperText, shellText } from './words.ts'

const { enter, staff } = houseOfFile(openHouse, { keepsBrowsers: true })
const look = process.env['LOOK']
const shot = async (page: Page, name: string, fullPage = true) => {
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage })
}

interface Draft {
  plan: Plan
  from: number
  base: number
}
const draftNow = () => staff.get<Draft>('/api/plan/draft')
const serviceIn = ({ services }: Plan, id: string): Service | undefined =>
  services.find((one) => one.id === id)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
async function save(page: Page): Promise<Plan> {
  await button(page, draftText('save')).click()
  await page.getByText(draftText.like('barSaved')).waitFor()
  return (await draftNow()).plan
}
beforeEach(async () => {
  const { from, base } = await draftNow()
  await staff.put(`/api/plan/draft?from=${from}&base=${base}&anew=true`, await staff.get<Plan>('/api/plan'))
})

test('[O15] every field of a service, an agency, a life event and a reason can be set in a form: a new service', async () => {
  const page = await enter('/manage/services/', 'manager')
  await button(page, offerText('addService')).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel(formText('labelIn', { label: offerText('serviceName'), language: 'Indonesia' }))
    .fill('Kartu uji')
  await dialog
    .getByLabel(formText('labelIn', { label: offerText('serviceName'), language: 'Inggris' }))
    .fill('Test card')
  await button(page, formText('goOn')).click()
  await page.getByRole('heading', { level: 2, name: 'Kartu uji' }).waitFor()
  await page.getByLabel(draftText('field.agency'), { exact: true }).selectOption('dukcapil')
  // Letters of the agency are offered.
  await page
    .getByRole('button', { name: offerText.like('prefixOwn') })
    .first()
    .click()
  const prefix = await page.getByLabel(draftText('field.prefix'), { exact: true }).inputValue()
  expect(prefix).toMatch(/^[A-Z]{1,2}$/)
  await page.getByLabel(draftText('field.minutes'), { exact: true }).fill('12,5')
  await page.getByLabel(draftText('field.level'), { exact: true }).fill('20')
  await page.getByLabel(draftText('field.quota'), { exact: true }).fill('30')
  await page.getByLabel(draftText('field.words'), { exact: true }).fill('kartu hilang, kartu rusak,')
  await page.getByRole('radio', { name: 'Segera hadir' }).check()
  await page.getByLabel(offerText('expected')).fill('2027-01-11')
  // A paper that others ask for, and a new one.
  const find = page.getByLabel(offerText('paperAdd'), { exact: true })
  await find.fill('ktp')
  await page
    .getByRole('button', { name: /^Tambahkan .*KTP/ })
    .first()
    .click()
  await find.fill('Surat uji')
  await button(page, offerText('paperNew', { name: 'Surat uji' })).click()
  await page.getByLabel(offerText('paperNewName', { language: 'Inggris' })).fill('Test letter')
  await page.keyboard.press('Enter')
  await page.getByLabel(draftText('field.documents'), { exact: true }).selectOption('yes')
  // What comes first.
  const after = page.getByRole('searchbox', { name: new RegExp(`^${draftText('field.after')}`) })
  await after.fill('kartu keluarga')
  await page.keyboard.press('Enter')
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'service')
  const plan = await save(page)
  const made = plan.services.at(-1)
  expect(made).toMatchObject({
    name: { id: 'Kartu uji', en: 'Test card' },
    agency: 'dukcapil',
    prefix,
    minutes: 12.5,
    level: 20,
    quota: 30,
    words: ['kartu hilang', 'kartu rusak'],
    documents: true,
    phase: { status: 'soon', expected: '2027-01-11' },
  })
  expect(made?.id).toMatch(/^kartu-uji-[a-z2-9]{8}$/)
  expect(made?.after).toHaveLength(1)
  const [known, own] = made?.requirements ?? []
  // What another service asks for is the same paper, not confirmed here yet.
  expect(known).toMatchObject({ confirmed: false })
  expect(
    plan.services.filter(({ requirements }) => requirements.some(({ id }) => id === known?.id)).length,
  ).toBeGreaterThan(1)
  expect(own?.name).toEqual({ id: 'Surat uji', en: 'Test letter' })
})

test('[O15] every field of a service, an agency, a life event and a reason can be set in a form: an agency with its logo', async () => {
  const page = await enter('/manage/agencies/dukcapil', 'manager')
  await page.getByLabel(draftText('field.monogram'), { exact: true }).fill('DKC')
  const png = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 400
    canvas.height = 300
    canvas.getContext('2d')?.fillRect(20, 20, 200, 200)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  const logo = page.getByLabel(draftText('field.logo'), { exact: true })
  await logo.setInputFiles({
    name: 'x.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  })
  await page.locator('#f-logo-faults').getByText('SVG').waitFor()
  await logo.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') })
  await page.getByRole('img').last().waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'agency')
  const agency = (await save(page)).agencies.find(({ id }) => id === 'dukcapil')
  expect(agency?.monogram).toBe('DKC')
  expect(agency?.logo?.length).toBeGreaterThan(100)
  expect(agency?.logo?.length).toBeLessThanOrEqual(16_000)
})

test('[O16] one field can be changed for many services at once: found, selected, changed', async () => {
  const page = await enter('/manage/services/', 'manager')
  await page.getByLabel(formText('find'), { exact: true }).fill('dukcapil')
  await page.getByLabel(formText('selectAll')).check()
  await shot(page, 'services')
  const group = page.getByRole('group', { name: formText.like('selected') })
  await group.getByRole('button', { name: offerText('change') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: draftText('field.quota') }).check()
  await dialog.getByLabel(draftText('field.quota'), { exact: true }).last().fill('25')
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'services-many', false)
  await button(page, offerText('apply')).click()
  const plan = await save(page)
  const before = await staff.get<Plan>('/api/plan')
  for (const { id, agency, quota } of plan.services)
    expect(quota).toBe(agency === 'dukcapil' ? 25 : (serviceIn(before, id)?.quota ?? null))

  // Another agency: the counters of the old one let go.
  await group.getByRole('button', { name: offerText('change') }).click()
  await dialog.getByRole('radio', { name: draftText('field.agency') }).check()
  await dialog.getByLabel(draftText('field.agency'), { exact: true }).last().selectOption('imigrasi')
  await button(page, offerText('apply')).click()
  const moved = await save(page)
  const own = new Set(moved.services.filter(({ agency }) => agency === 'imigrasi').map(({ id }) => id))
  expect(own.size).toBeGreaterThan(2)
  for (const { agency, services } of moved.counters)
    expect(services.every((id) => own.has(id) === (agency === 'imigrasi'))).toBe(true)
})

test('[O17] what goes with a deleted thing is said beforehand: an agency with services, counters and accounts', async () => {
  const officer = { username: 'ketut', name: 'Ketut Sari', role: 'officer', agency: 'dukcapil' }
  await staff.post('/api/staff', officer)
  const page = await enter('/manage/agencies/', 'manager')
  await button(page, formText('removeOf', { name: 'Dinas Kependudukan dan Pencatatan Sipil' })).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/Hapus juga \d+ layanan dan \d+ loketnya/).waitFor()
  await dialog.getByText(/1 akun petugasnya ditutup .*: Ketut Sari/).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'agency-remove', false)
  await dialog.getByRole('button', { name: formText('remove'), exact: true }).click()
  const plan = await save(page)
  expect(plan.services.filter(({ agency }) => agency === 'dukcapil')).toEqual([])
  expect(plan.counters.filter(({ agency }) => agency === 'dukcapil')).toEqual([])
  const { faults } = await staff.get<{ faults: { at: string }[] }>('/api/plan/draft')
  expect(faults.filter(({ at }) => /^(services|counters)/.test(at))).toEqual([])
})

test('[O17] what goes with a deleted thing is said beforehand: a service with people waiting', async () => {
  const { services } = await staff.get<Plan>('/api/plan')
  const one = services.find(({ phase }) => phase.status === 'open')
  if (!one) throw new Error('no open service')
  await staff.takeNumber([one.id])
  const page = await enter('/manage/services/', 'manager')
  await button(page, formText('removeOf', { name: one.name.id })).click()
  const said = page.getByRole('dialog').getByText(offerText('waitingNow', { service: one.name.id, count: 1 }))
  await expect.poll(() => said.isVisible()).toBe(true)
  await shot(page, 'service-remove', false)
})

test('[O18] a paper that several services ask for is written once: renamed, asked elsewhere, merged', async () => {
  const before = await staff.get<Plan>('/api/plan')
  const counts = new Map<string, number>()
  for (const { requirements } of before.services)
    for (const { id } of requirements) counts.set(id, (counts.get(id) ?? 0) + 1)
  const [shared = '', times = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? []
  expect(times).toBeGreaterThan(3)
  const page = await enter(`/manage/papers/${shared}`, 'manager')
  const name = page.locator('#f-name')
  await name.fill('KTP-el asli dan salinannya')
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'paper')
  const plan = await save(page)
  const asked = (now: Plan, id: string) =>
    now.services.flatMap(({ requirements }) => requirements.filter((one) => one.id === id))
  expect(asked(plan, shared).map((one) => one.name.id)).toEqual(
    Array.from({ length: times }, () => 'KTP-el asli dan salinannya'),
  )

  await page.getByRole('link', { name: formText('backToList') }).click()
  await page.getByRole('heading', { level: 1, name: shellText('section.papers') }).waitFor()
  await shot(page, 'papers')
  expect(await axeFaults(page)).toEqual([])
  // Two that are the same become one.
  const other = plan.services.flatMap(({ requirements }) => requirements).find(({ id }) => id !== shared)
  await page.getByLabel(paperText('select', { name: 'KTP-el asli dan salinannya' }), { exact: true }).check()
  await page.getByLabel(paperText('select', { name: other?.name.id ?? '' }), { exact: true }).check()
  await button(page, paperText('merge')).click()
  await page.getByRole('radio', { name: 'KTP-el asli dan salinannya' }).check()
  await shot(page, 'papers-merge', false)
  await button(page, paperText('mergeGo')).click()
  const merged = await save(page)
  expect(asked(merged, other?.id ?? '')).toEqual([])
  for (const service of merged.services)
    expect(service.requirements.filter(({ id }) => id === shared).length).toBeLessThanOrEqual(1)
  expect(asked(merged, shared).length).toBeGreaterThan(times - 1)
})

test('[O19] all of it can be done by keyboard alone: a life event with its services, put in order', async () => {
  const page = await enter('/manage/events/', 'manager')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
  const tabTo = async (name: string) => {
    for (let tries = 0; tries < 120; tries += 1) {
      if ((await focused()).trim() === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`never came to ${name}`)
  }
  await button(page, eventText('addEvent')).waitFor()
  await tabTo(eventText('addEvent'))
  await press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('Anak masuk sekolah')
  await press('Tab')
  await page.keyboard.type('A child goes to school')
  await press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Anak masuk sekolah' }).waitFor()
  await tabTo(`${draftText('field.services')}: ${offerText('pickFind')}`)
  await page.keyboard.type('kartu keluarga')
  await press('Enter')
  await page.keyboard.type('akta kelahiran')
  await press('Enter')
  await page.locator('.picked > li').nth(1).waitFor()
  const second = await page.locator('.picked > li').nth(1).locator('.picked-name').innerText()
  await page.keyboard.down('Shift')
  for (
    let tries = 0;
    tries < 10 && (await focused()) !== offerText('upOf', { name: second.trim() });
    tries += 1
  )
    await page.keyboard.press('Tab')
  await page.keyboard.up('Shift')
  await press('Enter')
  expect(await page.locator('.picked > li').first().locator('.picked-name').innerText()).toBe(second)
  await shot(page, 'event')
  expect(await axeFaults(page)).toEqual([])
  await press('Control+s')
  await page.getByText(draftText.like('barSaved')).waitFor()
  const { bundles } = (await draftNow()).plan
  expect(bundles.at(-1)).toMatchObject({ name: { id: 'Anak masuk sekolah', en: 'A child goes to school' } })
  expect(bundles.at(-1)?.services).toHaveLength(2)
})

test('[O15] every field of a service, an agency, a life event and a reason can be set in a form: reasons, and what is elsewhere', async () => {
  const page = await enter('/manage/reasons/', 'manager')
  await button(page, `${eventText('addReason')}: ${eventText('kind.finish')}`).click()
  const finish = page.getByRole('region', { name: eventText('kind.finish') })
  await finish.getByLabel('Indonesia').last().fill('Sistem mati')
  await finish.getByLabel('Inggris').last().fill('System down')
  await finish.getByLabel(eventText('outcome')).last().selectOption('incomplete')
  const pause = page.getByRole('region', { name: eventText('kind.pause') })
  await pause.getByLabel(eventText('reasonMinutes')).first().fill('45')
  expect(await axeFaults(page)).toEqual([])
  await shot(page, 'reasons')
  const { reasons } = await save(page)
  expect(reasons.finish?.at(-1)).toMatchObject({
    name: { id: 'Sistem mati', en: 'System down' },
    outcome: 'incomplete',
  })
  expect(reasons.pause[0]?.minutes).toBe(45)

  await page.goto(page.url().replace('reasons', 'elsewhere'))
  await button(page, eventText('addElsewhere')).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('SIM baru')
  await dialog.getByRole('textbox').last().fill('New driving licence')
  await button(page, formText('goOn')).click()
  await page.locator('#f-where').fill('Satpas Polres')
  await page.locator('#f-where-en').fill('Police office')
  await shot(page, 'elsewhere')
  const { elsewhere } = await save(page)
  expect(elsewhere?.at(-1)).toMatchObject({ name: { id: 'SIM baru' }, where: { id: 'Satpas Polres' } })
})
