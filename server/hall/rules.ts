// The rules of all rooms in one table. `decide`: what happens when this command meets this hall, as events (none if
// nothing has to change) or a refusal; pure, and it changes nothing. `evolve`: what the hall is after an event; the same
// events always make the same hall. An event that does not apply is a bug of `decide` or a damaged journal, and throws.
import { Changes } from './changes.ts'
import type { Command, Order, Time } from './command.ts'
import * as call from './counter/call.ts'
import * as counter from './counter/counter.ts'
import * as desk from './counter/desk.ts'
import * as finish from './counter/finish.ts'
import * as help from './counter/help.ts'
import * as refer from './counter/refer.ts'
import * as undo from './counter/undo.ts'
import * as clock from './day/clock.ts'
import * as day from './day/day.ts'
import type { Event, Recorded } from './event.ts'
import { type Hall, emptyHall } from './hall.ts'
import { layOut } from './layout.ts'
import { asMeant, tooLate } from './meant.ts'
import { OldEvents } from './old-events.ts'
import * as paper from './paper/paper.ts'
import type { Plan } from './plan.ts'
import * as reception from './reception/reception.ts'
import * as reopen from './reception/reopen.ts'
import type { Refusal } from './refusal.ts'
import type { Decider, Decides, Evolver, Evolves } from './rooms.ts'
import * as revision from './service/revision.ts'
import * as service from './service/service.ts'
import * as sound from './sound/sound.ts'
import * as place from './visit/place.ts'
import * as slip from './visit/slip.ts'
import * as step from './visit/step.ts'
import * as stranded from './visit/stranded.ts'
import * as take from './visit/take.ts'

const decides: Decides = {
  ...call.decides,
  ...counter.decides,
  ...desk.decides,
  ...finish.decides,
  ...help.decides,
  ...refer.decides,
  ...undo.decides,
  ...clock.decides,
  ...day.decides,
  ...paper.decides,
  ...reception.decides,
  ...reopen.decides,
  ...revision.decides,
  ...service.decides,
  ...sound.decides,
  ...place.decides,
  ...slip.decides,
  ...step.decides,
  ...take.decides,
}

const evolves: Evolves = {
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

/**
 * Decides one command, with what it was `meant` for (rules E). Never throws for anything a caller can send; a throw
 * is a bug.
 */
export function decide(hall: Hall, { command, time, meant }: Omit<Order, 'by'>): Event[] | Refusal {
  if (meant === undefined) return decideAny(hall, command, time)
  return tooLate(meant, time) ?? asMeant(hall, command, meant, decideAny(hall, command, time))
}

function decideAny(hall: Hall, command: Command, time: Time): Event[] | Refusal {
  // Only the table knows that the type chooses the command that its decider takes.
  const decider = decides[command.type] as Decider<Command>
  return decider(hall, command, time)
}

/** Applies one recorded event to the hall in place, through `changes`. */
export function evolve(hall: Hall, changes: Changes, recorded: Recorded): void {
  const { event } = recorded
  // Only the table knows that the type chooses the event that its room takes.
  const evolver = evolves[event.type] as Evolver<Event>
  evolver(hall, changes, event, recorded)
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

/** Somebody did something at a counter; the clock, which closes counters that everybody has left, does not count. */
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
