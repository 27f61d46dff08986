// Rules W: a second call, a visitor without a number, a colleague who takes over, and what prevents an undo of it.
import { describe, expect, it } from 'vitest'
import {
  call,
  callNext,
  cancel,
  finish,
  handOver,
  hold,
  miss,
  open,
  pause,
  release,
  serve,
  start,
  take,
  undo,
} from './commands.ts'
import { given } from './given.ts'
import { counterPrinter, regularPlan, rulesPlan } from './rules-plan.ts'
import { reopen } from './steer-commands.ts'

describe('a second call', () => {
  const plan = { ...rulesPlan, secondCallSeconds: 90 }
  const called = () =>
    given(plan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']), '08:10', callNext('loket-1'))

  it('[W8] where the plan has a second call, an unanswered first one is not the last', () => {
    const story = called()
    story.does(miss('loket-1'))
    expect(story.step('a', 'kk')).toMatchObject({ status: 'waiting', secondCall: true })
    expect(story.at('08:11:29').next('loket-2')).toBeNull()
    expect(story.when(call('loket-2', 'a'))).toEqual({ refused: 'not-callable', about: 'later' })
    const [again] = story.at('08:11:30').does(callNext('loket-2'))
    expect(again).toMatchObject({ why: { credit: 11.5 } })
    story.does(miss('loket-2'))
    expect(story.step('a', 'kk').status).toBe('missed')
  })

  it('[W8] where the plan has a second call, an unanswered first one is not the last: a visitor who came has answered', () => {
    const story = called()
    story.does(miss('loket-1'))
    story.at('08:12').does(callNext('loket-1'))
    story.does(start('loket-1'))
    story.does(hold('loket-1'))
    story.does(release('loket-1', 'a'))
    story.does(callNext('loket-1'))
    story.does(miss('loket-1'))
    expect(story.step('a', 'kk')).toMatchObject({ status: 'waiting', secondCall: true })
  })

  it('[W8] where the plan has a second call, an unanswered first one is not the last: nor once the step had ended', () => {
    const story = called()
    story.does(miss('loket-1'))
    story.does(cancel('a'))
    story.does(reopen('a', 'a.1'))
    expect(story.step('a', 'kk')).toMatchObject({ status: 'waiting', secondCall: false })
    story.at('08:12').does(callNext('loket-1'))
    expect(story.does(miss('loket-1'))).toMatchObject([{ type: 'unanswered' }])
  })

  it('[W8] where the plan has a second call, an unanswered first one is not the last: without, it is missed', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
    story.does(miss('loket-1'))
    expect(story.step('a', 'kk')).toMatchObject({ status: 'missed', secondCall: false })
  })

  it('[W9] a visitor who turns up before the second call is let back at once', () => {
    const story = called()
    story.does(miss('loket-1'))
    story.at('08:10:20').does(release('loket-2', 'a'))
    expect(story.next('loket-1')).toBe('a')
    expect(story.step('a', 'kk')).toMatchObject({ secondCall: true })
    expect(story.refusal(release('loket-2', 'a'))).toBe('nothing-to-release')
  })
})

describe('a visitor at the desk', () => {
  const opened = (plan = rulesPlan) => given(plan, '08:00', open('loket-1'), take('w', ['kk']), '08:05')

  it('[W10] a visitor at the desk without a number is served with one command', () => {
    const story = opened()
    const events = story.does(serve('loket-1', 'a', ['kk', 'akta', 'bayar'], { priority: true }))
    expect(events).toMatchObject([
      { type: 'visit-taken', number: 'A002', priority: true },
      { type: 'seated', why: { rule: 'chosen', credit: 0, over: { number: 'A001', credit: 5 } } },
    ])
    expect(story.statuses('a')).toEqual(['serving', 'waiting', 'waiting'])
    expect(story.hall.announcements.size).toBe(0)
    expect(story.hall.taken.get('bayar')).toBe(1)
    story.does(finish('loket-1'))
    expect(story.hall.counters.get('loket-1')).toMatchObject({ served: 1, current: null })
  })

  it('[W10] a visitor at the desk without a number is served with one command: what is not blocked comes first', () => {
    const story = opened()
    story.does(serve('loket-1', 'a', ['ktp', 'kk']))
    expect(story.statuses('a')).toEqual(['blocked', 'serving'])
    const other = given(rulesPlan, '08:00', open('loket-2'))
    expect(other.when(serve('loket-2', 'a', ['ktp', 'skck'], { missing: ['foto'] }))).toMatchObject([
      { type: 'visit-taken' },
      { type: 'seated', step: 'a.1' },
    ])
  })

  it('[W10] a visitor at the desk without a number is served with one command: with the rules of all numbers', () => {
    const story = opened()
    const refused = (services: string[], more = {}) => story.refusal(serve('loket-1', 'a', services, more))
    expect(refused(['skck'])).toBe('not-served-here')
    expect(refused(['paspor'])).toBe('not-served-here')
    expect(refused(['kk', 'paspor'])).toBe('unknown-service')
    expect(refused(['kk', 'tabungan'])).toBe('service-closed')
    expect(refused(['kk'], { missing: ['ijazah'] })).toBe('unknown-requirement')
    expect(refused(['kk'], { language: 'fr' })).toBe('unknown-language')
    story.does(take('b', ['akta']))
    story.does(take('c', ['akta']))
    expect(refused(['akta'])).toBe('quota-reached')
    story.clockLies(true)
    expect(refused(['kk'])).toBe('clock-suspect')
    story.clockLies(false)
    expect(story.hall.visits.has('a')).toBe(false)
    const late = given(regularPlan, '16:00', open('loket-1'))
    expect(late.refusal(serve('loket-1', 'a', ['kk']))).toBe('hall-closed')
  })

  it('[W10] a visitor at the desk without a number is served with one command: not after a service elsewhere', () => {
    const story = given(rulesPlan, '08:00', open('loket-5'))
    const papers = { missing: ['tagihan'] }
    const blocked = story.when({ ...serve('loket-5', 'a', ['skck', 'sim', 'bayar'], papers), staff: 'eka' })
    expect(blocked).toEqual({ refused: 'not-callable', about: 'blocked' })
  })

  it('[W10] a visitor at the desk without a number is served with one command: at a counter that could call', () => {
    const story = opened()
    story.does(callNext('loket-1'))
    expect(story.refusal(serve('loket-1', 'a', ['kk']))).toBe('counter-busy')
    expect(story.refusal(serve('loket-2', 'a', ['kk']))).toBe('counter-not-open')
    story.does(miss('loket-1'))
    story.does(pause('loket-1'))
    expect(story.refusal(serve('loket-1', 'a', ['kk']))).toBe('counter-not-open')
  })

  it('[W10] a visitor at the desk without a number is served with one command: a visitor who goes on gets a slip', () => {
    const story = opened({ ...rulesPlan, printers: [counterPrinter('printer-1', ['loket-1'])] })
    expect(story.does(serve('loket-1', 'a', ['kk'])).map(({ type }) => type)).toEqual([
      'visit-taken',
      'seated',
    ])
    story.does(finish('loket-1'))
    const events = story.does(serve('loket-1', 'b', ['kk', 'skck']))
    expect(events.at(-1)).toEqual({ type: 'slip-asked', visit: 'b', printer: 'printer-1' })
  })

  it('[W11] undoing a service without a number leaves a cancelled number', () => {
    const story = opened()
    story.does(serve('loket-1', 'a', ['akta', 'bayar']))
    story.at('08:05:30').does(undo('loket-1'))
    expect(story.statuses('a')).toEqual(['cancelled', 'cancelled'])
    expect(story.hall.counters.get('loket-1')).toMatchObject({ current: null, last: null, served: 0 })
    expect(story.does(take('b', ['akta']))).toMatchObject([{ number: 'B002' }])
    expect(story.refusal(take('c', ['akta']))).toBe('quota-reached')
  })
})

describe('a hand-over', () => {
  const serving = () =>
    given(
      rulesPlan,
      '08:00',
      open('loket-1'),
      open('loket-2'),
      take('a', ['kk', 'bayar']),
      '08:05',
      callNext('loket-1'),
      start('loket-1'),
    )

  it('[W12] a counter passes to a colleague with whoever is there', () => {
    const story = serving()
    const was = story.visit('a')
    story.does(handOver('loket-1', 'citra'))
    expect(story.hall.counters.get('loket-1')).toMatchObject({ staff: 'citra', state: 'open' })
    expect(story.visit('a')).toEqual(was)
    expect(story.refusal(finish('loket-1'))).toBe('counter-taken')
    story.does({ ...finish('loket-1'), staff: 'citra' })
    expect(story.statuses('a')).toEqual(['done', 'waiting'])
  })

  it('[W15] staff see how many they served today, at whichever counter', () => {
    const story = serving()
    const by = (staff: string) => story.hall.served.get(staff)
    story.does(handOver('loket-1', 'citra'))
    story.at('08:20').does({ ...finish('loket-1'), staff: 'citra' })
    const { startedAt } = story.step('a', 'kk') as { startedAt: number }
    const once = { served: 1, servedMs: story.time.now - startedAt }
    expect([by('ayu'), by('citra')]).toEqual([undefined, once])
    story.does({ ...undo('loket-1'), staff: 'citra' })
    expect(by('citra')).toBeUndefined()
    story.does({ ...finish('loket-1'), staff: 'citra' })
    expect(by('citra')).toEqual(once)
    story.at('08:21').does(reopen('a', 'a.1'))
    expect(by('citra')).toBeUndefined()
  })

  it('[W15] staff see how many they served today, at whichever counter: an undo takes its minutes back, and no others', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['kk']))
    const minutes = () => (story.hall.served.get('ayu')?.servedMs ?? 0) / 60_000
    for (const command of [callNext('loket-1'), start('loket-1')]) story.does(command)
    story.at('08:10').does(finish('loket-1'))
    for (const command of [callNext('loket-1'), start('loket-1')]) story.does(command)
    story.at('08:14').does(finish('loket-1'))
    expect(minutes()).toBe(14)
    story.does(undo('loket-1'))
    expect(minutes()).toBe(10)
  })

  it('[W12] a counter passes to a colleague with whoever is there: also while it is paused or empty', () => {
    const story = given(rulesPlan, open('loket-1'), pause('loket-1'), handOver('loket-1', 'citra'))
    expect(story.hall.counters.get('loket-1')).toMatchObject({ staff: 'citra', state: 'paused' })
  })

  it('[W12] a counter passes to a colleague with whoever is there: not to everybody', () => {
    const story = serving()
    expect(story.when(handOver('loket-1', 'ayu'))).toEqual({
      refused: 'already-at-counter',
      about: 'loket-1',
    })
    expect(story.when(handOver('loket-1', 'budi'))).toEqual({
      refused: 'already-at-counter',
      about: 'loket-2',
    })
    expect(story.when(handOver('loket-1', 'dewi', 'polres'))).toEqual({
      refused: 'not-of-agency',
      about: 'dewi',
    })
    expect(story.refusal(handOver('loket-1', 'citra', 'dukcapil', 'budi'))).toBe('counter-taken')
    expect(story.refusal(handOver('loket-3', 'citra', 'polres'))).toBe('counter-not-open')
    story.does(handOver('loket-1', 'wayan', null))
    story.does({ ...handOver('loket-2', 'wayan', null), staff: 'budi' })
    expect(story.hall.counters.get('loket-2')?.staff).toBe('wayan')
  })

  it.each(['ayu', 'citra'])('[W13] a handover can be undone by either of the two: %s', (whoever) => {
    const story = serving()
    const was = { ...story.hall.counters.get('loket-1'), last: null }
    story.does(handOver('loket-1', 'citra'))
    story.at('08:05:30').does(undo('loket-1', whoever))
    expect(story.hall.counters.get('loket-1')).toEqual({ ...was, movedAt: story.hall.at })
  })

  it('[W13] a handover can be undone by either of the two: until the colleague acts', () => {
    const story = serving()
    story.does(handOver('loket-1', 'citra'))
    story.does({ ...finish('loket-1'), staff: 'citra' })
    expect(story.refusal(undo('loket-1'))).toBe('counter-taken')
    expect(story.at('08:06').refusal(undo('loket-1', 'citra'))).toBe('nothing-to-undo')
  })

  it('[W13] a handover can be undone by either of the two: not to hold two counters', () => {
    const story = serving()
    story.does(handOver('loket-1', 'citra'))
    story.does({ ...open('loket-3'), staff: 'ayu' })
    expect(story.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'loket-3' })
    expect(story.hall.counters.get('loket-1')?.staff).toBe('citra')
  })

  it('[W13] a handover can be undone by either of the two: a manager may hold several', () => {
    const story = given(rulesPlan, open('loket-1', 'wayan', true), open('loket-3', 'wayan', true))
    story.does({ ...handOver('loket-1', 'citra', 'dukcapil', 'wayan'), mayHoldSeveral: true })
    story.does(undo('loket-1', 'wayan'))
    expect(story.hall.counters.get('loket-1')?.staff).toBe('wayan')
  })
})

describe('what stands in the way of an undo', () => {
  const called = () =>
    given(
      rulesPlan,
      '08:00',
      open('loket-1'),
      open('loket-2'),
      take('a', ['kk', 'akta']),
      callNext('loket-1'),
    )

  it('[W14] a refused undo says what stands in the way: the counter that called the visit since', () => {
    const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']))
    story.does(callNext('loket-1'))
    story.does(hold('loket-1'))
    story.does(release('loket-2', 'a'))
    story.does(callNext('loket-2'))
    story.does(start('loket-2'))
    story.does(finish('loket-2'))
    expect(story.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'loket-2' })
  })

  it('[W14] a refused undo says what stands in the way: cancelled, or waiting again', () => {
    const story = called()
    story.does(miss('loket-1'))
    story.does(cancel('a'))
    expect(story.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'cancelled' })
    const other = called()
    other.does(hold('loket-1'))
    other.does(release('loket-2', 'a'))
    expect(other.when(undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'released' })
  })
})
