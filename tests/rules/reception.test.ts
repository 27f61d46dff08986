// Rules G: whom the reception looks after.
import { describe, expect, it } from 'vitest'
import { comeToMe, notTaken, visitOfNumber } from '../../server/hall/reception/reception.ts'
import * as act from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { cancelStep } from './steer-commands.ts'

const printer = { printer: 'printer-1' }
const asked = { comeToMe: true }
/** Whose slip counts as not taken this many seconds after the hall's last event. */
const notTakenAfter = ({ hall }: Story, seconds: number) =>
  notTaken(hall, hall.at + seconds * 1000).visits.map(({ id }) => id)

describe('the slip', () => {
  it('[G1] a number that perhaps nobody holds is shown to the reception', () => {
    const story = given(rulesPlan, '08:00', act.take('a', ['kk'], printer), act.take('b', ['kk']))
    expect(notTakenAfter(story, 89)).toEqual([])
    expect(notTaken(story.hall, story.hall.at).next).toBe(story.hall.at + 90_000)
    expect(notTakenAfter(story, 90)).toEqual(['a'])
  })

  it('[G1] a number that perhaps nobody holds is shown to the reception: at once when it failed', () => {
    const story = given(rulesPlan, act.take('a', ['kk'], printer), act.slipFailed('a'))
    expect(notTakenAfter(story, 0)).toEqual(['a'])
    expect(notTaken(story.hall, story.hall.at).next).toBeNull()
  })

  it('[G1] a number that perhaps nobody holds is shown to the reception: until that is settled', () => {
    const slips = ['a', 'b', 'c', 'd'].map((id) => act.take(id, ['kk'], printer))
    const story = given(rulesPlan, '08:00', ...slips, '08:02', act.slipFailed('d'))
    story.does(act.printed('a'))
    story.does(act.note('b'))
    story.does(act.cancel('c'))
    expect(notTakenAfter(story, 0)).toEqual(['d'])
    story.does(act.askSlip('d'))
    expect(notTakenAfter(story, 0)).toEqual(['d'])
    story.does(act.printed('d'))
    expect(notTakenAfter(story, 0)).toEqual([])
  })

  it('[G1] a number that perhaps nobody holds is shown to the reception: while any of its services is still needed', () => {
    const story = given(rulesPlan, '08:00', act.take('a', ['kk', 'skck'], printer), cancelStep('a', 'a.1'))
    expect(notTakenAfter(story, 90)).toEqual(['a'])
    story.does(cancelStep('a', 'a.2'))
    expect(notTakenAfter(story, 90)).toEqual([])
  })
})

describe('come to me', () => {
  const ids = ({ hall }: Story) => comeToMe(hall).map(({ id }) => id)

  it('[G2] visitors who asked for staff to come to them stay with the reception until all is done', () => {
    const story = given(rulesPlan, act.take('a', ['kk', 'ktp'], asked), act.take('b', ['kk']))
    story.does(act.open('loket-1'))
    for (const service of ['kk', 'ktp']) {
      expect([service, ids(story)]).toEqual([service, ['a']])
      story.does(act.call('loket-1', 'a'))
      expect(ids(story)).toEqual(['a'])
      story.does(act.start('loket-1'))
      story.does(act.finish('loket-1'))
    }
    expect(ids(story)).toEqual([])
  })

  it('[G2] visitors who asked for staff to come to them stay with the reception until all is done: in order of arrival', () => {
    const story = given(
      rulesPlan,
      '08:00',
      act.take('b', ['kk'], asked),
      '08:01',
      act.take('a', ['kk'], asked),
    )
    expect(ids(story)).toEqual(['b', 'a'])
    story.does(act.cancel('b'))
    expect(ids(story)).toEqual(['a'])
  })

  it('[G2] visitors who asked for staff to come to them stay with the reception until all is done: an undo brings them back', () => {
    const story = given(rulesPlan, act.take('a', ['kk'], asked), act.open('loket-1'))
    for (const action of [act.callNext, act.start, act.finish]) story.does(action('loket-1'))
    expect(ids(story)).toEqual([])
    story.does(act.undo('loket-1'))
    expect(ids(story)).toEqual(['a'])
  })
})

it.each(['a1', 'A001', ' A 1 ', 'a-001', 'A.1'])(
  '[G3] a number of today is found however it is typed: %s',
  (typed) => {
    const { hall } = given(rulesPlan, act.take('a', ['kk']), act.take('b', ['kk']))
    expect(visitOfNumber(hall, typed)?.id).toBe('a')
  },
)

it.each(['', 'A', '1', 'A003', 'A0001x', 'ABC1', 'A-1-1'])(
  '[G3] a number of today is found however it is typed: %j is none',
  (typed) => {
    const { hall } = given(rulesPlan, act.take('a', ['kk']))
    expect(visitOfNumber(hall, typed)).toBeUndefined()
  },
)

it('[G3] a number of today is found however it is typed: yesterday’s only while it is served', () => {
  const story = given(rulesPlan, act.take('a', ['kk']), act.open('loket-1'), act.callNext('loket-1'))
  story.does(act.start('loket-1'))
  story.nextDay('00:00:01')
  expect(visitOfNumber(story.hall, 'A001')?.id).toBe('a')
  // While it is there nobody else gets it (Y1).
  story.does(act.finish('loket-1'))
  story.does(act.take('b', ['kk']))
  expect(visitOfNumber(story.hall, 'A001')?.id).toBe('b')
})
