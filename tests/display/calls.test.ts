// How a board shows its calls: the last called large, recalls counted, nobody who is called out of sight.
import { describe, expect, it } from 'vitest'
import { arrange, type Grid, inPages } from '../../display-ui/arrange.ts'
import {
  type Attention,
  attend,
  byAttention,
  GAP_MS,
  isFresh,
  isNew,
  LARGE_MS,
  largeOf,
  nextTurn,
  PULSE_MS,
  saidAfter,
  SHORT_MS,
  WAIT_MS,
} from '../../display-ui/attention.ts'
import { en, id } from '../../display-ui/texts.ts'
import type { BoardCall } from '../../server/live/board.ts'
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

/** Takes in these calls at `now`, the newest first; `said`: the numbers that a display announces. */
const look = (
  before: Attention | null,
  calls: readonly BoardCall[],
  now: number,
  said: readonly string[] | null = null,
) => attend(before, calls, now, said && { id: said.join(), numbers: said })

describe('attention', () => {
  it('goes to the newest call first', () => {
    const calls = [call('A003'), call('A002'), call('A001')]
    expect(numbers(byAttention(look(null, calls, 0), calls))).toEqual(['A003', 'A002', 'A001'])
  })

  it('goes back to an older call that is called again', () => {
    const before = [call('A002'), call('A001')]
    const after = [call('A002'), call('A001', { calls: 2 })]
    const seen = look(look(null, before, 0), after, 10)
    expect(numbers(byAttention(seen, after))).toEqual(['A001', 'A002'])
    expect([isNew(seen, call('A001', { calls: 2 }), 10), isNew(seen, call('A002'), 10)]).toEqual([
      true,
      false,
    ])
  })

  it('goes to called numbers before those being served', () => {
    const calls = [call('A002', { status: 'serving' }), call('A001')]
    expect(numbers(byAttention(look(null, calls, 0), calls))).toEqual(['A001', 'A002'])
  })

  it('moves new calls for a while, but none that the board began with', () => {
    const first = look(null, [call('A001')], 0)
    expect(isNew(first, call('A001'), 0)).toBe(false)
    const second = look(first, [call('A002'), call('A001')], 50)
    expect(isNew(second, call('A002'), 50 + PULSE_MS - 1)).toBe(true)
    expect(isNew(second, call('A002'), 50 + PULSE_MS)).toBe(false)
    expect(isNew(second, call('A002', { status: 'serving' }), 50)).toBe(false)
  })

  it('forgets calls that are over, so that a board can hang for weeks', () => {
    expect(look(look(null, [call('A001')], 0), [call('A002')], 1).seen.size).toBe(1)
  })

  it('changes nothing by looking again', () => {
    const crowd = many(10).reverse()
    const once = look(look(null, [], 0), crowd, 1_000)
    expect(look(once, crowd, 1_000)).toEqual(once)
  })
})

describe('the large call', () => {
  const two = [call('A002'), call('A001')]
  const at = (seen: Attention, now: number, calls: readonly BoardCall[] = two) =>
    largeOf(seen, byAttention(seen, calls), now)?.number

  it('is the last one, each of several of the same moment for its time', () => {
    const seen = look(look(null, [], 0), two, 1_000)
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
    const seen = look(look(null, [], 0), crowd, 0)
    const turns = crowd.map((_, turn) => at(seen, turn * SHORT_MS, crowd))
    expect(new Set(turns).size).toBe(10)
  })

  it('has the shorter time also where the crowd came one by one', () => {
    let seen = look(null, [], 0)
    const crowd: BoardCall[] = []
    const turns: (string | undefined)[] = []
    for (let now = 0; now < 25_000; now += 100) {
      if (now % 300 === 0 && crowd.length < 10) crowd.unshift(call(`A${100 + crowd.length}`))
      seen = look(seen, crowd, now)
      turns.push(at(seen, now, crowd))
    }
    expect([...new Set(turns)]).toEqual(numbers(crowd).toReversed())
    expect(turns.indexOf('A109') * 100).toBeLessThan(22_000)
  })

  it('waits its turn when the one before has only begun', () => {
    const first = look(look(null, [], 0), [call('A001')], 0)
    const seen = look(first, two, 1_000)
    expect([at(seen, 1_000), at(seen, LARGE_MS)]).toEqual(['A001', 'A002'])
  })

  it('is somebody being served where nobody is called, and nobody on an empty board', () => {
    const serving = [call('A001', { status: 'serving' })]
    expect(at(look(null, serving, 0), 0, serving)).toBe('A001')
    expect(at(look(null, [], 0), 0, [])).toBeUndefined()
  })

  it('is at once the last one on a board that was switched on', () => {
    expect(at(look(null, two, 500), 500)).toBe('A002')
  })
})

describe('[B6] the large number follows the voice', () => {
  const two = [call('A002'), call('A001')]
  const at = (seen: Attention, now: number, calls: readonly BoardCall[] = two) =>
    largeOf(seen, byAttention(seen, calls), now)?.number

  it('in a rush, from the first to the last, however many came meanwhile', () => {
    const crowd = many(10).reverse()
    const order = numbers(crowd).toReversed()
    let seen = look(null, [], 0)
    seen = look(seen, crowd.slice(9), 0)
    const shown: (string | undefined)[] = []
    // Each is announced for 6 s with a breath between; the others have come within three seconds.
    for (let now = 100; now < 63_000; now += 100) {
      const turn = Math.floor(now / 6_300)
      const isBreath = now % 6_300 > 6_000
      const came = crowd.slice(10 - Math.min(10, 1 + Math.floor(now / 300)))
      seen = look(seen, came, now, isBreath ? null : [order[turn] ?? ''])
      expect(at(seen, now, came)).toBe(order[turn])
      shown.push(at(seen, now, came))
    }
    expect([...new Set(shown)]).toEqual(order)
  })

  it('also where the visitor sits there by now, until the sound has ended', () => {
    const calls = [call('A002'), call('A001', { status: 'serving' })]
    const seen = look(look(null, [], 0), calls, 0, ['A001'])
    expect(at(seen, 5_000, calls)).toBe('A002')
    expect(at(look(seen, calls, 5_000, ['A001']), 5_000, calls)).toBe('A001')
  })

  it('through several that are said in one sound, as they are said', () => {
    const seen = look(look(null, [], 0), two, 0, ['A001', 'A002'])
    expect([at(seen, 0), at(look(seen, two, saidAfter(1), ['A001', 'A002']), saidAfter(1))]).toEqual([
      'A001',
      'A002',
    ])
  })

  it('on to the next sound, also where the one of several was shorter than thought', () => {
    const calls = [call('A003'), ...two]
    const seen = look(look(null, [], 0), calls, 0, ['A001', 'A002'])
    const next = look(seen, calls, 1_000, ['A003'])
    expect(at(next, 1_000, calls)).toBe('A003')
    expect(at(look(next, calls, saidAfter(1), ['A003']), saidAfter(1), calls)).toBe('A003')
  })

  it('moves to the last called when nothing more is said for a while', () => {
    const said = look(look(null, [], 0), two, 0, ['A001'])
    const still = look(said, two, GAP_MS - 1)
    expect(at(still, GAP_MS - 1)).toBe('A001')
    expect(nextTurn(still, GAP_MS - 1)).toBe(1)
    expect(at(look(still, two, LARGE_MS), LARGE_MS)).toBe('A002')
  })

  it('not that of another board’s calls, nor one that nobody speaks', () => {
    const first = look(look(null, [], 0), [call('A001')], 0, ['B001'])
    expect(at(first, 0)).toBe('A001')
    expect(at(look(first, two, LARGE_MS, ['B001']), LARGE_MS)).toBe('A002')
  })

  it('and waits for it where it is slow, where it is known to speak', () => {
    const known = look(look(null, [], 0), [call('A000')], 0, ['A000'])
    const idle = look(known, [], 30_000)
    const crowd = many(10).reverse()
    // They come one by one, and the voice takes seven seconds to begin.
    let seen = idle
    const shown: (string | undefined)[] = []
    for (let now = 30_000; now < 37_000; now += 100) {
      const came = crowd.slice(10 - Math.min(10, 1 + Math.floor((now - 30_000) / 300)))
      seen = look(seen, came, now)
      shown.push(at(seen, now, came))
    }
    expect([...new Set(shown)]).toEqual(['A100'])
    expect(at(look(seen, crowd, 37_000, ['A100']), 37_000, crowd)).toBe('A100')
    // If it does not begin at all, each has its time again.
    expect(at(look(seen, crowd, 30_000 + WAIT_MS), 30_000 + WAIT_MS, crowd)).toBe('A101')
  })

  it('not where it is known by now that nobody speaks', () => {
    const known = look(look(null, [], 0), [call('A000')], 0, ['A000'])
    const calls = [call('A002'), call('A001'), call('A000')]
    const mute = attend(known, calls, 60_000, { id: '', numbers: ['A001'] })
    expect([at(mute, 60_000, calls), at(mute, 60_000 + LARGE_MS, calls)]).toEqual(['A001', 'A002'])
  })

  it('and moves as it becomes large', () => {
    const seen = look(look(null, [], 0), two, 0, ['A001'])
    const next = look(seen, two, 9_000, ['A002'])
    expect(isFresh(next, call('A002'), 9_000)).toBe(true)
    expect(isFresh(next, call('A002'), 9_000 + PULSE_MS)).toBe(false)
  })
})

describe('arrange', () => {
  const none = { missed: [], recent: [] }
  const ROOMY: Grid = { kind: 'roomy', columns: 1, lines: 5, marked: 5, row: 10, size: 10.5 }
  const CROWD: Grid = { kind: 'crowd', columns: 2, lines: 6, marked: 5, row: 10, size: 10.5 }
  const grids = [ROOMY, CROWD] as const

  it('shows an empty board', () => {
    expect(arrange([], none, grids)).toEqual({ grid: ROOMY, pages: [[]] })
  })

  it('puts called numbers first, then missed ones, then ended ones as far as there is room', () => {
    const recent = [call('B001', { status: 'missed' }), ...many(9, { status: 'done' })]
    const missed = [call('B001', { status: 'missed' })]
    const { pages } = arrange([call('A002')], { missed, recent }, grids)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toHaveLength(5)
    expect(numbers(pages[0] ?? []).slice(0, 3)).toEqual(['A002', 'B001', 'A100done'])
  })

  it('keeps everybody who is called on every page while the others take turns', () => {
    const missed = many(3, { status: 'missed' })
    const { pages } = arrange([...many(2), ...many(7, { status: 'serving' })], { missed, recent: [] }, grids)
    expect(pages).toHaveLength(4)
    for (const page of pages) expect(numbers(page).slice(0, 2)).toEqual(['A100', 'A101'])
    expect(new Set(pages.flatMap(numbers)).size).toBe(12)
  })

  it('makes room for a crowd: twelve called at once are on one page', () => {
    const { grid, pages } = arrange(many(12), none, grids)
    expect([grid, pages.length, pages[0]?.length]).toEqual([CROWD, 1, 12])
  })

  it('lets even more take turns, none left out, with a line for saying so', () => {
    const { grid, pages } = arrange(many(30), none, grids)
    expect([grid, pages.map(({ length }) => length)]).toEqual([CROWD, [10, 10, 10]])
    expect(new Set(pages.flat()).size).toBe(30)
  })

  it('holds a list that is all there is on one page as long as a grid does', () => {
    const { grid, pages } = arrange(
      many(4),
      { missed: many(5, { status: 'missed' }), recent: [] },
      grids,
      null,
      true,
    )
    expect([grid, pages.length]).toEqual([CROWD, 1])
  })
})

it('pages are never none and never larger than asked for', () => {
  expect(inPages([], 2)).toEqual([[]])
  expect(inPages([1, 2, 3], 2)).toEqual([[1, 2], [3]])
})

it('the texts have the same parameters in both languages', () => {
  expect(textFaults(id, en)).toEqual([])
})
