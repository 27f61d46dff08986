// Rules U: undoing a counter's last action.
import { expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import type { Hall } from '../../server/hall/hall.ts'
import {
  askSlip,
  call,
  callNext,
  cancel,
  delay,
  finish,
  handOver,
  hear,
  hold,
  miss,
  open,
  pause,
  printed,
  putBack,
  recall,
  refer,
  release,
  releaseDue,
  say,
  start,
  take,
  undo,
} from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

/** Everything that an undo must restore: all but the position in the journal and what can be undone. */
function picture(hall: Hall): unknown {
  const counters = [...hall.counters.values()].map((counter) => ({ ...counter, last: null, movedAt: 0 }))
  const { seq: _seq, at: _at, ...rest } = hall
  return structuredClone({ ...rest, layout: null, counters })
}

const before = (...more: Command[]) =>
  given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'ktp', 'bayar']), '08:05', ...more)

const called = () => before(callNext('loket-1'))
const serving = () => before(callNext('loket-1'), start('loket-1'))
const calledTwice = () =>
  given(
    { ...rulesPlan, secondCallSeconds: 90 },
    '08:00',
    open('loket-1'),
    take('a', ['kk', 'ktp', 'bayar']),
    '08:05',
    callNext('loket-1'),
  )

it.each([
  ['call', before, () => callNext('loket-1')],
  ['chosen call', before, () => call('loket-1', 'a')],
  ['recall', called, () => recall('loket-1')],
  ['start', called, () => start('loket-1')],
  ['miss', called, () => miss('loket-1')],
  ['hold', called, () => hold('loket-1', 10)],
  ['put back', called, () => putBack('loket-1')],
  ['finish', serving, () => finish('loket-1')],
  ['incomplete', serving, () => finish('loket-1', 'incomplete')],
  ['referral', serving, () => refer('loket-1', 'skck', true)],
  ['referral to several', serving, () => refer('loket-1', 'skck', true, ['akta'])],
  ['return of today', serving, () => finish('loket-1', null, [], { words: 'note-1', comeBack: true })],
  ['first miss of two', calledTwice, () => miss('loket-1')],
  ['chosen call with a reason', before, () => call('loket-1', 'a', { code: 'di-loket' })],
  ['hand-over', serving, () => handOver('loket-1', 'citra')],
  ['release', () => before(callNext('loket-1'), hold('loket-1', 10)), () => release('loket-1', 'a')],
])('[U1] a counter’s last action can be undone for 30 seconds: a %s', (_name, story, action) => {
  const told = story()
  const was = picture(told.hall)
  told.does(action())
  expect(picture(told.hall)).not.toEqual(was)
  told.at('08:05:30').does(undo('loket-1'))
  expect(picture(told.hall)).toEqual(was)
})

it('[U2] without an action there is nothing to undo', () => {
  const story = before()
  expect(story.refusal(undo('loket-1'))).toBe('nothing-to-undo')
  story.does(callNext('loket-1'))
  story.does(undo('loket-1'))
  expect(story.refusal(undo('loket-1'))).toBe('nothing-to-undo')
  story.does(callNext('loket-1'))
  expect(story.at('08:05:31').refusal(undo('loket-1'))).toBe('nothing-to-undo')
  expect(story.present('loket-1')).toBe('a')
})

it('[U2] without an action there is nothing to undo: midnight leaves none', () => {
  const story = given(rulesPlan, '23:59:50', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.does(start('loket-1'))
  expect(story.nextDay('00:00:05').refusal(undo('loket-1'))).toBe('nothing-to-undo')
})

it('[U3] an action that something was built on stays: another step was called', () => {
  const story = given(
    rulesPlan,
    open('loket-1'),
    open('loket-2'),
    take('a', ['kk', 'ktp']),
    callNext('loket-1'),
  )
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  story.does(callNext('loket-2'))
  expect(story.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'loket-2' })
  story.does(undo('loket-2'))
  story.does(undo('loket-1'))
  expect(story.statuses('a')).toEqual(['serving', 'blocked'])
})

it('[U3] an action that something was built on stays: the visitor cancelled, or the hold’s time was up', () => {
  const story = called()
  story.does(miss('loket-1'))
  story.does(cancel('a'))
  expect(story.refusal(undo('loket-1'))).toBe('not-undoable')

  const due = called()
  due.does(hold('loket-1', 0))
  due.does(releaseDue)
  expect(due.refusal(undo('loket-1'))).toBe('not-undoable')
})

it('[U3] an action that something was built on stays: the visitor came back into the line', () => {
  const story = called()
  story.does(miss('loket-1'))
  story.does(delay('a'))
  expect(story.refusal(undo('loket-1'))).toBe('not-undoable')
  expect(story.step('a', 'kk').status).toBe('waiting')
})

it('[U4] a call that is undone is not announced', () => {
  const story = given(rulesPlan, open('loket-1'), open('loket-2'), take('a', ['kk']), take('b', ['kk']))
  const first = callNext('loket-1')
  const second = callNext('loket-2')
  story.does(first)
  story.does(second)
  story.does(say(first.announcement))
  story.does(undo('loket-2'))
  expect(story.hall.sounds.get('lantai-1')).toEqual([first.announcement])
  story.does(undo('loket-1'))
  expect(story.hall.sounds.get('lantai-1')).toBeUndefined()
  expect(story.refusal(hear(first.announcement))).toBe('unknown-announcement')
})

it('[U5] an undo touches nothing but the action: a slip printed meanwhile is printed', () => {
  const story = called()
  story.does(askSlip('a'))
  story.does(miss('loket-1'))
  story.does(printed('a'))
  story.does(pause('loket-1'))
  story.does(undo('loket-1'))
  expect(story.visit('a').slip).toMatchObject({ status: 'printed', copies: 1 })
  expect(story.hall.counters.get('loket-1')).toMatchObject({ state: 'paused', current: { visit: 'a' } })
})

it.each([
  ['started', () => start('loket-1')],
  ['missed', () => miss('loket-1')],
  ['recalled', () => recall('loket-1')],
])('[U5] an undo touches nothing but the action: a call heard after it was %s is heard', (_name, action) => {
  const story = before()
  const first = callNext('loket-1')
  story.does(first)
  story.does(say(first.announcement))
  story.does(action())
  story.does(hear(first.announcement))
  story.does(undo('loket-1'))
  expect(story.step('a', 'kk')).toMatchObject({ status: 'called', call: { heard: true } })
})
