// Rules H: setting aside and coming back into the line.
import { describe, expect, it } from 'vitest'
import { nextDue } from '../../server/clock.ts'
import {
  call,
  callNext,
  delay,
  finish,
  hold,
  miss,
  open,
  putBack,
  release,
  releaseDue,
  start,
  take,
  undo,
} from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

it('[H1] a hold sets the visitor aside and frees the counter', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), take('b', ['kk']), callNext('loket-1'))
  story.does(hold('loket-1'))
  expect(story.step('a', 'kk')).toMatchObject({ status: 'held', counter: 'loket-1', until: null })
  expect(story.does(callNext('loket-1'))).toMatchObject([{ visit: 'b' }])
  story.does(start('loket-1'))
  story.does({ ...hold('loket-1'), reason: { code: 'bayar' } })
  expect(story.step('b', 'kk')).toMatchObject({ status: 'held', reason: { code: 'bayar' } })
  expect(story.next('loket-1')).toBeNull()
})

it('[H2] a hold with a time waits again when the time is up', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['kk']))
  story.does(callNext('loket-1'))
  story.does(hold('loket-1', 10))
  story.does(callNext('loket-1'))
  story.does(hold('loket-1'))
  expect(story.at('08:09:59').does(releaseDue)).toEqual([])
  expect(story.at('08:10').does(releaseDue)).toMatchObject([{ visit: 'a', counter: null }])
  expect(story.does(releaseDue)).toEqual([])
  expect([story.step('a', 'kk').status, story.step('b', 'kk').status]).toEqual(['waiting', 'held'])
  expect(story.next('loket-1')).toBe('a')
})

it('[H2] a hold with a time waits again when the time is up: the shorter one first, though it began later', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['kk']))
  for (const minutes of [30, 10]) {
    story.does(callNext('loket-1'))
    story.does(hold('loket-1', minutes))
  }
  expect(nextDue(story.hall)).toBe(story.time.now + 10 * 60_000)
  expect(story.at('08:10').does(releaseDue)).toMatchObject([{ visit: 'b' }])
  expect(story.at('08:30').does(releaseDue)).toMatchObject([{ visit: 'a' }])
})

it('[H2] a hold with a time waits again when the time is up: not a second time after an earlier release', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.does(hold('loket-1', 10))
  story.at('08:05').does(release('loket-1', 'a'))
  story.does(callNext('loket-1'))
  expect(story.at('08:10').does(releaseDue)).toEqual([])
})

it('[H3] a visitor who does not come is missed, and not called again automatically', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  story.does(miss('loket-1'))
  expect(story.step('a', 'kk')).toMatchObject({ status: 'missed', counter: 'loket-1' })
  story.at('12:00').does(releaseDue)
  expect(story.next('loket-1')).toBeNull()
  expect(story.refusal(call('loket-1', 'a'))).toBe('not-callable')
  expect(story.next('loket-5')).toBe('a')
})

it('[H3] a visitor who does not come is missed, and not called again automatically: not one who is being served', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'), start('loket-1'))
  expect(story.refusal(miss('loket-1'))).toBe('already-started')
})

it('[H4] any counter of the service may release a visitor who is on hold or missed', () => {
  const story = given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    open('loket-2'),
    open('loket-5'),
    take('a', ['kk']),
  )
  expect(story.refusal(release('loket-2', 'a'))).toBe('nothing-to-release')
  story.does(callNext('loket-1'))
  story.does(hold('loket-1'))
  expect(story.refusal(release('loket-5', 'a'))).toBe('nothing-to-release')
  story.does(release('loket-2', 'a'))
  expect(story.next('loket-2')).toBe('a')
  story.does(callNext('loket-2'))
  story.does(miss('loket-2'))
  story.at('08:10').does(release('loket-1', 'a'))
  expect(story.at('08:14:59').next('loket-1')).toBeNull()
  expect(story.when(call('loket-1', 'a'))).toEqual({ refused: 'not-callable', about: 'later' })
  expect(story.at('08:15').next('loket-1')).toBe('a')
})

describe('a visitor who turns up after all', () => {
  const why = { code: 'di-loket' }
  const missed = () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk', 'bayar']))
    story.does(callNext('loket-1'))
    story.does(miss('loket-1'))
    return story
  }

  it('[H7] a visitor who turns up after all is taken at once by the counter that called', () => {
    const story = missed().at('08:02')
    const [called] = story.does(call('loket-1', 'a', why))
    expect(called).toMatchObject({ type: 'called', visit: 'a', reason: why, why: { rule: 'chosen' } })
    expect(story.statuses('a')).toEqual(['called', 'waiting'])
    story.does(start('loket-1'))
    story.does(finish('loket-1'))
    expect(story.statuses('a')).toEqual(['done', 'waiting'])
  })

  it('[H7] a visitor who turns up after all is taken at once by the counter that called: also once they are back in the queue', () => {
    const story = missed().at('08:02')
    story.does(release('loket-2', 'a'))
    expect(story.when(call('loket-1', 'a'))).toEqual({ refused: 'not-callable', about: 'reason' })
    expect(story.when(call('loket-2', 'a', why))).toEqual({ refused: 'not-callable', about: 'later' })
    expect(story.refusal(call('loket-1', 'a', why))).toBeNull()
  })

  it('[H7] a visitor who turns up after all is taken at once by the counter that called: in the pause before the second call', () => {
    const plan = { ...rulesPlan, secondCallSeconds: 300 }
    const story = given(plan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
    story.does(miss('loket-1'))
    expect(story.refusal(call('loket-1', 'a', why))).toBeNull()
    expect(story.step('a', 'kk')).toMatchObject({ status: 'called', secondCall: true })
  })

  it('[H7] a visitor who turns up after all is taken at once by the counter that called: with a reason, and no other counter does', () => {
    const story = missed()
    expect(story.when(call('loket-1', 'a'))).toEqual({ refused: 'not-callable', about: 'reason' })
    expect(story.refusal(call('loket-2', 'a', why))).toBe('not-callable')
    story.at('08:05').does(open('loket-5'))
    expect(story.does(callNext('loket-5'))).toHaveLength(1)
    expect(story.refusal(call('loket-1', 'a', why))).toBe('not-callable')
  })

  it('[H7] a visitor who turns up after all is taken at once by the counter that called: if undone, the number is missed as before', () => {
    const story = missed()
    const before = story.visit('a').steps
    story.at('08:02').does(call('loket-1', 'a', why))
    story.does(undo('loket-1'))
    expect(story.visit('a').steps).toEqual(before)
  })
})

it('[H4] any counter of the service may release a visitor who is on hold or missed: the hold first', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'akta']))
  story.does(callNext('loket-1'))
  story.does(miss('loket-1'))
  story.does(callNext('loket-1'))
  story.does(hold('loket-1'))
  expect(story.statuses('a')).toEqual(['missed', 'held'])
  story.does(release('loket-1', 'a'))
  expect(story.statuses('a')).toEqual(['missed', 'waiting'])
})

it('[H5] a visitor who is put back waits again at once', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']), '08:05')
  story.does(callNext('loket-1'))
  story.at('08:06').does(putBack('loket-1'))
  expect(story.step('a', 'kk')).toMatchObject({ status: 'waiting', callableFrom: story.time.now })
  story.does(callNext('loket-2'))
  story.does(start('loket-2'))
  story.does(putBack('loket-2'))
  expect([story.next('loket-1'), story.next('loket-2')]).toEqual(['a', 'a'])
  expect(story.step('a', 'kk').waitedMs).toBe(300_000)
})

it('[H6] visitors who are late can say so and keep their place', () => {
  const story = given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    open('loket-5'),
    take('a', ['kk', 'ktp', 'bayar']),
    take('b', ['kk']),
    '08:10',
  )
  expect(story.does(delay('a'))).toEqual([{ type: 'visit-delayed', visit: 'a' }])
  expect(story.statuses('a')).toEqual(['waiting', 'blocked', 'waiting'])
  expect(story.next('loket-1')).toBe('b')
  expect(story.when(call('loket-5', 'a'))).toEqual({ refused: 'not-callable', about: 'later' })
  expect(story.at('08:14:59').next('loket-5')).toBeNull()
  expect([story.at('08:15').next('loket-1'), story.next('loket-5')]).toEqual(['a', 'a'])
  expect(story.step('a', 'kk')).toMatchObject({ waitedMs: 0, since: story.visit('a').takenAt })
})

it('[H6] visitors who are late can say so and keep their place: a missed step waits again', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  story.does(miss('loket-1'))
  story.at('08:20').does(delay('a'))
  expect(story.statuses('a')).toEqual(['waiting', 'waiting'])
  expect(story.at('08:24:59').next('loket-1')).toBeNull()
  expect(story.at('08:25').does(callNext('loket-1'))).toMatchObject([{ visit: 'a', why: { credit: 25 } }])
})

it('[H6] visitors who are late can say so and keep their place: a missed step waits again, and what comes after it still does', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'ktp']), callNext('loket-1'))
  story.does(miss('loket-1'))
  story.does(delay('a'))
  expect(story.statuses('a')).toEqual(['waiting', 'blocked'])
})

it('[H6] visitors who are late can say so and keep their place: a second time counts from then', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), delay('a'))
  expect(story.at('08:01').does(delay('a'))).toEqual([])
  expect(story.at('08:03').does(delay('a'))).toHaveLength(1)
  expect(story.at('08:07:59').next('loket-1')).toBeNull()
  expect(story.at('08:08').next('loket-1')).toBe('a')
  expect(story.does(delay('a'))).toHaveLength(1)
})

it('[H6] visitors who are late can say so and keep their place: with a delay of seconds, or none', () => {
  const short = given({ ...rulesPlan, lateSeconds: 30 }, '08:00', take('a', ['kk']))
  expect(short.does(delay('a'))).toHaveLength(1)
  expect(short.at('08:00:15').does(delay('a'))).toEqual([])
  expect(short.at('08:00:16').does(delay('a'))).toHaveLength(1)
  const none = given({ ...rulesPlan, lateSeconds: 0 }, '08:00', open('loket-1'), take('a', ['kk']), '08:05')
  expect(none.does(delay('a'))).toEqual([])
  none.does(callNext('loket-1'))
  none.does(miss('loket-1'))
  none.does(delay('a'))
  expect(none.next('loket-1')).toBe('a')
})

it('[H6] visitors who are late can say so and keep their place: not at a counter, nor when nothing waits', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  expect(story.when(delay('a'))).toEqual({ refused: 'being-called', about: 'loket-1' })
  story.does(start('loket-1'))
  expect(story.when(delay('a'))).toEqual({ refused: 'being-served', about: 'loket-1' })
  story.does(finish('loket-1'))
  expect(story.refusal(delay('a'))).toBeNull()
  story.does(take('b', ['kk']))
  story.does(callNext('loket-1'))
  story.does(hold('loket-1'))
  expect(story.refusal(delay('b'))).toBe('not-waiting')
  expect(story.refusal(delay('nobody'))).toBe('unknown-visit')
})
