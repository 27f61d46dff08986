// What can be done at a counter in a given state, and where a visitor can be sent.
import { describe, expect, test } from 'vitest'
import { type Action, isPossible, primaryOf, stillMeant } from '../../counter-ui/panel/possible-actions.ts'
import { whyNotReferable } from '../../counter-ui/pick/ServicePick.tsx'
import type { CounterView } from '../../server/live/counter.ts'
import { counterView, current, row } from './view.ts'

const closed: CounterView['counter'] = {
  id: 'loket-1',
  state: 'closed',
  staff: null,
  reason: null,
  pausedUntil: null,
}
const paused: CounterView['counter'] = {
  id: 'loket-1',
  state: 'paused',
  staff: { username: 'ayu', name: 'Ayu' },
  reason: null,
  pausedUntil: null,
}

const actions: readonly Action[] = [
  'open',
  'call-next',
  'start',
  'finish',
  'recall',
  'miss',
  'put-back',
  'hold',
  'refer',
  'incomplete',
  'finish-reason',
  'call',
  'serve',
  'hand-over',
  'undo',
  'pause',
  'close',
]
const possible = (view: CounterView, username = 'ayu') =>
  actions.filter((action) => isPossible(action, view, username))

describe('what can be done', () => {
  test.each<[string, CounterView, string | null, Action[]]>([
    ['closed', counterView({ counter: closed }), 'open', ['open']],
    ['nobody waits', counterView(), 'call-next', ['call', 'serve', 'pause', 'close']],
    [
      'somebody waits',
      counterView({ next: [row()] }),
      'call-next',
      ['call-next', 'call', 'serve', 'pause', 'close'],
    ],
    [
      'somebody is called',
      counterView({ current: current(), next: [row()] }),
      'start',
      ['start', 'recall', 'miss', 'put-back', 'hold', 'refer', 'pause'],
    ],
    [
      'somebody is served',
      counterView({ current: current({ status: 'serving' }) }),
      'finish',
      ['finish', 'put-back', 'hold', 'refer', 'incomplete', 'finish-reason', 'pause'],
    ],
    ['paused', counterView({ counter: paused, next: [row()] }), 'open', ['open', 'close']],
    [
      'paused with somebody at the counter',
      counterView({ counter: paused, current: current() }),
      'start',
      ['start', 'recall', 'miss', 'put-back', 'hold', 'refer'],
    ],
  ])('%s', (_name, view, primary, expected) => {
    expect(primaryOf(view, 'ayu')).toBe(primary)
    expect(possible(view)).toEqual(expected)
  })

  test('nothing at a counter that a colleague holds', () => {
    const view = counterView({ current: current(), next: [row()] })
    expect(primaryOf(view, 'budi')).toBeNull()
    expect(possible(view, 'budi')).toEqual([])
  })

  test('undo while there is something to undo', () => {
    const undo = { action: 'missed', number: 'A001', by: null, until: '2026-11-24T01:00:30.000Z' }
    expect(possible(counterView({ undo }))).toContain('undo')
    expect(possible(counterView({ undo }), 'budi')).toEqual([])
  })

  test('the person who handed the counter over may undo that, and nothing else there', () => {
    const undo = { action: 'handed-over', number: '', by: 'budi', until: '2026-11-24T01:00:30.000Z' }
    expect(possible(counterView({ undo }), 'budi')).toEqual(['undo'])
  })

  test('handing over while a colleague is free', () => {
    expect(possible(counterView({ colleagues: [{ username: 'budi', name: 'Budi' }] }))).toContain('hand-over')
  })
})

describe('where a visitor can be sent', () => {
  const visit = current({
    steps: [
      { id: '1', service: 'kk', status: 'serving', outcome: null, counter: 'loket-1' },
      { id: '2', service: 'skck', status: 'done', outcome: 'served', counter: 'loket-9' },
    ],
  })

  test('not to a service that the visit waits for or is at', () => {
    expect(whyNotReferable({ id: 'kk', status: 'open' }, visit)).toBe('already')
  })

  test('again to one that is done', () => {
    expect(whyNotReferable({ id: 'skck', status: 'open' }, visit)).toBeNull()
  })

  test.each(['soon', 'paused', 'elsewhere'] as const)('not to one that is %s', (status) => {
    expect(whyNotReferable({ id: 'nib', status }, visit)).toBe('closed')
  })
})

describe('an open dialog', () => {
  const called = counterView({ current: current() })

  test.each(['hold', 'refer', 'incomplete', 'finish-reason'])(
    '%s goes with the call it is about',
    (dialog) => {
      expect(stillMeant(dialog, called, 'ayu', 'call-1')).toBe(true)
      expect(stillMeant(dialog, counterView(), 'ayu', 'call-1')).toBe(false)
      expect(stillMeant(dialog, counterView({ current: current({ call: 'call-2' }) }), 'ayu', 'call-1')).toBe(
        false,
      )
    },
  )

  test.each(['call', 'serve'])('%s goes once somebody is there, or the counter pauses', (dialog) => {
    expect(stillMeant(dialog, counterView(), 'ayu', null)).toBe(true)
    expect(stillMeant(dialog, called, 'ayu', null)).toBe(false)
    expect(stillMeant(dialog, counterView({ counter: paused }), 'ayu', null)).toBe(false)
  })

  test('of a hand-over goes with the counter; the menu stays', () => {
    expect(stillMeant('hand-over', called, 'ayu', null)).toBe(true)
    expect(stillMeant('hand-over', called, 'budi', null)).toBe(false)
    expect(stillMeant('menu', called, 'budi', null)).toBe(true)
  })
})
