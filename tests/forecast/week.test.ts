// How right the hall was over a week, and what follows for the ranges that it tells.
import { describe, expect, it } from 'vitest'
import { isOff, type Judged, marksOf, widthFor } from '../../server/forecast/hall/week.ts'
import { randomFrom } from '../../server/training/random.ts'

const base = { service: 'kk', agency: 'dukcapil', median: 20, width: 1, isLonger: false }

/** This many waits on this many days, told 10 to 30 minutes, that take between `from` and `to`, evenly. */
function waits(count: number, days: number, from: number, to: number, more: Partial<Judged> = {}): Judged[] {
  return Array.from({ length: count }, (_, nth) => ({
    ...base,
    day: `2026-11-${10 + (nth % days)}`,
    low: 10,
    high: 30,
    minutes: from + ((to - from) * (nth + 0.5)) / count,
    ...more,
  }))
}
const markOf = (judged: Judged[], of = 'service') => marksOf(judged).find((mark) => mark.of === of)

describe('[K16] ranges widen or narrow by themselves where too few or too many waits fell inside', () => {
  it('as they come where eight of ten are inside', () => {
    const mark = markOf(waits(100, 5, 8.75, 33.75))
    expect(mark).toMatchObject({ told: 100, days: 5, width: 1 })
    expect(mark?.inside).toBeCloseTo(0.8, 1)
  })

  it('wider, and narrower, until eight of ten would have been', () => {
    const few = markOf(waits(100, 5, 0, 80))
    expect([few?.inside, few && isOff(few)]).toEqual([expect.closeTo(0.25, 1), true])
    // Up to 64 of 80 minutes would be right, 44 above the middle where 10 had been told; four times is the most.
    expect(few?.width).toBeCloseTo(4, 1)
    const many = markOf(waits(100, 5, 15, 25))
    expect(many && isOff(many)).toBe(true)
    expect(many?.width).toBeCloseTo(0.4, 1)
  })

  it('with fewer than 50 on 5 days the agency’s errors count, then the hall’s', () => {
    const own = waits(49, 5, 0, 80)
    const others = waits(60, 5, 15, 25, { service: 'ktp' })
    const marks = marksOf([...own, ...others])
    expect(marks.map(({ of, id }) => [of, id])).toEqual([
      ['agency', 'dukcapil'],
      ['hall', ''],
      ['service', 'ktp'],
    ])
    expect(widthFor(marks, 'kk', 'dukcapil')).toBe(marks[0]?.width)
    expect(widthFor(marks, 'sim', 'polres')).toBe(marks[1]?.width)
    expect(marksOf(waits(80, 4, 0, 80))).toEqual([])
    expect(widthFor([], 'kk', 'dukcapil')).toBe(1)
  })

  it('what was told wider and became right stays so', () => {
    const right = waits(100, 5, 8.75, 33.75, { width: 1.7 })
    expect(markOf(right)?.width).toBe(1.7)
    // Were it taken back, half as many would be inside.
    expect(markOf(waits(100, 5, 0, 80, { width: 2 }))?.width).toBeGreaterThan(3.9)
  })
})

it('[K17] a visitor who was never called waited past the end', () => {
  // True waits are spread evenly over 0 to 50 minutes and told as 5 to 45; many go home at any time before.
  const random = randomFrom(7)
  const all = Array.from({ length: 4_000 }, (_, nth): Judged => {
    const [wait, leaves] = [random() * 50, random() * 80]
    return {
      ...base,
      day: `2026-11-${10 + (nth % 5)}`,
      low: 5,
      median: 25,
      high: 45,
      minutes: Math.min(wait, leaves),
      isLonger: leaves < wait,
    }
  })
  expect(markOf(all)?.inside).toBeCloseTo(0.8, 1)
  const called = all.filter(({ isLonger }) => !isLonger)
  // Only the called ones: the long waits are missing among them.
  expect(called.filter(({ minutes }) => minutes > 45).length / called.length).toBeLessThan(0.08)
  expect(markOf(all.map((one) => ({ ...one, isLonger: true })))?.inside).toBe(0)
})
