// evolve: what the hall is after an event. Deterministic: the same events always make the same hall. An event that
// does not apply is a bug of `decide` or a damaged journal, and throws.
import { Changes } from './changes.ts'
import * as call from './counter/call.ts'
import * as counter from './counter/counter.ts'
import * as desk from './counter/desk.ts'
import * as finish from './counter/finish.ts'
import * as help from './counter/help.ts'
import * as refer from './counter/refer.ts'
import * as undo from './counter/undo.ts'
import * as clock from './day/clock.ts'
import * as day from './day/day.ts'
import * as paper from './paper/paper.ts'
import * as reception from './reception/reception.ts'
import * as reopen from './reception/reopen.ts'
import * as revision from './service/revision.ts'
import * as service from './service/service.ts'
import * as sound from './sound/sound.ts'
import * as place from './visit/place.ts'
import * as slip from './visit/slip.ts'
import * as step from './visit/step.ts'
import * as stranded from './visit/stranded.ts'
import * as take from './visit/take.ts'
import type { Event, Recorded } from './event.ts'
import { emptyHall, type Hall } from './hall.ts'
import { layOut } from './layout.ts'
import { OldEvents } from './old-events.ts'
import type { Plan } from './plan.ts'
import type { Evolver, Evolves } from './rooms.ts'

const rooms: Evolves = {
  ...call.evolves,
  ...counter.evolves,
  ...desk.evolves,
  ...finish.evolves,
  ...help.evolves,
  ...refer.evolves,
  ...undo.evolves,
  ...clock.evolves,
  ...day.evolves,
  ...paper.evolves,
  ...reception.evolves,
  ...reopen.evolves,
  ...revision.evolves,
  ...service.evolves,
  ...sound.evolves,
  ...place.evolves,
  ...slip.evolves,
  ...step.evolves,
  ...stranded.evolves,
  ...take.evolves,
}

/** Applies one recorded event to the hall in place, through `changes`. */
export function evolve(hall: Hall, changes: Changes, recorded: Recorded): void {
  const { event } = recorded
  // Only the table knows that the type chooses the event that its room takes.
  const room = rooms[event.type] as Evolver<Event>
  room(hall, changes, event, recorded)
  noteCounter(hall, changes, recorded)
  moveOn(hall, changes, recorded)
  if (recorded.key !== null && recorded.hash !== null) {
    changes.set(hall.seen, recorded.key, {
      hash: recorded.hash,
      event: recorded.event,
      seq: recorded.seq,
    })
  }
}

/** Something was done at a counter; not by the clock, which closes counters that everybody has left. */
function noteCounter(hall: Hall, changes: Changes, { event, at, by }: Recorded): void {
  if (by === 'system:clock' || !('counter' in event) || event.counter === null) return
  const counter = hall.counters.get(event.counter)
  if (counter) changes.set(hall.counters, counter.id, { ...counter, movedAt: at })
}

/** The hall's place in the journal. Every event passes here, so this is `assign` without its two objects. */
function moveOn(hall: { seq: number; at: number }, changes: Changes, { seq, at }: Recorded): void {
  const before = { seq: hall.seq, at: hall.at }
  hall.seq = seq
  hall.at = at
  changes.did(() => Object.assign(hall, before))
}

/** The hall after these events. `plan` applies until the first `day-opened` brings its own. */
export function fold(events: Iterable<Recorded>, plan: Plan): Hall {
  const hall = emptyHall(layOut(plan))
  const changes = new Changes()
  const old = new OldEvents()
  for (const recorded of events) {
    evolve(hall, changes, old.complete(recorded))
    changes.keep()
  }
  return hall
}

/**
 * The hall after today's events, with what may still be asked about the day before. That day can be opened again until
 * somebody takes a number today.
 */
export function foldDays(today: Iterable<Recorded>, dayBefore: Iterable<Recorded>, plan: Plan): Hall {
  const { day, visits, tokens, seen, closedDay } = fold(dayBefore, plan)
  const hall = fold(today, plan)
  if (day === '') return hall
  const isBegun =
    hall.goesOnWith !== hall.openedWith || [...hall.visits.values()].some((one) => one.day === hall.day)
  return { ...hall, yesterday: { day, visits, tokens, seen }, closedDay: isBegun ? null : closedDay }
}
