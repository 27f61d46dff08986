// The shapes of what screens get: whole views, small, computed once per topic. The contract of docs and front ends:
// fields may be added, none renamed or dropped. Times are ISO 8601 strings in UTC.
import { Type, type Static } from 'typebox'
import { Text } from '../hall/plan-words.ts'

const closed = { additionalProperties: false } as const
/** An enum that says it is a string is written faster, and reads better in the documents. */
const text = { type: 'string' } as const
const Null = Type.Null()
const Instant = Type.String({ description: 'ISO 8601, UTC' })

/** Minutes until the call, as a range without false precision; null where nobody can know. */
export const Forecast = Type.Union([
  Type.Object({ lowMinutes: Type.Integer(), highMinutes: Type.Integer() }, closed),
  Null,
])

export const StepStatus = Type.Enum(
  ['blocked', 'waiting', 'called', 'serving', 'held', 'missed', 'done', 'cancelled', 'expired'],
  text,
)

/** Why this number and not another: the rule, its credit in minutes, and the best one that was passed over. */
export const Why = Type.Object(
  {
    rule: Type.Enum(['credit', 'chosen', 'come-back'], text),
    credit: Type.Number(),
    over: Type.Union([Type.Object({ number: Type.String(), credit: Type.Number() }, closed), Null]),
    /** Who had more credit but could not be called, the first three, and why; absent: nobody. */
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

/** What every screen must know of the hall as such. */
export const HallState = Type.Object(
  {
    /** Changes when the plan changes: fetch `/api/hall` again. */
    plan: Type.Integer(),
    day: Type.String(),
    operation: Type.Enum(['trial', 'regular'], text),
    /** Not 0: the clock is shifted and every screen says *rehearsal*. Seconds. */
    clockOffset: Type.Number(),
    /** The system's clock lies: no numbers are given until a manager confirms the time. */
    clockSuspect: Type.Boolean(),
  },
  closed,
)

export const PrinterState = Type.Enum(
  ['ready', 'near-end', 'paper-out', 'cover-open', 'offline', 'error', 'unknown'],
  text,
)

/** A display speaks; those that are there can't be heard; there is none. */
export const ZoneVoice = Type.Enum(['speaks', 'mute', 'none'], text)
export type ZoneVoice = Static<typeof ZoneVoice>

export const KioskView = Type.Object(
  {
    hall: HallState,
    /** Whether the hall takes tickets now; `closed` only in regular operation outside its hours. */
    open: Type.Boolean(),
    services: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          status: Type.String(),
          waiting: Type.Integer(),
          forecast: Forecast,
          /** Why no ticket now although the status would allow one: `hours`, `quota`, or null. */
          closed: Type.Union([Type.Literal('hours'), Type.Literal('quota'), Null]),
          /** Tickets taken today, for "most wanted first". */
          taken: Type.Integer(),
        },
        closed,
      ),
    ),
    /** A kiosk finds its own by its device id among `kiosks`. */
    printers: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          kiosks: Type.Array(Type.String()),
          state: PrinterState,
          /** Whether a slip can come out now, as far as is known. */
          gives: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type KioskView = Static<typeof KioskView>

const BoardCall = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    counter: Type.String(),
    agency: Type.String(),
    service: Type.String(),
    zone: Type.String(),
    /** `called` or `serving` while at the counter; how it ended in `recent`. */
    status: StepStatus,
    at: Instant,
    /** 1 for the first call, one more for each recall. */
    calls: Type.Integer(),
    /** Called, and staff come to this visitor, who is sent nowhere. Left out where that is not so. */
    comeToMe: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type BoardCall = Static<typeof BoardCall>

export const BoardView = Type.Object(
  {
    hall: HallState,
    /** Null on `board:all`. */
    zone: Type.Union([Type.String(), Null]),
    /** Who is called or served now, newest first. */
    calls: Type.Array(BoardCall),
    /** Calls that ended, newest first, at most 12. */
    recent: Type.Array(BoardCall),
    /** Who missed a call and still may come, the latest first, for as long as the plan says; `at`: when it was missed. */
    missed: Type.Array(BoardCall),
    queues: Type.Array(
      Type.Object(
        { agency: Type.String(), waiting: Type.Integer(), next: Type.Array(Type.String()) },
        closed,
      ),
    ),
    /** Counters of the zone that stand paused. */
    paused: Type.Array(
      Type.Object(
        {
          counter: Type.String(),
          reason: Type.Union([Type.String(), Null]),
          /** When it means to go on, if known. */
          until: Type.Union([Instant, Null]),
        },
        closed,
      ),
    ),
    /** Every counter of the board. */
    counters: Type.Array(
      Type.Object({ id: Type.String(), state: Type.Enum(['closed', 'open', 'paused'], text) }, closed),
    ),
    /** The hall's hours, in minutes after midnight: when it closes if it is open, and when it opens again. */
    hours: Type.Object(
      {
        open: Type.Boolean(),
        closes: Type.Union([Type.Integer(), Null]),
        opens: Type.Union([Type.Object({ day: Type.String(), minute: Type.Integer() }, closed), Null]),
        /** It is about to close. */
        closing: Type.Boolean(),
      },
      closed,
    ),
    /** Files of the media folder to show beside the calls, in turn, at most 40; `seconds`: how long a picture stands. */
    media: Type.Array(
      Type.Object(
        { id: Type.String(), kind: Type.Enum(['picture', 'video'], text), seconds: Type.Integer() },
        closed,
      ),
    ),
    /** Announcements in words, at most 8. */
    lines: Type.Array(Text),
    /** What is being said now. `speaker` is the device that should play `audio` and report it heard. Without a number: the sound is tried. */
    announcement: Type.Union([
      Type.Object(
        {
          id: Type.String(),
          number: Type.String(),
          counter: Type.String(),
          text: Type.String(),
          audio: Type.Union([Type.String(), Null]),
          speaker: Type.Union([Type.String(), Null]),
          /** Further calls that are said in the same sound; absent where it is one alone. */
          also: Type.Optional(
            Type.Array(
              Type.Object({ id: Type.String(), number: Type.String(), counter: Type.String() }, closed),
            ),
          ),
        },
        closed,
      ),
      Null,
    ]),
  },
  closed,
)
export type BoardView = Static<typeof BoardView>

const Missing = Type.Array(Type.Object({ id: Type.String(), service: Type.String() }, closed))

/** A waiting, held or missed step as a counter sees it. */
const QueueRow = Type.Object(
  {
    visit: Type.String(),
    step: Type.String(),
    number: Type.String(),
    service: Type.String(),
    priority: Type.Boolean(),
    comeToMe: Type.Boolean(),
    waitedSeconds: Type.Integer(),
    /** When it can be called; null: now. */
    callableFrom: Type.Union([Instant, Null]),
    /** Why it can't be called yet, null when it can. */
    because: Type.Union([
      Type.Literal('elsewhere'),
      Type.Literal('walking'),
      Type.Literal('later'),
      Type.Literal('slip'),
      Type.Literal('reserved'),
      Null,
    ]),
    credit: Type.Number(),
    /** Nobody confirmed the slip in time, or it failed: the number may be in nobody's hand. */
    notTaken: Type.Boolean(),
    /** Went to fetch what was missing and returns today. */
    returns: Type.Boolean(),
    /** Did not come to the first call; the next one is the last. */
    secondCall: Type.Boolean(),
    /** Why on hold: a code of the plan's reasons, or own words. */
    reason: Type.Union([Type.String(), Null]),
  },
  closed,
)
export type QueueRow = Static<typeof QueueRow>

export const CounterView = Type.Object(
  {
    hall: HallState,
    counter: Type.Object(
      {
        id: Type.String(),
        state: Type.Enum(['closed', 'open', 'paused'], text),
        staff: Type.Union([Type.Object({ username: Type.String(), name: Type.String() }, closed), Null]),
        reason: Type.Union([Type.String(), Null]),
        /** When it means to go on; null: not paused, or nobody knows. */
        pausedUntil: Type.Union([Instant, Null]),
      },
      closed,
    ),
    current: Type.Union([
      Type.Object(
        {
          call: Type.String(),
          number: Type.String(),
          visit: Type.String(),
          step: Type.String(),
          service: Type.String(),
          status: Type.Enum(['called', 'serving'], text),
          /** Whether the announcement was heard: null while it is not known yet. */
          heard: Type.Union([Type.Boolean(), Null]),
          /** The plan wants no sound now: it is shown alone, and that is no fault. */
          quiet: Type.Boolean(),
          calls: Type.Integer(),
          calledAt: Instant,
          startedAt: Type.Union([Instant, Null]),
          priority: Type.Boolean(),
          comeToMe: Type.Boolean(),
          language: Type.String(),
          waitedSeconds: Type.Integer(),
          /** Requirements the visitor said to lack. */
          missing: Missing,
          /** What the colleague who referred the visitor wrote. */
          note: Type.Union([Type.String(), Null]),
          /** The counter that referred the visitor here. */
          referredFrom: Type.Union([Type.String(), Null]),
          /** Back with what was missing. */
          returns: Type.Boolean(),
          /** What was missing the first time in own words, and what the visitor was told. */
          words: Type.Union([Type.String(), Null]),
          told: Type.Union([Type.String(), Null]),
          /** Why a supervisor reopened what had ended here; null where nobody did. */
          reopened: Type.Union([Type.String(), Null]),
          secondCall: Type.Boolean(),
          why: Why,
          /** Why out of order: a code of the plan's reasons, or own words. */
          reason: Type.Union([Type.String(), Null]),
          /** The whole visit, in order. */
          steps: Type.Array(
            Type.Object(
              {
                id: Type.String(),
                service: Type.String(),
                status: StepStatus,
                outcome: Type.Union([Type.String(), Null]),
                counter: Type.Union([Type.String(), Null]),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
      Null,
    ]),
    /** Callable now, in the order they would be called, at most 20. */
    next: Type.Array(QueueRow),
    /** Waiting but not callable yet, at most 20. */
    later: Type.Array(QueueRow),
    /** All that wait for this counter's services, callable or not. */
    waiting: Type.Integer(),
    held: Type.Array(QueueRow),
    missed: Type.Array(QueueRow),
    /** The action that can be taken back and until when, or null. */
    undo: Type.Union([
      Type.Object(
        {
          action: Type.String(),
          /** Empty where nobody stood at a counter that was handed over. */
          number: Type.String(),
          until: Instant,
          /** With `handed-over`: the user name of who did it and may take it back too. */
          by: Type.Union([Type.String(), Null]),
        },
        closed,
      ),
      Null,
    ]),
    /** The call for help from here; answered ones are shown for five minutes more. `answeredBy` is a name. */
    help: Type.Union([
      Type.Object(
        { alarm: Type.Boolean(), at: Instant, answeredBy: Type.Union([Type.String(), Null]) },
        closed,
      ),
      Null,
    ]),
    /** Messages from a supervisor that were not read yet, the newest first; `from` is a name, null if it is gone. */
    messages: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          text: Type.String(),
          from: Type.Union([Type.String(), Null]),
          at: Instant,
        },
        closed,
      ),
    ),
    /** Who can take this counter over now. */
    colleagues: Type.Array(Type.Object({ username: Type.String(), name: Type.String() }, closed)),
    /** How the printer of this counter is; null: it has none. */
    printer: Type.Union([PrinterState, Null]),
    /** Whether a display says the calls of this counter's zone, as things stand: known before any call. */
    voice: ZoneVoice,
    /** What who stands here served today, wherever. */
    today: Type.Object(
      { served: Type.Integer(), averageSeconds: Type.Union([Type.Integer(), Null]) },
      closed,
    ),
  },
  closed,
)
export type CounterView = Static<typeof CounterView>

export const SlipStatus = Type.Enum(['none', 'queued', 'printed', 'failed'], text)

/** `type: […]` and no union, which would make every ticket's answer slower to write. */
export const TextOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'] })

export const SlipState = Type.Object(
  {
    status: SlipStatus,
    /** The visitor has the number, whatever becomes of the slip. */
    noted: Type.Boolean(),
    /** The printer that it was sent to, null where there is none. */
    printer: TextOrNull,
    /** Why it did not come out: `paper-out`, `cover-open`, `offline`, `unreachable`, `error`, `timeout`, `restart`, `no-such-printer`. */
    why: TextOrNull,
  },
  closed,
)
export type SlipState = Static<typeof SlipState>

export const VisitView = Type.Object(
  {
    hall: Type.Optional(HallState),
    visit: Type.Object(
      {
        number: Type.String(),
        day: Type.String(),
        takenAt: Instant,
        priority: Type.Boolean(),
        /** Staff come to this visitor. */
        comeToMe: Type.Boolean(),
        /** The phone page's full address; null where the hall is not reached from outside. */
        url: TextOrNull,
        slip: SlipState,
        steps: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              service: Type.String(),
              status: StepStatus,
              ahead: Type.Union([Type.Integer(), Null]),
              /** Where the visitor is called or served, else null. */
              counter: Type.Union([Type.String(), Null]),
              /** Calls and recalls so far. */
              calls: Type.Integer(),
              forecast: Forecast,
              /** When a waiting or held step becomes callable, if later than now. */
              callableFrom: Type.Union([Instant, Null]),
              /** Requirements of this step that the visitor lacks. */
              missing: Type.Array(Type.String()),
              outcome: Type.Union([Type.String(), Null]),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  },
  closed,
)
export type VisitView = Static<typeof VisitView>

/** What a socket says: a whole view, or a sign of life. */
export type LiveMessage<V = unknown> =
  | { type: 'view'; topic: string; seq: number; at: string; view: V }
  | { type: 'beat'; at: string }
