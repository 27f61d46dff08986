// Rules T: the clock in doubt.
import { expect, it } from 'vitest'
import {
  callNext,
  confirmClock,
  finish,
  hold,
  miss,
  open,
  pause,
  releaseDue,
  start,
  take,
} from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

it('[T1] while the clock is in doubt no number is given', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk'])).clockLies(true)
  expect(story.refusal(take('b', ['kk']))).toBe('clock-suspect')
  story.does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  story.clockLies(false).does(take('b', ['kk']))
  expect(story.visit('b').number).toBe('A002')
})

it('[T2] a manager confirms the time', () => {
  const story = given(rulesPlan)
  expect(story.refusal(confirmClock)).toBe('clock-not-suspect')
  expect(story.clockLies(true).does(confirmClock)).toEqual([
    { type: 'clock-confirmed', from: story.time.now },
  ])
})

it('[T3] all waiting moves with the clock', () => {
  const story = given(rulesPlan, '10:00', open('loket-1'), open('loket-2'), take('a', ['kk', 'bayar']))
  story.does(take('b', ['kk']))
  story.at('10:50').does(callNext('loket-2'))
  story.does(hold('loket-2', 20))
  story.does(callNext('loket-1'))
  story.does(miss('loket-1'))
  story.setClockBack(120)
  story.does(take('c', ['bayar']))
  expect(story.at('09:09:59').does(releaseDue)).toEqual([])
  expect(story.at('09:10').does(releaseDue)).toMatchObject([{ visit: 'a' }])
  expect(story.does(callNext('loket-1'))).toMatchObject([{ visit: 'a', why: { credit: 70 } }])
})

it('[T3] all waiting moves with the clock: a pause that was to last half an hour lasts half an hour', () => {
  const story = given(rulesPlan, '10:00', open('loket-1'), open('loket-2'))
  story.does({ ...pause('loket-1'), minutes: 30 })
  story.does(pause('loket-2'))
  story.at('10:10').setClockBack(60)
  const end = (id: string) => story.hall.counters.get(id)?.pausedUntil
  expect([end('loket-1'), end('loket-2')]).toEqual([story.time.now + 20 * 60_000, null])
})

it('[T3] all waiting moves with the clock: where nothing was done, nothing was done at another time', () => {
  const story = given(rulesPlan, '10:00', open('loket-1')).setClockBack(60)
  const movedAt = (id: string) => story.hall.counters.get(id)?.movedAt
  expect([movedAt('loket-1'), movedAt('loket-2')]).toEqual([story.hall.startsAt + 9 * 3_600_000, 0])
})

it('[T3] all waiting moves with the clock: walking and being late too, and nothing is undone across it', () => {
  const story = given(rulesPlan, '10:00', open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  story.does(miss('loket-1'))
  story.does({ type: 'release', counter: 'loket-1', staff: 'ayu', visit: 'a' })
  story.setClockBack(60)
  expect(story.refusal({ type: 'undo', counter: 'loket-1', staff: 'ayu' })).toBe('nothing-to-undo')
  expect([story.next('loket-1'), story.next('loket-5')]).toEqual([null, null])
  expect(story.at('09:01').next('loket-5')).toBe('a')
  expect(story.at('09:04:59').next('loket-1')).toBeNull()
  expect(story.at('09:05').next('loket-1')).toBe('a')
})
