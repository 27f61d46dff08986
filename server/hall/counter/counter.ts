// Who stands at which counter, and whether it is open.
import type { CommandOf, Time } from '../command.ts'
import type { Event } from '../event.ts'
import type { CounterState, Hall } from '../hall.ts'
import { refuse, type Refusal } from '../refusal.ts'

export function openCounter(hall: Hall, command: CommandOf<'open-counter'>): Event[] | Refusal {
  const { counter: id, staff } = command
  const counter = hall.counters.get(id)
  if (!counter || !hall.layout.counters.has(id)) return refuse('unknown-counter', id)
  if (counter.staff !== null && counter.staff !== staff) return refuse('counter-taken', id)
  if (!command.mayHoldSeveral) {
    const other = heldBy(hall, staff).find((held) => held.id !== id)
    if (other) return refuse('already-at-counter', other.id)
  }
  return counter.state === 'open' ? [] : [{ type: 'counter-opened', counter: id, staff }]
}

/** Until when is what was said, else what the plan knows of such a pause. */
export function pauseCounter(
  hall: Hall,
  { counter: id, staff, reason, minutes }: CommandOf<'pause-counter'>,
  { now }: Time,
): Event[] | Refusal {
  const counter = counterHeldBy(hall, id, staff)
  if ('refused' in counter) return counter
  const usual = reason && 'code' in reason ? pauseReason(hall, reason.code)?.minutes : undefined
  const lasts = minutes ?? usual
  const until = lasts === undefined ? {} : { until: now + lasts * 60_000 }
  return [{ type: 'counter-paused', counter: counter.id, reason, ...until }]
}

const pauseReason = ({ layout }: Hall, code: string) =>
  layout.plan.reasons.pause.find(({ id }) => id === code)

/** Who holds a counter closes it when nobody stands there; a supervisor closes any, and who stands there waits on. */
export function closeCounter(hall: Hall, command: CommandOf<'close-counter'>): Event[] | Refusal {
  const counter = hall.counters.get(command.counter)
  if (!counter) return refuse('unknown-counter', command.counter)
  if (counter.state === 'closed') return []
  const own = counter.staff === command.staff
  if (!own && !command.mayCloseAny) return refuse('counter-taken', counter.id)
  const close: Event = { type: 'counter-closed', counter: counter.id }
  if (!counter.current) return [close]
  if (own) return refuse('counter-busy', counter.id)
  return [{ type: 'put-back', counter: counter.id, ...counter.current }, close]
}

/** Signing out pauses every counter that the person holds open. */
export function leaveCounters(hall: Hall, { staff }: CommandOf<'leave-counters'>): Event[] {
  return heldBy(hall, staff)
    .filter(({ state }) => state === 'open')
    .map(({ id }) => ({ type: 'counter-paused', counter: id, reason: null }))
}

/** The counter, if this person holds it; else why not. */
export function counterHeldBy(hall: Hall, id: string, staff: string): CounterState | Refusal {
  const counter = hall.counters.get(id)
  if (!counter) return refuse('unknown-counter', id)
  if (counter.staff === staff) return counter
  return refuse(counter.staff === null ? 'counter-not-open' : 'counter-taken', id)
}

/** All counters that a person holds. */
export function heldBy(hall: Hall, staff: string): CounterState[] {
  return [...hall.counters.values()].filter((counter) => counter.staff === staff)
}
