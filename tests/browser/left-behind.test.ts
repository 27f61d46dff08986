// Going home without Selesai, in a real browser: the panel asks, the supervisor is told, and the next morning both
// say which day the number is from.
import { expect, it } from 'vitest'
import { openStaffedHouse, passwordOf } from './accounts.ts'
import { menuButton } from './door.ts'
import { axeFaults, openHouse } from './harness.ts'
import { houseOfFile } from './house.ts'
import { called, nowAt, serving, takePlace } from './panel.ts'
import { panelText, staffText, superviseText } from './words.ts'

const { enter, house, open, staff } = houseOfFile(openStaffedHouse, { newForRetry: true })

it('[Y7] visitors who are left at a counter are not forgotten', async () => {
  const { number } = await staff.takeNumber(['dukcapil-ktp-pemula'])
  const page = await open('/counter/')
  await takePlace(page, 'dukcapil-2', passwordOf(house, 'dukcapil-2'), 'Loket 3')
  await page.keyboard.press(' ')
  await called(page).waitFor()
  await page.keyboard.press('Enter')
  await serving(page).waitFor()

  // The hours are over.
  await staff.revise((plan) => {
    plan.operation = 'regular'
    for (const day of [1, 2, 3, 4, 5, 6, 7] as const) plan.hours[day] = []
  })
  await page.getByText(panelText('afterHours', { number })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await menuButton(page).click()
  const menu = page.getByRole('dialog')
  await menu.getByText(panelText('stillHere', { number })).waitFor()
  await menu.getByRole('button', { name: staffText('signOut'), exact: true }).click()
  await menu.getByRole('alert').getByText(panelText('leavesHere', { number })).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await menu.getByRole('button', { name: panelText('signOutStill') }).click()
  await page.getByText(panelText('signInTitle')).waitFor()

  const watching = await enter('/supervise/', 'manager')
  await watching.getByText(superviseText.like('leftLate', { number })).waitFor()

  // The next morning.
  await house.stop()
  const next = await openHouse({ CLOCK_OFFSET: '86400' }, house.dataDir)
  try {
    const back = await enter(`${next.url}/counter/`, 'dukcapil-2')
    await back.getByRole('button', { name: /^Loket 3 /u }).click()
    await back.getByText(panelText.like('ofDay')).waitFor()
    expect(await nowAt(back).textContent()).toBe(number)
    expect(await back.locator('.now-since').textContent()).toMatch(
      /^sejak (Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)$/,
    )
    expect(await axeFaults(back)).toEqual([])
    const morning = await enter(`${next.url}/supervise/`, 'manager')
    await morning.getByText(superviseText.like('leftSince', { number })).waitFor()
  } finally {
    await next.close()
  }
})
