// Rules L: who may hold the number, and who may not.
import { expect, it } from 'vitest'
import { askSlip, call, note, open, printed, restart, slipFailed, take } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

const printer = { printer: 'printer-1' }

it('[L1] nobody is called who may not hold the number', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk'], printer), take('b', ['kk']))
  expect(story.visit('a')).toMatchObject({ number: 'A001', slip: { status: 'queued', copies: 1 } })
  expect(story.visit('b').slip.status).toBe('none')
  expect(story.next('loket-1')).toBe('b')
  expect(story.when(call('loket-1', 'a'))).toEqual({ refused: 'not-callable', about: 'slip' })
  story.does(printed('a'))
  expect(story.next('loket-1')).toBe('a')
})

it('[L1] nobody is called who may not hold the number: noted is as good as printed', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer))
  story.does(note('a'))
  expect(story.next('loket-1')).toBe('a')
})

it('[L2] a slip that failed drops nobody', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk'], printer), take('b', ['kk']))
  story.does(slipFailed('a'))
  expect(story.step('a', 'kk').status).toBe('waiting')
  expect(story.at('09:00').next('loket-1')).toBe('b')
  story.does(askSlip('a'))
  expect(story.next('loket-1')).toBe('b')
  story.does(printed('a'))
  expect(story.does(call('loket-1', 'a'))).toMatchObject([{ why: { credit: 60 } }])
})

it('[L3] after a restart a slip on its way counts as failed', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), take('b', ['kk'], printer), take('c', ['kk']))
  story.does(printed('b'))
  expect(story.does(restart)).toMatchObject([{ type: 'slip-failed', visit: 'a' }])
  expect(['a', 'b', 'c'].map((id) => story.visit(id).slip.status)).toEqual(['failed', 'printed', 'none'])
  expect(story.does(restart)).toEqual([])
})

it('[L4] a copy takes nothing away', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), printed('a'), askSlip('a'))
  expect(story.visit('a').slip).toMatchObject({ status: 'queued', copies: 2 })
  expect(story.next('loket-1')).toBe('a')
  story.does(slipFailed('a'))
  expect(story.next('loket-1')).toBe('a')
})

it('[L5] the printer’s word counts while a slip is on its way', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), slipFailed('a'))
  expect(story.does(printed('a'))).toEqual([])
  expect(story.visit('a').slip.status).toBe('failed')
  expect(story.does({ ...askSlip('a'), printer: null })).toEqual([])
  expect(story.refusal(printed('nobody'))).toBe('unknown-visit')
})
