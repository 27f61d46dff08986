// Help at the counter without a browser: what of it is shown, and when the silent alarm's signal is complete.
import { describe, expect, test } from 'vitest'
import {
  type Help,
  type Shown,
  KEY_PRESSES,
  makeSign,
  TOUCHES,
  WITHIN_MS,
  alarmSign,
  nextShown,
} from '../../counter-ui/panel/help/call-for-help.ts'
import { isPossible } from '../../counter-ui/panel/possible-actions.ts'

import { counterView, current } from './view.ts'

const at = '2026-11-24T01:00:00.000Z'
const help = (changed: Partial<NonNullable<Help>> = {}): Help => ({
  alarm: false,
  at,
  answeredBy: null,
  ...changed,
})

/** What is shown after these states, one after the other. */
const after = (...states: Help[]): Shown | null =>
  states.reduce<Shown | null>((shown, state) => nextShown(shown, state, 'Ayu'), null)

describe('the line of the call for help', () => {
  test('an open call is shown with its time, and says who is coming', () => {
    expect(after(help())).toEqual({ at, answeredBy: null, hidden: false })
    expect(after(help(), help({ answeredBy: 'Wayan' }))).toMatchObject({ answeredBy: 'Wayan' })
  })

  test('one that its caller withdrew is gone', () => {
    expect(after(help(), help({ answeredBy: 'Ayu' }))).toBeNull()
  })

  test('an alarm has none', () => {
    expect(after(help({ alarm: true }))).toBeNull()
    expect(after(help({ alarm: true, answeredBy: 'Wayan' }))).toBeNull()
  })

  test('an open call that became an alarm keeps its line, and what was hidden stays hidden', () => {
    const alarm = help({ alarm: true, at: '2026-11-24T01:05:00.000Z' })
    const open = after(help(), alarm)
    expect(open).toEqual({ at, answeredBy: null, hidden: false })
    expect(nextShown(open && { ...open, hidden: true }, alarm, 'Ayu')).toMatchObject({ hidden: true })
    expect(after(help(), null, alarm)).toBeNull()
  })
})

test('the sign of an alarm is one dot, two once somebody is coming, none for an open call', () => {
  expect([null, help(), help({ answeredBy: 'Wayan' })].map(alarmSign)).toEqual(['', '', ''])
  expect(alarmSign(help({ alarm: true }))).toBe('·')
  expect(alarmSign(help({ alarm: true, answeredBy: 'Wayan' }))).toBe('··')
})

describe('the silent alarm’s sign', () => {
  test.each([KEY_PRESSES, TOUCHES])(
    '%i presses in a row complete it, and one more starts over',
    (presses) => {
      const isComplete = makeSign(presses)
      const answers = Array.from({ length: presses + 1 }, (_, index) => isComplete(index * 100))
      expect(answers.indexOf(true)).toBe(presses - 1)
      expect(answers.lastIndexOf(true)).toBe(presses - 1)
    },
  )

  test('presses too far apart do not count', () => {
    const isComplete = makeSign(2)
    expect([0, WITHIN_MS + 1, 2 * WITHIN_MS + 2].map(isComplete)).toEqual([false, false, false])
    expect(isComplete(3 * WITHIN_MS)).toBe(true)
  })
})

describe('what can be done about help', () => {
  const somebodyElse = counterView({
    counter: { ...counterView().counter, staff: { username: 'bima', name: 'Bima' } },
  })
  const message = { id: 'm1', text: 'Halo', from: 'Wayan', at }

  test('the person who holds the counter can call at any time, nobody else', () => {
    expect(isPossible('help', counterView(), 'ayu')).toBe(true)
    expect(isPossible('help', counterView({ current: current() }), 'ayu')).toBe(true)
    expect(isPossible('help', somebodyElse, 'ayu')).toBe(false)
  })

  test('a message can be read where there is one', () => {
    expect(isPossible('read', counterView(), 'ayu')).toBe(false)
    expect(isPossible('read', counterView({ messages: [message] }), 'ayu')).toBe(true)
    expect(isPossible('read', { ...somebodyElse, messages: [message] }, 'ayu')).toBe(false)
  })
})
