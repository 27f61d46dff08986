// Rules Y: a hall through its day, and what is left of the day before.
import { expect, it } from 'vitest'
import { nextDue } from '../../server/clock.ts'
import type { Command } from '../../server/hall/command.ts'
import { isOffHours } from '../../server/hall/hours.ts'
import type { Week } from '../../server/hall/plan.ts'
import { callNext, finish, open, pause, releaseDue, signOut, start, take, undo } from './commands.ts'
import { given, type Story, type WallClock } from './given.ts'
import { regularPlan, rulesPlan } from './rules-plan.ts'
import { factOf, factsAtClose } from '../figures/facts-of.ts'

const HOUR = 3_600_000

/** A002 is being served at midnight, and the next morning has come. */
function servedOverNight(): Story {
  const story = given(rulesPlan, '15:00', open('loket-1'), take('old-1', ['kk']), take('old-2', ['kk']))
  for (const _ of ['old-1', 'old-2']) {
    story.does(callNext('loket-1'))
    story.does(start('loket-1'))
    if (story.present('loket-1') === 'old-1') story.does(finish('loket-1'))
  }
  return story.nextDay('08:00')
}

const numbers = (story: Story, ...visits: string[]) => visits.map((id) => story.visit(id).number)

it('[Y1] a number that is still at a counter is not given again', () => {
  const story = servedOverNight()
  expect(story.visit('old-2').number).toBe('A002')
  for (const id of ['a', 'b', 'c']) story.does(take(id, ['kk']))
  expect(numbers(story, 'a', 'b', 'c')).toEqual(['A001', 'A003', 'A004'])
})

it('[Y1] a number that is still at a counter is not given again: once its visitor has left, it is', () => {
  const story = servedOverNight()
  story.does(finish('loket-1'))
  for (const id of ['a', 'b']) story.does(take(id, ['kk']))
  expect(numbers(story, 'a', 'b')).toEqual(['A001', 'A002'])
})

it('[Y1] a number that is still at a counter is not given again: nor to a visitor without a number at the desk', () => {
  const story = servedOverNight()
  story.does(take('a', ['kk']))
  story.does(open('loket-2'))
  const serve = {
    type: 'serve',
    counter: 'loket-2',
    staff: 'budi',
    visit: 'b',
    token: 'token-b',
    call: 'call-b',
    services: ['kk'],
    missing: [],
    priority: false,
    comeToMe: false,
    language: null,
  } as const
  story.does(serve)
  expect(story.visit('b').number).toBe('A003')
  story.does(undo('loket-2'))
  story.does(take('c', ['kk']))
  expect(story.visit('c').number).toBe('A004')
})

it('[Y3] service that was forgotten overnight has no service time', () => {
  const story = servedOverNight()
  story.does(finish('loket-1'))
  expect(factOf(story, 'old-2.1')).toMatchObject({
    day: '2026-11-24',
    outcome: 'served',
    servedSeconds: null,
    endedAt: story.hall.at,
  })
  story.nextDay('08:00', 11)
  story.does(open('loket-1'))
  story.does(take('a', ['kk']))
  story.does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.at('08:10').does(finish('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ servedSeconds: 600 })
})

it('[Y3] service that was forgotten overnight has no service time: past midnight all of it counts', () => {
  const story = given(
    rulesPlan,
    '23:55',
    open('loket-1'),
    take('a', ['kk']),
    callNext('loket-1'),
    start('loket-1'),
  )
  story.nextDay('00:00')
  story.at('00:05').does(finish('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ day: '2026-11-24', servedSeconds: 600 })
})

/** The facts of the first day, as they are written at its close. */
function factsAtMidnight(story: Story) {
  story.nextDay('07:00')
  return factsAtClose(story)
}

it.each([
  ['with the hours, where nothing was done later', [], 15 * 60 + 30],
  ['with the last thing that a counter of the service did', ['16:10', open('loket-1')], 16 * 60 + 10],
  ['with the hours, whatever counters of other services do', ['18:00', open('loket-5')], 15 * 60 + 30],
] as const)('[Y4] nobody waits longer than the service is open: %s', (_name, more, until) => {
  const story = given(rulesPlan, '15:00', take('a', ['kk']), ...more)
  const facts = factsAtMidnight(story)
  expect(facts).toMatchObject([{ status: 'expired', uncalledSeconds: (until - 15 * 60) * 60 }])
})

it('[Y4] nobody waits longer than the service is open: latecomers after hours have no wait, called visitors waited until then', () => {
  const story = given(rulesPlan, '15:00', open('loket-1'), take('a', ['kk']), '15:10', callNext('loket-1'))
  story.at('20:00').does(take('b', ['sim']))
  expect(
    factsAtMidnight(story).map(({ step, waitedSeconds, uncalledSeconds }) => [
      step,
      waitedSeconds,
      uncalledSeconds,
    ]),
  ).toEqual([
    ['a.1', 600, null],
    ['b.1', null, 0],
  ])
})

it('[Y4] nobody waits longer than the service is open: a service with hours of its own closes with those', () => {
  const own: Week = { ...rulesPlan.hours, 2: [{ from: 480, to: 720 }] }
  const services = rulesPlan.services.map((one) => (one.id === 'sim' ? { ...one, hours: own } : one))
  const story = given({ ...rulesPlan, services }, '11:00', take('a', ['sim']), take('b', ['kk']))
  expect(factsAtMidnight(story).map(({ uncalledSeconds }) => uncalledSeconds)).toEqual([3600, 4.5 * 3600])
})

/** In regular operation, with loket-1 open since 15:00; the hours are over at 15:30. */
const evening = (...more: (WallClock | Command)[]) => given(regularPlan, '15:00', open('loket-1'), ...more)
const isOpen = (story: Story, time: WallClock, counter = 'loket-1') => {
  story.at(time).does(releaseDue)
  return story.hall.counters.get(counter)?.state !== 'closed'
}

it('[Y5] after hours a counter closes by itself when nobody is there', () => {
  const story = evening()
  expect(nextDue(story.hall)).toBe(story.hall.startsAt + 16 * HOUR)
  expect([isOpen(story, '15:59:59'), isOpen(story, '16:00')]).toEqual([true, false])
  expect(story.hall.counters.get('loket-1')).toMatchObject({ state: 'closed', staff: null })
  expect(nextDue(story.hall)).toBe(story.hall.endsAt)
})

it('[Y5] after hours a counter closes by itself when nobody is there: also one that signing out paused', () => {
  const story = evening('15:40', signOut('ayu'))
  expect([isOpen(story, '16:09:59'), isOpen(story, '16:10')]).toEqual([true, false])
})

it('[Y5] after hours a counter closes by itself when nobody is there: a pause with an end is waited for', () => {
  const minutes = 60
  const story = evening('15:30', { ...pause('loket-1'), minutes })
  expect([isOpen(story, '16:59:59'), isOpen(story, '17:00')]).toEqual([true, false])
})

it('[Y5] after hours a counter closes by itself when nobody is there: two hours later where somebody waits', () => {
  const story = evening(take('a', ['kk']))
  expect([isOpen(story, '17:29:59'), isOpen(story, '17:30')]).toEqual([true, false])
  expect(story.statuses('a')).toEqual(['waiting'])
  story.does(open('loket-1'))
  story.does(callNext('loket-1'))
  expect(isOpen(story, '22:00')).toBe(true)
})

it('[Y5] after hours a counter closes by itself when nobody is there: from the last thing that was done', () => {
  const story = evening(take('a', ['kk']), '15:50', callNext('loket-1'), start('loket-1'))
  expect(isOpen(story, '16:55')).toBe(true)
  story.does(finish('loket-1'))
  expect([isOpen(story, '17:24:59'), isOpen(story, '17:25')]).toEqual([true, false])
  story.does(open('loket-1'))
  expect([isOpen(story, '17:54:59'), isOpen(story, '17:55')]).toEqual([true, false])
})

it('[Y5] after hours a counter closes by itself when nobody is there: not in the break, nor in trial operation', () => {
  const noon = given(regularPlan, '11:00', open('loket-1'))
  expect(isOpen(noon, '12:55')).toBe(true)
  const trial = given(rulesPlan, '15:00', open('loket-1'))
  expect(isOpen(trial, '23:00')).toBe(true)
})

it('[Y5] after hours a counter closes by itself when nobody is there: on a holiday half an hour after the last thing', () => {
  const holidays = [{ day: '2026-11-24', name: { id: 'Libur', en: 'Holiday' } }]
  const story = given({ ...regularPlan, holidays }, '09:00', open('loket-1'))
  expect([isOpen(story, '09:29:59'), isOpen(story, '09:30')]).toEqual([true, false])
})

it('[Y6] boards show no media where everybody has gone: a break is not out of hours', () => {
  const story = given(regularPlan)
  const isOff = (time: WallClock) => isOffHours(story.hall, story.at(time).time.now)
  expect([isOff('08:00'), isOff('12:30'), isOff('15:29:59'), isOff('15:30')]).toEqual([
    false,
    false,
    false,
    true,
  ])
  story.nextDay('07:59:59')
  expect(isOff('07:59:59')).toBe(true)
})
