// The hall at one moment as the forecast wants it: who waits for what, who works where and until when, how long services take.
// Nothing is decided here; `../scene.ts` says what each part means.
import { restsOf } from '../../hall/rests.ts'
import type { CounterState, Hall } from '../../hall/hall.ts'
import { instantOf, spansOn } from '../../hall/hours.ts'
import type { Counter } from '../../hall/plan.ts'
import { callsAgainAt } from '../../hall/visit/standing.ts'
import { holdsNumber, isAtCounter, isEnded, type Step, type Visit } from '../../hall/visit.ts'
import { keyOf } from '../chance.ts'
import { paceOf, type Seen } from '../pace.ts'
import type { CounterScene, HabitScene, Rest, Scene, ServiceScene, StepScene } from '../scene.ts'
import type { Breaks, Habit } from './breaks.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A slip that has not come out for this long may be in nobody's hands. */
const SLIP_MS = 90_000

/** What earlier days say about a service: the calls that ended there. */
export type Past = (service: string) => readonly Seen[]

/** How counters pause, and which have done so today. */
export interface Today extends Breaks {
  readonly rested: ReadonlySet<string>
}

/** The hall at `now` (milliseconds since 1970). `signals`: how the line of each service has moved. */
export function sceneOf(
  hall: Hall,
  now: number,
  past: Past,
  breaks: Today,
  signals: ReadonlyMap<string, readonly number[]> = new Map(),
): Scene {
  const { plan } = hall.layout
  const today = todayOf(hall, now)
  return {
    minute: (now - hall.startsAt) / MINUTE,
    // The same for the whole day, so that nothing that is told changes by chance.
    seed: keyOf(hall.day),
    rates: plan.rates,
    walk: plan.walkSeconds / 60,
    services: plan.services.flatMap(({ id, minutes }): ServiceScene[] => {
      if ((hall.layout.countersOf.get(id) ?? []).length === 0) return []
      const seen = [...(today.seen.get(id) ?? []), ...past(id)]
      const own = signals.get(id)
      const priorityPerHour = today.priority.get(id) ?? 0
      return [{ id, pace: paceOf(minutes, seen), priorityPerHour, ...(own && { signals: own }) }]
    }),
    counters: plan.counters.map((counter) => counterOf(hall, counter, now, breaks)),
    steps: today.steps,
  }
}

/**
 * Goes through every visit of today once: who is still here, what was seen of each service, how many come with
 * priority.
 */
function todayOf(hall: Hall, now: number) {
  const steps: StepScene[] = []
  const seen = new Map<string, Seen[]>()
  const priority = new Map<string, number>()
  const since = Math.max(hall.startsAt, now - 2 * HOUR)
  const hours = Math.max(1, (now - since) / HOUR)
  for (const visit of hall.visits.values()) {
    const isHere = visit.steps.some((step) => !isEnded(step))
    for (const step of visit.steps) {
      if (isHere && !isEnded(step)) steps.push(stepOf(hall, visit, step, now))
      const call = seenOf(step)
      if (call) listIn(seen, step.service).push(call)
      if (visit.priority && visit.takenAt >= since)
        priority.set(step.service, (priority.get(step.service) ?? 0) + 1 / hours)
    }
  }
  return { steps, seen, priority }
}

function listIn(lists: Map<string, Seen[]>, key: string): Seen[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** What a step shows about how long a call takes; null: nothing yet. */
function seenOf(step: Step): Seen | null {
  if (step.status === 'done')
    return { daysAgo: 0, minutes: (step.endedAt - step.call.at) / MINUTE, came: true }
  const isMissed = step.status === 'missed' || (step.status === 'waiting' && step.secondCall)
  if (!isMissed || step.firstCalledAt === null) return null
  return { daysAgo: 0, minutes: Math.max(0, step.since - step.firstCalledAt) / MINUTE, came: false }
}

function stepOf(hall: Hall, visit: Visit, step: Exclude<Step, { status: 'done' }>, now: number): StepScene {
  const kept = keptFor(hall, step, now)
  return {
    id: step.id,
    visit: visit.id,
    service: step.service,
    state: stateOf(step),
    ago: (now - visit.takenAt) / MINUTE,
    priority: visit.priority,
    callableIn: callableIn(visit, step, now),
    after: step.after,
    ...(kept && { kept }),
  }
}

function stateOf(step: Step): StepScene['state'] {
  if (isAtCounter(step)) return 'at-counter'
  if (step.status === 'waiting' || step.status === 'blocked') return step.status
  return 'away'
}

/** Minutes until it can be called; null: nobody knows, or perhaps nobody holds the number. */
function callableIn(visit: Visit, step: Step, now: number): number | null {
  if (!holdsNumber(visit) && (visit.slip.status === 'failed' || now - visit.takenAt > SLIP_MS)) return null
  if (step.status === 'missed') return null
  if (step.status === 'held') return step.until === null ? null : Math.max(0, (step.until - now) / MINUTE)
  const from = step.status === 'waiting' ? Math.max(step.callableFrom, visit.walk?.until ?? 0) : now
  return Math.max(0, (from - now) / MINUTE)
}

function keptFor(hall: Hall, { comeBack }: Step, now: number): StepScene['kept'] | null {
  if (!comeBack || comeBack.until === null || comeBack.until <= now) return null
  if (hall.counters.get(comeBack.counter)?.state !== 'open') return null
  return { counter: comeBack.counter, until: (comeBack.until - now) / MINUTE }
}

function counterOf(hall: Hall, counter: Counter, now: number, breaks: Today): CounterScene {
  const { id, zone, services } = counter
  const state = hall.counters.get(id)
  const minutes = (at: number) => Math.max(0, (at - now) / MINUTE)
  const ends = spansOn(hall.layout, { of: 'counter', id }, hall.day).map(({ to }) => instantOf(hall, to))
  const last = Math.max(...ends)
  const rests = restsOf(hall, { of: 'counter', id }).filter(({ to }) => to > now)
  const mayOpen = state ? opens(hall, state, now, breaks) : []
  const opensAt = state && callsAgainAt(hall, state, now)
  const habit = state?.state === 'open' && !breaks.rested.has(id) ? breaks.usual.get(id) : undefined
  const isPlanned = habit && rests.some((rest) => holds(rest, instantOf(hall, middleOf(habit))))
  return {
    id,
    zone,
    services,
    opensIn: typeof opensAt === 'number' ? minutes(opensAt) : (mayOpen[mayOpen.length >> 1] ?? null),
    // After the hours whoever is left is still served, and nobody knows for how long.
    closesIn: ends.length > 0 && last > now ? minutes(last) : null,
    rests: rests.map(({ from, to }): Rest => ({ from: minutes(from), to: minutes(to) })),
    ...(mayOpen.length > 0 && { mayOpen }),
    ...(habit && !isPlanned && { habit: habitAt((now - hall.startsAt) / MINUTE, habit) }),
    busy: state ? busyAt(hall, state, now) : null,
  }
}

const holds = ({ from, to }: Rest, at: number) => from <= at && at < to

function middleOf({ breaks }: Habit): number {
  const middles = breaks.map(({ at, minutes }) => at + minutes / 2).sort((a, b) => a - b)
  return middles[middles.length >> 1] ?? 0
}

/** People come back from a pause about when they said, later rather than earlier; minutes. */
const BACK = [-2, 0, 1, 3, 6]
/** Once a pause without a known end has lasted this many times as long as usual, nobody can say any more. */
const FORGOTTEN = 3

/** When a counter that pauses may call again, minutes from now, the earliest first; empty: it does not pause, or nobody knows. */
function opens(hall: Hall, counter: CounterState, now: number, { usual, pauses }: Breaks): number[] {
  if (counter.state !== 'paused') return []
  const end = callsAgainAt(hall, counter, now)
  if (end !== null) return BACK.map((late) => Math.max(0, (end - now) / MINUTE + late))
  const lasted = Math.max(0, (now - counter.movedAt) / MINUTE)
  const lengths =
    usual
      .get(counter.id)
      ?.breaks.map(({ minutes }) => minutes)
      .sort((a, b) => a - b) ?? pauses
  const middle = lengths[lengths.length >> 1] ?? 0
  if (lasted > FORGOTTEN * middle) return []
  const left = lengths.filter((length) => length > lasted).map((length) => length - lasted)
  // It has lasted longer than nearly all: it may end any moment, or take as long again.
  return left.length > 1 ? left : [ANY_MOMENT / 2, ...left, middle].sort((a, b) => a - b)
}

/** A break this many minutes late will not be taken; until then it is expected any moment. */
const LATE = 75
const ANY_MOMENT = 8

/** The break that a counter usually takes and has not had yet at this minute of the day. */
function habitAt(minute: number, { breaks, without }: Habit): HabitScene {
  const ahead = breaks.flatMap(({ at }) => (at > minute ? [at - minute] : []))
  const latest = Math.max(...breaks.map(({ at }) => at))
  const isLate = ahead.length < breaks.length && minute < latest + LATE
  const begins = isLate ? [...ahead, ANY_MOMENT] : ahead
  return {
    begins: begins.sort((a, b) => a - b),
    lasts: breaks.map(({ minutes }) => minutes).sort((a, b) => a - b),
    share: begins.length === 0 ? 0 : begins.length / (begins.length + without),
  }
}

function busyAt(hall: Hall, { current }: CounterState, now: number): CounterScene['busy'] {
  const step = current && hall.visits.get(current.visit)?.steps.find(({ id }) => id === current.step)
  if (!step || !isAtCounter(step)) return null
  return { step: step.id, service: step.service, ago: Math.max(0, (now - step.call.at) / MINUTE) }
}
