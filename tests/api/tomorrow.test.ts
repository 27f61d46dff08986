// Rules S29 and S30 over HTTP, over midnight and a restart.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { type HallApp, hallApp, morning, openHall } from './hall-app.ts'

const manager = { as: 'manager' } as const
const withPrefix = (id: string, prefix: string): Plan => ({
  ...rulesPlan,
  services: rulesPlan.services.map((one) => (one.id === id ? { ...one, prefix } : one)),
})
const number = async (hall: HallApp, id = 'akta') => (await hall.take([id])).visit.number

interface HallSaid {
  timeZone: string
  services: { id: string; prefix: string }[]
}
const said = (hall: HallApp) => hall.does<HallSaid>('GET /api/hall')
const saidPrefix = async (hall: HallApp, id = 'akta') =>
  (await said(hall)).services.find((one) => one.id === id)?.prefix

it('[S29] a prefix under which numbers were given changes when the next day opens: also after a restart', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'antre-tomorrow-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const before = await openHall({ dir })
  expect(await number(before)).toBe('B001')
  await before.revise(withPrefix('akta', 'X'))
  expect([await number(before), await saidPrefix(before)]).toEqual(['B002', 'B'])
  expect(await before.does('GET /api/plan', manager)).toEqual(withPrefix('akta', 'X'))
  await before.close()
  const hall = await hallApp({ dir, at: morning + 60_000 })
  await hall.revise({
    ...withPrefix('akta', 'X'),
    services: withPrefix('akta', 'X').services.map((one) =>
      one.id === 'akta' ? { ...one, quota: null } : one,
    ),
  })
  expect([await number(hall), await saidPrefix(hall)]).toEqual(['B003', 'B'])
  hall.later({ hours: 24 })
  expect([await number(hall), await saidPrefix(hall)]).toEqual(['X001', 'X'])
})

it('[S29] a prefix under which numbers were given changes when the next day opens: a publication for that day is in time', async () => {
  const hall = await hallApp()
  await number(hall)
  const { from } = await hall.does<{ from: number }>('GET /api/plan/draft', manager)
  await hall.does(`PUT /api/plan/draft?from=${from}&base=${hall.hall.planSeq}`, {
    ...manager,
    body: withPrefix('akta', 'X'),
  })
  await hall.does('POST /api/plan/draft/publish', { ...manager, body: { when: 'next-opening' } })
  hall.later({ hours: 24 })
  await hall.ask('POST /api/counters/loket-1/open', { as: 'ayu' })
  await expect.poll(() => hall.hall.layout.base.services.find(({ id }) => id === 'akta')?.prefix).toBe('X')
  expect(await number(hall)).toBe('X001')
})

it.each([
  ['an hour to the east', 'Asia/Jayapura', 0],
  ['an hour to the west', 'Asia/Jakarta', 1],
])('[S30] a new time zone applies from the next day on: %s', async (_where, timeZone, longer) => {
  // Tuesday, nine in the morning in Makassar.
  const hall = await hallApp()
  const { day } = hall.hall
  await hall.revise({ ...rulesPlan, timeZone })
  expect((await said(hall)).timeZone).toBe('Asia/Makassar')
  hall.later({ hours: 14, minutes: 59 })
  await number(hall)
  expect(hall.hall.day).toBe(day)
  hall.later({ hours: longer, minutes: 2 })
  await number(hall)
  expect(hall.hall.day).toBe('2026-11-25')
  expect((await said(hall)).timeZone).toBe(timeZone)
  // And ends at its own midnight.
  expect(new Date(hall.hall.endsAt).toLocaleString('en-GB', { timeZone, timeStyle: 'short' })).toBe('00:00')
  hall.later({ hours: 24 })
  await number(hall)
  expect(hall.hall.day).toBe('2026-11-26')
})
