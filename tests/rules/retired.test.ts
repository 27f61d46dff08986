// Rules S23 and S24: what leaves the plan stays until the day is over.
import { expect, it } from 'vitest'
import type { Command, Fate } from '../../server/hall/command.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { callNext, finish, open, putBack, refer, start, take } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan, withPhase } from './rules-plan.ts'
import { setPhase } from './steer-commands.ts'

/** The plan without the police, its zone, services and counters. */
const withoutPolice: Plan = {
  ...rulesPlan,
  agencies: rulesPlan.agencies.filter(({ id }) => id !== 'polres'),
  zones: rulesPlan.zones.filter(({ id }) => id !== 'tengah'),
  services: rulesPlan.services
    .filter(({ agency }) => agency !== 'polres')
    .map((one) => ({ ...one, requirements: [] })),
  counters: rulesPlan.counters.filter(({ agency }) => agency !== 'polres'),
  bundles: [],
}
const without = (...counters: string[]): Plan => ({
  ...rulesPlan,
  counters: rulesPlan.counters.filter(({ id }) => !counters.includes(id)),
})
const publish = (plan: Plan, fates: Readonly<Record<string, Fate>> = {}): Command => ({
  type: 'revise-plan',
  plan,
  from: null,
  fates: new Map(Object.entries(fates)),
})
const rename = (plan: Plan): Plan => ({ ...plan, walkSeconds: plan.walkSeconds + 1 })

it('[S23] what leaves the plan may go on serving until the day ends', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']), take('b', ['skck', 'kk']))
  expect(story.when(publish(withoutPolice))).toMatchObject({
    refused: 'people-waiting',
    people: [{ service: 'skck', count: 2 }],
  })
  story.does(publish(withoutPolice, { skck: 'served' }))
  expect(story.refusal(take('c', ['skck']))).toBe('service-closed')
  expect(story.does(callNext('loket-3'))).toMatchObject([{ type: 'called', visit: 'a' }])
  story.does(start('loket-3'))
  story.does(finish('loket-3'))
  expect(story.does(callNext('loket-3'))).toMatchObject([{ visit: 'b' }])
  expect(story.hall.layout.base).toEqual(withoutPolice)
  story.does(start('loket-3'))
  story.does(finish('loket-3'))
  const { layout } = story.nextDay('08:00').hall
  expect(layout.plan).toEqual(withoutPolice)
  expect([layout.agencies.has('polres'), layout.zones.has('tengah'), layout.counters.has('loket-3')]).toEqual(
    [false, false, false],
  )
})

it('[S23] what leaves the plan may go on serving until the day ends: also when the plan is changed again', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']))
  story.does(publish(withoutPolice, { skck: 'served' }))
  story.does({ type: 'revise-plan', plan: rename(withoutPolice), from: null })
  story.does({ type: 'set-operation', operation: 'regular' })
  expect(story.does(callNext('loket-3'))).toMatchObject([{ visit: 'a' }])
  // Back in the plan it is what the plan says, and nothing is left beside it.
  story.does(putBack('loket-3'))
  story.does({ type: 'revise-plan', plan: rulesPlan, from: null })
  expect(story.hall.layout.plan).toEqual(rulesPlan)
  expect(story.hall.today.retired).toBeNull()
})

it('[S23] what leaves the plan may go on serving until the day ends: a counter that stays serves it beside its own', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['akta']), '08:10', take('b', ['kk']))
  const services = rulesPlan.services.filter(({ id }) => id !== 'akta')
  const counters = rulesPlan.counters.map((one) => ({
    ...one,
    services: one.services.filter((id) => id !== 'akta'),
  }))
  story.does(publish({ ...rulesPlan, services, counters }, { akta: 'served' }))
  expect(story.hall.layout.counters.get('loket-1')?.services).toEqual(['kk', 'ktp', 'akta'])
  expect(story.does(callNext('loket-1'))).toMatchObject([{ visit: 'a' }])
  // Nobody is sent there any more, and nobody opens it again.
  story.does(start('loket-1'))
  expect(story.refusal(refer('loket-1', 'akta'))).toBe('service-closed')
  expect(story.refusal({ type: 'set-quota', service: 'akta', quota: 3 })).toBe('unknown-service')
})

it('[S23] what leaves the plan may go on serving until the day ends: one that the plan still announces stands there once', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']))
  const counters = rulesPlan.counters.map((one) => ({
    ...one,
    services: one.services.filter((id) => id !== 'skck'),
  }))
  const soon = withPhase('skck', { status: 'soon', expected: null })
  story.does(publish({ ...soon, counters }, { skck: 'served' }))
  const { plan } = story.hall.layout
  expect(plan.services).toEqual(soon.services)
  expect(plan.counters.find(({ id }) => id === 'loket-3')?.services).toEqual(['sim', 'skck'])
  expect(story.does(callNext('loket-3'))).toMatchObject([{ visit: 'a' }])
})

it('[S23] what leaves the plan may go on serving until the day ends: each service as it was decided for it', () => {
  const story = given(
    rulesPlan,
    open('loket-3'),
    take('a', ['skck']),
    take('b', ['sim']),
    take('c', ['bayar']),
  )
  const neither = { ...without('loket-3', 'loket-4', 'loket-5', 'loket-6') }
  expect(story.refusal(publish(neither, { skck: 'served', sim: 'ended' }))).toBe('people-waiting')
  expect(story.refusal(publish(neither, { skck: 'served', sim: 'ended', bayar: { to: 'nowhere' } }))).toBe(
    'unknown-service',
  )
  story.does(publish(neither, { skck: 'served', sim: 'ended', bayar: { to: 'kk' } }))
  expect([story.statuses('a'), story.statuses('b')]).toEqual([['waiting'], ['cancelled']])
  expect(story.step('c', 'kk').status).toBe('waiting')
  expect(story.does(callNext('loket-3'))).toMatchObject([{ visit: 'a' }])
})

it('[S23] what leaves the plan may go on serving until the day ends: a service that stays in the plan takes no numbers either', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['akta']))
  const counters = rulesPlan.counters.map((one) => ({
    ...one,
    services: one.services.filter((id) => id !== 'akta'),
  }))
  story.does(publish({ ...rulesPlan, counters }, { akta: 'served' }))
  expect(story.refusal(take('b', ['akta']))).toBe('service-closed')
  expect(story.does(callNext('loket-1'))).toMatchObject([{ visit: 'a' }])
  expect(story.hall.layout.base.services).toEqual(rulesPlan.services)
})

it('[S23] what leaves the plan may go on serving until the day ends: a publication after it may end that', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']))
  story.does(publish(withoutPolice, { skck: 'served' }))
  story.does(publish(rename(withoutPolice)))
  expect(story.statuses('a')).toEqual(['waiting'])
  story.does(publish(withoutPolice, { skck: 'ended' }))
  expect(story.statuses('a')).toEqual(['cancelled'])
})

it('[S23] what leaves the plan may go on serving until the day ends: nobody is promised a counter that works for others now', () => {
  const story = given(rulesPlan, take('a', ['akta']))
  const plan = {
    ...rulesPlan,
    services: rulesPlan.services.filter(({ id }) => id !== 'akta'),
    counters: rulesPlan.counters.map((one) =>
      one.id === 'loket-1' ? { ...one, agency: 'bank', services: ['bayar'] } : one,
    ),
  }
  expect(story.refusal(publish(plan, { akta: 'served' }))).toBe('people-waiting')
  expect(story.statuses('a')).toEqual(['waiting'])
})

it('[S23] what leaves the plan may go on serving until the day ends: nobody changes what a counter that left serves', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']), take('b', ['sim']))
  story.does(publish(withoutPolice, { skck: 'served', sim: 'served' }))
  expect(story.refusal({ type: 'set-desk', counter: 'loket-3', services: ['skck'] })).toBe('unknown-counter')
  expect(story.does(callNext('loket-3'))).toMatchObject([{ visit: 'a' }])
})

it('[S23] what leaves the plan may go on serving until the day ends: one that took nobody says why as before', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']), take('b', ['sim']))
  story.does(setPhase('skck', 'elsewhere', { waiting: 'serve' }))
  story.does(publish(withoutPolice, { skck: 'served', sim: 'served' }))
  const phase = (id: string) => story.hall.layout.services.get(id)?.phase
  expect(phase('skck')).toMatchObject({ status: 'elsewhere', where: { id: 'Jalan Veteran 3' } })
  expect(phase('sim')).toEqual({ status: 'paused', until: null, reason: null })
})

it('[S23] what leaves the plan may go on serving until the day ends: not where another counter takes its label', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']))
  const counters = withoutPolice.counters.map((one) => (one.id === 'loket-1' ? { ...one, label: '3' } : one))
  // Another one still serves them.
  story.does(publish({ ...withoutPolice, counters }, { skck: 'served' }))
  expect(story.hall.layout.counters.has('loket-3')).toBe(false)
  expect(story.hall.layout.counters.get('loket-4')?.services).toEqual(['skck'])
  const others = counters.map((one) => (one.id === 'loket-2' ? { ...one, label: '4' } : one))
  expect(story.refusal(publish({ ...withoutPolice, counters: others }))).toBe('people-waiting')
  const busy = given(rulesPlan, open('loket-3'), take('a', ['skck']), callNext('loket-3'))
  expect(busy.refusal(publish({ ...withoutPolice, counters }))).toBe('counter-busy')
})

it('[S24] a visitor at a counter that leaves the plan is still served there: that decides nothing for those who wait', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']), take('b', ['skck']))
  story.does(callNext('loket-3'))
  story.does(start('loket-3'))
  expect(story.refusal(publish(withoutPolice))).toBe('people-waiting')
  story.does(publish(withoutPolice, { skck: 'ended' }))
  expect([story.statuses('a'), story.statuses('b')]).toEqual([['serving'], ['cancelled']])
  expect(story.does(finish('loket-3'))).toMatchObject([{ type: 'finished', visit: 'a' }])
})

it('[S24] a visitor at a counter that leaves the plan is still served there', () => {
  const story = given(rulesPlan, open('loket-2'), take('a', ['kk']), take('b', ['kk']), callNext('loket-2'))
  // A counter of a service that others serve.
  expect(story.refusal({ type: 'revise-plan', plan: without('loket-2'), from: null })).toBe('counter-busy')
  story.does(publish(without('loket-2')))
  story.does(start('loket-2'))
  story.does(finish('loket-2'))
  expect(story.does(callNext('loket-2'))).toEqual([])
  // And one of a service that nobody serves any more.
  const other = given(rulesPlan, open('loket-3'), take('a', ['skck']), callNext('loket-3'), start('loket-3'))
  other.does(publish(withoutPolice))
  expect(other.does(finish('loket-3'))).toMatchObject([{ type: 'finished' }])
})

it('[S24] a visitor at a counter that leaves the plan is still served there: past midnight too', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']), take('b', ['skck']))
  story.does(callNext('loket-3'))
  story.does(start('loket-3'))
  story.does(publish(withoutPolice, { skck: 'served' }))
  story.nextDay('00:00')
  expect(story.hall.layout.base).toEqual(withoutPolice)
  expect(story.hall.layout.counters.get('loket-3')?.services).toEqual(['skck'])
  expect(story.hall.layout.counters.has('loket-4')).toBe(false)
  expect(story.does(finish('loket-3'))).toMatchObject([{ type: 'finished', visit: 'a' }])
  expect(story.nextDay('08:00').hall.layout.plan).toEqual(withoutPolice)
})
