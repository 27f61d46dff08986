// Quotas where people meet them: what is left at the kiosk, what it says when nothing is, and the reception that gives one
// all the same.
import { expect, test } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { openKioskPage } from './kiosk-page.ts'
import { kioskText, receptionText } from './words.ts'

const { browser, enter, house, staff } = houseOfFile(openHouse)
const look = process.env['LOOK']

test('[X12] what is left is shown before a number is taken, and what to do when nothing is: at the kiosk', async () => {
  const { services } = await staff.get<Plan>('/api/plan')
  const [week, day] = services.filter(({ phase }) => phase.status === 'open')
  if (!week || !day) throw new Error('the sample hall has fewer open services')
  const name = { id: 'Kuota', en: 'Quota' }
  const say = { id: 'Ada loket khusus.', en: 'There is a special counter.' }
  await staff.revise((plan) => {
    plan.quotas = [
      { id: 'minggu', name, services: [week.id], per: 'week', most: 3 },
      { id: 'hari', name, services: [day.id], per: 'day', most: 1, atZero: { answer: 'reception', say } },
    ]
  })
  for (const { id } of [week, day]) await staff.takeNumber([id])
  const { page, tap } = await openKioskPage(browser, house)
  await tap(kioskText('allServices'))
  const left = page.getByText(kioskText('left', { count: 2 }))
  await left.first().waitFor()
  await page
    .getByText('Kuota hari ini habis. Silakan tanyakan kepada resepsionis. Ada loket khusus.')
    .first()
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  if (look) await page.screenshot({ path: `${look}/kiosk-quota.png` })

  // [X13] The reception gives one all the same, and is told that it is beyond the quota.
  const desk = await enter('/reception/', 'manager')
  await desk.getByRole('searchbox').or(desk.getByRole('textbox')).first().waitFor()
  await desk.getByText(day.name.id, { exact: true }).first().click()
  await desk.getByText(receptionText('overQuota', { services: day.name.id })).waitFor()
  expect(await axeFaults(desk)).toEqual([])
  if (look) await desk.screenshot({ path: `${look}/reception-quota.png`, fullPage: true })
  const answer = desk.waitForResponse(
    (response) => response.url().endsWith('/api/visits') && response.request().method() === 'POST',
  )
  await desk.getByRole('button', { name: receptionText('issue'), exact: true }).click()
  expect((await answer).status()).toBe(201)
})
