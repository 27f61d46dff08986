// Rules U and P about what a supervisor puts right: a step that had ended is reopened, somebody is placed at a
// counter.
import { expect, it } from 'vitest'
import {
  call,
  callNext,
  cancel,
  close,
  finish,
  handOver,
  hold,
  open,
  pause,
  refer,
  release,
  start,
  take,
  undo,
} from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { addStep, assign, reopen, setPhase } from './steer-commands.ts'
import { factsNow } from '../figures/facts-of.ts'

const servedAt = (story: Story, counter: string) => {
  const { served, servedMs } = story.hall.counters.get(counter) ?? {}
  return { served, minutes: (servedMs ?? 0) / 60_000 }
}
const serve = (story: Story, counter: string, minutes: number) => {
  story.does(callNext(counter))
  story.does(start(counter))
  const end = story.time.minute + minutes
  story.at(`${Math.floor(end / 60)}:${end % 60}`)
  return story.does(finish(counter))
}

it('[U6] what ended today can be reopened by a supervisor: it waits again with all the credit', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['kk']))
  serve(story, 'loket-1', 10)
  story.at('09:00').does(take('c', ['kk']))
  story.does(reopen('a', 'a.1'))
  expect(story.step('a', 'kk')).toMatchObject({ status: 'waiting', calls: 1, callableFrom: story.time.now })
  expect(story.next('loket-1')).toBe('a')
})

it.each([
  ['incomplete', (story: Story) => story.does(finish('loket-1', 'incomplete'))],
  ['referred', (story: Story) => story.does(refer('loket-1', 'skck'))],
])('[U6] what ended today can be reopened by a supervisor: %s', (_outcome, end) => {
  const story = given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    take('a', ['kk']),
    callNext('loket-1'),
    start('loket-1'),
  )
  end(story)
  story.at('09:00').does(reopen('a', 'a.1'))
  expect(story.step('a', 'kk').status).toBe('waiting')
  expect(story.next('loket-1')).toBe('a')
})

it('[U6] what ended today can be reopened by a supervisor: cancelled, also while its service is closed', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  story.does(setPhase('kk', 'paused', { waiting: 'end' }))
  story.does(reopen('a', 'a.1'))
  expect(story.next('loket-1')).toBe('a')
})

it('[U10] the counter that gets a reopened step reads why: whatever happens before that', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']))
  serve(story, 'loket-1', 10)
  expect(story.step('a', 'kk').reopened).toBeNull()
  story.does(reopen('a', 'a.1', 'why'))
  story.does(callNext('loket-2'))
  story.does(hold('loket-2'))
  story.does(release('loket-1', 'a'))
  story.does(callNext('loket-1'))
  expect(story.step('a', 'kk')).toMatchObject({ status: 'called', reopened: 'why' })
})

it('[U10] the counter that gets a reopened step reads why: of the last time', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  serve(story, 'loket-1', 10)
  story.does(reopen('a', 'a.1', 'first'))
  serve(story, 'loket-1', 10)
  story.does(reopen('a', 'a.1', 'second'))
  expect(story.step('a', 'kk').reopened).toBe('second')
})

it('[U7] a step of an earlier day, or one that has not ended, is not reopened', () => {
  const story = given(rulesPlan, '23:50', open('loket-1'), take('a', ['kk']), take('b', ['ktp']))
  expect(story.when(reopen('a', 'a.1'))).toEqual({ refused: 'not-ended', about: 'waiting' })
  story.does(callNext('loket-1'))
  expect(story.when(reopen('a', 'a.1'))).toEqual({ refused: 'not-ended', about: 'called' })
  story.does(start('loket-1'))
  expect(story.refusal(reopen('nobody', 'a.1'))).toBe('unknown-visit')
  expect(story.refusal(reopen('a', 'a.7'))).toBe('unknown-visit')
  story.nextDay('00:10').does(finish('loket-1'))
  expect(story.refusal(reopen('a', 'a.1'))).toBe('hall-closed')
  expect(story.refusal(reopen('b', 'b.1'))).toBe('unknown-visit')
})

it('[U7] a step of an earlier day, or one that has not ended, is not reopened: nor what the visit waits for again', () => {
  const story = given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    take('a', ['kk']),
    callNext('loket-1'),
    start('loket-1'),
  )
  story.does(refer('loket-1', 'skck', true))
  expect(story.when(reopen('a', 'a.1'))).toEqual({ refused: 'already-waiting', about: 'kk' })
  story.does(cancel('a'))
  story.does(reopen('a', 'a.1'))
  expect(story.refusal(reopen('a', 'a.3'))).toBe('already-waiting')
})

it('[U7] a step of an earlier day, or one that has not ended, is not reopened: nor for a service that the plan has no more', () => {
  const story = given(rulesPlan, '08:00', take('a', ['akta']), cancel('a'))
  const services = rulesPlan.services.filter(({ id }) => id !== 'akta')
  const counters = rulesPlan.counters.map((one) => ({
    ...one,
    services: one.services.filter((id) => id !== 'akta'),
  }))
  story.does({ type: 'revise-plan', plan: { ...rulesPlan, services, counters }, from: null })
  expect(story.refusal(reopen('a', 'a.1'))).toBe('unknown-service')
})

it('[U8] a reopened step takes its old place in the visit’s order', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'ktp']))
  serve(story, 'loket-1', 10)
  expect(story.statuses('a')).toEqual(['done', 'waiting'])
  story.does(reopen('a', 'a.1'))
  expect(story.statuses('a')).toEqual(['waiting', 'blocked'])
  serve(story, 'loket-1', 5)
  expect(story.statuses('a')).toEqual(['done', 'waiting'])
})

it('[U8] a reopened step takes its old place in the visit’s order: after what it came after', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'ktp']))
  serve(story, 'loket-1', 10)
  serve(story, 'loket-1', 10)
  story.does(reopen('a', 'a.2'))
  expect(story.statuses('a')).toEqual(['done', 'waiting'])
  story.does(reopen('a', 'a.1'))
  expect(story.statuses('a')).toEqual(['waiting', 'blocked'])
})

it('[U8] a reopened step takes its old place in the visit’s order: what never came after it goes on waiting', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'skck', 'ktp']))
  serve(story, 'loket-1', 10)
  story.does(reopen('a', 'a.1'))
  expect(story.statuses('a')).toEqual(['waiting', 'waiting', 'blocked'])
})

// Recorded days hold this, and must fold to what they were.
it('[U8] a reopened step takes its old place in the visit’s order: of two that had both ended, by the plan’s order alone', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-5'), take('a', ['kk']))
  story.does(addStep('a', 'bayar', true))
  expect(story.statuses('a')).toEqual(['blocked', 'waiting'])
  serve(story, 'loket-5', 10)
  serve(story.at('08:12'), 'loket-1', 10)
  story.does(reopen('a', 'a.1'))
  expect(story.step('a', 'kk').after).toEqual([])
  story.does(reopen('a', 'a.2'))
  expect(story.statuses('a')).toEqual(['waiting', 'waiting'])
})

it('[U8] a reopened step takes its old place in the visit’s order: what is set aside or at a counter stays there', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'ktp']))
  serve(story, 'loket-1', 10)
  story.does(callNext('loket-1'))
  story.does(hold('loket-1'))
  story.does(reopen('a', 'a.1'))
  expect(story.statuses('a')).toEqual(['waiting', 'held'])
})

it('[U9] nothing that was reopened is counted twice', () => {
  const story = given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    open('loket-2'),
    take('a', ['kk']),
    take('b', ['kk']),
  )
  serve(story, 'loket-1', 10)
  serve(story, 'loket-1', 4)
  expect(servedAt(story, 'loket-1')).toEqual({ served: 2, minutes: 14 })
  story.does(reopen('a', 'a.1'))
  expect(servedAt(story, 'loket-1')).toEqual({ served: 1, minutes: 4 })
  expect(story.hall.pace.get('kk')).toEqual({ count: 1, ms: 240_000 })
  serve(story, 'loket-2', 3)
  expect(servedAt(story, 'loket-1')).toEqual({ served: 1, minutes: 4 })
  expect(servedAt(story, 'loket-2')).toEqual({ served: 1, minutes: 3 })
  const facts = factsNow(story).filter(({ visit }) => visit === 'a')
  expect(facts).toMatchObject([
    { status: 'done', outcome: 'served', counter: 'loket-2', calls: 2, servedSeconds: 780 },
  ])
})

it('[U9] nothing that was reopened is counted twice: nor after an undo of what the counter did since', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['kk']))
  serve(story, 'loket-1', 10)
  story.does(call('loket-1', 'b'))
  story.does(reopen('a', 'a.1'))
  story.does(undo('loket-1'))
  expect(servedAt(story, 'loket-1')).toEqual({ served: 0, minutes: 0 })
})

it('[U9] nothing that was reopened is counted twice: nor where the counter has closed since', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  serve(story, 'loket-1', 10)
  story.does(close('loket-1'))
  story.does(reopen('a', 'a.1'))
  expect(servedAt(story, 'loket-1')).toEqual({ served: 0, minutes: 0 })
})

it('[W14] a refused undo says what stands in the way: it was reopened', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']))
  serve(story, 'loket-1', 10)
  story.does(reopen('a', 'a.1'))
  expect(story.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'reopened' })
  story.does(callNext('loket-2'))
  expect(story.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'loket-2' })
})

it('[P11] a supervisor places people at the counters of the agency', () => {
  const story = given(rulesPlan, open('loket-1', 'ayu'))
  story.does(assign('loket-2', 'ayu'))
  expect(story.hall.counters.get('loket-1')).toMatchObject({ state: 'closed', staff: null })
  expect(story.hall.counters.get('loket-2')).toMatchObject({ state: 'open', staff: 'ayu' })
  expect(story.does(assign('loket-2', 'ayu'))).toEqual([])
  story.does(assign('loket-2', 'budi'))
  expect(story.refusal(callNext('loket-2', 'ayu'))).toBe('counter-taken')
  expect(story.refusal(callNext('loket-2', 'budi'))).toBeNull()
  expect(story.refusal(open('loket-1', 'ayu'))).toBeNull()
  expect(story.refusal(assign('loket-99', 'ayu'))).toBe('unknown-counter')
})

it('[P11] a supervisor places people at the counters of the agency: or a manager, who may hold several', () => {
  const story = given(rulesPlan, open('loket-1', 'made', true))
  story.does(assign('loket-2', 'made', { ofAgency: null }))
  expect(['loket-1', 'loket-2'].map((id) => story.hall.counters.get(id)?.staff)).toEqual(['made', 'made'])
  expect(story.when(assign('loket-1', 'citra', { ofAgency: 'polres' }))).toEqual({
    refused: 'not-of-agency',
    about: 'citra',
  })
})

it('[P12] nobody who is being served loses the counter because of it', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  expect(story.when(assign('loket-1', 'budi'))).toEqual({ refused: 'counter-taken', about: 'loket-1' })
  expect(story.when(assign('loket-2', 'ayu'))).toEqual({ refused: 'counter-busy', about: 'loket-1' })
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  expect(story.refusal(assign('loket-2', 'ayu'))).toBeNull()
})

it('[P13] a counter given to somebody who is not signed in is paused', () => {
  const story = given(rulesPlan, assign('loket-1', 'ayu', { isHere: false }))
  expect(story.hall.counters.get('loket-1')).toMatchObject({ state: 'paused', staff: 'ayu' })
  expect(story.refusal(open('loket-1', 'budi'))).toBe('counter-taken')
  story.does(open('loket-1', 'ayu'))
  expect(story.hall.counters.get('loket-1')).toMatchObject({ state: 'open', staff: 'ayu' })
})

it('[P14] staff who are placed at a counter cannot undo what another did', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  story.does(assign('loket-1', 'budi'))
  expect(story.refusal(undo('loket-1', 'budi'))).toBe('nothing-to-undo')
  expect(story.refusal(undo('loket-1', 'ayu'))).toBe('counter-taken')
  expect(story.does(close('loket-1', 'budi'))).toHaveLength(1)
})

it('[W13] a handover can be undone by either of the two: not once somebody else was placed there', () => {
  const story = given(rulesPlan, open('loket-1'), pause('loket-1'))
  story.does(handOver('loket-1', 'budi'))
  story.does(assign('loket-1', 'gita'))
  expect(story.refusal(undo('loket-1', 'ayu'))).toBe('counter-taken')
})

it('[U7] a step of an earlier day, or one that has not ended, is not reopened: nor what no counter serves any more', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['akta']), callNext('loket-1'), start('loket-1'))
  story.does(finish('loket-1'))
  const counters = rulesPlan.counters.filter(({ id }) => id !== 'loket-1')
  story.does(close('loket-1'))
  story.does({ type: 'revise-plan', plan: { ...rulesPlan, counters }, from: null })
  expect(story.refusal(reopen('a', 'a.1'))).toBe('service-closed')
})
