// Rules P: who is at which counter.
import { expect, it } from 'vitest'
import {
  callNext,
  close,
  finish,
  note,
  open,
  pause,
  putBack,
  signOut,
  start,
  take,
  undo,
} from './commands.ts'
import { given } from './given.ts'
import type { Counter } from '../../server/hall/plan.ts'
import { rulesPlan } from './rules-plan.ts'

it('[P1] an officer holds one counter at a time', () => {
  const story = given(rulesPlan, open('loket-1', 'ayu'))
  expect(story.when(open('loket-2', 'ayu'))).toEqual({ refused: 'already-at-counter', about: 'loket-1' })
  story.does(pause('loket-1'))
  expect(story.refusal(open('loket-2', 'ayu'))).toBe('already-at-counter')
  story.does(close('loket-1'))
  expect(story.refusal(open('loket-2', 'ayu'))).toBeNull()
})

it('[P1] an officer holds one counter at a time: a manager may hold several', () => {
  const story = given(rulesPlan, open('loket-1', 'made', true), open('loket-5', 'made', true))
  expect(['loket-1', 'loket-5'].map((id) => story.hall.counters.get(id)?.staff)).toEqual(['made', 'made'])
})

it('[P2] nobody takes a counter that somebody holds', () => {
  const story = given(rulesPlan, open('loket-1', 'ayu'))
  expect(story.refusal(open('loket-1', 'budi'))).toBe('counter-taken')
  story.does(pause('loket-1'))
  expect(story.refusal(open('loket-1', 'made', true))).toBe('counter-taken')
})

it('[P3] signing out pauses the person’s counters', () => {
  const story = given(
    rulesPlan,
    open('loket-1', 'made', true),
    open('loket-5', 'made', true),
    open('loket-2'),
  )
  story.does(signOut('made'))
  const states = ['loket-1', 'loket-5', 'loket-2'].map((id) => story.hall.counters.get(id))
  expect(states).toMatchObject([
    { state: 'paused', staff: 'made' },
    { state: 'paused', staff: 'made' },
    { state: 'open', staff: 'budi' },
  ])
})

it('[P4] only the person who holds a counter acts there', () => {
  const story = given(rulesPlan, open('loket-1', 'ayu'), take('a', ['kk']))
  expect(story.refusal(callNext('loket-1', 'budi'))).toBe('counter-taken')
  expect(story.refusal({ ...pause('loket-1'), staff: 'budi' })).toBe('counter-taken')
  expect(story.refusal({ ...undo('loket-1'), staff: 'budi' })).toBe('counter-taken')
  expect(story.refusal(pause('loket-2'))).toBe('counter-not-open')
  expect(story.refusal(open('loket-99'))).toBe('unknown-counter')
  expect(story.refusal(callNext('loket-99'))).toBe('unknown-counter')
})

it('[P5] a counter is closed only with nobody at it', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  expect(story.refusal(close('loket-1'))).toBe('counter-busy')
  expect(story.refusal(close('loket-1', 'budi'))).toBe('counter-taken')
  story.does(putBack('loket-1'))
  story.does(close('loket-1'))
  expect(story.hall.counters.get('loket-1')).toMatchObject({ state: 'closed', staff: null, last: null })
})

it('[P6] a supervisor may close any counter of the agency', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'), start('loket-1'))
  story.does(close('loket-1', 'komang', true))
  expect(story.step('a', 'kk').status).toBe('waiting')
  expect(story.hall.counters.get('loket-1')).toMatchObject({ state: 'closed', staff: null, current: null })
  expect(story.refusal(undo('loket-1'))).toBe('counter-not-open')
})

it('[P7] a paused counter calls nobody new', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'), pause('loket-1'))
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  expect(story.refusal(callNext('loket-1'))).toBe('counter-not-open')
})

it('[P8] asking for what is already so changes nothing', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), note('a'))
  const { seq } = story.hall
  for (const command of [open('loket-1'), close('loket-2'), note('a'), signOut('nobody')]) story.does(command)
  expect(story.hall.seq).toBe(seq)
})

it('[P9] a counter that leaves its agency or the plan is closed first', () => {
  const story = given(rulesPlan, open('loket-2'), open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  const revise = (counters: Counter[]) =>
    ({ type: 'revise-plan', plan: { ...rulesPlan, counters }, from: null }) as const
  const without = revise(rulesPlan.counters.filter(({ id }) => id !== 'loket-1' && id !== 'loket-2'))
  const elsewhere = revise(rulesPlan.counters.map((one) => ({ ...one, agency: 'polres' })))
  for (const plan of [without, elsewhere])
    expect(story.when(plan)).toEqual({ refused: 'counter-busy', about: 'loket-1' })
  story.does(putBack('loket-1'))
  expect(story.does({ ...without, waiting: 'end' }).map(({ type }) => type)).toEqual([
    'counter-closed',
    'counter-closed',
    'step-cancelled',
    'plan-revised',
  ])
  expect(story.refusal(open('loket-3', 'ayu'))).toBeNull()
  expect(story.refusal(open('loket-1', 'citra'))).toBe('unknown-counter')
})
