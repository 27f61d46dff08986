// decide: what happens when this command meets this hall. Pure: no clock, no randomness, no I/O; it changes nothing.
// The answer is events (none if nothing has to change), or a refusal.
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
import * as paper from './paper/paper.ts'
import * as reception from './reception/reception.ts'
import * as reopen from './reception/reopen.ts'
import * as revision from './service/revision.ts'
import * as service from './service/service.ts'
import * as sound from './sound/sound.ts'
import * as place from './visit/place.ts'
import * as slip from './visit/slip.ts'
import * as step from './visit/step.ts'
import * as take from './visit/take.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { asMeant, tooLate } from './meant.ts'
import type { Refusal } from './refusal.ts'
import type { Decider, Decides } from './rooms.ts'

const rooms: Decides = {
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
  const room = rooms[command.type] as Decider<Command>
  return room(hall, command, time)
}
