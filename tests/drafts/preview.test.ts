// The hall that a preview shows: a day of its own with a few made-up visitors.
import { expect, it } from 'vitest'
import { phoneOfPreview, previewHall } from '../../server/drafts/preview.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { stepAtCounter } from '../../server/hall/visit.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'

const startsAt = Date.UTC(2026, 10, 23, 16)
const MINUTE = 60_000
const preview = (plan: Plan, minute: number) =>
  previewHall(plan, {
    day: '2026-11-24',
    startsAt,
    endsAt: startsAt + 1440 * MINUTE,
    at: startsAt + minute * MINUTE,
  })
const visitsOf = (plan: Plan, minute = 600) => [...preview(plan, minute).visits.values()]
const open = { status: 'open' } as const
/** Every service takes visitors. */
const busyPlan: Plan = { ...rulesPlan, services: rulesPlan.services.map((one) => ({ ...one, phase: open })) }

it('[O29] a preview shows the draft on the real screens: two visitors for each of the first six services, who came one after the other', () => {
  const visits = visitsOf(busyPlan).filter(({ id }) => id !== 'preview-phone')
  const services = ['kk', 'ktp', 'akta', 'skck', 'sim', 'bayar']
  expect(visits.map(({ steps }) => steps.map(({ service }) => service).join())).toEqual([
    ...services,
    ...services,
  ])
  const came = visits.map(({ takenAt }) => (takenAt - startsAt) / MINUTE)
  expect(came).toEqual([...services.map(() => 580), ...services.map(() => 585)])
})

it('[O29] a preview shows the draft on the real screens: ordinary visitors, who ask for nothing', () => {
  for (const visit of visitsOf(busyPlan))
    expect(visit).toMatchObject({ priority: false, comeToMe: false, slip: { printer: null } })
})

it('[O29] a preview shows the draft on the real screens: one counter of each service is open and has called somebody', () => {
  const { counters, visits } = preview(busyPlan, 600)
  const states = [...counters.values()].filter(({ state }) => state !== 'closed')
  expect(states.map(({ id, current }) => [id, current !== null])).toEqual([
    ['loket-1', true],
    ['loket-3', true],
    ['loket-5', true],
  ])
  const calls = [...visits.values()].flatMap((visit) => stepAtCounter(visit)?.call ?? [])
  expect(calls.map(({ at }) => (at - startsAt) / MINUTE)).toEqual([599, 599, 599])
})

it('[O29] a preview shows the draft on the real screens: the phone’s visitor needs two services, of two agencies where there are', () => {
  const phone = (plan: Plan) => {
    const found = visitsOf(plan).find(({ token }) => token === phoneOfPreview)
    return found?.steps.map(({ service }) => service)
  }
  expect(phone(rulesPlan)).toEqual(['kk', 'skck'])
  const own = (one: { agency: string }) => one.agency === 'dukcapil'
  const services = rulesPlan.services.filter(own)
  const alone = { ...rulesPlan, services, counters: rulesPlan.counters.filter(own), bundles: [] }
  expect(phone(alone)).toEqual(['kk', 'ktp'])
  expect(phone({ ...alone, services: services.slice(0, 1) })).toEqual(['kk'])
})

it('[O29] a preview shows the draft on the real screens: nothing before its day, and nobody outside the hours', () => {
  for (const { takenAt } of visitsOf(rulesPlan, 10)) expect(takenAt).toBeGreaterThanOrEqual(startsAt)
  expect(visitsOf(rulesPlan, 10)).toHaveLength(13)
  expect(visitsOf(regularPlan, 1200)).toEqual([])
})
