// Rule X14: the holidays that are offered, and where they are from.
import { expect, it } from 'vitest'
import { holidayListOf } from '../../server/halls/holidays/holidays.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import { smallPlan } from './small-plan.ts'

const daysOf = (year: number, words: string) =>
  holidayListOf(year)
    .holidays.filter(({ name }) => name.id.includes(words))
    .map(({ day }) => day)

it('[X14] holidays are offered, and a person ticks each: 2026 by its decree, with joint leave marked', () => {
  const { decree, holidays } = holidayListOf(2026)
  expect(decree).toMatch(/1497 Tahun 2025/)
  const of = (kind: string) => holidays.filter((one) => one.kind === kind)
  expect([of('national').length, of('joint-leave').length, of('regional').length]).toEqual([17, 8, 2])
  expect(of('joint-leave').map(({ day }) => day)).toEqual([
    '2026-02-16',
    '2026-03-18',
    '2026-03-20',
    '2026-03-23',
    '2026-03-24',
    '2026-05-15',
    '2026-05-28',
    '2026-12-24',
  ])
  expect(of('joint-leave').every(({ name }) => name.id.startsWith('Cuti bersama'))).toBe(true)
  expect(holidays.filter(({ basis }) => basis === 'decree').every(({ source }) => source === decree)).toBe(
    true,
  )
  // What another list had wrong.
  expect(daysOf(2026, 'Idulfitri 1447')).toEqual(['2026-03-21', '2026-03-22'])
  expect(daysOf(2026, 'Isra Mikraj')).toEqual(['2026-01-16'])
  expect(daysOf(2026, 'Maulid')).toEqual(['2026-08-25'])
  expect(daysOf(2026, 'Nyepi (')).toEqual(['2026-03-19'])
})

it('[X14] holidays are offered, and a person ticks each: Galungan and Kuningan are computed', () => {
  const both = (year: number) => [daysOf(year, 'Galungan'), daysOf(year, 'Kuningan')]
  expect(both(2026)).toEqual([['2026-06-17'], ['2026-06-27']])
  expect(both(2027)).toEqual([
    ['2027-01-13', '2027-08-11'],
    ['2027-01-23', '2027-08-21'],
  ])
  // Of years before, as they were.
  expect(both(2025)).toEqual([
    ['2025-04-23', '2025-11-19'],
    ['2025-05-03', '2025-11-29'],
  ])
  expect(daysOf(2024, 'Galungan')).toEqual(['2024-02-28', '2024-09-25'])
  expect(holidayListOf(2027).holidays.every(({ basis }) => basis === 'computed')).toBe(true)
})

it('[X14] holidays are offered, and a person ticks each: a year without a list says so, and offers what is fixed', () => {
  const { decree, holidays } = holidayListOf(2027)
  expect(decree).toBeNull()
  expect(holidays.filter(({ kind }) => kind === 'national').map(({ day }) => day)).toEqual([
    '2027-01-01',
    '2027-03-26',
    '2027-03-28',
    '2027-05-01',
    '2027-05-06',
    '2027-06-01',
    '2027-08-17',
    '2027-12-25',
  ])
  expect(holidays.some(({ name }) => /Nyepi|Idul|Imlek|Waisak|Maulid|Mikraj/.test(name.id))).toBe(false)
  expect(daysOf(2026, 'Paskah')).toEqual(['2026-04-05'])
  expect([2028, 2029, 2030].map((year) => daysOf(year, 'Paskah')[0])).toEqual([
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
  ])
})

it('[X14] holidays are offered, and a person ticks each: what is ticked is a plan without faults, in the order of days', () => {
  for (const year of [2026, 2027, 2028]) {
    const { holidays } = holidayListOf(year)
    const ticked = holidays.map(({ day, name, kind, source }) => ({ day, name, kind, source }))
    expect(planFaults({ ...smallPlan, holidays: ticked })).toEqual([])
    expect(ticked.map(({ day }) => day)).toEqual(ticked.map(({ day }) => day).toSorted())
  }
})
