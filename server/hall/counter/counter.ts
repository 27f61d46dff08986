// Who holds which counter, whether it is open, and how many were served there and by whom.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import type { Event, EventOf } from '../event.ts'
import type { CounterState, Figures, Hall } from '../hall.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'

export const decides = {
  'open-counter': openCounter,
  'pause-counter': pauseCounter,
  'close-counter': closeCounter,
  'leave-counters': leaveCounters,
  'assign-counter': assignCounter,
} satisfies Partial<Decides>

export const evolves = {
  'counter-opened': counterOpened,
  'counter-paused': counterPaused,
  'counter-closed': counterClosed,
  'staff-assigned': staffAssigned,
} satisfies Partial<Evolves>

function openCounter(hall: Hall, command: CommandOf<'open-counter'>): Event[] | Refusal {
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

/** The pause lasts as long as was said, otherwise as long as the plan says for that reason. */
function pauseCounter(
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

/**
 * Whoever holds a counter may close it when nobody is there; a supervisor may close any, and a visitor there waits on.
 */
function closeCounter(hall: Hall, command: CommandOf<'close-counter'>): Event[] | Refusal {
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
function leaveCounters(hall: Hall, { staff }: CommandOf<'leave-counters'>): Event[] {
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

/** No visitor loses the person who serves them, neither at this counter nor at the one that the person comes from. */
function assignCounter(hall: Hall, command: CommandOf<'assign-counter'>): Event[] | Refusal {
  const { counter: id, staff, ofAgency, isHere } = command
  const counter = hall.counters.get(id)
  const planned = hall.layout.counters.get(id)
  if (!counter || !planned) return refuse('unknown-counter', id)
  if (ofAgency !== null && ofAgency !== planned.agency) return refuse('not-of-agency', staff)
  if (counter.staff === staff) return []
  if (counter.staff !== null && counter.current) return refuse('counter-taken', id)
  const others = ofAgency === null ? [] : heldBy(hall, staff)
  const busy = others.find(({ current }) => current)
  if (busy) return refuse('counter-busy', busy.id)
  return [
    ...others.map((other): Event => ({ type: 'counter-closed', counter: other.id })),
    { type: 'staff-assigned', counter: id, from: counter.staff, staff, open: isHere },
  ]
}

function counterOpened(hall: Hall, changes: Changes, event: EventOf<'counter-opened'>): void {
  putCounter(hall, changes, event.counter, {
    state: 'open',
    staff: event.staff,
    reason: null,
    pausedUntil: null,
  })
}

function counterPaused(hall: Hall, changes: Changes, event: EventOf<'counter-paused'>): void {
  putCounter(hall, changes, event.counter, {
    state: 'paused',
    reason: event.reason,
    pausedUntil: event.until ?? null,
  })
}

function counterClosed(hall: Hall, changes: Changes, event: EventOf<'counter-closed'>): void {
  putCounter(hall, changes, event.counter, {
    state: 'closed',
    staff: null,
    reason: null,
    pausedUntil: null,
    last: null,
    help: helpAfterClosing(counterOf(hall, event.counter)),
  })
}

/** Whoever held it before can no longer undo anything. */
function staffAssigned(hall: Hall, changes: Changes, event: EventOf<'staff-assigned'>): void {
  putCounter(hall, changes, event.counter, {
    state: event.open ? 'open' : 'paused',
    staff: event.staff,
    reason: null,
    pausedUntil: null,
    last: null,
  })
}

/** The counter with this id. @throws if an event names a counter that never existed */
export function counterOf(hall: Hall, id: string): CounterState {
  const counter = hall.counters.get(id)
  if (!counter) throw new Error(`no counter ${id}`)
  return counter
}

export function putCounter(hall: Hall, changes: Changes, id: string, fields: Partial<CounterState>): void {
  changes.set(hall.counters, id, { ...counterOf(hall, id), ...fields })
}

/** What remains of a call for help when its counter closes: only an unanswered alarm. */
function helpAfterClosing({ help }: CounterState): CounterState['help'] {
  return help?.alarm && help.answered === null ? help : null
}

/** Adds to what somebody served today, or takes away. There is no entry for somebody who served nobody. */
export function countFor(hall: Hall, changes: Changes, staff: string | null, more: Figures): void {
  if (staff === null || (more.served === 0 && more.servedMs === 0)) return
  const { served, servedMs } = servedBy(hall, staff)
  const now = { served: served + more.served, servedMs: servedMs + more.servedMs }
  if (now.served === 0) changes.delete(hall.served, staff)
  else changes.set(hall.served, staff, now)
}

/** How many somebody served today, and how long it took. */
export function servedBy(hall: Hall, staff: string): Figures {
  return hall.served.get(staff) ?? { served: 0, servedMs: 0 }
}
