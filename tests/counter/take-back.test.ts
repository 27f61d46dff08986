// Any one change of a draft taken back: what remains are all the others.
import { expect, it } from 'vitest'
import { type DraftChange, takeBack } from '../../counter-ui/manage/plan/DraftChanges.tsx'
import { planChanges } from '../../server/drafts/changes.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

const [first, second, ...others] = rulesPlan.services
if (!first || !second) throw new Error('a plan with services')
const changed: Plan = {
  ...rulesPlan,
  walkSeconds: rulesPlan.walkSeconds + 1,
  secondCallSeconds: 30,
  agencies: [...rulesPlan.agencies].reverse(),
  bundles: rulesPlan.bundles.slice(1),
  zones: [...rulesPlan.zones, { id: 'baru', name: first.name, sound: 'baru', where: first.name }],
  services: [{ ...first, quota: 7, level: 20, minutes: first.minutes + 1 }, ...others],
}
const nobody = { by: null, at: null }
const told = (plan: Plan) => planChanges(rulesPlan, plan)
const all = told(changed)

it('[O28] any single change of the draft can be undone: there are changes of all kinds here', () => {
  expect(
    new Set(all.map(({ kind, what, field }) => `${what} ${field === 'agencies' ? 'order' : kind}`)).size,
  ).toBe(6)
})

it.each(all.map((change) => [`${change.kind} ${change.id} ${change.field} ${change.what}`, change] as const))(
  '[O28] any single change of the draft can be undone: %s',
  (_, change) => {
    const left = takeBack({ ...change, ...nobody } as DraftChange, rulesPlan)(changed)
    expect(told(left)).toEqual(all.filter((one) => one !== change))
  },
)

it('[O28] any single change of the draft can be undone: one after the other nothing is left', () => {
  const left = all.reduce<Plan>(
    (plan, change) => takeBack({ ...change, ...nobody } as DraftChange, rulesPlan)(plan),
    changed,
  )
  expect(left).toEqual(rulesPlan)
})
