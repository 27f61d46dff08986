// What visitors lacked: per service the requirements for which they were sent home, most frequent first.
import { weekdayOf } from '../hall/hours.ts'
import { ENOUGH } from './figures.ts'
import { requirementKey } from './names.ts'
import type { Filters, BusyService, Name } from './question.ts'
import { filterOf, type StepsDay } from './steps.ts'

export interface Lacking {
  readonly service: string
  readonly requirement: string
  readonly count: number
  /** By month. */
  readonly months: ReadonlyMap<string, number>
}

/** Counts what was missing, day by day. */
export class MissingCount {
  private readonly filters: Filters
  private readonly found = new Map<
    string,
    { service: string; requirement: string; count: number; months: Map<string, number> }
  >()

  constructor(filters: Filters) {
    this.filters = filters
  }

  add(day: Omit<StepsDay, 'steps'> & { readonly steps: StepsDay['steps'] }): void {
    const { missing, words } = day
    if (missing.length === 0) return
    const { steps } = day
    const passes = filterOf(this.filters, day)
    const month = day.day.slice(0, 7)
    for (let at = 0; at + 1 < missing.length; at += 2) {
      const row = Number(missing[at])
      if (passes !== null && passes[row] === 0) continue
      const service = words.service[(steps.service[row] ?? 0) - 1] ?? ''
      const requirement = String(missing[at + 1])
      const key = requirementKey(service, requirement)
      const own = this.found.get(key) ?? { service, requirement, count: 0, months: new Map<string, number>() }
      this.found.set(key, own)
      own.count += 1
      own.months.set(month, (own.months.get(month) ?? 0) + 1)
    }
  }

  /** The most frequent first, equal ones by service and requirement. */
  result(): Lacking[] {
    const key = ({ service, requirement }: Lacking) => `${service} ${requirement}`
    return [...this.found.values()].sort((a, b) => b.count - a.count || (key(a) < key(b) ? -1 : 1))
  }
}

// What the public may see: how many visitors came today, and which hours are usually busy. No cell below five is
// shown, and a hidden cell is never alone in its row, so that no sum gives it away.

/** How many weeks are averaged. */
export const USUAL_WEEKS = 8

/** Counts numbers given, by service, weekday and hour. */
export class BusyCount {
  private readonly services = new Map<string, Map<number, number[]>>()
  private readonly days = new Map<number, number>()

  add(day: StepsDay): void {
    const { size, steps, words } = day
    if (size === 0) return
    const weekday = weekdayOf(day.day)
    this.days.set(weekday, (this.days.get(weekday) ?? 0) + 1)
    for (let row = 0; row < size; row += 1) {
      const service = words.service[(steps.service[row] ?? 0) - 1] ?? ''
      const own = this.services.get(service) ?? new Map<number, number[]>()
      this.services.set(service, own)
      const hours = own.get(weekday) ?? Array.from({ length: 24 }, () => 0)
      own.set(weekday, hours)
      const hour = steps.hour[row] ?? 0
      hours[hour] = (hours[hour] ?? 0) + 1
    }
  }

  /** By service, in the order of `names`; others are left out. */
  result(names: ReadonlyMap<string, Name>): BusyService[] {
    return [...names].flatMap(([id, name]) => {
      const own = this.services.get(id)
      if (!own) return []
      const hours = [...own]
        .sort(([a], [b]) => a - b)
        .flatMap(([weekday, counts]) => {
          const days = this.days.get(weekday) ?? 1
          return shown(counts).flatMap((count, hour) =>
            count === 0
              ? []
              : [{ weekday, hour, usual: count === null ? null : Math.round((count / days) * 10) / 10 }],
          )
        })
      // Somebody who comes in the last hour of a day may find the doors closed.
      const lastOf = new Map(hours.map(({ weekday, hour }) => [weekday, hour]))
      const known = hours.flatMap(({ usual, ...when }) =>
        usual === null || when.hour === lastOf.get(when.weekday) ? [] : [{ ...when, usual }],
      )
      const [quietest] = known.sort((a, b) => a.usual - b.usual || a.weekday - b.weekday || a.hour - b.hour)
      const quiet = quietest ? { weekday: quietest.weekday, hour: quietest.hour } : null
      return [{ id, name, hours, quiet }]
    })
  }
}

/**
 * The counts that may be shown, null for those that may not: any below five, and if there is only one, the next larger
 * too.
 */
export function shown(counts: readonly number[]): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < ENOUGH
  const hidden = new Set(counts.flatMap((count, at) => (isSmall(count) ? [at] : [])))
  if (hidden.size === 1) {
    const [next] = counts
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => count > 0 && !hidden.has(at))
      .sort((a, b) => a.count - b.count)
    if (next) hidden.add(next.at)
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}
