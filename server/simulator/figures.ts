// The figures of one side of a simulation, from the facts of its days (docs/figures.md defines each). Seconds.
import { hoursEnd } from '../hall/hours.ts'
import { layOut } from '../hall/layout.ts'
import type { Plan } from '../hall/plan.ts'
import { type Fact, resultOf } from '../reports/facts/fact.ts'
import { foldFacts } from '../reports/facts/fold.ts'
import { spreadOf } from '../reports/figures.ts'
import type { Recorded } from '../hall/event.ts'

/** Null: fewer than five values. */
export type Waiting = {
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly max: number
} | null

export interface Classes {
  readonly all: Waiting
  readonly regular: Waiting
  readonly priority: Waiting
}

export interface SideFigures {
  readonly visits: number
  /** Steps: taken, called, ended at a counter in any way, and how many of these before the hall closed. */
  readonly taken: number
  readonly called: number
  readonly served: number
  readonly servedBeforeClosing: number
  /** Steps that nobody had called when the day ended. */
  readonly unserved: number
  readonly noShow: number
  /** Visits that got no number because the change has other hours or quotas. */
  readonly turnedAway: number
  /** Seconds from the hall's closing to the last end at a counter, for all days together. */
  readonly overtime: number
  /** Seconds that counters were open, all together. */
  readonly open: number
  /** Steps that waited longer than the plan's limit. */
  readonly overLimit: number
  readonly waiting: Classes & { readonly services: readonly (Classes & { readonly service: string })[] }
  /** By the hour of the ticket, by the hall's clock. */
  readonly hours: readonly {
    readonly hour: number
    readonly taken: number
    readonly overLimit: number
    readonly waiting: Waiting
  }[]
}

const HOUR = 3_600_000

interface Lists {
  readonly all: number[]
  readonly regular: number[]
  readonly priority: number[]
}

const newLists = (): Lists => ({ all: [], regular: [], priority: [] })

/** Gathers the figures of one side, day by day. */
export class Side {
  private readonly sums = {
    visits: 0,
    taken: 0,
    called: 0,
    served: 0,
    servedBeforeClosing: 0,
    unserved: 0,
    noShow: 0,
    turnedAway: 0,
    overtime: 0,
    open: 0,
    overLimit: 0,
  }
  private readonly hall = newLists()
  private readonly services = new Map<string, Lists>()
  private readonly hours = new Map<number, { taken: number; overLimit: number; waits: number[] }>()

  /** Adds the events of a day; returns each step's waiting, by id. `plan`: the one the day began with. */
  add(records: readonly Recorded[], plan: Plan, turnedAway = 0): ReadonlyMap<string, number> {
    const [first] = records
    const last = records.at(-1)
    if (first?.event.type !== 'day-opened' || !last) throw new Error('a day that does not begin')
    const fold = foldFacts()
    for (const recorded of records) fold.follow(recorded)
    const { day, startsAt, endsAt } = first.event
    // Visitors carried into the day count for the one before.
    const facts = fold.facts(last.at).filter((fact) => fact.day === day)
    const closing = hoursEnd({ layout: layOut(plan), day, startsAt, endsAt })
    const { sums } = this
    sums.turnedAway += turnedAway
    sums.visits += new Set(facts.map(({ visit }) => visit)).size
    for (const { state, from, to } of fold.spans(last.at))
      if (state === 'open') sums.open += (to - from) / 1000
    const waits = new Map<string, number>()
    let lastEnd = 0
    for (const fact of facts) {
      const wait = this.addStep(fact, plan.waitLimitMinutes * 60, startsAt)
      if (wait !== null) waits.set(fact.step, wait)
      if (fact.outcome === null) continue
      sums.served += 1
      if (closing > startsAt && (fact.endedAt ?? 0) <= closing) sums.servedBeforeClosing += 1
      lastEnd = Math.max(lastEnd, fact.endedAt ?? 0)
    }
    if (closing > startsAt) sums.overtime += Math.max(0, Math.min(lastEnd, endsAt) - closing) / 1000
    return waits
  }

  /** Its waiting in seconds; null: it has none. */
  private addStep(fact: Fact, limit: number, startsAt: number): number | null {
    const { sums } = this
    const { waitedSeconds: wait, service, priority, takenAt } = fact
    const hour = Math.floor((takenAt - startsAt) / HOUR)
    const ofHour = this.hours.get(hour) ?? { taken: 0, overLimit: 0, waits: [] }
    this.hours.set(hour, ofHour)
    sums.taken += 1
    ofHour.taken += 1
    if (fact.calledAt !== null) sums.called += 1
    else if (fact.end === 'day') sums.unserved += 1
    if (resultOf(fact) === 'no-show') sums.noShow += 1
    if (wait === null) return null
    const of = this.services.get(service) ?? newLists()
    this.services.set(service, of)
    for (const lists of [this.hall, of]) {
      lists.all.push(wait)
      lists[priority ? 'priority' : 'regular'].push(wait)
    }
    ofHour.waits.push(wait)
    if (wait > limit) {
      sums.overLimit += 1
      ofHour.overLimit += 1
    }
    return wait
  }

  figures(): SideFigures {
    const services = [...this.services].sort(([one], [other]) => (one < other ? -1 : 1))
    const hours = [...this.hours].sort(([one], [other]) => one - other)
    return {
      ...this.sums,
      overtime: Math.round(this.sums.overtime),
      open: Math.round(this.sums.open),
      waiting: {
        ...classes(this.hall),
        services: services.map(([service, lists]) => ({ service, ...classes(lists) })),
      },
      hours: hours.map(([hour, { taken, overLimit, waits }]) => ({
        hour,
        taken,
        overLimit,
        waiting: waitingOf(waits),
      })),
    }
  }
}

function classes({ all, regular, priority }: Lists): Classes {
  return { all: waitingOf(all), regular: waitingOf(regular), priority: waitingOf(priority) }
}

/** In whole seconds. */
function waitingOf(values: readonly number[]): Waiting {
  const spread = spreadOf(values)
  if (spread === null) return null
  const { mean, p50, p90, max } = spread
  return { mean: Math.round(mean), p50: Math.round(p50), p90: Math.round(p90), max: Math.round(max) }
}
