// Calls for help from a counter, and messages to it.
import type { Changes } from '../changes.ts'
import type { CommandOf } from '../command.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { CounterState, Hall, Help } from '../hall.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { counterHeldBy, counterOf, putCounter } from './counter.ts'

export const decides = {
  'ask-help': askHelp,
  'answer-help': answerHelp,
  'send-message': sendMessage,
  'read-message': readMessage,
} satisfies Partial<Decides>

export const evolves = {
  'help-asked': helpAsked,
  'help-answered': helpAnswered,
  'message-sent': messageSent,
  'message-read': messageRead,
} satisfies Partial<Evolves>

/** Messages that can wait unread at one counter: enough for a day, and not a dumping ground. */
export const MOST_UNREAD = 20

/** A call that is open is not made twice, but it can become an alarm. */
export function askHelp(hall: Hall, { counter: id, staff, alarm }: CommandOf<'ask-help'>): Event[] | Refusal {
  const counter = counterHeldBy(hall, id, staff)
  if ('refused' in counter) return counter
  const { help } = counter
  const stands = help !== null && help.answered === null && (help.alarm || !alarm)
  return stands ? [] : [{ type: 'help-asked', counter: id, staff, alarm }]
}

/**
 * A supervisor of the agency or a manager answers; an alarm is for any of the staff nearby. The caller may withdraw a
 * call, but never an alarm: somebody may be standing behind them.
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

function helpAsked(hall: Hall, changes: Changes, event: EventOf<'help-asked'>, { at }: Recorded): void {
  const { counter, staff, alarm } = event
  putCounter(hall, changes, counter, { help: { staff, alarm, at, answered: null } })
}

function helpAnswered(
  hall: Hall,
  changes: Changes,
  { counter: id, staff }: EventOf<'help-answered'>,
  { at }: Recorded,
): void {
  const { help } = counterOf(hall, id)
  if (!help) throw new Error(`nobody asked for help at ${id}`)
  putCounter(hall, changes, id, { help: { ...help, answered: { staff, at } } })
}

function messageSent(hall: Hall, changes: Changes, event: EventOf<'message-sent'>, { at }: Recorded): void {
  const { messages } = counterOf(hall, event.counter)
  const message = { id: event.message, staff: event.staff, at, readAt: null }
  putCounter(hall, changes, event.counter, { messages: [message, ...messages] })
}

function messageRead(hall: Hall, changes: Changes, event: EventOf<'message-read'>, { at }: Recorded): void {
  const { messages } = counterOf(hall, event.counter)
  const read = messages.map((message) =>
    message.id === event.message ? { ...message, readAt: at } : message,
  )
  putCounter(hall, changes, event.counter, { messages: read })
}

/** How long an answered call is still shown, in seconds: long enough to read who is coming. */
const ANSWERED_SECONDS = 300

/** The call to show at `now`: until it is answered and a little longer; null if there is none. */
export function helpShown({ help }: CounterState, now: number): Help | null {
  const until = help && helpShownUntil(help)
  return until === null || until > now ? help : null
}

/** Until when an answered call is shown; null while nobody has answered. Milliseconds since 1970. */
export function helpShownUntil({ answered }: Help): number | null {
  return answered && answered.at + ANSWERED_SECONDS * 1000
}

/** Counters whose alarm is shown at `now`, the oldest alarm first. */
export function alarms(hall: Hall, now: number): { counter: CounterState; help: Help }[] {
  return [...hall.counters.values()]
    .flatMap((counter) => {
      const help = helpShown(counter, now)
      return help?.alarm ? [{ counter, help }] : []
    })
    .sort((a, b) => a.help.at - b.help.at)
}
