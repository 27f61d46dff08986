// Rules B, and what a pause says to the board.
import { describe, expect, it } from 'vitest'
import { boardHours, missedOnBoard } from '../../server/hall/board.ts'
import { layOut } from '../../server/hall/layout.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import * as act from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

const ids = (story: Story, minutes: number) =>
  missedOnBoard(story.hall, story.hall.at + minutes * 60_000).map(({ visit }) => visit.id)

describe('visitors who missed a call', () => {
  const plan: Plan = { ...rulesPlan, board: { missedMinutes: 10 } }
  const story = () =>
    given(plan, act.take('a', ['kk']), act.open('loket-1'), act.call('loket-1', 'a'), act.miss('loket-1'))

  it('[B1] visitors who missed a call stay on the board for as long as the plan says', () => {
    expect([ids(story(), 9), ids(story(), 10)]).toEqual([['a'], []])
    expect(missedOnBoard(story().hall, story().hall.at)[0]?.step).toMatchObject({
      status: 'missed',
      counter: 'loket-1',
    })
  })

  it('[B1] visitors who missed a call stay on the board for as long as the plan says: until released or cancelled', () => {
    const released = story()
    released.does(act.release('loket-1', 'a'))
    const cancelled = story()
    cancelled.does(act.cancel('a'))
    expect([ids(released, 0), ids(cancelled, 0)]).toEqual([[], []])
  })
})

describe('the hours', () => {
  const plan: Plan = {
    ...rulesPlan,
    hours: {
      1: [{ from: 480, to: 900 }],
      2: [
        { from: 480, to: 720 },
        { from: 780, to: 900 },
      ],
      3: [{ from: 480, to: 900 }],
      4: [],
      5: [],
      6: [],
      7: [],
    },
    holidays: [{ day: '2026-11-25', name: { id: 'Libur', en: 'Holiday' } }],
  }
  const tuesday = (minute: number) => boardHours(layOut(plan), '2026-11-24', minute)
  const monday = { day: '2026-11-30', minute: 480 }

  it('[B2] the board says when the hall is about to close', () => {
    expect(tuesday(869)).toEqual({ open: true, closes: 900, opens: monday, closing: false })
    expect(tuesday(870)).toMatchObject({ closing: true })
    expect(tuesday(900)).toEqual({ open: false, closes: null, opens: monday, closing: false })
  })

  it('[B2] the board says when the hall is about to close: before a break, when it goes on', () => {
    expect(tuesday(700)).toMatchObject({ closing: true, closes: 720, opens: { minute: 780 } })
    expect(tuesday(740)).toMatchObject({ open: false, opens: { day: '2026-11-24', minute: 780 } })
  })

  it('[B2] the board says when the hall is about to close: as many minutes before as the plan says', () => {
    const layout = layOut({ ...plan, board: { closingMinutes: 5 } })
    expect([894, 895].map((minute) => boardHours(layout, '2026-11-24', minute).closing)).toEqual([
      false,
      true,
    ])
  })

  it('[B2] the board says when the hall is about to close: a hall without hours never opens', () => {
    const never = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
    expect(boardHours(layOut({ ...plan, hours: never }), '2026-11-24', 600).opens).toBeNull()
  })
})

describe('a pause', () => {
  const plan: Plan = {
    ...rulesPlan,
    reasons: {
      ...rulesPlan.reasons,
      pause: [{ id: 'makan', name: { id: 'Makan', en: 'Lunch' }, minutes: 45 }],
    },
  }
  const until = (pause: { reason: { code: string } | null; minutes: number | null }) => {
    const story = given(plan, act.open('loket-1'))
    story.does({ ...act.pause('loket-1'), ...pause })
    const { pausedUntil } = story.hall.counters.get('loket-1') ?? {}
    return pausedUntil ? (pausedUntil - story.hall.at) / 60_000 : pausedUntil
  }

  it('[P10] a pause says until when, where that is known', () => {
    const reason = { code: 'makan' }
    expect(until({ reason: null, minutes: 20 })).toBe(20)
    expect(until({ reason, minutes: null })).toBe(45)
    expect(until({ reason, minutes: 10 })).toBe(10)
    expect(until({ reason: null, minutes: null })).toBeNull()
  })

  it('[P10] a pause says until when, where that is known: and no longer than it lasts', () => {
    const story = given(plan, act.open('loket-1'))
    story.does({ ...act.pause('loket-1'), minutes: 20 })
    story.does(act.open('loket-1'))
    expect(story.hall.counters.get('loket-1')?.pausedUntil).toBeNull()
  })
})

it('an arrow from the board of an unknown zone is a fault of the plan', () => {
  const [first, ...others] = rulesPlan.zones
  const plan = { ...rulesPlan, zones: [{ ...first, arrows: { all: 'left', dapur: 'right' } }, ...others] }
  expect(planFaults(plan)).toEqual([
    { at: 'zones[0].arrows.dapur', code: 'unknown-id', detail: { kind: 'zone', id: 'dapur' } },
  ])
  const wrong = { ...rulesPlan, zones: [{ ...first, arrows: { all: 'sideways' } }, ...others] }
  expect(planFaults(wrong).map(({ at }) => at)).toEqual(['zones[0].arrows.all'])
})
