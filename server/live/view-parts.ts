// What the shapes of several views share. Views are whole, small, computed once per topic, and the contract of docs and
// front ends: fields may be added, none renamed or dropped. Times are ISO 8601 strings in UTC.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/equipment.ts'

export const closed = { additionalProperties: false } as const
/** An enum that declares its type is written faster, and reads better in the docs. */
export const text = { type: 'string' } as const
export const Null = Type.Null()
export const Instant = Type.String({ description: 'ISO 8601, UTC' })

/** Minutes until the call, as a range without false precision; null if nobody can know. */
export const Forecast = Type.Union([
  Type.Object(
    {
      lowMinutes: Type.Integer(),
      highMinutes: Type.Integer(),
      /** The middle of it, for where there is room for only one figure. */
      minutes: Type.Optional(Type.Integer()),
      /** Whether it will be today: nine in ten, at most three in ten, or between. */
      today: Type.Optional(Type.Enum(['likely', 'maybe', 'unlikely'], text)),
      /** It rests only on the plan’s minutes. Absent: on what was seen. */
      first: Type.Optional(Type.Literal(true)),
    },
    closed,
  ),
  Null,
])
export type Forecast = Static<typeof Forecast>

/** The wait in words; absent: nothing is known. */
export const WaitWords = Type.Optional(Text)

export const StepStatus = Type.Enum(
  ['blocked', 'waiting', 'called', 'serving', 'held', 'missed', 'done', 'cancelled', 'expired'],
  text,
)

/** Why this number and not another: the rule, its credit in minutes, and the best one passed over. */
export const Why = Type.Object(
  {
    rule: Type.Enum(['credit', 'chosen', 'come-back'], text),
    credit: Type.Number(),
    over: Type.Union([Type.Object({ number: Type.String(), credit: Type.Number() }, closed), Null]),
    /** Those who had more credit but could not be called, at most three, and why; absent: nobody. */
    passed: Type.Optional(
      Type.Array(
        Type.Object(
          {
            number: Type.String(),
            because: Type.Enum(['slip', 'elsewhere', 'reserved', 'walking', 'later', 'blocked'], text),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
)

/** What a start found in the journal: events that are missing or altered, or that nobody can tell. */
export const DamageState = Type.Object(
  {
    kind: Type.Enum(['missing', 'altered', 'unsealed', 'unguarded'], text),
    /** How many events; null if nobody can tell. */
    count: Type.Union([Type.Integer(), Null]),
    /** The time that it concerns; null if nobody can tell. */
    from: Type.Union([Instant, Null]),
    to: Type.Union([Instant, Null]),
  },
  closed,
)

/** The hall's hours, in minutes after midnight: when it closes if it is open, and when it opens next. */
export const Hours = Type.Object(
  {
    open: Type.Boolean(),
    closes: Type.Union([Type.Integer(), Null]),
    opens: Type.Union([Type.Object({ day: Type.String(), minute: Type.Integer() }, closed), Null]),
    /** It is about to close. */
    closing: Type.Boolean(),
    /** `opens` in words, with weekday and date if it is another day. */
    words: Type.Union([Text, Null]),
  },
  closed,
)

/** What every screen must know about the hall itself. */
export const HallState = Type.Object(
  {
    /** Changes when the plan changes: fetch `/api/hall` again. */
    plan: Type.Integer(),
    day: Type.String(),
    operation: Type.Enum(['trial', 'regular'], text),
    /** Seconds. Not 0: the clock is shifted, and every screen says *rehearsal*. */
    clockOffset: Type.Number(),
    /** Until when a training is on, whose numbers are not valid: every screen says *rehearsal*. Absent: none is. */
    training: Type.Optional(Type.String()),
    /** The system's clock is in doubt: no numbers are given until a manager confirms the time. */
    clockSuspect: Type.Boolean(),
    /**
     * How it is in doubt: `behind`, `ahead`. `unsure`: some clock disagrees, a manager is asked and nothing is
     * blocked; `waits`: after a start, until the first device agrees.
     */
    clock: Type.Enum(['right', 'waits', 'unsure', 'behind', 'ahead'], text),
    /** The data files are missing: nothing can be changed. Absent: all is well. */
    storageGone: Type.Optional(Type.Literal(true)),
    /** For staff, until a manager confirms it. Absent: nothing was found. */
    damage: Type.Optional(Type.Array(DamageState)),
  },
  closed,
)

export const PrinterState = Type.Enum(
  ['ready', 'near-end', 'paper-out', 'cover-open', 'offline', 'error', 'unknown'],
  text,
)

/** A display speaks; there are displays, but none can be heard; there is none. */
export const ZoneVoice = Type.Enum(['speaks', 'mute', 'none'], text)
export type ZoneVoice = Static<typeof ZoneVoice>

export const SlipStatus = Type.Enum(['none', 'queued', 'printed', 'failed'], text)

/** `type: […]` instead of a union, which would make every ticket's answer slower to write. */
export const TextOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] })

export const SlipState = Type.Object(
  {
    status: SlipStatus,
    /** The visitor has the number, whatever happens to the slip. */
    noted: Type.Boolean(),
    /** The printer that it was sent to, null if there is none. */
    printer: TextOrNull,
    /** Why it did not come out: `paper-out`, `cover-open`, `offline`, `unreachable`, `error`, `timeout`, `restart`, `no-such-printer`. */
    why: TextOrNull,
  },
  closed,
)
export type SlipState = Static<typeof SlipState>
