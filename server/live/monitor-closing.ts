// How many will not be served before closing if all goes on like this: by the forecast that visitors are told, or,
// only while there is none, by the work left against what the open counters can do in the time left. Rule MO5 of
// docs/monitor.md.
import type { Tells } from '../forecast/hall/tells.ts'
import type { CounterState, Hall } from '../hall/hall.ts'
import { instantOf, spansOn, type Whose } from '../hall/hours.ts'
import { QUARTERS } from '../hall/visit/quota.ts'
import type { Load, ServiceLoad } from './monitor-load.ts'

export interface Unserved {
  readonly count: number
  /** Milliseconds since 1970. */
  readonly closes: number
  /** How many are still expected today, by what is usual; null: unknown, so nobody is. */
  readonly expected: number | null
  /** It rests on the plan's figures: today's own pace is not known yet. */
  readonly byPlan: boolean
}

export interface Group {
  readonly services: readonly ServiceLoad[]
  readonly counters: readonly CounterState[]
  readonly whose: Whose
}

/** With this many ended steps, today's pace replaces the plan's figure. */
const ENOUGH = 5
const QUARTER = 15 * 60_000

/** How many of a group will not be served; null outside its hours. */
export function unservedAt(
  hall: Hall,
  load: Load,
  group: Group,
  now: number,
  tells: Pick<Tells, 'notCalled' | 'advice'>,
): Unserved | null {
  const spans = spansOn(hall.layout, group.whose, hall.day).map(({ from, to }) => {
    return { from: instantOf(hall, from), to: instantOf(hall, to) }
  })
  const closes = Math.max(...spans.map(({ to }) => to))
  // In a break counters are paused, without saying until when.
  if (hall.closed || !spans.some(({ from, to }) => from <= now && now < to)) return null
  const todo = group.services.map((service) => {
    const expected = load.usual ? usualFrom(hall, load.usual.taken, service, now) : 0
    return { service, expected, count: service.waiting + service.later + expected }
  })
  const ids = group.services.map(({ id }) => id)
  const known = tells.notCalled(ids, now)
  const found = known
    ? { count: known.count + comeTooLate(hall, load, group, closes, tells), byPlan: known.isFirst }
    : withoutForecast(load, group, todo, spans, now)
  return {
    // Only whole people count: what is usual is an average, and so are chances.
    count: Math.max(0, known ? Math.round(found.count) : Math.ceil(found.count - 1e-9)),
    closes,
    expected: load.usual && Math.round(todo.reduce((sum, { expected }) => sum + expected, 0)),
    byPlan: found.byPlan,
  }
}

/** How many usually still come once a new number is unlikely to be served today. */
function comeTooLate(
  hall: Hall,
  { usual }: Load,
  { services }: Group,
  closes: number,
  tells: Pick<Tells, 'advice'>,
): number {
  if (!usual) return 0
  const { stops } = tells.advice()
  return services.reduce((sum, service) => {
    const from = stops.get(service.id) ?? closes
    return sum + usualFrom(hall, usual.taken, service, from) - usualFrom(hall, usual.taken, service, closes)
  }, 0)
}

interface ToDo {
  readonly service: ServiceLoad
  readonly count: number
}

/** The work left, less what the open counters can do in the time left. */
function withoutForecast(
  load: Load,
  group: Group,
  todo: readonly ToDo[],
  spans: readonly { readonly from: number; readonly to: number }[],
  now: number,
): { count: number; byPlan: boolean } {
  const openFrom = (from: number) =>
    spans.reduce((sum, span) => sum + Math.max(0, span.to - Math.max(span.from, from)), 0)
  const served = todo.filter(({ service }) => service.isServed)
  const { each, byPlan } = eachOf(load, group, served)
  const ms = group.counters.reduce((sum, counter) => sum + openFrom(staffedFrom(counter, now)), 0)
  const left = sumOf(served) - (each > 0 ? ms / each : 0)
  const alone = sumOf(todo.filter(({ service }) => !service.isServed))
  return { count: Math.max(0, left) + alone, byPlan }
}

const sumOf = (todo: readonly Pick<ToDo, 'count'>[]) => todo.reduce((sum, { count }) => sum + count, 0)

/** From when somebody is at the counter; never for one that is closed, or paused without an end. */
function staffedFrom({ state, pausedUntil }: CounterState, now: number): number {
  if (state === 'open') return now
  return state === 'paused' && pausedUntil !== null ? Math.max(now, pausedUntil) : Infinity
}

/**
 * Tickets that are usual from `now` to the day’s end; none for a service that takes nobody, or that nobody serves now.
 */
function usualFrom(
  { endsAt }: Hall,
  taken: ReadonlyMap<string, readonly number[]>,
  { id, takes, isServed }: ServiceLoad,
  now: number,
): number {
  const quarters = takes && isServed ? taken.get(id) : undefined
  if (!quarters) return 0
  // The place in the day, in quarters of an hour: of the present one only the part still to come counts.
  const at = QUARTERS - (endsAt - now) / QUARTER
  return quarters.reduce((sum, count, quarter) => sum + count * Math.min(1, Math.max(0, quarter + 1 - at)), 0)
}

/** How long a visitor occupies a counter, milliseconds: over the last hour, else over today, else by the plan. */
function eachOf(
  { counters }: Load,
  group: Group,
  served: readonly ToDo[],
): { each: number; byPlan: boolean } {
  const own = group.counters.flatMap(({ id }) => counters.get(id) ?? [])
  for (const of of ['recent', 'today'] as const) {
    const count = own.reduce((sum, one) => sum + one[of].count, 0)
    const ms = own.reduce((sum, one) => sum + one[of].ms, 0)
    if (count >= ENOUGH) return { each: ms / count, byPlan: false }
  }
  const all = served.length > 0 ? served : group.services.map((service) => ({ service, count: 0 }))
  const weight = sumOf(all)
  const minutes = all.reduce((sum, { service, count }) => sum + service.minutes * (weight > 0 ? count : 1), 0)
  return { each: (minutes * 60_000) / (weight > 0 ? weight : Math.max(1, all.length)), byPlan: true }
}
