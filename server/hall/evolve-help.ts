// A counter calls for help and is answered; messages come to it and are read.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import { counterOf, putCounter } from './evolve-counter.ts'
import type { Hall } from './hall.ts'

export function helpAsked(hall: Hall, changes: Changes, event: EventOf<'help-asked'>, at: number): void {
  const { counter, staff, alarm } = event
  putCounter(hall, changes, counter, { help: { staff, alarm, at, answered: null } })
}

export function helpAnswered(
  hall: Hall,
  changes: Changes,
  { counter: id, staff }: EventOf<'help-answered'>,
  at: number,
): void {
  const { help } = counterOf(hall, id)
  if (!help) throw new Error(`nobody asked for help at ${id}`)
  putCounter(hall, changes, id, { help: { ...help, answered: { staff, at } } })
}

export function messageSent(hall: Hall, changes: Changes, event: EventOf<'message-sent'>, at: number): void {
  const { messages } = counterOf(hall, event.counter)
  const message = { id: event.message, staff: event.staff, at, readAt: null }
  putCounter(hall, changes, event.counter, { messages: [message, ...messages] })
}

export function messageRead(hall: Hall, changes: Changes, event: EventOf<'message-read'>, at: number): void {
  const { messages } = counterOf(hall, event.counter)
  const read = messages.map((message) =>
    message.id === event.message ? { ...message, readAt: at } : message,
  )
  putCounter(hall, changes, event.counter, { messages: read })
}
