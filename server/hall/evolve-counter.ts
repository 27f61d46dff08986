// A counter opens, pauses, closes.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { helpAfterClosing } from './counter/help.ts'
import type { CounterState, Hall } from './hall.ts'

export function counterOpened(hall: Hall, changes: Changes, event: EventOf<'counter-opened'>): void {
  putCounter(hall, changes, event.counter, {
    state: 'open',
    staff: event.staff,
    reason: null,
    pausedUntil: null,
  })
}

export function counterPaused(hall: Hall, changes: Changes, event: EventOf<'counter-paused'>): void {
  putCounter(hall, changes, event.counter, {
    state: 'paused',
    reason: event.reason,
    pausedUntil: event.until ?? null,
  })
}

export function counterClosed(hall: Hall, changes: Changes, event: EventOf<'counter-closed'>): void {
  putCounter(hall, changes, event.counter, {
    state: 'closed',
    staff: null,
    reason: null,
    pausedUntil: null,
    last: null,
    help: helpAfterClosing(counterOf(hall, event.counter)),
  })
}

/** Who stood there before can take nothing back any more. */
export function staffAssigned(hall: Hall, changes: Changes, event: EventOf<'staff-assigned'>): void {
  putCounter(hall, changes, event.counter, {
    state: event.open ? 'open' : 'paused',
    staff: event.staff,
    reason: null,
    pausedUntil: null,
    last: null,
  })
}

/** The counter with this id; a throw means that an event names a counter that never was. */
export function counterOf(hall: Hall, id: string): CounterState {
  const counter = hall.counters.get(id)
  if (!counter) throw new Error(`no counter ${id}`)
  return counter
}

export function putCounter(hall: Hall, changes: Changes, id: string, fields: Partial<CounterState>): void {
  changes.set(hall.counters, id, { ...counterOf(hall, id), ...fields })
}
