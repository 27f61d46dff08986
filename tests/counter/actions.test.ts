// What can be done at a counter as it stands, and where a visitor can be sent.
import { describe, expect, test } from 'vitest'
import { isPossible, primaryOf, type Action } from '../../counter-ui/desk/actions.ts'
import { whyNotReferable } from '../../counter-ui/desk/referable.ts'
import type { CounterView } from '../../server/live/views.ts'
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
  'undo',
  'pause',
  'close',
]
const possible = (view: CounterView, username = 'ayu') =>
  actions.filter((action) => isPossible(action, view, username))

describe('what can be done', () => {
  test.each<[string, CounterView, string | null, Action[]]>([
    ['closed', counterView({ counter: closed }), 'open', ['open']],
    ['nobody waits', counterView(), 'call-next', ['pause', 'close']],
    ['somebody waits', counterView({ next: [row()] }), 'call-next', ['call-next', 'pause', 'close']],
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
      ['finish', 'put-back', 'hold', 'refer', 'incomplete', 'pause'],
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

  test('undo while there is something to take back', () => {
    const undo = { action: 'missed', number: 'A001', until: '2026-11-24T01:00:30.000Z' }
    expect(possible(counterView({ undo }))).toContain('undo')
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
