// Calls for help from a counter, and messages to it.
import type { CommandOf } from './command.ts'
import { counterHeldBy } from './counter/counter.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Messages that can wait unread at one counter: enough for a day, and no bin to fill. */
export const MOST_UNREAD = 20

/** A call that stands is not made twice, but it may become an alarm. */
export function askHelp(hall: Hall, { counter: id, staff, alarm }: CommandOf<'ask-help'>): Event[] | Refusal {
  const counter = counterHeldBy(hall, id, staff)
  if ('refused' in counter) return counter
  const { help } = counter
  const stands = help !== null && help.answered === null && (help.alarm || !alarm)
  return stands ? [] : [{ type: 'help-asked', counter: id, staff, alarm }]
}

/**
 * Who steers the agency answers; an alarm is answered by whoever of the staff is near. The one who called for help
 * may take the call back, but never an alarm: somebody may be standing behind them.
 */
export function answerHelp(hall: Hall, command: CommandOf<'answer-help'>): Event[] | Refusal {
  const counter = hall.counters.get(command.counter)
  if (!counter || !hall.layout.counters.has(command.counter)) {
    return refuse('unknown-counter', command.counter)
  }
  const { help, id } = counter
  const own = counter.staff === command.staff && help?.alarm !== true
  const near = help?.alarm === true && counter.staff !== command.staff
  if (!command.maySteer && !own && !near) return refuse('not-allowed')
  if (!help) return refuse('no-help-asked', id)
  return help.answered === null ? [{ type: 'help-answered', counter: id, staff: command.staff }] : []
}

export function sendMessage(hall: Hall, command: CommandOf<'send-message'>): Event[] | Refusal {
  const { counter: id, staff, message } = command
  const counter = hall.counters.get(id)
  if (!counter || !hall.layout.counters.has(id)) return refuse('unknown-counter', id)
  const unread = counter.messages.filter(({ readAt }) => readAt === null).length
  if (unread >= MOST_UNREAD) return refuse('too-many-messages', id)
  return [{ type: 'message-sent', counter: id, staff, message }]
}

export function readMessage(hall: Hall, command: CommandOf<'read-message'>): Event[] | Refusal {
  const counter = counterHeldBy(hall, command.counter, command.staff)
  if ('refused' in counter) return counter
  const message = counter.messages.find(({ id }) => id === command.message)
  if (!message) return refuse('unknown-message', command.message)
  return message.readAt === null ? [{ type: 'message-read', counter: counter.id, message: message.id }] : []
}
