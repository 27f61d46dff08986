// What happened at a day's counters: how long each was open, paused, serving, idle; and for how much of each agency's
// hours one of its counters was open, and how late the first one opened.
import type { CounterSpan, DayHours } from './facts/fact.ts'
import { staffedOf } from './figures.ts'

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
