// Rules D9–D11: a day that a wrong clock closed.
import { expect, it } from 'vitest'
import { Changes } from '../../server/hall/changes.ts'
import { decide } from '../../server/hall/rules.ts'
import { reopenedAt } from '../../server/hall/day/clock.ts'
import {
  call,
  callNext,
  finish,
  hold,
  miss,
  open,
  putBack,
  releaseDue,
  reopenDay,
  start,
  take,
  undo,
} from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { factOf, factsNow } from '../figures/facts-of.ts'
import { factsOf } from '../../server/reports/facts/fold.ts'

/** Half past nine: one in each state, and the day is closed as if it were over. */
function closed() {
  const story = given(rulesPlan, '09:00', open('loket-1'), open('loket-2'), open('loket-3'))
  for (const visit of ['serving', 'called', 'held', 'missed', 'waits'])
    story.does(take(visit, ['kk', 'bayar']))
  story.does(call('loket-1', 'held'))
  story.does(hold('loket-1', 40))
  story.does(call('loket-1', 'missed'))
  story.does(miss('loket-1'))
  story.does(call('loket-1', 'called'))
  story.does(call('loket-2', 'serving'))
  story.at('09:30').does(start('loket-2'))
  return { story, before: story.hall.at, nextDay: () => story.nextDay('09:40') }
}

it('[D9] a day that was closed wrongly can be opened again: everybody is where they were', () => {
  const { story, nextDay, before } = closed()
  const was = [...story.hall.visits.keys()].map((id) => [id, ...story.statuses(id)])
  nextDay()
  expect(story.statuses('serving')).toEqual(['serving'])
  story.reopensDay()
  expect([...story.hall.visits.keys()].map((id) => [id, ...story.statuses(id)])).toEqual(was)
  expect([story.hall.day, story.hall.closed, story.present('loket-1')]).toEqual([
    '2026-11-24',
    false,
    'called',
  ])
  // The ten minutes of the wrong day, whichever date it had, have passed.
  expect(story.hall.at).toBeGreaterThanOrEqual(before)
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  expect(story.next('loket-1')).toBe('waits')
  expect(story.does(take('new', ['kk']))).toMatchObject([{ number: 'A006' }])
})

it('[D9] a day that was closed wrongly can be opened again: holds end when they would have', () => {
  const { story, nextDay } = closed()
  nextDay()
  story.reopensDay('09:39')
  expect(story.does(releaseDue)).toEqual([])
  expect(story.at('09:40').does(releaseDue)).toMatchObject([{ type: 'released', visit: 'held' }])
})

it('[D9] a day that was closed wrongly can be opened again: until somebody takes a number in the next one', () => {
  const { story, nextDay } = closed()
  expect(story.refusal(reopenDay)).toBe('nothing-to-reopen')
  nextDay()
  story.does(open('loket-5'))
  story.does(take('next', ['kk']))
  expect(story.refusal(reopenDay)).toBe('nothing-to-reopen')
})

it('[D9] a day that was closed wrongly can be opened again: once, and again after it closed once more', () => {
  const { story, nextDay } = closed()
  nextDay()
  story.reopensDay()
  expect(story.refusal(reopenDay)).toBe('nothing-to-reopen')
  story.nextDay('08:00')
  story.reopensDay()
  expect(story.statuses('waits')).toEqual(['waiting', 'waiting'])
})

it('[D9] a day that was closed wrongly can be opened again: nothing from before can be undone, and the reopening can', () => {
  const { story, nextDay } = closed()
  nextDay()
  const events = decide(story.hall, { command: reopenDay, time: story.time })
  const changes = new Changes()
  expect(Array.isArray(events) && events[0]).toMatchObject({ type: 'day-reopened', from: 1 })
  story.tries(changes)
  changes.backTo()
  expect([story.hall.day, story.statuses('serving')]).toEqual(['2026-11-25', ['serving']])
  story.reopensDay()
  expect(story.refusal(undo('loket-2'))).toBe('nothing-to-undo')
})

it('[D9] a day that was closed wrongly can be opened again: by the clock if that is right again, else from where it stopped', () => {
  const { story, nextDay, before } = closed()
  nextDay()
  const { closedDay } = story.hall
  if (!closedDay) throw new Error('the day was closed')
  const minute = 60_000
  const time = { ...story.time, now: closedDay.closedAt + 7 * minute }
  const back = before + 12 * minute
  expect(reopenedAt(closedDay, { ...time, system: back })).toBe(back)
  expect(reopenedAt(closedDay, { ...time, system: time.now })).toBe(before + 7 * minute)
  expect(reopenedAt(closedDay, { ...time, system: 0 })).toBe(before + 7 * minute)
  const long = { ...time, now: closedDay.closedAt + 9000 * minute, system: 0 }
  expect(reopenedAt(closedDay, long)).toBe(closedDay.day.endsAt - 1)
})

it('[D10] what was done since the wrong close counts: a finished visitor is done', () => {
  const { story, nextDay } = closed()
  nextDay()
  story.does(finish('loket-2'))
  story.reopensDay()
  expect(story.statuses('serving')).toEqual(['done', 'waiting'])
  expect(story.hall.counters.get('loket-2')).toMatchObject({ current: null, served: 1 })
})

it('[D10] what was done since the wrong close counts: a visitor put back waits', () => {
  const { story, nextDay } = closed()
  nextDay()
  story.does(putBack('loket-2'))
  story.reopensDay()
  expect(story.statuses('serving')).toEqual(['waiting', 'waiting'])
})

it('[D10] what was done since the wrong close counts: a plan that was changed stays changed', () => {
  const { story, nextDay } = closed()
  nextDay()
  const plan = { ...rulesPlan, walkSeconds: 77 }
  story.does({ type: 'revise-plan', plan, from: null })
  story.reopensDay()
  expect(story.hall.layout.base.walkSeconds).toBe(77)
  story.nextDay('08:00')
  const without = { ...rulesPlan, counters: rulesPlan.counters.filter(({ id }) => id !== 'loket-1') }
  story.does({ type: 'revise-plan', plan: without, from: null })
  // Somebody was there.
  expect(story.refusal(reopenDay)).toBe('counter-busy')
})

it('[D9] a day that was closed wrongly can be opened again: what was being said or printed then, nobody knows', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk'], { printer: 'printer-1' }))
  story.does(take('b', ['kk']))
  story.does(callNext('loket-1'))
  story.nextDay('09:40')
  story.reopensDay()
  expect(story.visit('a').slip).toMatchObject({ status: 'failed', why: 'restart' })
  expect([...story.hall.sounds.values()].flat()).toEqual([])
  expect(factsNow(story).map(({ status }) => status)).toEqual(['waiting', 'called'])
})

/** One is served from Tuesday evening to Thursday night, as the server was off meanwhile; then Thursday is closed wrongly. */
function servedFromDaysBefore() {
  const story = given(rulesPlan, '15:00', open('loket-1'), take('a', ['kk']), '15:40', callNext('loket-1'))
  story.does(start('loket-1'))
  story.nextDay('00:10', 2)
  // From the next Tuesday on the hall is open longer; this one was not.
  const hours = { ...rulesPlan.hours, 2: [{ from: 480, to: 1200 }] }
  story.does({ type: 'revise-plan', plan: { ...rulesPlan, hours }, from: null })
  story.at('02:00').does(finish('loket-1'))
  return story
}

it('[D9] a day that was closed wrongly can be opened again: who came into it over midnight is still judged by the day before', () => {
  const story = servedFromDaysBefore()
  const before = factOf(story, 'a.1')
  expect(before).toMatchObject({ day: '2026-11-24', restSeconds: 600, servedSeconds: null })
  story.nextDay('03:00')
  story.reopensDay()
  expect(factOf(story, 'a.1')).toEqual(before)
})

it.each([
  ['forgotten for a day that the server was off', 2, null],
  ['not for one night', 1, 10 * 60 + 60],
] as const)(
  '[Y3] service that was forgotten overnight has no service time: also where only the present day is read, %s',
  (_name, days, servedMinutes) => {
    const story = given(rulesPlan, '15:30', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
    story.at('16:00').does(start('loket-1'))
    story.nextDay('00:10', days)
    story.at('03:00').does(finish('loket-1'))
    const opening = story.records.findLastIndex(({ event }) => event.type === 'day-opened')
    const [fact] = factsOf(story.records.slice(opening))
    expect(fact).toMatchObject({ servedSeconds: servedMinutes === null ? null : servedMinutes * 60 })
  },
)
