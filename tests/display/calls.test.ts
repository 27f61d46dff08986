// What a board shows of its calls: the last called large, recalls counted, nobody who is called out of sight.
import { describe, expect, it } from 'vitest'
import { arrange, CROWD, inPages, ROOMY } from '../../display-ui/arrange.ts'
import { attend, byAttention, isNew, PULSE_MS } from '../../display-ui/attention.ts'
import { en } from '../../display-ui/texts/en.ts'
import { id } from '../../display-ui/texts/id.ts'
import { boardTopic } from '../../display-ui/topic.ts'
import type { BoardCall } from '../../server/live/views.ts'
import { textFaults } from '../screens/texts.ts'

function call(number: string, more: Partial<BoardCall> = {}): BoardCall {
  return {
    id: number,
    number,
    counter: 'loket-1',
    agency: 'dukcapil',
    service: 'kk',
    zone: 'a',
    status: 'called',
    at: '2026-11-24T02:00:00Z',
    calls: 1,
    ...more,
  }
}

const numbers = (calls: readonly BoardCall[]) => calls.map(({ number }) => number)
const many = (count: number, more: Partial<BoardCall> = {}) =>
  Array.from({ length: count }, (_, at) => call(`A${100 + at}${more.status ?? ''}`, more))

describe('attention', () => {
  it('goes to the newest call first', () => {
    const calls = [call('A003'), call('A002'), call('A001')]
    expect(numbers(byAttention(attend(null, calls, 0), calls))).toEqual(['A003', 'A002', 'A001'])
  })

  it('goes back to an older call that is called again', () => {
    const before = [call('A002'), call('A001')]
    const after = [call('A002'), call('A001', { calls: 2 })]
    const seen = attend(attend(null, before, 0), after, 10)
    expect(numbers(byAttention(seen, after))).toEqual(['A001', 'A002'])
    expect([isNew(seen, call('A001', { calls: 2 }), 10), isNew(seen, call('A002'), 10)]).toEqual([
      true,
      false,
    ])
  })

  it('goes to who is to come before who is served', () => {
    const calls = [call('A002', { status: 'serving' }), call('A001')]
    expect(numbers(byAttention(attend(null, calls, 0), calls))).toEqual(['A001', 'A002'])
  })

  it('moves what is new for a while, and nothing of what the board began with', () => {
    const first = attend(null, [call('A001')], 0)
    expect(isNew(first, call('A001'), 0)).toBe(false)
    const second = attend(first, [call('A002'), call('A001')], 50)
    expect(isNew(second, call('A002'), 50 + PULSE_MS - 1)).toBe(true)
    expect(isNew(second, call('A002'), 50 + PULSE_MS)).toBe(false)
    expect(isNew(second, call('A002', { status: 'serving' }), 50)).toBe(false)
  })

  it('forgets calls that are over, so that a board can hang for weeks', () => {
    expect(attend(attend(null, [call('A001')], 0), [call('A002')], 1).size).toBe(1)
  })
})

describe('arrange', () => {
  it('shows an empty board', () => {
    expect(arrange([], [])).toEqual({ hero: null, rows: 'roomy', pages: [[]] })
  })

  it('puts the first large, then the rest, then what ended as far as there is room', () => {
    const past = many(9, { status: 'done' })
    const { hero, pages } = arrange([call('A001'), call('A002')], past)
    expect(hero?.number).toBe('A001')
    expect(pages).toHaveLength(1)
    expect(pages[0]).toHaveLength(ROOMY)
    expect(pages[0]?.[0]?.number).toBe('A002')
  })

  it('keeps everybody who is called on every page while those being served take turns', () => {
    const { pages } = arrange([...many(3), ...many(7, { status: 'serving' })], [])
    expect(pages).toHaveLength(3)
    for (const page of pages) expect(numbers(page).slice(0, 2)).toEqual(['A101', 'A102'])
    expect(new Set(pages.flatMap(numbers)).size).toBe(9)
  })

  it('makes room for a crowd: thirteen called at once stand on one page', () => {
    const { rows, pages } = arrange(many(CROWD + 1), [])
    expect([rows, pages.length, pages[0]?.length]).toEqual(['crowd', 1, CROWD])
  })

  it('lets even more take turns, none left out', () => {
    const { hero, pages } = arrange(many(28), [])
    expect(new Set([hero, ...pages.flat()]).size).toBe(28)
  })
})

it('pages are never none and never larger than asked for', () => {
  expect(inPages([], 2)).toEqual([[]])
  expect(inPages([1, 2, 3], 2)).toEqual([[1, 2], [3]])
})

it('a board follows its own zone, else the one of its address, else the hall', () => {
  expect(boardTopic('a', '?zone=b')).toBe('board:a')
  expect(boardTopic(null, '?lang=en&zone=b')).toBe('board:b')
  expect(boardTopic(null, '?zone=../x')).toBe('board:all')
  expect(boardTopic(null, '')).toBe('board:all')
})

it('the texts have the same parameters in both languages', () => {
  expect(textFaults(id, en)).toEqual([])
})
