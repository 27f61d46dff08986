// Who changed what in the draft: field by field, through the hands of several people.
import { expect, it } from 'vitest'
import { planChanges } from '../../server/drafts/changes.ts'
import { type Mark, markedChanges, marksAfter } from '../../server/drafts/drafts.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

/** What the draft changes and by whom, after each of these has saved. */
function through(...steps: readonly [by: string, change: (plan: Plan) => unknown][]): string[] {
  let plan: unknown = rulesPlan
  let marks: readonly Mark[] = []
  steps.forEach(([by, change], at) => {
    const after = change(plan as Plan)
    marks = marksAfter(marks, { base: rulesPlan, before: plan, after }, by, at)
    plan = after
  })
  return markedChanges(rulesPlan, plan, marks).map(({ kind, id, what, field, by, at }) =>
    [kind, id, what, field, by, at].filter((part) => part !== null).join(' '),
  )
}

const walking = (walkSeconds: number) => (plan: Plan) => ({ ...plan, walkSeconds })
const first = (change: object) => (plan: Plan) => ({
  ...plan,
  services: plan.services.map((one, nth) => (nth === 0 ? { ...one, ...change } : one)),
})
const fresh = { ...rulesPlan.services[0], id: 'baru' }
const adding = (plan: Plan) => ({ ...plan, services: [...plan.services, fresh] })
const id = rulesPlan.services[0]?.id

it('[S31] each change in the draft says who wrote it last, and when', () => {
  expect(through(['ayu', walking(90)], ['budi', first({ minutes: 77 })], ['citra', walking(120)])).toEqual([
    'hall changed walkSeconds citra 2',
    `service ${id} changed minutes budi 1`,
  ])
})

it('[S31] each change in the draft says who wrote it last, and when: what is as in the hall again is nobody’s', () => {
  const { walkSeconds } = rulesPlan
  expect(
    through(['ayu', walking(90)], ['budi', first({ quota: 5 })], ['citra', walking(walkSeconds)]),
  ).toEqual([`service ${id} changed quota budi 1`])
})

it('[S31] each change in the draft says who wrote it last, and when: of a thing that came, or goes', () => {
  const filled = (plan: Plan) => ({
    ...plan,
    services: plan.services.map((one) => (one.id === 'baru' ? { ...one, minutes: 3 } : one)),
  })
  expect(through(['ayu', adding], ['budi', walking(90)])).toEqual([
    'hall changed walkSeconds budi 1',
    'service baru added ayu 0',
  ])
  expect(through(['ayu', adding], ['budi', filled])).toEqual(['service baru added budi 1'])
  const without = (plan: Plan) => ({ ...plan, bundles: plan.bundles.slice(1) })
  expect(through(['ayu', without])).toEqual([`bundle ${rulesPlan.bundles[0]?.id} gone ayu 0`])
})

it('[S31] each change in the draft says who wrote it last, and when: also the order of a list', () => {
  const turned = (plan: Plan) => ({ ...plan, agencies: [...plan.agencies].reverse() })
  expect(through(['ayu', turned])).toEqual(['hall changed agencies ayu 0'])
  const ids = rulesPlan.agencies.map((one) => one.id)
  expect(planChanges(rulesPlan, turned(rulesPlan))).toEqual([
    {
      kind: 'hall',
      id: null,
      what: 'changed',
      field: 'agencies',
      before: ids,
      after: [...ids].reverse(),
    },
  ])
  expect(through(['ayu', adding])).toEqual(['service baru added ayu 0'])
})

it.each<[string, unknown]>([
  ['a list that is none', { ...rulesPlan, services: 'none' }],
  ['a list without ids', { ...rulesPlan, services: [...rulesPlan.services, { name: 'x' }, null] }],
  ['a thing that is there twice', { ...rulesPlan, services: [...rulesPlan.services, fresh, fresh] }],
])('[S31] each change in the draft says who wrote it last, and when: in %s', (_, plan) => {
  expect(through(['ayu', () => plan])).toEqual(['hall changed services ayu 0'])
})
