// What the days' plans say over time: the operation of each day, when a service was in which phase, which agencies,
// services and counters came and went.
import { hallDay } from '../hall/hours.ts'
import type { Plan, ServiceStatus } from '../hall/plan.ts'
import { dayIn, minuteIn } from '../time-zone.ts'
import type { Source } from './days.ts'
import { nameOf } from './names.ts'
import type { Name } from './question.ts'

/** Something of the plan: since when the plan has it, and from which day it no longer did; null: it still does. */
interface Stay {
  readonly id: string
  readonly name: Name
  readonly from: string
  readonly gone: string | null
}

export interface ServiceHistory extends Stay {
  readonly agency: string
  /** Each from the first day on which it was so. */
  readonly phases: readonly { readonly from: string; readonly status: ServiceStatus }[]
}

export interface CounterHistory extends Stay {
  readonly agency: string
}

export interface DayHistory {
  readonly day: string
  /** While the hall was open: a change in the evening counts from the next day. */
  readonly operation: Plan['operation']
  /** Whether the plan has hours for it. */
  readonly hasHours: boolean
}

export interface HistoryAnswer {
  readonly from: string
  readonly to: string
  /** Each day that the server opened, in order. */
  readonly days: readonly DayHistory[]
  readonly agencies: readonly Stay[]
  readonly services: readonly ServiceHistory[]
  readonly counters: readonly CounterHistory[]
}

type Grown<T> = { -readonly [Part in keyof T]: T[Part] extends readonly (infer One)[] ? One[] : T[Part] }

/** From the first day ever to the end of the day `to`. */
export function historyOf(source: Pick<Source, 'journal'>, to: string): Omit<HistoryAnswer, 'from' | 'to'> {
  const days = new Map<string, DayHistory>()
  const agencies = new Map<string, Grown<Stay>>()
  const services = new Map<string, Grown<ServiceHistory>>()
  const counters = new Map<string, Grown<CounterHistory>>()
  let last: Plan | null = null
  for (const { day, plan, at, changed } of plansUpTo(source.journal, to)) {
    const { spans } = hallDay(plan, day)
    const end = spans.at(-1)?.to ?? Infinity
    if (!days.has(day) || (dayIn(plan.timeZone, at).day === day && minuteIn(plan.timeZone, at) < end))
      days.set(day, { day, operation: plan.operation, hasHours: spans.length > 0 })
    // The plan is the same day after day.
    if (plan === last) continue
    last = plan
    follow(agencies, day, plan.agencies, (one) => ({ ...stayOf(one, day) }))
    follow(counters, day, plan.counters, (one) => ({ ...stayOf(one, day), agency: one.agency }))
    follow(services, day, plan.services, (one) => ({ ...stayOf(one, day), agency: one.agency, phases: [] }))
    for (const { id, phase, agency } of plan.services) {
      const own = services.get(id)
      if (!own) continue
      own.agency = agency
      if (own.phases.at(-1)?.status === phase.status) continue
      own.phases.push({ from: changed(id, phase.status) ?? day, status: phase.status })
    }
  }
  return {
    days: [...days.values()],
    agencies: [...agencies.values()],
    services: [...services.values()],
    counters: [...counters.values()],
  }
}

type Thing = { readonly id: string; readonly name: Name }

const stayOf = ({ id, name }: Thing, from: string) => ({ id, name: nameOf(name), from, gone: null })

function follow<T extends Thing, Kept extends Grown<Stay>>(
  known: Map<string, Kept>,
  day: string,
  things: readonly T[],
  make: (thing: T) => Kept,
): void {
  const here = new Set<string>()
  for (const thing of things) {
    here.add(thing.id)
    const own = known.get(thing.id)
    if (!own) known.set(thing.id, make(thing))
    else {
      own.name = nameOf(thing.name)
      // It came back.
      own.gone = null
    }
  }
  for (const own of known.values()) if (!here.has(own.id)) own.gone ??= day
}

interface DayPlan {
  readonly day: string
  readonly plan: Plan
  /** Since when it was in force, milliseconds since 1970. */
  readonly at: number
  /** The earlier day on which somebody set the service to this, which the plan says only now; null: nobody did. */
  readonly changed: (service: string, status: ServiceStatus) => string | null
}

/** The plan with which each day began, and those that replaced it within the day. */
function* plansUpTo(journal: Source['journal'], to: string): Generator<DayPlan> {
  const openings = journal.days()
  const end = openings.find(({ day }) => day > to)?.seq ?? Number.MAX_SAFE_INTEGER
  const revised = journal.revisions(end, MOST_REVISIONS).toReversed()
  let next = 0
  for (const [nth, { seq, day }] of openings.entries()) {
    if (seq >= end) return
    const before = openings[nth - 1]
    const changed: DayPlan['changed'] = (service, status) => {
      if (!before) return null
      for (const { event } of journal.madePlan(seq - 1))
        if (event.type === 'phase-changed' && event.service === service && event.status === status)
          return before.day
      return null
    }
    // A day that was opened again goes on with the plan that it began with.
    for (const { event, at } of journal.events(seq, seq + 1))
      if (event.type === 'day-opened') yield { day, plan: event.plan, at, changed }
    const until = openings[nth + 1]?.seq ?? end
    for (; (revised[next]?.seq ?? until) < until; next += 1) {
      const { plan, at = 0, seq: made = 0 } = revised[next] ?? {}
      if (plan && made > seq) yield { day, plan, at, changed: () => null }
    }
  }
}

/** This many are looked through; what an older one changed is seen at the next opening. */
const MOST_REVISIONS = 500
