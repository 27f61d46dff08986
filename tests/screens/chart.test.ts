// What charts are drawn from: axes on which every value fits, and values as people write them, in both languages.
import { afterEach, expect, it } from 'vitest'
import { everyNth } from '../../counter-ui/reports/chart/frame.tsx'
import { en, id } from '../../counter-ui/reports/chart/texts.ts'
import {
  formatMinutes,
  formatShare,
  formatShort,
  formatValue,
  valueAxis,
} from '../../counter-ui/reports/chart/unit.ts'
import { language } from '../../screens/i18n.ts'
import { textFaults } from './texts.ts'

afterEach(() => {
  language.value = 'id'
})

it('an axis holds all values and ends at a round one, from nothing to five million', () => {
  const ends = (values: (number | null)[]) => valueAxis(values, 'count')
  expect(ends([])).toEqual({ most: 1, ticks: [0, 1] })
  expect(ends([0, null, Number.NaN])).toEqual({ most: 1, ticks: [0, 1] })
  expect(ends([1])).toEqual({ most: 1, ticks: [0, 1] })
  expect(ends([3])).toEqual({ most: 3, ticks: [0, 1, 2, 3] })
  expect(ends([97, 12]).most).toBe(100)
  expect(ends([5_000_000]).most).toBe(5_000_000)
  for (let value = 1; value < 3_000; value += 7) {
    const { most, ticks } = ends([value])
    expect(most).toBeGreaterThanOrEqual(value)
    expect(ticks.every((tick) => Number.isInteger(tick) && tick <= most)).toBe(true)
    expect(ticks.length).toBeLessThanOrEqual(8)
  }
})

it('durations have lines at whole minutes where there is room, shares always end at all', () => {
  expect(valueAxis([27 * 60], 'duration')).toEqual({ most: 1800, ticks: [0, 600, 1200, 1800] })
  expect(valueAxis([0.2], 'share').most).toBe(1)
})

it('values are written as people write them, and a missing one is a dash', () => {
  expect(formatValue(null, 'count')).toBe('–')
  expect(formatValue(1234567, 'count')).toBe('1.234.567')
  expect(formatValue(754, 'duration')).toBe('13 menit')
  expect(formatMinutes(200)).toBe('3,3')
  expect(formatMinutes(597)).toBe('10')
  expect(formatShare(0.834)).toBe('83%')
  expect([formatShare(0), formatShare(0.0004), formatShare(0.999), formatShare(1)]).toEqual([
    '0%',
    '<0,1%',
    '99,9%',
    '100%',
  ])
  const short = [9_999, 742_500, 5_000_000].map((value) => formatShort(value, 'count').replace(/\s/, ' '))
  expect(short).toEqual(['9.999', '743 rb', '5 jt'])
  language.value = 'en'
  expect(formatValue(1234567, 'count')).toBe('1,234,567')
  expect(formatShort(5_000_000, 'count')).toBe('5M')
  expect(formatValue(200, 'duration')).toBe('3.3 minutes')
})

it('names along an axis never touch', () => {
  const days = Array.from({ length: 31 }, (_, index) => ({ short: `${index + 1} Nov`, long: '' }))
  for (const width of [260, 320, 640]) {
    const shown = Math.ceil(days.length / everyNth(days, width))
    expect(shown * (6 * 7 + 10)).toBeLessThanOrEqual(width + 62)
    expect(shown).toBeGreaterThan(1)
  }
  expect(everyNth([], 300)).toBe(1)
})

it('the texts of charts are whole in both languages', () => {
  expect(textFaults(id, en)).toEqual([])
})
