// The six cases in which the facts of a day used to be wrong.
import { expect, it } from 'vitest'
import { resultOf } from '../../server/reports/facts/fact.ts'
import { cancelStep } from '../rules/steer-commands.ts'
import {
  call,
  callNext,
  cancel,
  finish,
  hold,
  miss,
  open,
  refer,
  release,
  serve,
  start,
  take,
} from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { factOf } from './facts-of.ts'

const minute = (story: Story, at: number) => Math.round((at - story.hall.startsAt) / 60_000) - 540
const minutes = (seconds: number | null) => (seconds === null ? null : seconds / 60)

it('[FG16] service time is the sum of all spans of serving: 10 minutes, on hold, 3 minutes', () => {
  const story = given(
    rulesPlan,
    '09:00',
    open('loket-1'),
    take('a', ['kk']),
    callNext('loket-1'),
    start('loket-1'),
  )
  story.at('09:10').does(hold('loket-1'))
  story.at('09:20').does(release('loket-1', 'a'))
  story.does(callNext('loket-1'))
  story.at('09:21').does(start('loket-1'))
  story.at('09:24').does(finish('loket-1'))
  expect(minutes(factOf(story, 'a.1').servedSeconds)).toBe(13)
})

it('[FG11] waiting is from when a step began to wait to its first call: at minute 5, missed, again at 30', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']))
  story.at('09:05').does(callNext('loket-1'))
  story.at('09:07').does(miss('loket-1'))
  story.at('09:20').does(release('loket-1', 'a'))
  story.at('09:30').does(callNext('loket-1'))
  story.at('09:32').does(start('loket-1'))
  const fact = factOf(story, 'a.1')
  expect(minutes(fact.waitedSeconds)).toBe(5)
  expect(minute(story, fact.leadingCallAt ?? 0)).toBe(30)
  expect(minutes(fact.walkSeconds)).toBe(2)
})

it('[FG12] time in which the visitor could not be called is not waiting: at agency A from 5 to 45', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), open('loket-5'), take('a', ['kk', 'bayar']))
  story.at('09:05').does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.at('09:45').does(finish('loket-1'))
  story.at('09:47').does(callNext('loket-5'))
  const { waitedSeconds, elsewhereSeconds, walkingSeconds } = factOf(story, 'a.2')
  expect([waitedSeconds, elsewhereSeconds, walkingSeconds].map(minutes)).toEqual([6, 40, 1])
})

it('[FG16] service time is the sum of all spans of serving: none without a start', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.at('09:03').does(refer('loket-1', 'bayar'))
  const fact = factOf(story, 'a.1')
  expect(fact).toMatchObject({ outcome: 'referred', servedSeconds: null, startedAt: null, walkSeconds: null })
})

it('[FG3] how a step came about is kept: seated, with no waiting and no call', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), serve('loket-1', 'a', ['kk']))
  story.at('09:10').does(finish('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({
    cameBy: 'seated',
    waitsFrom: null,
    waitedSeconds: null,
    calledAt: null,
    calls: 0,
    counter: 'loket-1',
    servedSeconds: 600,
  })
})

it('[FG5] a step that waited but was never called has left: by the reception or by the visitor, which is kept', () => {
  const story = given(
    rulesPlan,
    '09:00',
    open('loket-1'),
    take('a', ['kk']),
    take('b', ['kk']),
    take('c', ['kk']),
  )
  story.does(cancelStep('a', 'a.1'))
  story.does(cancel('b'))
  story.does(call('loket-1', 'c'))
  story.does(cancel('c'))
  const ends = ['a.1', 'b.1', 'c.1'].map((step) => factOf(story, step))
  expect(ends.map(({ end }) => end)).toEqual(['asked', 'visitor', 'visitor'])
  expect(ends.map(resultOf)).toEqual(['left', 'left', 'no-show'])
})
