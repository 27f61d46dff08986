// What visitors lacked: per service the requirements for which they were sent home, most frequent first.
import { filterOf, type StepsDay } from './steps.ts'
import type { Filters } from './question.ts'
import { requirementKey } from './names.ts'

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
