// What events are made of: ids, instants and reasons; why somebody was called, a step of a new ticket, a visit
// carried over midnight. As with events, a meaning given here never changes.
import { type Static, type TSchema, Type } from 'typebox'
import { closed, DayLabel } from './equipment.ts'

export const Id = Type.String({ minLength: 1 })
export const Null = Type.Null()
/** Milliseconds since 1970, UTC. */
export const Instant = Type.Number()

/**
 * A field that came to a type later: events of today have it, older ones are completed as they are read
 * (old-events.ts).
 */
export const Later = <S extends TSchema>(schema: S) => Type.Optional(schema)

/** A field that today's events always have. @throws if an old one was not completed */
export function said<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an old event that nobody completed')
  return value
}

/** The schema of one type of event. */
export function event<const T extends string, P extends Record<string, TSchema>>(type: T, properties: P) {
  return Type.Object({ type: Type.Literal(type), ...properties }, closed)
}

/** A reason: `code` is one of the plan's, `note` the id of an erasable text. */
export const Reason = Type.Union([Type.Object({ code: Id }, closed), Type.Object({ note: Id }, closed)])
export type Reason = Static<typeof Reason>

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
    /** Those who had more credit but could not be called, at most three, and why; absent: nobody. */
    passed: Type.Optional(Type.Array(Passed)),
  },
  closed,
)
export type Why = Static<typeof Why>

/** A step of a new ticket: `after` are places (0, 1, …) of other steps in the same list. */
export const NewStep = Type.Object(
  { step: Later(Id), service: Id, after: Type.Array(Type.Integer()), missing: Type.Array(Id) },
  closed,
)
export type NewStep = Static<typeof NewStep>

/** A visit that was at a counter at midnight: it may finish, and counts for the day it began. */
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
    /** The step is the return of a visitor who went to fetch something; absent: it is not. */
    returns: Type.Optional(Type.Boolean()),
    /** Why it was called out of order. */
    reason: Type.Optional(Reason),
  },
  closed,
)
export type Carried = Static<typeof Carried>

/**
 * What happened to the holder of an emergency number, as entered afterwards: one number, one service. Instants are
 * null where nobody noted them; `takenAt` is the first that was noted.
 */
export const PaperEntry = Type.Object(
  {
    /** As it is on the slip, without its check digit. */
    number: Type.String(),
    sheet: Type.Integer(),
    slip: Type.Integer(),
    visit: Id,
    step: Id,
    service: Id,
    agency: Id,
    /** Null where nobody noted it; `zone` is the counter's on that day. */
    counter: Type.Union([Id, Null]),
    zone: Type.Union([Id, Null]),
    priority: Type.Boolean(),
    /** The hall's default: paper does not ask for it. */
    language: Type.String(),
    takenAt: Instant,
    arrivedAt: Type.Union([Instant, Null]),
    calledAt: Type.Union([Instant, Null]),
    startedAt: Type.Union([Instant, Null]),
    endedAt: Type.Union([Instant, Null]),
    /** `not-served`: a no-show if `calledAt` says that it was called, else it left. */
    outcome: Type.Union([Type.Literal('served'), Type.Literal('incomplete'), Type.Literal('not-served')]),
    /** With `incomplete`: the requirements that were missing. */
    missing: Type.Array(Id),
    /** The service's and the hall's on that day. */
    phase: Type.String(),
    operation: Type.Union([Type.Literal('trial'), Type.Literal('regular')]),
  },
  closed,
)
export type PaperEntry = Static<typeof PaperEntry>

/** Why an entry was taken back: mistyped, for the wrong number, for the wrong day, or something else. */
export const TakenBackBecause = Type.Union([
  Type.Literal('mistyped'),
  Type.Literal('other-number'),
  Type.Literal('other-day'),
  Type.Literal('other'),
])
export type TakenBackBecause = Static<typeof TakenBackBecause>
