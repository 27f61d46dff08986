// Rules V: a visit and its steps.
import { expect, it } from 'vitest'
import { call, callNext, cancel, finish, miss, open, putBack, refer, start, take } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

it('[V1] all steps of a visit wait at the same time', () => {
  const story = given(rulesPlan, take('a', ['kk', 'skck', 'bayar']))
  for (const counter of ['loket-1', 'loket-3', 'loket-5']) expect(story.next(counter)).toBe('a')
})

it('[V2] no step is ever lost: it stands in exactly one line', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  const lines = (service: string) => {
    const { regular, priority, held, missed } = story.hall.queues.get(service) ?? {}
    return [regular, priority, held, missed].map((line) => line?.places.map(({ step }) => step))
  }
  expect(lines('kk')).toEqual([[], [], [], []])
  expect(lines('bayar')).toEqual([['a.2'], [], [], []])
  story.does(miss('loket-1'))
  expect(lines('kk')).toEqual([[], [], [], ['a.1']])
})

it('[V3] at most one step of a visit is at a counter', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'), take('a', ['kk', 'skck']))
  story.does(callNext('loket-1'))
  expect(story.does(callNext('loket-3'))).toEqual([])
  expect(story.when(call('loket-3', 'a'))).toEqual({ refused: 'not-callable', about: 'elsewhere' })
  story.does(start('loket-1'))
  story.at('09:00')
  expect(story.next('loket-3')).toBeNull()
  story.does(finish('loket-1'))
  expect(story.at('09:01').next('loket-3')).toBe('a')
})

it('[V4] between zones the visitor gets time to walk', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'akta', 'skck']))
  story.does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.at('08:10').does(finish('loket-1'))
  expect(story.next('loket-3')).toBeNull()
  expect(story.at('08:10:59').next('loket-3')).toBeNull()
  expect(story.at('08:11').next('loket-3')).toBe('a')
})

it('[V4] between zones the visitor gets time to walk: within a zone there is nothing to walk', () => {
  const story = given(rulesPlan, open('loket-2'), take('a', ['kk', 'akta']), callNext('loket-2'))
  story.does(start('loket-2'))
  story.does(finish('loket-2'))
  expect(story.next('loket-1')).toBe('a')
})

it('[V5] a step comes after another when the plan says so', () => {
  const story = given(rulesPlan, take('a', ['ktp', 'kk']), take('b', ['ktp']))
  expect(story.statuses('a')).toEqual(['blocked', 'waiting'])
  expect(story.statuses('b')).toEqual(['waiting'])
})

it('[V6] a step comes after the one that issues the paper it lacks', () => {
  const missing = ['bukti-bayar']
  const story = given(
    rulesPlan,
    take('a', ['sim', 'bayar'], { missing }),
    take('b', ['sim', 'bayar']),
    take('c', ['sim'], { missing }),
  )
  expect(story.statuses('a')).toEqual(['blocked', 'waiting'])
  expect(story.step('a', 'sim').missing).toEqual(missing)
  expect(story.statuses('b')).toEqual(['waiting', 'waiting'])
  expect(story.statuses('c')).toEqual(['waiting'])
})

it('[V6] a step comes after the one that issues the paper it lacks: and once, if the plan puts it there too', () => {
  const story = given(rulesPlan)
  const events = story.does(take('a', ['kk', 'ktp'], { missing: ['surat-kk'] }))
  expect(events).toMatchObject([{ steps: [{ after: [] }, { after: [0], missing: ['surat-kk'] }] }])
})

it('[V7] nobody waits in a circle', () => {
  const missing = ['bukti-bayar', 'tagihan']
  const story = given(rulesPlan, take('a', ['sim', 'bayar'], { missing }))
  expect(story.statuses('a')).toEqual(['blocked', 'waiting'])
})

it('[V8] a blocked step begins to wait when all before it have ended', () => {
  const story = given(
    rulesPlan,
    '08:00',
    open('loket-3'),
    open('loket-5'),
    take('a', ['sim', 'skck', 'bayar'], { missing: ['bukti-bayar'] }),
    callNext('loket-3'),
    start('loket-3'),
    '08:10',
    finish('loket-3', 'incomplete', ['foto']),
  )
  expect(story.statuses('a')).toEqual(['blocked', 'done', 'waiting'])
  story.at('08:20').does(callNext('loket-5'))
  story.does(start('loket-5'))
  story.does(finish('loket-5'))
  expect(story.step('a', 'sim')).toMatchObject({ status: 'waiting', callableFrom: story.time.now })
  expect(story.at('08:30').does(callNext('loket-3'))).toMatchObject([{ why: { credit: 30 } }])
})

it('[V8] a blocked step begins to wait when all before it have ended: a referral ends too, a put back does not', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'ktp']), callNext('loket-1'))
  story.does(putBack('loket-1'))
  expect(story.statuses('a')).toEqual(['waiting', 'blocked'])
  story.does(callNext('loket-1'))
  story.does(refer('loket-1', 'bayar'))
  expect(story.statuses('a')).toEqual(['done', 'waiting', 'waiting'])
})

it('[V9] a visit can be cancelled until it is being served', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'ktp', 'bayar']), callNext('loket-1'))
  story.does(cancel('a'))
  expect(story.statuses('a')).toEqual(['cancelled', 'cancelled', 'cancelled'])
  expect([story.present('loket-1'), story.next('loket-5')]).toEqual([null, null])
  expect(story.does(cancel('a'))).toEqual([])
})

it('[V9] a visit can be cancelled until it is being served: not while it is, and what is done stays done', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  story.does(start('loket-1'))
  expect(story.refusal(cancel('a'))).toBe('being-served')
  story.does(finish('loket-1'))
  story.does(cancel('a'))
  expect(story.statuses('a')).toEqual(['done', 'cancelled'])
  expect(story.refusal(cancel('nobody'))).toBe('unknown-visit')
})

it('[V10] a visit with anything unknown gets no number', () => {
  const story = given(rulesPlan)
  expect(story.when(take('a', ['kk', 'paspor']))).toEqual({ refused: 'unknown-service', about: 'paspor' })
  expect(story.when(take('a', ['kk'], { missing: ['foto'] }))).toEqual({
    refused: 'unknown-requirement',
    about: 'foto',
  })
  expect(story.refusal(take('a', ['kk'], { language: 'xx' }))).toBe('unknown-language')
  expect(story.hall.numbers.size).toBe(0)
})
