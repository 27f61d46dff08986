// Rules S: what the status, the hours and the quota of a service stop, and what they don't.
import { expect, it } from 'vitest'
import { cancel, callNext, open, refer, start, take } from './commands.ts'
import { given } from './given.ts'
import { regularPlan, rulesPlan, withPhase } from './rules-plan.ts'

const paused = { status: 'paused', until: null, reason: null } as const

it('[S1] only services that are open or on trial take visitors', () => {
  const story = given(rulesPlan, take('a', ['kk']), take('b', ['skck']))
  for (const id of ['tabungan', 'kredit', 'asuransi']) {
    expect(story.when(take('c', ['kk', id]))).toEqual({ refused: 'service-closed', about: id })
  }
  expect(story.hall.visits.size).toBe(2)
})

it('[S2] hours stop numbers in regular operation only', () => {
  const story = given(regularPlan, '08:00', take('a', ['kk', 'sim']))
  const during = (time: `${number}:${number}`, service: string) =>
    story.at(time).refusal(take(`${service} ${time}`, [service]))
  expect(during('10:59', 'sim')).toBeNull()
  expect(during('11:00', 'sim')).toBe('service-closed')
  expect(during('11:59', 'kk')).toBeNull()
  expect(during('12:00', 'kk')).toBe('hall-closed')
  expect(during('13:00', 'kk')).toBeNull()
  expect(during('15:30', 'kk')).toBe('hall-closed')
  expect(given(rulesPlan, '23:00').refusal(take('a', ['sim']))).toBeNull()
})

it('[S2] hours stop numbers in regular operation only: a weekend and a holiday have none', () => {
  const story = given(regularPlan)
  expect(story.nextDay('09:00', 4).refusal(take('a', ['kk']))).toBe('hall-closed')
  expect(story.nextDay('09:00').refusal(take('a', ['kk']))).toBe('hall-closed')
  expect(story.nextDay('09:00', 26).hall.day).toBe('2026-12-25')
  expect(story.refusal(take('a', ['kk']))).toBe('hall-closed')
  expect(story.nextDay('09:00', 3).refusal(take('a', ['kk']))).toBeNull()
})

it('[S3] a quota stops numbers', () => {
  const story = given(rulesPlan, take('a', ['akta']), take('b', ['kk', 'akta']))
  expect(story.when(take('c', ['akta']))).toEqual({ refused: 'quota-reached', about: 'akta' })
  story.does(cancel('a'))
  expect(story.refusal(take('c', ['akta']))).toBe('quota-reached')
  expect(story.nextDay('08:00').refusal(take('d', ['akta']))).toBeNull()
})

it('[S3] a quota stops numbers: a referral takes none', () => {
  const story = given(rulesPlan, open('loket-2'), take('a', ['kk']), callNext('loket-2'))
  story.does(refer('loket-2', 'akta'))
  story.does(take('b', ['akta']))
  expect(story.refusal(take('c', ['akta']))).toBeNull()
})

it('[S4] everyone with a number is served', () => {
  const story = given(regularPlan, '10:00', open('loket-3'), take('a', ['sim']), '16:00')
  story.does({ type: 'revise-plan', plan: withPhase('sim', paused), from: null })
  expect(story.does(callNext('loket-3'))).toMatchObject([{ type: 'called', visit: 'a' }])
  story.does(start('loket-3'))
})

it('[S5] a changed plan applies at once', () => {
  const story = given(rulesPlan, '08:00', take('a', ['sim']), take('b', ['sim']), '08:10')
  story.does({ type: 'revise-plan', plan: withPhase('sim', paused), from: null })
  expect(story.refusal(take('c', ['sim']))).toBe('service-closed')
  story.does({ type: 'revise-plan', plan: rulesPlan, from: null })
  story.does(take('c', ['sim']))
  expect(story.visit('c').number).toBe('SM003')
  story.does(open('loket-3'))
  expect(story.does(callNext('loket-3'))).toMatchObject([{ visit: 'a', why: { credit: 10 } }])
})

it('[S6] nobody overwrites a plan that they have not seen', () => {
  const story = given(rulesPlan, '08:00')
  const seen = story.hall.planSeq
  story.does({ type: 'revise-plan', plan: withPhase('sim', paused), from: seen })
  expect(story.hall.planSeq).not.toBe(seen)
  expect(story.refusal({ type: 'revise-plan', plan: rulesPlan, from: seen })).toBe('plan-changed')
  expect(story.refusal(take('a', ['sim']))).toBe('service-closed')
  expect(story.refusal({ type: 'revise-plan', plan: rulesPlan, from: story.hall.planSeq })).toBeNull()
})

it('[S28] a service that no counter serves today gives out no numbers', () => {
  const story = given(rulesPlan, open('loket-2'), take('a', ['kk']), callNext('loket-2'), start('loket-2'))
  story.does({ type: 'set-desk', counter: 'loket-1', services: ['kk', 'ktp'] })
  expect(story.when(take('b', ['akta']))).toEqual({ refused: 'service-closed', about: 'akta' })
  expect(story.refusal(refer('loket-2', 'akta'))).toBe('service-closed')
  story.does({ type: 'set-desk', counter: 'loket-1', services: ['akta'] })
  expect(story.refusal(take('b', ['akta']))).toBeNull()
})
