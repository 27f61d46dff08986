// What a counter's browser may be set up to do automatically: begin on a call, call at finish, signal that somebody
// came.
import { describe, expect, test } from 'vitest'
import { arrived, iconWith, written } from '../../counter-ui/panel/who-came.ts'
import { followUp } from '../../counter-ui/panel/possible-actions.ts'
import { minutesUntil, timeAfter } from '../../counter-ui/panel/dialogs/Pause.tsx'
import { counterView, current, row } from './view.ts'

describe('start at once on a call', () => {
  const called = counterView({ current: current() })

  test.each(['call-next', 'call'])('%s begins at once', (path) => {
    expect(followUp(path, called, 'ayu', ['start'])).toEqual({ path: 'start' })
  })

  test('only if it was set up', () => expect(followUp('call-next', called, 'ayu', ['call'])).toBeNull())

  test('not when nobody was there to be called', () => {
    expect(followUp('call-next', counterView(), 'ayu', ['start'])).toBeNull()
  })

  test('not after an undo, which leads back to “called”', () => {
    expect(followUp('undo', called, 'ayu', ['start', 'call'])).toBeNull()
  })
})

describe('call the next at finish', () => {
  const free = counterView({ next: [row()] })

  test('when somebody can be called', () => {
    expect(followUp('finish', free, 'ayu', ['call'])).toEqual({ path: 'call-next' })
    expect(followUp('finish', counterView(), 'ayu', ['call'])).toBeNull()
  })

  test('not while the counter is paused', () => {
    const paused = counterView({ next: [row()], counter: { ...free.counter, state: 'paused' } })
    expect(followUp('finish', paused, 'ayu', ['call'])).toBeNull()
  })

  test.each(['miss', 'hold', 'refer', 'put-back'])('not after %s', (path) => {
    expect(followUp(path, free, 'ayu', ['call'])).toBeNull()
  })
})

describe('somebody came', () => {
  const empty = counterView()
  const came = counterView({ next: [row()] })

  test('to an empty queue', () => expect(arrived(empty, came, 'ayu')?.number).toBe('A002'))

  test('not at the first look', () => expect(arrived(null, came, 'ayu')).toBeNull())

  test('not to a queue in which others wait', () => expect(arrived(came, came, 'ayu')).toBeNull())

  test('not somebody who can’t be called here yet', () => {
    const walking = counterView({ waiting: 1, later: [row({ because: 'walking' })] })
    expect(arrived(empty, walking, 'ayu')).toBeNull()
  })

  test('not while somebody is served, nor at another’s counter', () => {
    expect(arrived(counterView({ current: current() }), came, 'ayu')).toBeNull()
    expect(arrived(empty, came, 'budi')).toBeNull()
  })
})

describe('a supervisor wrote', () => {
  const message = (id: string) => ({ id, text: 'Segera', from: 'Wayan', at: '2026-11-24T01:00:00.000Z' })
  const none = counterView()
  const one = counterView({ messages: [message('m1')] })
  const two = counterView({ messages: [message('m2'), message('m1')] })

  test('a first message, and a second one while that is not read', () => {
    expect(written(none, one, 'ayu')?.id).toBe('m1')
    expect(written(one, two, 'ayu')?.id).toBe('m2')
  })

  test('not at the first look, nor while it stays, nor when another is read', () => {
    expect(written(null, one, 'ayu')).toBeNull()
    expect(written(one, one, 'ayu')).toBeNull()
    expect(written(two, one, 'ayu')).toBeNull()
  })

  test('not to somebody else', () => expect(written(none, one, 'budi')).toBeNull())
})

test('the tab’s icon says how many wait, in two digits at most', () => {
  expect(decodeURIComponent(iconWith(7))).toContain('>7</text>')
  expect(decodeURIComponent(iconWith(140))).toContain('>99</text>')
})

describe('a time of day', () => {
  test('some minutes from now, past midnight too', () => {
    expect(timeAfter('11.45', 30)).toBe('12.15')
    expect(timeAfter('23:50', 15)).toBe('00:05')
  })

  test('is so many minutes away', () => {
    expect(minutesUntil('11.45', '13.00')).toBe(75)
    expect(minutesUntil('11:45', '1300')).toBe(75)
    expect(minutesUntil('23:50', '00:05')).toBe(15)
  })

  test('that has just passed, or is too far away, is not accepted', () => {
    expect(minutesUntil('11:45', '11:45')).toBeNull()
    expect(minutesUntil('11:45', '11:30')).toBeNull()
    expect(minutesUntil('11:45', 'jam 1')).toBeNull()
    expect(minutesUntil('11:45', '25:00')).toBeNull()
  })
})
