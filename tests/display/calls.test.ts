// What a board shows of its calls: the last called large, recalls counted, nobody who is called out of sight.
import { describe, expect, it } from 'vitest'
import { arrange, inPages } from '../../display-ui/arrange.ts'
import {
  attend,
  byAttention,
  isFresh,
  isNew,
  LARGE_MS,
  largeOf,
  nextTurn,
  PULSE_MS,
  SHORT_MS,
} from '../../display-ui/attention.ts'
import { LYING, UPRIGHT } from '../../display-ui/shape.ts'
import { en } from '../../display-ui/texts/en.ts'
import { id } from '../../display-ui/texts/id.ts'
import type { BoardCall } from '../../server/live/board-view.ts'
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

describe('the large call', () => {
  const two = [call('A002'), call('A001')]
  const at = (seen: ReturnType<typeof attend>, now: number, calls = two, said: string | null = null) =>
    largeOf(seen, byAttention(seen, calls), said, now)?.number

  it('is the last one, each of several of the same moment for its time', () => {
    const seen = attend(attend(null, [], 0), two, 1_000)
    expect([at(seen, 1_000), at(seen, 1_000 + LARGE_MS - 1), at(seen, 1_000 + LARGE_MS)]).toEqual([
      'A001',
      'A001',
      'A002',
    ])
    expect(at(seen, 60_000)).toBe('A002')
    expect(isFresh(seen, call('A002'), 1_000 + LARGE_MS)).toBe(true)
    expect(nextTurn(seen, 1_000)).toBe(LARGE_MS)
    expect(nextTurn(seen, 60_000)).toBeNull()
  })

  it('has a shorter time in a crowd, none left out', () => {
    const crowd = many(10).reverse()
    const seen = attend(attend(null, [], 0), crowd, 0)
    const turns = crowd.map((_, turn) => at(seen, turn * SHORT_MS, crowd))
    expect(new Set(turns).size).toBe(10)
  })

  it('waits its turn when the one before has only begun', () => {
    const first = attend(attend(null, [], 0), [call('A001')], 0)
    const seen = attend(first, two, 1_000)
    expect([at(seen, 1_000), at(seen, LARGE_MS)]).toEqual(['A001', 'A002'])
  })

  it('is the one that is being said once all had their time', () => {
    const seen = attend(attend(null, [], 0), two, 0)
    expect(at(seen, LARGE_MS + 1, two, 'A001')).toBe('A002')
    expect(at(seen, 3 * LARGE_MS, two, 'A001')).toBe('A001')
  })

  it('is somebody being served where nobody is called, and nobody on an empty board', () => {
    const serving = [call('A001', { status: 'serving' })]
    expect(at(attend(null, serving, 0), 0, serving)).toBe('A001')
    expect(at(attend(null, [], 0), 0, [])).toBeUndefined()
  })

  it('is at once the last one on a board that was switched on', () => {
    expect(at(attend(null, two, 500), 500)).toBe('A002')
  })
})

describe('arrange', () => {
  const none = { missed: [], recent: [] }
  const { roomy: ROOMY, crowd: CROWD } = LYING

  it('shows an empty board', () => {
    expect(arrange([], none, LYING)).toEqual({ rows: 'roomy', pages: [[]] })
  })

  it('puts who is called first, then who missed the call, then what ended as far as there is room', () => {
    const recent = [call('B001', { status: 'missed' }), ...many(9, { status: 'done' })]
    const missed = [call('B001', { status: 'missed' })]
    const { pages } = arrange([call('A002')], { missed, recent }, LYING)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toHaveLength(ROOMY)
    expect(numbers(pages[0] ?? []).slice(0, 3)).toEqual(['A002', 'B001', 'A100done'])
  })

  it('keeps everybody who is called on every page while the others take turns', () => {
    const missed = many(3, { status: 'missed' })
    const { pages } = arrange([...many(2), ...many(7, { status: 'serving' })], { missed, recent: [] }, LYING)
    expect(pages).toHaveLength(4)
    for (const page of pages) expect(numbers(page).slice(0, 2)).toEqual(['A100', 'A101'])
    expect(new Set(pages.flatMap(numbers)).size).toBe(12)
  })

  it('makes room for a crowd: twelve called at once stand on one page', () => {
    const { rows, pages } = arrange(many(CROWD), none, LYING)
    expect([rows, pages.length, pages[0]?.length]).toEqual(['crowd', 1, CROWD])
  })

  it('lets even more take turns, none left out', () => {
    for (const room of [LYING, UPRIGHT]) {
      const { pages } = arrange(many(30), none, room)
      expect(new Set(pages.flat()).size).toBe(30)
    }
  })
})

it('pages are never none and never larger than asked for', () => {
  expect(inPages([], 2)).toEqual([[]])
  expect(inPages([1, 2, 3], 2)).toEqual([[1, 2], [3]])
})

it('the texts have the same parameters in both languages', () => {
  expect(textFaults(id, en)).toEqual([])
})
