// The report of counters and of the hours of agencies: what the days' floors say, added up.
import type { CounterSpan, DayHours } from './facts/fact.ts'
import { staffedOf } from './figures.ts'
import type { AgencyRow, CounterRow, Filters } from './question.ts'
import { inOrder, isOnWeekday } from './steps.ts'

type Sum<T> = { -readonly [Part in keyof T]: T[Part] }

/** Adds up the floors of days. */
export class CountersCount {
  private readonly filters: Filters
  private readonly counters = new Map<string, Sum<Omit<CounterRow, 'name' | 'occupancy'>>>()
  private readonly agencies = new Map<string, Sum<Omit<AgencyRow, 'name' | 'share'>>>()

  constructor(filters: Filters) {
    this.filters = filters
  }

  add({ day, floor }: { readonly day: string; readonly floor: Floor }): void {
    if (!isOnWeekday(this.filters, day)) return
    const { agency: agencies, counter: counters, zone: zones } = this.filters
    const passes = (wanted: readonly string[] | undefined, id: string) => !wanted || wanted.includes(id)
    for (const { counter, agency, zone, open, paused, serving, idle } of floor.counters) {
      if (!passes(agencies, agency) || !passes(counters, counter) || !passes(zones, zone)) continue
      const sum = this.counters.get(counter) ?? {
        counter,
        agency,
        zone,
        open: 0,
        paused: 0,
        serving: 0,
        idle: 0,
      }
      this.counters.set(counter, sum)
      // Where it last stood, and whose it was.
      sum.agency = agency
      sum.zone = zone
      sum.open += open
      sum.paused += paused
      sum.serving += serving
      sum.idle += idle
    }
    for (const { agency, hours, staffed, late } of floor.agencies) {
      if (!passes(agencies, agency)) continue
      const sum = this.agencies.get(agency) ?? {
        agency,
        hours: 0,
        staffed: 0,
        days: 0,
        unopened: 0,
        lateDays: 0,
        late: 0,
      }
      this.agencies.set(agency, sum)
      sum.hours += hours
      sum.staffed += staffed
      sum.days += 1
      if (late === null) sum.unopened += 1
      else if (late > 0) {
        sum.lateDays += 1
        sum.late += late
      }
    }
  }

  result(): { counters: Omit<CounterRow, 'name'>[]; agencies: Omit<AgencyRow, 'name'>[] } {
    const seconds = (ms: number) => ms / 1000
    const counters = [...this.counters.values()].map(({ open, paused, serving, idle, ...of }) => ({
      ...of,
      open: seconds(open),
      paused: seconds(paused),
      serving: seconds(serving),
      idle: seconds(idle),
      occupancy: open > 0 ? Math.min(1, serving / open) : null,
    }))
    const agencies = [...this.agencies.values()].map(({ hours, staffed, late, ...of }) => ({
      ...of,
      hours: seconds(hours),
      staffed: seconds(staffed),
      share: hours > 0 ? staffed / hours : null,
      late: seconds(late),
    }))
    return {
      counters: counters.sort((a, b) => inOrder(a.counter, b.counter)),
      agencies: agencies.sort((a, b) => inOrder(a.agency, b.agency)),
    }
  }
}

// What happened at a day's counters: how long each was open, paused, serving, idle; and for how much of each agency's
// hours one of its counters was open, and how late the first one opened.

/** All in milliseconds. */
export interface CounterDay {
  readonly counter: string
  readonly agency: string
  readonly zone: string
  readonly open: number
  readonly paused: number
  readonly serving: number
  readonly idle: number
}

/** All in milliseconds. */
export interface AgencyDay {
  readonly agency: string
  /** The day’s hours, as far as they have passed. */
  readonly hours: number
  /** How much of these a counter was open. */
  readonly staffed: number
  /** From the beginning of the hours to the first open counter; null: none opened in the hours. */
  readonly late: number | null
}

export interface Floor {
  readonly counters: readonly CounterDay[]
  readonly agencies: readonly AgencyDay[]
}

/**
 * Adds up the spans of a day’s counters. `hours`: the day’s own, null if nobody opened the hall; `now` (milliseconds
 * since 1970): how far they have passed.
 */
export function floorOf(spans: readonly CounterSpan[], hours: DayHours | null, now: number): Floor {
  const counters = new Map<string, { -readonly [Part in keyof CounterDay]: CounterDay[Part] }>()
  const openings = new Map<string, CounterSpan[]>()
  for (const span of spans) {
    const { counter, agency, zone, state, from, to, servingSeconds, idleSeconds } = span
    const key = JSON.stringify([counter, agency, zone])
    const sum = counters.get(key) ?? { counter, agency, zone, open: 0, paused: 0, serving: 0, idle: 0 }
    counters.set(key, sum)
    sum[state] += to - from
    if (state === 'open') sum.serving += Math.round(servingSeconds * 1000)
    sum.idle += Math.round(idleSeconds * 1000)
    if (state === 'open') openings.set(agency, [...(openings.get(agency) ?? []), span])
  }
  const agencies = Object.entries(hours?.agencies ?? {}).flatMap(([agency, pieces]): AgencyDay[] => {
    const over = pieces.flatMap(({ from, to }) => (from < now ? [{ from, to: Math.min(to, now) }] : []))
    if (over.length === 0) return []
    const { hoursSeconds, staffedSeconds, lateSeconds } = staffedOf(over, openings.get(agency) ?? [])
    const ms = (seconds: number) => Math.round(seconds * 1000)
    return [
      {
        agency,
        hours: ms(hoursSeconds),
        staffed: ms(staffedSeconds),
        late: staffedSeconds === 0 ? null : ms(lateSeconds ?? 0),
      },
    ]
  })
  return { counters: [...counters.values()], agencies }
}
