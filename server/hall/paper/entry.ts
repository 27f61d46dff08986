// What somebody enters for an emergency number, looked through: each fault is said with the field that has it.
import { hasPriority } from '../credit.ts'
import { type DayThen, type Entered, type PaperTime, paperTimes } from '../emergency.ts'
import type { PaperEntry } from '../event-parts.ts'
import { spansOn } from '../hours.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
/** Minutes before the hall's hours and after them in which somebody may have come or been served. */
const BEFORE_HOURS = 3 * 60
const AFTER_HOURS = 6 * 60

/** All of an entry but the slip that it is for. */
type Rest = Omit<PaperEntry, 'number' | 'sheet' | 'slip' | 'visit' | 'step'>

/** The entry, or its first fault; `about` is the field of a time, or the id that is wrong. `now`: ms since 1970. */
export function entryOf(entered: Entered, then: DayThen, now: number): Rest | Refusal {
  const place = placeOf(entered, then)
  if (isRefusal(place)) return place
  const times = timesOf(entered, then, now)
  if (isRefusal(times)) return times
  const { outcome, priority, missing } = entered
  if (outcome !== 'incomplete' && missing.length > 0) return refuse('missing-without-incomplete')
  return { ...place, ...times, priority: priority && place.priority, outcome, missing: [...missing] }
}

/** The service and the counter as they were on that day. */
function placeOf({ service: id, counter: at, missing }: Entered, { layouts, isOfOtherDays }: DayThen) {
  const layout = layouts.find(({ services }) => services.has(id))
  const service = layout?.services.get(id)
  if (!layout || !service) return refuse(isOfOtherDays ? 'service-not-then' : 'unknown-service', id)
  const unknown = missing.find((one) => !layout.requirements.get(id)?.has(one))
  if (unknown !== undefined) return refuse('unknown-requirement', unknown)
  const counter = at === null ? null : layouts.map(({ counters }) => counters.get(at)).find((one) => one)
  if (at !== null && !counter) return refuse('unknown-counter', at)
  if (counter && counter.agency !== service.agency) return refuse('not-served-here', counter.id)
  const { plan } = layout
  return {
    service: id,
    agency: service.agency,
    counter: counter?.id ?? null,
    zone: counter?.zone ?? null,
    language: plan.languages[0] ?? 'id',
    priority: hasPriority(plan.rates),
    phase: service.phase.status,
    operation: plan.operation,
  }
}

/** The instants of what was noted, in order, within the day and not in the future. */
function timesOf({ times, outcome }: Entered, then: DayThen, now: number) {
  const noted = paperTimes.flatMap((field) =>
    times[field] === null ? [] : [{ field, minute: times[field] }],
  )
  const [first] = noted
  if (!first) return refuse('no-time', 'arrived')
  if (outcome === 'not-served' && times.started !== null) return refuse('not-served-but-started', 'started')
  const at = (minute: number) => then.endsAt - (DAY_MINUTES - minute) * MINUTE
  const [from, to] = boundsOf(then)
  for (const [nth, { field, minute }] of noted.entries()) {
    if (minute < from || minute > to) return refuse('time-outside-day', field)
    if (minute < (noted[nth - 1]?.minute ?? 0)) return refuse('times-reversed', field)
    if (at(minute) > now) return refuse('time-in-future', field)
  }
  const instant = (field: PaperTime) => (times[field] === null ? null : at(times[field]))
  return {
    takenAt: at(first.minute),
    arrivedAt: instant('arrived'),
    calledAt: instant('called'),
    startedAt: instant('started'),
    endedAt: instant('ended'),
  }
}

/** A quarter past two that stands for a quarter past fourteen is caught; on a day without hours everything is within it. */
function boundsOf({ layouts, day }: DayThen): readonly [number, number] {
  const spans = layouts.flatMap((layout) => spansOn(layout, null, day))
  if (spans.length === 0) return [0, DAY_MINUTES - 1]
  const from = Math.min(...spans.map((span) => span.from)) - BEFORE_HOURS
  const to = Math.max(...spans.map((span) => span.to)) + AFTER_HOURS
  return [Math.max(0, from), Math.min(DAY_MINUTES - 1, to)]
}
