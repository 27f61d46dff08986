// What the things in a report were called: figures follow the id, and the name is the last one in the period.
import type { Plan, Requirement } from '../hall/plan.ts'
import type { Source } from './days.ts'
import type { Name } from './question.ts'

export type Named = 'service' | 'agency' | 'counter' | 'zone'

const lists = { service: 'services', agency: 'agencies', counter: 'counters', zone: 'zones' } as const

/** How many revisions within the days are read to find a name that no day began with. */
const MOST_REVISIONS = 100

/** Names as they were up to a day. */
export class Names {
  private readonly journal: Source['journal']
  private readonly to: string

  constructor(journal: Source['journal'], to: string) {
    this.journal = journal
    this.to = to
  }

  /** The names of these ids; one that no plan ever had is missing. */
  of(kind: Named, ids: Iterable<string>): Map<string, Name> {
    const found = new Map<string, Name>()
    this.search(new Set(ids), (plan, id) => {
      const thing = plan[lists[kind]].find((one) => one.id === id)
      if (thing) found.set(id, nameOf(thing.name))
      return thing !== undefined
    })
    return found
  }

  /** What these requirements said, by service and requirement. */
  requirements(wanted: Iterable<readonly [service: string, requirement: string]>): Map<string, Requirement> {
    const pairs = new Map([...wanted].map((pair) => [requirementKey(...pair), pair]))
    const found = new Map<string, Requirement>()
    this.search(new Set(pairs.keys()), (plan, key) => {
      const [service, id] = pairs.get(key) ?? []
      const own = plan.services.find((one) => one.id === service)?.requirements.find((one) => one.id === id)
      if (own) found.set(key, own)
      return own !== undefined
    })
    return found
  }

  /** Goes back from plan to plan until everything is found. */
  private search(wanted: Set<string>, isIn: (plan: Plan, id: string) => boolean): void {
    let last: Plan | null = null
    for (const plan of this.plans()) {
      if (wanted.size === 0) return
      if (plan === last) continue
      last = plan
      for (const id of wanted) if (isIn(plan, id)) wanted.delete(id)
    }
  }

  /** The plans up to the end of the period, the last one first: those that days began with, then those within days. */
  private *plans(): Generator<Plan> {
    const { journal, to } = this
    const openings = journal.days()
    const next = openings.find(({ day }) => day > to)?.seq ?? Number.MAX_SAFE_INTEGER
    const [revision] = journal.revisions(next, 1)
    const last = openings.findLast(({ seq }) => seq < next)
    if (revision?.plan && revision.seq > (last?.seq ?? 0)) yield revision.plan
    for (let nth = openings.length - 1; nth >= 0; nth -= 1) {
      const { seq } = openings[nth] ?? { seq: next }
      if (seq >= next) continue
      for (const { event } of journal.events(seq, seq + 1)) if (event.type === 'day-opened') yield event.plan
    }
    for (const { plan } of journal.revisions(next, MOST_REVISIONS)) if (plan) yield plan
  }
}

export const requirementKey = (service: string, requirement: string) => JSON.stringify([service, requirement])

export const nameOf = ({ id, en }: Name): Name => ({ id, en })
