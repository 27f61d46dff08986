// The clock that a manager confirms, and what needs the date.
import type { Command, Time } from './command.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'

/**
 * The time runs on from the system's. Where that moved while people waited, their times move along: `from` is what the
 * hall took for the time till now. Where time passed (the server was off, the day is another one), nothing moves.
 */
export function confirmClock(hall: Hall, time: Time): Event[] | Refusal {
  if (time.state === 'right') return refuse('clock-not-suspect')
  const at = confirmedAt(hall, time)
  const moves = time.state === 'behind' || (time.state === 'ahead' && at < hall.endsAt)
  return [{ type: 'clock-confirmed', from: moves ? time.now : at }]
}

/** Milliseconds since 1970 from which time runs on when it is confirmed now: before the last event only if it lay ahead. */
export function confirmedAt(hall: Hall, { state, system }: Time): number {
  return state === 'behind' ? system : Math.max(system, hall.at)
}

/** Whether anybody waits, is set aside or stands at a counter. */
export function hasPeople({ queues, counters }: Pick<Hall, 'queues' | 'counters'>): boolean {
  for (const { current } of counters.values()) if (current) return true
  for (const queue of queues.values()) {
    const lines = [queue.regular, queue.priority, queue.held, queue.missed, queue.blocked]
    if (lines.some(({ places }) => places.length > 0)) return true
  }
  return false
}

/** Whether a command begins what belongs to today: a number, a counter that was closed, a setting for the day. */
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
