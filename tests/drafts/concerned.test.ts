// Whom a plan would affect if it went live: who is waiting or being served where, which counters, devices and agencies
// leave.
import { expect, it } from 'vitest'
import { concernedBy } from '../../server/drafts/concerned.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { callNext, close, finish, hold, miss, open, start, take } from '../rules/commands.ts'
import { given } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { withoutAgency } from '../rules/without-agency.ts'

const withoutPolres = withoutAgency(rulesPlan, 'polres')
const nobody = { waiting: 0, blocked: 0, held: 0, missed: 0, called: 0, serving: 0, carried: 0 }
const devices = [
  { id: 'tv-1', zone: 'depan' },
  { id: 'tv-2', zone: 'tengah' },
  { id: 'kiosk', zone: null },
]

it('counts everybody who waits, is set aside or at a counter for what leaves, and nobody who is done', () => {
  const story = given(rulesPlan, '08:00', open('loket-3'), open('loket-4'), take('held', ['skck']))
  story.does(callNext('loket-3'))
  story.does(hold('loket-3'))
  story.does(take('missed', ['skck']))
  story.does(callNext('loket-3'))
  story.does(miss('loket-3'))
  story.does(take('done', ['skck']))
  for (const command of [callNext('loket-3'), start('loket-3'), finish('loket-3')]) story.does(command)
  story.does(take('serving', ['skck']))
  for (const command of [callNext('loket-3'), start('loket-3')]) story.does(command)
  story.does(take('called', ['skck']))
  story.does(callNext('loket-4'))
  story.does(take('waiting', ['skck', 'sim', 'kk']))
  expect(concernedBy(story.hall, withoutPolres, devices)).toEqual({
    services: [
      { ...nobody, service: 'skck', waiting: 1, held: 1, missed: 1, called: 1, serving: 1 },
      { ...nobody, service: 'sim', blocked: 1 },
    ],
    counters: [
      { counter: 'loket-3', open: true, number: story.visit('serving').number },
      { counter: 'loket-4', open: true, number: story.visit('called').number },
    ],
    devices: ['tv-2'],
    agencies: ['polres'],
    tomorrow: { prefixes: [], timeZone: null },
  })
})

it('says who of them came the day before', () => {
  const story = given(rulesPlan, '23:00', open('loket-3'), open('loket-4'), take('a', ['skck']))
  for (const command of [callNext('loket-3'), start('loket-3'), close('loket-4')]) story.does(command)
  story.nextDay('08:00').does(take('b', ['skck']))
  const { services, counters } = concernedBy(story.hall, withoutPolres, [])
  expect(services[0]).toEqual({ ...nobody, service: 'skck', waiting: 1, serving: 1, carried: 1 })
  expect(counters).toEqual([
    { counter: 'loket-3', open: true, number: story.visit('a').number },
    { counter: 'loket-4', open: false, number: null },
  ])
})

it('names a service that loses its last counter or leaves, not one that had none before', () => {
  const lone: Plan = { ...rulesPlan, counters: rulesPlan.counters.filter(({ id }) => id !== 'loket-5') }
  const named = (before: Plan, after: Plan) =>
    concernedBy(given(before).hall, after, []).services.map(({ service }) => service)
  expect(named(rulesPlan, lone)).toEqual(['tabungan', 'kredit', 'asuransi'])
  expect(named(lone, lone)).toEqual([])
  const services = lone.services.filter(({ id }) => id !== 'tabungan')
  expect(named(lone, { ...lone, services })).toEqual(['tabungan'])
})

it('names a counter that passes to another agency', () => {
  const counters = rulesPlan.counters.map((one) =>
    one.id === 'loket-6' ? { ...one, agency: 'dukcapil', services: ['kk'] } : one,
  )
  expect(concernedBy(given(rulesPlan).hall, { ...rulesPlan, counters }, devices)).toEqual({
    services: [],
    counters: [{ counter: 'loket-6', open: false, number: null }],
    devices: [],
    agencies: [],
    tomorrow: { prefixes: [], timeZone: null },
  })
})

it('tells which prefixes and which time zone begin with the next day', () => {
  const services = rulesPlan.services.map((one) => (one.id === 'akta' ? { ...one, prefix: 'X' } : one))
  const after = { ...rulesPlan, services, timeZone: 'Asia/Jayapura' }
  const before = given(rulesPlan, take('a', ['kk']))
  expect(concernedBy(before.hall, after, []).tomorrow).toEqual({ prefixes: [], timeZone: 'Asia/Jayapura' })
  before.does(take('b', ['akta']))
  expect(concernedBy(before.hall, after, []).tomorrow).toEqual({
    prefixes: [{ service: 'akta', from: 'B', to: 'X' }],
    timeZone: 'Asia/Jayapura',
  })
})
