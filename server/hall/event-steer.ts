// What supervisors and the reception did, and the calls for help that lead to them.
import { Type } from 'typebox'
import { event, Id, Instant, Null, Reason } from './event-words.ts'
import { DayLabel, Text } from './plan.ts'

const Services = Type.Array(Id)

export const steerEvents = {
  /** A call for help from a counter; `alarm`: a silent one, to the reception as well. */
  'help-asked': event('help-asked', { counter: Id, staff: Id, alarm: Type.Boolean() }),
  'help-answered': event('help-answered', { counter: Id, staff: Id }),
  /** `message` is the id of the note that holds the words. */
  'message-sent': event('message-sent', { counter: Id, staff: Id, message: Id }),
  'message-read': event('message-read', { counter: Id, message: Id }),
  /** A service opens, pauses, closes, from now on: the plan of the days to come says so too. */
  'phase-changed': event('phase-changed', {
    service: Id,
    status: Type.Union([
      Type.Literal('open'),
      Type.Literal('trial'),
      Type.Literal('soon'),
      Type.Literal('paused'),
      Type.Literal('elsewhere'),
    ]),
    /** With `paused`: when it is over, and what the service is again then. */
    until: Type.Union([Instant, Null]),
    reopens: Type.Union([Type.Literal('open'), Type.Literal('trial'), Null]),
    reason: Type.Union([Reason, Null]),
    expected: Type.Union([DayLabel, Null]),
    /** An address as the plan has it. */
    where: Type.Union([Text, Null]),
  }),
  /** For today; null: no limit. */
  'quota-set': event('quota-set', { service: Id, quota: Type.Union([Type.Integer(), Null]) }),
  /** For today. */
  'desk-set': event('desk-set', { counter: Id, services: Services }),
  /** The visit needs one more service; `before`: everything of it that waits stands after the new step. */
  'step-added': event('step-added', { visit: Id, service: Id, before: Type.Boolean() }),
  /** Somebody let it back at the reception; `released` is of a counter, or of a hold whose time was up. */
  'step-released': event('step-released', { visit: Id, step: Id }),
  /** The class that its credit runs at, from the arrival. */
  'priority-set': event('priority-set', { visit: Id, priority: Type.Boolean() }),
  /** `because`: somebody asked for it, the service was closed, or the visit waits for the other one already. */
  'step-cancelled': event('step-cancelled', {
    visit: Id,
    step: Id,
    because: Type.Union([Type.Literal('asked'), Type.Literal('closed'), Type.Literal('moved')]),
  }),
  /** A step that had ended waits again; `note` is the id of the note that says why. */
  'step-reopened': event('step-reopened', { visit: Id, step: Id, note: Id }),
  /** Somebody is placed at a counter by who steers it; `from` held it till now. Not open: who is placed is not here yet. */
  'staff-assigned': event('staff-assigned', {
    counter: Id,
    from: Type.Union([Id, Null]),
    staff: Id,
    open: Type.Boolean(),
  }),
  /** A step that waits is one of another service from now on. */
  'step-moved': event('step-moved', { visit: Id, step: Id, from: Id, service: Id }),
} as const

export type SteerEventType = keyof typeof steerEvents
