// What the monitor adds up: who waits for each service, what each counter did by quarters of an hour, and what is
// usual. Computed once for a view; the lines of the monitor are sums of it.
import type { Hall } from '../hall/hall.ts'
import { waitingFor } from '../hall/next.ts'
import { levelSecondsOf, takesVisitors } from '../hall/plan.ts'
import { restsOf } from '../hall/rests.ts'
import type { Done } from '../hall/visit.ts'
import { QUARTERS, quarterOf } from '../hall/visit/quota.ts'
import { type Wait, waitsFor } from '../hall/visit/standing.ts'
import type { Context, Usual } from './context.ts'

/** A service, and those who wait for it. */
export interface ServiceLoad {
  readonly id: string
  readonly agency: string
  readonly waiting: number
  /**
   * Of those who certainly hold their number: how long each has waited (milliseconds), who has longest, and how many
   * too long.
   */
  readonly waits: readonly number[]
  readonly longest: Wait | null
  readonly past: number
  readonly near: number
  readonly late: number
  /** Blocked or on hold, so they will wait again. */
  readonly later: number
  readonly minutes: number
  readonly takes: boolean
  readonly isServed: boolean
  /** Whether it is open and not in a break. */
  readonly isOn: boolean
}

/** What a counter did today. */
export interface CounterLoad {
  /** Steps that ended here, by quarters of an hour. */
  readonly quarters: number[]
  /**
   * How many, and how long each occupied the counter from its call on (milliseconds): over the last hour, and over the
   * day.
   */
  readonly recent: Kept
  readonly today: Kept
}

interface Kept {
  count: number
  ms: number
}

export interface Load {
  readonly services: ReadonlyMap<string, ServiceLoad>
  readonly counters: ReadonlyMap<string, CounterLoad>
  /** Tickets by service and quarter of an hour. */
  readonly taken: ReadonlyMap<string, readonly number[]>
  /** Today's calls that were not heard, by counter. */
  readonly unheard: ReadonlyMap<string, number>
  readonly usual: Usual | null
}

/** How many weekdays with figures it takes to call something usual. */
export const ENOUGH_DAYS = 3
const MINUTE = 60_000
const RECENT = 60 * MINUTE
/** A wait is near the limit from this many minutes before it. */
const NEAR = 10

/** All of it at this moment. */
export function loadOf(context: Context): Load {
  const { hall } = context
  const now = context.now()
  const usual = context.usual()
  return {
    services: new Map(hall.layout.plan.services.map(({ id }) => [id, serviceLoad(hall, id, now)])),
    ...visitsToday(hall, now),
    unheard: unheardToday(hall),
    usual: usual && usual.days >= ENOUGH_DAYS ? usual : null,
  }
}

function serviceLoad(hall: Hall, id: string, now: number): ServiceLoad {
  const { layout, queues, counters } = hall
  const service = layout.services.get(id)
  const rests = restsOf(hall, { of: 'service', id })
  return {
    id,
    agency: service?.agency ?? '',
    waiting: waitingFor(hall, id),
    ...waitsOf(hall, id, now),
    later: (queues.get(id)?.blocked.places.length ?? 0) + (queues.get(id)?.held.places.length ?? 0),
    minutes: service?.minutes ?? 0,
    takes: service !== undefined && takesVisitors(service.phase),
    isServed: (layout.countersOf.get(id) ?? []).some((desk) => counters.get(desk.id)?.state === 'open'),
    isOn: !rests.some(({ from, to }) => from <= now && now < to),
  }
}

/** Figures of those who wait for a service: they are looked at one by one, and only here. */
function waitsOf(hall: Hall, id: string, now: number) {
  const { plan, services } = hall.layout
  const limit = plan.waitLimitMinutes * MINUTE
  const level = levelSecondsOf(plan, services.get(id)) * 1000
  const waits: number[] = []
  let longest: Wait | null = null
  let [past, near, late] = [0, 0, 0]
  for (const wait of waitsFor(hall, id, now)) {
    const ms = now - wait.since
    waits.push(ms)
    if (longest === null || wait.since < longest.since) longest = wait
    if (ms > level) late += 1
    if (ms - wait.restedMs >= limit) past += 1
    else if (ms - wait.restedMs >= limit - NEAR * MINUTE) near += 1
  }
  return { waits, longest, past, near, late }
}

/**
 * Today's tickets, and the steps that ended at a counter. A visitor carried over midnight counts for the day before;
 * one who was referred, comes back or returns has no new number.
 */
function visitsToday(hall: Hall, now: number): Pick<Load, 'taken' | 'counters'> {
  const taken = new Map<string, number[]>()
  const counters = new Map<string, CounterLoad>()
  for (const { day, takenAt, steps } of hall.visits.values()) {
    if (day !== hall.day) continue
    const quarter = quarterOf(hall, takenAt)
    for (const step of steps) {
      const { service, referred, comeBack, returns } = step
      if (!referred && !comeBack && !returns) {
        const own = taken.get(service) ?? newQuarters()
        own[quarter] = (own[quarter] ?? 0) + 1
        taken.set(service, own)
      }
      if (step.status === 'done') addDone(hall, counters, step, now)
    }
  }
  return { taken, counters }
}

function addDone(
  hall: Hall,
  counters: Map<string, CounterLoad>,
  { call, endedAt }: Pick<Done, 'call' | 'endedAt'>,
  now: number,
): void {
  const own = counters.get(call.counter) ?? newCounterLoad()
  const quarter = quarterOf(hall, endedAt)
  own.quarters[quarter] = (own.quarters[quarter] ?? 0) + 1
  add(own.today, endedAt - call.at)
  if (now - endedAt < RECENT) add(own.recent, endedAt - call.at)
  counters.set(call.counter, own)
}

const newQuarters = () => Array<number>(QUARTERS).fill(0)

const newCounterLoad = (): CounterLoad => ({
  quarters: newQuarters(),
  recent: { count: 0, ms: 0 },
  today: { count: 0, ms: 0 },
})

function add(kept: Kept, ms: number): void {
  kept.count += 1
  kept.ms += ms
}

function unheardToday({ announcements }: Hall): Map<string, number> {
  const found = new Map<string, number>()
  for (const { status, call } of announcements.values()) {
    if (status === 'unheard' && call) found.set(call.counter, (found.get(call.counter) ?? 0) + 1)
  }
  return found
}

/** Adds lists of quarters, number by number. */
export function sumOf(lists: readonly (readonly number[])[]): number[] {
  const sum = newQuarters()
  for (const list of lists) {
    for (let at = 0; at < QUARTERS; at += 1) sum[at] = (sum[at] ?? 0) + (list[at] ?? 0)
  }
  return sum
}
