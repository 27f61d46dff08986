// When counters usually pause. Nobody puts lunch into the plan, and yet everybody who knows the hall reckons with it.
import type { Recorded } from '../../hall/event.ts'
import type { CounterSpan } from '../../reports/facts/fact.ts'

/** A long pause: when it began (minutes after midnight), and how many minutes it lasted. */
export interface Break {
  readonly at: number
  readonly minutes: number
}

/** What a counter that habitually takes a long pause did on earlier days. */
export interface Habit {
  readonly breaks: readonly Break[]
  /** How many days it was open and took none. */
  readonly without: number
}

export interface Breaks {
  /** By counter, without those that have no such habit. */
  readonly usual: ReadonlyMap<string, Habit>
  /** How long pauses last if nobody said when they would end: minutes, the shortest first. */
  readonly pauses: readonly number[]
}

/** Which counters have had their long pause today. Give it every event of the day, in order. */
export class RestedToday {
  readonly counters = new Set<string>()
  private readonly since = new Map<string, number>()

  follow({ event, at }: Pick<Recorded, 'event' | 'at'>): void {
    if (event.type === 'day-opened') {
      this.counters.clear()
      this.since.clear()
    } else if (event.type === 'clock-confirmed') {
      const by = event.from === undefined ? 0 : at - event.from
      for (const [counter, since] of this.since) this.since.set(counter, since + by)
    } else if (event.type === 'counter-paused') this.since.set(event.counter, at)
    else if (event.type === 'counter-opened') {
      const since = this.since.get(event.counter)
      if (since !== undefined && at - since >= SHORTEST * MINUTE) this.counters.add(event.counter)
      this.since.delete(event.counter)
    }
  }
}

/** Used where nothing was seen. */
export const unknownBreaks: Breaks = { usual: new Map(), pauses: [15, 30, 60] }

/** Nobody reckons with shorter pauses. */
const SHORTEST = 12
/**
 * What makes a habit: on at least so many days, and on at least such a share of those on which the counter was open.
 */
const ENOUGH_DAYS = 3
const SHARE = 0.6
const MINUTE = 60_000
const DAY_MINUTES = 24 * 60

/** What the spans of earlier days say, a list for each day. `midnight`: that of any day, milliseconds since 1970. */
export function breaksOf(days: readonly (readonly CounterSpan[])[], midnight: number): Breaks {
  const found = new Map<string, Break[]>()
  const open = new Map<string, number>()
  for (const spans of days) {
    for (const [counter, own] of byCounter(spans)) {
      open.set(counter, (open.get(counter) ?? 0) + 1)
      const longest = own
        .filter(({ state }) => state === 'paused')
        .sort((a, b) => b.to - b.from - (a.to - a.from))[0]
      if (!longest || longest.to - longest.from < SHORTEST * MINUTE) continue
      const at = ((((longest.from - midnight) / MINUTE) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
      const list = found.get(counter) ?? []
      found.set(counter, list)
      list.push({ at, minutes: (longest.to - longest.from) / MINUTE })
    }
  }
  const usual = new Map<string, Habit>()
  for (const [counter, breaks] of found) {
    const days = open.get(counter) ?? 0
    if (breaks.length < ENOUGH_DAYS || breaks.length < SHARE * days) continue
    usual.set(counter, { breaks, without: days - breaks.length })
  }
  const all = [...found.values()].flatMap((breaks) => breaks.map(({ minutes }) => minutes))
  const pauses = all.length < ENOUGH_DAYS ? unknownBreaks.pauses : all.sort((a, b) => a - b)
  return { usual, pauses }
}

function byCounter(spans: readonly CounterSpan[]): Map<string, CounterSpan[]> {
  const own = new Map<string, CounterSpan[]>()
  for (const span of spans) own.set(span.counter, [...(own.get(span.counter) ?? []), span])
  return own
}
