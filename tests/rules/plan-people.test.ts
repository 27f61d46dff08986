// Rules S: what happens to people who wait for something that a changed plan no longer has.
import { expect, it } from 'vitest'
import type { CommandOf } from '../../server/hall/command.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { aheadOf } from '../../server/hall/next.ts'
import { call, callNext, finish, hold, miss, open, putBack, refer, start, take, undo } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { setDesk } from './steer-commands.ts'

const revise = (
  plan: Plan,
  rest: Partial<Pick<CommandOf<'revise-plan'>, 'waiting' | 'to'>> = {},
): CommandOf<'revise-plan'> => ({ type: 'revise-plan', plan, from: null, ...rest })

/** The plan without these services, and without any mention of them. */
function withoutServices(...gone: string[]): Plan {
  const left = (ids: readonly string[]) => ids.filter((id) => !gone.includes(id))
  return {
    ...rulesPlan,
    services: rulesPlan.services
      .filter(({ id }) => !gone.includes(id))
      .map((one) => ({ ...one, after: left(one.after), requirements: [] })),
    counters: rulesPlan.counters.map((one) => ({ ...one, services: left(one.services) })),
    bundles: [],
  }
}

/** The plan without an agency and all that is its own. */
const withoutPolres: Plan = {
  ...withoutServices('skck', 'sim'),
  agencies: rulesPlan.agencies.filter(({ id }) => id !== 'polres'),
  counters: withoutServices('skck', 'sim').counters.filter(({ agency }) => agency !== 'polres'),
  zones: rulesPlan.zones.filter(({ id }) => id !== 'tengah'),
}

/** No counter serves `akta` any more, but it stays in the plan. */
const withoutDesk: Plan = {
  ...rulesPlan,
  services: rulesPlan.services.map((one) =>
    one.id === 'akta' ? { ...one, phase: { status: 'paused', until: null, reason: null } } : one,
  ),
  counters: rulesPlan.counters.filter(({ id }) => id !== 'loket-1'),
}

it('[S19] a plan that would strand people says what happens to them', () => {
  const story = given(rulesPlan, take('a', ['skck', 'sim']), take('b', ['skck']), take('c', ['kk']))
  expect(story.when(revise(withoutPolres))).toEqual({
    refused: 'people-waiting',
    about: 'skck',
    count: 3,
    people: [
      { service: 'skck', count: 2 },
      { service: 'sim', count: 1 },
    ],
  })
  expect(story.hall.layout.services.has('skck')).toBe(true)
})

it('[S19] a plan that would strand people says what happens to them: on hold, missed and sent to come back too', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), take('b', ['kk']), take('c', ['kk']))
  story.does(call('loket-1', 'a'))
  story.does(hold('loket-1'))
  story.does(call('loket-1', 'b'))
  story.does(miss('loket-1'))
  story.does(call('loket-1', 'c'))
  story.does(refer('loket-1', 'bayar', true))
  expect(story.when(revise(withoutServices('kk')))).toMatchObject({ refused: 'people-waiting', count: 3 })
})

it('[S19] a plan that would strand people says what happens to them: also where it has no counter for them', () => {
  const story = given(rulesPlan, take('a', ['akta']))
  expect(story.when(revise(withoutDesk))).toMatchObject({
    refused: 'people-waiting',
    people: [{ service: 'akta', count: 1 }],
  })
  expect(story.refusal(revise({ ...withoutDesk, counters: rulesPlan.counters }))).toBeNull()
})

it('[S19] a plan that would strand people says what happens to them: their waiting ends', () => {
  const story = given(rulesPlan, take('a', ['skck', 'kk']), take('b', ['kk']))
  story.does(revise(withoutPolres, { waiting: 'end' }))
  expect([story.statuses('a'), story.statuses('b')]).toEqual([['cancelled', 'waiting'], ['waiting']])
  expect(story.hall.layout.services.has('skck')).toBe(false)
})

it('[S19] a plan that would strand people says what happens to them: they are moved', () => {
  const story = given(rulesPlan, '08:00', take('a', ['akta']), '08:10', take('b', ['kk']), open('loket-1'))
  story.does(revise(withoutServices('akta'), { waiting: 'move', to: 'kk' }))
  expect(story.step('a', 'kk')).toMatchObject({ id: 'a.1', status: 'waiting' })
  expect(aheadOf(story.hall, story.visit('b'), 0, story.time.now)).toBe(1)
  expect(story.at('08:20').does(callNext('loket-1'))).toMatchObject([{ visit: 'a', why: { credit: 20 } }])
})

it.each([
  ['kk', null, 'unknown-service'],
  ['kk', 'paspor', 'unknown-service'],
  ['akta', 'akta', 'unknown-service'],
  ['akta', 'tabungan', 'service-closed'],
] as const)(
  '[S10] people are moved to a service that takes visitors: with a plan without %s to %s: %s',
  (gone, to, refused) => {
    const story = given(rulesPlan, take('a', [gone]))
    expect(story.refusal(revise(withoutServices(gone), { waiting: 'move', to }))).toBe(refused)
  },
)

it('[S19] a plan that would strand people says what happens to them: where nobody is concerned it asks nothing', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']), callNext('loket-3'), start('loket-3'))
  story.does(finish('loket-3'))
  story.does(take('b', ['kk']))
  expect(story.does(revise(withoutPolres)).map(({ type }) => type)).toEqual([
    'counter-closed',
    'plan-revised',
  ])
})

it('[S20] a service is not taken away while somebody is at a counter for it', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['akta']), callNext('loket-1'))
  const without = revise(withoutServices('akta'), { waiting: 'end' })
  expect(story.when(without)).toEqual({ refused: 'counter-busy', about: 'loket-1' })
  story.does(start('loket-1'))
  expect(story.when(without)).toEqual({ refused: 'counter-busy', about: 'loket-1' })
  story.does(putBack('loket-1'))
  story.does(without)
  expect(story.statuses('a')).toEqual(['cancelled'])
})

it('[S20] a service is not taken away while somebody is at a counter for it: nor is it got back by an undo', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['akta']), callNext('loket-1'), start('loket-1'))
  story.does(finish('loket-1'))
  story.does(revise(withoutServices('akta')))
  expect(story.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'changed' })
})

it('[S21] the last counter of a service keeps it while people wait', () => {
  const story = given(rulesPlan, take('a', ['akta']), take('b', ['akta']))
  expect(story.when(setDesk('loket-1', 'kk', 'ktp'))).toEqual({
    refused: 'people-waiting',
    about: 'akta',
    count: 2,
    people: [{ service: 'akta', count: 2 }],
  })
  story.does(setDesk('loket-2', 'akta'))
  story.does(setDesk('loket-1', 'kk', 'ktp'))
  story.does(open('loket-2'))
  expect(story.next('loket-2')).toBe('a')
})

it('[A16] what waits where the new plan has no sound counts as not heard', () => {
  const story = given(rulesPlan, open('loket-5'), take('a', ['bayar']), callNext('loket-5'))
  expect(story.hall.sounds.get('lantai-2')).toHaveLength(1)
  const zones = rulesPlan.zones.filter(({ id }) => id !== 'belakang')
  const counters = rulesPlan.counters.map((one) =>
    one.zone === 'belakang' ? { ...one, zone: 'tengah' } : one,
  )
  story.does(revise({ ...rulesPlan, zones, counters }))
  expect(story.step('a', 'bayar')).toMatchObject({ status: 'called', call: { heard: false } })
  expect([...story.hall.sounds.values()].flat()).toEqual([])
})
