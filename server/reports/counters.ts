// The report of counters and of the hours of agencies: what the days' floors say, added up.
import type { AgencyRow, CounterRow, Filters } from './question.ts'
import type { Floor } from './floor.ts'
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
