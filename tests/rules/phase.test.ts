// Rules S: services as supervisors open, pause and close them, and what happens to the people waiting.
import { expect, it } from 'vitest'
import { nextDue } from '../../server/clock.ts'
import type { Service } from '../../server/hall/plan.ts'
import { isRefusal } from '../../server/hall/refusal.ts'
import { aheadOf } from '../../server/hall/next.ts'
import {
  call,
  callNext,
  delay,
  finish,
  hold,
  miss,
  open,
  refer,
  releaseDue,
  start,
  take,
  undo,
} from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan, withPhase } from './rules-plan.ts'
import { sendMessage, setDesk, setPhase, setQuota } from './steer-commands.ts'

const phase = (story: Story, id: string) => story.hall.layout.services.get(id)?.phase
const midday = (story: Story, minutes: number) => story.time.now + minutes * 60_000

it('[S7] a service is opened, paused and closed at once', () => {
  const story = given(rulesPlan, '08:00')
  const seen = story.hall.layoutSeq
  story.does(setPhase('kk', 'paused', { reason: { code: 'rapat' } }))
  expect(phase(story, 'kk')).toEqual({ status: 'paused', until: null, reason: { id: 'Rapat', en: 'Rapat' } })
  expect(story.hall.layoutSeq).toBeGreaterThan(seen)
  expect(story.refusal(take('a', ['kk']))).toBe('service-closed')
  story.does(setPhase('kk', 'trial'))
  story.does(take('a', ['kk']))
  story.does(setPhase('tabungan', 'soon', { expected: '2027-01-04' }))
  expect(phase(story, 'tabungan')).toEqual({ status: 'soon', expected: '2027-01-04' })
  expect(story.refusal(setPhase('paspor', 'open'))).toBe('unknown-service')
})

it('[S7] a service is opened, paused and closed at once: also for the days to come', () => {
  const story = given(rulesPlan, setPhase('kk', 'elsewhere'))
  story.nextDay('08:00')
  expect(phase(story, 'kk')).toMatchObject({ status: 'elsewhere' })
})

it('[S7] a service is opened, paused and closed at once: asking for what is already so changes nothing', () => {
  const story = given(rulesPlan, '08:00')
  const twice = setPhase('kk', 'paused', { until: midday(story, 60), reason: { code: 'rapat' } })
  expect(story.does(twice)).toHaveLength(1)
  expect(story.does(twice)).toEqual([])
  expect(story.does({ ...twice, until: midday(story, 90) })).toHaveLength(1)
})

it('[S6] nobody overwrites a plan that they have not seen: a phase is a change of it', () => {
  const story = given(rulesPlan)
  const seen = story.hall.planSeq
  story.does(setPhase('kk', 'paused'))
  expect(story.refusal({ type: 'revise-plan', plan: rulesPlan, from: seen })).toBe('plan-changed')
})

it('[S8] closing a service means deciding what happens to the people waiting', () => {
  const story = given(
    rulesPlan,
    open('loket-1'),
    take('a', ['kk']),
    take('b', ['kk']),
    take('c', ['kk', 'ktp']),
  )
  story.does(callNext('loket-1'))
  story.does(hold('loket-1'))
  story.does(callNext('loket-1'))
  const close = setPhase('kk', 'paused')
  expect(story.when(close)).toEqual({ refused: 'people-waiting', about: 'kk', count: 2 })
  expect(phase(story, 'kk')).toEqual({ status: 'open' })
  story.does({ ...close, waiting: 'serve' })
  expect([story.statuses('a'), story.statuses('b')]).toEqual([['held'], ['called']])
  story.does(setPhase('kk', 'paused', { until: midday(story, 5) }))
  expect(isRefusal(story.when(setPhase('kk', 'elsewhere')))).toBe(true)
  expect(isRefusal(story.when(setPhase('kk', 'open')))).toBe(false)
})

it('[S9] people who are moved keep credit, place and order', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['ktp']), '08:10', take('b', ['akta']))
  story.does(setPhase('ktp', 'paused', { waiting: 'move', to: 'akta' }))
  expect(story.step('a', 'akta')).toMatchObject({ id: 'a.1', status: 'waiting' })
  expect(aheadOf(story.hall, story.visit('b'), 0, story.time.now)).toBe(1)
  expect(story.at('08:20').does(callNext('loket-1'))).toMatchObject([{ visit: 'a', why: { credit: 20 } }])
})

it('[S9] people who are moved keep credit, place and order: on hold and missed stay so', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), take('b', ['kk']))
  story.does(callNext('loket-1'))
  story.does(hold('loket-1', 10))
  story.does(callNext('loket-1'))
  story.does(miss('loket-1'))
  story.does(setPhase('kk', 'paused', { waiting: 'move', to: 'akta' }))
  expect([story.step('a', 'akta').status, story.step('b', 'akta').status]).toEqual(['held', 'missed'])
  story.at('09:00').does(releaseDue)
  expect(story.next('loket-1')).toBe('a')
})

it('[S9] people who are moved keep credit, place and order: the new service has its own', () => {
  const story = given(rulesPlan, take('a', ['kk', 'ktp']), take('b', ['bayar', 'skck']))
  story.does(setPhase('ktp', 'soon', { waiting: 'move', to: 'akta' }))
  expect(story.statuses('a')).toEqual(['waiting', 'waiting'])
  story.does(setPhase('bayar', 'soon', { waiting: 'move', to: 'sim' }))
  expect(story.step('b', 'sim')).toMatchObject({ status: 'blocked', after: ['b.2'] })
})

it('[S9] people who are moved keep credit, place and order: a paper is missing only where the new service asks for it', () => {
  const asks = {
    ...rulesPlan,
    services: rulesPlan.services.map((one) => (one.id === 'akta' ? both(one) : one)),
  }
  const story = given(asks, take('a', ['skck'], { missing: ['kartu', 'foto'] }))
  expect(story.step('a', 'skck').missing).toEqual(['kartu', 'foto'])
  story.does(setPhase('skck', 'soon', { waiting: 'move', to: 'akta' }))
  expect(story.step('a', 'akta').missing).toEqual(['foto'])
})

it('[S9] people who are moved keep credit, place and order: a step blocked only by a paper of the old service waits', () => {
  const story = given(rulesPlan, take('a', ['ktp', 'skck'], { missing: ['kartu'] }))
  expect(story.step('a', 'skck')).toMatchObject({ status: 'blocked', after: ['a.1'] })
  story.does(setPhase('skck', 'soon', { waiting: 'move', to: 'bayar' }))
  expect(story.step('a', 'bayar')).toMatchObject({ status: 'waiting', after: [], missing: [] })
})

it('[S9] people who are moved keep credit, place and order: what came after it still does', () => {
  const story = given(rulesPlan, take('a', ['skck', 'sim']))
  story.does(setPhase('skck', 'soon', { waiting: 'move', to: 'bayar' }))
  expect(story.step('a', 'sim')).toMatchObject({ status: 'blocked', after: ['a.1'] })
})

it('[S9] people who are moved keep credit, place and order: whoever said they would be late, though what comes first has ended', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'akta']), callNext('loket-1'))
  for (const command of [start('loket-1'), finish('loket-1'), delay('a')]) story.does(command)
  story.at('08:01').does(setPhase('akta', 'soon', { waiting: 'move', to: 'ktp' }))
  expect(story.step('a', 'ktp')).toMatchObject({ status: 'waiting', after: [], waitedMs: 0 })
  expect(story.at('08:04:59').next('loket-1')).toBeNull()
  expect(story.at('08:05').next('loket-1')).toBe('a')
})

it('[S9] people who are moved keep credit, place and order: nobody waits twice for one service, or is taken from a counter', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'akta']), take('b', ['kk']))
  story.does(call('loket-1', 'b'))
  story.does(setPhase('kk', 'soon', { waiting: 'move', to: 'akta' }))
  expect(story.statuses('a')).toEqual(['cancelled', 'waiting'])
  expect(story.step('b', 'kk').status).toBe('called')
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
})

it('[S9] people who are moved keep credit, place and order: a come-back waits for where the visitor was sent', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.does(refer('loket-1', 'bayar', true))
  story.does(setPhase('kk', 'soon', { waiting: 'move', to: 'akta' }))
  expect(story.step('a', 'akta')).toMatchObject({ status: 'blocked', after: ['a.2'], comeBack: null })
  // Also where the old service came after that one anyway.
  const card = given(rulesPlan, open('loket-1'), take('b', ['ktp']), callNext('loket-1'))
  card.does(refer('loket-1', 'kk', true))
  card.does(setPhase('ktp', 'soon', { waiting: 'move', to: 'akta' }))
  expect(card.step('b', 'akta')).toMatchObject({ status: 'blocked', after: ['b.2'] })
})

it.each([
  ['paspor', 'unknown-service'],
  [null, 'unknown-service'],
  ['kk', 'same-service'],
  ['tabungan', 'service-closed'],
])('[S10] people are moved to a service that takes visitors: to %s, %s', (to, refused) => {
  const story = given(rulesPlan, take('a', ['kk']))
  expect(story.refusal(setPhase('kk', 'paused', { waiting: 'move', to }))).toBe(refused)
  expect(phase(story, 'kk')).toEqual({ status: 'open' })
})

it('[S11] ending somebody’s wait for a service leaves the other steps', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'ktp']), take('b', ['kk']))
  story.does(callNext('loket-1'))
  story.does(miss('loket-1'))
  story.does(callNext('loket-1'))
  const { length } = story.records
  story.does(setPhase('kk', 'paused', { waiting: 'end' }))
  expect([story.statuses('a'), story.statuses('b')]).toEqual([['cancelled', 'waiting'], ['called']])
  expect(story.records.slice(length).map(({ event }) => event.type)).toEqual([
    'phase-changed',
    'step-cancelled',
  ])
})

it('[S11] ending somebody’s wait for a service leaves the other steps: later too, when the service is closed already', () => {
  const story = given(rulesPlan, take('a', ['kk']), setPhase('kk', 'paused', { waiting: 'serve' }))
  expect(story.does(setPhase('kk', 'paused', { waiting: 'end' }))).toMatchObject([
    { type: 'step-cancelled', because: 'closed' },
  ])
})

it('[U3] an action that something was built on stays: a supervisor moved or ended the visit’s waiting', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'), miss('loket-1'))
  story.does(setPhase('kk', 'paused', { waiting: 'end' }))
  expect(story.refusal(undo('loket-1'))).toBe('not-undoable')
})

it('[S12] a pause with an end opens again by itself, as it was', () => {
  const story = given(rulesPlan, '08:00')
  story.does(setPhase('skck', 'paused', { until: midday(story, 60) }))
  story.does(setPhase('kk', 'paused', { until: midday(story, 30) }))
  expect(story.at('08:30').does(releaseDue)).toMatchObject([{ service: 'kk', status: 'open' }])
  story.does(setPhase('skck', 'paused', { until: midday(story, 90) }))
  expect(story.at('09:30').does(releaseDue)).toEqual([])
  expect(story.at('10:00').does(releaseDue)).toMatchObject([{ service: 'skck', status: 'trial' }])
  expect(story.does(releaseDue)).toEqual([])
  expect(story.refusal(setPhase('kk', 'paused', { until: story.time.now }))).toBe('until-past')
})

it('[S12] a pause with an end opens again by itself, as it was: also on another day', () => {
  const story = given(rulesPlan, '20:00')
  story.does(setPhase('kk', 'paused', { until: midday(story, 8 * 60) }))
  story.nextDay('03:00')
  expect(phase(story, 'kk')?.status).toBe('paused')
  expect(story.at('04:00').does(releaseDue)).toMatchObject([{ service: 'kk', status: 'open' }])
})

it.each([
  ['skck', 'kk'],
  ['kk', 'skck'],
])('[S12] a pause with an end opens again by itself, as it was: the earliest first, %s', (first, second) => {
  const story = given(rulesPlan, '08:00')
  story.does(setPhase(second, 'paused', { until: midday(story, 60) }))
  story.does(setPhase(first, 'paused', { until: midday(story, 30) }))
  expect(nextDue(story.hall)).toBe(midday(story, 30))
  const opened = story.at('09:00').does(releaseDue)
  expect(opened).toMatchObject([{ service: first }, { service: second }])
})

it('[S12] a pause with an end opens again by itself, as it was: one whose end is said in words does not', () => {
  const words = { status: 'paused', until: 'sesudah makan siang', reason: null, reopens: 'open' } as const
  const story = given(withPhase('kk', words), '08:00')
  expect(nextDue(story.hall)).toBe(story.hall.endsAt)
  story.does(setPhase('skck', 'paused', { until: midday(story, 30) }))
  expect(nextDue(story.hall)).toBe(midday(story, 30))
  expect(story.at('23:59').does(releaseDue)).toMatchObject([{ service: 'skck' }])
})

it('[S13] a reason typed as free text lasts a day', () => {
  const story = given(rulesPlan, setPhase('kk', 'paused', { reason: { note: 'note-1' } }))
  expect(story.hall.today.reasons.get('kk')).toBe('note-1')
  expect(phase(story, 'kk')).toEqual({ status: 'paused', until: null, reason: null })
  story.does(setPhase('akta', 'paused', { reason: { note: 'note-2' } }))
  story.does({
    type: 'revise-plan',
    plan: withPhase('kk', { status: 'paused', until: null, reason: null }),
    from: null,
  })
  expect([...story.hall.today.reasons.keys()]).toEqual(['kk'])
  story.nextDay('08:00')
  expect(story.hall.today.reasons.size).toBe(0)
})

it('[S14] a quota set for today stops numbers today', () => {
  const story = given(rulesPlan, take('a', ['kk']), take('b', ['kk']))
  story.does(setQuota('kk', 1))
  expect(story.refusal(take('c', ['kk']))).toBe('quota-reached')
  expect(story.statuses('b')).toEqual(['waiting'])
  story.does(setQuota('kk', 3))
  story.does(take('c', ['kk']))
  story.does(setQuota('akta', 0))
  expect(story.refusal(take('d', ['akta']))).toBe('quota-reached')
  story.does(setQuota('akta', null))
  for (const id of ['d', 'e', 'f']) story.does(take(id, ['akta']))
  expect(story.does(setQuota('akta', null))).toEqual([])
  expect(story.refusal(setQuota('paspor', 1))).toBe('unknown-service')
  story.nextDay('08:00')
  for (const id of ['g', 'h']) story.does(take(id, ['akta']))
  expect(story.refusal(take('i', ['akta']))).toBe('quota-reached')
})

it('[S17] a service that is to come soon names a day that lies ahead', () => {
  const story = given(rulesPlan, '08:00')
  const { day } = story.hall
  const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
  expect(story.refusal(setPhase('tabungan', 'soon', { expected: before }))).toBe('until-past')
  story.does(setPhase('tabungan', 'soon', { expected: day }))
  expect(phase(story, 'tabungan')).toEqual({ status: 'soon', expected: day })
})

it('[S15] what was set for today stays when the plan is saved, unless its own line changed', () => {
  const story = given(rulesPlan)
  const { planSeq: seen } = story.hall
  story.does(setQuota('kk', 5))
  story.does(setQuota('akta', 7))
  story.does(setDesk('loket-1', 'akta'))
  expect(story.hall.layout.base).toBe(rulesPlan)
  const services = rulesPlan.services.map((one) => (one.id === 'akta' ? { ...one, quota: 9 } : one))
  story.does({ type: 'revise-plan', plan: { ...rulesPlan, services }, from: seen })
  expect(story.hall.layout.services.get('kk')?.quota).toBe(5)
  expect(story.hall.layout.services.get('akta')?.quota).toBe(9)
  expect(story.hall.layout.counters.get('loket-1')?.services).toEqual(['akta'])
  const { layoutSeq } = story.hall
  story.does(setQuota('kk', 6))
  expect(story.refusal({ type: 'revise-plan', plan: rulesPlan, from: layoutSeq })).toBeNull()
  expect(story.refusal({ type: 'revise-plan', plan: rulesPlan, from: story.hall.layoutSeq + 1 })).toBe(
    'plan-changed',
  )
})

it('[S15] what was set for today stays when the plan is saved, unless its own line changed: of counters', () => {
  const served = (counter: string) => story.hall.layout.counters.get(counter)?.services
  const story = given(rulesPlan, setDesk('loket-1', 'akta'), setDesk('loket-2', 'ktp', 'akta'))
  const counters = rulesPlan.counters.map((one) =>
    one.id === 'loket-1' ? { ...one, services: ['kk', 'akta'] } : one,
  )
  story.does({ type: 'revise-plan', plan: { ...rulesPlan, counters }, from: null })
  expect([served('loket-1'), served('loket-2')]).toEqual([
    ['kk', 'akta'],
    ['ktp', 'akta'],
  ])
})

it.each([
  ['leaves the plan', rulesPlan.services.filter(({ id }) => id !== 'akta')],
  ['goes to another agency', rulesPlan.services.map((one) => (one.id === 'akta' ? elsewhere(one) : one))],
])(
  '[S15] what was set for today stays when the plan is saved, unless its own line changed: a service that %s is served no more',
  (_, services) => {
    const counters = rulesPlan.counters.map((one) =>
      one.id === 'loket-1' ? { ...one, services: ['kk', 'ktp'] } : one,
    )
    const after = (...today: string[]) => {
      const story = given(rulesPlan, setDesk('loket-2', ...today))
      story.does({ type: 'revise-plan', plan: { ...rulesPlan, services, counters }, from: null })
      return story.hall.layout.counters.get('loket-2')?.services
    }
    expect(after('ktp', 'akta')).toEqual(['ktp'])
    // With nothing left, the plan applies.
    expect(after('akta')).toEqual(['kk', 'ktp'])
  },
)

it('[S16] a counter serves today what its supervisor says', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), '08:01', take('b', ['akta']))
  story.does(callNext('loket-1'))
  story.does(setDesk('loket-1', 'akta'))
  expect(story.present('loket-1')).toBe('a')
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  story.does(take('c', ['kk']))
  expect(story.next('loket-1')).toBe('b')
  expect(story.hall.layout.countersOf.get('kk')?.map(({ id }) => id)).toEqual(['loket-2'])
  expect(story.does(setDesk('loket-1', 'akta'))).toEqual([])
  story.does(setDesk('loket-1', 'ktp', 'kk', 'akta'))
  expect(story.hall.today.desks.size).toBe(0)
  expect(story.next('loket-1')).toBe('c')
})

it('[S16] a counter serves today what its supervisor says: of its own agency, and not tomorrow', () => {
  const story = given(rulesPlan, setDesk('loket-1', 'kk'))
  expect(story.when(setDesk('loket-1', 'skck'))).toEqual({ refused: 'other-agency', about: 'skck' })
  expect(story.refusal(setDesk('loket-1', 'paspor'))).toBe('unknown-service')
  expect(story.refusal(setDesk('loket-99', 'kk'))).toBe('unknown-counter')
  story.nextDay('08:00')
  expect(story.hall.layout.counters.get('loket-1')?.services).toEqual(['kk', 'ktp', 'akta'])
  story.does(sendMessage('loket-1'))
})

/** Asks for a photograph, as the other one does, and for a paper of its own. */
function both(service: Service): Service {
  const paper = (id: string) => ({ id, name: { id, en: id }, issuedBy: null })
  return { ...service, requirements: [paper('foto'), paper('ijazah')] }
}

function elsewhere(service: Service): Service {
  return { ...service, agency: 'polres' }
}
