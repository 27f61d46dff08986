// Which part of the hall a screen shows: by the device's set-up, else by its address.
import { describe, expect, it } from 'vitest'
import { layoutOf, narrow, spansZones, topicOf, type BoardLayout } from '../../display-ui/layout.ts'
import type { HallAnswer } from '../../server/live/hall.ts'
import type { BoardCall, BoardView } from '../../server/live/board.ts'

describe('the layout', () => {
  it('is the device’s own, whatever the address says', () => {
    const layout: BoardLayout = { kind: 'agency', of: ['polres'] }
    expect(layoutOf({ zone: 'a', layout }, '?layout=corridor')).toEqual(layout)
  })

  it('without one is its zone’s board, and only without a zone the address’s', () => {
    expect(layoutOf({ zone: 'a' }, '?layout=corridor&zone=b')).toEqual({ kind: 'zone', of: ['a'] })
    expect(layoutOf({ zone: null }, '?layout=corridor')).toEqual({ kind: 'corridor', of: [] })
  })

  it.each([
    ['?lang=en&zone=b', 'zone', ['b']],
    ['?layout=zones:a,b&lang=id', 'zones', ['a', 'b']],
    ['?layout=counter%3Aloket-1', 'counter', ['loket-1']],
    ['?zone=../x', 'zones', []],
    ['?layout=palace:a', 'zones', []],
    ['', 'zones', []],
  ])('of a screen that nobody enrolled stands in its address: %s', (query, kind, of) => {
    expect(layoutOf(null, query)).toEqual({ kind, of })
  })

  it('decides the topic: a zone’s own, else the hall’s', () => {
    expect(topicOf({ kind: 'zone', of: ['a'] })).toBe('board:a')
    for (const kind of ['zones', 'agency', 'counter', 'corridor'] as const) {
      expect(topicOf({ kind, of: ['a'] })).toBe('board:all')
    }
  })

  it('says zones where it spans several', () => {
    expect(spansZones({ kind: 'zones', of: [] })).toBe(true)
    expect(spansZones({ kind: 'agency', of: ['polres'] })).toBe(true)
    expect(spansZones({ kind: 'zones', of: ['a'] })).toBe(false)
    expect(spansZones({ kind: 'counter', of: ['1'] })).toBe(false)
  })
})

describe('a view', () => {
  const counters = [
    { id: '1', zone: 'a', agency: 'dukcapil', services: ['kk'] },
    { id: '2', zone: 'b', agency: 'dukcapil', services: ['kk', 'ktp'] },
    { id: '3', zone: 'b', agency: 'polres', services: ['skck'] },
  ]
  const hall = { counters } as HallAnswer
  const call = (counter: string) => ({ id: counter, counter }) as BoardCall
  const view = {
    calls: counters.map(({ id }) => call(id)),
    recent: [call('3')],
    missed: [call('1')],
    ready: [
      { number: 'A', service: 'kk' },
      { number: 'B', service: 'ktp' },
      { number: 'C', service: 'skck' },
    ],
    paused: [{ counter: '2', reason: null, until: null }],
    counters: counters.map(({ id }) => ({ id, state: 'open' })),
    queues: [
      { agency: 'dukcapil', waiting: 1, next: [] },
      { agency: 'polres', waiting: 2, next: [] },
    ],
  } as unknown as BoardView
  const shown = (layout: BoardLayout) => {
    const { calls, recent, missed, ready, paused, queues } = narrow(view, layout, hall)
    const at = (list: readonly { counter: string }[]) => list.map(({ counter }) => counter).join('')
    const near = ready.map(({ number }) => number).join('')
    return [at(calls), at(recent), at(missed), near, at(paused), queues.length]
  }

  it.each([
    [{ kind: 'zones', of: ['b'] }, ['23', '3', '', 'ABC', '2', 2]],
    [{ kind: 'zones', of: [] }, ['123', '3', '1', 'ABC', '2', 2]],
    [{ kind: 'agency', of: ['polres'] }, ['3', '3', '', 'C', '', 1]],
    [{ kind: 'counter', of: ['1'] }, ['1', '', '1', 'A', '', 1]],
    [{ kind: 'corridor', of: ['a'] }, ['1', '', '1', 'A', '', 1]],
    [{ kind: 'agency', of: ['gone'] }, ['', '', '', '', '', 0]],
  ] as [BoardLayout, unknown[]][])('%j shows its own alone', (layout, expected) => {
    expect(shown(layout)).toEqual(expected)
  })
})
