// Rules N: the numbers.
import { expect, it } from 'vitest'
import { numberOf } from '../../server/hall/visit.ts'
import { callNext, cancel, finish, open, start, take } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

it('[N1] a visit has one number for its whole stay', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'), take('a', ['kk', 'skck']))
  story.does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  story.at('08:05')
  expect(story.does(callNext('loket-3'))).toMatchObject([{ type: 'called', visit: 'a' }])
  expect(story.visit('a').number).toBe('A001')
})

it('[N2] a number is the prefix of the first service and three digits', () => {
  const story = given(rulesPlan, take('a', ['sim', 'kk']), take('b', ['kk', 'sim']))
  expect(story.visit('a').number).toBe('SM001')
  expect(story.visit('b').number).toBe('A001')
  expect([numberOf('A', 12), numberOf('A', 999), numberOf('A', 1000)]).toEqual(['A012', 'A999', 'A1000'])
})

it('[N3] no number is given twice on one day: services that share a prefix share its count', () => {
  const story = given(rulesPlan, take('a', ['kk']), take('b', ['ktp']), take('c', ['akta']))
  expect(['a', 'b', 'c'].map((id) => story.visit(id).number)).toEqual(['A001', 'A002', 'B001'])
})

it('[N3] no number is given twice on one day: not even one that was cancelled', () => {
  const story = given(rulesPlan, take('a', ['kk']), cancel('a'), take('b', ['kk']))
  expect(story.visit('b').number).toBe('A002')
})

it('[N4] each day every prefix begins at 1', () => {
  const story = given(rulesPlan, take('a', ['kk']), take('b', ['kk']), take('c', ['bayar']))
  story.nextDay('08:00')
  story.does(take('d', ['kk']))
  story.does(take('e', ['bayar']))
  expect([story.visit('d').number, story.visit('e').number]).toEqual(['A001', 'T001'])
})

it('[N4] each day every prefix begins at 1: a day opened a second time counts on', () => {
  const story = given(rulesPlan)
  story.nextDay('08:00', 1, { A: 7 })
  story.does(take('a', ['kk']))
  story.does(take('b', ['akta']))
  expect([story.visit('a').number, story.visit('b').number]).toEqual(['A008', 'B001'])
})
