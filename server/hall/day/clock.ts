// The clock was wrong: a manager sets it right and everything that has happened moves with it; or a day that it
// closed goes on.
import type { Changes } from '../changes.ts'
import type { Command, Time } from '../command.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import { assign, type ClosedDay, type CounterState, type Hall, newQueue } from '../hall.ts'
import { putVisit } from '../put.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { revisePlan } from '../service/revision.ts'
import { isAtCounter, type Step, stepOf, type Visit } from '../visit.ts'
import { unsettled } from './day.ts'

export const decides = {
  'confirm-clock': (hall, _, time) => confirmClock(hall, time),
  'reopen-day': (hall, _, time) => reopenDay(hall, time),
} satisfies Partial<Decides>

export const evolves = {
  'day-reopened': dayReopened,
  'clock-confirmed': clockConfirmed,
} satisfies Partial<Evolves>

/**
 * Time runs on from the system's clock. If that jumped while people waited, their times move with it: `from` is what
 * the hall took the time to be until now. If time really passed (the server was off, it is another day), nothing
 * moves.
 */
export function confirmClock(hall: Hall, time: Time): Event[] | Refusal {
  if (time.state === 'right') return refuse('clock-not-suspect')
  const at = confirmedAt(hall, time)
  const moves = time.state === 'behind' || (time.state === 'ahead' && at < hall.endsAt)
  return [{ type: 'clock-confirmed', from: moves ? time.now : at }]
}

/**
 * Where time runs on from if it is confirmed now, milliseconds since 1970: before the last event only if that was in
 * the future.
 */
export function confirmedAt(hall: Hall, { state, system }: Time): number {
  return state === 'behind' ? system : Math.max(system, hall.at)
}

/** Whether anybody waits, is set aside or is at a counter. */
export function hasPeople({ queues, counters }: Pick<Hall, 'queues' | 'counters'>): boolean {
  for (const { current } of counters.values()) if (current) return true
  for (const queue of queues.values()) {
    const lines = [queue.regular, queue.priority, queue.held, queue.missed, queue.blocked]
    if (lines.some(({ places }) => places.length > 0)) return true
  }
  return false
}

/**
 * Whether a command begins something that belongs to today: a number, work at a closed counter, a setting for the day.
 */
export function needsToday({ counters }: Pick<Hall, 'counters'>, command: Command): boolean {
  switch (command.type) {
    case 'take-visit':
    case 'serve':
    case 'assign-counter':
    case 'set-quota':
    case 'set-desk':
      return true
    case 'open-counter':
      return (counters.get(command.counter)?.state ?? 'closed') === 'closed'
    default:
      return false
  }
}

/** Moves all times of the hall by the difference between what it took the time to be and the confirmed time `at`. */
function clockConfirmed(
  hall: Hall,
  changes: Changes,
  { from = hall.at }: EventOf<'clock-confirmed'>,
  { at }: Recorded,
): void {
  const by = at - from
  for (const visit of hall.visits.values()) putVisit(hall, changes, moveVisit(visit, by))
  for (const announcement of hall.announcements.values()) {
    const startedAt = announcement.startedAt === null ? null : announcement.startedAt + by
    changes.set(hall.announcements, announcement.id, { ...announcement, at: announcement.at + by, startedAt })
  }
  for (const counter of hall.counters.values()) {
    const past = counter.past.map((call) => ({ ...call, at: call.at + by }))
    const movedAt = counter.movedAt === 0 ? 0 : counter.movedAt + by
    const pausedUntil = counter.pausedUntil === null ? null : counter.pausedUntil + by
    const moved = { ...moveHelp(counter, by), past, last: null, movedAt, pausedUntil }
    changes.set(hall.counters, counter.id, { ...counter, ...moved })
  }
  assign(hall, changes, { at })
}

function moveVisit(visit: Visit, by: number): Visit {
  const walk = visit.walk && { ...visit.walk, until: visit.walk.until + by }
  return { ...visit, takenAt: visit.takenAt + by, walk, steps: visit.steps.map((step) => moveStep(step, by)) }
}

const INSTANTS = ['since', 'callableFrom', 'until', 'firstCalledAt', 'startedAt', 'endedAt'] as const

function moveStep(step: Step, by: number): Step {
  const moved: Record<string, unknown> = { ...step }
  for (const name of INSTANTS) {
    const instant = moved[name]
    if (typeof instant === 'number') moved[name] = instant + by
  }
  if (step.comeBack?.until) moved['comeBack'] = { ...step.comeBack, until: step.comeBack.until + by }
  if ('call' in step) moved['call'] = { ...step.call, at: step.call.at + by }
  return moved as unknown as Step
}

/** Times of help and messages, moved with the clock. */
function moveHelp({ help, messages }: CounterState, by: number): Partial<CounterState> {
  const answered = help?.answered ? { ...help.answered, at: help.answered.at + by } : null
  return {
    help: help && { ...help, at: help.at + by, answered },
    messages: messages.map((message) => ({
      ...message,
      at: message.at + by,
      readAt: message.readAt === null ? null : message.readAt + by,
    })),
  }
}

/**
 * The day goes on as it was. What has been done since with visits carried over midnight is done in that day, and a
 * plan changed since then stays changed.
 */
export function reopenDay(hall: Hall, { now }: Time): Event[] | Refusal {
  const { closedDay } = hall
  // A day still to come, once the clock was set back, can't go on.
  if (!closedDay || closedDay.at < closedDay.day.startsAt) return refuse('nothing-to-reopen')
  const { day, closedWith } = closedDay
  const plan = hall.layout.base
  const isOther = JSON.stringify(plan) !== JSON.stringify(day.layout.base)
  const revised = isOther
    ? revisePlan({ ...hall, ...day, sounds: new Map() }, { type: 'revise-plan', plan, from: null })
    : []
  if (isRefusal(revised)) return revised
  return [
    { type: 'day-reopened', day: day.day, from: day.goesOnWith, to: closedWith },
    // Nobody knows what was being announced or printed at that moment.
    ...unsettled(day, now + DAY_MS),
    ...doneSince(hall, closedDay),
    ...revised,
  ]
}

/** After this no announcement counts as recent. */
const DAY_MS = 86_400_000

/** How visits carried over midnight were finished or put back in the day that should not have begun. */
function doneSince(hall: Hall, { day }: ClosedDay): Event[] {
  return [...hall.visits.values()].flatMap(({ id: visit, steps }) =>
    steps.flatMap((step): Event[] => {
      const before = day.visits.get(visit)
      const was = before && stepOf(before, step.id)
      if (!was || !isAtCounter(was) || was.status !== 'serving') return []
      return endOf(step, { counter: was.call.counter, visit, step: step.id })
    }),
  )
}

function endOf(step: Step, at: { counter: string; visit: string; step: string }): Event[] {
  if (step.status === 'expired') return [{ type: 'put-back', ...at }]
  if (step.status !== 'done' || step.outcome === 'referred') return []
  const { outcome, lacked, reason } = step
  const why = reason === null ? {} : { reason }
  return [{ type: 'finished', ...at, outcome, missing: [...lacked], ...why }]
}

/**
 * Where the day goes on from, milliseconds since 1970: the system's time, if that is within the day again; else as
 * long after its last event as has passed since the close.
 */
export function reopenedAt({ at, closedAt, day }: ClosedDay, { now, system }: Time): number {
  if (at <= system && system < day.endsAt) return system
  return Math.max(at, Math.min(at + Math.max(0, now - closedAt), day.endsAt - 1))
}

/**
 * The day as it was before the close; what was done in it can no longer be undone. A hall folded from that day's
 * events alone has never closed it.
 */
function dayReopened(hall: Hall, changes: Changes, event: EventOf<'day-reopened'>, { seq }: Recorded): void {
  if (hall.closed || hall.day !== event.day) restore(hall, changes, event.day)
  for (const counter of hall.counters.values()) {
    if (counter.last) changes.set(hall.counters, counter.id, { ...counter, last: null })
  }
  assign(hall, changes, { closedDay: null, goesOnWith: seq })
}

function restore(hall: Hall, changes: Changes, label: string): void {
  const { closedDay } = hall
  if (closedDay?.day.day !== label) throw new Error(`${label} is not the day that closed last`)
  const { visits, queues, ...day } = closedDay.day
  assign(hall, changes, {
    ...day,
    counters: new Map(day.counters),
    visits: new Map(),
    queues: new Map([...queues.keys()].map((id) => [id, newQueue()])),
    pace: new Map(),
    unheld: new Map(),
    comeToMe: new Map(),
    dues: [],
    yesterday: closedDay.yesterday,
  })
  for (const visit of visits.values()) putVisit(hall, changes, visit)
}
