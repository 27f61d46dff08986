// When the public is told to come: the hour in which the fewest come, but never the last one of a day, in which it closes.
import { expect, it } from 'vitest'
import type { DayWords, StepColumns } from '../../server/reports/columns.ts'
import { BusyCount } from '../../server/reports/missing.ts'

/** A Monday on which so many numbers were given in each hour. */
function monday(counts: Readonly<Record<number, number>>) {
  const hours = Object.entries(counts).flatMap(([hour, count]) => Array<number>(count).fill(Number(hour)))
  const steps = { service: Uint16Array.from(hours, () => 1), hour: Uint8Array.from(hours) }
  return {
    day: '2026-11-23',
    size: hours.length,
    steps: steps as unknown as StepColumns,
    words: { service: ['kk'] } as unknown as DayWords['words'],
    missing: [],
  }
}

it('advises no hour in which the hall closes', () => {
  const busy = new BusyCount()
  busy.add(monday({ 8: 40, 9: 50, 10: 20, 15: 6 }))
  const [service] = busy.result(new Map([['kk', { id: 'KK', en: 'KK' }]]))
  expect(service?.quiet).toEqual({ weekday: 1, hour: 10 })
})

it('advises nothing where only the last hour of a day is known', () => {
  const busy = new BusyCount()
  busy.add(monday({ 15: 30 }))
  expect(busy.result(new Map([['kk', { id: 'KK', en: 'KK' }]]))[0]?.quiet).toBeNull()
})
