// Rules C: calling and serving.
import { expect, it } from 'vitest'
import {
  call,
  callNext,
  finish,
  hold,
  miss,
  open,
  pause,
  putBack,
  recall,
  refer,
  start,
  take,
} from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

it('[C1] an open counter with nobody at it calls the next number', () => {
  const story = given(rulesPlan, open('loket-1'), open('loket-2'), take('a', ['kk']), take('b', ['kk']))
  expect(story.does(callNext('loket-1'))).toMatchObject([
    { type: 'called', counter: 'loket-1', visit: 'a', step: 'a.1' },
  ])
  expect(story.refusal(callNext('loket-1'))).toBe('counter-busy')
  expect(story.does(callNext('loket-2'))).toMatchObject([{ visit: 'b' }])
  story.does(start('loket-1'))
  expect(story.refusal(callNext('loket-1'))).toBe('counter-busy')
})

it('[C1] an open counter with nobody at it calls the next number: paused or closed it does not', () => {
  const story = given(rulesPlan, take('a', ['kk']), open('loket-1'), pause('loket-1'))
  expect(story.refusal(callNext('loket-1'))).toBe('counter-not-open')
  expect(story.refusal(call('loket-1', 'a'))).toBe('counter-not-open')
  expect(story.refusal(callNext('loket-2'))).toBe('counter-not-open')
})

it('[C2] when nobody can be called, nothing happens', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['bayar']))
  expect(story.when(callNext('loket-1'))).toEqual([])
  expect(story.hall.counters.get('loket-1')?.last).toBeNull()
})

it('[C3] a counter may call out of order', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), take('b', ['kk']), take('c', ['bayar']))
  expect(story.refusal(call('loket-1', 'c'))).toBe('not-callable')
  expect(story.refusal(call('loket-1', 'nobody'))).toBe('unknown-visit')
  expect(story.does(call('loket-1', 'b'))).toMatchObject([{ visit: 'b', step: 'b.1' }])
  expect(story.next('loket-2')).toBe('a')
})

it('[C4] a recall is the same call, announced once more', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  const before = story.step('a', 'kk')
  story.does(recall('loket-1'))
  expect(before).toMatchObject({ calls: 1, call: { calls: 1 } })
  const id = 'call' in before && before.call.id
  expect(story.step('a', 'kk')).toMatchObject({ status: 'called', calls: 2, call: { id, calls: 2 } })
  story.does(start('loket-1'))
  expect(story.refusal(recall('loket-1'))).toBe('already-started')
})

it('[C5] serving starts once', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), '08:10', callNext('loket-1'))
  story.at('08:11').does(start('loket-1'))
  expect(story.step('a', 'kk')).toMatchObject({
    status: 'serving',
    startedAt: story.time.now,
    waitedMs: 600_000,
  })
  expect(story.refusal(start('loket-1'))).toBe('already-started')
})

it('[C6] only what was started can be finished', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  expect(story.refusal(finish('loket-1'))).toBe('not-started')
  story.does(start('loket-1'))
  story.at('08:07').does(finish('loket-1'))
  expect(story.step('a', 'kk')).toMatchObject({ status: 'done', outcome: 'served', endedAt: story.time.now })
  expect(story.hall.counters.get('loket-1')).toMatchObject({ current: null, served: 1, servedMs: 420_000 })
})

it('[C7] what was missing is one of the service’s requirements', () => {
  const story = given(rulesPlan, open('loket-3'), take('a', ['skck']), callNext('loket-3'), start('loket-3'))
  expect(story.refusal(finish('loket-3', 'incomplete', ['surat-kk']))).toBe('unknown-requirement')
  expect(story.refusal(finish('loket-3', 'served', ['foto']))).toBe('missing-without-incomplete')
  story.does(finish('loket-3', null, ['foto']))
  expect(story.step('a', 'skck')).toMatchObject({ status: 'done', outcome: 'incomplete', lacked: ['foto'] })
})

it('[C8] with no number at the counter, none of this can be done', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']))
  const commands = [recall, start, miss, putBack, hold, finish].map((command) => command('loket-1'))
  for (const command of [...commands, refer('loket-1', 'bayar')]) {
    expect(story.refusal(command)).toBe('nothing-called')
  }
})
