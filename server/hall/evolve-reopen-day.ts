// A day that was closed by a clock that lied goes on as it stood. What is kept for that is let go when somebody takes a
// number in the day after.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { assign, type Hall } from './hall.ts'
import { newQueue } from './new-day.ts'
import { putVisit } from './put.ts'

/** To be called right before a day closes. */
export function keepClosed(hall: Hall, changes: Changes, at: number, seq: number): void {
  const { seq: _, at: lastAt, yesterday, closedDay: __, ...day } = hall
  // The close changes these two in place, and takes all out of the lines.
  const kept = { ...day, visits: new Map(day.visits), counters: new Map(day.counters) }
  assign(hall, changes, {
    closedDay: { day: kept, at: lastAt, closedAt: at, closedWith: seq, yesterday },
  })
}

/** To be called when somebody takes a number: from now on the day before can't be opened again. */
export function letGo(hall: Hall, changes: Changes): void {
  if (hall.closedDay) assign(hall, changes, { closedDay: null })
}

/**
 * The day as it stood before the close; nothing that was done there can be undone now. A hall that is folded from that
 * day's events alone has not closed it.
 */
export function dayReopened(hall: Hall, changes: Changes, event: EventOf<'day-reopened'>, seq: number): void {
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
