// The coming days as they will be: when the hall is open on each, why that differs from other weeks, and which
// agencies keep other hours.
import type { Text } from './equipment.ts'
import { dayAfter, hallDay, type HoursGround, spansOn } from './hours.ts'
import type { Span } from './times.ts'

export interface CalendarDay {
  readonly day: string
  readonly spans: Span[]
  /** What makes it other than the week; null: nothing does. */
  readonly because: { readonly kind: 'day' | 'holiday' | 'period'; readonly name: Text } | null
  /** Agencies that are open at other times than the hall; no spans: closed. */
  readonly agencies: { readonly agency: string; readonly spans: Span[] }[]
}

/** Every day from `from` to `to`, both included. */
export function calendarOf(ground: HoursGround, from: string, to: string): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(dayOf(ground, day))
  return days
}

function dayOf(ground: HoursGround, day: string): CalendarDay {
  const { spans, single, holiday, period } = hallDay(ground.plan, day)
  const because = single
    ? ({ kind: 'day', name: single.name } as const)
    : holiday
      ? ({ kind: 'holiday', name: holiday.name } as const)
      : period && ({ kind: 'period', name: period.name } as const)
  const agencies = [...ground.agencies.keys()].flatMap((agency) => {
    const own = spansOn(ground, { of: 'agency', id: agency }, day)
    return isSame(own, spans) ? [] : [{ agency, spans: [...own] }]
  })
  return { day, spans: [...spans], because, agencies }
}

function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to }, nth) => from === other[nth]?.from && to === other[nth].to)
  )
}
