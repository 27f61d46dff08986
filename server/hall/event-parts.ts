// What events are made of that is more than a word: why somebody was called, a step that is asked for, a visit that the
// midnight carries over. As with events, a meaning given here is given for ever.
import { Type, type Static } from 'typebox'
import { closed, Id, Instant, Null, Reason } from './event-words.ts'
import { DayLabel } from './plan-words.ts'

const Passed = Type.Object(
  {
    number: Type.String(),
    because: Type.Union([
      Type.Literal('slip'),
      Type.Literal('elsewhere'),
      Type.Literal('reserved'),
      Type.Literal('walking'),
      Type.Literal('later'),
      Type.Literal('blocked'),
    ]),
  },
  closed,
)

export const Why = Type.Object(
  {
    rule: Type.Union([Type.Literal('credit'), Type.Literal('chosen'), Type.Literal('come-back')]),
    /** Minutes of waiting times the rate of the class. */
    credit: Type.Number(),
    over: Type.Union([Type.Object({ number: Type.String(), credit: Type.Number() }, closed), Null]),
    /** Who had more credit but could not be called, the first three, and why; absent: nobody. */
    passed: Type.Optional(Type.Array(Passed)),
  },
  closed,
)
export type Why = Static<typeof Why>

/** A step as the ticket asks for it: `after` are places (0, 1, …) of other steps in the same list. */
export const NewStep = Type.Object(
  { service: Id, after: Type.Array(Type.Integer()), missing: Type.Array(Id) },
  closed,
)
export type NewStep = Static<typeof NewStep>

/** A visit that the midnight found at a counter: it may finish, and counts for the day it began. */
export const Carried = Type.Object(
  {
    day: DayLabel,
    visit: Id,
    number: Type.String(),
    prefix: Type.String(),
    running: Type.Integer(),
    token: Id,
    takenAt: Instant,
    priority: Type.Boolean(),
    comeToMe: Type.Boolean(),
    language: Type.String(),
    step: Id,
    service: Id,
    counter: Id,
    staff: Type.Union([Id, Null]),
    call: Id,
    calledAt: Instant,
    calls: Type.Integer(),
    why: Why,
    startedAt: Instant,
    waitedMs: Type.Number(),
    missing: Type.Array(Id),
    /** The step is the return of who had gone to fetch something; absent: it is not. */
    returns: Type.Optional(Type.Boolean()),
    /** Why it was called out of order. */
    reason: Type.Optional(Reason),
  },
  closed,
)
export type Carried = Static<typeof Carried>
