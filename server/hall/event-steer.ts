// What supervisors and the reception did, and the calls for help that lead to them.
import { Type } from 'typebox'
import { event, Id } from './event-words.ts'

export const steerEvents = {
  /** A call for help from a counter; `alarm`: a silent one, to the reception as well. */
  'help-asked': event('help-asked', { counter: Id, staff: Id, alarm: Type.Boolean() }),
  'help-answered': event('help-answered', { counter: Id, staff: Id }),
  /** `message` is the id of the note that holds the words. */
  'message-sent': event('message-sent', { counter: Id, staff: Id, message: Id }),
  'message-read': event('message-read', { counter: Id, message: Id }),
} as const

export type SteerEventType = keyof typeof steerEvents
