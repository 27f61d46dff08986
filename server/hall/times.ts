// The part of the plan about time: weekly hours, other hours for some weeks, single days, holidays, when numbers stop
// before the hours end, and how many there are. What follows from them is in `hours.ts`. All minutes count from the
// hall's midnight; `to` is the first minute that no longer belongs.
import { type Static, Type } from 'typebox'
import { closed, DayLabel, Id, Text } from './equipment.ts'

/** 0 to 1440: the hall's day ends at its midnight, and so do its hours. */
const Minute = Type.Integer({ minimum: 0, maximum: 1440 })

/** Opening times of one day: none when closed; a break is the gap between two spans. */
const Spans = Type.Array(Type.Object({ from: Minute, to: Minute }, closed))
export type Span = Static<typeof Spans>[number]

/** Hours of a week, by ISO weekday: 1 is Monday, 7 is Sunday. */
export const Week = Type.Object(
  { 1: Spans, 2: Spans, 3: Spans, 4: Spans, 5: Spans, 6: Spans, 7: Spans },
  closed,
)
export type Week = Static<typeof Week>

/** More than any hall has in its plan. */
export const MOST_PERIODS = 100
export const MOST_SINGLE_DAYS = 1000

/** Other weekly hours between two days, both included: the fasting month, the end of the year. */
export const Period = Type.Object(
  {
    id: Id,
    name: Text,
    from: DayLabel,
    to: DayLabel,
    hours: Week,
    /** Whose hours these are; absent: the hall's. */
    agencies: Type.Optional(Type.Array(Id, { minItems: 1 })),
  },
  closed,
)
export type Period = Static<typeof Period>

/** A day with hours of its own: half a day, a Saturday service, a day off that no calendar has. */
export const SingleDay = Type.Object(
  {
    day: DayLabel,
    name: Text,
    /** Empty: closed. */
    spans: Spans,
    /** The agencies that are open in them; absent: all. */
    open: Type.Optional(Type.Array(Id, { minItems: 1 })),
  },
  closed,
)
export type SingleDay = Static<typeof SingleDay>

/** A holiday; the hall is closed, but for what is said here. */
export const Holiday = Type.Object(
  {
    day: DayLabel,
    name: Text,
    /** National by decree, *cuti bersama* by decree, or regional. */
    kind: Type.Optional(
      Type.Union([Type.Literal('national'), Type.Literal('joint-leave'), Type.Literal('regional')]),
    ),
    /** Half a holiday: open at these times all the same. Absent: closed, or with `open` the hours of that weekday. */
    spans: Type.Optional(Spans),
    /** Agencies that stay open; absent: with `spans` all, else none. */
    open: Type.Optional(Type.Array(Id, { minItems: 1 })),
    /** The decree, in words. */
    source: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  },
  closed,
)
export type Holiday = Static<typeof Holiday>

/** When numbers stop before the hours of a day end; in regular operation. */
export const LastTicket = Type.Object(
  {
    /** Minutes before the end of the last hours of the day. */
    minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 480 })),
    /** Once the people waiting will fill the time that is left. */
    capacity: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type LastTicket = Static<typeof LastTicket>

/** What people who come when a quota is used up are told. */
export const AtZero = Type.Object(
  {
    /** `come-back`: when numbers are given again. `reception`: to ask there; the reception may give one. */
    answer: Type.Union([Type.Literal('come-back'), Type.Literal('reception')]),
    /** Said with it. */
    say: Type.Optional(Text),
  },
  closed,
)
export type AtZero = Static<typeof AtZero>

/** A limit of numbers for one service or several together; a visit counts once for each of them that it needs. */
export const Quota = Type.Object(
  {
    id: Id,
    name: Text,
    services: Type.Array(Id, { minItems: 1 }),
    /** A week begins on Monday. */
    per: Type.Union([Type.Literal('day'), Type.Literal('half-day'), Type.Literal('week')]),
    most: Type.Integer({ minimum: 1, maximum: 100_000 }),
    /** With `half-day`: the minute at which the second half begins, a multiple of 15; absent: noon. */
    splitAt: Type.Optional(Minute),
    /** Absent: `come-back`. */
    atZero: Type.Optional(AtZero),
  },
  closed,
)
export type Quota = Static<typeof Quota>
